"""Figures that the report links: one figure in two places, and sums of figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from papers.checks.inside.known import Known
from papers.dataset import Value
from papers.errors import Place, Problem, problem
from papers.suppression.algebra import Key
from papers.suppression.figures import observed, tabled
from papers.suppression.links import At, Places
from papers.wording import digits

Cell = tuple[Value, str, Place]
"""A figure, its unit and its cell."""

SINGLE = "count"
"""The unit of counts of single ones, whose sums are exact."""


def links(known: Known) -> Iterator[Problem]:
    """Figures that the table links calls the same and are not, or a sum and are none beyond rounding."""
    if not known.dataset.links:
        return
    places = Places(known.dataset.observations, known.dataset.tables, known.dataset.info.period_end)
    cells = _cells(known)
    sums: dict[str, list[str]] = {}
    for each in known.dataset.links:
        if each.relation == "sum":
            sums.setdefault(each.figure, []).append(each.part)
        elif each.relation == "same":
            yield from _held("linked-same-differs", each.figure, [each.part], places, cells)
    for figure, parts in sums.items():
        yield from _held("linked-sum-differs", figure, parts, places, cells)


def _cells(known: Known) -> Mapping[Key, Cell]:
    """Every figure of the report by its key."""
    found: dict[Key, Cell] = {}
    for each in known.dataset.observations:
        own = known.indicators.get(each.indicator)
        for name, value in each.values.items() if own else ():
            found[observed(each.indicator, name, each.period.end)] = (value, known.unit(own, name) if own else "", each.place_of(name))
    for table in known.dataset.tables:
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row.cells):
                if cell:
                    found[tabled(table.id, r, c)] = (cell.value, cell.unit, cell.value.place)
    return found


def _held(code: str, figure: str, parts: list[str], places: Places, cells: Mapping[Key, Cell]) -> Iterator[Problem]:
    tables = any(part.partition("|")[0].strip() in places.tables for part in parts)
    for whole in places.of(figure):
        if tables and whole.end not in (None, places.now):
            continue
        own = cells.get(whole.key)
        others = [cells.get(key) for key in _keys(whole, parts, places, whole.end) if key]
        if own is None or None in others or len(others) < len(parts):
            continue
        yield from _differ(code, own, [each for each in others if each], figure, parts)


def _keys(whole: At, parts: list[str], places: Places, end: dt.date | None) -> Iterator[Key | None]:
    return (places.matching(whole, part, end) for part in parts)


def _differ(code: str, own: Cell, others: list[Cell], figure: str, parts: list[str]) -> Iterator[Problem]:
    """The problem where the whole is not what the parts give; none where one is not told, or is told in another unit."""
    numbers = [value.number for value, unit, _ in others if not value.qualifier and unit == own[1]]
    told = own[0].number
    if told is None or own[0].qualifier or len(numbers) < len(others) or None in numbers:
        return
    known = [each for each in numbers if each is not None]
    total = sum(known, Decimal(0))
    slack = sum((Decimal(1).scaleb(int(each.as_tuple().exponent)) / 2 for each in (told, *known)), Decimal(0))
    if abs(total - told) > (Decimal(0) if own[1] == SINGLE else slack):
        where = "; ".join(dict.fromkeys(str(place) for _, _, place in others))
        yield problem(code, own[2], value=digits(told), data=digits(total), figure=figure, parts=" and ".join(parts), where=where)
