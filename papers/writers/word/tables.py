"""Tables: fixed columns, repeated header rows, rows that never split, numbers aligned on the decimal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from papers.document import Block, Cell, Column, LineBreak, RowKind, Table, plain
from papers.document import inlines as joined
from papers.metrics import decimal_pads
from papers.writers.word.borders import cell_looks, strip_rule
from papers.writers.word.drawings import chart_run
from papers.writers.word.hold import Hold
from papers.writers.word.inlines import inlines, run
from papers.writers.word.writing import TABLE_GAP, Writing
from papers.writers.word.xml import attribute, twips

LOOK_STYLES = {"data": "House Table", "strip": "House Strip", "compact": "House Compact"}
ROW_STYLES: dict[RowKind, str] = {
    "header": "Table Header",
    "body": "Table Text",
    "group": "Table Group",
    "subtotal": "Table Subtotal",
    "total": "Table Total",
}
STRIP_STYLES: dict[RowKind, str] = ROW_STYLES | {"header": "Strip Label", "body": "Strip Figure"}
BOLD_ROWS: frozenset[RowKind] = frozenset({"group", "subtotal", "total"})


class Slot(NamedTuple):
    """A place in a row of the grid: the cell that begins here, or one from above (`cell` None) and whether it is `going` on below."""

    column: int
    span: int
    cell: Cell | None
    rowspan: int = 1
    going: bool = False


def gap(node: Block, writing: Writing, hold: Hold) -> str:
    """The paragraph that parts two tables which nothing else parts: as high as the least distance."""
    if not writing.after_table or not isinstance(node, Table) or node.captioned:
        return ""
    writing.after_table = False
    exact = f'<w:spacing w:before="0" w:after="0" w:line="{twips(TABLE_GAP)}" w:lineRule="exact"/>'
    return writing.paragraph("Normal", "", keep=hold != "free", end=exact)


def table(node: Table, writing: Writing, hold: Hold) -> str:
    """The caption, where it is shown, and the table."""
    caption = writing.paragraph("Caption", run(node.title), keep=True) if node.captioned else ""
    writing.after_table = False
    widths = _widths(node.columns, writing.width)
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    rows = "".join(_rows(node, widths, writing, hold))
    writing.after_table = True
    return f"{caption}<w:tbl>{_properties(node, writing)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _widths(columns: Sequence[Column], total: int) -> list[int]:
    """Widths in twips that add up to the total, each edge at its share."""
    edges, share = [0], 0
    for column in columns:
        share += column.share
        edges.append(round(total * share / 1000))
    return [right - left for left, right in pairwise(edges)]


def _properties(node: Table, writing: Writing) -> str:
    """Properties of the table. The look says whether the first row and column are headers; the description, how many."""
    first_row, first_column = int(bool(node.head)), int(node.stub > 0)
    bits = 0x0400 | 0x0020 * first_row | 0x0080 * first_column
    flags = f'w:firstRow="{first_row}" w:lastRow="0" w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
    headers = f"Heading rows: {len(node.head)}. Heading columns: {node.stub}."
    return (
        f'<w:tblPr><w:tblStyle w:val="{writing.style(LOOK_STYLES[node.look])}"/><w:tblW w:w="{writing.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{bits:04X}" {flags}/>'
        f'<w:tblCaption w:val="{attribute(node.title)}"/><w:tblDescription w:val="{headers}"/></w:tblPr>'
    )


def _rows(node: Table, widths: Sequence[int], writing: Writing, hold: Hold) -> list[str]:
    grid = _grid(node)
    pads = _pads(node, grid, writing)
    keeps = _keeps(node, grid, hold)
    out = []
    for n, (row, slots) in enumerate(zip(node.rows, grid, strict=True)):
        frame = Frame(node, n, row.kind, widths, pads, writing, keep=keeps[n])
        header = "<w:tblHeader/>" if row.kind == "header" else ""
        cells = "".join([_cell(slot, frame) for slot in slots])
        out.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
    return out


def _keeps(node: Table, grid: Sequence[Sequence[Slot]], hold: Hold) -> list[bool]:
    """Whether each row keeps with the next: headers, group titles, the row before a total, strips and spanned rows in any case."""
    last = len(node.rows) - 1
    strip = node.look == "strip"
    spanned = [any(slot.rowspan > 1 or slot.going for slot in slots) for slots in grid]
    always = [
        n < last and (strip or spanned[n] or row.kind in ("header", "group") or node.rows[n + 1].kind == "total")
        for n, row in enumerate(node.rows)
    ]
    return [hold == "chain" or (hold == "whole" and n < last) or always[n] for n in range(last + 1)]


def _grid(node: Table) -> list[list[Slot]]:
    """Each row's slots: its cells in their columns, and the places that cells from above go on over."""
    going: list[tuple[int, int]] = [(0, 0)] * len(node.columns)
    out = []
    for row in node.rows:
        cells = iter(row.cells)
        slots, column = [], 0
        while column < len(node.columns):
            left, span = going[column]
            if left:
                slots.append(Slot(column, span, None, going=left > 1))
                going[column] = (left - 1, span)
            else:
                cell = next(cells)
                span = cell.colspan
                slots.append(Slot(column, span, cell, cell.rowspan))
                going[column] = (cell.rowspan - 1, span)
            column += span
        out.append(slots)
    return out


