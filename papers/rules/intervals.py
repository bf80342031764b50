"""Nested intervals, best first: the whole of what the engine knows of ratings.

A figure earns the first interval that holds it, or none. Ends are included, so a figure on a boundary has the better rating:
a percentage printed as 90% against a target of 90% meets it (figures are compared as published).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papers.wording import with_unit


@dataclass(frozen=True, slots=True)
class Interval:
    """The figures from `low` to `high`, both included; None is open. `name` is how sentences call it: "the target"."""

    name: str
    low: Decimal | None = None
    high: Decimal | None = None

    def holds(self, figure: Decimal) -> bool:
        """Whether the figure lies inside or on an end."""
        return (self.low is None or figure >= self.low) and (self.high is None or figure <= self.high)

    def ends(self) -> Iterator[tuple[Decimal, str]]:
        """Each end and its name: the interval's own where it has one end, "the lower end of ..." where it has two."""
        both = self.low is not None and self.high is not None
        if self.low is not None:
            yield self.low, f"the lower end of {self.name}" if both else self.name
        if self.high is not None:
            yield self.high, f"the upper end of {self.name}" if both else self.name

    def relation(self, figure: Decimal, unit: str) -> str:
        """Where the figure stands, in words: "above the target of 75%", "within the expected range of 40 to 60"."""
        if self.low is not None and self.high is not None:
            return f"{self._side(figure)} {self.name} of {with_unit(self.low, unit)} to {with_unit(self.high, unit)}"
        end = self.high if self.low is None else self.low
        if end is None:
            return f"within {self.name}"
        word = "at" if figure == end else "above" if figure > end else "below"
        return f"{word} {self.name} of {with_unit(end, unit)}"

    def _side(self, figure: Decimal) -> str:
        if self.holds(figure):
            return "within"
        return "below" if self.low is not None and figure < self.low else "above"


def place(figure: Decimal, intervals: Sequence[Interval]) -> int:
    """The number of the first interval that holds the figure, from 0; their count where none does."""
    return next((n for n, interval in enumerate(intervals) if interval.holds(figure)), len(intervals))


def nearest(figure: Decimal, intervals: Sequence[Interval], placed: int) -> tuple[Decimal, str]:
    """The distance to the nearest boundary of another rating, and that boundary's name; the better rating's in a tie.

    Only two intervals bound a figure: the one it earned, whose end it may pass, and the next better one that it missed.
    ValueError where neither has an end.
    """
    around = intervals[max(0, placed - 1) : placed + 1]
    ends = [(abs(figure - end), name) for interval in around for end, name in interval.ends()]
    return min(ends, key=lambda each: each[0])
