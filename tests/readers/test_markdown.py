"""Markdown becomes authored blocks; what a paper can't carry is a problem on its line."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.document import Bullets, Footnote, Heading, LineBreak, Link, Paragraph, Picture, Run, Table, plain
from papers.errors import KINDS, Place
from papers.readers.markdown import read_markdown
from papers.readers.pictures import PictureError, picture_size

HERE = Place(file="narrative/foreword.md")


def blocks_of(text):
    blocks, problems = read_markdown(text, "foreword", None, HERE)
    assert problems == ()
    return blocks


def problems_of(text, folder=None, place=HERE):
    return [(p.place.row, p.code) for p in read_markdown(text, "foreword", folder, place)[1]]


def png(wide, high, pitch=None):
    chunk = b"" if pitch is None else b"\x00\x00\x00\x09pHYs" + struct.pack(">IIB", pitch, pitch, 1) + b"\x00" * 4
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", wide, high) + b"\x08\x02\x00\x00\x00" + b"\x00" * 4 + chunk + b"IDAT"


def jpeg(wide, high):
    return b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc2\x00\x11\x08" + struct.pack(">HH", high, wide)


def test_marks_become_the_look_of_runs():
    (paragraph,) = blocks_of("Plain **bold *both*** *italic* m^2^ and CO~2~")
    assert paragraph.inlines == (
        Run("Plain "),
        Run("bold ", bold=True),
        Run("both", bold=True, italic=True),
        Run(" "),
        Run("italic", italic=True),
        Run(" m"),
        Run("2", superscript=True),
        Run(" and CO"),
        Run("2", subscript=True),
    )


def test_a_tilde_or_caret_alone_stays_as_typed():
    (paragraph,) = blocks_of("About ~5 and 2 ^ 3, ~ ten")
    assert paragraph.inlines == (Run("About ~5 and 2 ^ 3, ~ ten"),)


def test_headings_keep_their_level_and_ids_run_on():
    blocks = blocks_of("# One\n\nText\n\n## Two **bold**")
    assert blocks == (
        Heading("foreword/1", 1, (Run("One"),)),
        Paragraph("foreword/2", (Run("Text"),)),
        Heading("foreword/3", 2, (Run("Two "), Run("bold", bold=True))),
    )


def test_a_new_line_in_a_paragraph_is_a_space_and_a_break_is_a_break():
    (paragraph,) = blocks_of("one\ntwo\\\nthree<br/>four")
    assert paragraph.inlines == (Run("one two"), LineBreak(), Run("three"), LineBreak(), Run("four"))


def test_lists_nest_three_deep():
    (bullets,) = blocks_of("1. one\n   - two\n     - three\n2. four")
    assert isinstance(bullets, Bullets)
    assert bullets.ordered
    assert bullets.depth == 3
    assert [plain(item.inlines) for item in bullets.items] == ["one", "four"]
    assert bullets.items[0].nested is not None
    assert [bullets.id, bullets.items[0].nested.id] == ["foreword/1", "foreword/1/1"]


def test_links_lead_to_the_web_to_mail_and_to_blocks():
    (paragraph,) = blocks_of("[a *b*](https://a.uk/x) <me@a.uk> [card](#indicator/CS01)")
    links = [part for part in paragraph.inlines if isinstance(part, Link)]
    assert [link.target for link in links] == ["https://a.uk/x", "mailto:me@a.uk", "#indicator/CS01"]
    assert links[0].runs == (Run("a "), Run("b", italic=True))


def test_a_footnote_stands_where_it_is_called():
    (paragraph,) = blocks_of("Calls[^a] rose.\n\n[^a]: From *all* lines,\nat noon.\n")
    assert paragraph.inlines[1] == Footnote((Run("From "), Run("all", italic=True), Run(" lines, at noon.")))


def test_a_table_has_a_header_row_shares_and_the_title_above_it():
    (table,) = blocks_of("Table: Calls by month\n\n| Month | Calls |\n|:--|--:|\n| January, the first | **12** |\n| | 3 |")
    assert isinstance(table, Table)
    assert (table.title, table.captioned, table.stub) == ("Calls by month", True, 1)
    assert [row.kind for row in table.rows] == ["header", "body", "body"]
    assert [column.align for column in table.columns] == ["left", "right"]
    assert table.columns[0].share > table.columns[1].share
    assert table.rows[2].cells[0].inlines == ()


def test_a_table_without_a_title_is_named_after_its_columns():
    (table,) = blocks_of("| Month | Calls |\n|---|---|\n| May | 1 |")
    assert (table.title, table.captioned) == ("Month, Calls", False)


def test_a_picture_has_its_text_caption_and_size_in_points(tmp_path):
    (tmp_path / "map 1.png").write_bytes(png(320, 96))
    blocks, problems = read_markdown('![A map](map%201.png "The *county*")', "foreword", tmp_path, HERE)
    assert not problems
    (picture,) = blocks
    assert isinstance(picture, Picture)
    assert (picture.media_type, picture.alt, picture.width, picture.height) == ("image/png", "A map", 240, 72)
    assert picture.caption == (Run("The "), Run("county", italic=True))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(960, 480), ("image/png", 480, 240)),
        (png(96, 2400), ("image/png", 24, 600)),
        (png(300, 300, pitch=11811), ("image/png", 72, 72)),
        (jpeg(640, 320), ("image/jpeg", 480, 240)),
    ],
)
def test_pictures_are_scaled_to_fit_the_page(data, expected):
    assert picture_size(data) == expected


@pytest.mark.parametrize("data", [b"GIF89a", b"", png(0, 5), png(5, 5)[:18], b"\xff\xd8\xff\xe0\x00\x04", jpeg(5, 5)[:10]])
def test_a_file_that_is_no_whole_picture_is_refused(data):
    with pytest.raises(PictureError):
        picture_size(data)


@pytest.mark.parametrize(
    ("text", "row", "code"),
    [
        ("Text\n\n<div>x</div>", 3, "markdown-unsupported"),
        ("Text\nwith <b>bold</b>", 2, "markdown-unsupported"),
        ("```\ncode\n```", 1, "markdown-unsupported"),
        ("    code", 1, "markdown-unsupported"),
        ("some `code`", 1, "markdown-unsupported"),
        ("> quoted", 1, "markdown-unsupported"),
        ("Text\n\n---", 3, "markdown-unsupported"),
        ("<!-- ask Huw -->", 1, "markdown-comment"),
        ("bell\x07", 1, "markdown-control-character"),
        ("##### Deep", 1, "markdown-heading-level"),
        ("# One\n### Three", 2, "markdown-heading-jump"),
        ("#", 1, "markdown-heading-empty"),
        ("- a\n  - b\n    - c\n      - d", 4, "markdown-list-depth"),
        ("- a\n\n  more", 3, "markdown-list-item"),
        ("- a\n  - b\n\n  1. c", 4, "markdown-list-item"),
        ("-\n- b", 1, "markdown-list-empty"),
        ("4. four", 1, "markdown-list-start"),
        ("| a | b |\n|---|\n| 1 | 2 |", 1, "markdown-table"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", 3, "markdown-table-cells"),
        ("| a | b |\n|---|---|\n| 1 |", 3, "markdown-table-cells"),
        ("Table: [a](http://b.uk)\n\n| a | b |\n|---|---|\n| 1 | 2 |", 1, "markdown-table-title"),
        ("[a](page.html)", 1, "markdown-link"),
        ("[](http://a.uk)", 1, "markdown-link-text"),
        ('[a](http://a.uk "title")', 1, "markdown-link-title"),
        ("a[^1]", 1, "markdown-note-missing"),
        ("a\n\n[^1]: note", 3, "markdown-note-unused"),
        ("a[^1]\n\n[^1]: note\n[^1]: twice", 4, "markdown-note-twice"),
        ("a[^1]\n\n[^1]:", 3, "markdown-note-empty"),
        ("a[^1]b[^2]\n\n[^1]: see [^2]\n\n[^2]: two", 3, "markdown-note-nested"),
        ("see ![map](m.png) here", 1, "markdown-picture-place"),
        ("![](m.png)", 1, "markdown-picture-alt"),
        ("![map](none.png)", 1, "markdown-picture-missing"),
        ("![map](../m.png)", 1, "markdown-picture-outside"),
        ("![map](https://a.uk/m.png)", 1, "markdown-picture-outside"),
        ("![map](text.png)", 1, "markdown-picture-file"),
        ("[84%]{colour=red}", 1, "markdown-span"),
        ("[ ]{chip=00693E/FFFFFF}", 1, "markdown-span"),
        ("*" * 3000 + "x" + "*" * 3000, 1, "markdown-nesting"),
    ],
)
def test_what_a_paper_cannot_carry_is_a_problem_on_its_line(text, row, code, tmp_path):
    (tmp_path / "text.png").write_bytes(b"not a picture")
    (tmp_path / "m.png").write_bytes(png(5, 5))
    assert (row, code) in problems_of(text, tmp_path)


def test_every_kind_of_markdown_problem_is_tested():
    tested = test_what_a_paper_cannot_carry_is_a_problem_on_its_line.pytestmark[0].args[1]
    assert {code for _, _, code in tested} == {code for code in KINDS if code.startswith("markdown-")}


def test_lines_count_from_where_the_text_begins_in_its_file():
    assert problems_of("Text\n\n---", place=Place(file="a.md", row=10)) == [(12, "markdown-unsupported")]


def test_windows_lines_and_a_byte_order_mark_change_nothing():
    assert blocks_of("\ufeff# One\r\n\r\nText\r\n") == blocks_of("# One\n\nText\n")


MARKS = ["# ", "- ", "1. ", "  ", "\n", "\n\n", "**", "*", "^2^", "[^1]", "[^1]: ", "[a](http://b.uk)", "![", "](", ")", "<br>", "<", "`"]
PIECES = st.sampled_from([*MARKS, "| a | b |\n|---|---|\n", "| ", "> ", "Table: t", "\t", "\x0b", "&amp;", "ŵyth", "\\", "{{chart X}}"])


@given(st.lists(st.one_of(PIECES, st.from_regex(r"\A[a-z]{3,6}\d\d\Z")), max_size=25))
def test_no_word_vanishes_without_a_problem(pieces):
    blocks, problems = read_markdown("".join(pieces), "foreword", None, HERE)
    shown = repr(blocks)
    if not problems:
        assert [piece for piece in pieces if piece[-1].isdigit() and piece not in shown] == []
