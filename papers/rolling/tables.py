"""Supplementary tables one report later: periods in their columns slid on, figures that are not known awaited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from papers.dataset import DataCell, DataTable, Value
from papers.rolling.labels import MONTH, OF_YEAR, label_after

AWAITED = Value(None, "awaited")


def table_after(table: DataTable, months: int) -> DataTable:
    """The table with the same rows, its figures of periods that it still shows, and the others awaited.

    Columns that are periods slide by one, and so do spanners that are periods over the same columns. Of any other table every
    figure is awaited.
    """
    groups, width = list(dict.fromkeys(table.spanners)), 0
    if groups and all(groups):
        width = len(table.columns) // len(groups)
    if width and table.columns == table.columns[:width] * len(groups) and all(_is_period(label, months) for label in groups):
        spanners = [label for label in (*groups[1:], _later(groups[-1], months)) for _ in range(width)]
        return _with_cells(
            replace(table, spanners=tuple(spanners)),
            [n + width if n + width < len(table.columns) else None for n in range(len(table.columns))],
        )
    periods = [n for n, label in enumerate(table.columns) if not table.spanners and _is_period(label, months)]
    if len(periods) < 2:
        return _with_cells(table, [None] * len(table.columns))
    columns, came_from = list(table.columns), dict(pairwise(periods))
    for n in periods:
        columns[n] = table.columns[came_from[n]] if n in came_from else _later(table.columns[n], months)
    return _with_cells(replace(table, columns=tuple(columns)), [came_from.get(n) for n in range(len(columns))])


def _is_period(label: str, months: int) -> bool:
    return bool((MONTH.search(label) or OF_YEAR.search(label)) and label_after(label, months))


def _later(label: str, months: int) -> str:
    found = label_after(label, months)
    assert found is not None, "a label that was found to be a period's has one after it"
    return found


def _with_cells(table: DataTable, came_from: Sequence[int | None]) -> DataTable:
    """The table with each column's cells from the column of that number, or awaited where there is none."""
    rows = (
        replace(row, cells=tuple(_emptied(row.cells[n]) if old is None else row.cells[old] for n, old in enumerate(came_from)))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _emptied(cell: DataCell | None) -> DataCell | None:
    return cell and replace(cell, value=AWAITED, comparator=None)
