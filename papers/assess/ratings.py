"""A dataset's ratings: each observation's figure held against its own period's bounds, then the direction of travel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from papers.dataset import FloorRule, Indicator, Observation, Period, SeriesInfo, Value
from papers.results import Assessment, Direction, Rated, Scheme, Went
from papers.rules import NO_DATA, NOT_DUE, SUPPRESSED, Bounds, Verdict, rate, unrated
from papers.travel import METHODS, Point, Series

ACTUAL = "actual"
UNDECLARED = "declared unrated"
NOTHING = Value(None)
NO_RULE = FloorRule("", dt.date.min, dt.date.max)
TEXTS = {"not due": NOT_DUE, "suppressed": SUPPRESSED, "c": SUPPRESSED}
"""Words that stand for a figure and say why there is none."""

DECLARED: dict[str, Went] = {"improved": "improved", "worsened": "worsened", "same": "same"}


@dataclass(frozen=True, slots=True)
class Subject:
    """All that rating one indicator needs: its observations (earliest first), floor rules and series, and the report's rules."""

    indicator: Indicator
    observations: Sequence[Observation]
    floors: Sequence[FloorRule]
    series: Sequence[SeriesInfo]
    scheme: Scheme
    method: str
    period_end: dt.date

    @property
    def unit(self) -> str:
        """The unit of the series that is rated."""
        named = (info.unit for info in self.series if info.name == self.indicator.measure)
        return next(named, "") or self.indicator.unit

    @property
    def preface(self) -> str:
        """What a reason begins with where another measure than the actual is rated: its label."""
        named = (info.label for info in self.series if info.name == self.indicator.measure)
        return "" if self.indicator.measure == ACTUAL else f"Rated on {next(named, self.indicator.measure)}. "

    def figure(self, observation: Observation) -> Value:
        """The value that is rated: the actual, or that of another measure."""
        return observation.values.get(self.indicator.measure, NOTHING)

    def target(self, observation: Observation) -> Decimal | None:
        """The target of the series that is rated, in the observation's period."""
        declared = self.indicator.measure_target
        return observation.number("target") if declared is None else declared

    def floor_rule(self, end: dt.date) -> FloorRule:
        """The floor rule in force in the period that ends then; one that sets nothing where there is none."""
        return next((rule for rule in self.floors if rule.start <= end <= rule.end), NO_RULE)


def assessment(subject: Subject, previous_rating: str | None) -> Assessment:
    """All that is found of the indicator; current is the latest period with a figure, be it suppressed."""
    history = tuple(rated(subject, each) for each in subject.observations)
    current = next((each for each in reversed(history) if each.actual is not None or each.unrated == SUPPRESSED), None)
    return Assessment(current or _without_figure(subject, history), previous_rating, direction(subject), history)


def rated(subject: Subject, observation: Observation) -> Rated:
    """The rating of one period, compared as published, with what it was held against."""
    bounds = bounds_of(subject, observation)
    found = verdict(subject, observation, bounds)
    return Rated(
        subject.indicator.id,
        observation.period,
        subject.indicator.measure,
        subject.figure(observation).number,
        bounds.target,
        bounds.floor,
        found.rating,
        found.unrated,
        subject.scheme.rule,
        subject.preface + found.reason,
        found.margin,
        observation.published_rating,
        observation.place,
    )


def verdict(subject: Subject, observation: Observation, bounds: Bounds) -> Verdict:
    """The rating or why there is none: declared unrated first, then no figure and why, then the rule."""
    indicator, value = subject.indicator, subject.figure(observation)
    if not indicator.rated:
        return unrated(indicator.unrated_reason.rstrip(". ") or UNDECLARED)
    if value.number is None:
        not_yet = NOT_DUE if observation.period.end > subject.period_end else NO_DATA
        return unrated(TEXTS.get(value.text.strip().lower(), not_yet))
    words = [band.word for band in subject.scheme.bands]
    return rate(value.number, bounds, indicator.polarity, bands=words, unit=subject.unit, qualifier=value.qualifier)


def bounds_of(subject: Subject, observation: Observation) -> Bounds:
    """What the period's figure is held against: its own target and floor; else the floor at the rule's distance from the target."""
    target, rule = subject.target(observation), subject.floor_rule(observation.period.end)
    floor = observation.number("floor")
    return Bounds(
        target,
        floor_at(target, rule, subject.indicator.polarity) if floor is None else floor,
        amber=rule.amber,
        lower=observation.number("lower"),
        upper=observation.number("upper"),
        green_below=rule.green_below,
        green_above=rule.green_above,
        floor_below=either(rule.floor_below, rule.distance),
        floor_above=either(rule.floor_above, rule.distance),
    )


def either(own: Decimal | None, both: Decimal | None) -> Decimal | None:
    """The tolerance of one side, or that of both sides where the side has none of its own."""
    return both if own is None else own


def floor_at(target: Decimal | None, rule: FloorRule, polarity: str) -> Decimal | None:
    """The floor that the rule sets for the target; None where there is no such floor (a range and a band have two ends)."""
    if target is None or polarity not in {"higher", "lower"}:
        return None
    if not rule.amber:
        return target
    if rule.distance is None:
        return None
    return target - rule.distance if polarity == "higher" else target + rule.distance


def direction(subject: Subject) -> Direction:
    """The direction by the report's method, or the declared one with its reason where definitions changed."""
    indicator = subject.indicator
    found = METHODS[subject.method](Series(points(subject), indicator.polarity, subject.unit, indicator.frequency))
    declared = DECLARED.get(indicator.direction)
    if declared is None:
        return found
    reason = indicator.direction_reason.rstrip(". ")
    return replace(found, went=declared, reason=f"Declared {declared}: {reason}." if reason else f"Declared {declared}.")


def points(subject: Subject) -> tuple[Point, ...]:
    """The indicator's results as points, each with what its own period holds it against."""
    return tuple(_point(subject, observation) for observation in subject.observations)


def _point(subject: Subject, observation: Observation) -> Point:
    value = subject.figure(observation)
    return Point(
        observation.period,
        value.number,
        subject.target(observation),
        observation.number("lower"),
        observation.number("upper"),
        value.qualifier,
        broken="b" in value.markers,
    )


def _without_figure(subject: Subject, history: Sequence[Rated]) -> Rated:
    """The state of an indicator without any figure: its latest period that is due; the report's own where nothing is known."""
    due = [each for each in history if each.period.end <= subject.period_end]
    if due or history:
        return (due or list(history))[-1]
    found, period = unrated(NO_DATA), Period("", subject.period_end, "")
    indicator = subject.indicator
    return Rated(indicator.id, period, indicator.measure, None, None, None, None, found.unrated, subject.scheme.rule, found.reason)
