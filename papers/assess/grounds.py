"""What a rating rests on beside the rule: another measure, a rating carried forward, a person's override."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from papers.dataset import Override, Period
from papers.results import Grounds, Rated
from papers.rules import Verdict
from papers.wording import capital, date_words

NOT_RATED = "not rated"


@dataclass(frozen=True, slots=True)
class Prefaced:
    """Grounds that begin with what is rated."""

    preface: str
    grounds: Grounds

    @property
    def reason(self) -> str:
        """The reason after its preface."""
        return self.preface + self.grounds.reason

    @property
    def margin(self) -> Decimal | None:
        """The rule's margin."""
        return self.grounds.margin


@dataclass(frozen=True, slots=True)
class Overridden:
    """Grounds of a rating that a person put in the place of the rule's."""

    override: Override
    computed: str | None
    grounds: Grounds

    @property
    def reason(self) -> str:
        """Who gave the rating, when and why, then what the rule gives and its reason."""
        given = self.override
        said = f"Overridden as {given.rating or NOT_RATED} by {given.by} on {date_words(given.date)}: {given.reason.rstrip('. ')}."
        if self.computed is None:
            why = capital(self.grounds.reason.removeprefix(f"{capital(NOT_RATED)}: "))
            return f"{said} By the rule it is not rated. {why}"
        return f"{said} The rule gives {self.computed}: {self.grounds.reason}"

    @property
    def margin(self) -> Decimal | None:
        """The margin of the rule's rating."""
        return self.grounds.margin


@dataclass(frozen=True, slots=True)
class CarriedForward:
    """Grounds of a rating that stands for a later period whose figure is not in."""

    period: Period
    late: Period
    grounds: Grounds

    @property
    def reason(self) -> str:
        """The reason, then that it is carried forward and from which period."""
        return f"{self.grounds.reason} Carried forward from {self.period.spoken}: there is no figure for {self.late.spoken}."

    @property
    def margin(self) -> Decimal | None:
        """The margin of the rating that is carried forward."""
        return self.grounds.margin


def rule_verdict(rated: Rated) -> Verdict:
    """What the rule says of the rating, under everything that was said over it."""
    grounds = rated.grounds
    while isinstance(grounds, Prefaced | Overridden | CarriedForward):
        grounds = grounds.grounds
    assert isinstance(grounds, Verdict), "every rating rests on a rule's verdict"
    return grounds
