"""The document model: what a paper says, in frozen nodes that check themselves when they are made.

A `Document` is the heart of the house: drafting makes one from data, the Word reader makes one from an officer's file, and
every writer turns one into bytes. The module imports nothing of ours. Three rules hold everywhere:

* a node is canonical: neighbouring runs of equal look are one run, no run is empty, every block's id is unique;
* a shown value is text already (`Run.text`), with the key of the value it shows beside it (`Run.figure`): writers format
  nothing and readers have nothing to invert;
* authored text lives in `Commentary` and nowhere else; every other block is computed.

All lengths are points (1/72 inch); all colours are "#RRGGBB".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, get_args

MAX_ID = 64
"""Word refuses a content control's tag that is longer."""

ID = re.compile(r"[a-z0-9][A-Za-z0-9_.:-]*(/[A-Za-z0-9_.:-]+)*")
COLOUR = re.compile(r"#[0-9A-F]{6}")
CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class NodeError(ValueError):
    """A node that can't be: the message names the node and what is wrong with it."""


def _check(holds: object, message: str) -> None:
    if not holds:
        raise NodeError(message)


def _check_text(text: str) -> None:
    found = CONTROL.search(text)
    _check(not found, f"text holds the control character U+{ord(found.group()) if found else 0:04X}: {text[:40]!r}")


def _check_id(value: str) -> None:
    _check(len(value) <= MAX_ID and ID.fullmatch(value), f"{value!r} is no block id (at most {MAX_ID} characters, words joined by '/')")


def _check_colour(value: str) -> None:
    _check(COLOUR.fullmatch(value), f"{value!r} is no colour of the form #RRGGBB")


# --- inline nodes ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. `figure` is the key of the value it shows, such as CS01/2013-12-31/actual."""

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    subscript: bool = False
    lang: str | None = None
    figure: str | None = None

    def __post_init__(self) -> None:
        _check(self.text, "a run has no text")
        _check_text(self.text)
        _check(not (self.superscript and self.subscript), "a run is superscript and subscript at once")

    def joins(self, other: Run) -> bool:
        """Whether the two have the same look and neither is a figure, so that they are one run."""
        return self.figure is None and other.figure is None and replace(self, text=other.text) == other


ChipShape = Literal["", "star", "circle", "triangle", "square", "diamond"]
CHIP_SHAPES: tuple[ChipShape, ...] = get_args(ChipShape)


@dataclass(frozen=True, slots=True)
class Chip:
    """A rating or a risk level: its word on a coloured ground (the word is always there, the colour never alone).

    `shape` stands before the word as decoration, where the scheme of ratings has one for it.
    """

    word: str
    fill: str
    ink: str
    figure: str | None = None
    shape: ChipShape = ""

    def __post_init__(self) -> None:
        _check(self.word.strip(), "a chip has no word")
        _check(self.shape in CHIP_SHAPES, f"{self.shape!r} is no shape of a chip")
        _check_text(self.word)
        _check_colour(self.fill)
        _check_colour(self.ink)


Shape = Literal["up", "down", "level"]


@dataclass(frozen=True, slots=True)
class Travel:
    """Direction of travel: a shape (decoration) and the word that says the same."""

    word: str
    shape: Shape
    figure: str | None = None

    def __post_init__(self) -> None:
        _check(self.word.strip(), "a direction has no word")
        _check_text(self.word)
        _check(self.shape in ("up", "down", "level"), f"{self.shape!r} is no shape")


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph or cell."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page on which the block `target` begins."""

    target: str

    def __post_init__(self) -> None:
        _check_id(self.target)


