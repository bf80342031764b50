"""An agenda as it is written, in TOML or a workbook, and its tables read by their schema: each key held against what it takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from papers.errors import Place
from papers.intake.findings import Findings, hint
from papers.metrics import face, missing
from papers.packs.schema import TABLES, Key
from papers.packs.stamping import FONT

YEARS = range(1900, 2200)
"""Years in which a meeting can be: further off its clear days would take long to count."""
UNPRINTED = ("alt", "paper", "language")
"""Texts that no page shows."""

At = tuple[str, int, int, str]
"""A key of a table: the table's name, which item and which paper it is (from 1; 0 for none), and the key ("" for the table itself)."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a file says: its tables as TOML has them, where each key stands, and whether it is a workbook."""

    tables: Mapping[str, Any]
    file: Place
    places: Mapping[At, Place]
    in_cells: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table stands: its name, which item and paper it is (from 1; 0 for none), and the file that it is written in."""

    name: str
    item: int
    paper: int
    folder: Path
    written: Written
    findings: Findings

    def at(self, key: str, block: str | None = None) -> Place:
        """The place of a key, or of the table itself where the key is not written."""
        places, own = self.written.places, (self.name, self.item, self.paper)
        above = places.get(("items", self.item, 0, ""), self.written.file)  # where a paper is written within its item's own table
        usual = replace(places.get((*own, ""), above), column=key or None)
        return replace(places.get((*own, key), usual), block=block)

    def holds(self, key: str) -> bool:
        """Whether the key is written there, even without a value."""
        return (self.name, self.item, self.paper, key) in self.written.places

    def tables(self, rows: object) -> Iterator[Mapping[str, Any]]:
        """Every table of a list of them; a problem where it is none."""
        listed = rows if isinstance(rows, list) else [rows]
        for row in listed:
            if isinstance(row, dict):
                yield row
            else:
                self.findings.add("agenda-wrong-value", self.at(""), value=str(row), key="this", takes="a table of its own")


def taken(name: str, row: object, table: Table) -> dict[str, Any]:
    """The keys of the table that hold what they should; problems for all others, and for those that are missing."""
    if not isinstance(row, dict):
        table.findings.add("agenda-wrong-value", table.at(""), value=str(row), key=name, takes="a table of its own")
        return {}
    keys, in_cells = {key.name: key for key in TABLES[name]}, table.written.in_cells
    found: dict[str, Any] = {}
    for given, what in row.items():
        if given not in keys:
            table.findings.add("agenda-unknown-key", table.at(given), value=given, hint=hint(given, keys))
            continue
        value = _value(keys[given], what, table.folder)
        if value is None:
            table.findings.add(
                "agenda-wrong-value", table.at(given), value=str(what), key=given, takes=keys[given].taken(in_cells=in_cells)
            )
        elif value != "":
            found[given] = value
            _check_characters(given, value, table)
    for key in keys.values():
        if key.required and key.name not in found and (key.name not in row or row[key.name] == ""):
            place = table.at(key.name if table.holds(key.name) else "")
            table.findings.add("agenda-missing-key", place, key=key.name, meaning=key.meaning, example=key.shown(in_cells=in_cells))
    return found


def _check_characters(key: str, value: object, table: Table) -> None:
    """Every character that is printed must have a glyph; the item's number also in the font of stamps, which is one alone."""
    texts = [value] if isinstance(value, str) else [each for each in value if isinstance(each, str)] if isinstance(value, tuple) else []
    lacking = set(missing(texts))
    if key == "number":
        lacking |= {each for each in set("".join(texts)) if not face(FONT, bold=True).covers(each)}
    for each in sorted(lacking) if key not in UNPRINTED else ():
        table.findings.add("character-without-glyph", table.at(key), value=each, point=f"U+{ord(each):04X}")


def _value(key: Key, what: Any, folder: Path) -> Any:  # noqa: ANN401 - TOML holds values of many types
    """What the key holds, as its record has it; None where it takes something else."""
    match key.takes:
        case "text":
            return " ".join(what.split()) if isinstance(what, str) else None
        case "choice":
            return next(
                (word for word in key.choices if isinstance(what, str) and word.casefold() == " ".join(what.casefold().split())), None
            )
        case "yes":
            return what if isinstance(what, bool) else None
        case "whole":
            return what if type(what) is int and 0 <= what <= key.most else None
        case "date":
            return what if type(what) is dt.date and what.year in YEARS else None
        case "file":
            return folder / what.strip().replace("\\", "/") if isinstance(what, str) and what.strip() else None
        case "texts":
            return tuple(what) if isinstance(what, list) and all(isinstance(each, str) for each in what) else None
        case "numbers":
            listed = what if isinstance(what, list) else [what]
            return tuple(listed) if all(type(each) is int for each in listed) else None


def tables_as_json(tables: Mapping[str, Any]) -> dict[str, Any]:
    """An agenda's tables as JSON has them: days as texts."""
    return {name: _as_json(value) for name, value in tables.items()}


def _as_json(value: Any) -> Any:  # noqa: ANN401 - TOML holds values of many types
    if isinstance(value, Mapping):
        return tables_as_json(value)
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def tables_of_json(said: Mapping[str, Any], name: str = "") -> dict[str, Any]:
    """The tables that `tables_as_json` wrote, `name` being that of the table."""
    days = {key.name for key in TABLES.get(name, ()) if key.takes == "date"}
    return {key: dt.date.fromisoformat(value) if key in days else _of_json(value, key) for key, value in said.items()}


def _of_json(value: Any, name: str) -> Any:  # noqa: ANN401 - JSON holds values of many types
    if isinstance(value, list):
        return [_of_json(each, name) for each in value]
    return tables_of_json(value, name) if isinstance(value, Mapping) else value
