"""What rules find: ratings, directions and counts, each with its reason. Plain records, without a computation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from papers.dataset import Override, Period, Polarity
from papers.document import ChipShape
from papers.errors import NOWHERE, Place

Went = Literal["improved", "worsened", "same"]
Happened = Literal["rose", "fell", "same"]
Variation = Literal["common cause", "improvement high", "improvement low", "concern high", "concern low", "neutral high", "neutral low"]
Assurance = Literal["consistently met", "hit and miss", "consistently missed"]
"""The icons of a control chart: what the latest point shows, and whether the target can be relied on."""


@dataclass(frozen=True, slots=True)
class Band:
    """One rating of a scheme: its word, its colours (#RRGGBB) and what it means, for the key; `phrase` says so in a sentence."""

    word: str
    fill: str
    ink: str
    meaning: str
    phrase: str = ""
    short: str = ""
    """A short word for narrow columns: "G"."""
    shape: ChipShape = ""
    """What stands before the word as decoration: "star"."""


@dataclass(frozen=True, slots=True)
class SchemeSetting:
    """A number that a scheme's rules use: `meaning` says what it does, with the name in braces where its value stands.

    `chosen` says that the report set it; otherwise it is the program's default.
    """

    name: str
    value: Decimal
    meaning: str
    chosen: bool = False

    @property
    def says(self) -> str:
        """What it is set to and by whom, for the key to the ratings."""
        meaning = self.meaning.replace(f"{{{self.name}}}", f"{self.value:f}")
        return meaning if self.chosen else f"{meaning} This value is not published: it is the program's default."


@dataclass(frozen=True, slots=True)
class DatedRule:
    """A rule of a scheme that holds between dates: what it serves, and what earns which rating.

    `start` and `end` are the first and the last day on which its periods may end. `never` are ratings that it does not give.
    """

    polarities: tuple[Polarity, ...]
    units: tuple[str, ...]
    start: dt.date
    end: dt.date
    earned: tuple[tuple[str, str], ...]
    """Each rating, best first, with what earns it in words."""
    never: tuple[str, ...]

    def serves(self, polarity: Polarity, unit: str) -> bool:
        """Whether indicators of that polarity and unit are rated by it in its time."""
        return polarity in self.polarities and (not self.units or unit in self.units)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rating scheme: its name and version, its bands, best first, its settings, and which figure is compared."""

    name: str
    version: str
    bands: tuple[Band, ...]
    settings: tuple[SchemeSetting, ...] = ()
    compare: str = "published"
    """"published": the figure as printed; "unrounded": the figure before rounding, where the report gives it."""
    former: tuple[Band, ...] = ()
    """Bands of other schemes that the last report rated by; no rating is given in them."""
    dated: tuple[DatedRule, ...] = ()
    """Rules that hold between dates, for the key."""

    @property
    def rule(self) -> str:
        """Name and version as printed with each rating: floor-standard/1."""
        return f"{self.name}/{self.version}"

    def band(self, word: str) -> Band:
        """The band of that word, its own or a former one. KeyError where there is none."""
        return {band.word: band for band in (*self.former, *self.bands)}[word]


class Grounds(Protocol):
    """What a rating rests on: it words the reason, and computes the margin, when it is asked."""

    @property
    def reason(self) -> str:
        """The sentence that explains the rating, or why there is none."""

    @property
    def margin(self) -> Decimal | None:
        """The distance to the nearest boundary of another rating; None without a rating."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating with its reason. `rating` is the scheme's word or None, and then `unrated` says why."""

    indicator: str
    period: Period
    measure: str
    actual: Decimal | None
    target: Decimal | None
    floor: Decimal | None
    rating: str | None
    unrated: str | None
    rule: str
    grounds: Grounds
    published: str | None = None
    """The rating that was published for this period, where it is known: what papers print of an earlier period, beside what the rule gives."""
    place: Place = NOWHERE
    """The row that the figure came from."""
    override: Override | None = None
    """Who put this rating in the place of the rule's, and why; the rule's stands in `computed`."""
    computed: str | None = None
    """The rating that the rule gives; it differs from `rating` where that is overridden."""
    carried: Period | None = None
    """The later period without a figure that this rating is carried forward to."""

    @property
    def reason(self) -> str:
        """The sentences that explain the rating, or why there is none."""
        return self.grounds.reason

    @property
    def margin(self) -> Decimal | None:
        """How far the figure stands from the nearest boundary of another rating, in the indicator's unit."""
        return self.grounds.margin


@dataclass(frozen=True, slots=True)
class Direction:
    """What happened and whether it is good: `went` is None where it can't be told; `reason` says it all.

    `since` is the period of the result reported before, `change` the difference from it (None across a break). `compared` is
    the period that the direction is told from: that of the result before, a year ago, or the first of the trend or signal.
    """

    went: Went | None
    reason: str
    since: Period | None = None
    change: Decimal | None = None
    happened: Happened | None = None
    """What the figure did, or where polarity counts the distance, what the distance did."""
    compared: Period | None = None
    method: str = ""
    points: int = 0
    """How many results it is told from."""
    statistics: tuple[tuple[str, Decimal], ...] = ()
    """What was computed, by name: slope, p, mean, lower limit, upper limit."""
    options: tuple[tuple[str, str], ...] = ()
    """The settings in force, by name."""
    variation: Variation | None = None
    assurance: Assurance | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that is found of one indicator: its current rating, the one last published, its direction, every rated period."""

    current: Rated
    previous_rating: str | None
    direction: Direction
    history: Sequence[Rated]
    """Every period's rating, earliest first."""
    previous_known: bool = True
    """Whether the data say what the last report published of it; published as not rated is known, too."""
    previous_other: bool = False
    """Whether another scheme, or another version of it, gave the previous rating, be its word the same: nothing is told of a change."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts over some indicators, words in the scheme's order; every count in every paper comes from here.

    A whole report's previous counts are those that the last report printed, where its record is known: leavers are among them.
    """

    total: int
    rating: Mapping[str, int]
    previous: Mapping[str, int]
    direction: Mapping[str, int]
    unrated: int
    previous_unrated: int
    no_direction: int
    previous_unknown: int = 0
    """For how many the data do not say what the last report published; they count in no previous number."""
    previous_other_scheme: int = 0
    """How many were rated by another scheme before, or another version of it; they are among the previously unrated."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """A report's ratings: by indicator id (key performance indicators, report order), with the scheme in force."""

    scheme: Scheme
    by_indicator: Mapping[str, Assessment]
    counts: Counts
