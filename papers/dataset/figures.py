"""Figures of indicators by period, their series and floors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from papers.errors import NOWHERE, Place

Marker = Literal["p", "r", "x", "b", "c"]
"""Provisional, revised, not available, break in the series (domain notes, section 3); confidential, in place of a figure."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as typed. Without a number, `text` says what stood there ("n/a", "New indicator", "" for nothing at all).

    `qualifier` is "<" or ">" for figures such as <0.01%. `note` is a footnote of the cell. Cells with the same plain figure may
    share one value, which then has no place of its own: `Observation.place_of` knows it.
    """

    number: Decimal | None
    text: str = ""
    markers: tuple[Marker, ...] = ()
    qualifier: str = ""
    note: str = ""
    place: Place = NOWHERE

    @property
    def typed(self) -> str:
        """The value as an analyst types it: "<0.01 [p]"."""
        figure = self.text if self.number is None else f"{self.qualifier}{self.number:f}"
        return " ".join([*([figure] if figure else []), *(f"[{marker}]" for marker in self.markers)])

    @property
    def is_suppressed(self) -> bool:
        """Whether the figure is left out because it could identify a person."""
        return self.number is None and ("c" in self.markers or self.text.strip().casefold() in SUPPRESSED)

    @property
    def is_confidential(self) -> bool:
        """Whether the figure is to be left out, be its number still there or not."""
        return "c" in self.markers or self.is_suppressed


SUPPRESSED = frozenset({"c", "suppressed"})
"""Words for a figure that is left out because it could identify a person."""


@dataclass(frozen=True, slots=True)
class Period:
    """A column of a trend table: its label as printed, its last day, and the label in full ("December 2013")."""

    label: str
    end: dt.date
    spoken: str


@dataclass(frozen=True, slots=True)
class Observation:
    """What is known of one indicator in one period: series by name ("actual", "target", "floor", and those of `SeriesInfo`)."""

    indicator: str
    period: Period
    values: Mapping[str, Value]
    published_rating: str | None = None
    note: str = ""
    place: Place = NOWHERE

    def place_of(self, series: str) -> Place:
        """Where the series' figure of this period stands: its own place, or the column of its name in the period's row."""
        value = self.values.get(series)
        return value.place if value and value.place != NOWHERE else replace(self.place, column=series)

    def number(self, series: str) -> Decimal | None:
        """The series' number in this period, or None."""
        value = self.values.get(series)
        return value.number if value else None


@dataclass(frozen=True, slots=True)
class SeriesInfo:
    """A comparator or an extra row of an indicator, with its own label, unit and source."""

    indicator: str
    name: str
    kind: Literal["comparator", "extra"]
    label: str
    unit: str
    source: str = ""
    place: Place = NOWHERE
    people: bool = False
    """Whether its figures count people, so that small ones are suppressed."""


@dataclass(frozen=True, slots=True)
class FloorRule:
    """How far the floor lies from the target in periods ending within [start, end]: one distance, never negative.

    The floor is target - distance where higher is better, target + distance where lower is better. `amber` False: no Amber in
    these periods (the floor is the target). For a closest-to-target indicator the green band is [target - green_below,
    target + green_above] and the floor band [target - floor_below, target + floor_above]. `derived` marks a floor that was
    not published but chosen inside the bounds that the published ratings set; `note` says so in the paper's data notes.
    """

    indicator: str
    start: dt.date
    end: dt.date
    distance: Decimal | None = None
    amber: bool = True
    green_below: Decimal | None = None
    green_above: Decimal | None = None
    floor_below: Decimal | None = None
    floor_above: Decimal | None = None
    derived: bool = False
    note: str = ""
    place: Place = NOWHERE
