"""A chart as data: its series, axis and words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from papers.document.values import check, check_colour, check_id

SeriesKind = Literal["bar", "line", "target", "threshold", "comparator", "mean", "limit", "trend", "signal"]
MarkerShape = Literal["circle", "square", "diamond", "triangle"]
SERIES_KINDS: tuple[SeriesKind, ...] = get_args(SeriesKind)
MARKER_SHAPES: tuple[MarkerShape, ...] = get_args(MarkerShape)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the value axis and its label as shown."""

    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Series:
    """One series: exact values (None is a gap), their labels as shown, and how it is drawn.

    `bar` is drawn as columns with labels in their feet; the others as lines: `line` solid with markers, `target` dashed,
    `threshold` dotted, `comparator` solid and thin with hollow markers. Of a control chart, `mean` is solid and thin, `limit`
    finely dashed, and `signal` has large markers only, in the shape `marker`, over the points that are no chance; `trend` is a
    straight line in long dashes. `end_label` stands at the line's end, clear of bars. `number_format` is the spreadsheet format
    of the values in the chart's workbook.
    """

    name: str
    kind: SeriesKind
    values: tuple[Decimal | None, ...]
    labels: tuple[str | None, ...]
    colour: str
    end_label: str | None = None
    number_format: str = "General"
    marker: MarkerShape | None = None

    def __post_init__(self) -> None:
        check(self.name, "a series has no name")
        check(self.kind in SERIES_KINDS, f"series {self.name!r} is of no kind: {self.kind!r}")
        wanted = MARKER_SHAPES if self.kind == "signal" else (None,)
        check(self.marker in wanted, f"series {self.name!r} of kind {self.kind} has the marker {self.marker!r}")
        check(len(self.values) == len(self.labels), f"series {self.name!r} has {len(self.values)} values and {len(self.labels)} labels")
        check_colour(self.colour)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data. `alt` states the message; the value axis runs from the first tick to the last."""

    id: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    ticks: tuple[Tick, ...]
    height: int = 170
    width: int | None = None
    """None: the full text width (or the width of the cell it stands in)."""

    def __post_init__(self) -> None:
        check_id(self.id)
        check(self.alt.strip(), f"chart {self.id} has no text alternative")
        check(self.categories, f"chart {self.id} has no categories")
        check(len(self.ticks) >= 2, f"chart {self.id} needs two ticks or more")
        values = [t.value for t in self.ticks]
        check(values == sorted(set(values)), f"the ticks of chart {self.id} do not rise")
        for each in self.series:
            check(len(each.values) == len(self.categories), f"series {each.name!r} of chart {self.id} does not fit its categories")