@dataclass(frozen=True, slots=True)
class Link:
    """Runs that lead to a web address, an e-mail address ("mailto:...") or a block ("#id")."""

    runs: tuple[Run, ...]
    target: str

    def __post_init__(self) -> None:
        _check(self.runs, "a link has no text")
        _check_canonical(self.runs)
        _check(re.match(r"(https?://|mailto:|#).", self.target), f"{self.target!r} is no address that a link may lead to")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note set at the foot of the page, called at this place."""

    inlines: tuple[Inline, ...]

    def __post_init__(self) -> None:
        _check(self.inlines, "a footnote has no text")
        _check_canonical(self.inlines)
        _check(not any(isinstance(i, Footnote) for i in self.inlines), "a footnote stands in a footnote")


Inline = Run | Chip | Travel | LineBreak | PageNumber | Link | Footnote


def _check_canonical(inlines: Iterable[Inline]) -> None:
    before: Inline | None = None
    for each in inlines:
        if isinstance(before, Run) and isinstance(each, Run):
            _check(not before.joins(each), f"two runs of one look stand side by side: {before.text!r}, {each.text!r}")
        before = each


def inlines(*parts: Inline | str) -> tuple[Inline, ...]:
    """The parts as a canonical tuple: strings become runs, empty ones vanish, neighbours of equal look are joined."""
    out: list[Inline] = []
    for part in parts:
        node = Run(part) if isinstance(part, str) and part else part
        if isinstance(node, str):
            continue
        last = out[-1] if out else None
        if isinstance(node, Run) and isinstance(last, Run) and last.joins(node):
            out[-1] = replace(last, text=last.text + node.text)
        else:
            out.append(node)
    return tuple(out)


def plain(parts: Iterable[Inline]) -> str:
    """The words of the inlines as one string: what is read aloud, without footnotes' texts, with breaks as spaces."""
    return "".join(_plain(part) for part in parts)


def _plain(part: Inline) -> str:
    match part:
        case Run(text=text):
            return text
        case Chip(word=word) | Travel(word=word):
            return word
        case Link(runs=runs):
            return plain(runs)
        case LineBreak():
            return " "
        case PageNumber() | Footnote():
            return ""
    raise NodeError(f"{part!r} is no inline node")


# --- charts ---------------------------------------------------------------------------------------------------------

SeriesKind = Literal["bar", "line", "target", "threshold", "comparator", "mean", "limit", "trend", "signal"]
MarkerShape = Literal["circle", "square", "diamond", "triangle"]
SERIES_KINDS: tuple[SeriesKind, ...] = get_args(SeriesKind)
MARKER_SHAPES: tuple[MarkerShape, ...] = get_args(MarkerShape)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the value axis and its label as shown."""

    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Series:
    """One series: exact values (None is a gap), their labels as shown, and how it is drawn.

    `bar` is drawn as columns with labels in their feet; the others as lines: `line` solid with markers, `target` dashed,
    `threshold` dotted, `comparator` solid and thin with hollow markers. Of a control chart, `mean` is solid and thin, `limit`
    finely dashed, and `signal` has large markers only, in the shape `marker`, over the points that are no chance; `trend` is a
    straight line in long dashes. `end_label` stands at the line's end, clear of bars. `number_format` is the spreadsheet format
    of the values in the chart's workbook.
    """

    name: str
    kind: SeriesKind
    values: tuple[Decimal | None, ...]
    labels: tuple[str | None, ...]
    colour: str
    end_label: str | None = None
    number_format: str = "General"
    marker: MarkerShape | None = None

    def __post_init__(self) -> None:
        _check(self.name, "a series has no name")
        _check(self.kind in SERIES_KINDS, f"series {self.name!r} is of no kind: {self.kind!r}")
        wanted = MARKER_SHAPES if self.kind == "signal" else (None,)
        _check(self.marker in wanted, f"series {self.name!r} of kind {self.kind} has the marker {self.marker!r}")
        _check(len(self.values) == len(self.labels), f"series {self.name!r} has {len(self.values)} values and {len(self.labels)} labels")
        _check_colour(self.colour)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data. `alt` states the message; the value axis runs from the first tick to the last."""

    id: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    ticks: tuple[Tick, ...]
    height: int = 170
    width: int | None = None
    """None: the full text width (or the width of the cell it stands in)."""

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(self.alt.strip(), f"chart {self.id} has no text alternative")
        _check(self.categories, f"chart {self.id} has no categories")
        _check(len(self.ticks) >= 2, f"chart {self.id} needs two ticks or more")
        values = [t.value for t in self.ticks]
        _check(values == sorted(set(values)), f"the ticks of chart {self.id} do not rise")
        for each in self.series:
            _check(len(each.values) == len(self.categories), f"series {each.name!r} of chart {self.id} does not fit its categories")


# --- tables ---------------------------------------------------------------------------------------------------------

