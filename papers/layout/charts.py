"""A chart as lines, boxes and labels in points from its top left corner: no canvas, no drawing library.

A `ChartPlan` decides where everything stands, when it is first asked; writers only draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from papers.document import Chart
from papers.house import Style
from papers.layout.marks import Bar, Label, Marker, Stroke
from papers.layout.plotting import Planner

__all__ = ["Bar", "ChartPlan", "Label", "Marker", "Stroke"]


@dataclass(frozen=True)
class ChartPlan:
    """The chart in width by height points, labelled in `style` (Chart Label of the house). Breaking pages needs no more than its size."""

    chart: Chart
    width: float
    height: float
    style: Style

    @property
    def marks(self) -> tuple[Bar | Stroke | Marker, ...]:
        """Bars, lines and markers in drawing order."""
        return tuple(self._planned.marks)

    @property
    def labels(self) -> tuple[Label, ...]:
        """Texts, drawn over the marks in the style's font and size."""
        return tuple(self._planned.labels)

    @cached_property
    def _planned(self) -> Planner:
        planner = Planner(self.chart, self.width, self.height, self.style)
        planner.grid()
        planner.key()
        planner.ends()
        planner.bars()
        for n, series in enumerate(planner.lines):
            planner.line(series, n)
        planner.marks += planner.drawn
        planner.values()
        return planner
