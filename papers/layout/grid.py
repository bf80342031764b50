"""Where a table's cells stand: rows of cells with their columns, and the width of each column."""

from __future__ import annotations

from typing import NamedTuple

from papers.document import Cell, Row, Table
from papers.house import TableStyle


class Spot(NamedTuple):
    """A cell on its place: the first of its columns (from 0)."""

    cell: Cell
    column: int


def spots(table: Table) -> list[list[Spot]]:
    """For each row its cells with the columns they begin in, row spans taken into account."""
    taken = [0] * len(table.columns)
    rows: list[list[Spot]] = []
    for row in table.rows:
        rows.append(_row(row, taken))
        taken = [max(0, left - 1) for left in taken]
    return rows


def _row(row: Row, taken: list[int]) -> list[Spot]:
    found: list[Spot] = []
    column = 0
    for cell in row.cells:
        while taken[column]:
            column += 1
        found.append(Spot(cell, column))
        for n in range(column, column + cell.colspan):
            taken[n] = cell.rowspan
        column += cell.colspan
    return found


class Edges(NamedTuple):
    """The columns' left edges from the table's left, and its right edge; text stands within the pads."""

    at: tuple[float, ...]
    style: TableStyle

    def text(self, column: int, span: int) -> tuple[float, float]:
        """Left end and width of the text of a cell."""
        left = self.at[column] + self.style.pad_left
        return left, self.at[column + span] - self.style.pad_right - left


def edges(table: Table, width: float, style: TableStyle) -> Edges:
    """The columns of the table in `width` points, by their shares."""
    at = [0.0]
    total = 0
    for column in table.columns:
        total += column.share
        at.append(width * total / 1000)
    return Edges(tuple(at), style)
