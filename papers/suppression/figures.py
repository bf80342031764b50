"""A report's figures as counts that hang together: what counts people, what adds up to what, what is worked out from what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from papers.dataset import DataCell, DataTable, Indicator, Observation, SeriesInfo, Value
from papers.suppression.adding import UNSUMMED, addings, is_total
from papers.suppression.algebra import Key
from papers.suppression.counts import PUBLISHED, Count, Sum

ACTUAL, UNROUNDED = "actual", "unrounded"

COUNTED = frozenset({"count", "FTE"})
"""Units whose figures count people one by one."""

SCALES = {
    "percent": Decimal(100),
    "rate per 1,000": Decimal(1_000),
    "rate per 10,000": Decimal(10_000),
    "rate per 100,000": Decimal(100_000),
}
"""Units of shares and rates, and of how many they are told."""

RANKS = {"body": 0, "subtotal": 1, "total": 2}
APRIL = 4
"""The month in which a financial year begins."""


@dataclass(slots=True)
class Figures:
    """The figures by key, the sums they stand in, and from which figures each is worked out."""

    counts: dict[Key, Count] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    derived: dict[Key, set[Key]] = field(default_factory=dict)

    def add(self, key: Key, value: Value | None, *, people: bool, rank: int = 0) -> None:
        """A figure that is printed, if it is one: a number, one known only as less or more than something, or one that is suppressed."""
        if value is not None and (value.number is not None or value.is_suppressed):
            by_hand = value.is_confidential
            self.counts[key] = Count(None if value.qualifier or by_hand else value.number, people, rank=rank, by_hand=by_hand)

    def derive(self, key: Key, sources: Iterable[Key]) -> None:
        """The figure is worked out from the sources."""
        self.derived.setdefault(key, set()).update(sources)

    def number(self, key: Key) -> Decimal | None:
        """The figure's number, if it is there and known."""
        found = self.counts.get(key)
        return found.number if found else None


def observed(indicator: str, series: str, end: dt.date) -> Key:
    """The key of an indicator's figure: what `Figures` calls it."""
    return ("observed", indicator, series, end.isoformat())


def tabled(table: str, row: int, column: int, part: str = "value") -> Key:
    """The key of a figure in a supplementary table, or of the comparator beside it."""
    return ("tabled", table, str(row), str(column), part)


def add_indicator(found: Figures, indicator: Indicator, observations: Sequence[Observation], series: Sequence[SeriesInfo]) -> None:
    """The indicator's figures, with those that can be worked out from them and are not printed."""
    shares = {indicator.numerator, indicator.denominator} - {""} if indicator.people else set()
    people = {each.name for each in series if each.unit in COUNTED and (each.people or each.name in shares)}
    if indicator.people and indicator.unit in COUNTED:
        people |= {ACTUAL}
    latest = max((each.period.end for each in observations if ACTUAL in each.values), default=None)
    for each in observations:
        end = each.period.end
        for name in (ACTUAL, *(info.name for info in series)):
            found.add(observed(indicator.id, name, end), each.values.get(name), people=name in people, rank=PUBLISHED * (end != latest))
        found.derive(observed(indicator.id, UNROUNDED, end), [observed(indicator.id, ACTUAL, end)])
        if shares:
            _add_share(found, indicator, end)
    if ACTUAL in people and indicator.basis.casefold().startswith("year to date"):
        _add_year(found, indicator.id, observations)


def _add_share(found: Figures, indicator: Indicator, end: dt.date) -> None:
    """The share or rate, worked out from how many there are; and how many are not among those it tells of, who are people as well.

    Without a figure for those it tells of, the share gives it: it is withheld in that figure's place.
    """
    share, part, whole = (observed(indicator.id, name, end) for name in (ACTUAL, indicator.numerator, indicator.denominator))
    found.derive(share, [part, whole])
    told, all_of_them, scale = found.number(share), found.number(whole), SCALES.get(indicator.unit)
    if found.number(part) is None and None not in (told, all_of_them, scale) and part not in found.counts:
        assert told is not None
        assert all_of_them is not None
        assert scale is not None
        part = share
        found.counts[share] = Count((told * all_of_them / scale).quantize(Decimal(1), ROUND_HALF_UP))
    some = found.number(part)
    if all_of_them is not None and some is not None:
        others = ("others", indicator.id, end.isoformat())
        found.counts[others] = Count(all_of_them - some, printed=False)
        found.sums.append({whole: 1, part: -1, others: -1})


def _add_year(found: Figures, indicator: str, observations: Sequence[Observation]) -> None:
    """What each period adds to the year so far, which anybody can work out."""
    ordered = sorted(each.period.end for each in observations)
    for before, end in pairwise(ordered):
        earlier, now = (observed(indicator, ACTUAL, each) for each in (before, end))
        first, last = found.number(earlier), found.number(now)
        if first is not None and last is not None and _year(before) == _year(end):
            added = ("added", indicator, end.isoformat())
            found.counts[added] = Count(last - first, printed=False)
            found.sums.append({now: 1, earlier: -1, added: -1})


def _year(end: dt.date) -> int:
    """The calendar year in which the day's financial year begins."""
    return end.year - (end.month < APRIL)


def add_table(found: Figures, table: DataTable) -> None:
    """The table's figures; in one that counts people, a share is worked out from the counts of its row, or else of its column."""
    cells = {(r, c): cell for r, row in enumerate(table.rows) for c, cell in enumerate(row.cells) if cell}
    for (r, c), cell in cells.items():
        rank = max(RANKS[table.rows[r].kind], RANKS["total"] * is_total(table.columns[c]))
        for part, value in (("value", cell.value), ("comparator", cell.comparator)):
            found.add(tabled(table.id, r, c, part), value, people=_counts_people(cell), rank=rank)
    for part in ("value", "comparator"):
        found.sums += _table_sums(table, cells, part)
        for spot, sources in _table_shares(table, cells).items():
            found.derive(tabled(table.id, *spot, part), [tabled(table.id, *each, part) for each in sources])


def _counts_people(cell: DataCell) -> bool:
    return cell.people and cell.unit in COUNTED


def _table_sums(table: DataTable, cells: Mapping[tuple[int, int], DataCell], part: str) -> list[Sum]:
    return [
        {tabled(table.id, *adding.total, part): -1} | {tabled(table.id, *spot, part): 1 for spot in adding.parts if spot in cells}
        for adding in addings(table)
        if adding.total in cells and cells[adding.total].unit not in UNSUMMED
    ]


def _table_shares(table: DataTable, cells: Mapping[tuple[int, int], DataCell]) -> Mapping[tuple[int, int], Sequence[tuple[int, int]]]:
    """The shares and rates of a table that counts people, each with the counts that it may be worked out from."""
    counted = [spot for spot, cell in cells.items() if _counts_people(cell)]
    found = {}
    for (r, c), cell in cells.items():
        if cell.unit in UNSUMMED and counted:
            across = [(row, col) for row, col in counted if row == r and (not table.spanners or table.spanners[col] == table.spanners[c])]
            found[r, c] = across or [(row, col) for row, col in counted if col == c]
    return found
