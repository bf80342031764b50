"""How long the rows of a table are, whatever its cells are kept in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

DEEPEST = 10_000
"""Rows that a cell spans at most; one that says it spans thousands of millions is made to do harm."""


def row_widths(rows: Iterable[Iterable[tuple[int, int]]]) -> Iterator[int]:
    """How many columns each row fills, with those that cells from above span. A cell is the columns and the rows that it spans."""
    below: dict[int, int] = {}
    for n, row in enumerate(rows):
        width = below.pop(n, 0)
        for columns, deep in row:
            width += columns
            for further in range(n + 1, n + min(deep, DEEPEST)):
                below[further] = below.get(further, 0) + columns
        yield width
