"""A chart as lines, boxes and labels in points from its top left corner: no canvas, no drawing library.

A `ChartPlan` decides where everything stands, when it is asked; writers only draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from papers.document import Chart
from papers.house import Style
from papers.layout.marks import Bar, Label, Marker, Stroke
from papers.layout.plotting import Planner

__all__ = ["Bar", "ChartPlan", "Drawn", "Label", "Marker", "Stroke"]


class Drawn(NamedTuple):
    """Bars, lines and markers in drawing order, and the texts to set over them."""

    marks: list[Bar | Stroke | Marker]
    labels: list[Label]


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """The chart in width by height points, labelled in `style` (Chart Label of the house). Breaking pages needs no more than its size."""

    chart: Chart
    width: float
    height: float
    style: Style

    def drawn(self) -> Drawn:
        """Where everything stands. It is not kept, for a chart is drawn once."""
        planner = Planner(self.chart, self.width, self.height, self.style)
        planner.everything()
        return Drawn(planner.marks, planner.labels)
