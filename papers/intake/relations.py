"""What must hold between tables: they are there, names stand once, and names that refer to others lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from papers.errors import Place
from papers.intake.columns import BY_NAME, TABLES_OF_REPORT
from papers.intake.findings import Findings, hint, nearest
from papers.intake.grids import Grid, Record, read_rows
from papers.intake.vocabulary import BUILT_IN

REFERENCES = {
    "directorates": "unknown-directorate",
    "sections": "unknown-section",
    "indicators": "unknown-indicator",
    "risks": "unknown-risk",
    "tables": "unknown-table",
}
"""The kind of problem of a name that is not in the table it refers to."""

UNIQUE: dict[str, tuple[str, ...]] = {
    "directorates": ("slug",),
    "sections": ("slug",),
    "indicators": ("id",),
    "series": ("indicator_id", "name"),
    "previous_ratings": ("indicator_id",),
    "risks": ("id",),
    "stated_totals": ("subject", "measure"),
    "tables": ("id",),
    "periods": ("label", "indicator_id"),
}
"""Columns that together may stand once in a table."""


@dataclass(slots=True)
class Reading:
    """The tables' rows on their way to records. `names` holds the first row of each name by table."""

    findings: Findings
    grids: Mapping[str, Grid]
    spoilt: frozenset[str]
    shape: str = "{name}.csv"
    strangers: tuple[str, ...] = ()
    """Names that were given and are no tables: a missing table may be among them."""
    records: dict[str, tuple[Record, ...]] = field(default_factory=dict)
    names: dict[str, dict[str, Record]] = field(default_factory=dict)

    def read(self, name: str) -> tuple[Record, ...]:
        """The rows of the table, read once; none where it is not there."""
        if name not in self.records:
            grid = self.grids.get(name)
            self.records[name] = read_rows(grid, BY_NAME[name], self.findings) if grid else ()
        return self.records[name]

    def sound(self, name: str) -> Iterator[Record]:
        """The rows without a mistake."""
        return (record for record in self.read(name) if not record.broken)

    def is_unsure(self, name: str) -> bool:
        """Whether nothing can be said about the names in the table, because it is needed and not there, or could not be read."""
        if name in self.spoilt:
            return True
        rows = self.read(name)
        return any(BY_NAME[name].columns[0].name not in record.raw for record in rows) if rows else BY_NAME[name].required

    def is_whole(self, name: str) -> bool:
        """Whether every row of the table is sound, so that they can be counted."""
        return not any(record.broken for record in self.read(name))

    def report_missing(self, name: str, place: Place) -> None:
        """Say that a table is not there, what to add, and what may be meant for it."""
        near = nearest(name, self.strangers)
        called = f": is it {near}?" if near else ""
        self.findings.add("missing-table", place, name=name, file=self.shape.format(name=name), hint=called)

    def known(self, name: str) -> dict[str, Record]:
        """The rows of the table by the name in their first column, broken ones included."""
        if name not in self.names:
            key = BY_NAME[name].columns[0].name
            self.names[name] = {str(record.raw.get(key, "")).strip(): record for record in reversed(self.read(name))}
        return self.names[name]


def check_all(reading: Reading) -> None:
    """Every check between tables, and within one row."""
    check_tables(reading)
    check_unique(reading)
    check_references(reading)
    check_section_names(reading)
    check_indicators(reading)
    check_shares(reading)


def check_tables(reading: Reading) -> None:
    """Required tables are there and have rows."""
    for table in TABLES_OF_REPORT:
        if not table.required or table.name in reading.spoilt:
            continue
        grid = reading.grids.get(table.name)
        if grid is None:
            reading.report_missing(table.name, Place())
        elif not grid.rows:
            reading.findings.add("table-without-rows", grid.place, name=table.name, what=table.name.removesuffix("s"))


def check_unique(reading: Reading) -> None:
    """What must stand once stands once."""
    for name, columns in UNIQUE.items():
        first: dict[tuple[str, ...], Record] = {}
        for record in reading.read(name):
            key = tuple(str(record.raw.get(column, "")).strip().casefold() for column in columns)
            if not all(key[:1]):
                continue
            earlier = first.setdefault(key, record)
            if earlier is not record:
                told = " ".join(str(record.raw.get(column, "")).strip() for column in columns)
                reading.findings.add("duplicate-name", record.at(columns[-1]), value=told.strip(), first=earlier.place.row)


def check_references(reading: Reading) -> None:
    """Every name that refers to another table is in it. A table that is missing altogether is named once."""
    for table in TABLES_OF_REPORT:
        for column in table.columns:
            if column.refers and table.name != "observations":
                check_names(reading, column.name, column.refers, reading.read(table.name))


def check_names(reading: Reading, column: str, refers: str, records: Iterable[Record]) -> None:
    """The names in this column of the records are in the table that they refer to."""
    known = section_slugs(reading) if refers == "sections" else reading.known(refers).keys()
    if any(map(reading.is_unsure, ("directorates", "sections") if refers == "sections" else (refers,))):
        return
    lost = [record for record in records if record[column] and record[column] not in known]
    if lost and not known:
        reading.report_missing(refers, lost[0].at(column))
        return
    for record in lost:
        reading.findings.add(REFERENCES[refers], record.at(column), value=record[column], hint=hint(record[column], sorted(known)))


def section_slugs(reading: Reading) -> set[str]:
    """Slugs that an indicator may stand in: sections, and directorates that list none."""
    divided = {str(record.raw.get("directorate", "")).strip() for record in reading.read("sections")}
    return {*reading.known("sections"), *(reading.known("directorates").keys() - divided)}


def check_section_names(reading: Reading) -> None:
    """No section takes the slug of a directorate that is its own section."""
    divided = {str(record.raw.get("directorate", "")).strip() for record in reading.read("sections")}
    for slug, record in reading.known("sections").items():
        owner = reading.known("directorates").get(slug)
        if owner and slug not in divided:
            reading.findings.add("duplicate-name", record.at("slug"), value=slug, first=owner.place.row)


def check_shares(reading: Reading) -> None:
    """The series that a share is told of are series of its indicator."""
    declared = {(record["indicator_id"], record["name"]) for record in reading.read("series")}
    for one in reading.read("indicators"):
        for column in ("numerator", "denominator"):
            name = one.text(column)
            if name and (one["id"], name) not in declared and not reading.is_unsure("series"):
                own = [series for owner, series in declared if owner == one["id"]]
                reading.findings.add("unknown-series", one.at(column), indicator=one["id"], value=name, hint=hint(name, own))


def check_indicators(reading: Reading) -> None:
    """What must hold within one indicator's row, and that the measure it is rated on is one of its series."""
    declared = {(record["indicator_id"], record["name"]) for record in reading.read("series")}
    for one in reading.read("indicators"):
        if one["direction"] and not one["direction_reason"]:
            reading.findings.add("direction-without-reason", one.at("direction_reason"))
        if one["rated"] is False and not one["unrated_reason"]:
            reading.findings.add("unrated-without-reason", one.at("unrated_reason"))
        measure = one.text("measure") or "actual"
        if measure not in BUILT_IN and (one["id"], measure) not in declared and not reading.is_unsure("series"):
            own = [name for owner, name in declared if owner == one["id"]]
            reading.findings.add("unknown-series", one.at("measure"), indicator=one["id"], value=measure, hint=hint(measure, own))
