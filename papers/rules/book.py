"""A scheme with its rules: which ladder a period's bounds make for an indicator of some polarity and unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

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
    units: tuple[str, ...] = ()
    start: dt.date = dt.date.min
    end: dt.date = dt.date.max

    def serves(self, polarity: Polarity, unit: str, end: dt.date) -> bool:
        """Whether the rule is the one for such an indicator in the period that ends then."""
        return polarity in self.polarities and (not self.units or unit in self.units) and self.start <= end <= self.end

    def ladder(self, bounds: Bounds, polarity: Polarity, unit: str, droppable: frozenset[str]) -> Ladder:
        """The steps that the bounds make. Without a middle rating the `droppable` words are left out."""
        sign: Sign = -1 if polarity == "lower" else 1
        left = [word for word, _ in self.bands if word in droppable and not bounds.amber]
        steps = [_step(word, clauses, bounds, sign) for word, clauses in self.bands if word not in left]
        empty = [step.word for step in steps if not (step.intervals or step.rest or step.missing)]
        kept = tuple(step for step in steps if step.word not in empty)
        return Ladder(kept, unit, tuple(word for word, _ in self.bands if word in {*left, *empty}))


def _step(word: str, clauses: tuple[Clause, ...], bounds: Bounds, sign: Sign) -> Step:
    """The rating's step; with what is missing where a clause that is not optional has no bound."""
    if not clauses:
        return Step(word, rest=True)
    found = [(clause, clause.interval(bounds, sign)) for clause in clauses]
    missing = next((clause.why(bounds, sign) for clause, interval in found if interval is None and not clause.optional), None)
    return Step(word, tuple(interval for _, interval in found if interval is not None), missing=missing)


@dataclass(frozen=True)
class RuleBook:
    """A scheme and the rules that give its ratings. `droppable` are the ratings that an indicator may do without (no Amber)."""

    scheme: Scheme
    rules: tuple[Rule, ...]
    droppable: frozenset[str] = frozenset()

    def rule(self, polarity: Polarity, unit: str, end: dt.date) -> Rule | None:
        """The first rule for figures of that polarity and unit in the period that ends then; None where there is none."""
        return next((rule for rule in self.rules if rule.serves(polarity, unit, end)), None)

    @cached_property
    def needs(self) -> frozenset[str]:
        """The names of every number of a period that some rule looks at."""
        clauses = (clause for rule in self.rules for _, clauses in rule.bands for clause in clauses)
        return frozenset(name for clause in clauses for name in clause.needs)
