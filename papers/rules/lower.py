"""Lower is better: Green at or below the target, Amber up to the floor standard, Red above it."""

from __future__ import annotations

from papers.rules.bounds import Bounds
from papers.rules.intervals import Interval


def intervals(bounds: Bounds) -> tuple[Interval, ...]:
    """The intervals that the target and the floor set, best first: none without a target, one without a floor."""
    if bounds.target is None:
        return ()
    met = Interval("the target", high=bounds.target)
    return (met,) if bounds.floor is None else (met, Interval("the floor standard", high=bounds.floor))
