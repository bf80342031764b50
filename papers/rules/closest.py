"""Closest to target: Green within a tolerance of it, Amber within a wider one, Red beyond.

Tolerances may differ below and above: one report rates 8.2% Green and 10.8% Amber against a target of 10%. A tolerance that
is set on one side only is nothing on the other.
"""

from __future__ import annotations

from decimal import Decimal

from papers.rules.bounds import Bounds
from papers.rules.intervals import Interval

NOTHING = Decimal(0)


def intervals(bounds: Bounds) -> tuple[Interval, ...]:
    """The intervals around the target, best first: none without a target, one without a wider tolerance."""
    if bounds.target is None:
        return ()
    met = _around(bounds.target, "the target band", bounds.green_below, bounds.green_above)
    if bounds.floor_below is None and bounds.floor_above is None:
        return (met,)
    return (met, _around(bounds.target, "the floor band", bounds.floor_below, bounds.floor_above))


def _around(target: Decimal, name: str, below: Decimal | None, above: Decimal | None) -> Interval:
    return Interval(name, low=target - (below or NOTHING), high=target + (above or NOTHING))
