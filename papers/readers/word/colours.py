"""Colours of a Word file's text and shades: whether they can mean something (ECMA-376, 17.3.2.6 and 17.3.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papers.readers.word.names import VAL, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element

BLACKS = frozenset({"", "auto", "000000"})
WHITES = frozenset({"", "auto", "ffffff"})
BLACK_THEMES, WHITE_THEMES = frozenset({"text1", "dark1"}), frozenset({"background1", "light1"})
PALE = 0xE0
"""Of 255: text whose colours are all lighter than this is hardly seen on paper."""


def is_coloured(colour: Element) -> bool:
    """Whether the colour of text is any but black."""
    theme = colour.get(w("themeColor")) or ""
    return theme not in BLACK_THEMES if theme else (colour.get(VAL) or "").lower() not in BLACKS


def is_white(colour: Element) -> bool:
    """Whether the colour of text is hardly seen on white paper."""
    theme = colour.get(w("themeColor")) or ""
    return theme in WHITE_THEMES if theme else _is_pale((colour.get(VAL) or "").lower())


def filled(shade: Element) -> bool:
    """Whether a shade is seen on white paper."""
    theme = shade.get(w("themeFill")) or ""
    if theme:
        return theme not in WHITE_THEMES or bool(shade.get(w("themeFillShade")))
    return (shade.get(w("fill")) or "").lower() not in WHITES or shade.get(VAL) not in (None, "clear", "nil")


def _is_pale(said: str) -> bool:
    try:
        return len(said) == len("ffffff") and all(part >= PALE for part in bytes.fromhex(said))
    except ValueError:
        return False
