"""Small numbers of people taken out of a report's data as soon as it is read, so that nothing later holds them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from papers.dataset import DataCell, DataTable, Marker, Narrative, Observation, ReportInfo, Value
from papers.errors import Place, Problem
from papers.errors import problem as made
from papers.intake.findings import Findings
from papers.intake.quoted import Withheld, report_quoted
from papers.suppression import (
    COUNTED,
    SCALES,
    Figures,
    Key,
    Limits,
    Places,
    add_indicator,
    add_links,
    add_table,
    observed,
    tabled,
    unknown_figures,
    withheld,
)

CONFIDENTIAL: Marker = "c"
STANDS_FOR_IT = "[c]"
TOTALS = frozenset({"total-differs", "total-rounded"})
"""Problems that would say nothing without their numbers."""

LEAST = {True: 3, False: 2}
"""The least limit that leaves two numbers that a suppressed one can be, by whether nobody is printed as it is."""

Parts = Mapping[str, Any]
"""Fields of the dataset that tables fill."""

Row = tuple[str | None, str | None, int | None]
"""A row of a file or sheet."""


def without_small_numbers(parts: Parts, narrative: Iterable[Narrative], info: ReportInfo, findings: Findings) -> dict[str, Any]:
    """The parts with every small number of people suppressed, every figure marked as confidential, and what would give one away.

    Without a limit no number is small. Problems found so far lose the numbers that they quote of suppressed figures. Texts
    that seem to quote one are reported.
    """
    limit = info.small_numbers.limit
    if limit is None and not any(value.is_confidential for value in _values(parts)):
        return dict(parts)
    keys: Collection[Key] = frozenset()
    if _is_sound(parts, info, findings):
        found = _figures(parts, info)
        keys = withheld(found.counts, found.sums, found.derived, Limits(limit or 0, info.small_numbers.zeros))
    measures = {each.id: each.measure for each in parts["indicators"]}
    masked = {
        "observations": tuple(_observation(each, keys, measures) for each in parts["observations"]),
        "tables": tuple(_table(each, keys) for each in parts["tables"]),
    }
    told = tuple(_withheld(parts, keys))
    _quiet(findings, _near(parts, told))
    report_quoted({**parts, **masked}, narrative, told, findings)
    return {**parts, **masked}


def _values(parts: Parts) -> Iterator[Value]:
    """Every figure of the report; a record that many periods share comes once."""
    yield from {id(value): value for each in parts["observations"] for value in each.values.values()}.values()
    for table in parts["tables"]:
        for cell in (cell for row in table.rows for cell in row.cells if cell):
            yield from (cell.value, *([cell.comparator] if cell.comparator else ()))


def _is_sound(parts: Parts, info: ReportInfo, findings: Findings) -> bool:
    """Whether the limit protects anybody and every link leads to figures; what does not is reported."""
    small = info.small_numbers
    sound = small.limit is None or small.limit >= LEAST[small.zeros]
    if not sound:
        place = Place(column="[small_numbers] limit")
        findings.add("limit-too-small", place, value=str(small.limit), data=str(LEAST[small.zeros]))
    places = Places(parts["observations"], parts["tables"], info.period_end)
    for link, column in unknown_figures(parts["links"], places):
        findings.add("unknown-figure", replace(link.place, column=column), value=getattr(link, column))
        sound = False
    for each in parts["indicators"]:
        if each.people and each.unit not in COUNTED and not (each.unit in SCALES and each.denominator):
            findings.add("people-not-counted", replace(each.place, column="people"), value=each.unit, indicator=each.id)
    return sound


def _figures(parts: Parts, info: ReportInfo) -> Figures:
    """All the report's figures, and how they hang together."""
    found = Figures()
    observations, series = (_grouped(parts[name]) for name in ("observations", "series"))
    for each in parts["indicators"]:
        add_indicator(found, each, observations[each.id], series[each.id])
    for table in parts["tables"]:
        add_table(found, table)
    add_links(found, parts["links"], Places(parts["observations"], parts["tables"], info.period_end))
    return found


