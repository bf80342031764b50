"""Where a chart's plot stands in its frame and which labels it shows: the decisions of `papers.layout.charts`, for a native chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from papers.document import Chart, Series
from papers.house import Style
from papers.layout.labels import apart, wrapped
from papers.metrics import width as text_width

GUTTER = TICK_GAP = 6.0
LABEL_MARGIN = 2.0
BAR_SHARE, BARS_SHARE = 0.64, 0.84
END_SHARE, NARROW_END_SHARE, NARROW = 0.24, 0.3, 230.0
"""Widest label at a line's end, as a share of the chart's width, and of a chart narrower than NARROW."""


class End(NamedTuple):
    """The label at a line's end: its lines, its size, and how far below the line it stands so that it touches no other."""

    lines: tuple[str, ...]
    width: float
    height: float
    drop: float


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """Edges of the plot in points from the chart's top left corner, and what the labels need."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    step: float
    every: int
    """Which category labels are shown: each one, each second ..."""
    style: Style
    ends: Mapping[str, End]
    """The labels at lines' ends by the series' names."""

    def bar_height(self, chart: Chart, value: Decimal) -> float:
        """How high a bar of that value is, in points."""
        low, high = chart.ticks[0].value, chart.ticks[-1].value
        zero, end = min(max(Decimal(0), low), high), min(max(value, low), high)
        return abs(float((end - zero) / (high - low))) * (self.bottom - self.top)

    def height_of(self, chart: Chart, value: Decimal) -> float:
        """How far down a value stands; values beyond the axis stand at its end."""
        low, high = chart.ticks[0].value, chart.ticks[-1].value
        return self.bottom - float((min(max(value, low), high) - low) / (high - low)) * (self.bottom - self.top)

    def measure(self, words: str) -> float:
        """The width of a bold label."""
        return _bold_width(words, self.style)


def frame(chart: Chart, width: float, style: Style) -> ChartFrame:
    """The frame of the chart in `width` points, labelled in `style` (Chart Label of the house)."""

    def measure(words: str) -> float:
        return text_width(words, style.font, style.size)

    left = max([measure(tick.label) for tick in chart.ticks]) + TICK_GAP
    widest = max(_end_widths(chart, width, style), default=0.0)
    right = width - (widest + GUTTER if widest else LABEL_MARGIN)
    step = (right - left) / len(chart.categories)
    shown = wrapped(chart.categories, step - 3, measure)
    lines = max(len(parts) for parts in shown)
    top = style.size * 0.6 + (style.line + 4 if keyed(chart) else 0.0) + (style.size if _above_top(chart) else 0.0)
    places = [n for n, parts in enumerate(shown) if parts]
    every = places[1] - places[0] if len(places) > 1 else len(shown)
    bottom = chart.height - lines * style.line - 5
    made = ChartFrame(width, chart.height, left, right, top, bottom, step, every, style, {})
    return replace(made, ends=_ends(chart, made))


def _ends(chart: Chart, made: ChartFrame) -> dict[str, End]:
    """The labels at lines' ends, moved apart where they would touch."""
    ended = [(series, last) for series in chart.series if series.kind != "bar" and series.end_label and (last := _last(series)) is not None]
    lines = [_end_lines(series, made.width, made.style) for series, _ in ended]
    widths = [max(made.measure(part) for part in parts) for parts in lines]
    heights = [len(parts) * made.style.line for parts in lines]
    at = [made.height_of(chart, value) for _, value in ended]
    middles = apart(at, heights, 0.0, made.bottom + made.style.line)
    return {
        series.name: End(parts, width, height, middle - end)
        for (series, _), parts, width, height, middle, end in zip(ended, lines, widths, heights, middles, at, strict=True)
    }


def _last(series: Series) -> Decimal | None:
    return next((value for value in reversed(series.values) if value is not None), None)


def _end_widths(chart: Chart, width: float, style: Style) -> Iterable[float]:
    """Widths of the labels at lines' ends, wrapped where they are long."""
    for series in chart.series:
        if series.kind != "bar" and series.end_label:
            yield max(_bold_width(part, style) for part in _end_lines(series, width, style))


def _end_lines(series: Series, width: float, style: Style) -> tuple[str, ...]:
    """The label at a line's end in as many lines as keep it narrow."""
    most = width * (END_SHARE if width >= NARROW else NARROW_END_SHARE)
    return wrapped((series.end_label or "",), most, lambda words: _bold_width(words, style), most=3)[0]


def _bold_width(words: str, style: Style) -> float:
    return text_width(words, style.font, style.size, bold=True)


def _above_top(chart: Chart) -> bool:
    """Whether a value's label may stand above the highest tick."""
    top = chart.ticks[-1].value
    return any(value is not None and value >= top for series in chart.series if series.kind in ("bar", "line") for value in series.values)


def keyed(chart: Chart) -> list[Series]:
    """The series that only a key can name: bars beside other bars, lines without a label at their end beside others."""
    if len(chart.series) == 1:
        return []
    bars = [series for series in chart.series if series.kind == "bar"]
    lines = [series for series in chart.series if series.kind != "bar"]
    unnamed = [series for series in lines if not series.end_label and (len(lines) > 1 or series.kind != "line")]
    return [*(bars if len(bars) > 1 else ()), *unnamed]
