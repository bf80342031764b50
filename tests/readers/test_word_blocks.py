"""Narrative that analysts write in Word: what is read, and what is reported because a paper can't carry it."""

from __future__ import annotations

import pytest

from papers.document import Bullets, Column, Footnote, Heading, Item, LineBreak, Link, Paragraph, Picture, Run, Table, plain
from papers.readers.word import read_blocks
from tests.readers.word_files import WITH_PICTURE, WORD, drawing, field, para, picture, png, run, table, word_file

RIGHT = '<w:jc w:val="right"/>'


def read(*body: str, **more):
    return read_blocks(word_file(*body, **more), "section/highways")


def only(*body: str, **more):
    """The one block of a file that is read without a problem."""
    blocks, problems = read(*body, **more)
    assert problems == ()
    (block,) = blocks
    return block


def reported(*body: str, **more) -> list[tuple[str, str]]:
    """Levels and messages of the problems."""
    return [(p.level, p.message) for p in read(*body, **more)[1]]


def test_a_heading_style_makes_a_heading_and_ids_count_the_blocks():
    blocks, problems = read(para("Roads", "Heading1"), para("Potholes", "Heading2"), para("They were mended."))
    assert problems == ()
    assert blocks == (
        Heading("section/highways/1", 1, (Run("Roads"),)),
        Heading("section/highways/2", 2, (Run("Potholes"),)),
        Paragraph("section/highways/3", (Run("They were mended."),)),
    )


def test_runs_that_word_split_are_one_run():
    split = run("Perfor") + '<w:proofErr w:type="spellStart"/>' + run("mance ", '<w:lang w:val="en-US"/>') + run("rose", '<w:b w:val="0"/>')
    assert only(para(split)).inlines == (Run("Performance rose"),)


def test_looks_are_kept_whether_direct_or_by_a_character_style():
    looks = (
        run("a", "<w:b/>")
        + run("b", '<w:rStyle w:val="Emphasis"/>')
        + run("c", '<w:vertAlign w:val="superscript"/>')
        + run("d", '<w:rStyle w:val="Strong"/>')
    )
    assert only(para(looks)).inlines == (Run("a", bold=True), Run("b", italic=True), Run("c", superscript=True), Run("d", bold=True))


def test_white_space_at_the_ends_of_a_paragraph_and_empty_paragraphs_say_nothing():
    blocks, problems = read(para("  "), para(run(" Words ") + run("here ", "<w:b/>")), "<w:p/>")
    assert problems == ()
    assert blocks[0].inlines == (Run("Words "), Run("here", bold=True))


def test_a_tab_is_a_space_and_a_typed_line_break_stays():
    assert only(para("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")).inlines == (Run("a b"), LineBreak(), Run("c"))


def test_tracked_changes_are_read_as_accepted():
    words = (
        run("Rose to ")
        + f'<w:del w:id="1" w:author="x">{run("82%").replace("w:t", "w:delText")}</w:del>'
        + f'<w:ins w:id="2" w:author="x">{run("84%")}</w:ins>'
    )
    assert only(para(words)).inlines == (Run("Rose to 84%"),)


def test_a_paragraph_whose_mark_is_deleted_joins_the_next():
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    assert only(para("One ", properties=gone), para("two")).inlines == (Run("One two"),)


def test_lists_nest_by_level_and_end_at_a_paragraph():
    blocks, problems = read(
        para("a", "ListBullet"), para("b", "ListBullet2"), para("c", "ListBullet"), para("text"), para("1", "ListNumber")
    )
    assert problems == ()
    nested = Bullets("section/highways/1/1", (Item((Run("b"),)),))
    assert blocks[0] == Bullets("section/highways/1", (Item((Run("a"),), nested), Item((Run("c"),))))
    assert blocks[2] == Bullets("section/highways/3", (Item((Run("1"),)),), ordered=True)


def test_bullets_made_with_the_button_are_a_list_by_their_numbering():
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr>'
    block = only(
        para("first", properties=item.format(0)),
        para("under", properties=item.format(1)),
        parts={"word/numbering.xml": numbering},
        links=(("rIdN", "numbering", "numbering.xml"),),
    )
    assert block.ordered
    assert block.items[0].nested == Bullets("section/highways/1/1", (Item((Run("under"),)),), ordered=False)


