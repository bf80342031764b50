"""An indicator's data notes: what is better, what a figure covers, where it comes from, its floor standard, and what was noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from papers.assess.ratings import either
from papers.dataset import FloorRule, Indicator, Observation, SeriesInfo
from papers.document import inlines
from papers.narrative.figures import Words
from papers.wording import capital, date_words, gap, listed, with_unit

BETTER = {
    "higher": "Higher figures are better.",
    "lower": "Lower figures are better.",
    "closest": "Figures closest to the target are best.",
    "range": "Figures within the expected range are best.",
}
SERIES = {"lower": "lower threshold", "upper": "upper threshold", "floor": "floor standard"}
"""Series of every indicator whose names need more words."""

DERIVED = "It was not published and is derived from published ratings."


def data_notes(
    indicator: Indicator, observations: Sequence[Observation] = (), floors: Sequence[FloorRule] = (), series: Sequence[SeriesInfo] = ()
) -> Words:
    """The indicator's notes as one paragraph: polarity, basis, sources, floors and whether they are derived, notes by period.

    Empty where there is nothing to say. Polarity and floors are said of key performance indicators only.
    """
    rated = indicator.kind == "kpi"
    said = [
        *_measure(indicator, series),
        *([_better(indicator)] if rated and indicator.polarity in BETTER else []),
        *([f"Basis: {closed(indicator.basis)}"] if indicator.basis else []),
        *([f"Source: {closed(indicator.data_source)}"] if indicator.data_source else []),
        *(f"Source of {each.label}: {closed(each.source)}" for each in series if each.source),
        *(_floors(indicator, floors, _unit(indicator, series)) if rated else []),
        *_declared(indicator),
        *([closed(indicator.note)] if indicator.note else []),
        *_by_period(observations),
        *(f"{capital(listed(of))}: {closed(note)}" for note, of in figure_notes(observations, series).items()),
    ]
    return inlines(" ".join(said))


def closed(text: str) -> str:
    """The text as a sentence ends: with one full stop."""
    return text.strip() if text.strip().endswith((".", "!", "?")) else f"{text.strip()}."


def _measure(indicator: Indicator, series: Sequence[SeriesInfo]) -> Iterator[str]:
    """What is rated where it is not the actual, and its target where it has no row of its own."""
    info = next((each for each in series if each.name == indicator.measure), None)
    if indicator.measure == "actual" or info is None:
        return
    target = indicator.measure_target
    said = f"Rated on \u201c{info.label}\u201d"
    yield f"{said}." if target is None else f"{said}, with a target of {with_unit(target, info.unit)}."


def _better(indicator: Indicator) -> str:
    """What is better; where the actual is not what is rated, it says that the other measure is meant."""
    words = BETTER[indicator.polarity]
    return words if indicator.measure == "actual" else words.replace(" figures", " figures of that measure")


def figure_notes(observations: Iterable[Observation], series: Iterable[SeriesInfo]) -> dict[str, list[str]]:
    """The footnotes of single figures, each with what it is on: "actual, June 2014"."""
    labels = {each.name: each.label for each in series}
    found: dict[str, list[str]] = {}
    for each in observations:
        for name, value in each.values.items():
            if value.note:
                found.setdefault(value.note, []).append(f"{labels.get(name, SERIES.get(name, name))} for {each.period.spoken}")
    return found


def _unit(indicator: Indicator, series: Sequence[SeriesInfo]) -> str:
    """The unit of the series that is rated."""
    return next((each.unit for each in series if each.name == indicator.measure), indicator.unit)


def _floors(indicator: Indicator, rules: Sequence[FloorRule], unit: str) -> Iterator[str]:
    """Each floor rule in words, with its dates where it has any, its note, and that it is derived where no note says so."""
    for rule in rules:
        yield from (f"{capital(words)}{_dates(rule)}." for words in _floor(indicator, rule, unit))
        if rule.note:
            yield closed(rule.note)
        elif rule.derived:
            yield DERIVED


def _floor(indicator: Indicator, rule: FloorRule, unit: str) -> Iterator[str]:
    """What the rule sets: "the floor standard is 5 percentage points below the target", "there is no middle rating"."""
    if indicator.polarity in {"closest", "range"}:
        yield from _bands(indicator, rule, unit)
    elif not rule.amber:
        yield "there is no middle rating"
    elif rule.distance is not None:
        side = "below" if indicator.polarity == "higher" else "above"
        yield f"the floor standard is {gap(rule.distance, unit)} {side} the target"


def _bands(indicator: Indicator, rule: FloorRule, unit: str) -> Iterator[str]:
    """The tolerances on both sides: "the target band reaches 2 days below and 3 days above the target"."""
    centre = "the target" if indicator.polarity == "closest" else "the expected range"
    bands = {
        "target band": (rule.green_below, rule.green_above),
        "floor band": (either(rule.floor_below, rule.distance), either(rule.floor_above, rule.distance)),
    }
    for name, (below, above) in bands.items():
        sides = [f"{gap(size, unit)} {side}" for size, side in ((below, "below"), (above, "above")) if size is not None]
        if sides:
            yield f"the {name} reaches {listed(sides)} {centre}"


def _declared(indicator: Indicator) -> Iterator[str]:
    """That the direction of travel is declared, not computed, and why."""
    if indicator.direction and indicator.direction_reason:
        yield f"The direction of travel is declared like for like. {closed(indicator.direction_reason)}"


def _dates(rule: FloorRule) -> str:
    """Since when and until when the rule holds; nothing for the ends of time."""
    start = f" from {date_words(rule.start)}" if rule.start != dt.date.min else ""
    return start + (f" to {date_words(rule.end)}" if rule.end != dt.date.max else "")


def _by_period(observations: Iterable[Observation]) -> Iterator[str]:
    """The notes on periods, each once, after the periods that it is on."""
    periods: dict[str, list[str]] = {}
    for each in observations:
        if each.note:
            periods.setdefault(each.note, []).append(each.period.spoken)
    yield from (f"{capital(listed(spoken))}: {closed(note)}" for note, spoken in periods.items())
