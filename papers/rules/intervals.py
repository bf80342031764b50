"""Intervals and ladders of them: the whole of what the engine knows of ratings.

A ladder has a step for each rating, best first. A figure earns the first step that holds it. Ends are included unless a rule
says "better than", so a figure on a boundary has the better rating: a percentage printed as 90% against a target of 90% meets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papers.wording import with_unit


@dataclass(frozen=True, slots=True)
class Interval:
    """The figures from `low` to `high`, both included unless `strict`; None is open. `name` is how sentences call it: "the target".

    A `ranged` one is called by both its ends, and by "or more" where one is open; any other is a limit with one end.
    """

    name: str
    low: Decimal | None = None
    high: Decimal | None = None
    strict: bool = False
    ranged: bool = False

    def holds(self, figure: Decimal) -> bool:
        """Whether the figure lies inside, or on an end that is included."""
        low, high = self.low, self.high
        if self.strict and figure in {low, high}:
            return False
        return (low is None or figure >= low) and (high is None or figure <= high)

    def ends(self) -> Iterator[tuple[Decimal, str]]:
        """Each end and its name: the interval's own, or "the lower end of ..." for a range that is more than one figure."""
        sides = self.ranged and self.low != self.high
        if self.low is not None:
            yield self.low, f"the lower end of {self.name}" if sides else self.name
        if self.high is not None:
            yield self.high, f"the upper end of {self.name}" if sides else self.name

    def span(self, unit: str) -> str:
        """The figures that it holds, in words: "75%", "40 to 60", "40 or more"."""
        low, high = ("" if end is None else with_unit(end, unit) for end in (self.low, self.high))
        if low and high:
            return low if low == high else f"{low} to {high}"
        if not self.ranged:
            return low or high
        return f"{low} or more" if low else f"{high} or less"

    def relation(self, figure: Decimal, unit: str) -> str:
        """Where the figure stands, in words: "above the target of 75%", "within the expected range of 40 to 60"."""
        return f"{self._side(figure)} {self.name} of {self.span(unit)}"

    def _side(self, figure: Decimal) -> str:
        if self.ranged and self.holds(figure):
            return "at" if self.low == self.high else "within"
        if figure in {self.low, self.high}:
            return "no better than" if self.strict else "at"
        end = self.high if self.low is None or (self.ranged and figure >= self.low) else self.low
        return "below" if end is not None and figure < end else "above"


@dataclass(frozen=True, slots=True)
class Step:
    """One rating's step: its word and the intervals that earn it, any of which is enough.

    `rest` is the step of whatever no better step holds. `missing` says in short words which bound is not set, where one that
    the step needs is not: a figure that comes down to it can't be rated.
    """

    word: str
    intervals: tuple[Interval, ...] = ()
    rest: bool = False
    missing: str | None = None

    def holds(self, figure: Decimal) -> bool:
        """Whether the figure earns this step, no better step holding it."""
        for interval in self.intervals:  # a loop, because every figure of a report comes through here
            if interval.holds(figure):
                return True
        return self.rest


def place(figure: Decimal, steps: Sequence[Step]) -> Step | None:
    """The first step that holds the figure, or the one that lacks a bound before it; None where there is no step left."""
    for step in steps:  # a loop, because every figure of a report comes through here
        if step.holds(figure) or step.missing:
            return step
    return None


def word_at(figure: Decimal, steps: Sequence[Step]) -> str | None:
    """The rating that the figure earns; None where a bound is missing."""
    step = place(figure, steps)
    return step.word if step and step.holds(figure) else None


def ends_of(steps: Sequence[Step]) -> list[tuple[Decimal, str]]:
    """Every end of every interval with its name, the better steps' first."""
    return [end for step in steps for interval in step.intervals for end in interval.ends()]


def nearest(figure: Decimal, steps: Sequence[Step]) -> tuple[Decimal, str] | None:
    """The distance to the nearest boundary of another rating, and that boundary's name; the better rating's in a tie.

    An end is a boundary where the rating on it, or just beyond it, is another. None where no figure would be rated otherwise.
    """
    named = ends_of(steps)
    ends = sorted({end for end, _ in named})
    own = word_at(figure, steps)
    for end, name in sorted(named, key=lambda each: abs(figure - each[0])):
        if any(word_at(probe, steps) != own for probe in _around(figure, end, ends)):
            return abs(figure - end), name
    return None


def _around(figure: Decimal, end: Decimal, ends: Sequence[Decimal]) -> Iterator[Decimal]:
    """The end, and a figure just beyond it (on both sides where the figure stands on it)."""
    yield end
    if figure <= end:
        yield _between(end, next((other for other in ends if other > end), end + 2))
    if figure >= end:
        yield _between(end, next((other for other in reversed(ends) if other < end), end - 2))


def _between(one: Decimal, other: Decimal) -> Decimal:
    return (one + other) / 2
