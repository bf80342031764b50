"""A Word file as a Document: of our own writing, or rendered from an officer's template, possibly edited since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from papers.document import Block, Document, NodeError, Section
from papers.errors import PapersError, Problem, problem
from papers.readers.word.blocks import BlockReader, block_elements
from papers.readers.word.names import at, children, is_on, local, w
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
    reading = Reading(package, read_styles(package), package.main, exact=True, language=about.language, reserved=RESERVED)
    body = at(package.trees[package.main], "body")
    try:
        sections = tuple(_section(reading, n, pages) for n, pages in enumerate(_pages(body), 1) if pages.elements)
        document = Document(sections=sections, **asdict(about))
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


def _section(reading: Reading, number: int, pages: Pages) -> Section:
    """The section of these pages."""
    reader = BlockReader(reading, f"text/{number}")
    blocks: tuple[Block, ...] = reader.read(each for element in pages.elements for each in _elements(element))
    properties = pages.properties
    size = at(properties, "pgSz")
    landscape = size is not None and size.get(w("orient")) == "landscape"
    return Section(f"section/{number}", blocks, landscape, bool(is_on(properties, "titlePg")))


def _elements(element: Element) -> Iterator[Element]:
    if local(element) in ("p", "tbl"):
        yield element
    else:
        yield from block_elements(element)
