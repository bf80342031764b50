"""The Document as it was sent out, which travels in the Word file beside the words: what returned edits are compared with.

It is never the answer to what a file says: it may be old, another paper's, or made by hand.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from papers.document import Document
from papers.errors import PapersError, problem
from papers.readers.word import vetting
from papers.serial import SerialError, decode, picture_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from papers.readers.word.names import Element
    from papers.readers.word.package import Package

PAPER = "urn:papers:paper"
ITEM = re.compile(r"customXml/item\d*\.xml")
MEDIA = "word/media/"


def sent_document(data: bytes, pictures: Mapping[str, bytes] | None = None) -> Document | None:
    """The Document that the Word file was made from, exactly; None where no copy is in it or the copy makes no Document.

    A picture that is no longer in the file is taken from `pictures` (bytes by `picture_key`), or else has no bytes.
    PapersError where the file is no Word file that may be opened.
    """
    refusals = [*vetting.vet_archive(data)]
    if refusals:
        raise PapersError(problem("word-refused", why=why, how=how) for why, how in dict.fromkeys(refusals))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = archive.namelist()
        text = next((said for name in names if ITEM.fullmatch(name) and (said := _copy(name, archive.read(name)))), "")
        media = {picture_key(part): part for part in (archive.read(name) for name in names if text and name.startswith(MEDIA))}
    except (zipfile.BadZipFile, EOFError, OSError):
        return None
    return decoded(text, {**(pictures or {}), **media})


def sent_copy(package: Package) -> Document | None:
    """The copy in a package that is open already."""
    text = next((said for name, root in package.trees.items() if ITEM.fullmatch(name) and (said := copy_in(root))), "")
    media = {picture_key(part): part for name, part in package.parts.items() if text and name.startswith(MEDIA)}
    return decoded(text, media)


def decoded(text: str, pictures: Mapping[str, bytes]) -> Document | None:
    """The Document that a copy's text says; None where it says none."""
    try:
        return decode(text, pictures) if text else None
    except SerialError:
        return None


def _copy(name: str, part: bytes) -> str:
    """The text of the copy in a custom XML part; "" where the part holds none."""
    from lxml import etree  # heavy, and most commands read no Word file

    if PAPER.encode() not in part or any(vetting.vet_text(name, part)):
        return ""
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))
    except etree.XMLSyntaxError:
        return ""
    return copy_in(root)


def copy_in(root: Element) -> str:
    """The text of the copy under a part's root; "" where it holds none."""
    return "".join(each.text or "" for each in root.iter(f"{{{PAPER}}}sent"))
