"""The file read back without anything of ours says what the paper says, block by block."""

import pytest

from papers.document import (
    Bullets,
    Chart,
    Commentary,
    Contents,
    Footnote,
    Heading,
    Item,
    LineBreak,
    PageNumber,
    Paragraph,
    Picture,
    Table,
    Travel,
    headings,
    plain,
    walk,
)
from papers.house import SHAPES
from papers.layout import lay_out
from tests.word.opened import cells, control, find, tree, words
from tests.word.sample import house, paper, written

DOCUMENT = paper(3)
PAGES = lay_out(DOCUMENT, house()).page_of


@pytest.fixture(scope="module")
def data() -> bytes:
    return written(DOCUMENT)


def said(inlines) -> str:
    """The words of inlines as the file shows them: shapes and page numbers are shown, notes stand elsewhere."""
    out = []
    for each in inlines:
        match each:
            case Travel():
                out.append(f"{SHAPES[each.shape]} {each.word}")
            case PageNumber():
                out.append(str(PAGES[each.target]))
            case LineBreak():
                out.append(" ")
            case Footnote():
                continue
            case _:
                out.append(plain((each,)))
    return "".join(out)


def squeezed(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def listed(items: tuple[Item, ...]):
    for item in items:
        yield squeezed(said(item.inlines))
        yield from listed(item.nested.items) if item.nested else ()


def rows(table: Table):
    """The words of each row's own cells, a chart's as nothing."""
    for row in table.rows:
        yield [squeezed(said(cell.inlines)) for cell in row.cells]


def test_paragraphs_and_headings_say_what_the_paper_says(data):
    checked = 0
    for node in walk(DOCUMENT):
        if isinstance(node, Paragraph | Heading) and "/commentary/" not in node.id:
            checked += 1
            assert squeezed(words(control(data, node.id))) == squeezed(said(node.inlines)), node.id
    assert checked > 20


def test_tables_say_what_the_paper_says(data):
    tables = [node for node in walk(DOCUMENT) if isinstance(node, Table)]
    assert len(tables) > 5
    for node in tables:
        (found,) = find(control(data, node.id), "w:sdtContent/w:tbl")
        shown = [[squeezed(each) for each in row] for row in cells(found)]
        merged = [[bool(find(cell, "w:tcPr/w:vMerge[not(@w:val)]")) for cell in find(row, "w:tc")] for row in find(found, "w:tr")]
        own = [[each for each, goes_on in zip(row, goes, strict=True) if not goes_on] for row, goes in zip(shown, merged, strict=True)]
        assert own == list(rows(node)), node.id


def test_lists_and_commentary_say_what_the_paper_says(data):
    for node in walk(DOCUMENT):
        if isinstance(node, Bullets) and node.id in ("prose/list", "prose/steps", "prose/again"):
            assert [squeezed(words(p)) for p in find(control(data, node.id), ".//w:p")] == list(listed(node.items))
        if isinstance(node, Commentary):
            text = [node.prompt] if node.awaited else [squeezed(said(each.inlines)) for each in node.blocks if isinstance(each, Paragraph)]
            assert [squeezed(words(p)) for p in find(control(data, node.id), ".//w:p")] == [node.label, *text]


def test_contents_list_every_heading_with_its_page(data):
    (node,) = [each for each in walk(DOCUMENT) if isinstance(each, Contents)]
    expected = [f"{each.name}{PAGES[each.id]}" for each in headings(DOCUMENT) if each.level <= node.depth]
    assert [words(each) for each in find(control(data, node.id), ".//w:hyperlink")] == expected


def test_every_chart_and_picture_has_its_text_alternative_in_order(data):
    expected = [node.alt for node in walk(DOCUMENT) if isinstance(node, Chart | Picture)]
    assert find(tree(data), "//wp:docPr/@descr") == expected


def test_nothing_else_is_said(data):
    blocks = [control(data, node.id) for section in DOCUMENT.sections for node in section.blocks]
    assert words(tree(data)) == "".join(words(each) for each in blocks)
