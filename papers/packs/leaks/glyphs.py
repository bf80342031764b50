"""What the operators of a content stream show, decoded by each font's own table and in the order in which they stand."""

from __future__ import annotations

import re
from typing import Any

ENCODED = "cp1252"
"""Of a font without a table: what most simple fonts are in (WinAnsiEncoding)."""
BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


class Meanings(dict[int, str]):
    """What each code means; a code without a meaning says nothing."""

    def __missing__(self, _code: int) -> str:
        return ""


Table = tuple[int, Meanings]
"""Bytes of a code, and what each code means."""

Tables = dict[tuple[int, int], Table]
"""The tables of a file's fonts by their numbers: most pages share theirs."""


def shown_strings(content: Any, known: Tables) -> tuple[str, list[str]]:  # noqa: ANN401 - a page's dictionary or a form's stream
    """The letters that a page or form shows, with no spaces of its own, and the strings in marks around its content (ActualText).

    `known` are the tables of fonts that were read before, and takes up those that are read now.
    """
    import pikepdf

    fonts = content.get("/Resources", {})
    fonts = fonts.get("/Font", {}) if isinstance(fonts, pikepdf.Dictionary) else {}
    tables: dict[str, Table] = {}
    shown: list[str] = []
    said: list[str] = []
    table: Table = (1, Meanings())
    try:
        parsed = pikepdf.parse_content_stream(pikepdf.Page(content) if content.get("/Type") == "/Page" else content, "Tf Tj TJ ' \" BDC DP")
    except (pikepdf.PdfError, TypeError, ValueError):
        return "", []
    for each in parsed:
        name = str(each.operator)
        if name == "Tf":
            font = str(each.operands[0])
            table = tables[font] = tables.get(font) or _known(fonts.get(font), known)
        elif name in ("BDC", "DP"):
            said += _inside(each.operands)
        else:
            shown += [_decoded(bytes(text), table) for text in _texts(each.operands)]
    return "".join(shown), said


def _texts(operands: Any) -> list[Any]:  # noqa: ANN401 - the operands as pikepdf gives them
    import pikepdf

    flat = [one for each in operands for one in (each if isinstance(each, pikepdf.Array) else [each])]
    return [each for each in flat if isinstance(each, pikepdf.String)]


def _inside(operands: Any) -> list[str]:  # noqa: ANN401 - the operands as pikepdf gives them
    import pikepdf

    return [
        str(value)
        for each in operands
        if isinstance(each, pikepdf.Dictionary)
        for _, value in each.items()
        if isinstance(value, pikepdf.String)
    ]


def _decoded(data: bytes, table: Table) -> str:
    width, meanings = table
    if not meanings and width == 1:
        return data.decode(ENCODED, "replace")
    codes = data.decode("latin-1") if width == 1 else data[: len(data) // 2 * 2].decode("utf-16-be", "surrogatepass")
    return codes.translate(meanings)


def _known(font: Any, known: Tables) -> Table:  # noqa: ANN401 - a font's dictionary, or nothing
    import pikepdf

    if not isinstance(font, pikepdf.Dictionary) or not font.is_indirect:
        return _table(font)
    if font.objgen not in known:
        known[font.objgen] = _table(font)
    return known[font.objgen]


def _table(font: Any) -> Table:  # noqa: ANN401 - a font's dictionary, or nothing
    import pikepdf

    if not isinstance(font, pikepdf.Dictionary):
        return 1, Meanings()
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return width, Meanings()
    try:
        return width, _meanings(bytes(stream.read_bytes()))
    except pikepdf.PdfError:
        return width, Meanings()


def _meanings(table: bytes) -> Meanings:
    """The meanings of codes by a ToUnicode table (ISO 32000-1, 9.10.3)."""
    found = Meanings()
    for kind, body in BLOCK.findall(table):
        tokens = [bytes(bracket or closing or b"".join(digits.split())) for digits, bracket, closing in HEX.findall(body)]
        at = 0
        while at + (1 if kind == b"bfchar" else 2) < len(tokens):
            if kind == b"bfchar":
                found[int(tokens[at] or b"0", 16)] = _text(tokens[at + 1])
                at += 2
            else:
                at = _add_range(found, tokens, at)
    return found


def _add_range(found: Meanings, tokens: list[bytes], at: int) -> int:
    """Add a range of codes; where the next one begins."""
    first, last = int(tokens[at] or b"0", 16), int(tokens[at + 1] or b"0", 16)
    last = min(last, first + 0xFFFF)
    if tokens[at + 2] == b"[":
        end = tokens.index(b"]", at) if b"]" in tokens[at:] else len(tokens)
        found.update({first + n: _text(each) for n, each in enumerate(tokens[at + 3 : end])})
        return end + 1
    start = _text(tokens[at + 2])
    if start:
        found.update({first + n: start[:-1] + chr(ord(start[-1]) + n) for n in range(last - first + 1) if ord(start[-1]) + n < 0x110000})
    return at + 3


def _text(digits: bytes) -> str:
    even = digits + b"0" * (len(digits) % 2)
    return bytes.fromhex(even.decode("ascii", "replace")).decode("utf-16-be", "replace") if even else ""
