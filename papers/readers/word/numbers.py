"""Numbers in a Word file that no program writes: counts so large, or so odd, that they only serve to exhaust or to trip a reader."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from papers.readers.word.names import CHART, PLACED, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element

MOST_COLUMNS = 63
"""Word's own limit of columns."""

MOST_POINTS = 32_000
"""Excel's own limit of points in a series."""

LONGEST = 100_000_000.0
"""English metric units, or twips: far more than any page."""

MOST_TICKS = 100_000

VAL = w("val")
BOUNDS: dict[str, tuple[tuple[str, int, float, float], ...]] = {
    w("gridSpan"): ((VAL, 10, 0, MOST_COLUMNS),),
    w("gridBefore"): ((VAL, 10, 0, MOST_COLUMNS),),
    w("gridAfter"): ((VAL, 10, 0, MOST_COLUMNS),),
    w("ilvl"): ((VAL, 10, 0, 9),),
    w("outlineLvl"): ((VAL, 10, 0, 9),),
    w("gridCol"): ((w("w"), 0, 0, LONGEST),),
    w("sym"): ((w("char"), 16, 0, 0xFFFF),),
    w("tblLook"): ((VAL, 16, 0, 0xFFFF),),
    f"{{{PLACED}}}extent": (("cx", 10, 0, LONGEST), ("cy", 10, 0, LONGEST)),
    f"{{{CHART}}}order": (("val", 10, 0, MOST_POINTS),),
    f"{{{CHART}}}ptCount": (("val", 10, 0, MOST_POINTS),),
    f"{{{CHART}}}pt": (("idx", 10, 0, MOST_POINTS),),
}
"""By the element: the attribute, its base (0: any number), and the least and the most that it may say."""


def odd_numbers(root: Element) -> Iterator[str]:
    """The numbers below the root that are out of all bounds, as the name of their element and what it says."""
    for element in root.iter(*BOUNDS):
        for name, base, least, most in BOUNDS[str(element.tag)]:
            said = element.get(name)
            if said and not least <= _number(said, base) <= most:
                yield f"{_local(str(element.tag))} {said[:20]}"
    yield from _odd_axes(root)


def _odd_axes(root: Element) -> Iterator[str]:
    """Axes with more ticks than anybody could read."""
    for axis in root.iter(f"{{{CHART}}}valAx"):
        low, high, unit = (_axis(axis, name) for name in ("scaling/min", "scaling/max", "majorUnit"))
        if unit is not None and low is not None and high is not None and not (unit > 0 and abs(high - low) <= MOST_TICKS * unit):
            yield f"majorUnit {unit}"


def _axis(axis: Element, path: str) -> float | None:
    found = axis.find("/".join(f"{{{CHART}}}{step}" for step in path.split("/")))
    said = None if found is None else found.get("val")
    return _number(said, 0) if said else None


def _number(text: str, base: int) -> float:
    """The number that the text says; not a number where it says none."""
    try:
        return int(text, base) if base else float(text)
    except ValueError:
        return math.nan


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
