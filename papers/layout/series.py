"""How each kind of series is drawn: one table for every writer, so that a chart looks the same in Word and in the PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from papers.document import MARKER_SHAPES, MarkerShape, Series, SeriesKind


class Look(NamedTuple):
    """A line's width and dashes (lengths of stroke and gap, () for a whole line), and its markers' radius, in points.

    A width or radius of nothing is no line, or no markers. `hollow` markers are white inside.
    """

    width: float
    dash: tuple[float, ...] = ()
    radius: float = 0.0
    hollow: bool = False


LOOKS: Mapping[SeriesKind, Look] = {
    "line": Look(2.2, radius=3.0),
    "target": Look(1.8, (5.0, 3.0)),
    "threshold": Look(1.6, (1.2, 2.6)),
    "comparator": Look(1.1, radius=2.6, hollow=True),
    "mean": Look(1.2),
    "limit": Look(1.2, (3.6, 1.8)),
    "trend": Look(1.8, (12.0, 4.0)),
    "signal": Look(0.0, radius=4.6),
}
"""The looks of lines. Kinds differ by dash or marker, never by colour alone."""

COMPUTED: frozenset[SeriesKind] = frozenset({"mean", "limit"})
"""Kinds of which a chart has one series a phase: only that of the last is named, at its end or in the key."""

LONE = 14.0
"""Points: how long a line is that has one value and no neighbours. Through one point there is no other."""


def marker_of(series: Series, lines: Sequence[Series]) -> MarkerShape:
    """The marker of one of a chart's lines: its own, or by its place among those that may have one."""
    if series.marker:
        return series.marker
    others = [each for each in lines if each.kind in ("line", "comparator", "target", "threshold")]
    return MARKER_SHAPES[next(n for n, each in enumerate(others) if each is series) % len(MARKER_SHAPES)]


def lone(series: Series) -> list[int]:
    """The numbers of the values of a line without markers that have no neighbour to draw a line to."""
    look, gapped = LOOKS[series.kind], (None, *series.values, None)
    if look.radius:
        return []
    return [n for n, value in enumerate(series.values) if value is not None and gapped[n] is None and gapped[n + 2] is None]