def test_a_table_takes_its_caption_its_header_row_and_its_spans():
    spanning = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="1000"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{para("Head")}</w:tc></w:tr>'
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{para("tall")}</w:tc><w:tc>{para("1", properties=RIGHT)}</w:tc></w:tr>'
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{para('2', properties=RIGHT)}</w:tc></w:tr></w:tbl>"
    )
    found = only(para("Costs by year", "Caption"), spanning)
    assert (found.title, found.captioned, found.columns) == ("Costs by year", True, (Column(750), Column(250, "right")))
    assert [(cell.colspan, cell.rowspan, plain(cell.inlines)) for row in found.rows for cell in row.cells] == [
        (2, 1, "Head"), (1, 2, "tall"), (1, 1, "1"), (1, 1, "2"),
    ]  # fmt: skip


def test_a_table_without_a_header_row_or_a_title_is_read_and_reported():
    blocks, problems = read(table(("Year", "Cost"), ("2013", "4"), head=0))
    assert [row.kind for row in blocks[0].rows] == ["header", "body"]
    assert [p.code for p in problems] == ["word-table-header", "word-table-title"]


def test_a_picture_in_line_has_its_size_its_alternative_and_the_caption_under_it():
    found = only(para(picture()), para("Where the work was", "Caption"), **WITH_PICTURE)
    assert found == Picture("section/highways/1", png(), "image/png", "A map", 100, 50, (Run("Where the work was"),))


def test_a_picture_without_an_alternative_is_an_error():
    assert reported(para(picture(alt="")), **WITH_PICTURE) == [("error", "A picture has no text alternative.")]


def test_links_footnotes_and_link_fields_are_read():
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(" From the survey.")}</w:p></w:footnote></w:footnotes>'
    words = (
        f'<w:hyperlink r:id="rIdL">{run("Kent")}</w:hyperlink>{run(" and ")}{field("HYPERLINK &quot;mailto:a@b.uk&quot;", run("mail"))}'
        '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    found = only(
        para(words),
        parts={"word/footnotes.xml": notes},
        links=(("rIdL", "hyperlink", "https://www.kent.gov.uk/"), ("rIdF", "footnotes", "footnotes.xml")),
        external=("rIdL",),
    )
    assert found.inlines == (
        Link((Run("Kent"),), "https://www.kent.gov.uk/"),
        Run(" and "),
        Link((Run("mail"),), "mailto:a@b.uk"),
        Footnote((Run("From the survey."),)),
    )


TEXT_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
    + drawing("x", "")
    .removeprefix("<w:r>")
    .removesuffix("</w:r>")
    .replace("drawingml/2006/x", "word/2010/wordprocessingShape")
    .replace(
        "</a:graphicData>", f"<wps:wsp><wps:txbx><w:txbxContent>{para('Boxed words')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
    )
    + f"</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{para('Boxed words')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)

