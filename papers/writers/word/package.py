"""The package: the template's parts with a paper's own in place of them, in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from papers.writers.word.properties import (
    CORE,
    CUSTOM,
    ITEM,
    ITEM_PROPERTIES,
    core_properties,
    custom_properties,
    paper_part,
    words_of_running_parts,
)
from papers.writers.word.writing import Relations, Writing
from papers.writers.word.xml import DECLARATION, PACKAGE, RELATION, WORD, attribute
from papers.writers.word.zipping import Entry, archive, entry, stored

TYPES = "[Content_Types].xml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
OFFICE = "application/vnd.openxmlformats-officedocument"
DEFAULTS = {"png": "image/png", "jpeg": "image/jpeg", "xlsx": f"{OFFICE}.spreadsheetml.sheet"}
OVERRIDES = {
    f"/{CORE}": "application/vnd.openxmlformats-package.core-properties+xml",
    f"/{CUSTOM}": f"{OFFICE}.custom-properties+xml",
    f"/{ITEM_PROPERTIES}": f"{OFFICE}.customXmlProperties+xml",
    "/word/footnotes.xml": f"{OFFICE}.wordprocessingml.footnotes+xml",
}
COMPRESSED = (".xlsx", ".png", ".jpeg")
LANGUAGE = re.compile(rb'(<w:rPrDefault>.*?<w:lang [^>]*?w:val=")[^"]*', re.DOTALL)
NAME = re.compile(rb'(?:PartName|Extension)="([^"]+)"')

SEPARATORS = "".join(
    [
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    ]
)


def package(body: str, writing: Writing) -> bytes:
    """The Word file of this main part's markup and of all that gathered while it was written."""
    template = writing.template
    parts = {name: data for name, data in template.parts.items() if not name.startswith("customXml/")}
    parts |= writing.parts | paper_part(writing.document, words_of_running_parts(writing.parts, writing.document))
    parts["word/document.xml"] = body.encode()
    parts[CORE] = core_properties(writing.document)
    parts[CUSTOM] = custom_properties(writing)
    parts["word/styles.xml"] = LANGUAGE.sub(rb"\g<1>" + writing.document.language.encode(), parts["word/styles.xml"], count=1)
    parts["word/numbering.xml"] = _numbering(parts["word/numbering.xml"], writing.lists)
    parts["word/footnotes.xml"] = _footnotes(writing)
    if writing.note_relations.made:
        parts["word/_rels/footnotes.xml.rels"] = _relations(writing.note_relations).encode()
    parts["word/_rels/document.xml.rels"] = _document_relations(parts["word/_rels/document.xml.rels"], writing)
    parts["_rels/.rels"] = _root_relations(parts["_rels/.rels"])
    parts[TYPES] = _types(parts[TYPES], writing.kinds | OVERRIDES)
    return archive(_entries(parts))


def _entries(parts: dict[str, bytes]) -> Iterable[Entry]:
    """The parts in the order in which Word reads them: types and relationships first, then by name."""
    for name in sorted(parts, key=lambda each: (each != TYPES, each != "_rels/.rels", each)):
        yield stored(name, parts[name]) if name.endswith(COMPRESSED) else entry(name, parts[name])


def _numbering(part: bytes, lists: list[str]) -> bytes:
    """The template's lists and the paper's, each of which begins anew."""
    at = part.find(b"<w:numIdMacAtCleanup")
    at = part.rindex(b"</w:numbering>") if at < 0 else at
    return part[:at] + "".join(lists).encode() + part[at:]


def _footnotes(writing: Writing) -> bytes:
    notes = "".join(writing.notes)
    return f'{DECLARATION}<w:footnotes xmlns:w="{WORD}" xmlns:r="{RELATION}">{SEPARATORS}{notes}</w:footnotes>'.encode()


def _lines(relations: Relations) -> str:
    return "".join(
        [
            f'<Relationship Id="{number}" Type="{kind}" Target="{attribute(target)}"{" TargetMode=" + chr(34) + "External" + chr(34) if external else ""}/>'
            for (kind, target, external), number in relations.made.items()
        ]
    )


def _relations(relations: Relations) -> str:
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{_lines(relations)}</Relationships>'


def _document_relations(part: bytes, writing: Writing) -> bytes:
    """The template's relationships (without its own custom XML) and the paper's."""
    kept = re.sub(rb"<Relationship\b[^>]*/customXml\"[^>]*/>", b"", part)
    writing.relations.add(f"{RELATION}/customXml", f"../{ITEM}")
    if b'/footnotes"' not in kept:
        writing.relations.add(f"{RELATION}/footnotes", "footnotes.xml")
    return kept.replace(b"</Relationships>", _lines(writing.relations).encode() + b"</Relationships>")


def _root_relations(part: bytes) -> bytes:
    """The package's relationships, core and custom properties among them."""
    made = Relations("rIdP")
    if b'/custom-properties"' not in part:
        made.add(f"{RELATION}/custom-properties", CUSTOM)
    if b'/core-properties"' not in part:
        made.add(f"{PACKAGE}/relationships/metadata/core-properties", CORE)
    return part.replace(b"</Relationships>", _lines(made).encode() + b"</Relationships>")


def _types(part: bytes, kinds: dict[str, str]) -> bytes:
    """The template's content types and those of the paper's parts."""
    part = re.sub(rb'<Override PartName="/customXml/[^>]*/>', b"", part)
    known = {name.decode() for name in NAME.findall(part)}
    defaults = [f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in DEFAULTS.items() if suffix not in known]
    overrides = [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items() if name not in known]
    start = part.index(b">", part.index(b"<Types")) + 1
    return part[:start] + "".join(defaults).encode() + part[start:].replace(b"</Types>", "".join(overrides).encode() + b"</Types>")
