"""Clauses that sentences on one indicator share: a figure with its period, where it stands, what it was before."""

from __future__ import annotations

from collections.abc import Sequence

from papers.assess import point_of
from papers.dataset import Observation, Value
from papers.narrative.figures import Part, figure, joined
from papers.travel import Standing, side_of
from papers.wording import capital, count_word, in_period, ordinal, value_in_words, with_unit

SAID = {"p": "provisional", "r": "revised"}
"""Markers that a sentence says in words."""


def key(observation: Observation, series: str) -> str:
    """The key of the figure: CS01/2013-12-31/actual."""
    return f"{observation.indicator}/{observation.period.end.isoformat()}/{series}"


def reported(observation: Observation, series: str, unit: str) -> list[Part]:
    """The figure with its period, as a sentence begins: "83.3% (provisional) in November 2013"."""
    value = observation.values[series]
    words = figure(capital(value_in_words(value, unit)), key(observation, series))
    return [words, f"{_marks(value)} {in_period(observation.period.spoken)}"]


def _marks(value: Value) -> str:
    """What the figure's markers say, in brackets; nothing without one that a sentence says."""
    said = [SAID[marker] for marker in value.markers if marker in SAID]
    return f" ({', '.join(said)})" if said else ""


def changed(now: Observation, before: Observation, series: str, unit: str) -> list[Part]:
    """What happened since the figure before: "up from 82% in September 2013", "unchanged from September 2013"."""
    latest, value = now.number(series), before.values[series]
    if latest is None or value.number is None:
        return []
    if latest == value.number:
        return [f"unchanged from {before.period.spoken}"]
    words = figure(value_in_words(value, unit), key(before, series))
    return [f"{'up' if latest > value.number else 'down'} from ", words, f"{_marks(value)} {in_period(before.period.spoken)}"]


def against_range(observation: Observation, series: str, unit: str, standing: Standing | None = None) -> list[Part]:
    """Where the figure stands against its period's thresholds: "above the expected range of 40 to 60"; nothing without any.

    With a `standing`, since when it stands there is said as well; without thresholds it is then held against its benchmark.
    """
    point = point_of(observation, series)
    side = side_of(point)
    ends = [(name, end) for name, end in (("lower", point.lower), ("upper", point.upper)) if end is not None]
    if side is None or not (ends or standing):
        return []
    since = running(standing) if standing else ""
    shown = [figure(with_unit(end, unit), key(observation, name)) for name, end in ends]
    if len(shown) == 2:
        return [f"{side} the expected range of ", shown[0], " to ", shown[1], since]
    if shown:
        return [f"{ALONE.get((side, ends[0][0]), side)} the {ends[0][0]} threshold of ", shown[0], since]
    assert point.target is not None, "what has a side has something to be held against"
    return [f"{side} the benchmark of ", figure(with_unit(point.target, unit), key(observation, "target")), since]


ALONE = {("above", "upper"): "over", ("below", "lower"): "under"}
"""Beyond a threshold without the other."""


def running(standing: Standing) -> str:
    """Since when the figure stands there: " for the third quarter running", " in all four quarters shown"; nothing for the first time."""
    if standing.running == 1:
        return ""
    if not standing.whole:
        return f" for the {ordinal(standing.running)} {standing.noun} running"
    all_of_them = "both" if standing.running == 2 else f"all {count_word(standing.running)}"
    return f" in {all_of_them} {standing.noun}s shown"


def sentence(opening: Sequence[Part], clauses: Sequence[Sequence[Part]]) -> list[Part]:
    """The opening with the clauses that say anything: "..., above the target and up from ..."."""
    said = [clause for clause in clauses if clause]
    return [*opening, *([", ", *joined(said)] if said else []), "."]
