"""Tables of a Word file: rows, spans, header rows, column shares and alignments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.document import Align, Cell, Column, Inline, LineBreak, Row, inlines
from papers.readers.word.names import at, children, is_on, local, val, w, words_of
from papers.readers.word.parts import only_inlines
from papers.readers.word.words import read_words

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

ALIGNS: dict[str, Align] = {"right": "right", "end": "right", "center": "centre", "left": "left", "start": "left", "both": "left"}
WHOLE = 1000
"""Thousandths of a table's width, which its columns share."""

HELD = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


@dataclass(frozen=True, slots=True)
class Square:
    """A cell as Word holds it: the column it begins in, how many it spans, whether it goes on a cell from above."""

    element: Element
    column: int
    span: int
    continues: bool


def held(element: Element, name: str) -> Iterable[Element]:
    """The child elements of that name, also those within content controls and insertions."""
    for child in children(element):
        if local(child) == name:
            yield child
        elif local(child) in HELD:
            yield from held(child, name)


def table_rows(table: Element) -> list[Element]:
    """The rows that stand: a row whose deletion is tracked is gone."""
    return [row for row in held(table, "tr") if at(row, "trPr/del") is None]


def squares(row: Element) -> list[Square]:
    """The cells of a row with the columns they cover."""
    column = int(val(row, "trPr/gridBefore") or 0)
    out = []
    for cell in held(row, "tc"):
        properties = at(cell, "tcPr")
        span = int(val(properties, "gridSpan") or 1)
        merge = at(properties, "vMerge")
        out.append(Square(cell, column, span, merge is not None and merge.get(w("val"), "continue") == "continue"))
        column += span
    return out


def grid_shares(table: Element, width: int) -> list[int]:
    """Each column's share of the table's width in thousandths, from its grid; equal ones where the grid says nothing."""
    grid = at(table, "tblGrid")
    widths = [int(float(each.get(w("w")) or 0)) for each in (() if grid is None else grid.iterchildren(w("gridCol")))]
    if len(widths) != width or min(widths) <= 0:
        widths = [1] * width
    shares = [max(1, round(WHOLE * each / sum(widths))) for each in widths]
    shares[shares.index(max(shares))] += WHOLE - sum(shares)
    return shares


def grid_width(table: Element) -> int:
    """How many columns the table has."""
    grid = at(table, "tblGrid")
    wide = len(list(grid.iterchildren(w("gridCol")))) if grid is not None else 0
    return max([wide, *(sum(s.span for s in squares(row)) + int(val(row, "trPr/gridBefore") or 0) for row in table_rows(table))])


def is_header(row: Element) -> bool:
    """Whether the row repeats on every page."""
    return bool(is_on(at(row, "trPr"), "tblHeader"))


def spans_down(rows: Sequence[Sequence[Square]], row: int, square: Square) -> int:
    """How many rows a cell covers."""
    count = 1
    for below in rows[row + 1 :]:
        if not any(each.continues and (each.column, each.span) == (square.column, square.span) for each in below):
            break
        count += 1
    return count


def cell_words(cell: Element, reading: Reading) -> tuple[Inline, ...]:
    """The words of a cell, its paragraphs as lines. A nested table or a picture there is reported."""
    out: list[Inline] = []
    for child in _cell_blocks(cell):
        if local(child) == "tbl":
            reading.not_carried("A table within a table", words_of(child), "Make it a table of its own.")
            continue
        reading.enter(child)
        words = only_inlines(read_words(child, reading), reading, "a table")
        if reading.styles.list_place(at(child, "pPr")) and words and not reading.exact:
            reading.report("word-words-kept", words_of(child), what="A list within a table", how="Write its items as lines or rows.")
        out += [LineBreak(), *words] if out and words else words
    return inlines(*out)


def _cell_blocks(cell: Element) -> Iterable[Element]:
    for child in children(cell):
        if local(child) in ("p", "tbl"):
            yield child
        elif local(child) in HELD:
            yield from _cell_blocks(child)


def cell_paragraphs(cell: Element) -> Iterable[Element]:
    """The paragraphs of a cell, without those of tables within it."""
    return (each for each in _cell_blocks(cell) if local(each) == "p")


def alignment(cell: Element) -> Align | None:
    """How the cell's first paragraph aligns; None where it says nothing."""
    paragraph = next(iter(_cell_blocks(cell)), None)
    properties = at(paragraph, "pPr")
    tabs = at(properties, "tabs")
    if tabs is not None and any(tab.get(w("val")) == "decimal" for tab in tabs):
        return "decimal"
    said = val(properties, "jc")
    return ALIGNS.get(said) if said else None


def column_aligns(rows: Sequence[Sequence[Square]], width: int) -> list[Align]:
    """Each column's alignment: that of most of the cells under it."""
    found: list[Counter[Align]] = [Counter() for _ in range(width)]
    for square in (each for row in rows for each in row):
        if square.span == 1 and not square.continues and words_of(square.element):
            found[square.column][alignment(square.element) or "left"] += 1
    return [each.most_common(1)[0][0] if each else "left" for each in found]


def read_rows(table: Element, heads: int, reading: Reading) -> tuple[Row, ...]:
    """The rows of an officer's table, the first `heads` of them its header. Missing cells at a row's ends are empty ones."""
    grid, width = [squares(row) for row in table_rows(table)], grid_width(table)
    out = []
    for n, row in enumerate(grid):
        cells = [Cell() for _ in range(row[0].column)] if row else []
        for square in row:
            if not square.continues:
                down = spans_down(grid, n, square)
                cells.append(Cell(cell_words(square.element, reading), colspan=square.span, rowspan=down))
        end = row[-1].column + row[-1].span if row else 0
        cells += [Cell() for _ in range(width - end)]
        if cells:
            out.append(Row(tuple(cells), "header" if n < heads else "body"))
    return tuple(out)


def read_columns(table: Element, heads: int) -> tuple[Column, ...]:
    """The columns of an officer's table."""
    width = grid_width(table)
    body = [squares(row) for row in table_rows(table)][heads:]
    return tuple(Column(share, align) for share, align in zip(grid_shares(table, width), column_aligns(body, width), strict=True))
