"""A dataset's tables given back as DataFrames, which read as the same dataset again (its prose aside)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from papers.dataset import DataCell, Dataset, DataTable, Observation, ReportSection, Value
from papers.intake.columns import OFFICERS, SETTINGS, TABLES_OF_REPORT, TableSpec
from papers.intake.periods import spoken
from papers.intake.settings import FIELDS
from papers.intake.sources import RECORD, SCHEME_COLUMNS, SCHEME_FRAMES
from papers.intake.values import value_text
from papers.records import write_record

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, Any]

RENAMED = {"indicator_id": "indicator", "risk_id": "risk"}
"""Columns whose record calls its field otherwise."""


def tables_of(dataset: Dataset) -> dict[str, DataFrame]:
    """The tables that have rows, by name, and the settings as `report`.

    Dates are datetimes, yes and no are booleans, whole numbers are Int64; figures are Decimals with their digits as typed, or
    text where a marker, a qualifier or a word stands with them. Nothing is None, NaT or NA.
    """
    from pandas import DataFrame

    rows = rows_of(dataset)
    frames = {table.name: _frame(table, rows[table.name]) for table in TABLES_OF_REPORT if rows[table.name]}
    if dataset.record:
        frames[RECORD] = DataFrame({"record": [write_record(dataset.record)]})
    for name, schemes in zip(SCHEME_FRAMES, (dataset.schemes, dataset.risk_schemes), strict=True):
        if schemes:
            frames[name] = DataFrame([(each.name, each.text) for each in schemes], columns=list(SCHEME_COLUMNS))
    return {"report": DataFrame(list(settings_of(dataset)), columns=["part", "key", "value"]), **frames}


def rows_of(dataset: Dataset) -> dict[str, list[Row]]:
    """The rows of every table by its name, each with its cells by column; None for an empty one."""
    return {table.name: list(GIVERS[table.name](dataset)) for table in TABLES_OF_REPORT}


def _frame(table: TableSpec, rows: list[Row]) -> DataFrame:
    """The rows as a frame with the table's columns, those of further series after them, in types that suit each kind."""
    from pandas import DataFrame, to_datetime

    names = dict.fromkeys([*table.names, *(name for row in rows for name in row)])
    frame = DataFrame([{name: row.get(name) for name in names} for row in rows], columns=list(names), dtype=object)
    for column in table.columns:
        if column.kind == "date":
            frame[column.name] = to_datetime(frame[column.name])
        elif column.kind == "whole":
            frame[column.name] = frame[column.name].astype("Int64")
        elif column.kind == "yes":
            frame[column.name] = frame[column.name].astype(bool)
    return frame


