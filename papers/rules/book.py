"""A scheme with its rules: which ladder a period's bounds make for an indicator of some polarity and unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache, cached_property

from papers.dataset import Polarity
from papers.results import Scheme
from papers.rules.bounds import Bounds
from papers.rules.intervals import Step
from papers.rules.limits import Clause, Sign


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps that a figure is held against, best first, with the unit they are in and the words of ratings that are left out."""

    steps: tuple[Step, ...]
    unit: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What earns each rating, best first, for some polarities and units (none named: any), in periods that end within the dates.

    A rating without clauses is given to whatever is no better.
    """

    polarities: tuple[Polarity, ...]
    bands: tuple[tuple[str, tuple[Clause, ...]], ...]
    absent: tuple[str, ...] = ()
    """Ratings that the rule never gives and an indicator may do without, for sentences."""
    units: tuple[str, ...] = ()
    start: dt.date = dt.date.min
    end: dt.date = dt.date.max

    def serves(self, polarity: Polarity, unit: str, end: dt.date) -> bool:
        """Whether the rule is the one for such an indicator in the period that ends then."""
        return polarity in self.polarities and (not self.units or unit in self.units) and self.start <= end <= self.end

    def ladder(self, bounds: Bounds, polarity: Polarity, unit: str, droppable: frozenset[str]) -> Ladder:
        """The steps that the bounds make. Without a middle rating the `droppable` words are left out."""
        sign: Sign = -1 if polarity == "lower" else 1
        steps, left_out = [], list(self.absent)
        for word, clauses in self.bands:
            step = None if word in droppable and not bounds.amber else _step(word, clauses, bounds, sign)
            if step is None:
                left_out.append(word)
            else:
                steps.append(step)
        return Ladder(tuple(steps), unit, tuple(left_out))


def _step(word: str, clauses: tuple[Clause, ...], bounds: Bounds, sign: Sign) -> Step | None:
    """The rating's step, with what is missing where a clause that is not optional has no bound; None where nothing earns it."""
    if not clauses:
        return _rest(word)
    intervals, missing = [], None
    for clause in clauses:
        interval = clause.interval(bounds, sign)
        if interval is not None:
            intervals.append(interval)
        elif not clause.optional:
            missing = missing or clause.why(bounds, sign)
    return Step(word, tuple(intervals), missing=missing) if intervals or missing else None


@cache
def _rest(word: str) -> Step:
    return Step(word, rest=True)


@dataclass(frozen=True)
class RuleBook:
    """A scheme and the rules that give its ratings. `droppable` are the ratings that an indicator may do without (no Amber)."""

    scheme: Scheme
    rules: tuple[Rule, ...]
    droppable: frozenset[str] = frozenset()

    def rule(self, polarity: Polarity, unit: str, end: dt.date) -> Rule | None:
        """The first rule for figures of that polarity and unit in the period that ends then; None where there is none."""
        for rule in self.rules:  # a loop, because every figure of a report comes through here
            if rule.serves(polarity, unit, end):
                return rule
        return None

    @cached_property
    def needs(self) -> frozenset[str]:
        """The names of every number of a period that some rule looks at."""
        clauses = (clause for rule in self.rules for _, clauses in rule.bands for clause in clauses)
        return frozenset(name for clause in clauses for name in clause.needs)
