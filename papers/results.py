"""What rules find: ratings, directions and counts, each with its reason. Plain records, without a computation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from papers.dataset import Period
from papers.errors import NOWHERE, Place

Went = Literal["improved", "worsened", "same"]


@dataclass(frozen=True, slots=True)
class Band:
    """One rating of a scheme: its word, its colours (#RRGGBB) and what it means, for the key; `phrase` says so in a sentence."""

    word: str
    fill: str
    ink: str
    meaning: str
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rating scheme: its name and version, and its bands, best first."""

    name: str
    version: str
    bands: tuple[Band, ...]

    @property
    def rule(self) -> str:
        """Name and version as printed with each rating: floor-standard/1."""
        return f"{self.name}/{self.version}"

    def band(self, word: str) -> Band:
        """The band of that word. KeyError where the scheme has none."""
        return {band.word: band for band in self.bands}[word]


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating with its reason. `rating` is the scheme's word or None, and then `unrated` says why.

    `margin` is how far the figure stands from the nearest boundary of another rating, in the indicator's unit.
    """

    indicator: str
    period: Period
    measure: str
    actual: Decimal | None
    target: Decimal | None
    floor: Decimal | None
    rating: str | None
    unrated: str | None
    rule: str
    reason: str
    margin: Decimal | None = None
    published: str | None = None
    """The rating that was published for this period, where it is known; for comparison, never printed as ours."""
    place: Place = NOWHERE
    """The row that the figure came from."""


@dataclass(frozen=True, slots=True)
class Direction:
    """What happened since the previous result and whether it is good: `went` is None where it can't be told; `reason` says it all."""

    went: Went | None
    reason: str
    since: Period | None = None
    change: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that is found of one indicator: its current rating, the one last published, its direction, every rated period."""

    current: Rated
    previous_rating: str | None
    direction: Direction
    history: tuple[Rated, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts over some indicators, words in the scheme's order; every count in every paper comes from here."""

    total: int
    rating: Mapping[str, int]
    previous: Mapping[str, int]
    direction: Mapping[str, int]
    unrated: int
    previous_unrated: int
    no_direction: int


@dataclass(frozen=True, slots=True)
class Assessed:
    """A report's ratings: by indicator id (key performance indicators, report order), with the scheme in force."""

    scheme: Scheme
    by_indicator: Mapping[str, Assessment]
    counts: Counts
