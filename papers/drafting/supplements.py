"""Supplementary tables of a report (calls by service, complaints) as tables of a paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from papers.dataset import DataCell, DataRow, DataTable, SmallNumbers
from papers.document import Block, Cell, Group, Inline, Paragraph, Row, Table, inlines, plain
from papers.drafting.ids import block_id, table_figure
from papers.drafting.parts import cell, columns, group_row, header, value_inlines
from papers.drafting.placing import Piece, Turned
from papers.drafting.shares import LANDSCAPE_WIDTH, TEXT_WIDTH, fitted, least_width
from papers.drafting.trend import unit_label
from papers.narrative.markers import marker_notes

WHOLE = 20
"""Rows of a table that is better moved to the next page than split."""

SHORT = 10
"""Characters of a heading (Jan to Mar) that reads badly in two lines."""


def data_table(table: DataTable, small: SmallNumbers) -> tuple[Piece, ...]:
    """The table with its caption, its notes under it and what its markers stand for; on a turned page where it needs one."""
    rows = (*_head(table), *_body(table))
    is_wide = table.landscape or least_width(*_texts(table)) > TEXT_WIDTH
    widths = columns(fitted(*_texts(table), LANDSCAPE_WIDTH if is_wide else TEXT_WIDTH, short=SHORT))
    drafted: list[Block] = [Table(block_id("table", table.id), _caption(table), widths, rows, captioned=True)]
    notes = [
        *table.notes,
        *(f"{each.label}: {each.note}" for each in table.rows if each.note),
        *_cell_notes(table),
        *_markers(table, small),
    ]
    if notes:
        drafted.append(Paragraph(block_id("table", table.id, "notes"), inlines(" ".join(notes)), "note"))
    if is_wide:
        return (Turned(tuple(drafted)),)
    return (Group(block_id("table", table.id, "block"), tuple(drafted)),) if len(rows) <= WHOLE else tuple(drafted)


def _caption(table: DataTable) -> str:
    """The title, with the unit where all figures share one that they are shown without."""
    units = {each.unit for r in table.rows for each in r.cells if each}
    unit = next(iter(units)) if len(units) == 1 else ""
    return unit_label(table.title, unit) if unit else table.title


def _head(table: DataTable) -> list[Row]:
    if not any(table.spanners):
        return [header(table.row_heading, *table.columns)]
    spans = [(name, len(list(group))) for name, group in groupby(table.spanners)]
    first = [cell(table.row_heading, rowspan=2)]
    titles = iter(table.columns)
    second: list[Cell | str] = []
    for name, width in spans:
        under = [next(titles) for _ in range(width)]
        first += [cell(name, colspan=width)] if name else [cell(label, rowspan=2) for label in under]
        second += under if name else []
    return [header(*first), header(*second)]


def _body(table: DataTable) -> Iterable[Row]:
    group = ""
    for each in table.rows:
        if each.group and each.group != group:
            yield group_row(len(table.columns) + 1, each.group)
        group = each.group
        yield _row(table, each)


def _row(table: DataTable, data: DataRow) -> Row:
    figures = [_cell(table, data, heading, each) for heading, each in zip(table.headings, data.cells, strict=True)]
    return Row((cell(data.label), *figures), data.kind)


def _cell(table: DataTable, data: DataRow, heading: str, found: DataCell | None) -> Cell:
    if found is None:
        return Cell()
    key = table_figure(table.id, data.group, data.label, heading)
    return cell(*_shown(found, key))


def _shown(found: DataCell, key: str) -> list[Inline | str]:
    """The figure, with its comparator in brackets: "67% (64%)"."""
    other = value_inlines(found.comparator, found.unit, f"{key}/comparator") if found.comparator else ()
    return [*value_inlines(found.value, found.unit, key), *((" (", *other, ")") if other else ())]


def _cell_notes(table: DataTable) -> list[str]:
    """The notes of single figures, each with the row and column it belongs to."""
    return [
        f"{data.label}, {label}: {each.value.note}"
        for data in table.rows
        for label, each in zip(table.columns, data.cells, strict=True)
        if each and each.value.note
    ]


def _markers(table: DataTable, small: SmallNumbers) -> Iterable[str]:
    cells = [each for data in table.rows for each in data.cells if each]
    return marker_notes((value for each in cells for value in (each.value, each.comparator)), small)


def _texts(table: DataTable) -> tuple[list[str], Sequence[list[str]]]:
    """The words of the stub and of each column, for measuring."""
    stub = [table.row_heading, *(each.label for each in table.rows)]
    figures = [
        [label, *(plain(inlines(*_shown(c, table.id))) for each in table.rows if (c := each.cells[n]))]
        for n, label in enumerate(table.columns)
    ]
    return stub, figures
