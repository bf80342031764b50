"""A Word file as a Document: of our own writing, or rendered from an officer's template, possibly edited since.

Read from the content alone: a block's content control bears its id, its place and look say what it is (docs/word-conventions.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from papers.document import Document, NodeError, Section
from papers.errors import PapersError, Problem, problem
from papers.readers.word.anchors import anchored
from papers.readers.word.controls import ControlReader
from papers.readers.word.names import at, children, is_on, local, val, w
from papers.readers.word.package import open_package
from papers.readers.word.properties import RESERVED, read_properties
from papers.readers.word.reading import Reading
from papers.readers.word.styles import read_styles

if TYPE_CHECKING:
    from papers.readers.word.names import Element


@dataclass(frozen=True, slots=True)
class Read:
    """What a Word file says as a Document, and what of it a Document can't carry."""

    document: Document
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The block-level elements of one section and the properties of its pages."""

    elements: tuple[Element, ...]
    properties: Element | None


def read_word(data: bytes) -> Read:
    """The Document that the Word file holds. PapersError where the file is refused or makes no Document."""
    package = open_package(data)
    about = read_properties(package)
    root = package.trees[package.main]
    reading = Reading(package, read_styles(package), package.main, exact=True, language=about.language, reserved=RESERVED)
    reading.anchors = anchored(root)
    controls = ControlReader(reading, package.custom_properties())
    try:
        sections = [_section(controls, n, pages) for n, pages in enumerate(_pages(at(root, "body")), 1)]
        document = Document(sections=tuple(each for each in sections if each), **asdict(about))
    except NodeError as error:
        raise PapersError([problem("word-not-ours", why=str(error), how="Correct it in Word, or build the paper again.")]) from error
    return Read(document, tuple(reading.problems))


def _pages(body: Element | None) -> Iterator[Pages]:
    """The body's elements by section: the properties of a section stand in its last paragraph, the last ones in the body."""
    held: list[Element] = []
    for child in () if body is None else children(body):
        found = child if local(child) == "sectPr" else at(child, "pPr/sectPr")
        if local(child) != "sectPr":
            held.append(child)
        if found is not None:
            yield Pages(tuple(held), found)
            held = []
    if held:
        yield Pages(tuple(held), None)


def _section(controls: ControlReader, number: int, pages: Pages) -> Section | None:
    """The section of these pages; None where nothing stands on them. Its control, where it has one, holds all its blocks."""
    holder = next((each for each in pages.elements if local(each) == "sdt" and val(each, "sdtPr/tag")), None)
    own = f"section/{number}"
    elements: list[Element] = []
    for each in pages.elements:
        content = at(each, "sdtContent") if each is holder else None
        elements += [each] if content is None else list(children(content))
    if holder is not None:
        own = controls.unused(val(holder, "sdtPr/tag") or own)
    blocks = controls.blocks(elements)
    landscape = at(pages.properties, "pgSz")
    turned = landscape is not None and landscape.get(w("orient")) == "landscape"
    return Section(own, blocks, turned, bool(is_on(pages.properties, "titlePg"))) if blocks else None
