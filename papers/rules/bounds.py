"""What a figure is held against in one period, in plain numbers of the figure's own unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Bounds:
    """A period's target, floor standard, expected range, tolerances and earlier figures; None is a bound that is not set.

    `amber` False means that the indicator has no middle rating in the period. `lower` and `upper` are the expected range.
    The tolerances are distances from the target (closest to target) or from the ends of the range (range), never negative;
    they may differ below and above, and one that is set on one side only is nothing on the other. `others` are further numbers
    by name: those of other series, and the figures of earlier periods ("year-ago", "previous").
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
    others: Mapping[str, Decimal | None] = field(default_factory=dict)

    def number(self, name: str) -> Decimal | None:
        """The number of that name as rules call it, or None where it is not set."""
        if name not in NUMBERS:
            return self.others.get(name)
        found: Decimal | None = getattr(self, name)
        return NOTHING if found is None and name in PAIRS and self._is_paired(name) else found

    def _is_paired(self, name: str) -> bool:
        """Whether the tolerance on the other side is set."""
        return getattr(self, PAIRS[name]) is not None


NOTHING = Decimal(0)
PAIRS = {
    "green_below": "green_above",
    "green_above": "green_below",
    "floor_below": "floor_above",
    "floor_above": "floor_below",
}
"""Each tolerance and that of the other side."""

NUMBERS = frozenset(Bounds.__slots__) - {"amber", "others"}
"""The numbers that a period has by itself."""
