"""What blocks say: the words and figures of computed ones, the Markdown of authored ones; what is compared, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from papers.document import (
    AuthoredBlock,
    Block,
    Bullets,
    Cell,
    Chart,
    Chip,
    Commentary,
    Document,
    Footnote,
    Group,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Picture,
    Run,
    Table,
    Travel,
    inlines,
    plain,
)
from papers.drafting.authored import relevelled
from papers.writers.markdown import write_block

Figure = tuple[str, str]
"""The key of a value and the text that shows it."""

SECTION = re.compile(r"(section|directorate)/[^/]+")
"""The ids of headings that open a part of the report with a commentary of its own."""

MASK = "\ufffc"
"""What stands for a figure where only the words around figures are compared."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A commentary or a computed block, with the words of the heading it stands under and the pages it stands on.

    `part` is the id of the heading of its part of the report (section/highways, directorate/place, foreword), `titled` its words.
    """

    id: str
    block: Block
    head: str
    section: str
    part: str = ""
    titled: str = ""


def units(document: Document) -> tuple[Unit, ...]:
    """The document's commentaries and computed blocks in reading order; groups are what they hold."""
    found: list[Unit] = []
    head = document.title
    for section in document.sections:
        part, titled = section.id, head
        for block in _flat(section.blocks):
            head = plain(block.inlines) if isinstance(block, Heading) else head
            if isinstance(block, Heading) and (block.level == 1 or SECTION.fullmatch(block.id)):
                part, titled = block.id, head
            found.append(Unit(block.id, block, head, section.id, part, titled))
    return tuple(found)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _flat(block.blocks)
        else:
            yield block


# --- words and figures


def lines(block: Block, *, masked: bool = False) -> tuple[str, ...]:
    """The words of the block: a line for a paragraph, list item, row of a table or series of a chart. `masked`: without its figures."""
    match block:
        case Heading() | Paragraph():
            return (words(block.inlines, masked=masked),)
        case Bullets():
            return tuple(_items(block, masked=masked))
        case Table():
            rows = (" | ".join(_cell(cell, masked=masked) for cell in row.cells) for row in block.rows)
            return (block.title, *rows)
        case Chart():
            return (block.alt, *(f"{each.name}: {', '.join(text for _, text in _series(block, n))}" for n, each in enumerate(block.series)))
        case Picture():
            return (block.alt, words(block.caption, masked=masked))
        case Commentary():
            return tuple(line for each in block.blocks for line in lines(each, masked=masked))
        case Group():
            return tuple(line for each in block.blocks for line in lines(each, masked=masked))
    return ()


def words(parts: Iterable[Inline], *, masked: bool = False) -> str:
    """The words of the inlines with those of footnotes; `masked`: with a sign in the place of each figure."""
    return "".join(_words(part, masked=masked) for part in parts)


def _words(part: Inline, *, masked: bool) -> str:
    match part:
        case Run(figure=key) | Chip(figure=key) | Travel(figure=key) if key and masked:
            return MASK
        case Link(runs=runs):
            return words(runs, masked=masked)
        case Footnote(inlines=inner):
            return f" [{words(inner, masked=masked)}]"
    return plain((part,))


def _items(bullets: Bullets, *, masked: bool) -> Iterator[str]:
    for item in bullets.items:
        yield words(item.inlines, masked=masked)
        yield from _items(item.nested, masked=masked) if item.nested else ()


def _cell(cell: Cell, *, masked: bool) -> str:
    return " ".join(lines(cell.chart, masked=masked)) if cell.chart else words(cell.inlines, masked=masked)


def _series(chart: Chart, number: int) -> Iterator[Figure]:
    """The points of a series, each with a key of its own."""
    series = chart.series[number]
    for category, value, label in zip(chart.categories, series.values, series.labels, strict=True):
        yield f"{chart.id}/{series.name}/{category}", label if label is not None else "" if value is None else str(value)


