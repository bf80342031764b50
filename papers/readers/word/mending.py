"""What an edited file says in a way that no Document can: ids that stand twice, headings that leave out a level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from papers.document import Block, Bullets, Cell, Chart, Commentary, Group, Heading, Section, Table, plain, walk

if TYPE_CHECKING:
    from papers.readers.word.reading import Reading


def mended(sections: tuple[Section, ...], reading: Reading, new_id: Callable[[], str]) -> tuple[Section, ...]:
    """The sections with every id once and no level of heading left out; what is changed for that is reported."""
    mender = _Mender(reading, new_id, uneven=_is_uneven(sections))
    return tuple(mender.section(each) for each in sections)


def _is_uneven(sections: tuple[Section, ...]) -> bool:
    """Whether a heading leaves out a level."""
    levels = [each.level for section in sections for each in walk(section) if isinstance(each, Heading)]
    return any(after > before + 1 for before, after in pairwise([0, *levels]))


@dataclass
class _Mender:
    """Goes through the blocks in reading order."""

    reading: Reading
    new_id: Callable[[], str]
    uneven: bool = False
    """Whether a heading leaves out a level; then those typed in a commentary stay below the one that it stands under."""
    least: int = 1
    seen: set[str] = field(default_factory=set)
    level: int = 0

    def section(self, section: Section) -> Section:
        """The section, mended."""
        own = self.own(section.id)
        return replace(section, id=own, blocks=tuple(self.block(each) for each in section.blocks))

    def own(self, given: str) -> str:
        """The id, or a new one where it was there before."""
        while given in self.seen:
            given = self.new_id()
        self.seen.add(given)
        return given

    def block(self, block: Block) -> Block:
        """The block, mended; the same object where nothing is amiss."""
        own = self.own(block.id)
        found = block if own == block.id else replace(block, id=own)
        match found:
            case Heading():
                return self.heading(found)
            case Group() | Commentary() if found.blocks:
                before, self.least = self.least, self.level if self.uneven and isinstance(found, Commentary) else self.least
                inner = tuple(self.block(each) for each in found.blocks)
                self.least = before
                return found if inner == found.blocks else replace(found, blocks=inner)  # type: ignore[arg-type]  # blocks keep their kinds
            case Table():
                return self.table(found)
            case Bullets():
                return self.bullets(found)
        return found

    def heading(self, heading: Heading) -> Heading:
        """The heading, raised to the level that may follow the one before."""
        before, self.level = self.level, max(self.least, min(heading.level, self.level + 1))
        level = self.level
        if level == heading.level:
            return heading
        self.reading.problems.append(
            self.reading.problem_at(
                heading.id, "word-heading-raised", plain(heading.inlines), level=str(level), found=str(heading.level), before=str(before)
            )
        )
        return replace(heading, level=level)

    def table(self, table: Table) -> Table:
        """The table, its charts mended."""
        if not any(cell.chart for row in table.rows for cell in row.cells):
            return table
        rows = tuple(replace(row, cells=tuple(self.cell(cell) for cell in row.cells)) for row in table.rows)
        return table if rows == table.rows else replace(table, rows=rows)

    def cell(self, cell: Cell) -> Cell:
        """The cell, its chart mended."""
        chart = self.block(cell.chart) if cell.chart else None
        return replace(cell, chart=chart) if isinstance(chart, Chart) and chart is not cell.chart else cell

    def bullets(self, bullets: Bullets) -> Bullets:
        """The list, those within it mended."""
        items = tuple(replace(item, nested=self._nested(item.nested)) if item.nested else item for item in bullets.items)
        return bullets if items == bullets.items else replace(bullets, items=items)

    def _nested(self, bullets: Bullets) -> Bullets:
        own = self.own(bullets.id)
        return self.bullets(bullets if own == bullets.id else replace(bullets, id=own))
