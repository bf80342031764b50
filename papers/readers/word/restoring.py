"""Content controls that another program dropped, put back by the bookmarks with which blocks begin.

LibreOffice saves a Word file without the controls' tags and dissolves controls that stand in each other; bookmarks it keeps.
The sent copy only says which id a bookmark stands for and which block stands in which: what a block says is read from the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers.document import Commentary, Contents, Heading, Table, plain
from papers.readers.word.anchors import PREFIX
from papers.readers.word.names import PLACED, VAL, at, children, local, val, w, words_of

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.outline import Outline
    from papers.readers.word.styles import Styles

PROMPT = "prompt"
"""The style of a prompt, in small letters."""


def lost_controls(root: Element, outline: Outline) -> tuple[str, ...]:
    """The ids of blocks whose bookmarks are there and whose controls are not, in the order of the sent Document."""
    tags = {each.get(VAL) for each in root.iter(w("tag"))}
    marks = {outline.by_anchor.get(each.get(w("name")) or "") for each in root.iter(w("bookmarkStart"))}
    return tuple(each for each in outline.blocks if each in marks and each not in tags and not outline.placed(each))


def take_apart(body: Element) -> None:
    """Take off the controls at block level that bear no id: what LibreOffice leaves of controls, around something else than before."""
    for control in list(body.iter(w("sdt"))):
        parent, content = control.getparent(), at(control, "sdtContent")
        if parent is None or content is None or local(parent) not in ("body", "sdtContent") or local(parent.getparent()) == "p":
            continue
        if val(control, "sdtPr/tag") or at(control, "sdtPr/showingPlcHdr") is not None:
            continue
        place = parent.index(control)
        parent.remove(control)
        for number, each in enumerate(list(children(content))):
            parent.insert(place + number, each)


@dataclass
class Unit:
    """What one block has at block level: its elements, its id ("" for what no bookmark begins) and what it stands in."""

    block: str
    elements: list[Element]
    chain: tuple[str, ...]
    controlled: bool = False


@dataclass
class Restorer:
    """Puts controls back, page by page."""

    outline: Outline
    styles: Styles
    closed: set[str] = field(default_factory=set)

    def section(self, elements: Iterable[Element]) -> str:
        """The id of the section whose bookmark is among the elements; "" where none is."""
        marks = (each.get(w("name")) or "" for element in elements for each in element.iter(w("bookmarkStart")))
        found = (self.outline.by_anchor.get(mark, "") for mark in marks if mark.startswith(PREFIX))
        return next((each for each in found if each and not self.outline.chains[each]), "")

    def restored(self, elements: Iterable[Element]) -> list[Element]:
        """The elements of one section's pages with all controls around them."""
        units: list[Unit] = []
        for element, chain in self._flat(elements, ()):
            self._take(element, chain, units)
        return self._built(units)

    # --- taking apart

    def _flat(self, elements: Iterable[Element], chain: tuple[str, ...]) -> Iterator[tuple[Element, tuple[str, ...]]]:
        """The elements that no holder's control is around, with the ids of the holders they stood in."""
        for element in elements:
            tag = val(element, "sdtPr/tag") if local(element) == "sdt" else None
            content = at(element, "sdtContent")
            if content is not None and tag and self.outline.holds(tag):
                yield from self._flat(list(children(content)), (*chain, tag))
            else:
                yield element, chain

    def _take(self, element: Element, stood: tuple[str, ...], units: list[Unit]) -> None:
        """Make the element a unit, or a part of the one before."""
        block = val(element, "sdtPr/tag") or self._block(element)
        last = units[-1] if units else None
        if block:
            chain = (*self.outline.chains.get(block, stood[:-1]), *([block] if self.outline.holds(block) else []))
            units.append(Unit(block, [element], chain, val(element, "sdtPr/tag") is not None))
        elif last and last.block and not last.controlled and not self.outline.holds(last.block):
            last.elements.append(element)
        else:
            units.append(Unit("", [element], last.chain if last and not stood else stood))

    def _block(self, element: Element) -> str:
        """The id of the innermost block that begins with the element, by its first paragraph's bookmarks."""
        first = element if local(element) == "p" else next(element.iter(w("p")), None)
        marks = () if first is None else first.iter(w("bookmarkStart"))
        found = [block for each in marks if (block := self.outline.by_anchor.get(each.get(w("name")) or ""))]
        return max(found, key=lambda block: len(self.outline.chains[block]), default="")

    # --- putting together

    def _built(self, units: list[Unit]) -> list[Element]:
        """Controls around the units, those of holders around them; a holder that was left is not opened again."""
        out: list[Element] = []
        stack: list[tuple[str, Element]] = []
        for unit in units:
            wanted = [each for each in unit.chain[1:] if each not in self.closed]
            while stack and [name for name, _ in stack] != wanted[: len(stack)]:
                self.closed.add(stack.pop()[0])
            wanted = [each for each in wanted if each not in self.closed]
            for name in wanted[len(stack) :]:
                holder = self._control(name, unit.elements[0])
                (stack[-1][1].append if stack else out.append)(holder)
                stack.append((name, holder[1]))
            made = self._wrapped(unit)
            (stack[-1][1].extend if stack else out.extend)(made)
        return out

    def _wrapped(self, unit: Unit) -> list[Element]:
        """The unit's elements, in a control where the block had one."""
        if unit.controlled or not unit.block or self.outline.holds(unit.block):
            return [self._prompt(each, unit) for each in unit.elements]
        self._describe(unit)
        if self.outline.placed(unit.block):
            return unit.elements
        control = self._control(unit.block, unit.elements[0])
        control[1].extend(unit.elements)
        return [control]

    def _control(self, block: str, first: Element) -> Element:
        """An empty control with the block's id as its tag; its second child is its content."""
        control = first.makeelement(w("sdt"))
        properties = _child(control, "sdtPr")
        alias = self._alias(block, first)
        if alias:
            _child(properties, "alias", alias)
        _child(properties, "tag", block)
        if isinstance(self.outline.blocks.get(block), Contents):
            _child(properties, "docPartObj")
        _child(control, "sdtContent")
        return control

    def _alias(self, block: str, first: Element) -> str:
        """The name of a control: a commentary's is its label; a heading's short wording holds while the long one does."""
        match self.outline.blocks.get(block):
            case Commentary(label=label):
                return label
            case Contents(title=title):
                return title
            case Heading(short=short, inlines=inlines) if short and words_of(first) == " ".join(plain(inlines).split()):
                return short
        return ""

    def _prompt(self, element: Element, unit: Unit) -> Element:
        """A prompt in the control that shows it as one, while it says what it said."""
        sent = self.outline.blocks.get(unit.chain[-1]) if unit.chain else None
        if not isinstance(sent, Commentary) or local(element) != "p" or self.styles.name(val(element, "pPr/pStyle")) != PROMPT:
            return element
        if words_of(element) != " ".join((sent.prompt or "").split()):
            return element
        control = element.makeelement(w("sdt"))
        _child(_child(control, "sdtPr"), "showingPlcHdr")
        _child(control, "sdtContent").append(element)
        return control

    def _describe(self, unit: Unit) -> None:
        """Give a table its title and the number of its heading columns, which LibreOffice drops."""
        sent = self.outline.blocks.get(unit.block)
        table = next((each for each in unit.elements if local(each) == "tbl"), None)
        properties = at(table, "tblPr")
        if not isinstance(sent, Table) or table is None or properties is None or at(properties, "tblCaption") is not None:
            return
        charts = [cell.chart for row in sent.rows for cell in row.cells if cell.chart]
        for chart, drawn in zip(charts, table.iter(f"{{{PLACED}}}docPr"), strict=False):
            drawn.set("name", chart.id)
        _child(properties, "tblCaption", sent.title)
        _child(properties, "tblDescription", f"Heading columns: {sent.stub}.")


def _child(parent: Element, name: str, value: str = "") -> Element:
    child = parent.makeelement(w(name))
    if value:
        child.set(VAL, value)
    parent.append(child)
    return child
