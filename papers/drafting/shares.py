"""How a table's width is shared by its columns so that words and figures fit on their lines.

Drafting knows no house style: a text is measured in Arial at the size of tables, which the shipped template sets. Where a
council's own template sets another face, columns are a little wide or narrow, and writers wrap what doesn't fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from papers.metrics import face

TEXT_WIDTH = 471
"""Points between the margins of the shipped house template's portrait page."""

LANDSCAPE_WIDTH = 717
"""The same of its landscape page."""

SIZE = 12
"""Points: the size of text in tables."""

PADDING = 8
"""Points: what a cell keeps free at its left and right together, and a little to spare."""

LARGE = 1.84
"""How much larger the figures of a strip are than its labels."""

STRIP_COLUMN = 78
"""Points: the least width of a strip's column, so that large figures never read as one number."""

MOST_STUB, ROOMY = 0.45, 30
"""The most of the width that labels take; unless the columns keep this many points each beyond what they need."""

FONT = "Arial"
MARKS = re.compile("\u00a0\\[[a-z]\\]")
RAISED = 0.65
"""Markers behind a figure are set small and raised."""

UNKNOWN = 700
"""Thousandths of the size: the width of a character that the font lacks, which layout will report."""


@lru_cache(maxsize=1 << 12)
def measure(text: str, *, bold: bool = False) -> float:
    """How wide the text is, in points at table size."""
    advances = face(FONT, bold=bold).advances
    marks = "".join(MARKS.findall(text))
    full, small = (sum(advances.get(character, UNKNOWN) for character in part) for part in (MARKS.sub("", text), marks))
    return (full + small * RAISED) * SIZE / 1000


def longest_word(texts: Iterable[str]) -> float:
    """The width of the widest unbreakable word among the texts."""
    return max((measure(word, bold=True) for text in texts for word in text.split(" ")), default=0.0)


def shares(widths: Sequence[float]) -> tuple[int, ...]:
    """The widths as thousandths of their sum: whole numbers that add up to 1000 (largest remainders are rounded up)."""
    whole = sum(widths)
    exact = [width * 1000 / whole for width in widths]
    floors = [max(1, int(each)) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda n: (floors[n] - exact[n], n))
    for n in by_remainder[: 1000 - sum(floors)]:
        floors[n] += 1
    floors[max(range(len(floors)), key=lambda n: (floors[n], -n))] += 1000 - sum(floors)
    return tuple(floors)


def fitted(stub: Iterable[str], columns: Sequence[Iterable[str]], width: float = TEXT_WIDTH, *, short: int = 0) -> tuple[int, ...]:
    """Shares for a stub of labels and columns as even as their words allow: none is narrower than its widest word.

    Texts of up to `short` characters count as one word. The stub takes what its longest label wishes, as far as the columns leave it
    room, and never less than its longest word.
    """
    labels, needs = list(stub), _needs(columns, short)
    least = longest_word(labels) + PADDING
    wish = max(measure(label, bold=True) for label in labels) + PADDING
    most = max(width * MOST_STUB, width - (max(needs) + ROOMY) * len(needs))
    first = max(least, min(wish, width - sum(needs), most))
    return shares([first, *levelled(needs, width - first)])


def _needs(columns: Sequence[Iterable[str]], short: int = 0) -> list[float]:
    """The least width of each column: its longest word, and short texts (Jan to Mar) whole."""
    found = [list(column) for column in columns]
    whole = [[measure(text, bold=True) for text in column if len(text) <= short] for column in found]
    return [max([longest_word(column), *own]) + PADDING for column, own in zip(found, whole, strict=True)]


def least_width(stub: Iterable[str], columns: Sequence[Iterable[str]]) -> float:
    """Points that such a table needs so that no word is broken, with half as much again for the stub's labels."""
    return sum(_needs(columns)) + 1.5 * (longest_word(stub) + PADDING)


def strip_shares(labels: Sequence[str], figures: Sequence[str], captions: Sequence[str]) -> tuple[int, ...]:
    """Shares for a strip: each label on one line and columns as even as that allows; where it can't be, labels wrap.

    A large figure is never broken, nor is a word of its label or caption.
    """
    columns = list(zip(labels, figures, captions, strict=True))
    needs = [max(LARGE * measure(large, bold=True), longest_word([label, small])) + PADDING for label, large, small in columns]
    wishes = [max(need, measure(label) + PADDING, STRIP_COLUMN) for need, label in zip(needs, labels, strict=True)]
    if sum(wishes) <= TEXT_WIDTH:
        return shares(levelled(wishes, TEXT_WIDTH))
    granted = max(0.0, TEXT_WIDTH - sum(needs)) / max(sum(wishes) - sum(needs), 1.0)
    return shares([need + (wish - need) * granted for need, wish in zip(needs, wishes, strict=True)])


def levelled(least: Sequence[float], whole: float) -> list[float]:
    """Widths that add up to `whole`: all alike, apart from those that need more."""
    widest = sorted(least, reverse=True)
    for n, each in enumerate(widest):
        level = (whole - sum(widest[:n])) / (len(widest) - n)
        if each <= level:
            return [max(width, level) for width in least]
    return list(least)
