"""Shares and rates in cases: what one case makes of a figure, and how many more, or fewer, would be on target."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from papers.suppression import SCALES

ONE = Decimal(1)


def one_case(unit: str, whole: Decimal | None) -> Decimal | None:
    """What one case among the whole makes, in the figure's unit; None where nothing is told of a whole, or it is nobody."""
    scale = SCALES.get(unit)
    return scale / whole if scale and whole else None


def cases_short(figure: Decimal, target: Decimal, whole: Decimal, unit: str, polarity: str, *, part: Decimal | None = None) -> int | None:
    """How many more cases (fewer, where lower is better) among the whole would be on target; 0 where the figure is.

    `part` is how many the figure tells of; without it they are worked out from the figure. None for other units and polarities.
    """
    scale = SCALES.get(unit)
    if scale is None or polarity not in {"higher", "lower"}:
        return None
    have = (figure * whole / scale).quantize(ONE, ROUND_HALF_UP) if part is None else part
    if polarity == "higher":
        short = (target * whole / scale).quantize(ONE, ROUND_CEILING) - have
        return max(0, int(short)) if figure < target else 0
    short = have - (target * whole / scale).quantize(ONE, ROUND_FLOOR)
    return max(0, int(short)) if figure > target else 0
