"""The rating card: all that one rating rests on, so that "why is this Amber?" has an answer on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from papers.assess.grounds import NOT_RATED, rule_verdict
from papers.dataset import Dataset, Indicator, Value
from papers.results import Assessed, Assessment, Direction, Rated
from papers.rules import Ladder, Verdict, cases_short
from papers.rules.intervals import Interval
from papers.wording import capital, date_words, digits, value_in_words, with_unit

POLARITIES = {
    "higher": "higher is better",
    "lower": "lower is better",
    "closest": "closest to target is best",
    "range": "within the expected range is best",
    "none": "no polarity",
}
WENT = {"improved": "Improved", "worsened": "Worsened", "same": "No change", None: "Cannot be told"}


@dataclass(frozen=True, slots=True)
class Card:
    """One rating with everything that it rests on; `verdict` is what the rule says, whoever overrode it."""

    indicator: Indicator
    rated: Rated
    verdict: Verdict
    unit: str
    previous_rating: str | None
    direction: Direction | None
    """The direction of travel; of the current rating only."""
    short: int | None = None
    """How many more cases (fewer, where lower is better) would be on target, where it is known how many there are."""
    whole: Decimal | None = None
    """How many there are."""

    def lines(self) -> tuple[tuple[str, str], ...]:
        """The card as labels and words, for a person."""
        return tuple(line for line in (*self._what(), *self._rule(), *self._persons(), *self._travel()) if line[1])

    def _what(self) -> Iterator[tuple[str, str]]:
        rated, verdict = self.rated, self.verdict
        yield "Indicator", f"{self.indicator.id} {self.indicator.title}"
        yield "Period", rated.period.spoken or date_words(rated.period.end)
        yield "Rating", rated.rating or f"Not rated: {rated.unrated}"
        yield "Value", self._value()
        yield "Target", self._words(rated.target)
        yield "Floor standard", self._words(rated.floor)
        yield "Compared", f"{verdict.compare}, exact decimals" if verdict.ladder else ""

    def _rule(self) -> Iterator[tuple[str, str]]:
        yield "Rule", f"{self.rated.rule}, {POLARITIES[self.indicator.polarity]}"
        if self.verdict.ladder:
            yield from ((f"  {word}", words) for word, words in steps(self.verdict.ladder))
        if self.verdict.boundary:
            yield "Nearest boundary", ", ".join(filter(None, (self.verdict.boundary[1], self.verdict.apart)))
        yield "In cases", self._cases()
        yield "Reason", self.rated.reason

    def _persons(self) -> Iterator[tuple[str, str]]:
        given, rated = self.rated.override, self.rated
        if given:
            yield "Overridden", f"by {given.by} on {date_words(given.date)}: {given.reason}"
            yield "The rule gives", rated.computed or NOT_RATED
        if rated.carried:
            yield "Carried forward", f"to {rated.carried.spoken}, for which there is no figure"
        yield "Published as", rated.published or ""
        yield "Last report", self.previous_rating or ""

    def _travel(self) -> Iterator[tuple[str, str]]:
        direction = self.direction
        if direction is None:
            return
        yield "Direction", f"{WENT[direction.went]}: {direction.reason}"
        yield "Method", direction.method
        yield "Told from", f"{direction.points} results" if direction.points else ""
        yield from ((capital(name), digits(number)) for name, number in direction.statistics)
        yield from ((capital(name), words) for name, words in direction.options)

    def _cases(self) -> str:
        """The gap to the target in cases: "7 more of 1,571 would be on target"."""
        if not self.short or self.whole is None:
            return ""
        return f"{digits(Decimal(self.short))} {'more' if self.indicator.polarity == 'higher' else 'fewer'} of {digits(self.whole)} would be on target"

    def _value(self) -> str:
        """The figure as printed, and the one before rounding where it is known."""
        verdict, rated = self.verdict, self.rated
        if rated.actual is None:
            return ""
        shown = value_in_words(Value(rated.actual, qualifier=verdict.qualifier), self.unit)
        unrounded = verdict.figure if verdict.compare == "unrounded" else verdict.other
        return shown if unrounded is None else f"{shown}; unrounded, {self._words(unrounded)}"

    def _words(self, number: Decimal | None) -> str:
        return "" if number is None else with_unit(number, self.unit)


def steps(ladder: Ladder) -> Iterator[tuple[str, str]]:
    """Each rating of the ladder and what earns it, in words: "from 75% (the target)"."""
    for step in ladder.steps:
        if step.rest:
            yield step.word, "otherwise"
        else:
            yield step.word, " or ".join(_span(each, ladder.unit) for each in step.intervals) or f"cannot be told: {step.missing}"
    yield from ((word, "not given in this period") for word in ladder.left_out)


def _span(interval: Interval, unit: str) -> str:
    words = interval.span(unit)
    if not interval.ranged and interval.strict:
        words = f"above {words}" if interval.low is not None else f"below {words}"
    elif not interval.ranged:
        words = f"{words} or {'more' if interval.low is not None else 'less'}"
    return f"{words} ({interval.name})"


def cards_of(dataset: Dataset, assessed: Assessed, indicator: str) -> tuple[Card, ...]:
    """The cards of every period of the indicator, earliest first. KeyError for an id that is not rated."""
    return tuple(_card(dataset, assessed, rated) for rated in assessed.by_indicator[indicator].history)


def card_of(dataset: Dataset, assessed: Assessed, indicator: str) -> Card:
    """The card of the indicator's current rating. KeyError for an id that is not rated."""
    return _card(dataset, assessed, assessed.by_indicator[indicator].current)


def _card(dataset: Dataset, assessed: Assessed, rated: Rated) -> Card:
    indicator = next(each for each in dataset.indicators if each.id == rated.indicator)
    found: Assessment = assessed.by_indicator[rated.indicator]
    named = (each.unit for each in dataset.series if each.indicator == indicator.id and each.name == rated.measure)
    current = rated is found.current
    short, whole = _in_cases(dataset, indicator, rated)
    return Card(
        indicator,
        rated,
        rule_verdict(rated),
        next(named, "") or indicator.unit,
        found.previous_rating if current else None,
        found.direction if current else None,
        short,
        whole,
    )


def _in_cases(dataset: Dataset, indicator: Indicator, rated: Rated) -> tuple[int | None, Decimal | None]:
    """The gap to the target in cases, and of how many; nothing where the period does not give its denominator."""
    if not indicator.denominator or rated.actual is None or rated.target is None or rated.measure != "actual":
        return None, None
    seen = next(each for each in dataset.observations if each.indicator == indicator.id and each.period == rated.period)
    whole = seen.number(indicator.denominator)
    if not whole:
        return None, None
    part = seen.number(indicator.numerator)
    return cases_short(rated.actual, rated.target, whole, indicator.unit, indicator.polarity, part=part), whole
