"""Clauses that sentences on one indicator share: a figure with its period, where it stands, what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from papers.dataset import Observation
from papers.narrative.figures import Part, figure, joined
from papers.wording import capital, in_period, value_in_words, with_unit

SAID = {"p": "provisional", "r": "revised"}
"""Markers that a sentence says in words."""


def key(observation: Observation, series: str) -> str:
    """The key of the figure: CS01/2013-12-31/actual."""
    return f"{observation.indicator}/{observation.period.end.isoformat()}/{series}"


def reported(observation: Observation, series: str, unit: str) -> list[Part]:
    """The figure with its period, as a sentence begins: "83.3% (provisional) in November 2013"."""
    value = observation.values[series]
    said = [SAID[marker] for marker in value.markers if marker in SAID]
    mark = f" ({', '.join(said)})" if said else ""
    return [figure(capital(value_in_words(value, unit)), key(observation, series)), f"{mark} {in_period(observation.period.spoken)}"]


def changed(now: Observation, before: Observation, series: str, unit: str) -> list[Part]:
    """What happened since the figure before: "up from 82% in September 2013", "unchanged from September 2013"."""
    latest, value = now.number(series), before.values[series]
    if latest is None or value.number is None:
        return []
    if latest == value.number:
        return [f"unchanged from {before.period.spoken}"]
    words = figure(value_in_words(value, unit), key(before, series))
    return [f"{'up' if latest > value.number else 'down'} from ", words, f" {in_period(before.period.spoken)}"]


def against_range(observation: Observation, series: str, unit: str) -> list[Part]:
    """Where the figure stands against its period's thresholds: "above the expected range of 40 to 60"; nothing without any."""
    number, lower, upper = observation.number(series), observation.number("lower"), observation.number("upper")
    ends = [(name, end) for name, end in (("lower", lower), ("upper", upper)) if end is not None]
    if number is None or not ends:
        return []
    side = _side(number, lower, upper)
    shown = [figure(with_unit(end, unit), key(observation, name)) for name, end in ends]
    if len(shown) == 2:
        return [f"{side} the expected range of ", shown[0], " to ", shown[1]]
    return [f"{side} the {ends[0][0]} threshold of ", shown[0]]


def _side(number: Decimal, lower: Decimal | None, upper: Decimal | None) -> str:
    if upper is not None and number > upper:
        return "above" if lower is not None else "over"
    if lower is not None and number < lower:
        return "below" if upper is not None else "under"
    return "within"


def sentence(opening: Sequence[Part], clauses: Sequence[Sequence[Part]]) -> list[Part]:
    """The opening with the clauses that say anything: "..., above the target and up from ..."."""
    said = [clause for clause in clauses if clause]
    return [*opening, *([", ", *joined(said)] if said else []), "."]
