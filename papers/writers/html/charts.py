"""A chart as inline SVG, equal with the PDF's, followed by its figures as a table that opens."""

from __future__ import annotations

from papers.document import Chart, Series
from papers.layout.charts import Bar, ChartPlan, Label, Marker, Stroke
from papers.writers.html.writing import Writing, attributes, name_of, text

NO_FIGURE = "no figure"
"""What the table says of a gap."""
PAPER = "#FFFFFF"


def chart(block: Chart, writing: Writing, width: float) -> str:
    """The figure: drawing with its text alternative, and the figures it is drawn from. `width` in points, where the chart has none."""
    return f"<figure{attributes(id=name_of(block.id))}>{drawing(block, writing, width)}{_figures(block)}</figure>"


def drawing(block: Chart, writing: Writing, width: float) -> str:
    """The chart alone, for a cell of a table whose row holds the figures."""
    plan = ChartPlan(block, min(block.width or width, width), block.height, writing.house.styles["Chart Label"])
    drawn = plan.drawn()
    parts = [_mark(mark) for mark in drawn.marks] + [_label(label) for label in drawn.labels]
    look = attributes(
        viewBox=f"0 0 {plan.width:g} {plan.height:g}",
        width=f"{plan.width:g}pt",
        role="img",
        aria_label=block.alt,
        font_size=f"{plan.style.size:g}",
    )
    return f'<svg class="chart"{look}>{"".join(parts)}</svg>'


def _mark(mark: Bar | Stroke | Marker) -> str:
    match mark:
        case Bar():
            return f'<rect x="{mark.x:.1f}" y="{mark.y:.1f}" width="{mark.width:.1f}" height="{mark.height:.1f}" fill="{mark.colour}"/>'
        case Stroke():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in mark.points)
            dash = " ".join(f"{length:g}" for length in mark.dash) or None
            look = attributes(fill="none", stroke=mark.colour, stroke_width=f"{mark.width:g}", stroke_dasharray=dash)
            return f'<polyline points="{points}"{look}/>'
        case Marker():
            return _marker(mark)


def _marker(mark: Marker) -> str:
    look = attributes(
        fill=PAPER if mark.hollow else mark.colour, stroke=mark.colour if mark.hollow else None, stroke_width=1.1 if mark.hollow else None
    )
    if not mark.corners:
        return f'<circle cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{mark.radius:g}"{look}/>'
    points = " ".join(f"{mark.x + dx:.1f},{mark.y - dy:.1f}" for dx, dy in mark.corners)
    return f'<polygon points="{points}"{look}/>'


def _label(label: Label) -> str:
    weight = "bold" if label.bold else None
    look = attributes(x=f"{label.x:.1f}", y=f"{label.y:.1f}", text_anchor=label.anchor, fill=label.colour, font_weight=weight)
    return f"<text{look}>{text(label.text)}</text>"


def _figures(block: Chart) -> str:
    """Periods down, series across, figures as they are shown."""
    head = "".join(f'<th scope="col">{text(series.name)}</th>' for series in block.series)
    rows = "".join(
        f'<tr><th scope="row">{text(category)}</th>{"".join(f"<td>{text(_figure(series, n))}</td>" for series in block.series)}</tr>'
        for n, category in enumerate(block.categories)
    )
    table = f'<table class="figures"><thead><tr><th scope="col">Period</th>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f"<details><summary>Figures of this chart</summary>{table}</details>"


def _figure(series: Series, n: int) -> str:
    value = series.values[n]
    return NO_FIGURE if value is None else series.labels[n] or f"{value:f}"
