"""Blocks whose form another program dropped: what LibreOffice keeps of charts and tables is less than what a paper knows.

A block that was found by its bookmark and says word for word, number for number, what it said when it was sent, takes
its form from the sent copy: a chart's text alternative and labels, a table's title, widths and alignment. One that says
anything else keeps what the file says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from papers.document import Block, Bullets, Chart, Commentary, Group, Heading, Item, Paragraph, Picture, Section, Table, plain, walk

if TYPE_CHECKING:
    from papers.readers.word.outline import Outline
    from papers.readers.word.reading import Reading

SHAPES = re.compile("[▲▼■]")


def reformed(sections: tuple[Section, ...], outline: Outline, found: Iterable[str], reading: Reading) -> tuple[Section, ...]:
    """The sections, blocks `found` by their bookmarks in their own form; for each chart that is said."""
    reformer = _Reformer(outline, frozenset(found), reading)
    return tuple(reformer.section(each) for each in sections)


@dataclass(frozen=True, slots=True)
class _Reformer:
    """Goes through computed blocks; commentary is as its author left it."""

    outline: Outline
    found: frozenset[str]
    reading: Reading

    def section(self, section: Section) -> Section:
        """The section: LibreOffice makes a title page of its own kind, without its mark."""
        sent = self.outline.blocks.get(section.id)
        bare = sent.title_page if isinstance(sent, Section) and section.id in self.found else section.title_page
        return replace(section, blocks=tuple(self.block(each) for each in section.blocks), title_page=bare)

    def block(self, block: Block) -> Block:
        """The block in its own form."""
        if isinstance(block, Group):
            return replace(block, blocks=tuple(self.block(each) for each in block.blocks))
        sent = self.outline.blocks.get(block.id)
        if block.id not in self.found or sent is None or isinstance(sent, Section) or isinstance(block, Commentary) or block == sent:
            return block
        if type(block) is not type(sent) or said(block) != said(sent):
            return block
        for each in (block, *walk(block)):
            if isinstance(each, Chart):
                self.say(each.id)
        return sent

    def say(self, chart: str) -> None:
        """Say that the chart is restored, in place of what was said of its text alternative."""
        self.reading.problems[:] = [each for each in self.reading.problems if (each.code, each.value) != ("word-chart-alt", chart)]
        self.reading.problems.append(self.reading.problem_at(chart, "word-chart-restored", chart))


def said(block: Block) -> object:
    """What a block says, without its form: its words, a chart's numbers, a picture's bytes."""
    match block:
        case Heading(inlines=inlines) | Paragraph(inlines=inlines):
            return _words(plain(inlines))
        case Table(rows=rows):
            return [[(_words(plain(c.inlines)), c.chart and said(c.chart), c.colspan, c.rowspan) for c in row.cells] for row in rows]
        case Chart(categories=categories, series=series):
            return categories, [(each.name, each.values) for each in series]
        case Bullets(items=items, ordered=ordered):
            return ordered, [_item(each) for each in items]
        case Picture(data=data, caption=caption):
            return data, _words(plain(caption))
    return block


def _item(item: Item) -> object:
    return _words(plain(item.inlines)), item.nested and said(item.nested)


def _words(text: str) -> str:
    """The words without shapes of directions and with single spaces, for programs differ in them."""
    return " ".join(SHAPES.sub(" ", text).split())
