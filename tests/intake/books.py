"""Workbooks for tests: the tables of a folder of CSV files as sheets."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")


def book_of(folder: Path) -> Workbook:
    """Every CSV file of the folder as a sheet, figures as numbers with the digits that they were typed with."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for path in sorted(folder.glob("*.csv")):
        sheet = book.create_sheet(path.stem)
        rows = csv.reader(path.read_text("utf-8").splitlines(keepends=True))
        for number, row in enumerate(rows, 1):
            for index, text in enumerate(row, 1):
                _set(sheet, number, index, text)
    return book


def _set(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """The text in the cell, as a number where a number in Excel shows the same."""
    cell = sheet.cell(row, column)
    if PLAIN.fullmatch(text):
        decimals = text.partition(".")[2]
        cell.value = float(text) if decimals else int(text)
        cell.number_format = "0." + "0" * len(decimals) if decimals else "General"
    elif text:
        cell.value = text
        cell.number_format = "@"


def as_workbook(folder: Path, target: Path, change: Callable[[Workbook], object] | None = None) -> Path:
    """The report in `folder` as a workbook in `target`, with report.toml and the narrative beside it."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / "report.toml", target / "report.toml")
    named = tomllib.loads((folder / "report.toml").read_text("utf-8")).get("report", {}).get("previous")
    if named:
        (target / named).mkdir(exist_ok=True)
        shutil.copy(folder / named / "published.json", target / named / "published.json")
    if (folder / "narrative").exists():
        shutil.copytree(folder / "narrative", target / "narrative", dirs_exist_ok=True)
    book = book_of(folder)
    if change:
        change(book)
    made = io.BytesIO()
    book.save(made)
    (target / "report.xlsx").write_bytes(made.getvalue())
    return target / "report.xlsx"
