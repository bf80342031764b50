"""A rendered Word file put together: its properties, its relationships, and an archive whose bytes depend on its parts alone."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from papers.readers.word.names import CONTENT, CUSTOM, PACKAGE, RELATION, VAL, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element

FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip archive can hold: what every part bears."""

TYPES = "[Content_Types].xml"
CORE_PART, CUSTOM_PART = "docProps/core.xml", "docProps/custom.xml"
CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CUSTOM_KIND = f"{RELATION}/custom-properties"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id of custom properties (ECMA-376, 22.3)."""

COMMENTS = re.compile(r"(comments\w*|people)\.xml$")
CHARACTER_STYLES = {
    "Chip": "<w:b/><w:bCs/>",
    "Direction": "<w:noProof/>",
    "Hyperlink": '<w:color w:val="12436D"/><w:u w:val="single"/>',
}
"""Styles that filled values need, for templates that have none of their own."""


@dataclass
class Parts:
    """The parts of a file that is being put together: bytes by name, and parsed where they change."""

    data: dict[str, bytes]
    trees: dict[str, Element]

    def tree(self, name: str, empty: str = "") -> Element:
        """The part parsed; made of `empty` where it is missing."""
        from lxml import etree

        if name not in self.trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self.trees[name] = etree.fromstring(self.data.get(name) or empty.encode(), parser)
        return self.trees[name]

    def relations(self, part: str) -> Element:
        """The relationships of a part ("" for the file's own)."""
        folder, name = posixpath.split(part)
        return self.tree(posixpath.join(folder, "_rels", f"{name}.rels"), f'<Relationships xmlns="{PACKAGE}"/>')

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the part's relationship of that kind to that target, made where there is none."""
        root = self.relations(part)
        for each in root:
            if (each.get("Type"), each.get("Target")) == (kind, target):
                return each.get("Id") or ""
        taken = {each.get("Id") for each in root}
        new = next(f"rIdP{n}" for n in range(1, len(taken) + 2) if f"rIdP{n}" not in taken)
        mode = {"TargetMode": "External"} if external else {}
        root.append(root.makeelement(f"{{{PACKAGE}}}Relationship", {"Id": new, "Type": kind, "Target": target, **mode}))
        return new

    def declare(self, part: str, content_type: str) -> None:
        """Say a part's content type."""
        root = self.tree(TYPES)
        if not any(each.get("PartName") == f"/{part}" for each in root):
            root.append(root.makeelement(f"{{{CONTENT}}}Override", {"PartName": f"/{part}", "ContentType": content_type}))

    def drop_comments(self) -> None:
        """Take out the parts that hold comments and who made them, with all that refers to them."""
        gone = {name for name in self.data if COMMENTS.search(name)}
        for name in gone:
            self.data.pop(name)
            self.trees.pop(name, None)
        for name in [each for each in self.data if each.endswith(".rels")]:
            if any(COMMENTS.search(each.get("Target") or "") for each in self.tree(name)):
                _without(self.tree(name), "Target")
        if gone:
            _without(self.tree(TYPES), "PartName")

    def style(self, part: str, name: str) -> str:
        """The id of the character style of that name, which is added where the template has none."""
        root = self.tree(part)
        for each in root.iter(w("style")):
            named = each.find(w("name"))
            if each.get(w("type")) == "character" and named is not None and (named.get(VAL) or "").lower() == name.lower():
                return each.get(w("styleId")) or name
        from lxml import etree

        made = f'<w:style xmlns:w="{w("")[1:-1]}" w:type="character" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr>{CHARACTER_STYLES[name]}</w:rPr></w:style>'
        root.append(etree.fromstring(made))
        return name

    def archive(self) -> bytes:
        """The file, its content types first and all else by name."""
        from lxml import etree

        for name, root in self.trees.items():
            self.data[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name in [TYPES, *sorted(self.data.keys() - {TYPES})]:
                member = zipfile.ZipInfo(name, FIRST_DATE)
                member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, 0, 0
                made.writestr(member, self.data[name])
        return out.getvalue()


def _without(root: Element, attribute: str) -> None:
    for each in [found for found in root if COMMENTS.search(found.get(attribute) or "")]:
        root.remove(each)


def unpacked(data: bytes) -> Parts:
    """The parts of a file that docxtpl has saved."""
    package = zipfile.ZipFile(io.BytesIO(data))
    return Parts({name: package.read(name) for name in package.namelist() if not name.endswith("/")}, {})


def set_core(parts: Parts, about: Mapping[str, str]) -> None:
    """Write the core properties of the paper: what Word shows under File, Info, and what a PDF's title is made of."""
    stamp = f"{about['date']}T00:00:00Z"
    said = {"dc:title": about["title"], "dc:subject": about["subject"], "dc:creator": about["author"], "dc:language": about["language"]}
    lines = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in said.items() if text)
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified"))
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    parts.data[CORE_PART] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties {spaces}>{lines}{dates}</cp:coreProperties>'.encode()
    )
    parts.trees.pop(CORE_PART, None)
    parts.relate("", CORE_KIND, CORE_PART)
    parts.declare(CORE_PART, CORE_TYPE)


def set_custom(parts: Parts, values: Mapping[str, str]) -> None:
    """Write the custom properties, in place of those of the template."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    lines = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{number}" name={quoteattr(name)}><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
        for number, (name, text) in enumerate(values.items(), 2)
    )
    made = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{CUSTOM}" xmlns:vt="{kind}">{lines}</Properties>'
    parts.data[CUSTOM_PART] = made.encode()
    parts.trees.pop(CUSTOM_PART, None)
    parts.relate("", CUSTOM_KIND, CUSTOM_PART)
    parts.declare(CUSTOM_PART, CUSTOM_TYPE)
