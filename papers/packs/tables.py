"""A table of an agenda's file read by its schema: each key held against what it takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from papers.errors import Place
from papers.intake.findings import Findings, hint
from papers.packs.schema import TABLES, TAKES, Key


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table stands: its name, which item and paper it is (from 1; 0 for none), and the lines of its keys."""

    name: str
    item: int
    paper: int
    folder: Path
    file: Place
    lines: Mapping[tuple[str, int, int, str], int]
    findings: Findings

    def at(self, key: str, block: str | None = None) -> Place:
        """The place of a key, or of the table itself where the key is not written."""
        own = (self.name, self.item, self.paper)
        row = self.lines.get((*own, key), self.lines.get((*own, "")))
        return replace(self.file, row=row, column=key or None, block=block)

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
    keys = {key.name: key for key in TABLES[name]}
    found: dict[str, Any] = {}
    for given, what in row.items():
        if given not in keys:
            table.findings.add("agenda-unknown-key", table.at(given), value=given, hint=hint(given, keys))
            continue
        value = _value(keys[given], what, table.folder)
        if value is None:
            table.findings.add("agenda-wrong-value", table.at(given), value=str(what), key=given, takes=_takes(keys[given]))
        elif value != "":
            found[given] = value
    for key in keys.values():
        if key.required and key.name not in found and (key.name not in row or row[key.name] == ""):
            table.findings.add("agenda-missing-key", table.at(""), key=key.name, meaning=key.meaning, example=key.example)
    return found


def _takes(key: Key) -> str:
    return ", ".join(key.choices[:-1]) + " or " + key.choices[-1] if key.choices else TAKES[key.takes]


def _value(key: Key, what: Any, folder: Path) -> Any:  # noqa: ANN401 - TOML holds values of many types
    """What the key holds, as its record has it; None where it takes something else."""
    match key.takes:
        case "text":
            return " ".join(what.split()) if isinstance(what, str) else None
        case "choice":
            return what if what in key.choices else None
        case "yes":
            return what if isinstance(what, bool) else None
        case "whole":
            return what if type(what) is int and what >= 0 else None
        case "date":
            return what if type(what) is dt.date else None
        case "file":
            return folder / what if isinstance(what, str) and what.strip() else None
        case "texts":
            return tuple(what) if isinstance(what, list) and all(isinstance(each, str) for each in what) else None
        case "numbers":
            listed = what if isinstance(what, list) else [what]
            return tuple(listed) if all(type(each) is int for each in listed) else None
