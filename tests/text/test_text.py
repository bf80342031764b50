"""The text writer reads every node, in order, and refuses what it doesn't know."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from papers import document as d
from papers.writers.text import write_text


def paper(*blocks, draft=None):
    return d.Document("paper", "A paper", (d.Section("s", blocks),), "A council", draft=draft)


def says(*parts):
    return d.inlines(*parts)


def cell(*parts, **spans):
    return d.Cell(says(*parts), **spans)


CHART = d.Chart("c", "84% in December, above target", ("Dec",), (), (d.Tick(Decimal(0), "0"), d.Tick(Decimal(1), "1")))


def test_blocks_are_parted_by_empty_lines_and_the_text_ends_in_a_line_end():
    assert write_text(paper(d.Heading("h", 1, says("One")), d.Paragraph("p", says("Two")))) == "One\n\nTwo\n"


def test_a_draft_says_so_first():
    assert write_text(paper(d.Paragraph("p", says("Words")), draft="DRAFT, version 1")) == "DRAFT, version 1\n\nWords\n"


def test_chips_and_directions_are_read_as_their_words():
    line = says(d.Chip("Green", "#00693E", "#FFFFFF"), " ", d.Travel("Improved", "up"))
    assert write_text(paper(d.Paragraph("p", line))) == "Green Improved\n"


def test_a_line_break_is_a_line_in_a_paragraph_and_a_space_in_a_cell():
    broken = says("One", d.LineBreak(), "two")
    table = d.Table("t", "T", (d.Column(1000),), (d.Row((d.Cell(broken),)),))
    assert write_text(paper(d.Paragraph("p", broken), table)) == "One\ntwo\n\nOne two\n"


def test_a_link_is_read_as_its_words():
    link = d.Link((d.Run("our site"),), "https://example.org")
    assert write_text(paper(d.Paragraph("p", says("See ", link, ".")))) == "See our site.\n"


def test_a_footnote_follows_the_block_that_calls_it():
    note = d.Footnote(says("Unaudited."))
    text = write_text(paper(d.Paragraph("p", says("84%", note, " met")), d.Paragraph("q", says("Next", note))))
    assert text == "84%1 met\n\n1 Unaudited.\n\nNext2\n\n2 Unaudited.\n"


def test_lists_are_labelled_and_nested():
    nested = d.Bullets("n", (d.Item(says("in")),), ordered=True)
    bullets = d.Bullets("b", (d.Item(says("out"), nested), d.Item(says("last"))))
    assert write_text(paper(bullets)) == "• out\n  1. in\n• last\n"


def test_a_table_is_read_row_by_row_in_its_columns():
    columns = (d.Column(400), d.Column(300), d.Column(300))
    rows = (
        d.Row((cell("Name", rowspan=2), cell("Year", colspan=2)), "header"),
        d.Row((cell("2012"), cell("2013")), "header"),
        d.Row((cell("A group", colspan=3),), "group"),
        d.Row((cell("One"), cell(), cell("3"))),
    )
    table = d.Table("t", "Things by year", columns, rows)
    assert write_text(paper(table)) == "Name\tYear\n\t2012\t2013\nA group\nOne\t\t3\n"


def test_a_caption_is_read_and_a_hidden_name_is_not():
    row = (d.Row((cell("1"),)),)
    shown = d.Table("t", "Shown", (d.Column(1000),), row, captioned=True)
    hidden = d.Table("u", "Hidden", (d.Column(1000),), row)
    assert write_text(paper(shown, hidden)) == "Shown\n1\n\n1\n"


def test_a_chart_is_read_by_its_alternative_on_its_own_and_in_a_cell():
    inner = d.Chart("c2", "Within", CHART.categories, (), CHART.ticks)
    table = d.Table("t", "T", (d.Column(1000),), (d.Row((d.Cell(chart=inner),)),))
    assert write_text(paper(CHART, table)) == "84% in December, above target\n\nWithin\n"


def test_a_picture_is_read_by_its_alternative_and_caption_and_a_decoration_is_silent():
    picture = d.Picture("p", b"x", "image/png", "A bridge", 10, 10, says("Figure 1"))
    silent = d.Picture("q", b"x", "image/png", "", 10, 10)
    assert write_text(paper(picture, silent)) == "A bridge\n\nFigure 1\n"


def test_contents_name_the_headings_and_their_pages_where_known():
    blocks = (d.Contents("c", depth=2), d.Heading("a", 1, says("Long one"), short="One"), d.Heading("b", 2, says("Two")))
    assert write_text(paper(*blocks)).startswith("Contents\nOne\n  Two\n\n")
    assert write_text(paper(*blocks), {"a": 3, "b": 4}).startswith("Contents\nOne\t3\n  Two\t4\n\n")


def test_a_page_reference_needs_its_page():
    blocks = (d.Paragraph("p", says("page ", d.PageNumber("h"))), d.Heading("h", 1, says("H")))
    assert write_text(paper(*blocks), {"h": 7}).startswith("page 7\n")
    with pytest.raises(KeyError):
        write_text(paper(*blocks), {})


def test_commentary_is_read_with_its_label_and_awaited_commentary_by_its_prompt():
    authored = d.Commentary("a", "Commentary", (d.Paragraph("p", says("All is well.")),))
    awaited = d.Commentary("b", "What next", prompt="Awaited from A Person.")
    assert write_text(paper(authored, awaited)) == "Commentary\n\nAll is well.\n\nWhat next\n\nAwaited from A Person.\n"


def test_a_group_is_read_as_its_blocks():
    assert write_text(paper(d.Group("g", (d.Paragraph("p", says("In")), CHART)))) == f"In\n\n{CHART.alt}\n"


@dataclass(frozen=True)
class Strange:
    id: str = "strange"


def test_an_unknown_block_is_an_error():
    document = paper(d.Paragraph("p", says("x")))
    object.__setattr__(document.sections[0], "blocks", (Strange(),))
    with pytest.raises(d.NodeError):
        write_text(document)


def test_an_unknown_inline_is_an_error():
    paragraph = d.Paragraph("p", says("x"))
    object.__setattr__(paragraph, "inlines", (Strange(),))
    with pytest.raises(d.NodeError):
        write_text(paper(paragraph))
