"""Tables as slabs, a slab a row, with the rules and the keeping together of docs/page-measure.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from papers.document import Align, Inline, LineBreak, Row, Run, Table, plain
from papers.house import Line as HouseLine
from papers.house import Style
from papers.layout.charts import ChartPlan
from papers.layout.flow import Place, Slab
from papers.layout.grid import Edges, Spot, edges, spots
from papers.layout.lines import Line, set_lines
from papers.layout.placed import Drawing, Piece, Rule, Tag
from papers.layout.texts import SHARES, Setting, note_slabs, text_slabs
from papers.metrics import decimal_pads

AFTER = 10.0
"""The gap that a table leaves at least."""
STRIP_RULE = 1.5
BOLD_ROWS = frozenset({"group", "subtotal", "total"})
FIRM_ROWS = frozenset({"subtotal", "total"})


@dataclass(slots=True)
class SetCell:
    """A cell that is ready to draw: its lines or its chart, where they stand in the row, and how they align."""

    lines: list[Line]
    chart: tuple[ChartPlan, Piece] | None
    left: float
    width: float
    pad: float
    share: float
    height: float
    rows: int
    valign: float


@dataclass(slots=True)
class SetRow:
    """A row that is ready to draw; `rules` are stretches (left, right) of the line below it."""

    cells: list[SetCell]
    height: float
    below: HouseLine | None
    rules: list[tuple[float, float]]


class TableSetter:
    """Sets one table: its cells in lines, its rows' heights, its tags."""

    def __init__(self, table: Table, setting: Setting, tag: Tag) -> None:
        self.table, self.setting, self.tag = table, setting, tag
        self.house = setting.house.table
        self.edges: Edges = edges(table, setting.width, self.house)
        self.spots: list[list[Spot]] = spots(table)
        self.head = len(table.head)
        self.pads = self._pads()

    def slabs(self) -> list[Slab]:
        """The caption, if shown, and the rows."""
        caption = self._caption()
        rows = self._rows(self.tag)
        made = [Slab(row.height, partial(self._draw, rows, n)) for n, row in enumerate(rows)]
        for n, slab in enumerate(made):
            slab.keep = self._keeps(n)
            slab.begins = tuple(spot.cell.chart.id for spot in self.spots[n] if spot.cell.chart)
            slab.notes = [note for cell in rows[n].cells for line in cell.lines for note in note_slabs(line, self.setting)]
            slab.lead = self._lead if n >= self.head > 0 and self.table.look != "strip" else None
        made[-1].after = AFTER
        return caption + made

    def _caption(self) -> list[Slab]:
        if not self.table.captioned:
            return []
        style = self.setting.style("Caption")
        return text_slabs((Run(self.table.title),), style, self.setting, Tag("Caption", self.tag), keep=True)

    def _lead(self) -> Slab:
        """The header again, as decoration."""
        rows = self._rows(None, self.head)

        def draw(place: Place, y: float) -> None:
            for n, row in enumerate(rows):
                self._draw(rows, n, place, y)
                y += row.height

        return Slab(sum(row.height for row in rows), draw)

    def _keeps(self, n: int) -> bool:
        """Whether the row stands on the page of the next one."""
        rows = self.table.rows
        if n + 1 >= len(rows):
            return False
        spans = any(spot.cell.rowspan > 1 for spot in self.spots[n]) or self._inside_span(n)
        return rows[n].kind in ("header", "group") or rows[n + 1].kind == "total" or self.table.look == "strip" or spans

    def _inside_span(self, n: int) -> bool:
        """Whether a cell from a row above reaches below row n."""
        return any(spot.cell.rowspan > n - m + 1 for m in range(n) for spot in self.spots[m] if spot.cell.rowspan > 1)

    def _rows(self, tag: Tag | None, count: int | None = None) -> list[SetRow]:
        rows = self.table.rows[:count]
        parts = {True: Tag("THead", tag) if tag and self.head else None, False: Tag("TBody", tag) if tag and self.table.body else None}
        made = [self._row(n, row, Tag("TR", part) if (part := parts[row.kind == "header"]) else None) for n, row in enumerate(rows)]
        self._stretch(made)
        return made

    def _row(self, n: int, row: Row, tag: Tag | None) -> SetRow:
        cells = [self._cell(n, row, spot, tag) for spot in self.spots[n]]
        below = self._below(n)
        inner = max([cell.height for cell in cells if cell.rows == 1], default=self.setting.style("Table Text").line)
        above = STRIP_RULE if self.table.look == "strip" and n == 0 else 0.0
        height = above + self.house.pad_top + inner + self.house.pad_bottom + (below.width if below else 0.0)
        return SetRow(cells, height, below, self._stretches(n))

    def _stretch(self, rows: list[SetRow]) -> None:
        """Make the last row of a span high enough for the cell that spans."""
        pads = self.house.pad_top + self.house.pad_bottom
        for n, row in enumerate(rows):
            for cell in row.cells:
                if cell.rows > 1:
                    spanned = rows[n : n + cell.rows]
                    spanned[-1].height += max(0.0, cell.height + pads - sum(each.height for each in spanned))

    def _below(self, n: int) -> HouseLine | None:
        """The rule below a row."""
        rows = self.table.rows
        if self.table.look == "strip":
            return None
        following = rows[n + 1].kind if n + 1 < len(rows) else None
        return self.house.header_line if n == self.head - 1 or following in FIRM_ROWS else self.house.row_line

    def _stretches(self, n: int) -> list[tuple[float, float]]:
        """From where to where the rule below row n runs: not through cells that reach below it, and under a spanner only."""
        at = self.edges.at
        if n < self.head - 1:
            spanners = [spot for spot in self.spots[n] if spot.cell.colspan > 1 and spot.cell.inlines]
            return [(at[s.column], at[s.column + s.cell.colspan] - self.house.pad_right) for s in spanners]
        free = [True] * len(self.table.columns)
        for m in range(n + 1):
            for spot in self.spots[m]:
                if spot.cell.rowspan > n - m + 1:
                    free[spot.column : spot.column + spot.cell.colspan] = [False] * spot.cell.colspan
        return _runs(free, at)

    def _cell(self, n: int, row: Row, spot: Spot, parent: Tag | None) -> SetCell:
        left, width = self.edges.text(spot.column, spot.cell.colspan)
        tag = self._cell_tag(row, spot, parent)
        header = row.kind == "header"
        centred = self.table.look == "compact" and not header
        share = SHARES[self._align(row, spot)]
        made = SetCell([], None, left, width, self.pads.get((n, spot.column), 0.0), share, 0.0, spot.cell.rowspan, 0.0)
        made.valign = 1.0 if header else 0.5 if centred else 0.0
        if spot.cell.chart:
            chart = spot.cell.chart
            drawn = ChartPlan(chart, chart.width or width, chart.height, self.setting.style("Chart Label"))
            made.chart = (drawn, _figure(chart.alt, tag))
            made.height = chart.height
        else:
            made.lines = self._lines(row, spot, tag, width - made.pad)
            made.height = sum([line.height for line in made.lines])
        return made

    def _align(self, row: Row, spot: Spot) -> Align:
        """As its column, but a group's title left and a spanner over the middle of its columns."""
        if row.kind == "group":
            return "left"
        return "centre" if row.kind == "header" and spot.cell.colspan > 1 else self.table.columns[spot.column].align

    def _cell_tag(self, row: Row, spot: Spot, parent: Tag | None) -> Tag | None:
        if parent is None:
            return None
        header = row.kind == "header"
        stub = spot.column < self.table.stub or row.kind == "group"
        tag = Tag("TH" if header or stub else "TD", parent)
        tag.scope = "Column" if header else "Row" if stub else None
        tag.colspan, tag.rowspan = spot.cell.colspan, spot.cell.rowspan
        return tag

    def _lines(self, row: Row, spot: Spot, tag: Tag | None, width: float) -> list[Line]:
        style = self.setting.style(self._style(row))
        bold = row.kind in BOLD_ROWS
        if self.table.look != "strip" or row.kind == "header":
            return set_lines(spot.cell.inlines, self.setting.ink(style, tag), width, bold=bold)
        first, rest = _parted(spot.cell.inlines)
        small = self.setting.style("Strip Label")
        lines = set_lines(first, self.setting.ink(style, tag), width)
        return lines + (set_lines(rest, self.setting.ink(small, tag), width) if rest else [])

    def _style(self, row: Row) -> str:
        strip = self.table.look == "strip"
        if row.kind == "header":
            return "Strip Label" if strip else "Table Header"
        return "Strip Figure" if strip else "Table Text"

    def _pads(self) -> dict[tuple[int, int], float]:
        """For each body cell of a decimal column, by row and column, how far it stands from the right."""
        found: dict[tuple[int, int], float] = {}
        style = self.setting.style("Table Text")
        for c, column in enumerate(self.table.columns):
            if column.align == "decimal":
                found.update(self._column_pads(c, style))
        return found

    def _column_pads(self, c: int, style: Style) -> dict[tuple[int, int], float]:
        rows = [
            (n, spot.cell)
            for n, row in enumerate(self.table.rows)
            for spot in self.spots[n]
            if spot.column == c and row.kind not in ("header", "group") and spot.cell.colspan == 1 and spot.cell.inlines
        ]
        bold = [self.table.rows[n].kind in BOLD_ROWS or style.bold for n, _ in rows]
        pads = decimal_pads([plain(cell.inlines) for _, cell in rows], style.font, style.size, bold=bold)
        return {(n, c): pad for (n, _), pad in zip(rows, pads, strict=True)}

    def _draw(self, rows: Sequence[SetRow], n: int, place: Place, y: float) -> None:
        row = rows[n]
        strip = self.table.look == "strip"
        top = y + self.house.pad_top + (STRIP_RULE if strip and n == 0 else 0.0)
        if strip and n == 0:
            self._strip_rules(place, y)
        if row.below:
            at = y + row.height - row.below.width / 2
            for left, right in row.rules:
                place.page.items.append(Rule(place.left + left, at, place.left + right, at, row.below.width, row.below.colour))
        for cell in row.cells:
            below = row.below.width if row.below else 0.0
            height = sum(each.height for each in rows[n : n + cell.rows]) - (top - y) - self.house.pad_bottom - below
            _draw_cell(cell, place, top + cell.valign * (height - cell.height))

    def _strip_rules(self, place: Place, y: float) -> None:
        for spot in self.spots[0]:
            left, width = self.edges.text(spot.column, spot.cell.colspan)
            at = y + STRIP_RULE / 2
            place.page.items.append(Rule(place.left + left, at, place.left + left + width, at, STRIP_RULE, self.house.header_line.colour))


