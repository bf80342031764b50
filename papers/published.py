"""What a report published, as plain records: frozen when it is published, read by the report after it, changed by nobody.

`papers.records` makes, writes, reads and compares them. Nothing here depends on the data of the present report.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from papers.errors import NOWHERE, Place

Words = Mapping[str, str]
"""Texts by name, in order."""


@dataclass(frozen=True, slots=True)
class PublishedPeriod:
    """A period's figures by series as printed, with their qualifier and markers ("<0.01 [p]"), and its labels.

    `notes` are the notes that stood on its figures, or on the rule that set a floor, by the same names: what was said then is
    no reason for a later change.
    """

    end: dt.date
    label: str
    spoken: str
    figures: Words
    notes: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PublishedRating:
    """The rating that was published for a period; `rating` None: it was published as not rated."""

    end: dt.date
    rating: str | None
    rule: str = ""
    """Name and version of the scheme that gave it, where that is not the one of the report whose record this is."""


@dataclass(frozen=True, slots=True)
class PublishedIndicator:
    """An indicator as it was published: what it was, its figures, and every rating published of it so far, earliest first."""

    id: str
    title: str
    short_title: str
    section: str
    directorate: str
    """The directorate's title."""
    kind: str
    unit: str
    polarity: str
    frequency: str
    current: dt.date | None = None
    """The last day of the period whose rating was the current one; None for one that is not rated at all."""
    rating: str | None = None
    unrated: str = ""
    direction: str = ""
    periods: tuple[PublishedPeriod, ...] = ()
    ratings: tuple[PublishedRating, ...] = ()
    """Those of earlier reports too: an annual indicator finds its rating of a year ago here."""

    @property
    def name(self) -> str:
        """The short title, for tables and sentences."""
        return self.short_title or self.title

    def rated(self, end: dt.date) -> PublishedRating | None:
        """The rating published for the period that ends then; None where none was."""
        return next((each for each in self.ratings if each.end == end), None)

    def rated_before(self, end: dt.date) -> PublishedRating | None:
        """The rating published for the latest period that ends before that day; None where none was."""
        earlier = [each for each in self.ratings if each.end < end]
        return earlier[-1] if earlier else None


@dataclass(frozen=True, slots=True)
class PublishedRisk:
    """A risk as it was published. The fields are those of a `Risk`."""

    id: str
    title: str
    current_score: int | None
    current_level: str
    target_score: int | None
    target_level: str
    current_likelihood: int | None = None
    current_impact: int | None = None


@dataclass(frozen=True)
class PublishedReport:
    """The record of one published report."""

    organisation: str
    title: str
    period: str
    period_end: dt.date
    date: dt.date
    version: str
    checksum: str
    """SHA-256 of the data that it was made from."""
    rule: str
    """Name and version of the rating scheme: floor-standard/1."""
    bands: tuple[Words, ...]
    """The scheme's ratings, best first, each with word, colours, meaning, phrase and short word; then former ones still in use."""
    counts: Mapping[str, int]
    """Key performance indicators by rating, then `unrated`, `total`, `improved`, `worsened`, `same`."""
    indicators: tuple[PublishedIndicator, ...]
    risks: tuple[PublishedRisk, ...] = ()
    ended: tuple[PublishedIndicator, ...] = ()
    """Indicators that earlier reports published and this one did not: their history is kept."""
    place: Place = field(default=NOWHERE, compare=False)
    seal: str = field(default="", compare=False)
    """SHA-256 of the record as it was read; "" for one that was never written."""

    @cached_property
    def _by_id(self) -> Mapping[str, PublishedIndicator]:
        return {each.id: each for each in reversed((*self.indicators, *self.ended))}

    def indicator(self, name: str) -> PublishedIndicator | None:
        """The indicator of that id, among those published and those that had ended; None where there is none."""
        return self._by_id.get(name)


@dataclass(frozen=True, slots=True)
class Restatement:
    """A thing that was published and now differs, with the reason, "" where none is given.

    `series` is that of a figure (actual, target, floor, a declared one) with its period, or title, unit or polarity without one.
    `was` and `now` are the figures as typed ("10.1 [p]") or the words.
    """

    indicator: str
    series: str
    was: str
    now: str
    reason: str = ""
    period_end: dt.date | None = None
    period: str = ""
    """The period's label."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Renamed:
    """An indicator whose id or title changed: what it is now and what it was called."""

    indicator: str
    title: str
    former_id: str
    former_title: str


@dataclass(frozen=True, slots=True)
class Moved:
    """An indicator that stands in another directorate: its id, and the titles of the directorates."""

    indicator: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """How this report's key performance indicators differ from the last report's, and the counts that compare like for like.

    Of `kept` indicators (in both reports, under whatever id) `then` counts the ratings that the last report printed as current
    and `now` the present ones, so that their difference is made by ratings alone, never by joiners and leavers.
    """

    period: str
    """The last report's period, as printed."""
    joiners: tuple[str, ...]
    """Ids of this report that the last one did not have."""
    leavers: tuple[PublishedIndicator, ...]
    """Indicators of the last report that this one does not have."""
    successors: Mapping[str, tuple[str, ...]]
    """By the id of a leaver, the joiners that it was split into or that follow it."""
    renamed: tuple[Renamed, ...]
    moved: tuple[Moved, ...]
    not_due: tuple[str, ...]
    """Ids with no new result since the last report: they are neither changed nor unchanged."""
    kept: tuple[str, ...]
    then: Mapping[str, int]
    """By the words of the present scheme."""
    now: Mapping[str, int]
    then_unrated: int
    now_unrated: int
    published: Mapping[str, int]
    """All counts as the last report printed them, joiners' and leavers' included."""
