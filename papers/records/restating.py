"""What a report says otherwise than the last one published it: figures of the same periods, targets, floors, titles, units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from papers.dataset import FloorRule, Indicator, Observation
from papers.errors import Place
from papers.published import PublishedIndicator, PublishedPeriod, PublishedReport, Restatement
from papers.records.figures import (
    FROM_RULES,
    bare,
    differs,
    figures_of,
    is_figure,
    is_provisional,
    note_on,
    rule_of,
    rules_by_indicator,
)
from papers.records.freezing import published_as

DEFINITIONS = ("title", "unit", "polarity")
"""What belongs to an indicator and to no period."""

PROVISIONAL = "It was provisional when it was last published."
NOT_GIVEN = "not given"
"""What stands for a figure that is not there any more."""

A_FIGURE = "a figure"
"""What stands for a published figure that is suppressed now: to print it would tell what is to be kept back."""


def restated(
    record: PublishedReport, indicators: Sequence[Indicator], observations: Sequence[Observation], floors: Sequence[FloorRule]
) -> tuple[Restatement, ...]:
    """Everything that differs from the record, in report order, with the reason that stands beside it in the data.

    A footnote of the figure's cell is its reason, the note of a floor rule that of the floors it sets, unless it stood there when
    the record was made; a figure that was published as provisional needs none. A period that either side lacks, and one that was published without a figure, is not
    restated.
    """
    seen: dict[str, list[Observation]] = {}
    for each in observations:
        seen.setdefault(each.indicator, []).append(each)
    rules = rules_by_indicator(floors)
    found: list[Restatement] = []
    for indicator in indicators:
        published = published_as(indicator, record)
        if published:
            found += _definitions(indicator, published)
            found += _figures(indicator, published, seen.get(indicator.id, ()), rules.get(indicator.id, ()))
    return tuple(found)


def _definitions(indicator: Indicator, published: PublishedIndicator) -> Iterator[Restatement]:
    for name in DEFINITIONS:
        was, now = getattr(published, name), getattr(indicator, name)
        if was != now:
            yield Restatement(indicator.id, name, was, now, place=replace(indicator.place, column=name))


def _figures(
    indicator: Indicator, published: PublishedIndicator, observations: Sequence[Observation], rules: Sequence[FloorRule]
) -> Iterator[Restatement]:
    periods: Mapping[dt.date, PublishedPeriod] = {each.end: each for each in published.periods}
    for observation in observations:
        before = periods.get(observation.period.end)
        if before:
            yield from _in_period(indicator, observation, before, rules)


def _in_period(
    indicator: Indicator, observation: Observation, before: PublishedPeriod, rules: Sequence[FloorRule]
) -> Iterator[Restatement]:
    now = figures_of(indicator, observation, rules)
    for series, was in before.figures.items():
        if was != now.get(series) and is_figure(was) and differs(was, now.get(series, "")):
            yield _restatement(observation, series, before, now.get(series, ""), rules)


def _restatement(observation: Observation, series: str, before: PublishedPeriod, now: str, rules: Sequence[FloorRule]) -> Restatement:
    value, period, was = observation.values.get(series), observation.period, before.figures[series]
    rule = rule_of(rules, period.end) if series in FROM_RULES else None
    note = note_on(observation, series, rules)
    reason = "" if note == before.notes.get(series) else note
    if not reason and is_provisional(was):
        reason = PROVISIONAL
    place: Place = observation.place_of(series) if value or rule is None else rule.place
    hidden = value is not None and value.is_suppressed
    return Restatement(
        observation.indicator, series, A_FIGURE if hidden else bare(was), bare(now) or NOT_GIVEN, reason, period.end, period.label, place
    )
