"""Content controls as blocks: a group of controls, a commentary with its label, contents, a chart, or one plain block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from papers.document import AuthoredBlock, Block, Commentary, Contents, Group, Heading, Picture, plain
from papers.readers.word.blocks import BlockReader, block_elements
from papers.readers.word.charts import read_chart
from papers.readers.word.drawings import chart_part, report_chart
from papers.readers.word.names import at, children, local, val, w, words_of
from papers.readers.word.parts import only_inlines
from papers.readers.word.words import read_words

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

LABEL = "label"
DEPTH = re.compile(r'\\o\s+"1-([1-4])"')
SIZE = re.compile(r"(\d+)x(\d+) shown (\d+)x(\d+)")
USUAL_DEPTH = 2
STRAY = "text"


@dataclass
class ControlReader:
    """Reads blocks in and out of content controls. `properties` are the file's custom ones, by which prompts and owners travel."""

    reading: Reading
    properties: Mapping[str, str]
    used: set[str] = field(default_factory=set)
    strays: int = 0

    def blocks(self, elements: Iterable[Element]) -> tuple[Block, ...]:
        """The blocks of the elements, in order. What stands in no control is read as authored blocks."""
        out: list[Block] = []
        for controlled, group in groupby(elements, lambda each: bool(_tag(each))):
            if controlled:
                out += [block for each in group for block in self.control(each)]
            else:
                out += self.outside(list(group))
        return tuple(out)

    def unused(self, tag: str) -> str:
        """The tag, or where a control has been copied, an id that no block has yet; the copy is reported."""
        if tag in self.used:
            self.reading.report("word-copied", tag)
            copied, tag = tag, self.stray_id()
            self.reading.copies[tag] = copied
        self.used.add(tag)
        return tag

    def stray_id(self) -> str:
        """The next id for a block that has none."""
        self.strays += 1
        return f"{STRAY}/{self.strays}"

    def outside(self, elements: list[Element]) -> list[AuthoredBlock]:
        """Blocks that stand in no control: all of a template's rendering, or what an officer typed between ours."""
        reader = BlockReader(self.reading, f"{STRAY}/new")
        found = reader.read(each for element in elements for each in _flat(element))
        return [replace(block, id=self.stray_id()) for block in found]

    def control(self, element: Element) -> list[Block]:
        """The block of a control. What an officer added to one that holds one block follows as blocks of its own."""
        content = at(element, "sdtContent")
        own = self.unused(_tag(element))
        if content is None:
            return []
        held = [each for each in children(content) if local(each) in ("p", "tbl", "sdt")]
        first = held[0] if held else None
        if first is not None and _is_label(first, element, self.reading):
            return [self.commentary(own, element, held)]
        if _holds_controls(held):
            blocks = self.blocks(held)
            return [Group(own, blocks)] if blocks else []
        if self._is_contents(element):
            return [self.contents(own, element, held)]
        chart = next((each for each in content.iter(w("drawing")) if chart_part(each, self.reading)), None)
        if chart is not None and next(content.iter(w("tbl")), None) is None:
            self.reading.enter(held[0])
            report_chart(chart, own, self.reading)
            found = read_chart(chart, own, self.reading)
            return [found] if found else []
        return [*self.plain(own, element, block_elements(content))]

    def plain(self, own: str, element: Element, elements: Iterable[Element]) -> list[AuthoredBlock]:
        """The heading, paragraph, list, table or picture of a control."""
        reader = BlockReader(self.reading, own, first=own)
        found = list(reader.read(elements))
        short = val(element, "sdtPr/alias")
        out: list[AuthoredBlock] = []
        for number, block in enumerate(found):
            named = self.sized(replace(block, id=self.stray_id()) if number else block)
            if isinstance(named, Heading) and short and not number:
                named = replace(named, short=short)
            out.append(named)
        if len(found) > 1:
            self.reading.report("word-added", plain(getattr(found[1], "inlines", ())))
        return out

    # --- commentary

    def commentary(self, own: str, element: Element, held: list[Element]) -> Commentary:
        """A commentary: its label, then its authored blocks or the prompt for them."""
        self.reading.enter(held[0])
        label = plain(only_inlines(read_words(held[0], self.reading), self.reading, "a label"))
        prompt = next((each for each in held if local(each) == "sdt" and at(each, "sdtPr/showingPlcHdr") is not None), None)
        blocks = self.authored(own, [each for each in held[1:] if each is not prompt])
        asked = self.properties.get(f"papers.prompt:{own}")
        if prompt is not None and not blocks:
            asked = "".join(plain(only_inlines(read_words(p, self.reading), self.reading, "a prompt")) for p in prompt.iter(w("p")))
        if not blocks and not asked:
            self.reading.report("word-emptied", label)
            asked = label
        return Commentary(own, label or val(element, "sdtPr/alias") or own, blocks, asked, self.properties.get(f"papers.owner:{own}"))

    def authored(self, own: str, elements: list[Element]) -> tuple[AuthoredBlock, ...]:
        """The blocks of a commentary: ids by their places, but for those in controls of their own."""
        marks = (mark.get(w("name")) or "" for element in elements for mark in element.iter(w("bookmarkStart")))
        starts = frozenset(name for name in marks if self.reading.anchors.get(name, "").rpartition("/")[0] == own)
        reader = BlockReader(self.reading, own, starts=starts)
        for element in elements:
            if not _tag(element) or (reader.lines and self._is_nested_list(element)):
                reader.read(_flat(element), ended=False)
                continue
            reader.end()
            content = at(element, "sdtContent")
            for block in self.plain(self.unused(_tag(element)), element, () if content is None else block_elements(content)):
                reader.count += 1
                reader.out.append(block)
        reader.end()
        return tuple(self.sized(block) for block in reader.out)

    def _is_nested_list(self, element: Element) -> bool:
        """Whether the control holds a list that stands within another: its items are not on the outermost level."""
        first = next(element.iter(w("p")), None)
        place = self.reading.styles.list_place(at(first, "pPr"))
        return place is not None and place.level > 0

    def sized(self, block: AuthoredBlock) -> AuthoredBlock:
        """The block; a picture that was shown smaller to fit the page, and still is, in its own size."""
        said = SIZE.fullmatch(self.properties.get(f"papers.size:{block.id}", "")) if isinstance(block, Picture) else None
        if not isinstance(block, Picture) or not said or (block.width, block.height) != (int(said[3]), int(said[4])):
            return block
        return replace(block, width=int(said[1]), height=int(said[2]))

    # --- contents

    def _is_contents(self, element: Element) -> bool:
        return at(element, "sdtPr/docPartObj") is not None

    def contents(self, own: str, element: Element, held: list[Element]) -> Contents:
        """The table of contents: its title and how deep it goes."""
        code = "".join(each.text or "" for each in element.iter(w("instrText")))
        found = DEPTH.search(code)
        title = val(element, "sdtPr/alias") or (words_of(held[0]) if held else "")
        return Contents(own, title, int(found[1]) if found else USUAL_DEPTH)


def _tag(element: Element) -> str:
    return val(element, "sdtPr/tag") or "" if local(element) == "sdt" else ""


def _holds_controls(held: list[Element]) -> bool:
    """Whether controls stand in the control from its beginning on; a paragraph without runs may part two tables."""
    first = next((each for each in held if local(each) != "p" or next(each.iter(w("r")), None) is not None), None)
    return first is not None and bool(_tag(first))


def _flat(element: Element) -> Iterable[Element]:
    return (element,) if local(element) in ("p", "tbl") else block_elements(element)


def _is_label(first: Element, control: Element, reading: Reading) -> bool:
    """Whether the control is a commentary: it begins with a label, and says it as its name."""
    style = val(first, "pPr/pStyle")
    return local(first) == "p" and reading.styles.name(style) == LABEL and val(control, "sdtPr/alias") is not None
