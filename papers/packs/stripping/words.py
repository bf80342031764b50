"""A Word file without comments, changes, hidden text, personal data, custom XML and marks of editing; what it shows stays as it was."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.packs.stripping.bodies import clean_body, clean_settings, hidden_styles
from papers.packs.stripping.left import unseen
from papers.packs.stripping.pictures import bare_picture
from papers.packs.stripping.properties import clean_application, clean_core, keep_custom, shown_properties
from papers.readers.word import Tracked
from papers.readers.word.names import CONTENT, PACKAGE
from papers.readers.word.package import Package, open_package
from papers.writers.word.zipping import archive, entry

if TYPE_CHECKING:
    from papers.readers.word.names import Element

GONE = (
    ("word/comments", "comments"),
    ("word/people", "names of people"),
    ("customXml/", "custom XML"),
    ("docProps/thumbnail", "a picture of the first page"),
    ("word/printerSettings", "settings of a printer"),
    ("word/recipientData", "recipients of a mail merge"),
)
"""Parts that are taken out, by the beginnings of their names, and what they hold."""
OUTSIDE = ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData", "transform")
"""Relationships that lead to files on somebody's machine."""
APPLICATION, CORE, CUSTOM_PART = "docProps/app.xml", "docProps/core.xml", "docProps/custom.xml"


@dataclass(frozen=True, slots=True)
class Stripped:
    """The file as it may go public, how much was taken out by what it was, and links that lead to files on a machine of the council's.

    `unseen` is what stays in it and is not seen on its pages, in words.
    """

    data: bytes
    taken: Mapping[str, int]
    private_links: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Wanted:
    """How a file is to be cleaned: its changes, its author; and what of it is shown and hidden."""

    tracked: Tracked
    author: str
    shown: frozenset[str]
    """Custom properties that fields show."""
    hidden: frozenset[str]
    """Styles whose text is hidden."""
    taken: Counter[str]


def strip_word(data: bytes, tracked: Tracked, author: str = "") -> Stripped:
    """The Word file with its tracked changes settled and nothing in it that it does not show; `author` stands as its author.

    The same bytes for the same file. PapersError where the file is refused: macros, embedded programs, damage.
    """
    package = open_package(data)
    trees = package.trees.values()
    wanted = _Wanted(tracked, author, shown_properties(trees), hidden_styles(trees), Counter())
    parts = _parts(package, wanted)
    links = tuple(sorted({each.get("Target") or "" for each in _relations(package) if (each.get("Target") or "").startswith("file:")}))
    taken = {what: number for what, number in sorted(wanted.taken.items()) if number}
    return Stripped(archive(entry(name, part) for name, part in parts.items()), taken, links, tuple(unseen(package)))


def _parts(package: Package, wanted: _Wanted) -> dict[str, bytes]:
    """Every part that stays, as it may go public."""
    gone = {name: what for name in package.parts for start, what in GONE if name.startswith(start)}
    wanted.taken.update(what for name, what in gone.items() if not name.endswith(".rels"))
    gone |= {_described_by(name): what for name, what in gone.items()}
    made: dict[str, bytes] = {}
    for name, part in package.parts.items():
        root = package.trees.get(name)
        if name in gone:
            continue
        if root is None:
            made[name] = _binary(name, part, wanted.taken)
            continue
        _clean(name, root, wanted)
        _forget(name, root, gone)
        made[name] = _bytes(root)
    return made


def _clean(name: str, root: Element, wanted: _Wanted) -> None:
    """Clean one part in place."""
    if name == CORE:
        clean_core(root, wanted.author, wanted.taken)
    elif name == APPLICATION:
        clean_application(root, wanted.taken)
    elif name == CUSTOM_PART:
        keep_custom(root, wanted.shown, wanted.taken)
    elif name == "word/settings.xml":
        clean_settings(root, wanted.taken)
    elif name.startswith("word/") and not name.endswith(".rels"):
        clean_body(root, wanted.tracked, wanted.hidden, wanted.taken)


def _binary(name: str, part: bytes, taken: Counter[str]) -> bytes:
    """A picture without what it says of itself; a chart's workbook without the names of those who wrote it."""
    if name.lower().endswith(".xlsx"):
        return _workbook(part, taken)
    bare = bare_picture(part)
    taken["metadata of pictures"] += bare != part
    return bare


def _workbook(data: bytes, taken: Counter[str]) -> bytes:
    package = open_package(data, "xlsx")
    gone = {
        name: "comments in workbooks" for name in package.parts if name.startswith(("xl/comments", "xl/threadedComments", "xl/persons"))
    }
    taken["comments in workbooks"] += len(gone)
    gone |= {_described_by(name): what for name, what in gone.items()}
    wanted = _Wanted("accepted", "", frozenset(), frozenset(), taken)
    made = {name: part for name, part in package.parts.items() if name not in gone}
    for name, root in package.trees.items():
        if name in made:
            _clean(name, root, wanted)
            _forget(name, root, gone)
            made[name] = _bytes(root)
    return archive(entry(name, part) for name, part in made.items())


def _forget(name: str, root: Element, gone: Mapping[str, str]) -> None:
    """Take out of the list of types, or of relationships, what is gone or leads to a file of somebody's."""
    if name == "[Content_Types].xml":
        for each in list(root.iter(f"{{{CONTENT}}}Override")):
            if (each.get("PartName") or "").lstrip("/") in gone:
                root.remove(each)
    elif name.endswith(".rels"):
        folder = posixpath.dirname(posixpath.dirname(name))
        for each in list(root.iter(f"{{{PACKAGE}}}Relationship")):
            target = each.get("Target") or ""
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if path in gone or (each.get("Type") or "").rpartition("/")[2] in OUTSIDE:
                root.remove(each)


def _relations(package: Package) -> list[Element]:
    return [each for name, root in package.trees.items() if name.endswith(".rels") for each in root.iter(f"{{{PACKAGE}}}Relationship")]


def _described_by(name: str) -> str:
    """The part that holds the relationships of a part."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _bytes(root: Element) -> bytes:
    from lxml import etree

    for each in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        parent = each.getparent()
        if parent is not None:
            if each.tail:
                before = each.getprevious()
                if before is None:
                    parent.text = (parent.text or "") + each.tail
                else:
                    before.tail = (before.tail or "") + each.tail
            parent.remove(each)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
