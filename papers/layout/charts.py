"""A chart as lines, boxes and labels in points from its top left corner: no canvas, no drawing library.

`plan` decides where everything stands; writers only draw.
"""

from __future__ import annotations

from papers.document import Chart
from papers.house import Style
from papers.layout.marks import Bar, ChartPlan, Label, Marker, Stroke
from papers.layout.plotting import Planner

__all__ = ["Bar", "ChartPlan", "Label", "Marker", "Stroke", "plan"]


def plan(chart: Chart, width: float, height: float, style: Style) -> ChartPlan:
    """The chart in width by height points, labelled in `style` (Chart Label of the house)."""
    planner = Planner(chart, width, height, style)
    planner.grid()
    planner.key()
    planner.ends()
    planner.bars()
    for n, series in enumerate(planner.lines):
        planner.line(series, n)
    planner.marks += planner.drawn
    planner.values()
    return ChartPlan(chart, width, height, style, tuple(planner.marks), tuple(planner.labels))
