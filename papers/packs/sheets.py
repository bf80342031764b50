"""An agenda out of a workbook: the sheets meeting, items and papers as the tables that TOML would have, each cell with its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from papers.errors import Place
from papers.intake.columns import Column
from papers.intake.findings import Findings, hint
from papers.intake.grids import Grid, column_name, folded, says
from papers.intake.sources import read_bytes
from papers.intake.values import YES, Raw, Refused, read_date
from papers.intake.workbooks import read_workbook
from papers.packs.schema import ITEM, MEETING, PACK, PAPER, Key, Takes
from papers.packs.tables import At, Written

KEY, VALUE, NOTE, OF = "key", "value", "note", "item"
"""Columns: those of the sheet of the meeting, and the one that says to which item a paper belongs."""
SHEETS: Mapping[str, tuple[str, ...]] = {
    "meeting": (KEY, VALUE, NOTE),
    "items": tuple(key.name for key in ITEM),
    "papers": (OF, *(key.name for key in PAPER)),
}
"""The sheets of an agenda with their columns."""

CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?")
NUMBERS = re.compile(r"\d+(?:\s*(?:,|;|and)\s*\d+)*")
WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)
DAY = Column("date", "date", "a day")


def written_in_sheets(path: Path, findings: Findings) -> Written:
    """What the workbook says. What can't be read of it goes to the findings; a cell that holds the wrong kind stays as it is."""
    place = Place(file=path.name)
    data = read_bytes(path, path.name, findings)
    book = read_workbook(data, path.name, findings, SHEETS) if data is not None else None
    grids = book.grids if book else {}
    for name in ("meeting", "items") if book else ():
        if name not in grids:
            findings.add("agenda-no-sheet", place, name=name)
    findings.stop_on_errors()
    sheets = _Sheets(findings)
    tables = sheets.meeting(grids["meeting"])
    tables["items"] = sheets.items(grids["items"], grids.get("papers"))
    return Written(tables, place, sheets.places, in_cells=True)


