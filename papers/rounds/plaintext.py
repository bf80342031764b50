"""Plain text, of a file or a mail, as paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from papers.document import AuthoredBlock, Bullets, Item, Paragraph, inlines
from papers.readers.characters import printable

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BULLET = re.compile(r"\s*(?:[•●▪◦‣·\uf0b7*\u2013-])\s+(?=\S)")
NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+(?=\S)")
LEAST_WIDTH, MOST_WIDTH = 50, 100
"""Characters of the longest line of a text whose lines were broken to fit a width, as mail programs do."""


def plain_blocks(text: str, prefix: str) -> tuple[AuthoredBlock, ...]:
    """The text's paragraphs and lists, their ids the prefix, "/" and a running number.

    A line is a paragraph of its own, but where the text was broken to a width: there lines that were full are joined to the next.
    """
    clean = CONTROL.sub(
        "",
        text.replace("\x85", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\t", " "),
    )
    found: list[AuthoredBlock] = []
    for kind, lines in groupby(_whole_lines(printable(clean)), key=_kind):
        for words in _lists(kind, list(lines)):
            found.append(_block(kind, words, f"{prefix}/{len(found) + 1}"))
    return tuple(found)


def _kind(line: str) -> str:
    """Whether the line is an item of a list, and of which, or a paragraph."""
    return "bullet" if BULLET.match(line) else "number" if NUMBER.match(line) else ""


def _lists(kind: str, lines: list[str]) -> list[list[str]]:
    """The lines of one kind in a row, as blocks are to hold them: items together, paragraphs each by itself."""
    return [lines] if kind else [[line] for line in lines]


def _block(kind: str, lines: list[str], key: str) -> AuthoredBlock:
    if not kind:
        return Paragraph(key, inlines(" ".join(lines[0].split())))
    sign = BULLET if kind == "bullet" else NUMBER
    items = tuple(Item(inlines(" ".join(sign.sub("", line, count=1).split()))) for line in lines)
    return Bullets(key, items, ordered=kind == "number")


def _whole_lines(text: str) -> Iterator[str]:
    """The lines with those joined that were one before they were broken to a width; empty ones left out."""
    lines = text.split("\n")
    width = max(map(len, lines))
    broken = LEAST_WIDTH <= width <= MOST_WIDTH
    whole = ""
    last = ""
    for line in lines:
        fits = len(last) + 1 + len(line.split(" ", 1)[0]) <= width
        if whole and (not line.strip() or _kind(line) or not broken or fits):
            yield whole
            whole = ""
        whole = f"{whole} {line}".strip()
        last = line
    if whole:
        yield whole
