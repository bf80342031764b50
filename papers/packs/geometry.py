"""Places on pages: matrices, and a page as a reader sees it, whichever way it is turned (ISO 32000-1, 8.3 and 7.7.3.3)."""

from __future__ import annotations

from dataclasses import dataclass

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first` and then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where the matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def back(matrix: Matrix) -> Matrix:
    """The matrix that undoes it. ZeroDivisionError for one that flattens everything."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    return (d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its box in its own units, its turn (0, 90, 180, 270 clockwise), and the white at its head and foot as displayed.

    `lead` and `tail` are operators that make its drawing whole: they balance what it saves, restores, marks and leaves open.
    `unit` is how many points one unit of its drawing is (ISO 32000-1, 7.7.3.3); box and white are in points.
    """

    box: tuple[float, float, float, float]
    turn: int
    head: float
    foot: float
    lead: str = ""
    tail: str = ""
    unit: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed."""
        left, bottom, right, top = self.box
        across, up = right - left, top - bottom
        return (up, across) if self.turn % 180 else (across, up)

    @property
    def displayed(self) -> Matrix:
        """From the page as displayed (origin at its bottom left) to the page's own units."""
        left, bottom, right, top = self.box
        return {
            0: (1.0, 0.0, 0.0, 1.0, left, bottom),
            90: (0.0, 1.0, -1.0, 0.0, right, bottom),
            180: (-1.0, 0.0, 0.0, -1.0, right, top),
            270: (0.0, -1.0, 1.0, 0.0, left, top),
        }[self.turn]

    def room(self, head: float, foot: float) -> Matrix | None:
        """The move of its drawing after which it is in points and so much white is at its head and foot; None where all that is so already.

        What is drawn is shifted where that is enough, and made smaller about the middle where it is not.
        """
        enlarged: Matrix = (self.unit, 0.0, 0.0, self.unit, 0.0, 0.0)
        if self.head >= head and self.foot >= foot:
            return None if self.unit == 1 else enlarged
        width, height = self.size
        drawn = max(1.0, height - self.head - self.foot)
        scale = min(1.0, (height - head - foot) / drawn)
        up = foot - scale * self.foot if self.foot < foot else height - head - scale * (height - self.head)
        move: Matrix = (scale, 0.0, 0.0, scale, (1 - scale) * width / 2, up)
        return times(enlarged, times(times(back(self.displayed), move), self.displayed))
