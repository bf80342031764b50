"""Underlined text of a Word file that is no link: where it stands, and the words around it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.readers.word.names import local, w
from papers.readers.word.package import open_package

if TYPE_CHECKING:
    from papers.readers.word.names import Element


@dataclass(frozen=True, slots=True)
class Underlined:
    """Words that are underlined, the text of their paragraph, and the tags of the content controls around it, the innermost first."""

    words: str
    text: str
    tags: tuple[str, ...]


def underlined(data: bytes) -> tuple[Underlined, ...]:
    """Every underlined text of the body in reading order; links, and what is deleted, are none. PapersError where the file is refused."""
    if not _may_have(data):
        return ()
    package = open_package(data)
    found = []
    for paragraph in package.trees[package.main].iter(w("p")):
        words = ""
        for run in (*paragraph.iter(w("r")), None):
            if run is not None and _is_underlined(run):
                words += _text(run)
            elif words.strip():
                found.append(Underlined(words.strip(), "".join(map(_text, paragraph.iter(w("r")))), _tags(paragraph)))
                words = ""
    return tuple(found)


def _may_have(data: bytes) -> bool:
    """Whether any part of the file tells of underlining, so that most files need not be parsed for it once more."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(b"<w:u " in archive.read(name) for name in archive.namelist() if name.endswith("document.xml"))


def _text(run: Element) -> str:
    return "".join(each.text or "" for each in run.iter(w("t")))


def _is_underlined(run: Element) -> bool:
    """Whether the run itself is underlined and neither is a link nor has a link's style."""
    look = run.find(f"{w('rPr')}/{w('u')}")
    style = run.find(f"{w('rPr')}/{w('rStyle')}")
    if look is None or look.get(w("val")) in ("none", None) or (style is not None and "link" in str(style.get(w("val"))).casefold()):
        return False
    return not any(local(each) in ("hyperlink", "del", "moveFrom") for each in run.iterancestors())


def _tags(paragraph: Element) -> tuple[str, ...]:
    tags = (each.find(f"{w('sdtPr')}/{w('tag')}") for each in paragraph.iterancestors(w("sdt")))
    return tuple(str(tag.get(w("val"))) for tag in tags if tag is not None)
