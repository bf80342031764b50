"""Characters that officers' programs leave in texts and that papers can't print: folded where they say nothing, else found.

Only what the papers' fonts lack is touched: soft hyphens, marks of direction, spaces of special widths, accents apart from their letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from papers.metrics import missing

FOLDED = {"\x85": " ", "\u2028": " ", "\u2029": " ", "\u034f": "", "\uf0b7": "•"}
"""A new line, a line's and a paragraph's end, a joiner of accents, and Symbol's bullet (what Word writes for its own)."""

NOTHING = ("Cf",)
"""The category of characters that only steer how others are set (Unicode 15, table 4-4)."""

SELECTORS = ("\ufe00", "\ufe0f")
"""The first and last of the marks that choose among a character's forms."""


def printable(text: str) -> str:
    """The text with what no font has made plain where that changes no word; other characters stay."""
    if text.isascii() or not any(map(_lacks, text)):
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(_folded(each) if _lacks(each) else each for each in composed)


def unprintable(text: str) -> Iterator[str]:
    """Each character of the text that no font of the papers has, once."""
    if not text.isascii():
        yield from (each for each in dict.fromkeys(text) if _lacks(each))


def point(character: str) -> str:
    """The character's code point: U+F0B7."""
    return f"U+{ord(character):04X}"


@lru_cache(maxsize=4096)
def _lacks(character: str) -> bool:
    """Whether the papers' fonts have no glyph for the character."""
    return bool(missing((character,)))


def _folded(character: str) -> str:
    """What stands for a character without a glyph: nothing, a space, or itself."""
    if character in FOLDED:
        return FOLDED[character]
    kind = unicodedata.category(character)
    if kind in NOTHING or SELECTORS[0] <= character <= SELECTORS[1]:
        return ""
    return " " if kind == "Zs" else character