LOST = {
    "text box": (para(run("Before") + TEXT_BOX), "A text box or shape can't be carried into a paper: Boxed words"),
    "SmartArt": (para(drawing("diagram", "")), "SmartArt can't be carried into a paper: A map"),
    "chart": (para(drawing("chart", "")), "A chart can't be carried into a paper: A map"),
    "equation": (para("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"), "An equation can't be carried into a paper: a=b"),
    "equation alone": (
        "<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>",
        "An equation can't be carried into a paper: a=b",
    ),
    "old drawing": (
        para("<w:r><w:pict><v:rect/></w:pict></w:r>"),
        "A drawing in the form of Word 2007 or earlier can't be carried into a paper: no words",
    ),
    "embedded object": (para("<w:r><w:object/></w:r>"), "An embedded object can't be carried into a paper: no words"),
    "symbol": (
        para('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
        "A symbol of a font can't be carried into a paper: Wingdings FC",
    ),
    "nested table": (
        table(("a",), ("b",)).replace(para("b"), table(("inner",), ("x",)) + para("b")),
        "A table within a table can't be carried into a paper: inner x",
    ),
    "picture in a list": (para(picture(), "ListBullet"), "A picture in a list can't be carried into a paper: A map"),
    "ink": (para("<w:r><w:contentPart/></w:r>"), "Something that Word calls contentPart can't be carried into a paper: no words"),
}


@pytest.mark.parametrize("what", LOST)
def test_what_a_paper_cannot_carry_is_an_error_and_never_lost_in_silence(what):
    markup, message = LOST[what]
    assert ("error", message) in reported(markup, **WITH_PICTURE)


def test_a_problem_names_the_paragraph_and_the_words_near_it():
    (problem,) = read(para("First"), para(run("The formula is ") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"))[1]
    assert problem.place.block == "paragraph 2, near “The formula is x”"


def test_words_of_an_unknown_field_are_kept_and_reported():
    blocks, problems = read(para(run("On ") + field("DATE \\@ d", run("5 May"))))
    assert blocks[0].inlines == (Run("On 5 May"),)
    assert [(p.level, p.value) for p in problems] == [("advice", "DATE 5 May")]


def test_a_floating_picture_is_set_in_line_and_reported():
    blocks, problems = read(para(picture(holder="anchor")), **WITH_PICTURE)
    assert isinstance(blocks[0], Picture)
    assert [p.level for p in problems] == ["advice"]


def test_a_crop_is_an_error_because_what_it_hides_would_be_published():
    (problem,) = read(para(picture(more='<a:srcRect l="20000"/>')), **WITH_PICTURE)[1]
    assert problem.message.startswith("A picture that is only cropped to view")


def test_comments_hidden_text_and_struck_out_text_are_reported():
    comments = f'<w:comments xmlns:w="{WORD}"><w:comment w:id="0" w:author="A. Officer">{para("Please check.")}</w:comment></w:comments>'
    words = run("Seen") + run("unseen", "<w:vanish/>") + run("old", "<w:strike/>") + '<w:r><w:commentReference w:id="0"/></w:r>'
    blocks, problems = read(para(words), parts={"word/comments.xml": comments}, links=(("rIdC", "comments", "comments.xml"),))
    assert blocks[0].inlines == (Run("Seenold"),)
    assert [p.value for p in problems] == ["unseen", "old", "A. Officer: Please check."]


def test_a_heading_too_deep_and_a_level_left_out_are_errors():
    assert [level for level, _ in reported(para("a", "Heading1"), para("b", "Heading5"))] == ["error"]
    skipped = read(para("a", "Heading1"), para("b", "Heading2"), para("c", "Heading1"), para("d", "Normal", '<w:outlineLvl w:val="2"/>'))
    assert skipped[1] == ()


def test_a_list_more_than_three_deep_is_an_error():
    assert reported(para("a", "ListBullet"), para("b", "ListBullet4")) == [("error", "A list stands more than three deep: b")]


def test_a_table_of_contents_is_left_out_once():
    contents = para(field("TOC \\o", run("Roads 3")))
    blocks, problems = read(contents, para("Text"))
    assert [plain(block.inlines) for block in blocks] == ["Text"]
    assert [p.message for p in problems] == ["A table of contents is left out of the paper: Roads 3"]


def test_a_link_to_nowhere_keeps_its_words_and_is_an_error():
    blocks, problems = read(
        para(f'<w:hyperlink r:id="rIdL">{run("drive")}</w:hyperlink>'), links=(("rIdL", "hyperlink", "file:///c:/x"),), external=("rIdL",)
    )
    assert blocks[0].inlines == (Run("drive"),)
    assert [p.code for p in problems] == ["word-link"]


def test_a_caption_that_belongs_to_nothing_is_a_paragraph():
    found = only(para("Lost", "Caption"))
    assert found == Paragraph("section/highways/1", (Run("Lost"),), "caption")


def test_an_insertion_of_a_whole_table_row_counts_and_a_deleted_one_does_not():
    changed = table(("h",), ("kept",), ("gone",)).replace(
        f"<w:trPr></w:trPr><w:tc>{para('gone')}", f"<w:trPr><w:del w:id='1'/></w:trPr><w:tc>{para('gone')}"
    )
    found = next(b for b in read(changed)[0] if isinstance(b, Table))
    assert [plain(row.cells[0].inlines) for row in found.rows] == ["h", "kept"]
