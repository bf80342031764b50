"""A paper as plain text in reading order: the reference that the Word and PDF writers must agree with, word for word.

What is read is what the page says: computed and authored blocks in order, a chart by its text alternative, a table row by row
with its cells parted by tabs, a footnote after the block that calls it. What is not read aloud is not here: running heads,
shapes, colours, the accessible name of a table that is shown without a caption.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from papers.document import (
    Block,
    Bullets,
    Chart,
    Chip,
    Commentary,
    Contents,
    Document,
    Footnote,
    Group,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    NodeError,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Table,
    Travel,
    headings,
)

BULLET = "•"
INDENT = "  "


def write_text(document: Document, page_of: Mapping[str, int] | None = None) -> str:
    """The paper's words, blocks parted by empty lines, ending in a line end; a draft says so in its first line.

    `page_of` gives the page on which a block begins, for contents and page references; without it they name no page.
    NodeError for a node that no function here reads; KeyError for a page reference that `page_of` doesn't know.
    """
    reading = _Reading(page_of, tuple(headings(document)))
    parts = [document.draft] if document.draft else []
    parts += [part for section in document.sections for part in _section(section, reading)]
    return "\n\n".join(parts) + "\n"


@dataclass
class _Reading:
    """What reading needs to know of the whole paper, and the footnotes that the present block has called."""

    page_of: Mapping[str, int] | None
    headings: tuple[Heading, ...]
    called: int = 0
    waiting: list[str] = field(default_factory=list)

    def call(self, note: Footnote) -> str:
        """The mark of the note, whose words wait for the end of the block."""
        self.called += 1
        mark = str(self.called)
        self.waiting.append(f"{mark} {_line(note.inlines, self)}")
        return mark

    def page(self, target: str) -> str:
        """The number of the target's page, or nothing where pages are not known."""
        return "" if self.page_of is None else str(self.page_of[target])


def _section(section: Section, reading: _Reading) -> Iterator[str]:
    yield from _blocks(section.blocks, reading)


def _blocks(blocks: Iterable[Block], reading: _Reading) -> Iterator[str]:
    for block in blocks:
        yield from (part for part in _block(block, reading) if part)
        notes, reading.waiting = reading.waiting, []
        yield from notes


def _block(block: Block, reading: _Reading) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield _inlines(block.inlines, reading)
        case Bullets():
            yield "\n".join(_bullets(block, reading, 0))
        case Table():
            yield "\n".join(_table(block, reading))
        case Chart():
            yield block.alt
        case Picture():
            yield from _picture(block, reading)
        case Contents():
            yield "\n".join(_contents(block, reading))
        case Commentary():
            yield from _commentary(block, reading)
        case Group():
            yield from _blocks(block.blocks, reading)
        case _:
            raise NodeError(f"{block!r} is no block that the text writer reads")


def _bullets(bullets: Bullets, reading: _Reading, depth: int) -> Iterator[str]:
    for number, item in enumerate(bullets.items, 1):
        label = f"{number}." if bullets.ordered else BULLET
        yield from _item(item, label, reading, depth)


def _item(item: Item, label: str, reading: _Reading, depth: int) -> Iterator[str]:
    yield f"{INDENT * depth}{label} {_line(item.inlines, reading)}"
    if item.nested:
        yield from _bullets(item.nested, reading, depth + 1)


def _table(table: Table, reading: _Reading) -> Iterator[str]:
    if table.captioned:
        yield table.title
    for row, places in zip(table.rows, table.places(), strict=True):
        yield _row(row, places, len(table.columns), reading)


def _row(row: Row, places: list[int], columns: int, reading: _Reading) -> str:
    """The row's cells in their columns; a cell that spans is read once, in its first row and column."""
    words = [""] * columns
    for cell, place in zip(row.cells, places, strict=True):
        words[place] = cell.chart.alt if cell.chart else _line(cell.inlines, reading)
    return "\t".join(words).rstrip("\t")


def _picture(picture: Picture, reading: _Reading) -> Iterator[str]:
    yield picture.alt
    yield _inlines(picture.caption, reading)


def _contents(contents: Contents, reading: _Reading) -> Iterator[str]:
    yield contents.title
    for heading in reading.headings:
        if heading.level <= contents.depth:
            line = f"{INDENT * (heading.level - 1)}{heading.name}\t{reading.page(heading.id)}"
            yield line.rstrip("\t")


def _commentary(commentary: Commentary, reading: _Reading) -> Iterator[str]:
    yield commentary.label
    if commentary.awaited:
        yield commentary.prompt or ""
    yield from _blocks(commentary.blocks, reading)


def _line(inlines: Iterable[Inline], reading: _Reading) -> str:
    """The inlines on one line, for cells and list items."""
    return _inlines(inlines, reading).replace("\n", " ")


def _inlines(inlines: Iterable[Inline], reading: _Reading) -> str:
    return "".join(_inline(inline, reading) for inline in inlines)


def _inline(inline: Inline, reading: _Reading) -> str:
    match inline:
        case Run(text=text):
            return text
        case Chip(word=word) | Travel(word=word):
            return word
        case LineBreak():
            return "\n"
        case PageNumber(target=target):
            return reading.page(target)
        case Link(runs=runs):
            return _inlines(runs, reading)
        case Footnote():
            return reading.call(inline)
        case _:
            raise NodeError(f"{inline!r} is no inline that the text writer reads")
