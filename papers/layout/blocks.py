"""Every kind of block as slabs, in reading order, with its elements of the logical structure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from papers.document import (
    Block,
    Bullets,
    Chart,
    Commentary,
    Contents,
    Group,
    Heading,
    NodeError,
    Paragraph,
    Picture,
    Run,
    Table,
)
from papers.errors import PapersError, Place, problem
from papers.layout.charts import ChartPlan
from papers.layout.contents import Entry, contents
from papers.layout.flow import Place as On
from papers.layout.flow import Slab
from papers.layout.placed import Drawing, Image, Tag
from papers.layout.tables import TableSetter
from papers.layout.texts import Setting, bullets, heading, paragraph, text_slabs

BEFORE, AFTER = 4.0, 8.0
"""Around charts and pictures."""


class Setter:
    """Turns the blocks of a section into slabs. `room` is the height of a page's text, `entries` what contents list."""

    def __init__(self, setting: Setting, room: float, entries: Sequence[Entry]) -> None:
        self.setting, self.room, self.entries = setting, room, entries

    def blocks(self, blocks: Sequence[Block], parent: Tag) -> list[Slab]:
        """The slabs of all blocks."""
        return [slab for block in blocks for slab in self.block(block, parent)]

    def part(self, blocks: Sequence[Block], part: Tag) -> list[Slab]:
        """The slabs of a section's blocks; each heading opens an element for what stands under it, within that of the heading above."""
        slabs: list[Slab] = []
        opened: list[tuple[int, Tag]] = [(0, part)]
        for block in blocks:
            level = _opens(block)
            if level:
                while opened[-1][0] >= level:
                    opened.pop()
                opened.append((level, Tag("Sect", opened[-1][1])))
            slabs += self.block(block, opened[-1][1])
        return slabs

    def block(self, block: Block, parent: Tag) -> list[Slab]:
        """The slabs of one block; its id begins at the first of them. NodeError for an unknown kind, PapersError for one too tall."""
        slabs = self._slabs(block, parent)
        highest = max(slab.height for slab in slabs)
        if highest > self.room:
            raise PapersError([problem("block-too-tall", Place(block=block.id), height=round(highest), room=round(self.room))])
        slabs[0].begins = (block.id, *slabs[0].begins)
        return slabs

    def _slabs(self, block: Block, parent: Tag) -> list[Slab]:
        match block:
            case Heading():
                return heading(block, self.setting, parent)
            case Paragraph():
                return paragraph(block, self.setting, parent)
            case Bullets():
                return bullets(block, self.setting, parent)
            case Table():
                return self._table(block, parent)
            case Chart():
                return [self._chart(block, parent)]
            case Picture():
                return self._picture(block, parent)
            case Contents():
                return contents(block, self.entries, self.setting, parent)
            case Commentary():
                return self._commentary(block, parent)
            case Group():
                return self._group(block, parent)
        raise NodeError(f"{block!r} is no block")

    def _table(self, block: Table, parent: Tag) -> list[Slab]:
        tag = Tag("Table", parent)
        tag.summary = block.title
        return TableSetter(block, self.setting, tag).slabs()

    def _chart(self, block: Chart, parent: Tag) -> Slab:
        width = min(block.width or self.setting.width, self.setting.width)
        piece = Tag("Figure", parent, alt=block.alt).piece()
        drawn = ChartPlan(block, width, block.height, self.setting.style("Chart Label"))

        def draw(place: On, y: float) -> None:
            piece.tag.box = (place.left, y, width, block.height)
            place.page.items.append(Drawing(place.left, y, drawn, piece))

        return Slab(block.height, draw, BEFORE, AFTER)

    def _picture(self, block: Picture, parent: Tag) -> list[Slab]:
        scale = min(1.0, self.setting.width / block.width, self.room / block.height)
        width, height = block.width * scale, block.height * scale
        piece = Tag("Figure", parent, alt=block.alt).piece() if block.alt else None

        def draw(place: On, y: float) -> None:
            if piece:
                piece.tag.box = (place.left, y, width, height)
            place.page.items.append(Image(place.left, y, width, height, block, piece))

        slab = Slab(height, draw, BEFORE, AFTER, keep=bool(block.caption))
        if not block.caption:
            return [slab]
        tag = Tag("Caption", parent)
        return [slab, *text_slabs(block.caption, self.setting.style("Caption"), self.setting, tag)]

    def _commentary(self, block: Commentary, parent: Tag) -> list[Slab]:
        label = text_slabs((Run(block.label),), self.setting.style("Label"), self.setting, Tag("P", parent), keep=True)
        if block.blocks:
            return label + self.blocks(block.blocks, parent)
        assert block.prompt
        return label + text_slabs((Run(block.prompt),), self.setting.style("Prompt"), self.setting, Tag("P", parent))

    def _group(self, block: Group, parent: Tag) -> list[Slab]:
        slabs = self.blocks(block.blocks, parent)
        if _height(slabs) <= self.room:
            for slab in slabs[:-1]:
                slab.keep = True
        return slabs


def _opens(block: Block) -> int:
    """The level of the heading that the block is or begins with, 0 where it is none."""
    first = block.blocks[0] if isinstance(block, Group) else block
    return first.level if isinstance(first, Heading) else 0


def _height(slabs: Sequence[Slab]) -> float:
    """The height of the slabs under each other with the gaps between them."""
    gaps = sum(max(above.after, below.before) for above, below in pairwise(slabs))
    return sum(slab.height for slab in slabs) + gaps
