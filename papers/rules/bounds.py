"""What a figure is held against in one period, in plain numbers of the figure's own unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Bounds:
    """A period's target, floor standard, expected range and tolerances; None is a bound that is not set.

    `amber` False means that the indicator has no middle rating in the period. `lower` and `upper` are the expected range.
    The tolerances are distances from the target (closest to target) or from the ends of the range (range), never negative;
    they may differ below and above.
    """

    target: Decimal | None = None
    floor: Decimal | None = None
    amber: bool = True
    lower: Decimal | None = None
    upper: Decimal | None = None
    green_below: Decimal | None = None
    green_above: Decimal | None = None
    floor_below: Decimal | None = None
    floor_above: Decimal | None = None
