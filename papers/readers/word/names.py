"""The names of Office Open XML (ECMA-376) that are read, in Clark notation, and small questions on elements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element = _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
STRICT = "http://purl.oclc.org/ooxml/"

EMU = 12700
"""English metric units a point."""


def w(name: str) -> str:
    """The name in WordprocessingML."""
    return f"{{{WORD}}}{name}"


def r(name: str) -> str:
    """The name of a relationship attribute."""
    return f"{{{RELATION}}}{name}"


VAL = w("val")
OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element | None) -> str:
    """The name without its namespace; "" for a comment, an instruction or nothing."""
    return "" if element is None or not isinstance(element.tag, str) else _local(element.tag)


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def val(element: Element | None, path: str) -> str | None:
    """The w:val of the element at the path ("w:pStyle" steps joined by "/"), or None."""
    found = at(element, path)
    return None if found is None else found.get(VAL)


def at(element: Element | None, path: str) -> Element | None:
    """The first element at the path of WordprocessingML names joined by "/", or None; of two that could lead on, only the first is tried."""
    for name in _clark(path):
        if element is None:
            return None
        element = next(element.iterchildren(name), None)
    return element


@lru_cache(maxsize=256)
def _clark(path: str) -> tuple[str, ...]:
    """The path in Clark notation; there are few paths and they are asked for often."""
    return tuple(w(step) for step in path.split("/"))


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a toggle property is on, off, or not there (None)."""
    found = at(properties, name)
    return None if found is None else found.get(VAL, "1") not in OFF


def words_of(element: Element) -> str:
    """All words below the element on one line, for a problem's value."""
    words = (" " if each.tag == w("p") else each.text or "" for each in element.iter(w("p"), w("t"), f"{{{DRAWING}}}t", f"{{{MATHS}}}t"))
    return " ".join("".join(words).split())


def children(element: Element) -> Iterator[Element]:
    """The child elements, without comments and instructions."""
    return element.iterchildren("*")
