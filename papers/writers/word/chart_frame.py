"""What a native chart takes from `papers.layout`: where its plot stands, and where its labels stand clear of lines and each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from papers.document import Chart, Series
from papers.house import Style
from papers.layout.labels import apart
from papers.layout.marks import Label, crosses
from papers.layout.plotting import CAP, Foot, Planner

Place = Literal["inBase", "ctr", "inEnd", "outEnd"]
"""Where a bar's value stands, as DrawingML names it: in its foot, middle or head, or beyond it."""


class End(NamedTuple):
    """The label at a line's end: its lines, its size in points, and how far below the line it stands so that it touches no other."""

    lines: tuple[str, ...]
    width: float
    height: float
    drop: float


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """A chart's plan as far as Office takes one."""

    plan: Planner
    every: int
    """Which category labels are shown: each one, each second ..."""
    ends: Mapping[str, End]
    """The labels at lines' ends by the series' names."""
    places: Mapping[str, tuple[Place | None, ...]]
    """Where the values of each series of bars stand, by its name; None where there is none to show or no room."""
    keyed: tuple[Series, ...]
    """The series that a key must name."""


def frame(chart: Chart, width: float, style: Style) -> ChartFrame:
    """The frame of the chart in `width` points, labelled in `style` (Chart Label of the house)."""
    plan = Planner(chart, width, chart.height, style)
    plan.everything()
    shown = [n for n, parts in enumerate(plan.shown) if parts]
    every = shown[1] - shown[0] if len(shown) > 1 else len(plan.shown)
    return ChartFrame(plan, every, _ends(plan), _places(plan), tuple(series for row in plan.key_rows for _, series in row))


def _ends(plan: Planner) -> dict[str, End]:
    """The labels at lines' ends, moved apart where they would touch."""
    drawn = [(each.name, [value for value in each.values if value is not None]) for each in plan.lines if each.name in plan.ends_text]
    last = {name: values[-1] for name, values in drawn if values}
    at = [plan.y(value) for value in last.values()]
    texts = [plan.ends_text[name] for name in last]
    heights = [len(parts) * plan.style.line for parts in texts]
    middles = apart(at, heights, plan.style.line * len(plan.key_rows), plan.bottom + 3)
    widths = [max(plan.measure(part, bold=True) for part in parts) for parts in texts]
    return {
        name: End(parts, width, height, middle - end)
        for name, parts, width, height, middle, end in zip(last, texts, widths, heights, middles, at, strict=True)
    }


def _places(plan: Planner) -> dict[str, tuple[Place | None, ...]]:
    """The places of the values of bars; the plan holds the bars of one series after the other, without its gaps."""
    feet = iter(plan.feet)
    return {series.name: tuple(_series_places(plan, series, feet)) for series in plan.columns}


def _series_places(plan: Planner, series: Series, feet: Iterator[Foot]) -> Iterator[Place | None]:
    last = max((n for n, value in enumerate(series.values) if value is not None), default=None)
    for n, value in enumerate(series.values):
        yield None if value is None else _place(plan, next(feet), last=n == last)


def _place(plan: Planner, foot: Foot, *, last: bool) -> Place | None:
    """In the foot of the bar, higher where a line runs through it; outside a bar that has no room, unless it would touch its neighbour."""
    bar, size, wide = foot.bar, plan.style.size, plan.measure(foot.text, bold=True)
    if not foot.text:
        return None
    if bar.height < size * (CAP + 0.7) or wide > bar.width - 1:
        return "outEnd" if wide <= plan.step / len(plan.columns) - 2 or last else None
    base, head = bar.y + bar.height - size * 0.5, bar.y + size * (CAP + 0.5)
    baselines: dict[Place, float] = {"inBase": head if foot.down else base, "ctr": (base + head) / 2, "inEnd": base if foot.down else head}
    for place, y in baselines.items():
        label = Label(bar.x + bar.width / 2, y, foot.text, "middle", bar.colour, bold=True)
        if not any(crosses(mark, plan.box(label)) for mark in plan.drawn):
            return place
    return "inBase"
