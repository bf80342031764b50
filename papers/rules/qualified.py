"""Figures that are known only as less or more than a number, such as <0.01%: rated where every figure they may be rates alike."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from papers.rules.intervals import Step, ends_of

NOTHING = Decimal(0)


def stands_for(number: Decimal, qualifier: str, steps: Sequence[Step]) -> Decimal | None:
    """A figure that rates as any figure less ("<") or more (">") than the number does; None where they would differ.

    Figures under a positive number are taken to reach down to nothing, not below it. Without a qualifier it is the number.
    """
    if not qualifier:
        return number
    ends = [end for end, _ in ends_of(steps)]
    if qualifier == ">":
        return None if any(end > number for end in ends) else number + 1
    if number > 0:
        return None if any(NOTHING <= end < number for end in ends) else number / 2
    return None if any(end < number for end in ends) else number - 1
