"""Figures as analysts lay them out, long (a row for each period) or wide (a column for each), as one kind of record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from papers.dataset import Observation, Period
from papers.errors import Place
from papers.intake.columns import OBSERVATIONS, PERIODS, WIDE, Column
from papers.intake.findings import Findings, hint
from papers.intake.grids import Grid, Line, Record, column_name, folded, read_field, read_lines, read_rows
from papers.intake.periods import end_of, month_and_year, spoken
from papers.intake.quick import QuickRows
from papers.intake.relations import Reading, check_names
from papers.intake.values import Parsed, Raw, Refused, label
from papers.intake.vocabulary import BUILT_IN

NOTE = "_note"
"""The end of the name of a column of footnotes: `actual_note`."""

TEXTS = ("published_rating", "note")
"""What a period may have beside figures."""

KEYS = ("indicator_id", "period_label", "period_end")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file says of one indicator in one period: fields by series, each with the place of its cell."""

    indicator: str
    label: str
    end: dt.date
    fields: Mapping[str, Any]
    places: Mapping[str, Place]
    place: Place


@dataclass(frozen=True, slots=True)
class Calendar:
    """The last days and full labels that the table `periods` gives, by label and indicator ("" for every one)."""

    ends: Mapping[tuple[str, str], dt.date]
    full: Mapping[tuple[str, str], str]

    @property
    def own(self) -> frozenset[str]:
        """The labels that mean another period for some indicator."""
        return frozenset(label for label, indicator in self.ends if indicator)

    def end(self, period: str, indicator: str) -> dt.date | None:
        """The last day of the period so labelled; None where neither the table nor the label says it."""
        return self.ends.get((period, indicator)) or self.ends.get((period, "")) or end_of(period)

    def spoken(self, period: str, indicator: str) -> str:
        """The label in full."""
        return self.full.get((period, indicator)) or self.full.get((period, "")) or spoken(period)


def read_calendar(reading: Reading) -> Calendar:
    """The table `periods`."""
    ends, full = {}, {}
    for record in reading.sound("periods"):
        name = _label(record["label"], record["end"], record.at("label"), reading.findings) or ""
        key = (name, record.text("indicator_id"))
        ends[key] = record["end"]
        if record.text("spoken"):
            full[key] = record.text("spoken")
    return Calendar(ends, full)


def read_layout(grid: Grid, declared: frozenset[str], calendar: Calendar, reading: Reading) -> tuple[Seen | Observation, ...]:
    """What the grid says, period by period, in its own order; whole observations where that is plain. `declared` are the names of series beyond the built-in ones."""
    names = set(map(folded, grid.header))
    wide = "series" in names and "period_label" not in names
    figures = {name: Column(name, "value", "") for name in (*BUILT_IN, *sorted(declared))}
    columns = figures | {name + NOTE: Column(name + NOTE, "text", "") for name in figures}
    return tuple(_Wide(grid, columns, calendar, reading).seen() if wide else _long(grid, columns, calendar, reading))


def _label(raw: Raw, end: dt.date | None, place: Place, findings: Findings) -> str | None:
    """The period's label; None, and a problem, where the cell can't be read."""
    parsed = read_field(raw, PERIODS.columns[0], place, findings, partial(_read_label, end=end))
    return str(parsed.what) if parsed else None


def _read_label(raw: Raw, column: Column, end: dt.date | None) -> Parsed:
    return label(raw, end, column)


def _long(grid: Grid, columns: Mapping[str, Column], calendar: Calendar, reading: Reading) -> Iterator[Seen | Observation]:
    further = {name: column for name, column in columns.items() if name not in OBSERVATIONS.names}
    rows = read_lines(grid, OBSERVATIONS, reading.findings, further, partial(_quick, grid, calendar, reading))
    check_names(reading, "indicator_id", "indicators", (row for row in rows if isinstance(row, Record)))
    for record in rows:
        if isinstance(record, Observation):
            yield record
            continue
        period = _period(record, calendar, reading.findings) if record["indicator_id"] and record["period_label"] else None
        if period:
            fields = {name: what for name, what in record.fields.items() if what is not None and name not in KEYS}
            yield Seen(record["indicator_id"], *period, fields, {name: record.at(name) for name in fields}, record.place)


def _quick(grid: Grid, calendar: Calendar, reading: Reading, columns: Mapping[int, Column]) -> Callable[[Line], Observation | None]:
    """What reads the plain rows of the grid."""
    quick = QuickRows(columns, grid.place, reading.known("indicators"), calendar.own, partial(_plain_period, calendar))
    return partial(quick.read, width=len(grid.header))


