"""A new agenda: every key with what it means, those that an agenda must have filled in as an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from papers.intake.dressing import dress, explain, offer_list, offer_words, steady
from papers.packs.schema import ITEM, MEETING, PACK, PAPER, TABLES, Key
from papers.packs.sheets import OF, SHEETS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = """# An agenda for papers pack. Correct what stands here; take the # away before a key to use it.
# docs/packs.md tells more.
"""
OPENINGS = {
    "agenda": "\n[agenda]\n",
    "pack": "\n[pack]\n",
    "items": "\n# One table [[items]] for each item of business, in their order.\n[[items]]\n",
    "items.papers": "\n# One table [[items.papers]] for each paper of the item above it.\n[[items.papers]]\n",
}
TO_FOLLOW = "to_follow"
"""What the example's paper says: an agenda without any file is a whole agenda."""

ROWS = 200
"""Rows of a new sheet that have lists to choose from."""
TEXT, DATE = "@", "d mmmm yyyy"
"""Formats of cells. What is text from the start is made into no date and no number by Excel."""
OF_ITEM = Key(OF, "text", "the number of the item that the paper belongs to", '"5"', required=True)
WIDE, USUAL = 40, 18


def new_agenda() -> str:
    """The text of an agenda that can be read as it is, with notes."""
    return HEAD + "".join(OPENINGS[name] + "".join(_lines(name, keys)) for name, keys in TABLES.items())


def _lines(table: str, keys: tuple[Key, ...]) -> Iterator[str]:
    for key in keys:
        yield f"# {key.meaning}\n{'' if _is_used(key, table) else '# '}{key.name} = {key.example}\n"


def _is_used(key: Key, table: str) -> bool:
    return key.required or (table == "items.papers" and key.name == TO_FOLLOW)


def new_agenda_workbook() -> bytes:
    """The same agenda as a workbook: notes beside keys and on headers, lists to choose from."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _add_meeting(book)
    _add_table(book, "items", "items", ITEM)
    papers = _add_table(book, "papers", "items.papers", (OF_ITEM, *PAPER))
    offer_list(papers, f"A2:A{ROWS}", f"items!$A$2:$A${ROWS}")
    return steady(book)


def _add_meeting(book: Workbook) -> None:
    """The sheet of the meeting and of how its pack is made: a key a row, with its note."""
    from openpyxl.styles import Alignment

    sheet = book.create_sheet("meeting")
    sheet.append(list(SHEETS["meeting"]))
    for row, key in enumerate((*MEETING, *PACK), 2):
        sheet.cell(row, 1, key.name)
        _fill(sheet, row, 2, key, used=key.required)
        sheet.cell(row, 3, _note(key))
        sheet.cell(row, 2).alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        _offer(sheet, f"B{row}", key)
    dress(sheet, (USUAL, WIDE, 3 * WIDE))


def _add_table(book: Workbook, name: str, table: str, keys: Sequence[Key]) -> Worksheet:
    """A sheet with a column for each key, and an example in its first row."""
    from openpyxl.utils import get_column_letter

    sheet: Worksheet = book.create_sheet(name)
    sheet.append([key.name for key in keys])
    for n, key in enumerate(keys, 1):
        letter = get_column_letter(n)
        explain(sheet, 1, n, _note(key))
        _offer(sheet, f"{letter}2:{letter}{ROWS}", key)
        for row in range(2, ROWS + 1):
            _fill(sheet, row, n, key, used=row == 2 and _is_used(key, table))
    dress(sheet, [WIDE if key.takes in ("text", "file") and key.name not in (OF, "number", "label") else USUAL for key in keys])
    return sheet


def _note(key: Key) -> str:
    """What the key means, with an example on the same line."""
    example = "; ".join(str(key.cell()).splitlines())
    return f"{key.meaning[0].upper()}{key.meaning[1:]}" + (f". Such as: {example}" if example else "")


def _fill(sheet: Worksheet, row: int, column: int, key: Key, *, used: bool) -> None:
    """A cell in the format of what its key takes, with the example where that is used."""
    cell = sheet.cell(row, column)
    cell.number_format = DATE if key.takes == "date" else TEXT
    if used:
        cell.value = key.cell()


def _offer(sheet: Worksheet, cells: str, key: Key) -> None:
    words = ("yes", "no") if key.takes == "yes" else key.choices
    offer_words(sheet, cells, f"It takes {key.taken(in_cells=True)}.", words, strict=True)