Align = Literal["left", "right", "decimal", "centre"]
RowKind = Literal["header", "body", "group", "subtotal", "total"]
TableLook = Literal["data", "strip", "compact"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the table's width in thousandths, and how its cells align (`decimal`: on the decimal point)."""

    share: int
    align: Align = "left"

    def __post_init__(self) -> None:
        _check(0 < self.share <= 1000, f"a column's share is {self.share}, not 1 to 1000")
        _check(self.align in ("left", "right", "decimal", "centre"), f"{self.align!r} is no alignment")


@dataclass(frozen=True, slots=True)
class Cell:
    """Inlines, or one chart. An empty cell is allowed where nothing is printed."""

    inlines: tuple[Inline, ...] = ()
    chart: Chart | None = None
    colspan: int = 1
    rowspan: int = 1

    def __post_init__(self) -> None:
        _check(not (self.inlines and self.chart), "a cell holds text and a chart")
        _check_canonical(self.inlines)
        _check(self.colspan >= 1 and self.rowspan >= 1, "a cell spans less than one row or column")


@dataclass(frozen=True, slots=True)
class Row:
    """Cells and what kind of row they make. A `group` row is one cell over all columns that titles the rows under it."""

    cells: tuple[Cell, ...]
    kind: RowKind = "body"

    def __post_init__(self) -> None:
        _check(self.cells, "a row has no cells")
        _check(self.kind in ("header", "body", "group", "subtotal", "total"), f"{self.kind!r} is no kind of row")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of named parts: header rows (repeated on each page), body rows, the leading `stub` columns as row headers.

    `title` is its accessible name and is also shown above it where `captioned`. Looks: `data` (hairlines between rows, a
    firm line under the header), `strip` (one header row of small labels over one row of large figures), `compact` (rows
    that hold a small chart).
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    stub: int = 1
    captioned: bool = False
    look: TableLook = "data"

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check_text(self.title)
        _check(self.title.strip(), f"table {self.id} has no title")
        _check(self.rows and self.columns, f"table {self.id} has no rows or no columns")
        _check(0 <= self.stub <= len(self.columns), f"table {self.id} has a stub wider than itself")
        _check(
            sum(c.share for c in self.columns) == 1000,
            f"the columns of table {self.id} share {sum(c.share for c in self.columns)}, not 1000",
        )
        kinds = [row.kind for row in self.rows]
        head = next((n for n, kind in enumerate(kinds) if kind != "header"), len(kinds))
        _check("header" not in kinds[head:], f"table {self.id} has a header row below its body")
        self._check_grid()

    def _check_grid(self) -> None:
        open_spans = [0] * len(self.columns)
        for n, row in enumerate(self.rows, 1):
            free = [c for c, left in enumerate(open_spans) if not left]
            width = sum(cell.colspan for cell in row.cells)
            _check(width == len(free), f"row {n} of table {self.id} fills {width} of {len(free)} columns")
            open_spans = [max(0, left - 1) for left in open_spans]
            place = iter(free)
            for cell in row.cells:
                for _ in range(cell.colspan):
                    open_spans[next(place)] += cell.rowspan - 1
        _check(not any(open_spans), f"a cell of table {self.id} spans beyond its last row")

    def places(self) -> list[list[int]]:
        """The first column of each cell, row by row: a cell that spans rows keeps those below it out of its columns."""
        left = [0] * len(self.columns)
        found = []
        for row in self.rows:
            free = iter([column for column, rows in enumerate(left) if not rows])
            left = [max(0, rows - 1) for rows in left]
            taken = [[next(free) for _ in range(cell.colspan)] for cell in row.cells]
            for cell, columns in zip(row.cells, taken, strict=True):
                for column in columns:
                    left[column] += cell.rowspan - 1
            found.append([columns[0] for columns in taken])
        return found

    @property
    def head(self) -> tuple[Row, ...]:
        """The header rows."""
        return tuple(row for row in self.rows if row.kind == "header")

    @property
    def body(self) -> tuple[Row, ...]:
        """All rows under the header."""
        return tuple(row for row in self.rows if row.kind != "header")


# --- blocks ---------------------------------------------------------------------------------------------------------

Role = Literal["body", "lead", "title", "subtitle", "meta", "status", "label", "note", "caption"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4. `short` is the wording of contents and running heads where the full one is long."""

    id: str
    level: int
    inlines: tuple[Inline, ...]
    new_page: bool = False
    short: str | None = None

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(1 <= self.level <= 4, f"heading {self.id} has level {self.level}, not 1 to 4")
        _check(plain(self.inlines).strip(), f"heading {self.id} has no words")
        _check_canonical(self.inlines)

    @property
    def name(self) -> str:
        """The wording for contents, bookmarks and running heads."""
        return self.short or plain(self.inlines)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Its role names the house style it is set in; `status` and `label` stay with the block after them."""

    id: str
    inlines: tuple[Inline, ...]
    role: Role = "body"

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(self.inlines, f"paragraph {self.id} is empty")
        _check_canonical(self.inlines)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its words, and the list nested under it."""

    inlines: tuple[Inline, ...]
    nested: Bullets | None = None

    def __post_init__(self) -> None:
        _check(self.inlines, "a list item is empty")
        _check_canonical(self.inlines)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, bulleted or (`ordered`) numbered. At most three deep."""

    id: str
    items: tuple[Item, ...]
    ordered: bool = False

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(self.items, f"list {self.id} has no items")
        _check(self.depth <= 3, f"list {self.id} is more than three deep")

    @property
    def depth(self) -> int:
        """How many lists stand within each other."""
        return 1 + max((item.nested.depth for item in self.items if item.nested), default=0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG or JPEG) with its text alternative; an empty `alt` is a decoration that says nothing."""

    id: str
    data: bytes = field(repr=False)
    media_type: Literal["image/png", "image/jpeg"]
    alt: str
    width: int
    height: int
    caption: tuple[Inline, ...] = ()

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(self.media_type in ("image/png", "image/jpeg"), f"picture {self.id} is {self.media_type}, not PNG or JPEG")
        _check(self.width > 0 and self.height > 0, f"picture {self.id} has no size")
        _check_canonical(self.caption)


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: headings down to `depth`, with the numbers of their pages."""

    id: str
    title: str = "Contents"
    depth: int = 2

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(1 <= self.depth <= 4, f"contents {self.id} go {self.depth} deep")


AuthoredBlock = Heading | Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Commentary:
    """Authored text in its place. Without blocks it shows `prompt` (what is due, and from `owner`) and the paper is a draft."""

    id: str
    label: str
    blocks: tuple[AuthoredBlock, ...] = ()
    prompt: str | None = None
    owner: str | None = None

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(self.label.strip(), f"commentary {self.id} has no label")
        _check(self.blocks or self.prompt, f"commentary {self.id} has neither text nor prompt")

    @property
    def awaited(self) -> bool:
        """Whether the text is still to come."""
        return not self.blocks


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stay on one page where they fit on one: a KPI's heading, rating, figures, chart and table."""

    id: str
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(self.blocks, f"group {self.id} is empty")


Block = Heading | Paragraph | Bullets | Table | Chart | Picture | Contents | Commentary | Group


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation. Each begins on a new page; a `title_page` has no header or footer."""

    id: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    title_page: bool = False

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check(self.blocks, f"section {self.id} is empty")


@dataclass(frozen=True, slots=True)
class Document:
    """A paper. `paper` is its name for machines; `notice` and `period` are what headers and footers may show.

    `draft` is the line that marks every page of a draft ("DRAFT, version 2, data of 5 February 2014"), or None.
    """

    paper: str
    title: str
    sections: tuple[Section, ...]
    organisation: str
    period: str = ""
    subject: str = ""
    author: str = ""
    notice: str = ""
    language: str = "en-GB"
    date: dt.date = dt.date(2000, 1, 1)
    draft: str | None = None
    checksum: str = ""

    def __post_init__(self) -> None:
        _check_id(self.paper)
        _check(self.title.strip(), "a document has no title")
        _check(self.sections, "a document has no sections")
        seen: set[str] = set()
        for each in walk(self):
            _check(each.id not in seen, f"two blocks have the id {each.id}")
            seen.add(each.id)
        self._check_headings()

    def _check_headings(self) -> None:
        level = 0
        for each in walk(self):
            if isinstance(each, Heading):
                _check(each.level <= level + 1, f"heading {each.id} goes from level {level} to {each.level}")
                level = each.level


def walk(node: Document | Section | Block) -> Iterator[Section | Block]:
    """Every section and block below `node`, in reading order; charts in cells and nested lists are included."""
    for child in _children(node):
        yield child
        yield from walk(child)


def _children(node: Document | Section | Block) -> Iterator[Section | Block]:
    match node:
        case Document(sections=sections):
            yield from sections
        case Section(blocks=blocks) | Group(blocks=blocks) | Commentary(blocks=blocks):
            yield from blocks
        case Table(rows=rows):
            yield from (cell.chart for row in rows for cell in row.cells if cell.chart)
        case Bullets(items=items):
            yield from (item.nested for item in items if item.nested)
        case Heading() | Paragraph() | Chart() | Picture() | Contents():
            return
        case _:
            raise NodeError(f"{node!r} is no node of a document")


def headings(document: Document) -> Iterator[Heading]:
    """Every heading that stands in contents: all but those inside a commentary."""
    for section in document.sections:
        yield from _headings(section.blocks)


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Group):
            yield from _headings(block.blocks)
