"""An indicator's status in a sentence: its figure, against its target, against the result before.

The same sentence is its chart's alternative text: it says what the chart shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from papers.assess.grounds import rule_verdict
from papers.dataset import Indicator, Observation, Period, SeriesInfo, Value
from papers.document import inlines
from papers.narrative.clauses import against_range, changed, key, reported, sentence
from papers.narrative.figures import Part, Words, figure, paragraph
from papers.narrative.phrases import Phrases
from papers.narrative.ratings import carried_words, override_words, trend_words
from papers.phrases import OTHER
from papers.results import Assessment, Rated
from papers.rules import AWAITED, NO_DATA, SUPPRESSED
from papers.travel import year_ago
from papers.wording import gap, in_period, value_in_words, with_unit

ACTUAL = "actual"
VERSUS = {"higher": ("above", "below"), "lower": ("worse", "better"), "closest": ("more", "less")}
"""The case of a figure above and below the target: where lower is better, "below the target" would read like a miss."""


def status(
    phrases: Phrases, indicator: Indicator, found: Assessment, observations: Sequence[Observation], series: Sequence[SeriesInfo] = ()
) -> Words:
    """The figure against its target and the one before: "84% in December 2013, above the 75% target and up from 82% ...".

    Where another measure is rated, it is named, and the actual follows in a sentence of its own. Without a figure it says so. A
    trend, a rating that is carried forward and one that a person set are said in sentences of their own.
    """
    current = found.current
    now = _in(observations, current.period, current.measure)
    if now is None:
        return inlines(*paragraph([[_no_figure(phrases, current)], [override_words(phrases, current)]]))
    info = next((each for each in series if each.name == current.measure), None)
    unit = info.unit if info else indicator.unit
    clauses = [_target(phrases, indicator, current, now, unit), _since(phrases, found, observations, now, unit)]
    said = sentence(phrases, reported(phrases, now, current.measure, unit), clauses, info.label if info else "")
    more = [[trend_words(phrases, found.direction, unit)], [carried_words(phrases, current)], [override_words(phrases, current)]]
    return inlines(*paragraph([said, _actual(phrases, indicator, now) if info else [], *more, [still_due(phrases, found, observations)]]))


def is_awaited(value: Value) -> bool:
    """Whether the figure is due and still to come, which is another thing than no data."""
    return value.number is None and value.text.strip().casefold() == AWAITED


def still_due(phrases: Phrases, found: Assessment, observations: Sequence[Observation]) -> str:
    """That figures after the current one are awaited; empty where none is."""
    measure, latest = found.current.measure, found.current.period.end
    later = [o for o in observations if o.period.end > latest and measure in o.values and is_awaited(o.values[measure])]
    return _awaited(phrases, [o.period.spoken for o in later]) if later else ""


def _awaited(phrases: Phrases, spoken: Sequence[str]) -> str:
    periods = phrases.listed([[each] for each in spoken])
    return phrases.text("status.awaited", "one" if len(spoken) == 1 else OTHER, periods=periods)


def _no_figure(phrases: Phrases, current: Rated) -> str:
    why = rule_verdict(current).unrated if current.override else current.unrated
    if why == AWAITED and current.period.spoken:
        return _awaited(phrases, [current.period.spoken])
    if why == SUPPRESSED and current.period.spoken:
        return phrases.text("status.suppressed", period=current.period.spoken)
    return phrases.text("status.no_figure", reason=why or NO_DATA, period=current.period.spoken)


def _in(observations: Sequence[Observation], period: Period | None, series: str) -> Observation | None:
    """The observation of that period, where it has a number of that series."""
    return next((each for each in observations if each.period == period and each.number(series) is not None), None)


def _target(phrases: Phrases, indicator: Indicator, current: Rated, now: Observation, unit: str) -> list[Part]:
    """Where the figure stands against its target, or its range; nothing where it has none or no polarity."""
    if indicator.polarity == "range":
        return against_range(phrases, now, current.measure, unit)
    if current.actual is None or current.target is None or indicator.polarity == "none":
        return []
    shown = figure(with_unit(current.target, unit), key(now, "target"))
    way = _against(phrases, indicator, current.actual - current.target, unit)
    return phrases.say("status.target", "percent" if unit == "percent" else OTHER, way=way, figure=shown)


def _against(phrases: Phrases, indicator: Indicator, difference: Decimal, unit: str) -> str:
    up, down = VERSUS[indicator.polarity]
    case = (up if difference > 0 else down) if difference else "level"
    return phrases.text("status.against", case, distance=gap(difference, unit))


def _since(phrases: Phrases, found: Assessment, observations: Sequence[Observation], now: Observation, unit: str) -> list[Part]:
    """What happened since the result that the direction looks back to, or that the two are not comparable."""
    is_year_ago = found.direction.method == year_ago.NAME and found.direction.compared is not None
    before = _in(observations, found.direction.compared if is_year_ago else found.direction.since, found.current.measure)
    if before is None:
        return []
    if found.direction.change is None and not is_year_ago:
        return phrases.say("status.incomparable", period=before.period.spoken)
    return changed(phrases, now, before, found.current.measure, unit)


def _actual(phrases: Phrases, indicator: Indicator, now: Observation) -> list[Part]:
    """The actual that is printed but not rated: "Pupils recorded as obese: 18.2% in 2013, not rated."."""
    if now.number(ACTUAL) is None:
        return []
    shown = figure(value_in_words(now.values[ACTUAL], indicator.unit), key(now, ACTUAL))
    return phrases.say("status.unrated_actual", name=indicator.title, figure=shown, when=in_period(now.period.spoken))
