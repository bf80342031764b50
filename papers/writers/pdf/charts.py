"""A planned chart as operators of a content stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from papers.layout.charts import Bar, Label, Marker, Stroke
from papers.layout.placed import Drawing, Text
from papers.metrics import face
from papers.writers.pdf.syntax import colour, number

ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
ROUND = 0.5523
"""How far a curve's control points stand along the tangents of a quarter circle."""
PAPER = "#FFFFFF"


def chart_marks(marks: Iterable[Bar | Stroke | Marker], x: float, top: float, fill: Callable[[str], str]) -> list[str]:
    """A chart's bars, lines and markers with its left top corner at (x, top), measured upwards as PDF does."""
    return [_mark(mark, x, top, fill) for mark in marks]


def chart_labels(labels: Iterable[Label], item: Drawing) -> Iterator[Text]:
    """A chart's labels as text on the page, each ending in a space so that they are read as words."""
    style = item.plan.style
    for label in labels:
        look = face(style.font, bold=style.bold or label.bold)
        left = item.x + label.x - ANCHORS[label.anchor] * look.measure(label.text) * style.size / 1000
        yield Text(left, item.y + label.y, f"{label.text} ", look, style.size, label.colour, item.piece)


def _mark(mark: Bar | Stroke | Marker, x: float, top: float, fill: Callable[[str], str]) -> str:
    match mark:
        case Bar(left, down, width, height, ink):
            return f"{fill(ink)}{x + left:.2f} {top - down - height:.2f} {width:.2f} {height:.2f} re f"
        case Stroke(points, width, ink, dash):
            return _stroke([(x + px, top - py) for px, py in points], width, ink, dash)
        case Marker():
            return _marker(mark, x + mark.x, top - mark.y, fill)


def _stroke(points: list[tuple[float, float]], width: float, ink: str, dash: tuple[float, ...]) -> str:
    (x, y), *rest = points
    pattern = f"[{' '.join(map(number, dash))}] 0 d " if dash else ""
    path = " ".join([f"{px:.2f} {py:.2f} l" for px, py in rest])
    return f"{colour(ink)} RG {number(width)} w {pattern}{x:.2f} {y:.2f} m {path} S" + (" [] 0 d" if dash else "")


def _marker(mark: Marker, x: float, y: float, fill: Callable[[str], str]) -> str:
    corners = mark.corners
    path = _closed([(x + dx, y + dy) for dx, dy in corners]) if corners else _circle(x, y, mark.radius)
    return f"{fill(PAPER)}{colour(mark.colour)} RG 1.1 w {path} B" if mark.hollow else f"{fill(mark.colour)}{path} f"


def _closed(points: list[tuple[float, float]]) -> str:
    (x, y), *rest = points
    return f"{x:.2f} {y:.2f} m " + " ".join([f"{px:.2f} {py:.2f} l" for px, py in rest]) + " h"


def _circle(x: float, y: float, r: float) -> str:
    k = r * ROUND
    return (
        f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
    )
