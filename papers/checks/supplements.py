"""Rows of supplementary tables as facts: a row whose columns are periods is read like an indicator that nobody rates."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from papers.checks.facts import Facts, stems
from papers.checks.language.coding import tidy
from papers.checks.language.matching import matcher
from papers.checks.language.periods import PERIOD, Timeline, When, read_when
from papers.dataset import DataRow, Dataset, DataTable, Indicator, Observation, Period, SeriesInfo

QUARTER_ENDS = {1: 6, 2: 9, 3: 12, 4: 3}
APRIL = 4


def row_facts(dataset: Dataset, table: DataTable, row: DataRow) -> Iterator[tuple[Facts, Timeline]]:
    """The row as facts, one for each kind of column: quarters, 12 months, years."""
    near = [each for each in table.rows if each is row or each.kind != "body"]
    others = tuple((cell.value.number, cell.unit) for each in near for cell in each.cells if cell and cell.value.number is not None)
    groups: dict[tuple[str, str, str], list[Observation]] = {}
    for number, cell in enumerate(row.cells):
        if cell is None or cell.value.number is None:
            continue
        for name, basis, observation in _observed(dataset, table, row, number):
            groups.setdefault((name, basis, cell.unit), []).append(observation)
    for (name, basis, unit), seen in groups.items():
        if len({each.period.end for each in seen}) == len(seen):
            facts, timeline = _facts(dataset, table, (name, basis, unit), sorted(seen, key=lambda o: o.period.end))
            facts.others = others
            yield facts, timeline


def _observed(dataset: Dataset, table: DataTable, row: DataRow, number: int) -> Iterator[tuple[str, str, Observation]]:
    """What the cell says: the name of its figure, what it covers, and the figure in its period; the figure in brackets of last year as well."""
    end = dataset.info.period_end
    cell, column = row.cells[number], table.columns[number]
    if cell is None:
        return
    spanner = table.spanners[number] if table.spanners else ""
    own, over = column_end(column, end), column_end(spanner, end) if spanner else None
    if own or over:
        values = {"actual": cell.value} | ({"comparator": cell.comparator} if cell.comparator else {})
        period = Period(column, own or over or end, f"{spanner} {column}".strip())
        yield row.label, _basis(column) if own else column, Observation(row.label, period, values, place=cell.value.place)
    elif TOTAL.search(column):
        yield (
            row.label,
            "total",
            Observation(row.label, Period(column, end, f"the {column.lower()}"), {"actual": cell.value}, place=cell.value.place),
        )
    elif not BUDGET.search(" ".join(table.columns)):
        name = f"{row.label} {column}"
        yield (
            name,
            column,
            Observation(name, Period(dataset.info.period, end, dataset.info.period), {"actual": cell.value}, place=cell.value.place),
        )
        if cell.comparator and LAST_YEAR.search(f"{table.title} {' '.join(table.notes)}"):
            year_ago = _last(end.year - 1, end.month)
            yield (
                name,
                column,
                Observation(name, Period("last year", year_ago, "last year"), {"actual": cell.comparator}, place=cell.value.place),
            )


TOTAL = matcher(r"\btotal\b|\bytd\b|year to date|\ball\b", re.IGNORECASE)
BUDGET = matcher(r"budget|forecast|outturn|variance|\bplan(?:ned)?\b", re.IGNORECASE)
LAST_YEAR = matcher(r"(?:last|previous|prior) year", re.IGNORECASE)


def _facts(dataset: Dataset, table: DataTable, key: tuple[str, str, str], seen: list[Observation]) -> tuple[Facts, Timeline]:
    name, basis, unit = key
    indicator = Indicator(
        f"{table.id}|{name}|{basis}", table.section, "activity", name, unit or "count", "none", basis=basis, group=table.title
    )
    compared = (
        [SeriesInfo(indicator.id, "comparator", "comparator", "National average", unit)]
        if any("comparator" in o.values for o in seen)
        else []
    )
    facts = Facts(indicator, seen, compared, None)
    past = [each for each in seen if each.period.end <= dataset.info.period_end] or seen
    return facts, Timeline(tuple(seen), past[-1], dataset.info.period_end, annual=basis in ("year", "total"))


def _basis(column: str) -> str:
    plain = column.lower()
    if re.fullmatch(r"(?:19|20)\d\d(?:/\d\d)?", plain):
        return "year"
    return "12 months" if re.search(r"\b12\b|rolling|year to", plain) else "quarter"


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
