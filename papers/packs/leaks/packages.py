"""The words of Office files part by part: what is shown, and what a file carries beside: comments, changes, properties, workbooks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from papers.packs.leaks.texts import BREAK, Text, picture_texts, strings, within

if TYPE_CHECKING:
    from lxml.etree import _Element

PLACES = (
    ("word/comments", "comment"),
    ("word/document", "text"),
    ("word/header", "header"),
    ("word/footer", "footer"),
    ("word/footnotes", "footnote"),
    ("word/endnotes", "endnote"),
    ("word/glossary", "building block"),
    ("word/charts", "chart"),
    ("word/diagrams", "diagram"),
    ("docProps", "properties"),
    ("customXml", "custom XML"),
    ("xl/worksheets", "sheet"),
    ("xl/sharedStrings", "cells"),
    ("xl/comments", "comment"),
)
"""What parts are, by the beginnings of their names."""
SHOWN = ("text", "header", "footer", "footnote", "endnote", "chart", "diagram", "sheet", "cells")
ALTERNATIVES = ("descr", "title", "alt")
UNCOUNTED = ("posOffset", "pctWidth", "pctHeight", "align", "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "TotalTime")
"""Elements whose numbers measure the file."""
JOINED = ("t", "delText", "r", "rPr", "instrText", "delInstrText")
"""Elements after which a word may go on."""
HIDES = {"del": "deleted text of a tracked change", "moveFrom": "moved text of a tracked change"}
OFF = ("0", "false", "off")


def part_texts(name: str, data: bytes, depth: int, *, office: bool) -> Iterator[Text]:
    """The texts of one file of a package; `office` where it is a Word file or workbook and no mere archive."""
    if office and re.search(r"(?i)\.(xml|rels|vml)$", name):
        yield from _xml(name, data)
    elif office and name.startswith(("word/media", "xl/media")):
        yield from picture_texts(name, data)
    elif data[:2] == b"PK" or not office:
        yield from within("chart workbook" if "embeddings" in name else name, name, data, depth)
    else:
        yield from strings(name, data)


def _xml(name: str, data: bytes) -> Iterator[Text]:
    from lxml import etree

    place = next((place for start, place in PLACES if name.startswith(start)), name)
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        yield from strings(name, data)
        return
    seen: dict[str, list[str]] = {}
    _gather(root, place, seen)
    for where, words in seen.items():
        yield Text(where, "".join(words), shown=where in SHOWN, written=where != name)
    every = list(root.iter())
    said = [value for each in every for key, value in each.attrib.items() if key in ALTERNATIVES]
    yield Text(f"{place}, text alternative", BREAK.join(said))
    others = [value for each in every for key, value in each.attrib.items() if key not in ALTERNATIVES]
    yield Text(f"{place}, attribute", "\n".join(map(unquote_plus, others)), written=False)
    notes = [str(each.text or "") for each in every if not isinstance(each.tag, str)]
    yield Text(f"{place}, XML comment", "\n".join(notes), written=False)


def _gather(root: _Element, place: str, seen: dict[str, list[str]]) -> None:
    """Add each text under the place that it belongs to: the part's, or that of what hides it."""
    from lxml import etree

    where = [place]
    between = BREAK if place == "properties" else " "
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            where.append(_where(element, tag, where[-1]))
            if element.text and tag not in UNCOUNTED:
                seen.setdefault(where[-1], []).append(element.text)
        else:
            seen.setdefault(where.pop(), []).append("" if tag in JOINED else between)
            seen.setdefault(where[-1], []).append(element.tail or "")


def _where(element: _Element, tag: str, before: str) -> str:
    if tag in HIDES:
        return HIDES[tag]
    if tag == "r" and _vanishes(element):
        return "hidden text"
    if tag in ("instrText", "delInstrText"):
        return "field code"
    return before


def _vanishes(run: _Element) -> bool:
    for properties in run:
        if str(properties.tag).endswith("}rPr"):
            for each in properties:
                if str(each.tag).rpartition("}")[2] in ("vanish", "webHidden", "specVanish"):
                    return next((value for key, value in each.attrib.items() if str(key).endswith("}val")), "1") not in OFF
    return False
