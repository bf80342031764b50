"""Sums of whole figures solved for those that are not known: what they determine, and how the others could move together.

Exact and without a solver: rows of whole numbers, eliminated with whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from math import gcd, lcm

Key = tuple[str, ...]
"""What a figure is called, part by part."""

Row = dict[Key, int]
"""Coefficients by unknown, none of them zero."""


@dataclass(frozen=True, slots=True)
class Solved:
    """Sums in reduced form: each row belongs to one unknown, its pivot, that stands in no other row."""

    rows: Mapping[Key, Mapping[Key, int]]
    free: tuple[Key, ...]
    """The unknowns without a row: each may move, and the pivots with it."""

    @property
    def determined(self) -> frozenset[Key]:
        """The unknowns that the sums leave one figure only."""
        return frozenset(pivot for pivot, row in self.rows.items() if len(row) == 1)

    def moves(self) -> tuple[Mapping[Key, int], ...]:
        """Ways in which the unknowns can change together without a sum changing, in least whole steps; one for each free unknown."""
        return tuple(self._move(each) for each in self.free)

    def _move(self, free: Key) -> Mapping[Key, int]:
        """One step of the free unknown, and of each pivot whose row it stands in."""
        own = {pivot: row for pivot, row in self.rows.items() if free in row}
        step = lcm(*(abs(row[pivot]) // gcd(row[pivot], row[free]) for pivot, row in own.items()))
        return {free: step} | {pivot: -row[free] * step // row[pivot] for pivot, row in own.items()}


def solved(sums: Iterable[Mapping[Key, int]], unknown: Iterable[Key]) -> Solved:
    """The sums solved for their unknowns; every other figure in them is known. The first unknown of a sum is its pivot."""
    order = {key: n for n, key in enumerate(unknown)}
    rows: dict[Key, Row] = {}
    for each in sums:
        row = {key: factor for key, factor in each.items() if key in order and factor}
        for pivot in [key for key in row if key in rows]:
            row = _without(pivot, row, rows[pivot])
        if row:
            pivot = min(row, key=order.__getitem__)
            for other, earlier in rows.items():
                rows[other] = _without(pivot, earlier, row)
            rows[pivot] = row
    return Solved(rows, tuple(key for key in order if key not in rows))


def _without(pivot: Key, row: Row, by: Row) -> Row:
    """The row with the pivot taken out by the row that belongs to it, in least whole numbers."""
    own = row.get(pivot)
    if own is None:
        return row
    left, right = by[pivot], own
    keys = dict.fromkeys([*row, *by])
    taken = {key: row.get(key, 0) * left - by.get(key, 0) * right for key in keys}
    kept = {key: factor for key, factor in taken.items() if factor}
    shared = reduce(gcd, kept.values(), 0)
    return {key: factor // shared for key, factor in kept.items()} if shared > 1 else kept
