"""A whole paper, and the ways through it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from papers.document.blocks import Block, Bullets, Commentary, Contents, Group, Heading, Paragraph, Picture
from papers.document.charts import Chart
from papers.document.tables import Table
from papers.document.values import NodeError, check, check_id


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation. Each begins on a new page; a `title_page` has no header or footer."""

    id: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    title_page: bool = False

    def __post_init__(self) -> None:
        check_id(self.id)
        check(self.blocks, f"section {self.id} is empty")


@dataclass(frozen=True, slots=True)
class Document:
    """A paper. `paper` is its name for machines; `notice` and `period` are what headers and footers may show.

    `draft` is the line that marks every page of a draft ("DRAFT, version 2, data of 5 February 2014"), or None.
    """

    paper: str
    title: str
    sections: tuple[Section, ...]
    organisation: str
    period: str = ""
    subject: str = ""
    author: str = ""
    notice: str = ""
    language: str = "en-GB"
    date: dt.date = dt.date(2000, 1, 1)
    draft: str | None = None
    checksum: str = ""

    def __post_init__(self) -> None:
        check_id(self.paper)
        check(self.title.strip(), "a document has no title")
        check(self.sections, "a document has no sections")
        seen: set[str] = set()
        for each in walk(self):
            check(each.id not in seen, f"two blocks have the id {each.id}")
            seen.add(each.id)
        self._check_headings()

    def _check_headings(self) -> None:
        level = 0
        for each in walk(self):
            if isinstance(each, Heading):
                check(each.level <= level + 1, f"heading {each.id} goes from level {level} to {each.level}")
                level = each.level


def walk(node: Document | Section | Block) -> Iterator[Section | Block]:
    """Every section and block below `node`, in reading order; charts in cells and nested lists are included."""
    for child in _children(node):
        yield child
        yield from walk(child)


def _children(node: Document | Section | Block) -> Iterator[Section | Block]:
    match node:
        case Document(sections=sections):
            yield from sections
        case Section(blocks=blocks) | Group(blocks=blocks) | Commentary(blocks=blocks):
            yield from blocks
        case Table(rows=rows):
            yield from (cell.chart for row in rows for cell in row.cells if cell.chart)
        case Bullets(items=items):
            yield from (item.nested for item in items if item.nested)
        case Heading() | Paragraph() | Chart() | Picture() | Contents():
            return
        case _:
            raise NodeError(f"{node!r} is no node of a document")


def headings(document: Document) -> Iterator[Heading]:
    """Every heading that stands in contents: all but those inside a commentary."""
    for section in document.sections:
        yield from _headings(section.blocks)


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Group):
            yield from _headings(block.blocks)
