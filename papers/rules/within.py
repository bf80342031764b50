"""Within a range: Green inside it, Amber inside the wider floor range where one is set, Red outside."""

from __future__ import annotations

from decimal import Decimal

from papers.rules.bounds import Bounds
from papers.rules.intervals import Interval

NOTHING = Decimal(0)


def intervals(bounds: Bounds) -> tuple[Interval, ...]:
    """The intervals that the range and its tolerances set, best first: none without a range, one without tolerances."""
    if bounds.lower is None and bounds.upper is None:
        return ()
    met = Interval("the expected range", low=bounds.lower, high=bounds.upper)
    if bounds.floor_below is None and bounds.floor_above is None:
        return (met,)
    low = None if met.low is None else met.low - (bounds.floor_below or NOTHING)
    high = None if met.high is None else met.high + (bounds.floor_above or NOTHING)
    return (met, Interval("the floor range", low=low, high=high))
