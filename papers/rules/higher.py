"""Higher is better: Green at or above the target, Amber from the floor standard up, Red below it."""

from __future__ import annotations

from papers.rules.bounds import Bounds
from papers.rules.intervals import Interval


def intervals(bounds: Bounds) -> tuple[Interval, ...]:
    """The intervals that the target and the floor set, best first: none without a target, one without a floor."""
    if bounds.target is None:
        return ()
    met = Interval("the target", low=bounds.target)
    return (met,) if bounds.floor is None else (met, Interval("the floor standard", low=bounds.floor))
