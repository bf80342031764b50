"""Which cells of a supplementary table add up to which: totals and subtotals down, total columns across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papers.dataset import DataTable

UNSUMMED = frozenset({"percent", "score", "ratio", "rate per 1,000", "rate per 10,000", "rate per 100,000"})
"""Units whose totals are no sums."""

Spot = tuple[int, int]
"""A cell by its row and column."""


@dataclass(frozen=True, slots=True)
class Adding:
    """A cell that is the total of others, what kind of total it is, and of what."""

    total: Spot
    parts: Sequence[Spot]
    kind: str
    of: str


def addings(table: DataTable) -> Iterator[Adding]:
    """The totals of the table with the cells that they total, down and then across."""
    for n, row in enumerate(table.rows):
        if row.kind != "body":
            own = [m for m, each in enumerate(table.rows) if each.kind == "body" and (row.kind == "total" or each.group == row.group)]
            yield from (Adding((n, at), [(m, at) for m in own], row.kind, name) for at, name in enumerate(table.columns))
    for at, name in enumerate(table.columns):
        if is_total(name):
            others = list(_parts_of_column(table, at))
            yield from (Adding((n, at), [(n, other) for other in others], name, row.label) for n, row in enumerate(table.rows))


def is_total(column: str) -> bool:
    """Whether the column's heading says that it is a total."""
    return column.casefold().startswith("total")


def _parts_of_column(table: DataTable, total: int) -> Iterator[int]:
    """The columns before a total column, under its spanner, back to the total column before it."""
    spanner = table.spanners[total] if table.spanners else ""
    for index in range(total - 1, -1, -1):
        if is_total(table.columns[index]) or (table.spanners and table.spanners[index] != spanner):
            return
        yield index
