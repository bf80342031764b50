"""What a planned chart consists of, in points from its top left corner, downwards; and what lies on what."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from papers.document import MarkerShape

Point = tuple[float, float]
Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Bar(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Stroke(NamedTuple):
    """A line through points; `dash` is lengths of stroke and gap, () for a whole line; `round` ends make dots of short dashes."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str
    dash: tuple[float, ...] = ()


class Marker(NamedTuple):
    """A marker around (x, y): filled, or hollow with a stroke in its colour."""

    x: float
    y: float
    radius: float
    shape: MarkerShape
    colour: str
    hollow: bool = False

    @property
    def corners(self) -> tuple[Point, ...]:
        """Its corners around (0, 0), measured upwards; none where it is round."""
        r = self.radius
        shapes: dict[str, tuple[Point, ...]] = {
            "square": ((-r, -r), (r, -r), (r, r), (-r, r)),
            "diamond": ((0.0, -1.3 * r), (1.3 * r, 0.0), (0.0, 1.3 * r), (-1.3 * r, 0.0)),
            "triangle": ((-1.15 * r, -r), (1.15 * r, -r), (0.0, 1.2 * r)),
        }
        return shapes.get(self.shape, ())


class Label(NamedTuple):
    """Text whose start, middle or end stands at x on the baseline y."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"]
    colour: str
    bold: bool = False


def touch(one: Edges, other: Edges, room: float = 1.0) -> bool:
    """Whether two boxes overlap or stand closer than `room`."""
    return one[0] < other[2] + room and other[0] < one[2] + room and one[1] < other[3] + room and other[1] < one[3] + room


def crosses(mark: Bar | Stroke | Marker, box: Edges) -> bool:
    """Whether a line or marker runs through the box (bars and grounds don't: labels stand on them)."""
    if isinstance(mark, Bar):
        return False
    if isinstance(mark, Marker):
        return touch((mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius), box)
    return any(_through(start, end, box) for start, end in pairwise(mark.points))


def _through(start: tuple[float, float], end: tuple[float, float], box: Edges) -> bool:
    """Whether a straight line from left to right, or straight up or down, comes within a point of the box."""
    (x1, y1), (x2, y2) = start, end
    left, right = max(x1, box[0] - 1), min(x2, box[2] + 1)
    if left > right:
        return False
    rise = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
    heights = (y1 + (left - x1) * rise, y1 + (right - x1) * rise) if x2 > x1 else (y1, y2)
    return min(heights) < box[3] + 1 and max(heights) > box[1] - 1
