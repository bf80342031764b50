"""Rows of supplementary tables as facts: a row whose columns are periods is read like an indicator that nobody rates."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from papers.checks.coding import tidy
from papers.checks.facts import Facts, stems
from papers.checks.periods import PERIOD, Timeline, When, read_when
from papers.dataset import DataRow, Dataset, DataTable, Indicator, Observation, Period, SeriesInfo

QUARTER_ENDS = {1: 6, 2: 9, 3: 12, 4: 3}
APRIL = 4


def row_facts(dataset: Dataset, table: DataTable, row: DataRow) -> Iterator[tuple[Facts, Timeline]]:
    """The row as facts, one for each kind of column: quarters, 12 months, years."""
    groups: dict[str, list[Observation]] = {}
    others = tuple((cell.value.number, cell.unit) for each in table.rows for cell in each.cells if cell and cell.value.number is not None)
    for number, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        spanner = table.spanners[number] if table.spanners else ""
        end = column_end(column, dataset.info.period_end) or (column_end(spanner, dataset.info.period_end) if spanner else None)
        if cell is None or cell.value.number is None or end is None:
            continue
        kind = column if spanner and not column_end(column, dataset.info.period_end) else _basis(column)
        values = {"actual": cell.value} | ({"comparator": cell.comparator} if cell.comparator else {})
        period = Period(column, end, f"{spanner} {column}".strip())
        groups.setdefault(f"{kind}|{cell.unit}", []).append(
            Observation(row.label, period, values, place=replace(cell.value.place, column=cell.value.place.column))
        )
    for key, seen in groups.items():
        if len({each.period.end for each in seen}) == len(seen):
            facts, timeline = _facts(dataset, table, row, key, sorted(seen, key=lambda o: o.period.end))
            facts.others = others
            yield facts, timeline


def _facts(dataset: Dataset, table: DataTable, row: DataRow, key: str, seen: list[Observation]) -> tuple[Facts, Timeline]:
    basis, unit = key.split("|")
    indicator = Indicator(f"{table.id}|{row.label}|{basis}", table.section, "activity", row.label, unit or "count", "none", basis=basis)
    compared = (
        [SeriesInfo(indicator.id, "comparator", "comparator", "National average", unit)]
        if any("comparator" in o.values for o in seen)
        else []
    )
    facts = Facts(indicator, seen, compared, None)
    past = [each for each in seen if each.period.end <= dataset.info.period_end] or seen
    return facts, Timeline(tuple(seen), past[-1], dataset.info.period_end, annual=basis == "year")


def _basis(column: str) -> str:
    plain = column.lower()
    return (
        "12 months"
        if re.search(r"\b12\b|rolling|year to", plain)
        else "year"
        if re.fullmatch(r"(?:19|20)\d\d(?:/\d\d)?", plain)
        else "quarter"
    )


def column_end(label: str, end: dt.date) -> dt.date | None:
    """The last day of the period that a column's label names; None where it names none. A month without a year is the latest one."""
    text = re.sub(r"(?<=[a-z])(?=\d)", " ", tidy(label).replace("mths", "months"))
    found = PERIOD.match(text) or PERIOD.search(text)
    when = (
        read_when(found) if found and (found.group("month") or found.group("quarter") or found.group("fy") or found.group("year")) else None
    )
    if when is None:
        return None
    return _end(when, end)


def _end(when: When, end: dt.date) -> dt.date | None:
    if when.kind == "month":
        year = when.year or (end.year if when.month <= end.month else end.year - 1)
        return _last(year, when.month)
    if when.kind == "quarter":
        financial = when.year or (end.year + 1 if end.month >= APRIL else end.year)
        return _last(financial if when.quarter == APRIL else financial - 1, QUARTER_ENDS[when.quarter])
    return _last(when.year, 3) if when.kind == "fy" else _last(when.year, 12)


def _last(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def table_words(table: DataTable) -> frozenset[str]:
    """The stems of the table's title."""
    return stems(table.title)
