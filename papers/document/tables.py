"""A table as data: columns, rows and cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from papers.document.charts import Chart
from papers.document.spans import Inline, check_canonical
from papers.document.values import check, check_id, check_text

Align = Literal["left", "right", "decimal", "centre"]
RowKind = Literal["header", "body", "group", "subtotal", "total"]
TableLook = Literal["data", "strip", "compact"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the table's width in thousandths, and how its cells align (`decimal`: on the decimal point)."""

    share: int
    align: Align = "left"

    def __post_init__(self) -> None:
        check(0 < self.share <= 1000, f"a column's share is {self.share}, not 1 to 1000")
        check(self.align in ("left", "right", "decimal", "centre"), f"{self.align!r} is no alignment")


@dataclass(frozen=True, slots=True)
class Cell:
    """Inlines, or one chart. An empty cell is allowed where nothing is printed."""

    inlines: tuple[Inline, ...] = ()
    chart: Chart | None = None
    colspan: int = 1
    rowspan: int = 1

    def __post_init__(self) -> None:
        check(not (self.inlines and self.chart), "a cell holds text and a chart")
        check_canonical(self.inlines)
        check(self.colspan >= 1 and self.rowspan >= 1, "a cell spans less than one row or column")


@dataclass(frozen=True, slots=True)
class Row:
    """Cells and what kind of row they make. A `group` row is one cell over all columns that titles the rows under it."""

    cells: tuple[Cell, ...]
    kind: RowKind = "body"

    def __post_init__(self) -> None:
        check(self.cells, "a row has no cells")
        check(self.kind in ("header", "body", "group", "subtotal", "total"), f"{self.kind!r} is no kind of row")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of named parts: header rows (repeated on each page), body rows, the leading `stub` columns as row headers.

    `title` is its accessible name and is also shown above it where `captioned`. Looks: `data` (hairlines between rows, a
    firm line under the header), `strip` (one header row of small labels over one row of large figures), `compact` (rows
    that hold a small chart).
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    stub: int = 1
    captioned: bool = False
    look: TableLook = "data"

    def __post_init__(self) -> None:
        check_id(self.id)
        check_text(self.title)
        check(self.title.strip(), f"table {self.id} has no title")
        check(self.rows and self.columns, f"table {self.id} has no rows or no columns")
        check(0 <= self.stub <= len(self.columns), f"table {self.id} has a stub wider than itself")
        check(
            sum(c.share for c in self.columns) == 1000,
            f"the columns of table {self.id} share {sum(c.share for c in self.columns)}, not 1000",
        )
        kinds = [row.kind for row in self.rows]
        head = next((n for n, kind in enumerate(kinds) if kind != "header"), len(kinds))
        check("header" not in kinds[head:], f"table {self.id} has a header row below its body")
        self._check_grid()

    def _check_grid(self) -> None:
        open_spans = [0] * len(self.columns)
        for n, row in enumerate(self.rows, 1):
            free = [c for c, left in enumerate(open_spans) if not left]
            width = sum(cell.colspan for cell in row.cells)
            check(width == len(free), f"row {n} of table {self.id} fills {width} of {len(free)} columns")
            open_spans = [max(0, left - 1) for left in open_spans]
            place = iter(free)
            for cell in row.cells:
                for _ in range(cell.colspan):
                    open_spans[next(place)] += cell.rowspan - 1
        check(not any(open_spans), f"a cell of table {self.id} spans beyond its last row")

    def places(self) -> list[list[int]]:
        """The first column of each cell, row by row: a cell that spans rows keeps those below it out of its columns."""
        left = [0] * len(self.columns)
        found = []
        for row in self.rows:
            free = iter([column for column, rows in enumerate(left) if not rows])
            left = [max(0, rows - 1) for rows in left]
            taken = [[next(free) for _ in range(cell.colspan)] for cell in row.cells]
            for cell, columns in zip(row.cells, taken, strict=True):
                for column in columns:
                    left[column] += cell.rowspan - 1
            found.append([columns[0] for columns in taken])
        return found

    @property
    def head(self) -> tuple[Row, ...]:
        """The header rows."""
        return tuple(row for row in self.rows if row.kind == "header")

    @property
    def body(self) -> tuple[Row, ...]:
        """All rows under the header."""
        return tuple(row for row in self.rows if row.kind != "header")
