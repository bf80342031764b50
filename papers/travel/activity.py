"""Where an activity indicator stands: above, within or below its expected range, or against a benchmark, and since when.

There is no rating and no polarity. Each result is held against the thresholds of its own period.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from papers.dataset import Frequency, Period
from papers.travel.points import Point

Side = Literal["above", "within", "below", "at"]
Against = Literal["range", "upper threshold", "lower threshold", "benchmark"]

STEPS: Mapping[Frequency, tuple[int, int]] = {
    "monthly": (1, 1),
    "quarterly": (3, 3),
    "termly": (3, 6),
    "half-yearly": (6, 6),
    "annual": (12, 12),
}
"""How many months lie between neighbouring results at least and at most; terms differ in length."""

NOUNS: Mapping[Frequency, str] = {
    "monthly": "month",
    "quarterly": "quarter",
    "termly": "term",
    "half-yearly": "half-year",
    "annual": "year",
}
RESULT = "result"
"""What is counted where results come more often than the indicator's frequency says."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the latest result stands and since when: "above the expected range for the third quarter running".

    `running` counts the results on this side up to the latest, one after another without a gap or a break; `noun` says what
    is counted; `since` is the first of them. `whole` says that they are all the results there are.
    """

    side: Side
    against: Against
    point: Point
    since: Period
    running: int
    noun: str
    whole: bool


def standing(points: Sequence[Point], frequency: Frequency = "quarterly") -> Standing | None:
    """Where the latest result of the points (earliest first) stands; None without a result or anything to hold it against.

    What it is held against is the period's `lower` and `upper`, or without either its `target`, which is then a benchmark.
    A figure known only as less or more stands where every figure that it may be stands.
    """
    told = list(points[: _end(points)])
    if not told or (side := side_of(told[-1])) is None:
        return None
    run = [told[-1], *_run_before(told, side, frequency)]
    often = any(months(before, after) < STEPS[frequency][0] for after, before in pairwise(run))
    noun = RESULT if often else NOUNS[frequency]
    return Standing(side, against(told[-1]), told[-1], run[-1].period, len(run), noun, whole=len(run) == len(told))


def _end(points: Sequence[Point]) -> int:
    """The index after the latest result."""
    return max((n for n, point in enumerate(points, 1) if point.figure is not None), default=0)


def _run_before(told: Sequence[Point], side: Side, frequency: Frequency) -> Iterator[Point]:
    """The results before the latest that stand on its side, latest first, as far as they follow each other."""
    for after, before in pairwise(reversed(told)):
        apart = after.broken or months(before, after) > STEPS[frequency][1]
        if apart or side_of(before) != side or against(before) != against(after):
            return
        yield before


def months(before: Point, after: Point) -> int:
    """How many months lie between the ends of two periods."""
    first, last = before.period.end, after.period.end
    return (last.year - first.year) * 12 + last.month - first.month


def against(point: Point) -> Against:
    """What the point is held against."""
    if point.lower is None and point.upper is None:
        return "benchmark"
    if point.lower is None:
        return "upper threshold"
    return "range" if point.upper is not None else "lower threshold"


def side_of(point: Point) -> Side | None:
    """Where the point stands; the ends belong to the range. None without a figure or a bound, or where "<" or ">" leaves it open."""
    if point.figure is None:
        return None
    if against(point) == "benchmark":
        return _beside(point)
    above = point.upper is not None and point.figure > point.upper
    below = point.lower is not None and point.figure < point.lower
    if not point.qualifier:
        return "above" if above else "below" if below else "within"
    return _surely(point)


def _surely(point: Point) -> Side | None:
    """Where a figure known only as less or more than a number stands, whatever it is."""
    assert point.figure is not None, "asked of results only"
    far, other = (point.lower, point.upper) if point.qualifier == "<" else (point.upper, point.lower)
    sides: tuple[Side, Side] = ("below", "above") if point.qualifier == "<" else ("above", "below")
    sign = 1 if point.qualifier == "<" else -1
    if far is not None:
        return sides[0] if sign * (point.figure - far) <= 0 else None
    assert other is not None, "held against a threshold"
    return "within" if sign * (point.figure - other) <= 0 else None


def _beside(point: Point) -> Side | None:
    """Where the point stands against its benchmark."""
    if point.target is None or point.figure is None:
        return None
    if point.qualifier == "<":
        return "below" if point.figure <= point.target else None
    if point.qualifier == ">":
        return "above" if point.figure >= point.target else None
    return "above" if point.figure > point.target else "below" if point.figure < point.target else "at"