def figures(block: Block) -> tuple[Figure, ...]:
    """The keys of the values that the block shows and how it shows them, in order; the points of charts among them."""
    match block:
        case Heading() | Paragraph():
            return tuple(_keyed(block.inlines))
        case Bullets():
            return tuple(pair for item in block.items for pair in [*_keyed(item.inlines), *(figures(item.nested) if item.nested else ())])
        case Table():
            cells = (cell for row in block.rows for cell in row.cells)
            return tuple(pair for cell in cells for pair in (figures(cell.chart) if cell.chart else _keyed(cell.inlines)))
        case Chart():
            return tuple(pair for n in range(len(block.series)) for pair in _series(block, n))
        case Picture():
            return tuple(_keyed(block.caption))
        case Commentary() | Group():
            return tuple(pair for each in block.blocks for pair in figures(each))
    return ()


def points(block: Block) -> dict[str, tuple[str, str]]:
    """What the block's charts draw: each point's label, and its value, by the key that `figures` has for it."""
    if isinstance(block, Table):
        return {key: both for row in block.rows for cell in row.cells if cell.chart for key, both in points(cell.chart).items()}
    if not isinstance(block, Chart):
        return {}
    drawn = {}
    for n, series in enumerate(block.series):
        for (key, label), value in zip(_series(block, n), series.values, strict=True):
            drawn[key] = label, "" if value is None else f"{value.normalize():f}"
    return drawn


def _keyed(parts: Iterable[Inline]) -> Iterator[Figure]:
    for part in parts:
        match part:
            case Run(figure=key, text=text) | Chip(figure=key, word=text) | Travel(figure=key, word=text) if key:
                yield key, text
            case Link(runs=inner) | Footnote(inlines=inner):
                yield from _keyed(inner)


def shown(document: Document) -> dict[str, str]:
    """How the document's computed blocks show each value, by its key."""
    return {key: text for unit in units(document) if not isinstance(unit.block, Commentary) for key, text in figures(unit.block)}


# --- authored blocks


def canonical(commentary: Commentary, language: str = "en-GB") -> tuple[AuthoredBlock, ...]:
    """The blocks with headings from the first level on, without what an office program adds to a look and nobody sees."""
    return tuple(
        _tidied(block, language.partition("-")[0])
        for block in relevelled(commentary.blocks, 0)
        if isinstance(block, Heading | Paragraph | Bullets | Table | Picture)
    )


@lru_cache(maxsize=4096)
def markdown_of(block: AuthoredBlock) -> str:
    """The block as Markdown, by which authored blocks are compared."""
    return write_block(block)


def _tidied(block: AuthoredBlock, language: str) -> AuthoredBlock:
    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=tidied(block.inlines, language))
        case Bullets():
            return replace(block, items=tuple(_tidied_item(item, language) for item in block.items))
        case Table():
            rows = tuple(
                replace(row, cells=tuple(replace(c, inlines=tidied(c.inlines, language)) for c in row.cells)) for row in block.rows
            )
            return replace(block, rows=rows)
        case Picture():
            return replace(block, caption=tidied(block.caption, language))


def _tidied_item(item: Item, language: str) -> Item:
    nested = _tidied(item.nested, language) if item.nested else None
    return Item(tidied(item.inlines, language), nested if isinstance(nested, Bullets) else None)


def tidied(parts: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """The inlines without bold spaces at the edges of bold words, and without marks of the language that the paper is in."""
    return inlines(*(each for part in parts for each in _tidied_inline(part, language)))


def _tidied_inline(part: Inline, language: str) -> Iterator[Inline]:
    match part:
        case Run(figure=None):
            yield from _tidied_run(part, language)
        case Link(runs=runs):
            own = tuple(each for each in tidied(runs, language) if isinstance(each, Run))
            yield replace(part, runs=own)
        case Footnote(inlines=inner):
            yield replace(part, inlines=tidied(inner, language))
        case _:
            yield part


def _tidied_run(run: Run, language: str) -> Iterator[Run]:
    own = replace(run, lang=None) if run.lang and run.lang.partition("-")[0] == language else run
    if not (own.bold or own.italic) or own.text == own.text.strip(" "):
        yield own
        return
    inner = own.text.strip(" ")
    head = len(own.text) - len(own.text.lstrip(" "))
    tail = len(own.text) - head - len(inner)
    light = replace(own, bold=False, italic=False)
    pieces = ((light, " " * head), (own, inner), (light, " " * tail))
    yield from (replace(look, text=text) for look, text in pieces if text)
