"""The house template as the writer uses it: its parts, the ids of its styles, and the section properties that pages take over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from zipfile import ZipFile

from papers.writers.word.xml import WORD

W = f"{{{WORD}}}"
REFERENCE = re.compile(r"<w:(header|footer)Reference\b[^>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
NUMBERED_LIST = "list number"


@dataclass(frozen=True, slots=True)
class Reference:
    """A header or footer that the template's section names: its kind, its pages ("default", "first") and its part's relationship."""

    kind: str
    pages: str
    relation: str


@dataclass(frozen=True, slots=True)
class Template:
    """What the writer takes from the template."""

    parts: Mapping[str, bytes]
    style_ids: Mapping[str, str]
    default_style: str
    section: str
    references: tuple[Reference, ...]
    relations: Mapping[str, str]
    number_list: str
    lists: int


@lru_cache(maxsize=2)
def read_template(template: bytes) -> Template:
    """The template of these bytes, which `read_house` has found good. KeyError for a part or style that is missing."""
    package = ZipFile(BytesIO(template))
    parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
    names, default, number = _styles(parts["word/styles.xml"])
    section = _section(parts["word/document.xml"].decode())
    found = (dict(ATTRIBUTE.findall(each[0])) | {"kind": each[1]} for each in REFERENCE.finditer(section))
    references = tuple(Reference(each["kind"], each["w:type"], each["r:id"]) for each in found)
    abstract, lists = _lists(parts["word/numbering.xml"], number)
    relations = _relations(parts["word/_rels/document.xml.rels"])
    return Template(MappingProxyType(parts), MappingProxyType(names), default, section, references, relations, abstract, lists)


def _styles(part: bytes) -> tuple[dict[str, str], str, str]:
    """Style ids by name in small letters, the default paragraph style's id, and the number of the numbered list."""
    from xml.etree.ElementTree import fromstring

    names: dict[str, str] = {}
    default = number = ""
    for style in fromstring(part).iter(f"{W}style"):
        sid, name = style.get(f"{W}styleId", ""), style.find(f"{W}name")
        names[name.get(f"{W}val", "").lower() if name is not None else ""] = sid
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
            default = sid
        listed = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if listed is not None and names.get(NUMBERED_LIST) == sid:
            number = listed.get(f"{W}val", "")
    return names, default, number


def _section(document: str) -> str:
    """The properties of the template's last section, which hold for its pages."""
    start, end = document.rindex("<w:sectPr"), document.rindex("</w:sectPr>")
    return document[start:end] + "</w:sectPr>"


def _lists(part: bytes, number: str) -> tuple[str, int]:
    """The definition behind the numbered list, and the highest number of any list."""
    from xml.etree.ElementTree import fromstring

    numbers = {num.get(f"{W}numId", ""): num.find(f"{W}abstractNumId") for num in fromstring(part).iter(f"{W}num")}
    abstract = numbers[number]
    return "" if abstract is None else abstract.get(f"{W}val", ""), max(int(each) for each in numbers)


def _relations(part: bytes) -> dict[str, str]:
    """Targets of the document's relationships by their ids."""
    from xml.etree.ElementTree import fromstring

    return {each.get("Id", ""): each.get("Target", "") for each in fromstring(part)}
