"""A Word file that a template rendered, with the Document that was read from it inside: what its edits are compared with."""

from __future__ import annotations

import io
import zipfile
from itertools import count

from papers.document import Document
from papers.writers.word.properties import ITEM, ITEM_PROPERTIES, paper_part, words_of_running_parts
from papers.writers.word.xml import RELATION
from papers.writers.word.zipping import archive, entry

TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
KIND = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATION_ID = "rIdSent"


def carrying(data: bytes, document: Document) -> bytes:
    """The file with the document in a custom XML part of its own; the file as it is where its body has no relationships."""
    held = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: held.read(name) for name in held.namelist()}
    if RELATIONS not in parts:
        return data
    number = next(n for n in count(1) if f"customXml/item{n}.xml" not in parts)
    item, properties = ITEM.replace("1", str(number)), ITEM_PROPERTIES.replace("1", str(number))
    for name, part in paper_part(document, words_of_running_parts(parts, document)).items():
        renamed = name.replace("item1", f"item{number}").replace("itemProps1", f"itemProps{number}")
        parts[renamed] = part.replace(b"itemProps1.xml", f"itemProps{number}.xml".encode())
    relation = f'<Relationship Id="{RELATION_ID}" Type="{RELATION}/customXml" Target="../{item}"/>'
    kind = f'<Override PartName="/{properties}" ContentType="{KIND}"/>'
    parts[RELATIONS] = _before_end(parts[RELATIONS], "Relationships", relation)
    parts[TYPES] = _before_end(parts[TYPES], "Types", kind)
    return archive(entry(name, part) for name, part in parts.items())


def _before_end(part: bytes, root: str, added: str) -> bytes:
    """The part with one more element at the end of its root, whatever prefix the root has."""
    end = part.rindex(b"</")
    prefix = part[end + 2 :].split(b">")[0].decode().removesuffix(root)
    return part[:end] + added.replace("<", f"<{prefix}", 1).encode() + part[end:]
