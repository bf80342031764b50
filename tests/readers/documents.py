"""Random Documents, every node of the model among them, for the laws that hold for all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import strategies as st

from papers.document import (
    CHIP_SHAPES,
    MARKER_SHAPES,
    SERIES_KINDS,
    Block,
    Bullets,
    Cell,
    Chart,
    Chip,
    Column,
    Commentary,
    Contents,
    Document,
    Footnote,
    Group,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Series,
    Table,
    Tick,
    Travel,
    inlines,
)
from tests.readers.word_files import png

SAFE = "abcdefgXYZ 0123456789.,%&<>\"'“”é–ŵ£-"
FIRST = "front/first"
"""The id of a heading that every document has, for links and page numbers."""

words = st.text(SAFE + "ÀßčžŁ€…\u00a0▲", min_size=1, max_size=12)
safe = st.text(SAFE, min_size=1, max_size=10).filter(str.strip)
keys = st.from_regex(r"[A-Z]{2}[0-9]{2}/[a-z-]{1,8}", fullmatch=True)
figures = st.none() | keys
colours = st.sampled_from(["#00693E", "#FFBF00", "#A6192E", "#12436D"])
raised = st.sampled_from([(False, False), (True, False), (False, True)])


@st.composite
def runs(draw: st.DrawFn) -> Run:
    up, down = draw(raised)
    lang = draw(st.none() | st.sampled_from(["cy", "fr"]))
    return Run(draw(words), draw(st.booleans()), draw(st.booleans()), up, down, lang, draw(figures))


links = st.builds(
    lambda parts, target: Link(tuple(inlines(*parts)), target),
    st.lists(runs(), min_size=1, max_size=2),
    st.sampled_from(["https://a.uk/?x=1&y=2", "mailto:a@b.uk", f"#{FIRST}"]),
)
plain_inlines = st.one_of(
    runs(),
    st.builds(Chip, safe, colours, colours, figures, st.sampled_from(CHIP_SHAPES)),
    st.builds(Travel, safe, st.sampled_from(["up", "down", "level"]), figures),
    st.just(LineBreak()),
    st.just(PageNumber(FIRST)),
    links,
)
notes = st.lists(plain_inlines, min_size=1, max_size=3).map(lambda parts: Footnote(inlines(*parts)))


def sentences(least: int = 1) -> st.SearchStrategy[tuple[Inline, ...]]:
    return st.lists(plain_inlines | notes, min_size=least, max_size=5).map(lambda parts: inlines(*parts))


numbers = st.none() | st.decimals(-999, 99999, places=2)


@dataclass
class Builder:
    """Draws a document block by block: ids stay unique and headings in order."""

    draw: st.DrawFn
    used: int = 0
    level: int = 1
    taken: set[str] = field(default_factory=set)

    def some(self, least: int, most: int) -> range:
        return range(self.draw(st.integers(least, most)))

    def id(self, placed: str | None = None) -> str:
        """A new id, or the one that the place gives."""
        if placed and self.draw(st.integers(0, 4)):
            return placed
        self.used += 1
        return f"block-{self.used}/{self.draw(st.sampled_from(['x', 'CS01', 'a.b']))}"

    def heading(self, own: str) -> Heading:
        self.level = self.draw(st.integers(1, min(4, self.level + 1)))
        first = Run(self.draw(safe))
        return Heading(own, self.level, inlines(first, *self.draw(sentences(0))), self.draw(st.booleans()), self.draw(st.none() | safe))

    def paragraph(self, own: str) -> Paragraph:
        roles = ["body", "lead", "title", "subtitle", "meta", "status", "label", "note", "caption"]
        return Paragraph(own, self.draw(sentences()), self.draw(st.sampled_from(roles)))

    def bullets(self, own: str, depth: int = 1) -> Bullets:
        items = []
        for n in self.some(1, 3):
            nested = depth < 3 and self.draw(st.booleans())
            items.append(Item(self.draw(sentences()), self.bullets(self.id(f"{own}/{n + 1}"), depth + 1) if nested else None))
        return Bullets(own, tuple(items), self.draw(st.booleans()))

    def chart(self, own: str) -> Chart:
        count = self.draw(st.integers(1, 4))
        categories = tuple(self.draw(st.lists(safe, min_size=count, max_size=count)))
        series = tuple(self.series(count) for _ in self.some(0, 3))
        values = sorted(set(self.draw(st.lists(st.decimals(-99, 999, places=1), min_size=2, max_size=5, unique=True))))
        ticks = tuple(Tick(value, self.draw(safe)) for value in values)
        width = self.draw(st.none() | st.integers(80, 400))
        return Chart(
            own,
            self.draw(words.filter(str.strip)),
            categories if series else ("only",),
            series,
            ticks,
            self.draw(st.integers(60, 300)),
            width,
        )

    def series(self, count: int) -> Series:
        values = tuple(self.draw(st.lists(numbers, min_size=count, max_size=count)))
        labels = tuple(self.draw(st.lists(st.none() | safe, min_size=count, max_size=count)))
        kind = self.draw(st.sampled_from(SERIES_KINDS))
        return Series(
            self.draw(safe),
            kind,
            values,
            labels,
            self.draw(colours),
            self.draw(st.none() | safe),
            self.draw(st.sampled_from(["General", "0%", '0"p"'])),
            self.draw(st.sampled_from(MARKER_SHAPES)) if kind == "signal" else None,
        )

    def picture(self, own: str) -> Picture:
        alt = self.draw(st.just("") | words.filter(str.strip))
        size = self.draw(st.integers(1, 900)), self.draw(st.integers(1, 900))
        return Picture(own, png(self.draw(st.integers(1, 3))), "image/png", alt, *size, self.draw(sentences(0)))

    def table(self, own: str) -> Table:
        width = self.draw(st.integers(1, 4))
        cuts = sorted(self.draw(st.lists(st.integers(1, 999), min_size=width - 1, max_size=width - 1, unique=True)))
        edges = [0, *cuts, 1000]
        align = st.sampled_from(["left", "right", "decimal", "centre"])
        columns = tuple(Column(right - left, self.draw(align)) for left, right in pairwise(edges))
        head = [Row(self.cells(width), "header") for _ in self.some(0, 2)]
        rows = [row for _ in self.some(0, 3) for row in self.rows(width)]
        last = Row(tuple(Cell(self.draw(sentences(0))) for _ in range(width)), self.draw(st.sampled_from(["body", "subtotal", "total"])))
        look = self.draw(st.sampled_from(["data", "strip", "compact"]))
        return Table(own, self.draw(safe), columns, (*head, *rows, last), self.draw(st.integers(0, width)), self.draw(st.booleans()), look)

    def rows(self, width: int) -> list[Row]:
        """A row, a row that titles a group, or two rows of which one cell covers both."""
        form = self.draw(st.sampled_from(["row", "group", "tall"]))
        if form == "group":
            return [Row((Cell(self.draw(sentences(0)), colspan=width),), "group")]
        if form == "tall" and width > 1:
            tall = Cell(self.draw(sentences()), rowspan=2)
            rest = [tuple(Cell(self.draw(sentences(0))) for _ in range(width - 1)) for _ in range(2)]
            return [Row((tall, *rest[0])), Row(rest[1])]
        return [Row(self.cells(width))]

    def cells(self, width: int) -> tuple[Cell, ...]:
        out: list[Cell] = []
        while width:
            span = self.draw(st.integers(1, width))
            charted = self.draw(st.integers(0, 9)) == 0
            out.append(Cell(chart=self.chart(self.id()), colspan=span) if charted else Cell(self.draw(sentences(0)), colspan=span))
            width -= span
        return tuple(out)

    def authored(self, own: str) -> Block:
        kind = self.draw(st.sampled_from([self.heading, self.paragraph, self.paragraph, self.bullets, self.table, self.picture]))
        return kind(own)

    def commentary(self, own: str) -> Commentary:
        blocks = tuple(self.authored(self.id(f"{own}/{n + 1}")) for n in self.some(0, 4))
        prompt = self.draw(safe) if not blocks else self.draw(st.none() | safe)
        return Commentary(own, self.draw(safe), blocks, prompt, self.draw(st.none() | safe))

    def block(self, depth: int = 0) -> Block:
        kinds = [self.authored, self.authored, self.chart, self.commentary, self.contents, *([self.group] if depth < 2 else [])]
        kind = self.draw(st.sampled_from(kinds))
        return self.group(self.id(), depth + 1) if kind == self.group else kind(self.id())

    def contents(self, own: str) -> Contents:
        return Contents(own, self.draw(safe), self.draw(st.integers(1, 4)))

    def group(self, own: str, depth: int) -> Group:
        return Group(own, tuple(self.block(depth) for _ in self.some(1, 3)))

    def section(self, *first: Block) -> Section:
        blocks = (*first, *(self.block() for _ in self.some(1, 4)))
        return Section(self.id(), blocks, self.draw(st.booleans()), self.draw(st.booleans()))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of one to three sections."""
    make = Builder(draw)
    first = Heading(FIRST, 1, (Run("First"),))
    sections = tuple(make.section(*([first] if not n else [])) for n in make.some(1, 3))
    optional = st.just("") | safe
    date = draw(st.dates(dt.date(1980, 1, 1), dt.date(2090, 1, 1)))
    said = {name: draw(optional) for name in ("period", "subject", "author", "notice", "checksum")}
    language = draw(st.sampled_from(["en-GB", "cy-GB"]))
    return Document("the-paper", draw(safe), sections, draw(safe), **said, language=language, date=date, draft=draw(st.none() | safe))
