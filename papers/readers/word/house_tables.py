"""Tables of our own writing, whose styles, grid and description say all that a Table node knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from papers.document import ID, MAX_ID, Align, Cell, Column, Inline, LineBreak, Row, RowKind, Table, TableLook, inlines
from papers.readers.word.charts import read_chart
from papers.readers.word.drawings import chart_part, report_chart
from papers.readers.word.names import PLACED, at, val, w, words_of
from papers.readers.word.parts import Drawn, only_inlines
from papers.readers.word.tables import WHOLE, Square, alignment, cell_paragraphs, is_header, spans_down, squares, table_rows
from papers.readers.word.words import read_words

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

LOOKS: dict[str, TableLook] = {"house table": "data", "house strip": "strip", "house compact": "compact"}
KINDS: dict[str, RowKind] = {"table group": "group", "table subtotal": "subtotal", "table total": "total"}
STRIP_HEADER = "strip label"
STUB = re.compile(r"Heading columns: (\d+)")
"""What the writer says in a table's description, for people and for us: Word itself only knows one heading column."""


def read_house_table(element: Element, own: str, title: str, reading: Reading, *, captioned: bool) -> Table:
    """The table with the id `own`. NodeError where it has been edited into what a paper can't carry."""
    look = LOOKS.get(reading.styles.name(val(element, "tblPr/tblStyle")), "data")
    rows = table_rows(element)
    grid = [squares(row) for row in rows]
    kinds = [_kind(row, look, reading) for row in rows]
    read = tuple(Row(tuple(_cells(grid, n, own, reading)), kind) for n, kind in enumerate(kinds))
    shares = _shares(element)
    aligns = _aligns(grid, kinds, len(shares))
    columns = tuple(Column(share, align) for share, align in zip(shares, aligns, strict=True))
    return Table(own, title, columns, read, _stub(element), captioned, look)


def _stub(element: Element) -> int:
    """How many columns are row headers."""
    found = STUB.search(val(element, "tblPr/tblDescription") or "")
    if found:
        return int(found[1])
    look = at(element, "tblPr/tblLook")
    return 1 if look is not None and look.get(w("firstColumn")) in ("1", "true") else 0


def _kind(row: Element, look: TableLook, reading: Reading) -> RowKind:
    paragraph = next(row.iter(w("p")), None)
    style = reading.styles.name(val(paragraph, "pPr/pStyle"))
    if is_header(row) or (look == "strip" and style == STRIP_HEADER):
        return "header"
    return KINDS.get(style, "body")


def _shares(element: Element) -> list[int]:
    """The columns' shares: each edge of the grid in thousandths of the whole."""
    grid = at(element, "tblGrid")
    widths = [int(float(each.get(w("w")) or 0)) for each in (() if grid is None else grid.iterchildren(w("gridCol")))]
    total, edge, edges = sum(widths) or 1, 0, [0]
    for width in widths:
        edge += width
        edges.append(round(WHOLE * edge / total))
    return [max(1, right - left) for left, right in pairwise(edges)]


def _aligns(grid: Sequence[Sequence[Square]], kinds: Sequence[RowKind], width: int) -> list[Align]:
    """Each column's alignment: that of the last cell which begins in it, but for the titles of groups."""
    found: dict[int, Align] = {}
    for row, kind in zip(reversed(grid), reversed(kinds), strict=True):
        for square in row if kind != "group" else ():
            if square.column not in found:
                found[square.column] = _alignment(square.element)
    return [found.get(column, "left") for column in range(width)]


def _alignment(cell: Element) -> Align:
    """A right indent, even of nothing, tells a decimal column from a right-aligned one."""
    said = alignment(cell) or "left"
    paragraph = next(iter(cell_paragraphs(cell)), None)
    indent = at(paragraph, "pPr/ind")
    return "decimal" if said == "right" and indent is not None and (indent.get(w("right")) or indent.get(w("end"))) is not None else said


def _cells(grid: Sequence[Sequence[Square]], n: int, own: str, reading: Reading) -> list[Cell]:
    out = []
    for square in grid[n]:
        if not square.continues:
            spans = (square.span, spans_down(grid, n, square))
            out.append(_cell(square.element, spans, own, reading))
    return out


def _cell(element: Element, spans: tuple[int, int], own: str, reading: Reading) -> Cell:
    """The cell: its chart, or its paragraphs as lines. A chart's name is its id."""
    out: list[Inline] = []
    for number, paragraph in enumerate(cell_paragraphs(element)):
        reading.enter(paragraph)
        parts = read_words(paragraph, reading)
        charts = [part for part in parts if isinstance(part, Drawn) and chart_part(part.element, reading)]
        if charts:
            named = _name(charts[0].element) or f"{own}/chart"
            report_chart(charts[0].element, named, reading)
            _report_words(element, reading)
            return Cell((), read_chart(charts[0].element, named, reading), *spans)
        out += [*([LineBreak()] if number else []), *only_inlines(parts, reading, "a table")]
    return Cell(inlines(*out), None, *spans)


def _report_words(cell: Element, reading: Reading) -> None:
    """Report what was typed beside the chart in a cell, which holds the one or the other."""
    said = " ".join(filter(None, map(words_of, cell_paragraphs(cell))))
    if said:
        reading.not_carried("Text beside a chart in a table", said, "Write it into the commentary.")


def _name(drawing: Element) -> str:
    """The name of a drawing where it is an id, as the writer gives it; LibreOffice gives names of its own."""
    found = next(drawing.iter(f"{{{PLACED}}}docPr"), None)
    name = "" if found is None else found.get("name") or ""
    return name if len(name) <= MAX_ID and ID.fullmatch(name) else ""
