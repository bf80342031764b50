"""Supplementary tables, and figures that must agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from papers.dataset.figures import Value
from papers.errors import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class DataCell:
    """A cell of a supplementary table, with the comparator printed in brackets after it where there is one."""

    value: Value
    unit: str
    comparator: Value | None = None
    people: bool = False
    """Whether it counts people, so that a small number is suppressed."""


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of a supplementary table. `kind` total or subtotal; `group` titles the rows of one group."""

    label: str
    cells: tuple[DataCell | None, ...]
    kind: Literal["body", "subtotal", "total"] = "body"
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A supplementary table: columns (some under spanners), rows, notes; where it stands is `section`."""

    id: str
    title: str
    section: str
    columns: tuple[str, ...]
    rows: tuple[DataRow, ...]
    spanners: tuple[str, ...] = ()
    """One a column, "" for none; neighbours of one name share one spanner."""
    row_heading: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = False
    place: Place = NOWHERE

    @property
    def headings(self) -> tuple[str, ...]:
        """Of each column its spanner and its own name: "June 2025 Number"."""
        spanners = self.spanners or ("",) * len(self.columns)
        return tuple(f"{over} {column}".strip() for over, column in zip(spanners, self.columns, strict=True))


Relation = Literal["sum", "same", "derived"]


@dataclass(frozen=True, slots=True)
class FigureLink:
    """One figure and another that it hangs together with, so that neither gives the other away where one is suppressed.

    `sum`: the figure is the sum of all parts that are linked to it; `same`: the two are one figure; `derived`: the figure is
    worked out from the part, of its own period or of the period before. Both are written as "CS01", "CS01 | clients",
    "CS01 | actual | 2013-12-31" or, of a supplementary table, "table | row | column", with * for every row or column.
    """

    figure: str
    relation: Relation
    part: str
    place: Place = NOWHERE
