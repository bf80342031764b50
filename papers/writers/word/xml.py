"""Small tools for markup that is made of strings: escaping, the names of Office Open XML, and lengths."""

from __future__ import annotations

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

EMU = 12700
"""English metric units a point."""


def text(words: str) -> str:
    """The words as character data."""
    if "&" in words or "<" in words or ">" in words:
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words


def attribute(words: str) -> str:
    """The words as the value of an attribute in double quotes."""
    return text(words).replace('"', "&quot;") if '"' in words else text(words)


def hexadecimal(colour: str) -> str:
    """A colour of the model (#RRGGBB) as Word writes it."""
    return colour[1:]


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)
