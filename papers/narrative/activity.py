"""Activity and staffing indicators in a sentence: no rating, no polarity; where the figure stands, and what it was before."""

from __future__ import annotations

from collections.abc import Sequence

from papers.assess import standing_of
from papers.dataset import Indicator, Observation
from papers.document import inlines
from papers.narrative.clauses import against_range, changed, reported, sentence
from papers.narrative.figures import Part, Words, paragraph
from papers.narrative.phrases import Phrases

ACTUAL = "actual"


def activity(phrases: Phrases, indicator: Indicator, observations: Sequence[Observation]) -> Words:
    """The latest figure, above, below or within its period's expected range and since when, and the change on the figure before.

    "675 in September 2025, above the expected range of 610 to 665 for the second quarter running and up from 668 in June 2025."
    A break in the series is said instead of a change. Without any figure it says so.
    """
    told = [each for each in observations if each.number(ACTUAL) is not None]
    hidden = _hidden(phrases, observations)
    if not told:
        return inlines(hidden or phrases.text("status.no_activity"))
    *earlier, latest = told
    stands = standing_of(indicator, observations)
    clauses = [against_range(phrases, latest, ACTUAL, indicator.unit, stands), _since(phrases, indicator, latest, earlier)]
    said = sentence(phrases, reported(phrases, latest, ACTUAL, indicator.unit), clauses)
    return inlines(*paragraph([[hidden] if hidden else [], said]))


def _hidden(phrases: Phrases, observations: Sequence[Observation]) -> str:
    """That the latest figure is suppressed; empty where it is none."""
    found = [(each, each.values[ACTUAL]) for each in observations if ACTUAL in each.values]
    told = [(each, value) for each, value in found if value.number is not None or value.is_suppressed]
    is_hidden = bool(told) and told[-1][1].is_suppressed
    return phrases.text("status.suppressed", period=told[-1][0].period.spoken) if is_hidden else ""


def _since(phrases: Phrases, indicator: Indicator, latest: Observation, earlier: Sequence[Observation]) -> list[Part]:
    """The change on the figure before; that they are not comparable where the series breaks; nothing where there is none."""
    if not earlier:
        return []
    if "b" in latest.values[ACTUAL].markers:
        return phrases.say("status.incomparable", period=earlier[-1].period.spoken)
    return changed(phrases, latest, earlier[-1], ACTUAL, indicator.unit)
