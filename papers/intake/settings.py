"""The report's settings, out of report.toml or the sheet `report`, as a `ReportInfo`."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from papers.dataset import ReportInfo, SmallNumbers, TravelOptions
from papers.errors import NOWHERE, Place
from papers.intake.columns import REPORT_COLUMNS, SETTINGS, Column, Setting
from papers.intake.delimited import decoded
from papers.intake.findings import Findings, hint
from papers.intake.grids import Grid, folded, read_field, says
from papers.intake.periods import MONTHS
from papers.intake.values import Raw

ALWAYS_HEADED = {"from": "who it is from", "contact": "contact details"}
"""Fields of the cover report whose headings stand even over nothing."""

PARTS = tuple(dict.fromkeys(setting.part for setting in SETTINGS))
FIELDS = {"previous": "previous_report"}
"""Settings whose record calls its field otherwise."""

NAMES: dict[type, str] = {dict: "a part of its own", list: "a list", bool: "true or false", int: "a number", float: "a number"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of the settings with what it says and where it stands."""

    part: str
    key: str
    what: Any
    place: Place


def toml_entries(data: bytes, place: Place, findings: Findings) -> tuple[Entry, ...] | None:
    """The keys of report.toml; None, and a problem, where it can't be read."""
    text = decoded(data, place, findings)
    if text is None:
        return None
    try:
        parts = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        findings.add("not-toml", place, why=str(error).lower())
        return None
    rows = dict(_rows(text))
    return tuple(_toml_entries(parts, rows, place, findings))


def _toml_entries(parts: Mapping[str, Any], rows: Mapping[tuple[str, str], int], place: Place, findings: Findings) -> Iterator[Entry]:
    for part, keys in parts.items():
        if not isinstance(keys, dict):
            findings.add("unknown-key", replace(place, row=rows.get(("", part))), part="", value=part, hint=": put it under [report]")
            continue
        for key, what in keys.items():
            yield Entry(part, key, what, replace(place, row=rows.get((part, key)), column=f"[{part}] {key}"))


def _rows(text: str) -> Iterator[tuple[tuple[str, str], int]]:
    """The line of each key that stands alone on a line."""
    part = ""
    for row, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("[") and "]" in bare:
            part = bare[1 : bare.index("]")].strip()
        elif "=" in bare and not bare.startswith("#"):
            yield (part, bare.partition("=")[0].strip().strip('"')), row


def sheet_entries(grid: Grid, findings: Findings) -> tuple[Entry, ...]:
    """The rows of the sheet `report`, with its columns part, key and value. The list `order` has bars between its items."""
    grid.report_title(findings)
    names = [folded(cell) for cell in grid.header]
    missing = [name for name in REPORT_COLUMNS if name not in names]
    for name in missing:
        findings.add("missing-column", replace(grid.place, row=grid.header_row), name=name, hint="")
    return () if missing else tuple(_sheet_entries(grid, [names.index(name) for name in REPORT_COLUMNS]))


