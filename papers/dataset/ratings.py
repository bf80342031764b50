"""What the data says of ratings beside its figures: earlier ones, overrides, schemes, published totals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from papers.errors import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class PreviousRating:
    """The rating that the last report published, and the present one where it is published (for comparison only)."""

    indicator: str
    rating: str | None
    published_current: str | None = None
    note: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Override:
    """A rating that a person puts in the place of the rule's for one period: who, when and why. `rating` None: not rated."""

    indicator: str
    period_end: dt.date
    rating: str | None
    by: str
    date: dt.date
    reason: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class SchemeText:
    """A scheme of the report's own as it stands in the folder `schemes` or `risk-schemes`: the file's name without its end, its text."""

    name: str
    text: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total as published, to hold against what is computed: of ratings, of directions, of risk actions.

    `covers` says what it counts; where it may cover items that are not listed, `unlisted` is True.
    """

    subject: str
    measure: str
    value: Decimal | None
    unlisted: bool = False
    note: str = ""
    place: Place = NOWHERE
