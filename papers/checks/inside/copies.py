"""Columns that are the same, figure by figure, as if one had been copied over the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from papers.checks.inside.known import ACTUAL, SET, Known
from papers.dataset import DataTable, Observation
from papers.errors import Problem, problem

ALIKE = 4
"""How many figures in a row are too many to be the same by chance."""


def copied_series(known: Known) -> Iterator[Problem]:
    """Two series, of one indicator or of two, that have the same figures in the same periods."""
    seen: dict[tuple[object, ...], tuple[str, str]] = {}
    for indicator in known.dataset.indicators:
        names = dict.fromkeys(name for each in known.observed.get(indicator.id, ()) for name in each.values if name not in SET)
        for name in names:
            points = known.points(indicator.id, name)
            if len(points) < ALIKE or len({number for _, number in points}) < ALIKE - 1:
                continue
            key = tuple((each.period.end, number) for each, number in points)
            first = seen.setdefault(key, (indicator.id, name))
            if first != (indicator.id, name):
                other = known.label(known.indicators[first[0]], first[1])
                words = {"what": known.label(indicator, name), "other": other, "count": str(len(points))}
                yield problem("series-copied", points[0][0].place_of(name), **words)


def copied_periods(known: Known) -> Iterator[Problem]:
    """Sections where the figures of a period are those of the period before, one and all."""
    for section in known.dataset.sections:
        ids = [each.id for each in known.dataset.indicators if each.section == section.slug]
        alike: dict[tuple[dt.date, dt.date], list[Observation]] = {}
        apart: set[tuple[dt.date, dt.date]] = set()
        for one in ids:
            for (before, then), (each, now) in pairwise(known.points(one)):
                ends = (before.period.end, each.period.end)
                if then == now:
                    alike.setdefault(ends, []).append(each)
                else:
                    apart.add(ends)
        for ends, found in alike.items():
            if ends not in apart and len(found) >= ALIKE and len({each.number(ACTUAL) for each in found}) >= ALIKE - 1:
                words = {"section": section.title, "period": found[0].period.spoken, "count": str(len(found))}
                yield problem("period-copied", found[0].place_of(ACTUAL), **words)


def copied_columns(known: Known) -> Iterator[Problem]:
    """Two columns of a supplementary table that hold the same figures."""
    for table in known.dataset.tables:
        seen: dict[tuple[Decimal | None, ...], int] = {}
        for at, heading in enumerate(table.columns):
            numbers = _column(table, at)
            if len([each for each in numbers if each is not None]) < ALIKE or len(set(numbers)) < ALIKE - 1:
                continue
            first = seen.setdefault(numbers, at)
            cell = next((row.cells[at] for row in table.rows if row.cells[at]), None)
            if first != at and cell:
                words = {"what": heading, "other": table.columns[first], "table": table.title}
                yield problem("column-copied", cell.value.place, **words)


def _column(table: DataTable, at: int) -> tuple[Decimal | None, ...]:
    cells: Sequence[Decimal | None] = [cell.value.number if (cell := row.cells[at]) else None for row in table.rows]
    return tuple(cells)
