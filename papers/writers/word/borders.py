"""Rules of tables that the template's table styles don't give, and where text stands in the height of a cell."""

from __future__ import annotations

from papers.document import RowKind, Table
from papers.house import Line
from papers.writers.word.writing import Writing
from papers.writers.word.xml import hexadecimal

SUMMING: frozenset[RowKind] = frozenset({"subtotal", "total"})
STRIP_RULE = 1.5
"""Width in points of the rule above each column of a strip (docs/page-measure.md)."""


def cell_looks(node: Table, row: int, writing: Writing, *, spanner: bool) -> str:
    """Borders, margins and upright of a cell in that row, in the order of the schema."""
    if node.look == "strip":
        return f"{_no_top_margin() if row == 0 else ''}{_upright(node, row)}"
    bottom = _below(node, row, writing, spanner=spanner)
    return f"{f'<w:tcBorders>{bottom}</w:tcBorders>' if bottom else ''}{_upright(node, row)}"


def strip_rule(writing: Writing) -> str:
    """The rule over a strip's column: a paragraph's border, for it ends where the text does, and the cell's margin under it."""
    table = writing.house.table
    return f"<w:pBdr>{_border('top', Line(STRIP_RULE, table.header_line.colour), round(table.pad_top))}</w:pBdr>"


def _no_top_margin() -> str:
    return '<w:tcMar><w:top w:w="0" w:type="dxa"/></w:tcMar>'


def _below(node: Table, row: int, writing: Writing, *, spanner: bool) -> str:
    """The rule below a row where it isn't the style's: above sums, and under more than one header row."""
    table, last_header = writing.house.table, len(node.head) - 1
    if row + 1 < len(node.rows) and node.rows[row + 1].kind in SUMMING:
        return _border("bottom", table.header_line)
    if last_header > 0 and row <= last_header:
        return _border("bottom", table.header_line if row == last_header else table.row_line if spanner else None)
    return ""


def _border(side: str, line: Line | None, space: int = 0) -> str:
    if line is None:
        return f'<w:{side} w:val="nil"/>'
    return f'<w:{side} w:val="single" w:sz="{round(line.width * 8)}" w:space="{space}" w:color="{hexadecimal(line.colour)}"/>'


def _upright(node: Table, row: int) -> str:
    """Where the text stands in the height of the cell, other than at its top."""
    if node.rows[row].kind == "header":
        return '<w:vAlign w:val="bottom"/>'
    return '<w:vAlign w:val="center"/>' if node.look == "compact" else ""
