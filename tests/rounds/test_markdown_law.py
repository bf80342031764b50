"""The law of Markdown: reading what was written gives the same blocks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from papers.document import (
    Bullets,
    Cell,
    Chip,
    Footnote,
    Heading,
    Item,
    LineBreak,
    Link,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
    Travel,
    inlines,
    plain,
)
from papers.errors import NOWHERE
from papers.readers.markdown import _columns, read_markdown
from papers.readers.pictures import picture_size
from papers.writers.markdown import write_markdown
from tests.readers.word_files import png

SIGNS = "abzAZ 019 .,;:!?-–#*_`~^|\\/<>[](){}&\"'=+%£é\u00a0’"
texts = st.one_of(
    st.text(SIGNS, min_size=1, max_size=9),
    st.sampled_from(
        [
            "- a",
            "1. b",
            "# c",
            "Table: d",
            "{{x}}",
            "&amp;",
            "a**b**",
            "word ",
            " word",
            "---",
            "====",
            "two words",
            "[^1]: x",
            "![a](b)",
            "http://a.uk",
        ]
    ),
)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    up = draw(st.sampled_from([(False, False)] * 4 + [(True, False), (False, True)]))
    lang = draw(st.sampled_from([None] * 6 + ["cy", "fr-FR"]))
    figure = draw(st.sampled_from([None] * 6 + ["CS01/2013-12-31/actual", "summary/rating/Not rated"]))
    return Run(draw(texts), draw(st.booleans()), draw(st.booleans()), *up, lang, figure)


links = st.builds(
    lambda parts, target: Link(tuple(inlines(*parts)), target),
    st.lists(runs(), min_size=1, max_size=2),
    st.sampled_from(["https://a.uk/x?y=1&z=(2)", "mailto:a@b.uk", "#front/first"]),
)
words = st.one_of(
    runs(),
    runs(),
    st.builds(Chip, texts.filter(str.strip), st.just("#00693E"), st.just("#FFFFFF"), st.none() | st.just("CS01/rating")),
    st.builds(Travel, texts.filter(str.strip), st.sampled_from(["up", "down", "level"]), st.none()),
    st.just(LineBreak()),
    st.just(PageNumber("front/first")),
    links,
)
notes = st.lists(words, min_size=1, max_size=3).map(lambda parts: Footnote(inlines(*parts)))


def sentences() -> st.SearchStrategy[tuple]:
    said = st.lists(st.one_of(words, words, words, notes), min_size=1, max_size=6).map(lambda parts: inlines(*parts))
    return said.filter(lambda parts: plain(parts).strip())


@st.composite
def bullets(draw: st.DrawFn, depth: int = 1) -> Bullets:
    items = draw(st.lists(sentences(), min_size=1, max_size=3))
    deeper = [draw(st.none() | bullets(depth + 1)) if depth < 3 else None for _ in items]
    return Bullets("x/1", tuple(Item(said, nested) for said, nested in zip(items, deeper, strict=True)), ordered=draw(st.booleans()))


class Aligned:
    """A header cell of the syntax tree, as `_columns` wants it."""

    def __init__(self, align: str) -> None:
        self.attrs = {"style": {"right": "text-align:right", "centre": "text-align:center"}.get(align)}


class Head:
    """A header row of the syntax tree, as `_columns` wants it."""

    def __init__(self, aligns: list[str]) -> None:
        self.children = [Aligned(align) for align in aligns]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    cells = st.lists(st.one_of(sentences(), st.just(())), min_size=width, max_size=width)
    grid = draw(st.lists(cells, min_size=1, max_size=3))
    rows = tuple(Row(tuple(Cell(cell) for cell in row), "body" if n else "header") for n, row in enumerate(grid))
    columns = _columns(Head(draw(st.lists(st.sampled_from(["left", "right", "centre"]), min_size=width, max_size=width))), rows)
    title = draw(st.none() | texts.map(str.strip).filter(bool))
    names = ", ".join(filter(None, (plain(cell.inlines).strip() for cell in rows[0].cells)))
    return Table("x/1", title or names or "Table", columns, rows, captioned=bool(title))


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    data = png(draw(st.integers(1, 3)), 2)
    media_type, width, height = picture_size(data)
    alt = draw(texts.map(lambda text: " ".join(text.split(" ")).strip()).filter(lambda text: text and "  " not in text))
    return Picture("x/1", data, media_type, alt, width, height, draw(st.just(()) | sentences()))


def renamed(bullets: Bullets, key: str) -> Bullets:
    items = tuple(replace(item, nested=item.nested and renamed(item.nested, f"{key}/{n}")) for n, item in enumerate(bullets.items, 1))
    return replace(bullets, id=key, items=items)


blocks = st.one_of(
    st.builds(lambda said: Heading("x/1", 1, said), sentences()),
    st.builds(lambda said: Paragraph("x/1", said), sentences()),
    st.builds(lambda said: Paragraph("x/1", said), sentences()),
    bullets(),
    tables(),
    pictures(),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(blocks, min_size=1, max_size=5))
def test_reading_what_was_written_gives_the_same_blocks(tmp_path_factory, found):
    named = tuple(renamed(each, f"x/{n}") if isinstance(each, Bullets) else replace(each, id=f"x/{n}") for n, each in enumerate(found, 1))
    written = write_markdown(named)
    folder = tmp_path_factory.mktemp("pictures")
    for name, data in written.pictures.items():
        (folder / name).write_bytes(data)
    read, problems = read_markdown(written.text, "x", folder, NOWHERE)
    assert (read, problems) == (named, ()), written.text
