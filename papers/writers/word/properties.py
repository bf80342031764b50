"""What a file says of itself: core properties, the document properties behind fields, and the part that names the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from papers.document import Document
from papers.house import PROPERTIES, running_values, running_words
from papers.serial import encode
from papers.writers.word.writing import Writing
from papers.writers.word.xml import DECLARATION, PACKAGE, RELATION, attribute, text

CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
ITEM, ITEM_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
PAPER = "urn:papers:paper"
FORMAT = "papers.word/1"
"""The version of docs/word-conventions.md that a file keeps to."""

RUNNING = re.compile(r"word/(?:header|footer)[^/]*\.xml")
"""The names of headers' and footers' parts."""

PIECE = 1_000_000
"""Characters of the sent Document in one element; parsers refuse ten million."""

ITEM_ID = "{5A1D3F52-6A0B-4C53-9C0E-7B7E3D1F8A21}"
"""The identity of the part that names the paper: any fixed GUID, the same in all papers."""

SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The property set of all custom properties (ECMA-376, 22.3)."""

FIRST = 2
"""The number of the first custom property (22.3.2.1)."""

OF_DOCUMENT = {"Paper": "paper", "Draft": "draft", "Checksum": "checksum"}
"""What the Document says of itself beyond what headers and footers show, by the names of the properties."""


def core_properties(document: Document) -> bytes:
    """Title, subject, author, language, and the document's date as the file's."""
    date = f"{document.date.isoformat()}T00:00:00Z"
    dated = "".join([f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}</dcterms:{name}>' for name in ("created", "modified")])
    words = (("title", document.title), ("subject", document.subject), ("creator", document.author))
    said = "".join([f"<dc:{name}>{text(value)}</dc:{name}>" for name, value in words])
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{said}<dc:language>{attribute(document.language)}</dc:language>"
        f"<cp:lastModifiedBy>{text(document.author)}</cp:lastModifiedBy>{dated}</cp:coreProperties>"
    ).encode()


def custom_properties(writing: Writing) -> bytes:
    """What headers and footers show, what the Document knows of itself, who owes what, and each figure's shown text by its key."""
    document = writing.document
    shown = running_values(document)
    said = {name: shown[f"DOCPROPERTY {name}"] for name in PROPERTIES}
    own = {name: getattr(document, attribute_) for name, attribute_ in OF_DOCUMENT.items()}
    every = {name: value for name, value in (said | own).items() if value} | writing.prompts | writing.figures
    lines = [
        f'<property fmtid="{SET}" pid="{number}" name="{attribute(name)}"><vt:lpwstr>{text(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(every.items(), FIRST)
    ]
    office = RELATION.removesuffix("/relationships")
    return (
        f'{DECLARATION}<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">{"".join(lines)}</Properties>'
    ).encode()


def _sent(document: Document) -> str:
    """The Document itself, word for word, to compare with what comes back; in pieces that no XML parser finds too long."""
    said = encode(document)
    return "".join([f"<sent>{text(said[start : start + PIECE])}</sent>" for start in range(0, len(said), PIECE)])


def _running(words: Iterable[str]) -> str:
    return "".join([f"<running>{text(each)}</running>" for each in words])


def words_of_running_parts(parts: Mapping[str, bytes], document: Document) -> tuple[str, ...]:
    """The words of the headers and footers among the parts, each paragraph once."""
    shown = running_values(document)
    found = (words for name in sorted(parts) if RUNNING.fullmatch(name) for words in running_words(parts[name], shown))
    return tuple(dict.fromkeys(found))


def paper_part(document: Document, running: Iterable[str]) -> dict[str, bytes]:
    """The custom XML part that tells which paper a file holds, of which data and in which version of the conventions, and its properties.

    `running` are the words of the file's headers and footers, which nobody is to change in it.
    """
    about = f'id="{attribute(document.paper)}" checksum="{attribute(document.checksum)}" format="{FORMAT}"'
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    about += f' title="{attribute(document.title)}"'
    item = f'{DECLARATION}<paper xmlns="{PAPER}" {about}>{_running(running)}{_sent(document)}</paper>'
    properties = (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{schema}" ds:itemID="{ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{PAPER}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    relation = (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATION}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    )
    return {ITEM: item.encode(), ITEM_PROPERTIES: properties.encode(), "customXml/_rels/item1.xml.rels": relation.encode()}
