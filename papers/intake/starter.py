"""What a new report begins with: an empty folder with notes on every column, or a workbook with lists and notes on its headers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from papers.errors import PapersError, Place, problem
from papers.intake.columns import REPORT_COLUMNS, SETTINGS, TABLES_OF_REPORT, CellKind, Column, Setting, TableSpec
from papers.intake.dressing import dress, explain, offer_list, offer_words, steady
from papers.intake.manual import explained, in_toml, of_settings, of_table

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NOTE = "# "
"""What makes a row a note: the example of each table stays in its file without being read."""

ROWS = 2000
"""Rows of a new sheet that have lists to choose from."""

NAMES = f"{{sheet}}!$A$3:$A${ROWS}"
"""The names that are typed below the header and the example of a sheet."""

NAMES_OF_SECTIONS = f"IF(COUNTA({NAMES.format(sheet='sections')})>0,{NAMES.format(sheet='sections')},{NAMES.format(sheet='directorates')})"
"""Sections, or directorates where none has sections. Where only some have, a directorate's slug can still be typed."""

REPORT_HEADERS = (
    "The part of the settings that the key belongs to, as in report.toml. A row that begins with # is a note and is not read.",
    "The key. Its own note says what it means.",
    "What you set it to. To use a row that begins with #, take the # and the space after it away.",
)
"""What the columns of the settings are for."""

PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
FIGURES: tuple[CellKind, ...] = ("value", "number", "whole")
"""Kinds of cells that Excel keeps as numbers."""

WIDTHS: dict[CellKind, int] = {"text": 28, "name": 22, "choice": 14, "list": 28, "unit": 16}
NARROW = 12

README = """# A report's folder

Fill in `report.toml` and the tables, write the narrative, then run

    papers check .
    papers build .

`directorates.csv`, `indicators.csv` and `observations.csv` are needed; delete any other table that does not apply. A row that begins
with `#` is a note and is not read: every table begins with an example of one. Add columns of the notes below as you need them; those
that stay empty can be deleted. The whole format, with markers, periods and narrative, is in docs/data-format.md of the program.

## report.toml

{settings}
{tables}"""

NARRATIVE = """# Foreword

Awaited: from the Leader of the Council. Say in a few sentences what the quarter shows.
"""


def new_folder(path: Path) -> None:
    """Write an empty report folder at `path`, which is made where it is not there: it reads with a list of what is still to fill."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in _files():
        target = path / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def _files() -> Iterator[tuple[str, str]]:
    """The files of a new folder: name and text."""
    tables = "\n".join(f"## {table.name}.csv\n\n{of_table(table)}" for table in TABLES_OF_REPORT)
    yield "README.md", README.format(settings=of_settings(), tables=tables)
    yield "report.toml", _toml()
    yield "narrative/foreword.md", NARRATIVE
    for table in TABLES_OF_REPORT:
        yield f"{table.name}.csv", _csv([table.names, example_row(table)])


def example_row(table: TableSpec) -> list[str]:
    """The table's examples as a row that is not read."""
    first, *others = (column.example for column in table.columns)
    return [NOTE + first, *others]


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _toml() -> str:
    """report.toml with a note on every key; those that a report needs are empty, the others are notes themselves."""
    lines = []
    for part in dict.fromkeys(setting.part for setting in SETTINGS):
        lines.append(f"\n[{part}]")
        lines += [line for setting in SETTINGS if setting.part == part for line in _toml_lines(setting)]
    return "\n".join(lines).lstrip() + "\n"


def _toml_lines(setting: Setting) -> tuple[str, str]:
    example = in_toml(setting)
    if setting.required:
        return f"# {setting.meaning} Such as {example}.", f'{setting.name} = ""'
    return f"# {explained(setting)}", f"# {setting.name} = {example}"