def _sheet_entries(grid: Grid, where: list[int]) -> Iterator[Entry]:
    for row, cells in grid.rows:
        part, key, what = (cells[index] if index < len(cells) else "" for index in where)
        yield Entry(str(part).strip(), str(key).strip(), what, replace(grid.place, row=row, column="value"))


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as read: `info` is None where something that a report needs is missing or wrong."""

    info: ReportInfo | None = None
    outline: tuple[str, ...] = ()
    outline_place: Place = NOWHERE
    previous_place: Place = NOWHERE


def read_settings(entries: tuple[Entry, ...], place: Place, own: Mapping[str, tuple[str, ...]], findings: Findings) -> Settings:
    """What the report says of itself. `own` are the names of the schemes that it brings with it, by the setting that may name them."""
    read: dict[tuple[str, str], Any] = {}
    for entry in entries:
        if entry.part not in PARTS:
            findings.add("unknown-part-of-report", entry.place, value=entry.part, hint=hint(entry.part, PARTS))
        elif setting := _setting(entry, findings):
            read[entry.part, entry.key] = _field(entry, setting, own.get(setting.name, ()), findings)
    missing = [setting for setting in SETTINGS if setting.required and read.get((setting.part, setting.name)) is None]
    given = {(entry.part, entry.key): entry for entry in entries}
    for setting in missing:
        empty = given.get((setting.part, setting.name))
        if empty is None or not str(empty.what).strip():
            findings.add("missing-key", empty.place if empty else place, name=setting.name, part=setting.part, meaning=setting.meaning)
    order, previous = given.get(("outline", "order")), given.get(("report", "previous"))
    if not missing:
        _check_cover(read, given, place, findings)
    places = (order.place if order else place, previous.place if previous else place)
    return Settings(None if missing else _info(read), read.get(("outline", "order")) or (), *places)


def _check_cover(read: Mapping[tuple[str, str], Any], given: Mapping[tuple[str, str], Entry], place: Place, findings: Findings) -> None:
    """The cover report has something to stand under each of its headings."""
    for name, what in ALWAYS_HEADED.items():
        if not read.get(("cover", name)) and not read.get(("report", name)):
            empty = given.get(("cover", name))
            at = empty.place if empty else replace(place, column=f"[cover] {name}")
            findings.add("cover-without", at, name=what, how=f"Fill in {name} under [cover].")


def _setting(entry: Entry, findings: Findings) -> Setting | None:
    """The setting that the entry gives; None, and a problem, for an unknown key."""
    here = {setting.name: setting for setting in SETTINGS if setting.part == entry.part}
    found = here.get(entry.key)
    if found is None and entry.part == "cover":
        findings.add("unknown-cover-field", entry.place, value=entry.key, hint=hint(entry.key, here))
    elif found is None:
        findings.add("unknown-key", entry.place, part=entry.part, value=entry.key, hint=hint(entry.key, here))
    return found


def _field(entry: Entry, setting: Setting, own: tuple[str, ...], findings: Findings) -> Any:  # noqa: ANN401 - the setting's kind says what it is
    """The entry's field; None for an empty or wrong one."""
    raw = _raw(entry, setting, findings)
    column = Column(entry.key, setting.kind, setting.meaning, allowed=(*setting.allowed, *own))
    parsed = read_field(raw, column, entry.place, findings) if raw and says(raw) else None
    return parsed.what if parsed else None


def _raw(entry: Entry, setting: Setting, findings: Findings) -> Raw | None:
    """The entry as a cell would hold it; None, and a problem, for a type that the setting can't have."""
    what = entry.what.date() if isinstance(entry.what, dt.datetime) else entry.what
    if isinstance(what, list) and setting.kind == "list" and all(isinstance(item, str) for item in what):
        return " | ".join(what)
    if isinstance(what, list | dict) or (setting.kind == "list" and not isinstance(what, str)):
        wanted = "a list of texts" if setting.kind == "list" else "a text"
        findings.add(
            "wrong-type", entry.place, name=entry.key, value=str(what), found=NAMES.get(type(what), "something else"), wanted=wanted
        )
        return None
    if isinstance(what, bool):
        return "yes" if what else "no"
    if isinstance(what, dt.date) and setting.kind != "date":
        return f"{what.day} {MONTHS[what.month - 1]} {what.year}"
    return what if isinstance(what, dt.date) else str(what)


def _info(read: Mapping[tuple[str, str], Any]) -> ReportInfo:
    given = {"previous_period": ""} | {
        FIELDS.get(name, name): what for (part, name), what in read.items() if part in ("report", "ratings") and what is not None
    }
    cover = {name: what for (part, name), what in read.items() if part == "cover" and what}
    travel = TravelOptions(**{name: what for (part, name), what in read.items() if part == "direction" and what is not None})
    small = SmallNumbers(**{name: what for (part, name), what in read.items() if part == "small_numbers" and what is not None})
    return ReportInfo(**given, travel=travel, small_numbers=small, cover=cover, outline=read.get(("outline", "order")) or ())
