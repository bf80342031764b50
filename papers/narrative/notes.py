"""An indicator's data notes: what is better, what a figure covers, where it comes from, its floor standard, and what was noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from papers.assess.ratings import either
from papers.dataset import FloorRule, Indicator, Observation, SeriesInfo
from papers.document import inlines
from papers.narrative.figures import Words
from papers.narrative.phrases import Phrases
from papers.phrases import OTHER
from papers.wording import date_words, gap, with_unit

SERIES = {"lower": "notes.lower_threshold", "upper": "notes.upper_threshold", "floor": "notes.floor_standard"}
"""The phrases of series of every indicator whose names need more words."""

JUDGED = frozenset({"higher", "lower", "closest", "range"})
"""Polarities that say what is better."""


def data_notes(
    phrases: Phrases,
    indicator: Indicator,
    observations: Sequence[Observation] = (),
    floors: Sequence[FloorRule] = (),
    series: Sequence[SeriesInfo] = (),
) -> Words:
    """The indicator's notes as one paragraph: polarity, basis, sources, floors and whether they are derived, notes by period.

    Empty where there is nothing to say. Polarity and floors are said of key performance indicators only.
    """
    rated = indicator.kind == "kpi"
    said = [
        *_measure(phrases, indicator, series),
        *([_better(phrases, indicator)] if rated and indicator.polarity in JUDGED else []),
        *([phrases.text("notes.basis", note=closed(indicator.basis))] if indicator.basis else []),
        *([phrases.text("notes.source", note=closed(indicator.data_source))] if indicator.data_source else []),
        *(phrases.text("notes.source_of", label=each.label, note=closed(each.source)) for each in series if each.source),
        *(_floors(phrases, indicator, floors, _unit(indicator, series)) if rated else []),
        *_declared(phrases, indicator),
        *([closed(indicator.note)] if indicator.note else []),
        *(_on(phrases, spoken, note) for note, spoken in _by_period(observations).items()),
        *(_on(phrases, of, note) for note, of in figure_notes(phrases, observations, series).items()),
    ]
    return inlines(" ".join(said))


def _on(phrases: Phrases, about: Sequence[str], note: str) -> str:
    """A note after what it is on."""
    return phrases.text("notes.on", periods=phrases.listed([[each] for each in about]), note=closed(note))


def closed(text: str) -> str:
    """The text as a sentence ends: with one full stop."""
    return text.strip() if text.strip().endswith((".", "!", "?")) else f"{text.strip()}."


def _measure(phrases: Phrases, indicator: Indicator, series: Sequence[SeriesInfo]) -> Iterator[str]:
    """What is rated where it is not the actual, and its target where it has no row of its own."""
    info = next((each for each in series if each.name == indicator.measure), None)
    if indicator.measure == "actual" or info is None:
        return
    target = indicator.measure_target
    shown = "" if target is None else with_unit(target, info.unit)
    yield phrases.text("notes.rated_on", "target" if shown else OTHER, label=info.label, figure=shown)


def _better(phrases: Phrases, indicator: Indicator) -> str:
    """What is better; where the actual is not what is rated, it says that the other measure is meant."""
    return phrases.text("notes.better" if indicator.measure == "actual" else "notes.better_of_measure", indicator.polarity)


def figure_notes(phrases: Phrases, observations: Iterable[Observation], series: Iterable[SeriesInfo]) -> dict[str, list[str]]:
    """The footnotes of single figures, each with what it is on: "actual for June 2014"."""
    labels = {**{name: phrases.text(key) for name, key in SERIES.items()}, **{each.name: each.label for each in series}}
    found: dict[str, list[str]] = {}
    for each in observations:
        for name, value in each.values.items():
            if value.note:
                of = phrases.text("notes.figure_of", label=labels.get(name, name), period=each.period.spoken)
                found.setdefault(value.note, []).append(of)
    return found


def _unit(indicator: Indicator, series: Sequence[SeriesInfo]) -> str:
    """The unit of the series that is rated."""
    return next((each.unit for each in series if each.name == indicator.measure), indicator.unit)


def _floors(phrases: Phrases, indicator: Indicator, rules: Sequence[FloorRule], unit: str) -> Iterator[str]:
    """Each floor rule in words, with its dates where it has any, its note, and that it is derived where no note says so."""
    for rule in rules:
        yield from _floor(phrases, indicator, rule, unit)
        if rule.note:
            yield closed(rule.note)
        elif rule.derived:
            yield phrases.text("notes.derived")


def _floor(phrases: Phrases, indicator: Indicator, rule: FloorRule, unit: str) -> Iterator[str]:
    """What the rule sets: "The floor standard is 5 percentage points below the target.", "There is no middle rating."."""
    since = _dates(phrases, rule)
    if indicator.polarity in {"closest", "range"}:
        yield from _bands(phrases, indicator, rule, unit, since)
    elif not rule.amber:
        yield phrases.text("notes.no_middle", since=since)
    elif rule.distance is not None:
        side = "below" if indicator.polarity == "higher" else "above"
        yield phrases.text("notes.floor", side, distance=gap(rule.distance, unit), since=since)


def _bands(phrases: Phrases, indicator: Indicator, rule: FloorRule, unit: str, since: str) -> Iterator[str]:
    """The tolerances on both sides: "The target band reaches 2 days below and 3 days above the target."."""
    centre = phrases.text("notes.centre", indicator.polarity)
    bands = {
        "target": (rule.green_below, rule.green_above),
        "floor": (either(rule.floor_below, rule.distance), either(rule.floor_above, rule.distance)),
    }
    for name, sizes in bands.items():
        told = [(side, size) for side, size in zip(("below", "above"), sizes, strict=True) if size is not None]
        sides = phrases.listed(phrases.say("notes.side", side, distance=gap(size, unit)) for side, size in told)
        if sides:
            yield phrases.text("notes.band", name, sides=sides, centre=centre, since=since)


def _declared(phrases: Phrases, indicator: Indicator) -> Iterator[str]:
    """That the direction of travel is declared, not computed, and why."""
    if indicator.direction and indicator.direction_reason:
        yield phrases.text("notes.declared", reason=closed(indicator.direction_reason))


def _dates(phrases: Phrases, rule: FloorRule) -> str:
    """Since when and until when the rule holds; nothing for the ends of time."""
    start = date_words(rule.start) if rule.start != dt.date.min else ""
    end = date_words(rule.end) if rule.end != dt.date.max else ""
    if not start and not end:
        return ""
    return phrases.text("notes.dates", "both" if start and end else "from" if start else "to", since=start, date=end)


def _by_period(observations: Iterable[Observation]) -> Mapping[str, Sequence[str]]:
    """The notes on periods, each once, with the periods that it is on."""
    periods: dict[str, list[str]] = {}
    for each in observations:
        if each.note:
            periods.setdefault(each.note, []).append(each.period.spoken)
    return periods
