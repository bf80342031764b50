"""Periods: left out, out of order, told before they ended, and the report's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from papers.checks.inside.known import ACTUAL, Known, months, named
from papers.dataset import Observation
from papers.errors import Place, Problem, problem
from papers.intake.periods import end_of
from papers.wording import MONTHS

EVERY = {"monthly": 1, "quarterly": 3, "termly": 4, "half-yearly": 6, "annual": 12}
"""How many months lie between two results, by the indicator's frequency."""


def gaps(known: Known) -> Iterator[Problem]:
    """Where a period has no row between two that have: after results as often as they are due, a gap of twice that or more."""
    for indicator in known.dataset.indicators:
        due = EVERY[indicator.frequency]
        rows = known.observed.get(indicator.id, ())
        for (first, second), (_, third) in pairwise(pairwise(rows)):
            missing = months(second, third)
            if months(first, second) <= due and missing >= 2 * due:
                words = {"indicator": named(indicator), "period": third.period.spoken, "before": second.period.spoken}
                yield problem("period-left-out", third.place, frequency=indicator.frequency, **words)


def unordered(known: Known) -> Iterator[Problem]:
    """Rows that stand after one of a later period: a misprinted year puts a period where it does not belong."""
    for indicator in known.dataset.indicators:
        rows = [each for each in known.observed.get(indicator.id, ()) if each.place.row]
        for before, after in pairwise(sorted(rows, key=lambda each: (each.place.file or "", each.place.sheet or "", each.place.row or 0))):
            if _is_one_table(before.place, after.place) and after.period.end < before.period.end and not _is_turned(rows):
                place = replace(after.place, column="period_end")
                words = {"indicator": named(indicator), "before": before.period.spoken}
                yield problem("periods-out-of-order", place, value=after.period.spoken, **words)


def _is_turned(rows: list[Observation]) -> bool:
    """Whether all rows stand with the latest period first, as some keep them."""
    places = [each.place.row or 0 for each in rows]
    return places == sorted(places, reverse=True)


def _is_one_table(one: Place, other: Place) -> bool:
    return (one.file, one.sheet) == (other.file, other.sheet)


def later_figures(known: Known) -> Iterator[Problem]:
    """Actual figures of periods that end after the day on which the data was final, and are not marked as provisional."""
    final = known.dataset.info.data_date
    for indicator in known.dataset.indicators:
        for each, number in known.points(indicator.id):
            if each.period.end > final and "p" not in each.values[ACTUAL].markers:
                words = {"indicator": named(indicator), "period": each.period.spoken}
                yield problem("figure-before-its-time", each.place_of(ACTUAL), value=f"{number:f}", data=final.isoformat(), **words)


def reported_period(known: Known) -> Iterator[Problem]:
    """The report's own period and dates, where they do not go together."""
    info = known.dataset.info
    place = Place("report.toml")
    said = end_of(info.period)
    if said and (said.year, said.month) != (info.period_end.year, info.period_end.month):
        told = f"{MONTHS[info.period_end.month - 1]} {info.period_end.year}"
        yield problem("report-period-differs", replace(place, column="period_end"), value=info.period, data=told)
    before = end_of(info.previous_period) if info.previous_period else None
    if before and before >= info.period_end:
        yield problem("previous-period-later", replace(place, column="previous_period"), value=info.previous_period, data=info.period)
    if info.date < info.data_date:
        words = {"value": info.date.isoformat(), "data": info.data_date.isoformat()}
        yield problem("published-before-data", replace(place, column="date"), **words)
