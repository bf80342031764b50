"""Where a chart's parts stand: labels name things where they are, and none touches another, a line or the chart's edge.

The target is named at its line's end, values stand in the feet of bars, series differ by dash and marker as well as by colour; a key
stands above only where a label at a line's end can't do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from papers.document import Chart, Series, Tick
from papers.house import Style
from papers.layout.colours import readable
from papers.layout.labels import apart, wrapped
from papers.layout.marks import Bar, Edges, Label, Marker, Stroke, crosses, touch
from papers.layout.series import COMPUTED, LONE, LOOKS, lone, marker_of
from papers.metrics import width as text_width

GRID, BASE = "#DFE3EA", "#8A92A3"
WHITE = "#FFFFFF"
CAP = 0.716
"""Height of a capital in sizes."""
GUTTER = 6.0
TICK_GAP = 6.0
BAR_SHARE, BAR_WIDEST, BAR_MOST = 0.64, 0.84, 46.0
"""Width of a bar in steps between categories, where its labels want more, and in points."""
SWATCH = 18.0
"""How long a sample of a line is in the key."""
NARROW = 230.0
"""A chart narrower than this gives its line labels less room."""
OUTSIDE_TRIES = 12
"""How many heights, two points apart, a value outside its bar tries."""


Side = Literal["above", "below"]


class Foot(NamedTuple):
    """A bar, its value as shown, and whether it hangs down from zero."""

    bar: Bar
    text: str
    down: bool


@dataclass(slots=True)
class _End:
    """The label at a line's end: its lines of text, and the height at which the line ends."""

    text: tuple[str, ...]
    y: float
    colour: str


