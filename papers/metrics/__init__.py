"""Widths of text, from tables of the fonts that the papers carry: what layout, Word's tables and charts measure with.

Font names of house templates lead to a family whose advance widths they share (Arial: Liberation Sans), so that a page that is
set here breaks where Word breaks it. Without kerning, as Word sets text by default. Lengths are points.
"""

from papers.metrics.decimals import decimal_pads
from papers.metrics.faces import FONT_NAMES, Face, MissingGlyphError, UnknownFontError, face, missing, nearest, width

__all__ = [
    "FONT_NAMES",
    "Face",
    "MissingGlyphError",
    "UnknownFontError",
    "decimal_pads",
    "face",
    "missing",
    "nearest",
    "width",
]
