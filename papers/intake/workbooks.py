"""Excel workbooks as grids: each cell as the analyst sees it, and everything that hides something from the eye."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from papers.errors import Place
from papers.intake.columns import BY_NAME
from papers.intake.delimited import what_it_is
from papers.intake.findings import MANY, Findings, hint, rows_named
from papers.intake.grids import Grid, Line, column_name, folded, grid_of, is_read
from papers.intake.shown import cell_text
from papers.intake.values import EXACT, Raw

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

SETTINGS_SHEET = "report"
REPORT_SHEETS: Mapping[str, Collection[str]] = dict.fromkeys((*BY_NAME, SETTINGS_SHEET), ())
NOTE_SHEETS = frozenset({"notes", "read_me", "readme", "lists"})
"""Sheets that are for people and are passed over without a word."""

MOST_BYTES = 200_000_000
"""A workbook that unpacks to more than this is no report."""

MOST_MERGED = 1_000_000
"""Cells that one range of a sheet may span where each of them is looked at."""

SPANS = re.compile(rb'<(?:mergeCell|hyperlink)\b[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')

FAR_BELOW, FAR_RIGHT = 100, 20
"""Empty rows or columns after which what follows is no part of the table."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook's tables by name, its settings among them as `report`, and the names of sheets that are no tables."""

    grids: dict[str, Grid]
    strangers: tuple[str, ...]


def read_workbook(data: bytes, file: str, findings: Findings, sheets: Mapping[str, Collection[str]] = REPORT_SHEETS) -> Book | None:
    """What the workbook holds; None, and a problem, where the bytes are no sound workbook.

    `sheets` are those that are read, with the columns that they can have (none: those of a report's table).
    """
    if not _is_workbook(data, file, findings):
        return None
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), data_only=True)
    formulas = load_workbook(io.BytesIO(data)) if _has_formulas(data) else None
    grids, strangers = {}, []
    for sheet in book.worksheets:
        name, place = folded(sheet.title), Place(file=file, sheet=sheet.title)
        if name in sheets:
            grids[name] = _grid((name, sheets[name]), sheet, formulas[sheet.title] if formulas else None, place, findings)
        elif name not in NOTE_SHEETS and sheet.sheet_state == "visible":
            strangers.append(sheet.title)
            findings.add("unknown-sheet", place, name=sheet.title, hint=hint(name, sheets))
    return Book(grids, tuple(strangers))


def _is_workbook(data: bytes, file: str, findings: Findings) -> bool:
    """Whether the bytes are a workbook that is safe to open."""
    place = Place(file=file)
    if not data:
        findings.add("empty-file", place, name=file, how="Save it again in Excel, or fetch it from a backup.")
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
        if part.filename.endswith((".xml", ".rels")):
            content = archive.read(part)
            if b"<!DOCTYPE" in content:
                return f"its part {part.filename} defines entities"
            if any(_cells_in(*span) > MOST_MERGED for span in SPANS.findall(content)):
                return f"its part {part.filename} merges or links more than {MOST_MERGED:,} cells at once"
    return None


def _cells_in(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    """How many cells a range spans."""
    from openpyxl.utils import column_index_from_string

    first, last = (column_index_from_string(column.decode()) for column in (left, right))
    return (last - first + 1) * (int(bottom) - int(top) + 1)


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(re.search(rb"<f[ >/]", archive.read(name)) for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))


