"""Shapes that stand before words, as corners on a page: of a direction of travel, and of a rating."""

from __future__ import annotations

import math
from collections.abc import Mapping

from papers.document import ChipShape, Shape

Corners = tuple[tuple[float, float], ...]

WIDE: Mapping[ChipShape, float] = {"": 0.0, "star": 0.9, "circle": 0.72, "triangle": 0.82, "square": 0.68, "diamond": 0.78}
"""How wide each shape of a rating is, in sizes of the text beside it."""
MIDDLE, REACH = 0.36, 0.4
"""How far the middle of a rating's shape stands above the baseline, and its points from there, in sizes."""
INNER = 0.42
"""The inner corners of a star, in parts of the outer ones; the five-pointed star of most fonts is a little slimmer."""
SIDES = 24
"""The corners of a circle: at the size of text no eye tells it from a round one."""


def direction_shape(shape: Shape, x: float, baseline: float, size: float) -> Corners:
    """The corners of a direction's shape, which stands on the baseline within the width of its character."""
    left, right = (x + size * 0.04, x + size * 0.56) if shape == "level" else (x + size * 0.12, x + size * 0.82)
    top, bottom = baseline - size * 0.68, baseline - size * 0.02
    if shape == "level":
        top += size * 0.14
        return ((left, top), (right, top), (right, bottom), (left, bottom))
    middle = (left + right) / 2
    return ((left, bottom), (right, bottom), (middle, top)) if shape == "up" else ((left, top), (right, top), (middle, bottom))


def rating_shape(shape: ChipShape, x: float, baseline: float, size: float) -> Corners:
    """The corners of a rating's shape, which begins at x and is as wide as `WIDE` says; none for no shape."""
    middle, height, reach = x + WIDE[shape] * size / 2, baseline - MIDDLE * size, REACH * size
    match shape:
        case "star":
            radii = [reach * 1.1, reach * 1.1 * INNER] * 5
            return _around(middle, height, radii)
        case "circle":
            return _around(middle, height, [reach * 0.85] * SIDES)
        case "diamond":
            return _around(middle, height, [reach] * 4)
        case "triangle":
            return ((middle, height - reach * 0.9), (middle + reach, height + reach * 0.82), (middle - reach, height + reach * 0.82))
        case "square":
            side = reach * 0.78
            return tuple((middle + side * across, height + side * down) for across, down in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
        case _:
            return ()


def _around(x: float, y: float, radii: list[float]) -> Corners:
    """A corner at each of the distances, clockwise from the top."""
    turn = 2 * math.pi / len(radii)
    return tuple((x + radius * math.sin(n * turn), y - radius * math.cos(n * turn)) for n, radius in enumerate(radii))
