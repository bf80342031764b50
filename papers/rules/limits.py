"""Limits and ranges: the bounds that a scheme's rules name, computed from the numbers of a period.

A limit is a number of the period (the target), or lies at a distance from another limit ("target worse by tolerance%"). Worse
is below where higher is better and above where lower is better, so one rule serves both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, TypeAlias

from papers.rules.bounds import Bounds
from papers.rules.intervals import Interval

Side = Literal["worse", "better", "below", "above"]
Sign = Literal[1, -1]
"""1 where higher is better, -1 where lower is."""

UP: Mapping[Side, bool | None] = {"above": True, "below": False, "better": None, "worse": None}
HUNDRED = Decimal(100)
ONE_CASE, DECIMALS = "one-case", "figure-decimals"
"""Numbers of a period that limits in cases need: what one case makes, and how many decimals its figure has."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of the period, under the name that rules have for it, that sentences call it by, and that its lack is told by."""

    name: str
    called: str
    missing: str

    def value(self, bounds: Bounds, _sign: Sign) -> Decimal | None:
        """The limit in this period; None where it is not set."""
        return bounds.number(self.name)

    def why(self, _bounds: Bounds, _sign: Sign) -> str:
        """In short words, why the limit is not set."""
        return self.missing

    @property
    def needs(self) -> frozenset[str]:
        """The names of the period's numbers that it is computed from."""
        return frozenset([self.name])


@dataclass(frozen=True, slots=True)
class Amount:
    """A distance: a number, or one of the period's by name (and what stands for it where it is not set).

    `percent` of what it is taken from, in `cases` of those that a share or rate is told of, or in the figure's own unit.
    """

    number: Decimal | str
    percent: bool = False
    otherwise: Decimal | None = None
    cases: bool = False

    def value(self, bounds: Bounds, base: Decimal) -> Decimal | None:
        """The distance from that base; None where it is not set."""
        found = bounds.number(self.number) if isinstance(self.number, str) else self.number
        found = self.otherwise if found is None else found
        if self.cases:
            one = bounds.number(ONE_CASE)
            return None if found is None or one is None else found * one
        return found if found is None or not self.percent else abs(base) * found / HUNDRED


@dataclass(frozen=True, slots=True)
class DistantLimit:
    """A limit at a distance from another one."""

    name: str
    called: str
    missing: str
    base: AnyLimit
    side: Side
    amount: Amount

    def value(self, bounds: Bounds, sign: Sign) -> Decimal | None:
        """The limit in this period; None where its base or its distance is not set."""
        base = self.base.value(bounds, sign)
        distance = None if base is None else self.amount.value(bounds, base)
        if base is None or distance is None:
            return None
        up = UP[self.side]
        above = (self.side == "better") == (sign == 1) if up is None else up
        found = base + distance if above else base - distance
        return _as_printed(found, bounds) if self.amount.cases else found

    def why(self, bounds: Bounds, sign: Sign) -> str:
        """In short words, why the limit is not set: its base is not, or its own distance."""
        return self.base.why(bounds, sign) if self.base.value(bounds, sign) is None else self.missing

    @property
    def needs(self) -> frozenset[str]:
        """The names of the period's numbers that it is computed from."""
        own = {self.amount.number} if isinstance(self.amount.number, str) else set()
        return self.base.needs | own | ({ONE_CASE, DECIMALS} if self.amount.cases else set())


def _as_printed(limit: Decimal, bounds: Bounds) -> Decimal:
    """The limit with the decimals of the figures it is held against: so many cases short is printed rounded, too."""
    decimals = bounds.number(DECIMALS)
    return limit if decimals is None else limit.quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP)


AnyLimit: TypeAlias = Limit | DistantLimit


@dataclass(frozen=True, slots=True)
class Range:
    """The figures between two limits; one that is not set is open, and without both there is no range."""

    called: str
    low: AnyLimit
    high: AnyLimit

    def interval(self, bounds: Bounds, sign: Sign) -> Interval | None:
        """The range in this period; None where neither end is set."""
        low, high = self.low.value(bounds, sign), self.high.value(bounds, sign)
        return None if low is None and high is None else Interval(self.called, low, high, ranged=True)


Relation = Literal["or better", "better than", "within"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition that earns a rating: a limit reached or passed, or a range kept. `optional` ones don't hold where it is not set."""

    relation: Relation
    bound: AnyLimit | Range
    optional: bool = False

    def interval(self, bounds: Bounds, sign: Sign) -> Interval | None:
        """The figures that meet the condition in this period; None where its bound is not set."""
        if isinstance(self.bound, Range):
            return self.bound.interval(bounds, sign)
        value = self.bound.value(bounds, sign)
        if value is None:
            return None
        strict = self.relation == "better than"
        if sign == 1:
            return Interval(self.bound.called, low=value, strict=strict)
        return Interval(self.bound.called, high=value, strict=strict)

    @property
    def says(self) -> str:
        """The condition in words: "the target or better", "within the expected range"."""
        if self.relation == "or better":
            return f"{self.bound.called} or better"
        return f"{self.relation} {self.bound.called}"

    def why(self, bounds: Bounds, sign: Sign) -> str:
        """In short words, why its bound is not set."""
        return (self.bound.low if isinstance(self.bound, Range) else self.bound).why(bounds, sign)

    @property
    def needs(self) -> frozenset[str]:
        """The names of the period's numbers that it looks at."""
        return self.bound.low.needs | self.bound.high.needs if isinstance(self.bound, Range) else self.bound.needs
