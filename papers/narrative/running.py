"""What a report's ratings have been for some time: for how long the worst ones have stood, and which figures are near a boundary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, takewhile

from papers.assess.grounds import rule_verdict
from papers.dataset import Frequency, Indicator, Period
from papers.results import Assessment, Rated
from papers.rules.intervals import ends_of

APART: dict[Frequency, tuple[int, int]] = {
    "monthly": (27, 32),
    "quarterly": (85, 95),
    "termly": (80, 160),
    "half-yearly": (175, 190),
    "annual": (350, 380),
}
"""Days from the end of one period to the end of the next, at least and at most, where none is left out between them."""

PERIODS: dict[Frequency, str] = {"monthly": "month", "quarterly": "quarter", "termly": "term", "half-yearly": "half_year", "annual": "year"}
"""The noun of each frequency's periods, among the phrases."""

LEAST_RUN = 2
"""Periods from which on a rating is told as running."""

CLOSE = Decimal("0.05")
"""How near a boundary a figure is told as close to it, as a share of the larger of the two."""


def printed_rating(rated: Rated, current: Rated) -> str | None:
    """The rating that the papers print of a period: the current one as computed, an earlier one as it was published, where known.

    A person's override stands before both.
    """
    if rated.override or rated.period == current.period:
        return rated.rating
    return rated.published or rated.rating


@dataclass(frozen=True, slots=True)
class Running:
    """An unbroken run of periods with the current rating: its first, how many, and whether no period is missing between them."""

    first: Period
    last: Period
    periods: int
    even: bool


def run_of(indicator: Indicator, found: Assessment) -> Running | None:
    """The periods up to the current one that have its rating without a break; None for one alone, or without a rating."""
    current = found.current
    known = sorted(
        (each for each in found.history if each.period.end <= current.period.end), key=lambda each: each.period.end, reverse=True
    )
    run = list(takewhile(lambda each: printed_rating(each, current) == current.rating, known))
    if current.rating is None or len(run) < LEAST_RUN:
        return None
    least, most = APART[indicator.frequency]
    even = all(least <= (later.period.end - earlier.period.end).days <= most for later, earlier in pairwise(run))
    return Running(run[-1].period, run[0].period, len(run), even and current.carried is None)


def longest(found: Iterable[tuple[Indicator, Assessment]], word: str, most: int) -> list[tuple[Indicator, Running]]:
    """The indicators that have had the rating for longest, the longest first; at most so many."""
    runs = [(indicator, run_of(indicator, each)) for indicator, each in found if each.current.rating == word]
    told = [(indicator, run) for indicator, run in runs if run]
    return sorted(told, key=lambda each: each[1].first.end - each[1].last.end)[:most]


@dataclass(frozen=True, slots=True)
class Near:
    """How far the figure stands from the nearest boundary of another rating: negative below it; and what the boundary is called."""

    distance: Decimal
    boundary: str
    share: Decimal
    """The distance as a share of the larger of figure and boundary, so that units can be held side by side."""


def near(rated: Rated) -> Near | None:
    """The nearest boundary of the rating; None where there is none, or the figure is not exact, late, or overridden by a person."""
    verdict = rule_verdict(rated)
    boundary, figure = verdict.boundary, verdict.figure
    if boundary is None or figure is None or verdict.ladder is None or verdict.qualifier or rated.override or rated.carried:
        return None
    distance, name = boundary
    end = next(end for end, _ in ends_of(verdict.ladder.steps) if abs(figure - end) == distance)
    larger = max(abs(figure), abs(end))
    return Near(figure - end, name, distance / larger if larger else Decimal(0))


def closest(found: Sequence[tuple[Indicator, Assessment]], most: int) -> list[tuple[Indicator, Assessment, Near]]:
    """The indicators whose figures are closest to a boundary of their ratings, the closest first; at most so many, and only close ones."""
    told = [(indicator, each, at) for indicator, each in found if (at := near(each.current))]
    return sorted((each for each in told if each[2].share <= CLOSE), key=lambda each: each[2].share)[:most]
