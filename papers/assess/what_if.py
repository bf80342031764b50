"""What another scheme would make of a report: every rating that it would change. Nothing is changed by asking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from papers.assess.assessing import assessed_by
from papers.dataset import Dataset, Period
from papers.results import Assessed, Counts, Scheme
from papers.rules import RuleBook


@dataclass(frozen=True, slots=True)
class Change:
    """A rating that would be another: what it is by the scheme in force, what it would be, and why. None is not rated."""

    indicator: str
    period: Period
    current: bool
    """Whether it is the indicator's current rating, not that of an earlier period."""
    before: str | None
    after: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What another scheme would change: the ratings, current ones first in report order, and the counts it would give."""

    scheme: Scheme
    changes: tuple[Change, ...]
    counts: Counts

    @property
    def current(self) -> tuple[Change, ...]:
        """The changes of current ratings."""
        return tuple(change for change in self.changes if change.current)


def what_if(dataset: Dataset, assessed: Assessed, book: RuleBook) -> WhatIf:
    """The ratings that the other scheme would change. What persons decided stands, but for ratings that the scheme does not have."""
    words = {None, *(band.word for band in book.scheme.bands)}
    kept = tuple(each for each in dataset.overrides if each.rating in words)
    other = assessed_by(replace(dataset, overrides=kept), book)
    changes = sorted(_changes(assessed, other), key=lambda each: not each.current)
    return WhatIf(book.scheme, tuple(changes), other.counts)


def _changes(assessed: Assessed, other: Assessed) -> Iterator[Change]:
    """The changes of every period, in report order."""
    for name, found in assessed.by_indicator.items():
        for rated, then in zip(found.history, other.by_indicator[name].history, strict=True):
            if rated.rating != then.rating:
                yield Change(name, rated.period, rated is found.current, rated.rating, then.rating, then.reason)