def settings_of(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """Part, key and value of every setting that says anything."""
    info = dataset.info
    for setting in SETTINGS:
        if setting.part in ("report", "ratings") and (text := str(getattr(info, FIELDS.get(setting.name, setting.name)))):
            yield setting.part, setting.name, text
    yield from (("direction", one.name, _said(getattr(info.travel, one.name))) for one in fields(info.travel))
    small = info.small_numbers
    yield from (("small_numbers", one.name, _said(what)) for one in fields(small) if (what := getattr(small, one.name)) is not None)
    yield from (("cover", key, text) for key, text in info.cover.items())
    if info.outline:
        yield "outline", "order", " | ".join(info.outline)


def _said(setting: object) -> str:
    """A setting as a cell holds it."""
    return ("yes" if setting else "no") if isinstance(setting, bool) else str(setting)


def _plain(what: object) -> object:
    """A field as a cell holds it: nothing for "" and for the ends of time, a list with bars, a figure as a number if it is only that."""
    if isinstance(what, tuple):
        return " | ".join(map(str, what)) or None
    if isinstance(what, Value):
        bare = what.number is not None and not what.markers and not what.qualifier
        return what.number if bare else value_text(what) or None
    return None if what in ("", dt.date.min, dt.date.max) else what


def _fields(record: Any, table: str) -> Row:  # noqa: ANN401 - any record of the dataset
    names = {one.name for one in fields(record)}
    columns = next(spec for spec in TABLES_OF_REPORT if spec.name == table).names
    return {name: _plain(getattr(record, RENAMED.get(name, name))) for name in columns if RENAMED.get(name, name) in names}


def _simple(table: str, records: Callable[[Dataset], Iterable[Any]]) -> Callable[[Dataset], Iterator[Row]]:
    """What gives the rows of a table whose columns are its records' fields."""
    return lambda dataset: (_fields(record, table) for record in records(dataset))


def _officers(officers: tuple[tuple[str, str], ...]) -> Row:
    """Columns of the officers, each in the first column that is left for its label."""
    row: Row = {}
    columns = list(OFFICERS)
    for label, name in officers:
        own = next((index for index, (_, usual, _) in enumerate(columns) if usual == label), 0)
        column, usual, _ = columns[own]
        row |= {column: name, f"{column}_label": None if label == usual else label}
        columns = columns[own + 1 :]
    return row


def _directorates(dataset: Dataset) -> Iterator[Row]:
    own = {section.slug: section for section in dataset.sections if section.slug == section.directorate}
    for one in dataset.directorates:
        committee = own[one.slug].committee if one.slug in own else ""
        yield {**_fields(one, "directorates"), **_officers(one.officers), "committee": committee or None}


def _sections(dataset: Dataset) -> Iterator[Row]:
    divided = {section.directorate for section in dataset.sections if section.slug != section.directorate}
    for one in dataset.sections:
        if one.slug != one.directorate or one.directorate in divided or _differs(one, dataset):
            yield {**_fields(one, "sections"), **_officers(one.officers)}


def _differs(section: ReportSection, dataset: Dataset) -> bool:
    """Whether a directorate's only section says more than the directorate."""
    owner = next(one for one in dataset.directorates if one.slug == section.directorate)
    return (section.title, section.officers, section.order) != (owner.title, owner.officers, owner.order)


def _observations(dataset: Dataset) -> Iterator[Row]:
    for one in dataset.observations:
        names = {"indicator_id": one.indicator, "period_label": one.period.label, "period_end": one.period.end}
        texts = {"published_rating": one.published_rating, "note": one.note or None}
        yield {**names, **_figures(one), **texts}


def _figures(one: Observation) -> Row:
    values = dict(one.values)
    return {name: _plain(value) for name, value in values.items()} | {
        f"{name}_note": value.note for name, value in values.items() if value.note
    }


def _periods(dataset: Dataset) -> Iterator[Row]:
    """Periods whose full label is not what their label says."""
    for one in dataset.observations:
        if one.period.spoken != spoken(one.period.label):
            yield {"label": one.period.label, "end": one.period.end, "indicator_id": one.indicator, "spoken": one.period.spoken}


def _restatements(dataset: Dataset) -> Iterator[Row]:
    """What was restated with its reason; one without a reason has no row, as it had none."""
    return ({**_fields(each, "restatements"), "published": each.was} for each in dataset.restatements if each.reason)


def _overrides(dataset: Dataset) -> Iterator[Row]:
    return ({**_fields(one, "overrides"), "rating": one.rating or "not rated"} for one in dataset.overrides)


def _cells(dataset: Dataset) -> Iterator[Row]:
    for table in dataset.tables:
        for row in table.rows:
            for index, cell in enumerate(row.cells):
                place = {
                    "table_id": table.id,
                    "row_group": row.group or None,
                    "row": row.label,
                    "row_kind": row.kind,
                    "row_note": row.note or None,
                }
                yield {**place, **_heading(table, index), **(_cell(cell) if cell else {})}


def _heading(table: DataTable, index: int) -> Row:
    return {"spanner": table.spanners[index] or None if table.spanners else None, "column": table.columns[index]}


def _cell(cell: DataCell) -> Row:
    comparator = cell.comparator and _plain(cell.comparator)
    note = cell.value.note or None
    return {"value": _plain(cell.value), "comparator": comparator, "unit": cell.unit, "people": cell.people, "note": note}


def _phrases(dataset: Dataset) -> Iterator[Row]:
    return ({"key": ".".join(filter(None, (one.key, one.case))), "words": one.words} for one in dataset.phrases)


GIVERS: Mapping[str, Callable[[Dataset], Iterator[Row]]] = {
    "directorates": _directorates,
    "sections": _sections,
    "indicators": _simple("indicators", lambda dataset: (*dataset.indicators, *dataset.ended)),
    "observations": _observations,
    "periods": _periods,
    "series": _simple("series", lambda dataset: dataset.series),
    "floors": _simple("floors", lambda dataset: dataset.floors),
    "previous_ratings": _simple("previous_ratings", lambda dataset: dataset.previous),
    "restatements": _restatements,
    "overrides": _overrides,
    "risks": _simple("risks", lambda dataset: dataset.risks),
    "risk_actions": _simple("risk_actions", lambda dataset: dataset.actions),
    "stated_totals": _simple("stated_totals", lambda dataset: dataset.stated),
    "tables": _simple("tables", lambda dataset: dataset.tables),
    "table_cells": _cells,
    "links": _simple("links", lambda dataset: dataset.links),
    "phrases": _phrases,
}
"""What gives the rows of each table."""