def _grid(known: tuple[str, Collection[str]], sheet: Worksheet, formulas: Worksheet | None, place: Place, findings: Findings) -> Grid:
    """The sheet's grid, by its name and the columns it can have, with what its looks hide reported."""
    if sheet.sheet_state != "visible":
        findings.add("hidden-sheet", place, name=sheet.title)
    for merged in sorted(sheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
        findings.add("merged-cells", replace(place, row=merged.min_row), value=str(merged.coord))
    grid = grid_of(known[0], place, _lines(_near_cells(sheet, place, findings)), known[1])
    _report_hidden(grid, sheet, findings)
    if formulas:
        _report_uncalculated(grid, sheet, formulas, findings)
    return grid


def _near_cells(sheet: Worksheet, place: Place, findings: Findings) -> dict[int, list[Cell]]:
    """The table's cells by row, in order. What stands far from it is reported cell by cell, and its rows and columns are not gone through."""
    cells = sorted((cell for cell in existing(sheet) if cell.value is not None), key=lambda cell: (cell.row, cell.column))
    last_row = last_before_gap({cell.row for cell in cells}, FAR_BELOW)
    last_column = last_before_gap({cell.column for cell in cells if cell.row <= last_row}, FAR_RIGHT)
    rows: dict[int, list[Cell]] = {}
    stray = []
    for cell in cells:
        if cell.row > last_row or cell.column > last_column:
            stray.append(cell)
        else:
            rows.setdefault(cell.row, []).append(cell)
    for number, cell in enumerate(stray[:MANY], 1):
        more = f", and {len(stray) - MANY} more" if number == MANY and len(stray) > MANY else ""
        told = f"\u201c{str(cell.value)[:60]}\u201d in {cell.coordinate}"
        findings.add("far-off-cell", replace(place, row=cell.row, column=cell.column_letter), value=told, more=more)
    return rows


def existing(sheet: Worksheet) -> list[Cell]:
    """The cells that the sheet's file has. Its rows from end to end would cost time and memory for every cell between them."""
    from openpyxl.cell import Cell

    cells = sheet._cells.values()  # noqa: SLF001 - openpyxl has no other way to the cells that exist
    return [cell for cell in cells if isinstance(cell, Cell)]


def last_before_gap(numbers: set[int], gap: int) -> int:
    """The last of the numbers before one that comes more than `gap` after the one before it; 0 for none."""
    last = 0
    for number in sorted(numbers):
        if last and number - last > gap:
            break
        last = number
    return last


def _lines(rows: Mapping[int, list[Cell]]) -> Iterator[Line]:
    """Each row that has cells, as they are shown."""
    names: dict[int, str] = {}
    for number, row in rows.items():
        series = next((str(cell.value).strip() for cell in row if names.get(cell.column) == "series"), "")
        line: list[Raw] = [""] * max(row[-1].column, len(names))
        for cell in row:
            exact = EXACT in (names.get(cell.column), series)
            line[cell.column - 1] = cell_text(cell.value, str(cell.number_format), exact=exact)
        if not names and is_read(line):
            names = {index: folded(raw) for index, raw in enumerate(line, 1)}
        yield number, tuple(line)


def _report_hidden(grid: Grid, sheet: Worksheet, findings: Findings) -> None:
    """Rows and columns that are read though nobody sees them."""
    hidden = [number for number, _ in grid.rows if number in sheet.row_dimensions and sheet.row_dimensions[number].hidden]
    if hidden:
        are = "One row is" if len(hidden) == 1 else f"{len(hidden)} rows are"
        findings.add("hidden-rows", replace(grid.place, row=hidden[0]), rows=f"{are} ({rows_named(hidden)})")
    for dimension in sheet.column_dimensions.values():
        for index in range(dimension.min or 0, min(dimension.max or 0, len(grid.header)) + 1):
            if dimension.hidden and index:
                findings.add(
                    "hidden-column",
                    replace(grid.place, column=column_name(grid.header[index - 1])),
                    value=column_name(grid.header[index - 1]),
                )


def _report_uncalculated(grid: Grid, sheet: Worksheet, formulas: Worksheet, findings: Findings) -> None:
    """Formulas whose result the file does not hold."""
    results = {cell.coordinate for cell in existing(sheet) if cell.value is not None}
    for cell in sorted(existing(formulas), key=lambda cell: (cell.row, cell.column)):
        if cell.data_type == "f" and cell.coordinate not in results:
            column = column_name(grid.header[cell.column - 1]) if cell.column <= len(grid.header) else cell.column_letter
            formula = str(getattr(cell.value, "text", cell.value))
            findings.add("formula-without-value", replace(grid.place, row=cell.row, column=column), value=formula)
