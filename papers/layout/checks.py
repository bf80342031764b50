"""What must hold before a document can be laid out: every character has a glyph, every font metrics, every reference a block."""

from __future__ import annotations

from collections.abc import Iterator

from papers.document import (
    Block,
    Bullets,
    Chart,
    Commentary,
    Contents,
    Document,
    Footnote,
    Heading,
    Inline,
    Link,
    PageNumber,
    Paragraph,
    Picture,
    Section,
    Table,
    plain,
    walk,
)
from papers.errors import PapersError, Place, Problem, problem
from papers.house import HouseStyle
from papers.metrics import UnknownFontError, face, missing, nearest


def check(document: Document, house: HouseStyle) -> None:
    """PapersError with every problem that keeps the document from being laid out."""
    found = [*_fonts(house), *_characters(document), *_references(document)]
    if found:
        raise PapersError(found)


def _fonts(house: HouseStyle) -> Iterator[Problem]:
    for font in sorted({style.font for style in house.styles.values()}):
        try:
            face(font)
        except UnknownFontError:
            yield problem("font-without-metrics", value=font, near=nearest(font))


def _characters(document: Document) -> Iterator[Problem]:
    """One problem for each character that the fonts lack and each block that has it."""
    running = (document.title, document.period, document.notice, document.organisation, document.draft or "")
    for character in missing(running):
        yield problem("character-without-glyph", value=character, point=f"U+{ord(character):04X}")
    if missing(text for each in walk(document) for text in _texts(each)):
        for each in walk(document):
            for place, words in _places(each):
                for character in missing(words):
                    yield problem("character-without-glyph", place, value=character, point=f"U+{ord(character):04X}")


def _places(node: Section | Block) -> Iterator[tuple[Place, list[str]]]:
    """The node's texts with their place; those of a table cell by cell."""
    if isinstance(node, Table):
        yield Place(block=node.id), [node.title if node.captioned else ""]
        for number, row in enumerate(node.rows, 1):
            for column, cell in enumerate(row.cells, 1):
                yield Place(block=node.id, row=number, column=str(column)), [word for inline in cell.inlines for word in _words(inline)]
    else:
        yield Place(block=node.id), list(_texts(node))


def _texts(node: Section | Block) -> Iterator[str]:
    """Every text that the node shows itself (not through blocks within it)."""
    match node:
        case Heading(short=short):
            yield short or ""
        case Chart(categories=categories, series=series, ticks=ticks):
            yield from categories
            yield from (tick.label for tick in ticks)
            for each in series:
                yield from (each.name, each.end_label or "", *(label or "" for label in each.labels))
        case Commentary(label=label, prompt=prompt):
            yield from (label, prompt or "")
        case Table(title=title, captioned=captioned):
            yield title if captioned else ""
        case Contents(title=title):
            yield title
        case _:
            pass
    for inline in _inlines(node):
        yield from _words(inline)


def _words(inline: Inline) -> Iterator[str]:
    if isinstance(inline, Footnote):
        for each in inline.inlines:
            yield from _words(each)
    else:
        yield plain((inline,))


def _inlines(node: Section | Block) -> Iterator[Inline]:
    match node:
        case Heading(inlines=inlines) | Paragraph(inlines=inlines) | Picture(caption=inlines):
            yield from inlines
        case Bullets(items=items):
            yield from (inline for item in items for inline in item.inlines)
        case Table(rows=rows):
            yield from (inline for row in rows for cell in row.cells for inline in cell.inlines)
        case _:
            return


def _references(document: Document) -> Iterator[Problem]:
    """Links and page numbers whose block doesn't exist."""
    known = {each.id for each in walk(document)}
    for each in walk(document):
        for inline in _inlines(each):
            for target in _targets(inline):
                if target not in known:
                    yield problem("reference-to-nowhere", Place(block=each.id), value=target)


def _targets(inline: Inline) -> Iterator[str]:
    match inline:
        case PageNumber(target=target):
            yield target
        case Link(target=target) if target.startswith("#"):
            yield target[1:]
        case Footnote(inlines=inlines):
            for each in inlines:
                yield from _targets(each)
        case _:
            return