def _draw_cell(cell: SetCell, place: Place, y: float) -> None:
    if cell.chart:
        chart, piece = cell.chart
        x = place.left + cell.left + cell.share * (cell.width - chart.width)
        piece.tag.box = (x, y, chart.width, chart.height)
        place.page.items.append(Drawing(x, y, chart, piece))
    for line in cell.lines:
        place.line(line, place.left + cell.left, y, cell.width - cell.pad, cell.share)
        y += line.height


def _figure(alt: str, tag: Tag | None) -> Piece:
    """The chart's element in its cell (a repeated header holds no chart)."""
    return Tag("Figure", tag, alt=alt).piece()


def _runs(free: Sequence[bool], at: Sequence[float]) -> list[tuple[float, float]]:
    """Neighbouring free columns as stretches."""
    found: list[tuple[float, float]] = []
    for n, is_free in enumerate(free):
        if is_free and found and found[-1][1] == at[n]:
            found[-1] = (found[-1][0], at[n + 1])
        elif is_free:
            found.append((at[n], at[n + 1]))
    return found


def _parted(inlines: Sequence[Inline]) -> tuple[Sequence[Inline], Sequence[Inline]]:
    """What stands up to the first line break, which parts the words for screen readers, and what stands after it."""
    at = next((n for n, each in enumerate(inlines, 1) if isinstance(each, LineBreak)), len(inlines))
    return inlines[:at], inlines[at:]
