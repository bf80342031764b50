"""Excel workbooks as grids: each cell as the analyst sees it, and everything that hides something from the eye."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from papers.errors import Place
from papers.intake.columns import BY_NAME
from papers.intake.delimited import what_it_is
from papers.intake.findings import Findings, hint, rows_named
from papers.intake.grids import Grid, Line, folded, grid_of
from papers.intake.values import Raw

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SETTINGS_SHEET = "report"
NOTE_SHEETS = frozenset({"notes", "read_me", "readme", "lists"})
"""Sheets that are for people and are passed over without a word."""

MOST_BYTES = 200_000_000
"""A workbook that unpacks to more than this is no report."""

SIGNIFICANT = 15
"""Digits that Excel keeps; further ones of a binary number are noise."""

QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""Parts of a number format that say nothing of digits."""


def read_workbook(data: bytes, file: str, findings: Findings) -> dict[str, Grid] | None:
    """The workbook's tables by name, and its settings as `report`; None, and a problem, where the bytes are no sound workbook."""
    if not _is_workbook(data, file, findings):
        return None
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), data_only=True)
    formulas = load_workbook(io.BytesIO(data)) if _has_formulas(data) else None
    known = {*BY_NAME, SETTINGS_SHEET}
    grids = {}
    for sheet in book.worksheets:
        name, place = folded(sheet.title), Place(file=file, sheet=sheet.title)
        if name in known:
            grids[name] = _grid(name, sheet, formulas[sheet.title] if formulas else None, place, findings)
        elif name not in NOTE_SHEETS and sheet.sheet_state == "visible":
            findings.add("unknown-sheet", place, name=sheet.title, hint=hint(name, known))
    return grids


def _is_workbook(data: bytes, file: str, findings: Findings) -> bool:
    """Whether the bytes are a workbook that is safe to open."""
    place = Place(file=file)
    if not data:
        findings.add("empty-file", place, name=file)
    elif not data.startswith(b"PK"):
        findings.add("not-what-it-says", place, name=file, found=what_it_is(data) or "a text file", wanted="an Excel workbook (.xlsx)")
    else:
        return _is_safe(data, place, findings)
    return False


def _is_safe(data: bytes, place: Place, findings: Findings) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                findings.add(
                    "not-what-it-says", place, name=place.file, found="no workbook but another archive", wanted="an Excel workbook (.xlsx)"
                )
                return False
            why = _danger(archive)
    except zipfile.BadZipFile as error:
        findings.add("unreadable-file", place, name=place.file, why=str(error).lower())
        return False
    if why:
        findings.add("suspicious-workbook", place, name=place.file, why=why)
    return not why


def _danger(archive: zipfile.ZipFile) -> str | None:
    """Why the archive is not opened: too large, or with definitions that a spreadsheet never has."""
    if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
        return f"it unpacks to more than {MOST_BYTES // 1_000_000} MB"
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part):
            return f"its part {part.filename} defines entities"
    return None


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(re.search(rb"<f[ >/]", archive.read(name)) for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))


def _grid(name: str, sheet: Worksheet, formulas: Worksheet | None, place: Place, findings: Findings) -> Grid:
    """The sheet's grid, with what its looks hide reported."""
    if sheet.sheet_state != "visible":
        findings.add("hidden-sheet", place, name=sheet.title)
    for merged in sorted(sheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
        findings.add("merged-cells", replace(place, row=merged.min_row), value=str(merged.coord))
    grid = grid_of(name, place, _lines(sheet))
    _report_hidden(grid, sheet, findings)
    if formulas:
        _report_uncalculated(grid, sheet, formulas, findings)
    return grid


def _lines(sheet: Worksheet) -> Iterator[Line]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield number, tuple(cell_text(cell.value, str(cell.number_format)) for cell in cells) or ("",)


def _report_hidden(grid: Grid, sheet: Worksheet, findings: Findings) -> None:
    """Rows and columns that are read though nobody sees them."""
    hidden = [number for number, _ in grid.rows if number in sheet.row_dimensions and sheet.row_dimensions[number].hidden]
    if hidden:
        findings.add("hidden-rows", replace(grid.place, row=hidden[0]), count=len(hidden), rows=rows_named(hidden))
    for dimension in sheet.column_dimensions.values():
        for index in range(dimension.min or 0, min(dimension.max or 0, len(grid.header)) + 1):
            if dimension.hidden and index:
                findings.add("hidden-column", replace(grid.place, column=str(grid.header[index - 1])), value=str(grid.header[index - 1]))


def _report_uncalculated(grid: Grid, sheet: Worksheet, formulas: Worksheet, findings: Findings) -> None:
    """Formulas whose result the file does not hold."""
    values = sheet.iter_rows(values_only=True)
    for number, (row, results) in enumerate(zip(formulas.iter_rows(), values, strict=False), 1):
        for index, (cell, result) in enumerate(zip(row, results, strict=False)):
            if cell.data_type == "f" and result is None:
                column = str(grid.header[index]) if index < len(grid.header) else None
                formula = str(getattr(cell.value, "text", cell.value))
                findings.add("formula-without-value", replace(grid.place, row=number, column=column), value=formula)


def cell_text(value: object, number_format: str) -> Raw:
    """The cell as it is shown: text, or a date. A figure keeps the zeros that its format shows and loses no digit that it holds."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return figure_text(value, number_format)
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else str(value)


def figure_text(value: float, number_format: str) -> str:
    """The number in digits: 0.84 in a percent format is 84, 82 in the format 0.0 is 82.0."""
    shape = QUOTED.sub("", number_format.partition(";")[0])
    number = Decimal(f"{value:.{SIGNIFICANT}g}") * (100 if "%" in shape else 1)
    least = len(re.match(r"0*", shape.partition(".")[2]).group())  # type: ignore[union-attr] # the pattern matches nothing at least
    exact = number.normalize()
    held = -int(exact.as_tuple().exponent)
    return f"{exact:.{max(held, least, 0)}f}"