def _grouped(items: Iterable[Any]) -> defaultdict[str, list[Any]]:
    """The items by the indicator that they belong to."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for each in items:
        groups[each.indicator].append(each)
    return groups


def _observation(observation: Observation, keys: Collection[Key], measures: Mapping[str, str]) -> Observation:
    """The observation with its suppressed figures left out, and the rating that one of them got."""
    end, indicator = observation.period.end, observation.indicator
    gone = [name for name, value in observation.values.items() if _is_gone(value, observed(indicator, name, end), keys)]
    if not gone:
        return observation
    values = {name: _masked(value) if name in gone else value for name, value in observation.values.items()}
    rating = None if measures.get(indicator) in gone else observation.published_rating
    return replace(observation, values=values, published_rating=rating)


def _masked(value: Value) -> Value:
    """The value without its number, marked as confidential; one that never had a number stays as it is written."""
    if value.number is None and value.is_suppressed:
        return value
    return Value(None, "", (*(marker for marker in value.markers if marker != CONFIDENTIAL), CONFIDENTIAL), "", value.note, value.place)


def _table(table: DataTable, keys: Collection[Key]) -> DataTable:
    """The table with its suppressed figures left out."""
    rows = tuple(
        replace(row, cells=tuple(_cell(each, table.id, r, c, keys) for c, each in enumerate(row.cells))) for r, row in enumerate(table.rows)
    )
    return replace(table, rows=rows)


def _cell(cell: DataCell | None, table: str, row: int, column: int, keys: Collection[Key]) -> DataCell | None:
    if cell is None:
        return None
    value, comparator = cell.value, cell.comparator
    if _is_gone(value, tabled(table, row, column), keys):
        value = _masked(value)
    if comparator and _is_gone(comparator, tabled(table, row, column, "comparator"), keys):
        comparator = _masked(comparator)
    return replace(cell, value=value, comparator=comparator)


def _is_gone(value: Value, key: Key, keys: Collection[Key]) -> bool:
    """Whether the figure is left out: it is marked, or a number among those that are withheld."""
    return value.is_confidential or (value.number is not None and key in keys)


def _withheld(parts: Parts, keys: Collection[Key]) -> Iterator[Withheld]:
    """Each suppressed figure with its number and where it stood."""
    for each in parts["observations"]:
        for name, value in each.values.items():
            if value.number is not None and _is_gone(value, observed(each.indicator, name, each.period.end), keys):
                yield Withheld(("indicator", each.indicator), value.number, each.place_of(name))
    for table in parts["tables"]:
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row.cells):
                for part in ("value", "comparator") if cell else ():
                    value = getattr(cell, part)
                    if value and value.number is not None and _is_gone(value, tabled(table.id, r, c, part), keys):
                        yield Withheld(("table", table.id), value.number, value.place)


def _near(parts: Parts, told: Iterable[Withheld]) -> frozenset[Row]:
    """The rows of suppressed figures, and all rows of a table that has one: a problem with a total tells of all that it adds up."""
    gone = tuple(told)
    tables = {name for each in gone for kind, name in [each.owner] if kind == "table"}
    cells = (cell for table in parts["tables"] if table.id in tables for row in table.rows for cell in row.cells if cell)
    return frozenset(_row(place) for place in (*(each.place for each in gone), *(cell.value.place for cell in cells)))


def _row(place: Place) -> Row:
    return place.file, place.sheet, place.row


def _quiet(findings: Findings, near: Collection[Row]) -> None:
    """Problems in these rows no longer quote a number."""
    findings.found[:] = [_without(each) if _row(each.place) in near else each for each in findings.found]
    for habit in findings.habits.values():
        if _row(habit.place) in near:
            habit.value = habit.data = STANDS_FOR_IT


def _without(problem: Problem) -> Problem:
    """The problem without the numbers that it quotes; of a total it says that it is wrong, and where."""
    if problem.code in TOTALS:
        return made("total-of-suppressed", problem.place)
    message = problem.message
    for quoted in (problem.value, problem.data):
        if quoted:
            message = re.sub(rf"(?<![\w.]){re.escape(quoted)}(?!\w|\.\d)", STANDS_FOR_IT, message)
    return replace(problem, message=message, value=problem.value and STANDS_FOR_IT, data=problem.data and STANDS_FOR_IT)
