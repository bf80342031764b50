"""An indicator's status in a sentence: its figure, against its target, against the result before.

The same sentence is its chart's alternative text: it says what the chart shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from papers.dataset import Indicator, Observation, Period, SeriesInfo, Value
from papers.document import inlines
from papers.narrative.clauses import against_range, changed, key, reported, sentence
from papers.narrative.figures import Part, Words, figure, paragraph
from papers.narrative.ratings import carried_words, override_words, trend_words
from papers.results import Assessment, Rated
from papers.rules import AWAITED
from papers.travel import year_ago
from papers.wording import capital, gap, in_period, listed, plural, value_in_words, with_unit

ACTUAL = "actual"
VERSUS = {"higher": ("above", "below"), "lower": ("better than", "worse than")}
"""A better and a worse figure than the target: where lower is better, "below the target" would read like a miss."""


def status(indicator: Indicator, found: Assessment, observations: Sequence[Observation], series: Sequence[SeriesInfo] = ()) -> Words:
    """The figure against its target and the one before: "84% in December 2013, above the 75% target and up from 82% ...".

    Where another measure is rated, it is named, and the actual follows in a sentence of its own. Without a figure it says so. A
    trend, a rating that is carried forward and one that a person set are said in sentences of their own.
    """
    current = found.current
    now = _in(observations, current.period, current.measure)
    if now is None:
        return inlines(*paragraph([[_no_figure(current)], [override_words(current)]]))
    info = next((each for each in series if each.name == current.measure), None)
    unit = info.unit if info else indicator.unit
    name = [f"{info.label}: "] if info else []
    clauses = [_target(indicator, current, now, unit), _since(found, observations, now, unit)]
    said = sentence([*name, *reported(now, current.measure, unit)], clauses)
    more = (trend_words(found.direction, unit), carried_words(current), override_words(current), still_due(found, observations))
    return inlines(*paragraph([said, _actual(indicator, now) if info else [], *([each] for each in more)]))


def is_awaited(value: Value) -> bool:
    """Whether the figure is due and still to come, which is another thing than no data."""
    return value.number is None and value.text.strip().casefold() == AWAITED


def still_due(found: Assessment, observations: Sequence[Observation]) -> str:
    """That figures after the current one are awaited; empty where none is."""
    measure, latest = found.current.measure, found.current.period.end
    later = [o for o in observations if o.period.end > latest and measure in o.values and is_awaited(o.values[measure])]
    return _awaited([o.period.spoken for o in later]) if later else ""


def _awaited(spoken: Sequence[str]) -> str:
    return f"The {plural(len(spoken), 'figure', 'figures')} for {listed(spoken)} {plural(len(spoken), 'is', 'are')} awaited."


def _no_figure(current: Rated) -> str:
    if current.unrated == AWAITED and current.period.spoken:
        return _awaited([current.period.spoken])
    when = f" for {current.period.spoken}" if current.period.spoken else ""
    return capital(f"{current.unrated or 'no data'}{when}.")


def _in(observations: Sequence[Observation], period: Period | None, series: str) -> Observation | None:
    """The observation of that period, where it has a number of that series."""
    return next((each for each in observations if each.period == period and each.number(series) is not None), None)


def _target(indicator: Indicator, current: Rated, now: Observation, unit: str) -> list[Part]:
    """Where the figure stands against its target, or its range; nothing where it has none or no polarity."""
    if indicator.polarity == "range":
        return against_range(now, current.measure, unit)
    if current.actual is None or current.target is None or indicator.polarity == "none":
        return []
    shown = figure(with_unit(current.target, unit), key(now, "target"))
    target: list[Part] = [shown, " target"] if unit == "percent" else ["target of ", shown]
    return [f"{_against(indicator, current.actual - current.target, unit)} the ", *target]


def _against(indicator: Indicator, difference: Decimal, unit: str) -> str:
    if not difference:
        return "level with"
    if indicator.polarity == "closest":
        return f"{gap(difference, unit)} {'above' if difference > 0 else 'below'}"
    better, worse = VERSUS[indicator.polarity]
    return better if (difference > 0) == (indicator.polarity == "higher") else worse


def _since(found: Assessment, observations: Sequence[Observation], now: Observation, unit: str) -> list[Part]:
    """What happened since the result that the direction looks back to, or that the two are not comparable."""
    is_year_ago = found.direction.method == year_ago.NAME and found.direction.compared is not None
    before = _in(observations, found.direction.compared if is_year_ago else found.direction.since, found.current.measure)
    if before is None:
        return []
    if found.direction.change is None and not is_year_ago:
        return [f"not comparable with {before.period.spoken}"]
    return changed(now, before, found.current.measure, unit)


def _actual(indicator: Indicator, now: Observation) -> list[Part]:
    """The actual that is printed but not rated: "Pupils recorded as obese: 18.2% in 2013, not rated."."""
    if now.number(ACTUAL) is None:
        return []
    shown = figure(value_in_words(now.values[ACTUAL], indicator.unit), key(now, ACTUAL))
    return [f"{indicator.title}: ", shown, f" {in_period(now.period.spoken)}, not rated."]
