"""Targets that moved: one that is out of line with those before and after, one that became easier without a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from papers.checks.inside.known import TARGET, Known, Point, months, named
from papers.dataset import Indicator
from papers.errors import Problem, problem
from papers.wording import with_unit

YEAR = 12


def odd_targets(known: Known) -> Iterator[Problem]:
    """Targets of one period that differ from those before and after it, which are the same, and from those of all other periods."""
    for indicator in known.dataset.indicators:
        points = known.points(indicator.id, TARGET)
        often = Counter(number for _, number in points)
        for before, now, after in zip(points, points[1:], points[2:], strict=False):
            if before[1] == after[1] != now[1] and often[now[1]] == 1 and not _explained(now):
                place, unit = now[0].place_of(TARGET), indicator.unit
                words = {"indicator": named(indicator), "period": now[0].period.spoken}
                yield problem("target-out-of-line", place, value=with_unit(now[1], unit), data=with_unit(before[1], unit), **words)


def eased_targets(known: Known) -> Iterator[Problem]:
    """Targets of the latest result that are easier than those of the result before, without a note, and not so at the same time last year."""
    for indicator in known.dataset.indicators:
        points = known.points(indicator.id, TARGET)
        results = {each.period.end for each, _ in known.points(indicator.id, indicator.measure)}
        latest = max((n for n, (each, _) in enumerate(points) if each.period.end in results), default=0)
        if latest and points[latest - 1][0].period.end in results and _is_eased(indicator, points, latest):
            (before, then), (each, now) = points[latest - 1], points[latest]
            words = {"indicator": named(indicator), "period": each.period.spoken, "before": before.period.spoken}
            yield problem(
                "target-eased", each.place_of(TARGET), value=with_unit(now, indicator.unit), data=with_unit(then, indicator.unit), **words
            )


def _is_eased(indicator: Indicator, points: list[Point], at: int) -> bool:
    if _explained(points[at]) or not _easier(indicator, points[at - 1][1], points[at][1]):
        return False
    last_year = next((n for n in range(1, at) if months(points[n][0], points[at][0]) == YEAR), None)
    return last_year is None or not _easier(indicator, points[last_year - 1][1], points[last_year][1])


def _easier(indicator: Indicator, then: Decimal, now: Decimal) -> bool:
    return now < then if indicator.polarity == "higher" else now > then if indicator.polarity == "lower" else False


def _explained(point: Point) -> bool:
    """Whether a note stands by the period or the target, or a marker says that it was revised or begins anew."""
    observation = point[0]
    value = observation.values[TARGET]
    return bool(observation.note or value.note or value.markers)
