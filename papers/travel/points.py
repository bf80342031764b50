"""What direction of travel is told from: an indicator's results as plain points, and what is known of how they compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from papers.dataset import Frequency, Period, Polarity, Value
from papers.wording import value_in_words

Happened = Literal["rose", "fell", "same"]


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

    def words(self, unit: str) -> str:
        """The result as a sentence gives it."""
        return value_in_words(Value(self.figure, qualifier=self.qualifier), unit)


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator's points, earliest first, and what tells whether a change is good."""

    points: Sequence[Point]
    polarity: Polarity
    unit: str
    frequency: Frequency = "quarterly"


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