class _Sheets:
    """Reads the sheets one after the other, and keeps the place of every key."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.places: dict[At, Place] = {}

    def meeting(self, grid: Grid) -> dict[str, Any]:
        """The tables agenda and pack, whose keys have a row each; a list's key may have several."""
        known = {key.name: (table, key) for table, keys in (("agenda", MEETING), ("pack", PACK)) for key in keys}
        found: dict[str, dict[str, Any]] = {"agenda": {}, "pack": {}}
        for row in _rows(grid, SHEETS["meeting"], (KEY, VALUE), self.findings):
            name, place = folded(row.cells.get(KEY, "")), row.at(VALUE)
            if name not in known:
                self.findings.add("agenda-unknown-key", row.at(KEY), value=str(row.cells.get(KEY, "")), hint=hint(name, known))
                continue
            table, key = known[name]
            value = typed(key, row.cells.get(VALUE, ""))
            if name in found[table] and not isinstance(value, list):
                self.findings.add("agenda-key-twice", place, value=name)
            elif value != "":
                found[table][name] = [*found[table].get(name, []), *value] if isinstance(value, list) else value
            self.places.setdefault((table, 0, 0, name), place)
        return dict(found)

    def items(self, items: Grid, papers: Grid | None) -> list[dict[str, Any]]:
        """The table items, each with its papers, in the order of rows."""
        found: list[dict[str, Any]] = []
        for row in _rows(items, SHEETS["items"], ("number", "title"), self.findings):
            found.append({**self._fields(row, ITEM, ("items", len(found) + 1, 0)), "papers": []})
        places = {str(each.get("number", "")): n for n, each in enumerate(found, 1)}
        for row in _rows(papers, SHEETS["papers"], (OF, "title"), self.findings) if papers else ():
            number = str(row.cells.get(OF, "")).strip()
            if number not in places:
                self.findings.add("agenda-no-such-item", row.at(OF), value=number, hint=hint(number, places))
                continue
            own = found[places[number] - 1]["papers"]
            own.append(self._fields(row, PAPER, ("items.papers", places[number], len(own) + 1)))
        return found

    def _fields(self, row: _Row, keys: Collection[Key], table: tuple[str, int, int]) -> dict[str, Any]:
        self.places[(*table, "")] = row.place
        self.places.update({(*table, name): row.at(name) for name in row.cells})
        return {key.name: typed(key, row.cells[key.name]) for key in keys if key.name in row.cells}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its cells that say something, by column, and where it stands."""

    place: Place
    cells: Mapping[str, Raw]

    def at(self, column: str) -> Place:
        """The place of the cell in that column."""
        return replace(self.place, column=column)


def _rows(grid: Grid, columns: Collection[str], needed: Collection[str], findings: Findings) -> Iterator[_Row]:
    """The rows of a sheet; none where a needed column is missing. What is wrong with the header is told once."""
    names = [folded(cell) for cell in grid.header]
    header = replace(grid.place, row=grid.header_row)
    grid.report_title(findings)
    for n, name in enumerate(names):
        if name and name not in columns:
            shown = column_name(grid.header[n])
            findings.add("agenda-unknown-key", replace(header, column=shown), value=shown, hint=hint(name, set(columns) - set(names)))
        elif name in names[:n] and name:
            findings.add("duplicate-column", replace(header, column=name), value=name)
    missing = [name for name in needed if name not in names]
    for name in missing:
        findings.add("missing-column", header, name=name, hint="")
    for number, cells in grid.rows if not missing else ():
        found = {name: cell for name, cell in zip(names, cells, strict=False) if says(cell)}
        place = replace(grid.place, row=number)
        beyond = [cell for n, cell in enumerate(cells) if says(cell) and not (n < len(names) and names[n])]
        if beyond:
            findings.add("extra-cells", place, count=f"{len(beyond)} cell{'s' if len(beyond) > 1 else ''}")
        yield _Row(place, {name: cell for name, cell in found.items() if name in columns})


def typed(key: Key, raw: Raw) -> Any:  # noqa: ANN401 - as TOML holds values of many types
    """What the cell says, as TOML would have it; the cell itself where the key takes something else, which is then told of."""
    if isinstance(raw, str) and not raw.strip():
        return ""
    found = _READERS[key.takes](key, raw)
    return raw if found is None else found


def _text(key: Key, raw: Raw) -> str | None:
    if not isinstance(raw, str):
        return None
    clock = CLOCK.fullmatch(raw.strip()) if key.name == "time" else None
    return _hours(int(clock[1]), clock[2]) if clock else raw


def _hours(hour: int, minutes: str) -> str:
    """The time as agendas print it: "10.00 am", "2.30 pm"."""
    return f"{hour % 12 or 12}.{minutes} {'am' if hour < 12 else 'pm'}"


def _date(_: Key, raw: Raw) -> dt.date | None:
    try:
        found: dt.date = read_date(WEEKDAY.sub("", raw.strip()) if isinstance(raw, str) else raw, DAY).what
    except Refused:
        return None
    return found


def _whole(_: Key, raw: Raw) -> int | None:
    return int(raw) if isinstance(raw, str) and raw.strip().isdecimal() else None


def _yes(_: Key, raw: Raw) -> bool | None:
    return YES.get(raw.strip().casefold()) if isinstance(raw, str) else None


def _texts(_: Key, raw: Raw) -> list[str] | None:
    return [line.strip() for line in raw.splitlines() if line.strip()] if isinstance(raw, str) else None


def _numbers(_: Key, raw: Raw) -> list[int] | None:
    if not isinstance(raw, str) or not NUMBERS.fullmatch(raw.strip()):
        return None
    return [int(each) for each in re.findall(r"\d+", raw)]


def _choice(key: Key, raw: Raw) -> str | None:
    text = " ".join(str(raw).casefold().split())
    return next((word for word in key.choices if word.casefold() == text), None)


_READERS: Mapping[Takes, Callable[[Key, Raw], Any]] = {
    "text": _text,
    "date": _date,
    "whole": _whole,
    "yes": _yes,
    "texts": _texts,
    "numbers": _numbers,
    "file": _text,
    "choice": _choice,
}
