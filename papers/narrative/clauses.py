"""Clauses that sentences on one indicator share: a figure with its period, where it stands, what it was before."""

from __future__ import annotations

from collections.abc import Sequence

from papers.assess import point_of
from papers.dataset import Observation, Value
from papers.narrative.figures import Part, figure
from papers.narrative.phrases import Counted, Phrases
from papers.travel import Standing, side_of
from papers.wording import in_period, ordinal, value_in_words, with_unit

SAID = {"p": "status.provisional", "r": "status.revised"}
"""The phrases of markers that a sentence says in words."""

ALONE = {
    ("above", "upper"): "over",
    ("within", "upper"): "within_upper",
    ("below", "lower"): "under",
    ("within", "lower"): "within_lower",
}
"""The case of a figure's side and of the only threshold there is."""


def key(observation: Observation, series: str) -> str:
    """The key of the figure: CS01/2013-12-31/actual."""
    return f"{observation.indicator}/{observation.period.end.isoformat()}/{series}"


def reported(phrases: Phrases, observation: Observation, series: str, unit: str) -> list[Part]:
    """The figure with its period, as a sentence begins: "83.3% (provisional) in November 2013"."""
    return phrases.say("status.reported", figure=_marked(phrases, observation, series, unit), when=in_period(observation.period.spoken))


def _marked(phrases: Phrases, observation: Observation, series: str, unit: str) -> list[Part]:
    """The figure with what its markers say, where a sentence says it."""
    value: Value = observation.values[series]
    shown = figure(value_in_words(value, unit), key(observation, series))
    said = [phrases.say(SAID[marker]) for marker in value.markers if marker in SAID]
    return phrases.say("status.marked", figure=shown, markers=phrases.listed(said, "lists.comma")) if said else [shown]


def changed(phrases: Phrases, now: Observation, before: Observation, series: str, unit: str) -> list[Part]:
    """What happened since the figure before: "up from 82% in September 2013", "unchanged from September 2013"."""
    latest, value = now.number(series), before.values[series]
    if latest is None or value.number is None:
        return []
    way = "same" if latest == value.number else "up" if latest > value.number else "down"
    spoken = before.period.spoken
    shown = _marked(phrases, before, series, unit)
    return phrases.say("status.change", way, figure=shown, when=in_period(spoken), period=spoken)


def against_range(phrases: Phrases, observation: Observation, series: str, unit: str, standing: Standing | None = None) -> list[Part]:
    """Where the figure stands against its period's thresholds: "above the expected range of 40 to 60"; nothing without any.

    With a `standing`, since when it stands there is said as well; without thresholds it is then held against its benchmark.
    """
    point = point_of(observation, series)
    side = side_of(point)
    ends = [(name, end) for name, end in (("lower", point.lower), ("upper", point.upper)) if end is not None]
    if side is None or not (ends or standing):
        return []
    run = running(phrases, standing) if standing else ""
    shown = {name: figure(with_unit(end, unit), key(observation, name)) for name, end in ends}
    if len(shown) == 2:
        return phrases.say("status.range", side, run=run, lower=shown["lower"], upper=shown["upper"])
    if shown:
        ((name, only),) = shown.items()
        return phrases.say("status.threshold", ALONE[side, name], figure=only, run=run)
    assert point.target is not None, "what has a side has something to be held against"
    return phrases.say("status.benchmark", side, figure=figure(with_unit(point.target, unit), key(observation, "target")), run=run)


def running(phrases: Phrases, standing: Standing) -> str:
    """Since when the figure stands there: "for the third quarter running", "in all four quarters shown"; nothing for the first time."""
    if standing.running == 1:
        return ""
    case = "running" if not standing.whole else "both" if standing.running == 2 else "all"
    nouns = phrases.noun(standing.noun.replace("-", "_"))
    return phrases.text("status.standing", case, nth=ordinal(standing.running), count=Counted(standing.running), **nouns)


def sentence(phrases: Phrases, opening: Sequence[Part], clauses: Sequence[Sequence[Part]], name: str = "") -> list[Part]:
    """The opening with the clauses that say anything: "..., above the target and up from ..."; after the name of what is rated, if any."""
    return phrases.say("status.sentence", "named" if name else "other", name=name, figure=opening, clauses=phrases.listed(clauses))
