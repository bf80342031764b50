"""What direction of travel is told from: an indicator's results as plain points, and what is known of how they compare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile

from papers.dataset import Frequency, Marker, Period, Polarity, TravelOptions, Value
from papers.results import Happened
from papers.wording import value_in_words

NEARLY_A_YEAR = dt.timedelta(days=330)
"""An annual result may come up to a month early and still be a year's."""

SAID: dict[Marker, str] = {"p": "provisional", "r": "revised"}
"""Markers that a reason says in words."""


@dataclass(frozen=True, slots=True)
class Point:
    """One period's result with what it is held against. `broken` marks a break: not comparable with what lies before it."""

    period: Period
    figure: Decimal | None
    target: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    qualifier: str = ""
    broken: bool = False
    markers: tuple[Marker, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether there is a figure that is not only known as less or more than something."""
        return self.figure is not None and not self.qualifier

    def words(self, unit: str) -> str:
        """The result as a sentence gives it: "84%", "84% (provisional)"."""
        said = [SAID[marker] for marker in self.markers if marker in SAID]
        return value_in_words(Value(self.figure, qualifier=self.qualifier), unit) + (f" ({', '.join(said)})" if said else "")


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator's points, earliest first, what tells whether a change is good, and how the methods are set.

    `rebase` are days from which a new phase of the control chart begins, because the process itself was changed.
    """

    points: Sequence[Point]
    polarity: Polarity
    unit: str
    frequency: Frequency = "quarterly"
    options: TravelOptions = field(default_factory=TravelOptions)
    rebase: Sequence[dt.date] = ()

    @property
    def latest(self) -> Point | None:
        """The latest point with a figure."""
        return next((point for point in reversed(self.points) if point.figure is not None), None)


def result_before(series: Series, latest: Point) -> Point | None:
    """The result that was reported before the latest: the one before it, or last year's for an annual indicator."""
    end = latest.period.end
    limit = end - NEARLY_A_YEAR if series.frequency == "annual" else end - dt.timedelta(days=1)
    return next((p for p in reversed(series.points) if p.figure is not None and p.period.end <= limit), None)


def broken_between(series: Series, before: Point, latest: Point) -> bool:
    """Whether a break lies after the earlier result, up to and with the latest."""
    since = takewhile(lambda p: p.period.end > before.period.end, reversed(series.points))
    return any(p.broken for p in since if p.period.end <= latest.period.end)


def since_last_break(points: Sequence[Point]) -> Sequence[Point]:
    """The points from the last break on: the only ones that compare with the latest."""
    start = max((n for n, point in enumerate(points) if point.broken), default=0)
    return points[start:]


def happened(latest: Point, before: Point) -> Happened | None:
    """Whether the figure rose, fell or is the same as published. None where a "<" or ">" leaves it open, or one is missing."""
    if latest.figure is None or before.figure is None:
        return None
    if latest.figure == before.figure and latest.qualifier == before.qualifier:
        return "same"
    above = _surely_above(latest, before)
    below = _surely_above(before, latest)
    return "rose" if above else "fell" if below else None


def _surely_above(one: Point, other: Point) -> bool:
    """Whether every figure that `one` may be is above every figure that `other` may be."""
    if one.figure is None or other.figure is None or one.qualifier == "<" or other.qualifier == ">":
        return False
    strict = bool(one.qualifier or other.qualifier)
    return one.figure >= other.figure if strict else one.figure > other.figure


def distance(point: Point, polarity: Polarity) -> Decimal | None:
    """How far the figure is from where it should be: from its own period's target, or from the range (nothing within it).

    None where there is no exact figure, or nothing to measure from.
    """
    if point.figure is None or point.qualifier:
        return None
    if polarity == "range":
        return _outside(point.figure, point.lower, point.upper)
    return None if point.target is None else abs(point.figure - point.target)


def _outside(figure: Decimal, lower: Decimal | None, upper: Decimal | None) -> Decimal | None:
    if lower is None and upper is None:
        return None
    short = Decimal(0) if lower is None else lower - figure
    over = Decimal(0) if upper is None else figure - upper
    return max(Decimal(0), short, over)
