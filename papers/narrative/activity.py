"""Activity and staffing indicators in a sentence: no rating, no polarity; where the figure stands, and what it was before."""

from __future__ import annotations

from collections.abc import Sequence

from papers.assess import standing_of
from papers.dataset import Indicator, Observation
from papers.document import inlines
from papers.narrative.clauses import against_range, changed, reported, sentence
from papers.narrative.figures import Part, Words

ACTUAL = "actual"


def activity(indicator: Indicator, observations: Sequence[Observation]) -> Words:
    """The latest figure, above, below or within its period's expected range and since when, and the change on the figure before.

    "675 in September 2025, above the expected range of 610 to 665 for the second quarter running and up from 668 in June 2025."
    A break in the series is said instead of a change. Without any figure it says so.
    """
    told = [each for each in observations if each.number(ACTUAL) is not None]
    if not told:
        return inlines("No figure has been reported.")
    *earlier, latest = told
    stands = standing_of(indicator, observations)
    clauses = [against_range(latest, ACTUAL, indicator.unit, stands), _since(indicator, latest, earlier)]
    return inlines(*sentence(reported(latest, ACTUAL, indicator.unit), clauses))


def _since(indicator: Indicator, latest: Observation, earlier: Sequence[Observation]) -> list[Part]:
    """The change on the figure before; that they are not comparable where the series breaks; nothing where there is none."""
    if not earlier:
        return []
    if "b" in latest.values[ACTUAL].markers:
        return [f"not comparable with {earlier[-1].period.spoken}"]
    return changed(latest, earlier[-1], ACTUAL, indicator.unit)
