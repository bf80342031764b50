"""A control chart of single values (XmR): phases with their mean and limits, and the signal that each point shows.

Limits lie 2.66 times the mean moving range from the mean; "near" is more than two thirds of the way to a limit. A break in the
series and a re-basing day begin a new phase. A moving range is taken between neighbours only, never across a period without a
figure; the runs of points pass over such a period. Comparisons are exact: means are never rounded before a point is held
against them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Literal

from papers.dataset import Period, TravelOptions
from papers.travel.points import Point, Series
from papers.travel.signals import shifts, trends, two_of_three

LIMIT = Decimal("2.66")
"""Limits in mean moving ranges: three standard deviations, each of which is a mean moving range divided by 1.128."""
SCREEN = Decimal("3.267")
"""A moving range of at least so many times their average is left out of it, once, where screening is on."""
FIRM = 12
"""Limits from fewer points than these are provisional."""
FURTHER_DIGITS = 1
"""How many more decimals a mean and limits are given than the finest of the figures."""

Signal = Literal["outside", "trend", "two of three", "shift"]


@dataclass(frozen=True, slots=True)
class Scale:
    """The mean and moving ranges of a phase as sums, so that a point can be held against them without dividing."""

    total: Decimal
    count: int
    ranges: Decimal
    ranged: int

    @property
    def mean(self) -> Decimal:
        """The mean, to 28 digits."""
        return self.total / self.count

    @property
    def reach(self) -> Decimal | None:
        """How far the limits are from the mean, to 28 digits; None without a moving range."""
        return LIMIT * self.ranges / self.ranged if self.ranged else None

    def deviation(self, figure: Decimal) -> Decimal:
        """How far the figure is above the mean, times `count`."""
        return figure * self.count - self.total

    def side(self, figure: Decimal) -> int:
        """1 above the mean, -1 below it, 0 on it."""
        deviation = self.deviation(figure)
        return (deviation > 0) - (deviation < 0)

    def outside(self, figure: Decimal) -> bool:
        """Whether the figure lies outside the limits; never where there are none."""
        return self._part(figure) > LIMIT * self.ranges * self.count

    def near(self, figure: Decimal) -> bool:
        """Whether the figure lies beyond two thirds of the way to a limit, but not outside it."""
        part, limit = self._part(figure), LIMIT * self.ranges * self.count
        return part <= limit and part * 3 > limit * 2

    def _part(self, figure: Decimal) -> Decimal:
        """How far the figure is from the mean, in units that have the limit at 2.66 times `ranges` times `count`."""
        return abs(self.deviation(figure)) * self.ranged


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of points with one mean and one pair of limits (None for a single point); provisional with fewer than 12.

    `mean`, `lower` and `upper` are rounded for print; `scale` holds them as they are.
    """

    first: Period
    last: Period
    points: int
    mean: Decimal
    lower: Decimal | None
    upper: Decimal | None
    scale: Scale

    @property
    def provisional(self) -> bool:
        """Whether the limits will still move much with every further point."""
        return self.points < FIRM


@dataclass(frozen=True, slots=True)
class Plotted:
    """A point of the chart: the phase it belongs to, the signal it shows, and which way that points (1 high, -1 low, 0 neither)."""

    point: Point
    phase: int
    signal: Signal | None = None
    side: int = 0


@dataclass(frozen=True, slots=True)
class ControlChart:
    """The phases in order and every point with an exact figure, each with its phase and signal."""

    phases: tuple[Phase, ...]
    points: tuple[Plotted, ...]

    def phase(self, plotted: Plotted) -> Phase:
        """The phase of one of the points."""
        return self.phases[plotted.phase]


def control_chart(series: Series) -> ControlChart:
    """The chart of all exact figures of the series; without any it is empty."""
    stretches = [stretch for stretch in phases(series.points, series.rebase) if any(point.exact for point in stretch)]
    found = [_charted(stretch, number, series.options) for number, stretch in enumerate(stretches)]
    return ControlChart(tuple(phase for phase, _ in found), tuple(plotted for _, points in found for plotted in points))


