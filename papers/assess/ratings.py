"""A dataset's ratings: each observation's figure held against its own period's bounds, then the direction of travel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from papers.assess.grounds import CarriedForward, Overridden, Prefaced
from papers.assess.held import OWN, Number, bounds_from, either, floor_rule, previous, year_ago
from papers.assess.lazily import Made
from papers.assess.travelling import NOTHING, figure_of, travel_series, unit_of
from papers.dataset import FloorRule, Indicator, Observation, Override, Period, ReportInfo, SeriesInfo, Value
from papers.results import Assessment, Direction, Rated, Scheme, Went
from papers.rules import (
    AWAITED,
    DECIMALS,
    NO_DATA,
    NO_POLARITY,
    NO_RULE,
    NOT_DUE,
    NUMBERS,
    ONE_CASE,
    SUPPRESSED,
    Bounds,
    Ladder,
    RuleBook,
    Verdict,
    one_case,
    rate,
    unrated,
)
from papers.travel import METHODS

__all__ = ["Subject", "assessment", "direction", "either"]

ACTUAL, UNROUNDED = "actual", "unrounded"
UNDECLARED = "declared unrated"
TEXTS = {"not due": NOT_DUE, "awaited": AWAITED}
"""Words that stand for a figure and say why there is none."""

DECLARED: dict[str, Went] = {"improved": "improved", "worsened": "worsened", "same": "same"}
EARLIER: Mapping[str, Callable[[Sequence[Observation], int, str], Decimal | None]] = {"year-ago": year_ago, "previous": previous}
"""Numbers that rules may name and that are looked up in earlier periods."""

DUE_AFTER: Mapping[str, int] = {"monthly": 25, "quarterly": 80, "termly": 100, "half-yearly": 170, "annual": 330}
"""Days after a figure by which the next one is due."""


@dataclass(frozen=True, slots=True)
class Subject:
    """All that rating one indicator needs: its observations (earliest first), floor rules and series, and the report's rules.

    Targets, floors and ranges between those that are given are filled in.
    """

    indicator: Indicator
    observations: Sequence[Observation]
    floors: Sequence[FloorRule]
    series: Sequence[SeriesInfo]
    book: RuleBook
    info: ReportInfo
    overrides: Mapping[dt.date, Override] = field(default_factory=dict)

    @property
    def scheme(self) -> Scheme:
        """The scheme in force."""
        return self.book.scheme

    @property
    def unit(self) -> str:
        """The unit of the series that is rated."""
        return unit_of(self.indicator, self.series)

    @property
    def preface(self) -> str:
        """What a reason begins with where another measure than the actual is rated: its label."""
        named = (info.label for info in self.series if info.name == self.indicator.measure)
        return "" if self.indicator.measure == ACTUAL else f"Rated on {next(named, self.indicator.measure)}. "


def assessment(subject: Subject, previous_rating: str | None) -> Assessment:
    """All that is found of the indicator; current is the latest period with a figure, be it suppressed, or with a person's rating.

    Where a later period is due and has none, the rating is carried forward and says so, or the indicator is not rated.
    """
    seen = subject.observations
    history = Made(Rating(subject).rated, len(seen))
    at = next((n for n in reversed(range(len(seen))) if _has_figure(subject, seen[n]) or seen[n].period.end in subject.overrides), None)
    if at is None:
        return Assessment(_without_figure(subject, history), previous_rating, direction(subject), history)
    late = next((n for n in reversed(range(at + 1, len(seen))) if _is_late(subject, seen[at], seen[n])), None)
    if late is not None and subject.indicator.carry_forward:
        history.put(at, _carried(history[at], seen[late].period))
    elif late is not None:
        at = late
    return Assessment(history[at], previous_rating, direction(subject), history)


def _has_figure(subject: Subject, observation: Observation) -> bool:
    value = figure_of(subject.indicator, observation)
    return value.number is not None or value.is_suppressed


def _is_late(subject: Subject, latest: Observation, observation: Observation) -> bool:
    """Whether a figure was due in that period, after the latest there is."""
    due = (observation.period.end - latest.period.end).days >= DUE_AFTER[subject.indicator.frequency]
    return due and observation.period.end <= subject.info.period_end


def _carried(rated: Rated, late: Period) -> Rated:
    return replace(rated, carried=late, grounds=CarriedForward(rated.period, late, rated.grounds))


def overridden(rated: Rated, override: Override) -> Rated:
    """The rating with a person's in the place of the rule's; both stay on record."""
    why = None if override.rating else override.reason.rstrip(". ")
    grounds = Overridden(override, rated.rating, rated.grounds)
    return replace(rated, rating=override.rating, unrated=why, grounds=grounds, override=override)


class Rating:
    """The rating of one indicator, period by period. Periods with the same bounds share their ladder."""

    def __init__(self, subject: Subject) -> None:
        self.subject, self.indicator, self.book = subject, subject.indicator, subject.book
        self.unit, self.preface, self.rule_name = subject.unit, subject.preface, subject.scheme.rule
        self.further = sorted(subject.book.needs - NUMBERS)
        self.compare = subject.info.compare or subject.scheme.compare
        self.held: dict[tuple[int, ...], tuple[Bounds, Ladder | None]] = {}

    def rated(self, at: int) -> Rated:
        """The rating of the period of that number, or a person's in its place."""
        observation = self.subject.observations[at]
        given = self.subject.overrides.get(observation.period.end)
        rated = self._by_rule(at, observation)
        return overridden(rated, given) if given else rated

    def _by_rule(self, at: int, observation: Observation) -> Rated:
        """The rule's rating of one period with what it was held against."""
        value = observation.values.get(self.indicator.measure, NOTHING)
        bounds, ladder = self._held(at, observation)
        found = self._verdict(observation, value, ladder)
        return Rated(
            self.indicator.id,
            observation.period,
            self.indicator.measure,
            value.number,
            bounds.target,
            bounds.floor,
            found.rating,
            found.unrated,
            self.rule_name,
            Prefaced(self.preface, found) if self.preface else found,
            observation.published_rating,
            observation.place,
            computed=found.rating,
        )

    def _verdict(self, observation: Observation, value: Value, ladder: Ladder | None) -> Verdict:
        """The rating or why there is none: declared unrated first, then no figure and why, then the rule."""
        if not self.indicator.rated:
            return unrated(self.indicator.unrated_reason.rstrip(". ") or UNDECLARED)
        if value.number is None:
            not_yet = NOT_DUE if observation.period.end > self.subject.info.period_end else NO_DATA
            return unrated(SUPPRESSED if value.is_suppressed else TEXTS.get(value.text.strip().lower(), not_yet))
        if ladder is None:
            return unrated(NO_POLARITY if self.indicator.polarity == "none" else NO_RULE)
        exact = observation.values.get(UNROUNDED) if self.indicator.measure == ACTUAL else None
        if exact is None or exact.number is None or exact.number == value.number:
            return rate(value.number, ladder, value.qualifier)
        if self.compare == UNROUNDED:
            return rate(exact.number, ladder, exact.qualifier, compare="unrounded", other=value.number)
        return rate(value.number, ladder, value.qualifier, other=exact.number)

    def _held(self, at: int, observation: Observation) -> tuple[Bounds, Ladder | None]:
        """The period's bounds and the ladder that they make, found again by the very numbers that they are made of."""
        end = observation.period.end
        numbers = self._numbers(observation)
        floors, rule = floor_rule(self.subject.floors, end), self.book.rule(self.indicator.polarity, self.unit, end)
        further = {name: self._further(name, at) for name in self.further} if self.further else {}
        key = (*map(id, numbers), id(floors), id(rule), *map(id, further.values()))
        found = self.held.get(key)
        if found is None:
            bounds = bounds_from(numbers, floors, self.indicator.polarity, further)
            ladder = rule.ladder(bounds, self.indicator.polarity, self.unit, self.book.droppable) if rule else None
            found = self.held[key] = bounds, ladder
        return found

    def _numbers(self, observation: Observation) -> tuple[Number, Number, Number, Number]:
        """The target, the floor and the ends of the range that hold in the period."""
        target, floor, lower, upper = (observation.values.get(name, NOTHING).number for name in OWN)
        declared = self.indicator.measure_target
        return target if declared is None else declared, floor, lower, upper

    def _further(self, name: str, at: int) -> Decimal | None:
        """A further number of the period that the scheme's rules look at: an earlier figure, or that of a series."""
        seen, measure = self.subject.observations, self.indicator.measure
        if name == ONE_CASE:
            return one_case(self.unit, seen[at].number(self.indicator.denominator))
        if name == DECIMALS:
            return self._decimals(seen[at])
        look_back = EARLIER.get(name)
        return look_back(seen, at, measure) if look_back else seen[at].number(name)

    def _decimals(self, observation: Observation) -> Decimal | None:
        """How many decimals the figure has that is compared."""
        exact = observation.number(UNROUNDED) if self.compare == UNROUNDED else None
        number = either(exact, observation.number(self.indicator.measure))
        return None if number is None else Decimal(max(0, -int(number.as_tuple().exponent)))