@dataclass
class Planner:
    """Decides where a chart's parts stand. Its methods add to `marks` and `labels`, in drawing order."""

    chart: Chart
    width: float
    height: float
    style: Style
    marks: list[Bar | Stroke | Marker] = field(default_factory=list)
    drawn: list[Stroke | Marker] = field(default_factory=list)
    """The lines of series, which labels keep clear of."""
    feet: list[Foot] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    sides: dict[tuple[str, int], Side] = field(default_factory=dict)
    """On which side of its marker each value of a line stands, by the series' name and the value's number; none where it is left out."""

    def __post_init__(self) -> None:
        self.columns = [s for s in self.chart.series if s.kind == "bar"]
        self.lines = [s for s in self.chart.series if s.kind != "bar"]
        self.ends_text = {s.name: self._end_text(s) for s in self.lines if s.end_label and self._last(s) is not None}
        if sum(map(len, self.ends_text.values())) * self.style.line > self.height - self.style.line * 3:
            self.ends_text = {}
        self.key_rows = self._key_rows()
        self._frame()

    def everything(self) -> None:
        """Place it all, what labels keep clear of before them."""
        self.grid()
        self.key()
        self.ends()
        self.bars()
        for series in self.lines:
            self.line(series)
        self.marks += self.drawn
        self.values()

    # --- places

    def _frame(self) -> None:
        """The plot's edges, the categories' labels and the place of each value."""
        size = self.style.size
        self.left = max(self.measure(tick.label) for tick in self.chart.ticks) + TICK_GAP
        widest = max((self.measure(part, bold=True) for parts in self.ends_text.values() for part in parts), default=0.0)
        self.right = self.width - (widest + GUTTER if widest else 2.0)
        self.step = (self.right - self.left) / len(self.chart.categories)
        self.shown = wrapped(self.chart.categories, self.step - 3, self.measure)
        lines = max((len(parts) for parts in self.shown), default=1)
        self.top = size * 0.6 + len(self.key_rows) * self.key_row + (size if self._above_top() else 0.0)
        self.bottom = self.height - lines * self.style.line - 5
        self.low, self.high = self.chart.ticks[0].value, self.chart.ticks[-1].value

    def _above_top(self) -> bool:
        """Whether a value label may stand above the highest tick."""
        top = self.chart.ticks[-1].value
        return any(v is not None and v >= top for s in self.chart.series if s.kind in ("bar", "line") for v in s.values)

    def measure(self, text: str, *, bold: bool = False) -> float:
        """The width of a label."""
        return text_width(text, self.style.font, self.style.size, bold=bold)

    def y(self, value: Decimal) -> float:
        """How far down a value stands; values beyond the axis stand at its end."""
        share = float((min(max(value, self.low), self.high) - self.low) / (self.high - self.low))
        return self.bottom - share * (self.bottom - self.top)

    def x(self, n: int) -> float:
        """The middle of a category."""
        return self.left + (n + 0.5) * self.step

    # --- grid, categories

    def grid(self) -> None:
        """Grid lines with their labels, the baseline, the categories."""
        zero = min(max(Decimal(0), self.low), self.high)
        for tick in self.chart.ticks:
            y = self.y(tick.value)
            base = tick.value == zero
            self.marks.append(Stroke(((self.left, y), (self.right, y)), 0.9 if base else 0.5, BASE if base else GRID))
        for tick in self._sparse_ticks():
            self.labels.append(
                Label(self.left - TICK_GAP, self.y(tick.value) + self.style.size * CAP / 2, tick.label, "end", self.style.colour)
            )
        for n, parts in enumerate(self.shown):
            half = max(map(self.measure, parts), default=0.0) / 2
            x = max(half, min(self.x(n), self.width - half))
            for k, part in enumerate(parts):
                self.labels.append(Label(x, self.bottom + 3 + self.style.line * (k + 0.8), part, "middle", self.style.colour))

    def _sparse_ticks(self) -> list[Tick]:
        """The ticks whose labels fit above each other: all, or every second, third ..., from the lowest."""
        ticks = self.chart.ticks
        room = (self.bottom - self.top) / (len(ticks) - 1)
        every = next(n for n in range(1, len(ticks) + 1) if n * room >= self.style.size * 1.1 or n == len(ticks))
        return [tick for n, tick in enumerate(ticks) if n % every == 0]

    # --- bars

    def bars(self) -> None:
        """Columns, side by side where there is more than one series."""
        if not self.columns:
            return
        each = self._bar_width()
        group = each * len(self.columns)
        zero = self.y(min(max(Decimal(0), self.low), self.high))
        for k, series in enumerate(self.columns):
            for n, value in enumerate(series.values):
                if value is not None:
                    x, y = self.x(n) - group / 2 + k * each, self.y(value)
                    bar = Bar(x, min(y, zero), each - (1.0 if len(self.columns) > 1 else 0.0), abs(zero - y), series.colour)
                    self.marks.append(bar)
                    self.feet.append(Foot(bar, series.labels[n] or "", down=y > zero))

    def _bar_width(self) -> float:
        """As wide as looks well, and wider where values in the feet want it."""
        count = len(self.columns)
        widest = max((self.measure(text, bold=True) for series in self.columns for text in series.labels if text), default=0.0)
        wanted = max(self.step * BAR_SHARE / count, widest + 4)
        return min(wanted, self.step * BAR_WIDEST / count, max(BAR_MOST, widest + 4))

    # --- values

    def values(self) -> None:
        """Values in the feet of bars, or at the markers of lines in a chart without bars: the last, and all where they are few."""
        for foot in self.feet:
            if foot.text:
                self._foot(foot)
        for series in self.lines if not self.columns else ():
            if series.kind == "line":
                for n in self._labelled(series):
                    self._value(series, n)

    def _foot(self, foot: Foot) -> None:
        """A bar's value in its foot, white, higher where a line runs there; above (or below) a bar that has no room for it."""
        bar, size = foot.bar, self.style.size
        middle = bar.x + bar.width / 2
        ink = readable(WHITE, bar.colour)
        inside = [Label(middle, y, foot.text, "middle", ink, bold=True) for y in self._within(foot)]
        edge = bar.y + bar.height + size * (CAP + 0.35) if foot.down else bar.y - size * 0.35
        away = 2.0 if foot.down else -2.0
        ink = readable(bar.colour, WHITE)
        outside = [Label(middle, edge + away * n, foot.text, "middle", ink, bold=True) for n in range(OUTSIDE_TRIES)]
        for label in inside:
            if not self._hit(label):
                self.labels.append(label)
                return
        if inside:
            self._ground(inside[0], bar.colour)
            self.labels.append(inside[0])
            return
        self._first_free([each for each in outside if not self._hit(each)] or outside[:1])

    def _within(self, foot: Foot) -> list[float]:
        """The baselines that a value may have within its bar, from the foot on; none where the bar is too low or narrow."""
        bar, size = foot.bar, self.style.size
        room = bar.height - size * (CAP + 0.7)
        if room < 0 or self.measure(foot.text, bold=True) > bar.width - 1:
            return []
        steps = range(int(room / 2) + 1)
        return (
            [bar.y + size * (CAP + 0.5) + 2 * n for n in steps] if foot.down else [bar.y + bar.height - size * 0.5 - 2 * n for n in steps]
        )

    def _hit(self, label: Label) -> bool:
        """Whether a line of a series runs through the label."""
        box = self.box(label)
        return any(crosses(mark, box) for mark in self.drawn)

    def _labelled(self, series: Series) -> list[int]:
        """The values that a line shows, the last one first: it is placed first."""
        single = sum(each.kind == "line" for each in self.lines) == 1
        few = single and all(self.measure(text, bold=True) <= self.step - 4 for text in series.labels if text)
        last = self._last(series)
        return [n for n in range(len(series.values) - 1, -1, -1) if few or n == last]

    def _value(self, series: Series, n: int) -> None:
        """A value above or below its marker, clear of lines; the last one stands whatever runs there, another is left to the table."""
        value, text = series.values[n], series.labels[n]
        if value is not None and text:
            y, ink = self.y(value), readable(series.colour, WHITE)
            above, below = (y - 6, y + 6 + self.style.size * CAP)
            tries = [Label(self.x(n), each, text, "middle", ink, bold=True) for each in (above, below, above - 4, below + 4)]
            last = tries[:1] if n == self._last(series) else []
            placed = self._first_free([each for each in tries if not self._hit(each)] or last)
            if placed:
                self.sides[series.name, n] = "above" if placed.y < y else "below"

    def _first_free(self, tries: Sequence[Label]) -> Label | None:
        """The first of the labels that touches no other and stands within the chart; none if there is none: the table has the value."""
        taken = [self.box(other) for other in self.labels]
        for label in tries:
            own = left, top, right, bottom = self.box(label)
            within = left >= self.left - TICK_GAP and right <= self.width and top >= 0 and bottom <= self.bottom
            if within and not any(touch(own, other) for other in taken):
                self._ground(label, WHITE)
                self.labels.append(label)
                return label
        return None

    def box(self, label: Label) -> Edges:
        """The edges of a label: left, top, right, bottom."""
        wide = self.measure(label.text, bold=label.bold)
        left = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * wide
        return left, label.y - self.style.size * CAP, left + wide, label.y

    def _ground(self, label: Label, colour: str) -> None:
        """A ground behind a label, so that no grid line crosses it."""
        left, top, right, bottom = self.box(label)
        self.marks.append(Bar(left - 1, top - 1, right - left + 2, bottom - top + 2, colour))

    # --- lines

    def line(self, series: Series) -> None:
        """A line from value to value, broken where one is missing, with its markers; a short level through a value that stands alone."""
        look = LOOKS[series.kind]
        if look.width:
            paths = [tuple(points) for points in self._stretches(series) if len(points) > 1]
            levels = [self._level(series, n) for n in lone(series)]
            self.drawn += [Stroke(path, look.width, series.colour, look.dash) for path in (*paths, *levels)]
        if look.radius:
            shape = marker_of(series, self.lines)
            values = [(k, v) for k, v in enumerate(series.values) if v is not None]
            self.drawn += [Marker(self.x(k), self.y(v), look.radius, shape, series.colour, look.hollow) for k, v in values]

    def _level(self, series: Series, n: int) -> tuple[tuple[float, float], ...]:
        value = series.values[n]
        assert value is not None, "only a value stands alone"
        return (self.x(n) - LONE / 2, self.y(value)), (self.x(n) + LONE / 2, self.y(value))

    def _stretches(self, series: Series) -> list[list[tuple[float, float]]]:
        found: list[list[tuple[float, float]]] = [[]]
        for n, value in enumerate(series.values):
            if value is None:
                found.append([])
            else:
                found[-1].append((self.x(n), self.y(value)))
        return [points for points in found if points]

    def _last(self, series: Series) -> int | None:
        return max((n for n, value in enumerate(series.values) if value is not None), default=None)

    # --- names of lines

    def _end_text(self, series: Series) -> tuple[str, ...]:
        """The label at a line's end in as many lines as keep it narrow."""
        assert series.end_label
        most = self.width * (0.24 if self.width >= NARROW else 0.3)
        return wrapped((series.end_label,), most, lambda text: self.measure(text, bold=True), most=3)[0]

    def ends(self) -> None:
        """The names at the ends of lines, right of the plot, moved apart where they would touch."""
        found = []
        for series in self.lines:
            last = self._last(series)
            if series.name in self.ends_text and last is not None:
                value = series.values[last]
                assert value is not None
                found.append(_End(self.ends_text[series.name], self.y(value), readable(series.colour, WHITE)))
        heights = [len(end.text) * self.style.line for end in found]
        middles = apart([end.y for end in found], heights, self.style.line * len(self.key_rows), self.bottom + 3)
        for end, middle, height in zip(found, middles, heights, strict=True):
            for k, text in enumerate(end.text):
                y = middle - height / 2 + self.style.line * (k + 0.5) + self.style.size * CAP / 2
                self.labels.append(Label(self.right + GUTTER, y, text, "start", end.colour, bold=True))

    # --- key

    def _keyed(self) -> list[Series]:
        """The series that only a key can name: bars beside other bars, lines without a label at their end beside others.

        An earlier phase of a control chart looks like the last, which is named.
        """
        if len(self.chart.series) == 1:
            return []
        bars = self.columns if len(self.columns) > 1 else []
        named = [s for s in self.lines if s.end_label or s.kind not in COMPUTED]
        return [*bars, *(s for s in named if s.name not in self.ends_text and (len(self.lines) > 1 or s.kind != "line"))]

    def _key_rows(self) -> list[list[tuple[float, Series]]]:
        """The key's entries in rows, each with where it begins."""
        rows: list[list[tuple[float, Series]]] = []
        x = 0.0
        for series in self._keyed():
            wide = self.measure(series.name) + 24
            if not rows or x + wide > self.width:
                rows.append([])
                x = 0.0
            rows[-1].append((x, series))
            x += wide + 16
        return rows

    @property
    def key_row(self) -> float:
        """The height of a row of the key."""
        return self.style.line + 3

    def key(self) -> None:
        """Swatches and names above the plot."""
        for n, row in enumerate(self.key_rows):
            y = self.style.line * 0.8 + n * self.key_row
            for x, series in row:
                at = self._swatch(series, x, y - self.style.size * CAP / 2)
                self.labels.append(Label(at, y, series.name, "start", self.style.colour))

    def _swatch(self, series: Series, x: float, y: float) -> float:
        """Draw a sample of how the series is drawn; where its name begins."""
        if series.kind == "bar":
            self.marks.append(Bar(x, y - 4, 8, 8, series.colour))
            return x + 12
        look = LOOKS[series.kind]
        if look.width:
            self.marks.append(Stroke(((x, y), (x + SWATCH, y)), look.width, series.colour, look.dash))
        if look.radius:
            self.marks.append(Marker(x + SWATCH / 2, y, min(look.radius, 4.0), marker_of(series, self.lines), series.colour, look.hollow))
        return x + SWATCH + 4