def _plain_period(calendar: Calendar, raw: Raw, given: dt.date | None, indicator: str) -> Period | None:
    """The period of a label; None where anything is to be said about it."""
    try:
        parsed = label(raw, given, PERIODS.columns[0])
    except Refused:
        return None
    end = given or calendar.end(parsed.what, indicator)
    said = month_and_year(parsed.what)
    if parsed.habits or not parsed.what or end is None or (given and said and said != (end.year, end.month)):
        return None
    return Period(parsed.what, end, calendar.spoken(parsed.what, indicator))


def _period(record: Record, calendar: Calendar, findings: Findings) -> tuple[str, dt.date] | None:
    """Label and last day of a row's period; None, and a problem, where either can't be told."""
    end: dt.date | None = record["period_end"]
    place = record.at("period_label")
    name = _label(record["period_label"], end, place, findings)
    if name is None or (end is None and record.raw.get("period_end")):
        return None
    if end is None:
        end = calendar.end(name, record["indicator_id"])
        if end is None:
            findings.add("unreadable-period", place, value=name)
    elif (said := month_and_year(name)) and said != (end.year, end.month):
        findings.add("label-and-end-differ", place, value=name, data=end.isoformat())
    return (name, end) if end else None


class _Wide:
    """One reading of a wide grid."""

    def __init__(self, grid: Grid, columns: Mapping[str, Column], calendar: Calendar, reading: Reading) -> None:
        self.grid, self.calendar, self.reading, self.findings = grid, calendar, reading, reading.findings
        self.columns = dict(columns) | {name: Column(name, "text", "") for name in TEXTS}
        self.headers = {folded(cell): cell for cell in grid.header if folded(cell) not in ("", *WIDE.names)}

    def seen(self) -> Iterator[Seen]:
        """What each indicator's rows say, period by period."""
        records = read_rows(self.grid, WIDE, self.findings, {name: Column(name, "period", "") for name in self.headers})
        check_names(self.reading, "indicator_id", "indicators", records)
        self._check_series(records)
        labels = {name: _label(cell, None, self._at(name), self.findings) for name, cell in self.headers.items()}
        by_indicator: dict[str, list[Record]] = {}
        for record in records:
            if record["indicator_id"] and record["series"] in self.columns:
                by_indicator.setdefault(record["indicator_id"], []).append(record)
        for name, text in labels.items():
            if text is not None:
                yield from self._of_column(name, text, by_indicator)

    def _at(self, name: str) -> Place:
        return replace(self.grid.place, row=self.grid.header_row, column=column_name(self.headers[name]))

    def _check_series(self, records: tuple[Record, ...]) -> None:
        """Each row names a series that there is, once for an indicator."""
        first: dict[tuple[str, str], Record] = {}
        for record in records:
            indicator, name = record["indicator_id"], record["series"]
            if not indicator or not name:
                continue
            earlier = first.setdefault((indicator, name), record)
            if name not in self.columns:
                self.findings.add("unknown-series", record.at("series"), indicator=indicator, value=name, hint=hint(name, self.columns))
            elif earlier is not record:
                self.findings.add("duplicate-name", record.at("series"), value=f"{indicator} {name}", first=earlier.place.row)

    def _of_column(self, name: str, text: str, by_indicator: Mapping[str, list[Record]]) -> Iterator[Seen]:
        """What every indicator has in the period of this column. A period without a last day is reported once."""
        ends = {indicator: self.calendar.end(text, indicator) for indicator, rows in by_indicator.items() if any(row[name] for row in rows)}
        if None in ends.values():
            self.findings.add("unreadable-period", self._at(name), value=text)
        for indicator, end in ends.items():
            cells = dict(self._cells(by_indicator[indicator], name))
            if end and cells:
                fields = {series: what for series, (what, _) in cells.items()}
                places = {series: place for series, (_, place) in cells.items()}
                yield Seen(indicator, text, end, fields, places, next(iter(places.values())))

    def _cells(self, rows: list[Record], name: str) -> Iterator[tuple[str, tuple[Any, Place]]]:
        """Each row's field in this column, and its place."""
        for record in rows:
            raw, column = record[name], self.columns[record["series"]]
            place = record.at(column_name(self.headers[name]))
            parsed = read_field(raw, column, place, self.findings) if raw is not None else None
            if parsed:
                yield column.name, (parsed.what, place)
