"""How the sheets of a new workbook look and help: notes on cells, lists to choose from, a header in sight, the same bytes on any day."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_LIST = 255
"""Characters of choices that Excel takes in a list."""

CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SOME_DAY = b"2000-01-01T00:00:00Z"

FILL = "FFDDE6EE"


def explain(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A note on a cell."""
    from openpyxl.comments import Comment

    sheet.cell(row, column).comment = Comment(text, "papers", height=120, width=300)


def offer_words(sheet: Worksheet, cells: str, meaning: str, words: Iterable[str], *, strict: bool) -> None:
    """The words as a list, where they are few enough for one. Anything else is refused where the list is strict."""
    joined = ",".join(word for word in words if "," not in word)
    if joined and len(joined) <= LONGEST_LIST:
        offer_list(sheet, cells, f'"{joined}"', meaning if strict else "")


def offer_list(sheet: Worksheet, cells: str, formula: str, refusal: str = "") -> None:
    """What the formula gives as a list to choose from; with a refusal, nothing else can be typed."""
    from openpyxl.worksheet.datavalidation import DataValidation

    offer = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=bool(refusal), error=refusal[:LONGEST_LIST] or None)
    offer.add(cells)
    sheet.add_data_validation(offer)


def dress(sheet: Worksheet, widths: Sequence[int]) -> None:
    """A header in bold on a tint that stays in sight, columns wide enough, examples in italics."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for index, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
        sheet.cell(1, index).font = Font(bold=True)
        sheet.cell(1, index).fill = PatternFill("solid", fgColor=FILL)
    for row in sheet.iter_rows(min_row=2):
        if str(row[0].value).startswith("#"):
            for cell in row:
                cell.font = Font(italic=True, color="FF5A6570")
    sheet.freeze_panes = "A2"


def steady(book: Workbook) -> bytes:
    """The workbook's bytes, the same on any day: openpyxl puts the clock's time into the properties and into the archive."""
    import zipfile

    book.properties.creator = "papers"
    made, kept = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            content = CLOCK.sub(SOME_DAY, content) if part.filename == "docProps/core.xml" else content
            target.writestr(zipfile.ZipInfo(part.filename), content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()