def direction(subject: Subject) -> Direction:
    """The direction by the indicator's method or the report's, or the declared one with its reason where definitions changed."""
    indicator = subject.indicator
    method = METHODS[indicator.method or subject.info.direction]
    found = _hidden(subject) or method(travel_series(indicator, subject.observations, subject.series, subject.info))
    declared = DECLARED.get(indicator.direction)
    if declared is None:
        return found
    reason = indicator.direction_reason.rstrip(". ")
    said = f"Declared {declared}: {reason}." if reason else f"Declared {declared}."
    return replace(found, went=declared, reason=said, variation=None, assurance=None)


def _hidden(subject: Subject) -> Direction | None:
    """That no direction is told, because it would be that of a suppressed figure; None where the latest figure is none."""
    latest = next((each for each in reversed(subject.observations) if _has_figure(subject, each)), None)
    if latest is None or not figure_of(subject.indicator, latest).is_suppressed:
        return None
    reason = f"The figure for {latest.period.spoken} is suppressed, and so is its direction of travel."
    return Direction(None, reason, method=subject.indicator.method or subject.info.direction)


def _without_figure(subject: Subject, history: Sequence[Rated]) -> Rated:
    """The state of an indicator without any figure: its latest period that is due; the report's own where nothing is known."""
    due = [each for each in history if each.period.end <= subject.info.period_end]
    if history:
        return due[-1] if due else history[-1]
    found, period = unrated(NO_DATA), Period("", subject.info.period_end, "")
    indicator = subject.indicator
    return Rated(indicator.id, period, indicator.measure, None, None, None, None, found.unrated, subject.scheme.rule, found)