def new_workbook(path: Path) -> None:
    """Write an Excel workbook at `path` with a sheet for each table: a note on every header, lists to choose from, an example row.

    PapersError where the name is none that Excel opens as a workbook.
    """
    if path.suffix.lower() != ".xlsx":
        raise PapersError([problem("workbook-name", Place(file=path.name), name=path.name)])
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _add_settings(book)
    for table in TABLES_OF_REPORT:
        _add_table(book.create_sheet(table.name), table)
    path.write_bytes(steady(book))


def filled_workbook(settings: Iterable[Sequence[str]], tables: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """A workbook with these settings (part, key, value) and tables, each with its header row first, laid out as a new one is."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("report")
    for row in (REPORT_COLUMNS, *settings):
        sheet.append(list(row))
    dress(sheet, [14, 20, 60])
    for table in TABLES_OF_REPORT:
        _fill_table(book.create_sheet(table.name), table, tables.get(table.name, [table.names, example_row(table)]))
    return steady(book)


def _fill_table(sheet: Worksheet, table: TableSpec, rows: Sequence[Sequence[str]]) -> None:
    """The rows under their header; figures as numbers that show the digits they have as texts."""
    columns = [table.column(name) for name in rows[0]]
    sheet.append(list(rows[0]))
    for number, row in enumerate(rows[1:], 2):
        for index, (text, column) in enumerate(zip(row, columns, strict=True), 1):
            _fill_cell(sheet, number, index, text, is_figure=column is None or column.kind in FIGURES)
    for index, column in enumerate(columns, 1):
        if column:
            explain(sheet, 1, index, explained(column))
            _offer(sheet, index, column)
    dress(sheet, [WIDTHS.get(column.kind, NARROW) if column else NARROW for column in columns])


def _fill_cell(sheet: Worksheet, row: int, column: int, text: str, *, is_figure: bool) -> None:
    if not text:
        return
    cell = sheet.cell(row, column)
    decimals = text.partition(".")[2]
    if is_figure and PLAIN.fullmatch(text):
        cell.value = float(text) if decimals else int(text)
        cell.number_format = "0." + "0" * len(decimals) if decimals else "0"
    else:
        cell.value = text
        cell.number_format = "@"


def _add_settings(book: Workbook) -> None:
    sheet = book.create_sheet("report")
    sheet.append(list(REPORT_COLUMNS))
    for index, meaning in enumerate(REPORT_HEADERS, 1):
        explain(sheet, 1, index, meaning)
    for setting in SETTINGS:
        sheet.append([setting.part, setting.name, ""] if setting.required else [NOTE + setting.part, setting.name, setting.example])
        explain(sheet, sheet.max_row, 2, f"{explained(setting)} Example: {setting.example}")
        offer_words(sheet, f"C{sheet.max_row}", setting.name, setting.allowed, strict=False)
    dress(sheet, [14, 20, 60])


def _add_table(sheet: Worksheet, table: TableSpec) -> None:
    sheet.append(list(table.names))
    sheet.append(example_row(table))
    for index, column in enumerate(table.columns, 1):
        explain(sheet, 1, index, f"{explained(column)} Example: {column.example}" if column.example else explained(column))
        _offer(sheet, index, column)
        _as_text(sheet, index, column)
    dress(sheet, [WIDTHS.get(column.kind, NARROW) for column in table.columns])


def _offer(sheet: Worksheet, index: int, column: Column) -> None:
    """A list to choose from in the column's cells: its words, or the names that are typed on the sheet it refers to."""
    from openpyxl.utils import get_column_letter

    cells = f"{get_column_letter(index)}3:{get_column_letter(index)}{ROWS}"
    if column.refers:
        offer_list(sheet, cells, NAMES_OF_SECTIONS if column.refers == "sections" else NAMES.format(sheet=column.refers))
    else:
        offer_words(sheet, cells, explained(column), column.allowed, strict=column.kind != "unit")


def _as_text(sheet: Worksheet, index: int, column: Column) -> None:
    """Labels of periods and names are text from the start, so that Excel turns none into a date or a number."""
    if column.kind not in ("period", "name", "text"):
        return
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions[get_column_letter(index)].number_format = "@"