def _pads(node: Table, grid: Sequence[Sequence[Slot]], writing: Writing) -> dict[tuple[int, int], int]:
    """How far in twips the text of each body cell in a decimal column stands from the right, by row and column."""
    style = writing.house.styles["Strip Figure" if node.look == "strip" else "Table Text"]
    out: dict[tuple[int, int], int] = {}
    for column in [c for c, each in enumerate(node.columns) if each.align == "decimal"]:
        found = [
            (n, plain(slot.cell.inlines), node.rows[n].kind in BOLD_ROWS)
            for n, slots in enumerate(grid)
            for slot in slots
            if slot.column == column and slot.cell and slot.span == 1 and node.rows[n].kind not in ("header", "group")
        ]
        pads = decimal_pads([words for _, words, _ in found], style.font, style.size, bold=[bold for _, _, bold in found])
        out |= {(n, column): twips(pad) for (n, _, _), pad in zip(found, pads, strict=True)}
    return out


# --- cells ----------------------------------------------------------------------------------------------------------


class Frame(NamedTuple):
    """What the cells of one row share."""

    node: Table
    row: int
    kind: RowKind
    widths: Sequence[int]
    pads: dict[tuple[int, int], int]
    writing: Writing
    keep: bool


def _cell(slot: Slot, frame: Frame) -> str:
    """A cell. One that goes on from above is empty, as Word wants it."""
    width = sum(frame.widths[slot.column : slot.column + slot.span])
    span = f'<w:gridSpan w:val="{slot.span}"/>' if slot.span > 1 else ""
    merge = "<w:vMerge/>" if slot.cell is None else '<w:vMerge w:val="restart"/>' if slot.rowspan > 1 else ""
    looks = cell_looks(frame.node, frame.row, frame.writing, spanner=slot.span > 1 and bool(slot.cell and slot.cell.inlines))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{looks}</w:tcPr>{_paragraphs(slot, width, frame)}</w:tc>'


def _paragraphs(slot: Slot, width: int, frame: Frame) -> str:
    node, writing = frame.node, frame.writing
    strip = node.look == "strip"
    style = (STRIP_STYLES if strip else ROW_STYLES)[frame.kind]
    rule = strip_rule(writing) if strip and frame.row == 0 else ""
    end = _aligned(slot, frame)
    if slot.cell is None:
        return writing.paragraph(style, "", keep=frame.keep, middle=rule, end=end)
    if slot.cell.chart:
        inner = width - twips(writing.house.table.pad_left + writing.house.table.pad_right)
        small = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
        return writing.paragraph(style, chart_run(slot.cell.chart, writing, inner), keep=frame.keep, end=end + small)
    first, rest = _split(slot.cell) if strip and frame.kind == "body" else (slot.cell, None)
    out = writing.paragraph(style, inlines(first.inlines, writing), keep=frame.keep, middle=rule, end=end)
    return out + (writing.paragraph("Strip Label", inlines(rest.inlines, writing), keep=frame.keep, end=end) if rest else "")


def _split(cell: Cell) -> tuple[Cell, Cell | None]:
    """The cell's large figure, and what follows its first line break."""
    for n, node in enumerate(cell.inlines):
        if isinstance(node, LineBreak):
            return Cell(joined(*cell.inlines[:n])), Cell(joined(*cell.inlines[n + 1 :]))
    return cell, None


def _aligned(slot: Slot, frame: Frame) -> str:
    """Indent and alignment. A right indent, even of nothing, tells a decimal column from a right-aligned one."""
    align = frame.node.columns[slot.column].align
    if align == "left" or frame.kind == "group":
        return ""
    if align == "centre":
        return '<w:jc w:val="center"/>'
    indent = f'<w:ind w:right="{frame.pads.get((frame.row, slot.column), 0)}"/>' if align == "decimal" else ""
    return f'{indent}<w:jc w:val="right"/>'
