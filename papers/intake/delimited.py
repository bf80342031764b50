"""CSV files as grids: what the bytes are, their encoding, their separator, their rows."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

from papers.errors import Place
from papers.intake.columns import BY_NAME
from papers.intake.findings import Findings
from papers.intake.grids import Grid, Line, grid_of

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "an Excel workbook, a Word file or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old or protected Office file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""How files of other kinds begin."""

IN_EXCEL, AS_TEXT = "in Excel as CSV UTF-8 (comma delimited)", "in Notepad with the encoding UTF-8"
"""How a table, and any other text, is saved again."""

OR_DELETE = "Fill it in, or delete it if it does not apply."
FILL_IN = "Fill it in: no report can do without it."

MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|table|meta|div|\?xml)", re.IGNORECASE)
GARBLED = re.compile("â€[\x80-\xbf™œ“”\u02dc]|Ã[\x80-\xbf©¨¢]|\ufffd")
"""UTF-8 once read as Windows-1252, and the character that stands for a lost one."""

SEPARATORS = {";": "semicolons", "\t": "tabs"}


def what_it_is(data: bytes) -> str | None:
    """What the bytes are, where they are no table: "a PDF"."""
    return "a web page or XML" if MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")) else signed_as(data)


def signed_as(data: bytes) -> str | None:
    """What the bytes are by their beginning, where they are no text."""
    return next((name for signature, name in SIGNATURES if data.startswith(signature)), None)


def read_csv(name: str, data: bytes, place: Place, findings: Findings) -> Grid | None:
    """The table in a CSV file's bytes; None, and a problem, where there is none to read."""
    if found := what_it_is(data):
        findings.add("not-what-it-says", place, name=place.file, found=found, wanted="CSV UTF-8")
        return None
    text = decoded(data, place, findings)
    if text is None:
        return None
    if not text.strip():
        findings.add("empty-file", place, name=place.file, how=FILL_IN if BY_NAME[name].required else OR_DELETE)
        return None
    lines = _lines(text, place, findings)
    return grid_of(name, place, lines) if lines else None


def decoded(data: bytes, place: Place, findings: Findings) -> str | None:
    """The text of a file in UTF-8, or in Windows-1252 with a note; None, and a problem, for any other encoding."""
    how = IN_EXCEL if str(place.file).lower().endswith(".csv") else AS_TEXT
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data:
        findings.add("wrong-encoding", place, name=place.file, why="it looks like UTF-16 or holds zero bytes", how=how)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        findings.add("wrong-encoding", replace(place, row=row), name=place.file, why="nor in Windows-1252", how=how)
        return None
    findings.add("windows-encoding", place, name=place.file, how=how)
    return text


def _lines(text: str, place: Place, findings: Findings) -> list[Line]:
    """The rows with their numbers, as a spreadsheet counts them; none, and a problem, where the file breaks off within one."""
    rows: list[Line] = []
    garbled = not text.isascii() and GARBLED.search(text) is not None
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, place, findings), strict=True), 1
        ):
            rows.append((number, tuple(cells) or ("",)))
            if garbled:
                _report_garbled(number, cells, place, findings)
    except csv.Error as error:
        findings.add("unreadable-csv", replace(place, row=len(rows) + 1), why=str(error))
        return []
    return rows


def _separator(text: str, place: Place, findings: Findings) -> str:
    """What stands between columns: a comma, unless the first line has none and has something else."""
    first = text.lstrip().partition("\n")[0]
    other = next((sign for sign in SEPARATORS if sign in first), None)
    if "," in first or other is None:
        return ","
    findings.add("other-separator", place, name=place.file, value=SEPARATORS[other])
    return other


def _report_garbled(number: int, cells: list[str], place: Place, findings: Findings) -> None:
    for cell in cells:
        if not cell.isascii() and GARBLED.search(cell):
            findings.add("garbled-text", replace(place, row=number), value=cell[:60])