def phases(points: Sequence[Point], rebase: Sequence[dt.date]) -> Iterator[list[Point]]:
    """The points in stretches: a new one begins with a break, and with the first point that ends on or after a re-basing day."""
    stretch: list[Point] = []
    before: dt.date | None = None
    for point in points:
        stepped = before is not None and any(before < day <= point.period.end for day in rebase)
        if stretch and (point.broken or stepped):
            yield stretch
            stretch = []
        stretch.append(point)
        before = point.period.end
    if stretch:
        yield stretch


def _charted(stretch: Sequence[Point], number: int, options: TravelOptions) -> tuple[Phase, list[Plotted]]:
    """The phase of the stretch, with its points."""
    told = [(point, point.figure) for point in stretch if point.figure is not None and point.exact]
    figures = [figure for _, figure in told]
    scale = scale_of(figures, moving_ranges(stretch), screening=options.screening)
    found = signals(figures, scale, options)
    plotted = [Plotted(point, number, signal, side) for (point, _), (signal, side) in zip(told, found, strict=True)]
    return _phase([point for point, _ in told], figures, scale), plotted


def moving_ranges(stretch: Sequence[Point]) -> list[Decimal]:
    """How far each figure lies from its neighbour's, without a sign; none across a point that has no exact figure."""
    neighbours = ((one.figure, other.figure) for one, other in pairwise(stretch) if one.exact and other.exact)
    return [abs(other - one) for one, other in neighbours if one is not None and other is not None]


def scale_of(figures: Sequence[Decimal], ranges: Sequence[Decimal], *, screening: bool) -> Scale:
    """The scale of the figures and their moving ranges, screened once where asked."""
    kept = screened(ranges) if screening else ranges
    return Scale(sum(figures, Decimal(0)), len(figures), sum(kept, Decimal(0)), len(kept))


def screened(ranges: Sequence[Decimal]) -> Sequence[Decimal]:
    """The moving ranges that are under 3.267 times their average; all where all are nothing."""
    total = sum(ranges, Decimal(0))
    return [each for each in ranges if each * len(ranges) < SCREEN * total] if total else ranges


def signals(figures: Sequence[Decimal], scale: Scale, options: TravelOptions) -> list[tuple[Signal | None, int]]:
    """What each figure shows and which way: outside goes before trend, trend before two of three, that before shift."""
    sides = [scale.side(figure) for figure in figures]
    outside = [side if side and scale.outside(figure) else 0 for figure, side in zip(figures, sides, strict=True)]
    steps = [(after > before) - (after < before) for before, after in pairwise(figures)]
    patterns: tuple[tuple[Signal, Sequence[int]], ...] = (
        ("outside", outside),
        ("trend", trends(steps, options.run) if figures else []),
        ("two of three", two_of_three(sides, [scale.near(figure) for figure in figures])),
        ("shift", shifts(sides, options.shift)),
    )
    return [next(((name, found[n]) for name, found in patterns if found[n]), (None, 0)) for n in range(len(figures))]


def _phase(points: Sequence[Point], figures: Sequence[Decimal], scale: Scale) -> Phase:
    """The phase with its mean and limits, rounded for print."""
    places = max(-int(figure.as_tuple().exponent) for figure in figures) + FURTHER_DIGITS
    digits = Decimal(1).scaleb(-max(places, FURTHER_DIGITS))
    mean, reach = scale.mean, scale.reach

    def rounded(number: Decimal) -> Decimal:
        return number.quantize(digits, rounding=ROUND_HALF_UP)

    lower, upper = (None, None) if reach is None else (rounded(mean - reach), rounded(mean + reach))
    return Phase(points[0].period, points[-1].period, len(points), rounded(mean), lower, upper, scale)
