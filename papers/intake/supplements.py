"""Supplementary tables out of their cells, one a row, and their totals held against what they total."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import cast

from papers.dataset import DataCell, DataRow, DataTable, Value
from papers.intake.findings import Findings, hint
from papers.intake.grids import Record
from papers.intake.relations import Reading
from papers.intake.values import value_text
from papers.suppression import UNSUMMED, addings

RowKey = tuple[str, str]
ColumnKey = tuple[str, str]

EXACT = "count"
"""The unit whose figures are not rounded."""


@dataclass(slots=True)
class _Building:
    """A table while its cells come in: rows by group and label, columns by spanner and heading, in the order in which they came."""

    rows: dict[RowKey, Record] = field(default_factory=dict)
    columns: dict[ColumnKey, None] = field(default_factory=dict)
    cells: dict[tuple[RowKey, ColumnKey], Record] = field(default_factory=dict)
    notes: dict[RowKey, str] = field(default_factory=dict)

    def take(self, record: Record, findings: Findings) -> None:
        """Add a cell. One that is there already, or that says of its row what another one doesn't, is a problem."""
        row, column = (record.text("row_group"), record.text("row")), (record.text("spanner"), record.text("column"))
        first = self.rows.setdefault(row, record)
        self.columns.setdefault(column)
        self.notes[row] = self.notes.get(row) or record.text("row_note")
        if first["row_kind"] != record["row_kind"]:
            findings.add("rows-disagree", record.at("row_kind"), value=record["row_kind"], data=first["row_kind"], first=first.place.row)
        earlier = self.cells.setdefault((row, column), record)
        if earlier is not record:
            told = f"{record.text('row')}, {record.text('column')}"
            findings.add("duplicate-cell", record.at("column"), value=told, first=earlier.place.row)


def tables(reading: Reading, homes: Iterable[str]) -> tuple[DataTable, ...]:
    """The supplementary tables; `homes` are the parts of the report in which one may stand."""
    building: dict[str, _Building] = {}
    for record in reading.sound("table_cells"):
        building.setdefault(record["table_id"], _Building()).take(record, reading.findings)
    known = sorted(homes)
    found = []
    for record in reading.sound("tables"):
        if record["section"] not in known:
            reading.findings.add("unknown-section", record.at("section"), value=record["section"], hint=hint(record["section"], known))
        parts = building.get(record["id"])
        if parts is None:
            reading.findings.add("table-without-rows", record.place, name=f"Table {record['id']}", what="cell in table_cells")
        else:
            found.append(_table(record, parts))
            check_totals(found[-1], reading.findings)
    return tuple(found)


def _table(record: Record, parts: _Building) -> DataTable:
    unit = record.text("unit") or "count"
    rows = tuple(
        DataRow(
            label,
            tuple(_cell(parts.cells.get(((group, label), column)), unit, people=record["people"]) for column in parts.columns),
            first["row_kind"],
            group,
            parts.notes[group, label],
        )
        for (group, label), first in parts.rows.items()
    )
    return DataTable(
        record["id"],
        record["title"],
        record["section"],
        tuple(heading for _, heading in parts.columns),
        rows,
        tuple(spanner for spanner, _ in parts.columns) if any(spanner for spanner, _ in parts.columns) else (),
        record.text("row_heading"),
        record["notes"] or (),
        record["landscape"],
        record.place,
    )


def _cell(record: Record | None, unit: str, *, people: bool) -> DataCell | None:
    """The cell; None where the table has none at this place or nothing stands in it."""
    if record is None or (record["value"] is None and record["comparator"] is None):
        return None
    value = replace(record["value"] or Value(None), note=record.text("note"), place=record.at("value"))
    comparator = record["comparator"] and replace(record["comparator"], place=record.at("comparator"))
    own = record["people"]
    return DataCell(value, record.text("unit") or unit, comparator, people if own is None else own)


def check_totals(table: DataTable, findings: Findings) -> None:
    """Totals and subtotals down, and total columns across, equal their parts, as far as rounding lets them."""
    for each in addings(table):
        row, column = each.total
        parts = [table.rows[part].cells[at] for part, at in each.parts]
        _check_sum(table.rows[row].cells[column], parts, each.kind, each.of, findings)


def _check_sum(total: DataCell | None, parts: list[DataCell | None], what: str, column: str, findings: Findings) -> None:
    """The total equals the sum of its parts. Nothing is said where a part is no plain number, or the unit has no sums."""
    given = [part for part in parts if part is not None]
    if total is None or total.value.number is None or len(given) < 2 or total.unit in UNSUMMED:
        return
    if any(part.unit != total.unit or part.value.number is None or part.value.qualifier for part in given):
        return
    numbers = [cast("Decimal", part.value.number) for part in given]
    differs, slack = abs(sum(numbers) - total.value.number), sum(map(half_unit, [*numbers, total.value.number]))
    if differs:
        code = "total-rounded" if differs <= slack and total.unit != EXACT else "total-differs"
        findings.add(code, total.value.place, what=what, column=column, value=value_text(total.value), data=f"{sum(numbers):f}")


def half_unit(number: Decimal) -> Decimal:
    """How far a printed number may lie from what was rounded to it."""
    return Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2
