"""The figures that a paper prints, as a table: what goes with a PDF so that the paper carries its data.

They are read off the Document, so that nothing can be in them that the paper does not show: no notes, names or overrides beside it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import NamedTuple

from papers.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Chip,
    Document,
    Heading,
    Inline,
    Paragraph,
    Run,
    Section,
    Table,
    Travel,
    plain,
    walk,
)


class Figure(NamedTuple):
    """One figure: the block it stands in, its row and column (of a chart: category and series), its key, as shown, and as a number.

    `number` is exact where a chart is drawn from it, else empty; `figure` is the key of the value where it has one.
    """

    block: str
    kind: str
    row: str
    column: str
    figure: str
    shown: str
    number: str


def printed_figures(document: Document) -> bytes:
    """A CSV file of every figure in sentences, tables and charts, in reading order, with a line of headings.

    UTF-8 with a byte-order mark, which Excel asks for before it reads a pound sign as one.
    """
    out = StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(Figure._fields)
    lines.writerows(figure for block in walk(document) for figure in _figures(block))
    return out.getvalue().encode("utf-8-sig")


def _figures(block: Section | Block) -> Iterator[Figure]:
    match block:
        case Table():
            yield from _of_table(block)
        case Chart():
            yield from _of_chart(block)
        case Heading() | Paragraph():
            yield from _of_words(block.id, block.inlines)
        case Bullets(items=items):
            yield from (figure for item in items for figure in _of_words(block.id, item.inlines))


def _of_words(block: str, inlines: Iterable[Inline]) -> Iterator[Figure]:
    for each in inlines:
        if isinstance(each, (Run, Chip, Travel)) and each.figure:
            yield Figure(block, "text", "", "", each.figure, plain([each]), "")


def _of_table(table: Table) -> Iterator[Figure]:
    """Every cell with a figure, under the words that head its column and beside those that head its row."""
    headings = [""] * len(table.columns)
    for row, places in zip(table.rows, table.places(), strict=True):
        cells = [(place, cell) for place, cell in zip(places, row.cells, strict=True) if cell.inlines]
        if row.kind == "header":
            for place, cell in cells:
                for column in range(place, place + cell.colspan):
                    headings[column] = f"{headings[column]} {plain(cell.inlines)}".strip()
        elif row.kind != "group":
            label = " ".join(plain(cell.inlines) for place, cell in cells if place < table.stub)
            figures = [(place, cell) for place, cell in cells if place >= table.stub and _is_figure(cell)]
            yield from (Figure(table.id, "table", label, headings[place], _key(cell), plain(cell.inlines), "") for place, cell in figures)


def _is_figure(cell: Cell) -> bool:
    """Whether the cell shows a value: one of the data's, or a number; words beside figures are no data."""
    return bool(_key(cell)) or any(character.isdigit() for character in plain(cell.inlines))


def _key(cell: Cell) -> str:
    """The key of the first figure in the cell."""
    return next((each.figure for each in cell.inlines if isinstance(each, (Run, Chip, Travel)) and each.figure), "")


def _of_chart(chart: Chart) -> Iterator[Figure]:
    for series in chart.series:
        for category, value, label in zip(chart.categories, series.values, series.labels, strict=True):
            if value is not None:
                yield Figure(chart.id, "chart", category, series.name, "", label or "", f"{value:f}")
