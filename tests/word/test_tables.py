"""Tables as Word has them: widths, headers, kinds of rows, numbers on the decimal point."""

import pytest

from papers.document import Cell, Column, Document, Paragraph, Row, Section, Table, inlines
from papers.metrics import width
from tests.word.opened import cells, control, find, words
from tests.word.sample import GREEN, Chip, compact, matrix, one, row, strip, trend, written


def of(table: Table):
    """The table's markup."""
    (found,) = find(control(written(one(table)), table.id), "w:sdtContent/w:tbl")
    return found


def test_widths_add_up_to_the_text_and_follow_the_shares():
    grid = [int(each) for each in find(of(trend(1)), "w:tblGrid/w:gridCol/@w:w")]
    assert sum(grid) == 9420
    assert grid[0] == round(9420 * 0.195)
    assert find(of(trend(1)), "string(w:tblPr/w:tblLayout/@w:type)") == "fixed"


def test_header_rows_repeat_and_no_row_splits():
    found = of(matrix())
    assert [bool(find(each, "w:trPr/w:tblHeader")) for each in find(found, "w:tr")] == [True, True] + [False] * 6
    assert all(find(each, "w:trPr/w:cantSplit") for each in find(found, "w:tr"))


def test_a_table_says_what_it_is_and_where_its_headers_stand():
    found = of(matrix())
    assert find(found, "string(w:tblPr/w:tblCaption/@w:val)") == "Ratings by directorate"
    assert find(found, "string(w:tblPr/w:tblDescription/@w:val)") == "Heading rows: 2. Heading columns: 1."
    look = find(found, "w:tblPr/w:tblLook")[0]
    assert [find(look, f"string(@w:{name})") for name in ("firstRow", "firstColumn", "lastRow")] == ["1", "1", "0"]


def test_a_captioned_table_has_its_title_above_it():
    found = control(written(one(matrix())), "summary/matrix")
    assert words(find(found, "w:sdtContent/w:p")[0]) == "Ratings by directorate"


@pytest.mark.parametrize(
    ("table", "style"), [(trend(1), "HouseTable"), (strip("t", Chip("Green", *GREEN)), "HouseStrip"), (compact(1), "HouseCompact")]
)
def test_the_look_is_the_tables_style(table, style):
    assert find(of(table), "string(w:tblPr/w:tblStyle/@w:val)") == style


def test_kinds_of_rows_are_styles_of_their_paragraphs():
    styles = [find(each, "string(.//w:p[1]/w:pPr/w:pStyle/@w:val)") for each in find(of(matrix()), "w:tr")]
    assert styles == ["TableHeader", "TableHeader", "TableGroup", "TableText", "TableText", "TableSubtotal", "TableText", "TableTotal"]


def test_decimal_points_stand_in_one_line():
    table = Table(
        "t",
        "T",
        (Column(500), Column(500, "decimal")),
        (row("header", "", "Value"), *(row("body", "x", v) for v in ("1.5%", "12%", "1,234.25%", "–", "n/a"))),
    )
    paragraphs = [find(each, "w:tc[2]/w:p")[0] for each in find(of(table), "w:tr")]
    pads = [int(find(each, "string(w:pPr/w:ind/@w:right)")) for each in paragraphs]
    at = [pad + 20 * width(tail, "Arial", 12) for pad, tail in zip(pads[1:5], (".5%", "%", ".25%", ""), strict=True)]
    assert at == pytest.approx([at[0]] * 4, abs=1)
    assert (pads[0], pads[5]) == (0, 0)
    assert all(find(each, "string(w:pPr/w:jc/@w:val)") == "right" for each in paragraphs)


def test_right_aligned_columns_have_no_indent():
    assert not find(of(matrix()), ".//w:ind")
    assert find(of(matrix()), "string(w:tr[4]/w:tc[2]/w:p/w:pPr/w:jc/@w:val)") == "right"


def test_cells_that_span_are_merged():
    found = of(matrix())
    assert find(found, "w:tr[1]/w:tc[1]/w:tcPr/w:vMerge/@w:val") == ["restart"]
    assert find(found, "w:tr[2]/w:tc[1]/w:tcPr/w:vMerge[not(@w:val)]")
    assert find(found, "w:tr[1]/w:tc/w:tcPr/w:gridSpan/@w:val") == ["3", "3"]
    assert find(found, "w:tr[3]/w:tc/w:tcPr/w:gridSpan/@w:val") == ["7"]


def test_a_cell_over_rows_and_columns_goes_on_as_wide_as_it_began():
    rows = (Row((Cell(inlines("big"), colspan=2, rowspan=2), Cell(inlines("a")))), Row((Cell(inlines("b")),)), row("body", "x", "y", "z"))
    found = of(Table("t", "T", (Column(300), Column(300), Column(400)), rows))
    assert find(found, "w:tr[2]/w:tc[1]/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert [each[-1] for each in cells(found)] == ["a", "b", "z"]


def test_every_row_fills_the_grid():
    for table in (matrix(), trend(1), compact(2)):
        found = of(table)
        columns = len(find(found, "w:tblGrid/w:gridCol"))
        for each in find(found, "w:tr"):
            assert sum(int(find(cell, "string(w:tcPr/w:gridSpan/@w:val)") or 1) for cell in find(each, "w:tc")) == columns


def test_a_strip_sets_what_follows_a_line_break_small():
    found = find(of(strip("t", Chip("Green", *GREEN))), "w:tr[2]/w:tc[2]/w:p")
    assert [(words(each), find(each, "string(w:pPr/w:pStyle/@w:val)")) for each in found] == [
        ("75%", "StripFigure"),
        ("floor standard 70%", "StripLabel"),
    ]


def test_rows_keep_with_what_they_introduce_and_sums_with_what_they_sum():
    keeps = [bool(find(each, ".//w:keepNext")) for each in find(of(matrix()), "w:tr")]
    assert keeps == [True, True, True, False, False, False, True, False]


def test_tables_are_parted_and_stand_clear_of_what_follows():
    tables = (trend(1), trend(2), Paragraph("p", inlines("x")), trend(3))
    data = written(Document("x", "T", (Section("s", tables),), organisation="O"))
    (between,) = find(control(data, "s"), "w:sdtContent/w:p")
    assert find(between, "string(w:pPr/w:spacing/@w:line)") == "200"
    assert find(control(data, "p"), "string(.//w:spacing/@w:before)") == "200"
