"""Figures that leap out of their own history and back, as a misplaced point or a digit typed twice does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from papers.checks.inside.known import SET, Known, Point, grain
from papers.dataset import Observation
from papers.errors import Problem, problem
from papers.wording import with_unit

FAR = Decimal("3.5")
"""From which modified z-score on a figure is far off: B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers (ASQC, 1993)."""

NORMAL = Decimal("0.6745")
"""What makes the median absolute deviation comparable with a standard deviation: the same source."""

ENOUGH = 6
"""Of how many figures a history is told from, the one in question among them."""

SIZE = Decimal("1.5")
"""By which factor a figure differs at least from those beside it: smaller leaps are everyday ones where results are few."""


def jumps(known: Known) -> Iterator[Problem]:
    """Figures far from all others of their series, and by a factor from those before and after. The first one has none before it."""
    for indicator in known.dataset.indicators:
        names = dict.fromkeys(name for each in known.observed.get(indicator.id, ()) for name in each.values if name not in SET)
        for name in names:
            points = known.points(indicator.id, name)
            for at in range(1, len(points)) if len(points) >= ENOUGH else ():
                observation, number = points[at]
                if not _explained(observation, name) and _leaps(points, at):
                    unit, before = known.unit(indicator, name), points[at - 1]
                    words = {"what": known.label(indicator, name), "period": observation.period.spoken, "before": before[0].period.spoken}
                    usual = with_unit(median(_others(points, at)), unit)
                    place = observation.place_of(name)
                    yield problem(
                        "figure-jumps", place, value=with_unit(number, unit), data=with_unit(before[1], unit), usual=usual, **words
                    )


def _explained(observation: Observation, series: str) -> bool:
    """Whether a note or a break in the series says what happened."""
    value = observation.values[series]
    return bool(observation.note or value.note or "b" in value.markers)


def _others(points: Sequence[Point], at: int) -> list[Decimal]:
    return [number for n, (_, number) in enumerate(points) if n != at]


def _leaps(points: Sequence[Point], at: int) -> bool:
    """Whether the figure is far from the median of the others, and so from those beside it."""
    number = points[at][1]
    others = _others(points, at)
    middle = median(others)
    spread = max(median(abs(each - middle) for each in others), grain([*others, number]) / 2)
    steps = [abs(later - earlier) for earlier, later in pairwise(others)]
    beside = [points[n][1] for n in (at - 1, at + 1) if n < len(points)]
    nearest = min(abs(number - each) for each in beside)
    return (
        NORMAL * abs(number - middle) > FAR * spread and nearest > FAR * median(steps) and all(_by_factor(number, each) for each in beside)
    )


def _by_factor(one: Decimal, other: Decimal) -> bool:
    small, large = sorted((abs(one), abs(other)))
    return one * other < 0 or large >= SIZE * small
