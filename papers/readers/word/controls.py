"""Content controls as blocks: a group of controls, a commentary with its label, contents, a chart, or one plain block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from papers.document import AuthoredBlock, Block, Commentary, Contents, Group, Heading, Picture, plain
from papers.readers.word.beside import beside_chart, beside_contents
from papers.readers.word.blocks import BlockReader, block_elements
from papers.readers.word.charts import read_chart
from papers.readers.word.drawings import chart_part, report_chart
from papers.readers.word.names import VAL, at, children, local, val, w, words_of

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

LABEL = "label"
OPEN_AND_KEPT = "sdtLocked"
"""The lock of a control that anyone may write in and nobody may delete."""

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
    lines: dict[str, list[str]] = field(default_factory=dict)
    """The words of the lines of contents, by the contents' ids: those that name no heading were typed there."""

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
        if self.is_commentary(element, held):
            return [self.commentary(own, element, held)]
        if self.holds_controls(element):
            blocks = self.blocks(held)
            return [Group(own, blocks)] if blocks else []
        if self._is_contents(element):
            return self.contents(own, element, held)
        chart = next((each for each in content.iter(w("drawing")) if chart_part(each, self.reading)), None)
        if chart is not None and next(content.iter(w("tbl")), None) is None:
            return self.chart(own, chart, held)
        return [*self.plain(own, element, block_elements(content))]

    def chart(self, own: str, drawing: Element, held: list[Element]) -> list[Block]:
        """The chart, and what was typed above, beside or below it in its control as blocks of their own."""
        self.reading.enter(held[0])
        report_chart(drawing, own, self.reading)
        found = read_chart(drawing, own, self.reading)
        above, below = beside_chart(drawing, held)
        return [*self.added(above), *([found] if found else []), *self.added(below)]

    def added(self, elements: list[Element]) -> list[AuthoredBlock]:
        """What was typed in a control that holds something else; it is reported."""
        blocks = self.outside(elements) if elements else []
        if blocks:
            self.reading.report("word-added", " ".join(map(words_of, elements)))
        return blocks

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
        shown = next((each for each in held if self._is_label(each)), None)
        label = val(element, "sdtPr/alias") or own
        asked = self.properties.get(f"papers.prompt:{own}")
        prompt = next((each for each in held if at(each, "sdtPr/showingPlcHdr") is not None), None)
        if prompt is not None and asked is None:
            asked = words_of(prompt)
        elif prompt is not None and words_of(prompt) != _line(asked):
            prompt = None  # written over by a program that does not take the mark of a placeholder off
        rest = [each for each in held if each is not prompt and (each is not shown or self._cut(each, label))]
        blocks = self.authored(own, rest)
        if not blocks and not asked:
            self.reading.report("word-emptied", label)
            asked = label
        return Commentary(own, label, blocks, asked, self.properties.get(f"papers.owner:{own}"))

    def is_commentary(self, element: Element, held: list[Element]) -> bool:
        """Whether the control is a commentary: it has a name, and shows it as a label or is open though it may not be deleted."""
        if val(element, "sdtPr/alias") is None or self._is_contents(element):
            return False
        if any(self._is_label(each) for each in held):
            return True
        charts = (each for each in element.iter(w("drawing")) if chart_part(each, self.reading))
        return val(element, "sdtPr/lock") == OPEN_AND_KEPT and next(charts, None) is None

    def _is_label(self, element: Element) -> bool:
        return local(element) == "p" and self.reading.styles.name(val(element, "pPr/pStyle")) == LABEL

    def _cut(self, shown: Element, label: str) -> bool:
        """Whether the paragraph of a label says more than the label, as when the break after it was deleted: that is its author's text.

        The label is cut off, and the rest is no label any more.
        """
        if words_of(shown) == " ".join(label.split()):
            return False
        texts = list(shown.iter(w("t")))
        if "".join(each.text or "" for each in texts).startswith(label):
            left = len(label)
            for each in texts:
                said = each.text or ""
                each.text, left = said[left:], max(0, left - len(said))
        style = at(shown, "pPr/pStyle")
        if style is not None:
            style.set(VAL, self.reading.styles.default)
        return bool(words_of(shown)) or next(shown.iter(w("drawing")), None) is not None

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

    def holds_controls(self, element: Element) -> bool:
        """Whether blocks' controls stand in the control, whatever was typed between them; a list within a list is no block."""
        content = at(element, "sdtContent")
        return content is not None and any(_tag(each) and not self._is_nested_list(each) for each in children(content))

    def _is_nested_list(self, element: Element) -> bool:
        """Whether the control holds a list that stands within another: its items are not on the outermost level."""
        first = next(element.iter(w("p")), None)
        if self.reading.styles.heading_level(val(first, "pPr/pStyle")):
            return False  # numbered in a house that numbers headings
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

    def contents(self, own: str, element: Element, held: list[Element]) -> list[Block]:
        """The table of contents, its title and how deep it goes; what was typed in its control as blocks of their own."""
        code = "".join(each.text or "" for each in element.iter(w("instrText")))
        found = DEPTH.search(code)
        title = val(element, "sdtPr/alias") or (words_of(held[0]) if held else "")
        texts, self.lines[own] = beside_contents(held, title, self.reading.styles)
        return [Contents(own, title, int(found[1]) if found else USUAL_DEPTH), *self.added(texts)]


def _tag(element: Element) -> str:
    return val(element, "sdtPr/tag") or "" if local(element) == "sdt" else ""


def _line(text: str | None) -> str:
    """The text as a problem shows words: on one line."""
    return " ".join((text or "").split())


def _flat(element: Element) -> Iterable[Element]:
    return (element,) if local(element) in ("p", "tbl") else block_elements(element)
