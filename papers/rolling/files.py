"""The next report as files: a folder of CSV files, or a workbook with the same tables as sheets."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from papers.dataset import Dataset
from papers.intake import filled_workbook
from papers.intake.columns import SETTINGS, TABLES_OF_REPORT, Setting, TableSpec
from papers.intake.giving import rows_of, settings_of
from papers.rolling.rolling import Rolled

Cells = Sequence[str]


def folder_files(rolled: Rolled) -> Mapping[str, str]:
    """The texts of the folder's files by their path: report.toml, a CSV file for each table that has rows, the narrative."""
    tables = {f"{name}.csv": _csv(rows) for name, rows in _tables(rolled.dataset)}
    return {"report.toml": _toml(rolled.dataset), **tables, **rolled.narrative}


def workbook_bytes(rolled: Rolled) -> bytes:
    """The workbook with settings and tables, as `papers new --workbook` lays it out; the narrative stands beside it."""
    return filled_workbook(list(settings_of(rolled.dataset)), dict(_tables(rolled.dataset)))


def _tables(dataset: Dataset) -> Iterator[tuple[str, Sequence[Cells]]]:
    """The tables that have rows, each with its header: columns that say anything, those that are needed, and further series."""
    for table, rows in rows_of(dataset).items():
        if rows:
            spec = next(each for each in TABLES_OF_REPORT if each.name == table)
            names = [name for name in dict.fromkeys([*spec.names, *(name for row in rows for name in row)]) if _says(name, rows, spec)]
            yield table, [names, *([_text(row.get(name)) for name in names] for row in rows)]


def _says(name: str, rows: Sequence[Mapping[str, object]], spec: TableSpec) -> bool:
    """Whether any row has something in the column that an empty cell would not say as well."""
    column = spec.column(name)
    usual = {"", column.default, *(["no"] if column.kind == "yes" and not column.default else [])} if column else {""}
    return bool(column and column.required) or any(_text(row.get(name)) not in usual for row in rows)


def _text(what: object) -> str:
    """A cell as analysts type it."""
    if what is None:
        return ""
    if isinstance(what, bool):
        return "yes" if what else "no"
    if isinstance(what, Decimal):
        return f"{what:f}"
    return what.isoformat() if isinstance(what, dt.date) else str(what)


def _csv(rows: Sequence[Cells]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _toml(dataset: Dataset) -> str:
    """report.toml with the settings that are not as the program sets them, and all that the report says of its cover."""
    known: dict[tuple[str, str], Setting] = {(setting.part, setting.name): setting for setting in SETTINGS}
    lines: dict[str, list[str]] = {}
    for part, name, text in settings_of(dataset):
        setting = known[part, name]
        if setting.required or part == "cover" or text != setting.default:
            lines.setdefault(part, [f"[{part}]"]).append(f"{name} = {_toml_value(setting, text)}")
    return "\n\n".join("\n".join(each) for each in lines.values()) + "\n"


def _toml_value(setting: Setting, text: str) -> str:
    if setting.kind == "date":
        return text
    if setting.kind == "list":
        return "[" + ", ".join(json.dumps(item, ensure_ascii=False) for item in text.split(" | ")) + "]"
    return json.dumps(text, ensure_ascii=False)
