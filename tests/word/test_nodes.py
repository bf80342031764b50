"""Each kind of node as it lies in the file (docs/word-conventions.md)."""

import pytest

from papers.document import (
    Bullets,
    Chip,
    Commentary,
    Contents,
    Document,
    Footnote,
    Group,
    Heading,
    Item,
    LineBreak,
    Link,
    NodeError,
    PageNumber,
    Paragraph,
    Picture,
    Run,
    Section,
    Travel,
    inlines,
)
from papers.writers.word import write_word
from papers.writers.word.writing import anchor_of
from tests.word.opened import control, find, parts, properties, tree, words
from tests.word.sample import bars, house, one, paper, png, template, trend, written


def paragraph(*said) -> Document:
    return one(Paragraph("p", inlines(*said)))


def first(document: Document, tag: str = "p"):
    """The paragraph of the control with that tag."""
    return find(control(written(document), tag), "w:sdtContent/w:p")[0]


def runs(element) -> list[tuple[str, list[str]]]:
    """Each run's words and the names of its properties."""
    return [(words(each), [child.tag.rpartition("}")[2] for child in find(each, "w:rPr/*")]) for each in find(element, ".//w:r[w:t]")]


def test_the_looks_of_runs():
    said = (
        Run("b", bold=True),
        Run("i", italic=True),
        Run("2", superscript=True),
        Run("n", subscript=True),
        Run("cy", lang="cy"),
        Run("none"),
    )
    assert runs(first(paragraph(*said))) == [
        ("b", ["b", "bCs"]),
        ("i", ["i", "iCs"]),
        ("2", ["vertAlign"]),
        ("n", ["vertAlign"]),
        ("cy", ["lang"]),
        ("none", []),
    ]


def test_markup_in_words_is_words():
    assert words(first(paragraph('<w:t> & "quotes" ]]>  two  spaces '))) == '<w:t> & "quotes" ]]>  two  spaces '


def test_a_chip_is_a_shaded_run_with_padding():
    (run,) = find(first(paragraph(Chip("Not rated", "#FFC22E", "#1D2230"))), "w:r")
    assert find(run, "string(w:t)") == "\u00a0Not rated\u00a0"
    assert (find(run, "string(w:rPr/w:rStyle/@w:val)"), find(run, "string(w:rPr/w:shd/@w:fill)"), find(run, "string(w:rPr/w:color/@w:val)")) == (
        "Chip", "FFC22E", "1D2230",
    )  # fmt: skip


def test_a_chip_that_is_a_figure_keeps_its_padding_outside_the_field():
    found = first(paragraph(Chip("Green", "#00693E", "#FFFFFF", figure="AB01/rating")))
    assert [each.tag.rpartition("}")[2] for each in found][-3:] == ["r", "fldSimple", "r"]
    assert words(find(found, "w:fldSimple")[0]) == "Green"


@pytest.mark.parametrize(("shape", "mark"), [("star", "★"), ("circle", "●"), ("triangle", "▲"), ("square", "■"), ("diamond", "◆")])
def test_a_chip_begins_with_its_shape_in_a_font_that_has_it(shape, mark):
    found = find(first(paragraph(Chip("Star", "#00693E", "#FFFFFF", figure="AB01/rating", shape=shape))), ".//w:r")
    assert [find(each, "string(w:t)") for each in found] == ["\u00a0", f"{mark}\u00a0", "Star", "\u00a0"]
    assert [find(each, "string(w:rPr/w:rFonts/@w:ascii)") for each in found] == ["", "Segoe UI Symbol", "", ""]


def test_a_direction_is_a_coloured_shape_and_its_word():
    found = find(first(paragraph(Travel("Improved", "up"))), "w:r")
    assert [find(each, "string(w:t)") for each in found] == ["▲\u00a0", "Improved"]
    assert [find(each, "string(w:rPr/w:color/@w:val)") for each in found] == ["00693E", ""]


def test_a_figure_is_a_field_over_a_document_property():
    data = written(paragraph(Run("19", figure="summary/rating/Green"), " indicators"))
    assert find(control(data, "p"), "string(.//w:fldSimple/@w:instr)") == ' DOCPROPERTY "summary/rating/Green" \\* MERGEFORMAT '
    assert properties(data)["summary/rating/Green"] == "19"


def test_a_value_that_is_shown_in_two_ways_has_two_properties():
    data = written(paragraph(Run("84%", figure="k"), " or ", Run("84 per cent", figure="k"), " or ", Run("84%", figure="k")))
    assert {name: value for name, value in properties(data).items() if name.startswith("k")} == {"k": "84%", "k~2": "84 per cent"}
    assert len(find(control(data, "p"), ".//w:fldSimple")) == 3


def test_a_key_with_a_quotation_mark_stays_one_argument():
    data = written(paragraph(Run("1", figure='table/"a"\\b')))
    assert find(control(data, "p"), "string(.//w:fldSimple/@w:instr)") == ' DOCPROPERTY "table/\\"a\\"\\\\b" \\* MERGEFORMAT '


def test_links_lead_out_by_a_relationship_and_in_by_a_bookmark():
    data = written(paragraph(Link((Run("out"),), "https://example.org/?a=1&b=2"), " ", Link((Run("in"),), "#p")))
    out, inside = find(control(data, "p"), ".//w:hyperlink")
    relation = find(out, "string(@r:id)")
    (target,) = find(tree(data, "word/_rels/document.xml.rels"), f"pr:Relationship[@Id='{relation}']")
    assert (target.get("Target"), target.get("TargetMode")) == ("https://example.org/?a=1&b=2", "External")
    assert find(inside, "string(@w:anchor)") == anchor_of("p")
    assert anchor_of("p") in find(control(data, "p"), ".//w:bookmarkStart/@w:name")


def test_a_page_number_is_the_page_of_its_block_and_a_field():
    document = paragraph("see ", PageNumber("p"))
    found = find(control(write_word(document, template(), house(), {"s": 1, "p": 7}), "p"), ".//w:fldSimple")[0]
    assert (words(found), find(found, "string(@w:instr)")) == ("7", f" PAGEREF {anchor_of('p')} \\h ")


def test_a_page_that_is_not_known_is_an_error():
    with pytest.raises(KeyError):
        write_word(paragraph(PageNumber("p")), template(), house(), {})


def test_a_footnote_stands_in_its_part_with_its_links():
    data = written(
        paragraph("Figures", Footnote((Run("Provisional, see "), Link((Run("notes"),), "https://example.org/n"))), LineBreak(), "next")
    )
    note = find(tree(data, "word/footnotes.xml"), "w:footnote[@w:id='1']")[0]
    assert words(note) == " Provisional, see notes"
    assert find(control(data, "p"), ".//w:footnoteReference/@w:id") == ["1"]
    assert find(tree(data, "word/_rels/footnotes.xml.rels"), "pr:Relationship/@Target") == ["https://example.org/n"]


def test_a_heading_has_its_style_its_page_and_two_bookmarks():
    found = first(one(Heading("h", 1, inlines("A part"), new_page=True, short="Part")), "h")
    assert find(found, "string(w:pPr/w:pStyle/@w:val)") == "Heading1"
    assert find(found, "w:pPr/w:pageBreakBefore")
    assert any(name.startswith("_Toc") for name in find(found, ".//w:bookmarkStart/@w:name"))


def test_the_short_wording_of_a_heading_is_its_controls_title_and_its_line_in_contents():
    document = Document(
        "x", "T", (Section("s", (Contents("c"), Heading("h", 1, inlines("A long wording"), short="Short"))),), organisation="O"
    )
    data = written(document)
    assert find(control(data, "h"), "string(w:sdtPr/w:alias/@w:val)") == "Short"
    assert [words(each) for each in find(control(data, "c"), ".//w:hyperlink")] == ["Short1"]


@pytest.mark.parametrize(
    ("role", "style"),
    [("lead", "Lead"), ("title", "Title"), ("subtitle", "Subtitle"), ("meta", "Meta"), ("note", "Note"), ("status", "Status")],
)
def test_a_paragraphs_role_is_its_style(role, style):
    assert find(first(one(Paragraph("p", inlines("x"), role))), "string(w:pPr/w:pStyle/@w:val)") == style


def test_body_paragraphs_have_no_direct_formatting():
    assert find(first(paragraph("x")), "w:pPr") == []


def test_each_numbered_list_begins_anew():
    inner = Bullets("a/1", (Item(inlines("inner")),), ordered=True)
    document = Document(
        "x",
        "T",
        (
            Section(
                "s",
                (
                    Bullets("a", (Item(inlines("one"), inner), Item(inlines("two"))), ordered=True),
                    Bullets("b", (Item(inlines("one")),), ordered=True),
                ),
            ),
        ),
        organisation="O",
    )
    data = written(document)
    numbers = [
        (find(p, "string(w:pPr/w:numPr/w:numId/@w:val)"), find(p, "string(w:pPr/w:numPr/w:ilvl/@w:val)"))
        for tag in ("a", "b")
        for p in find(control(data, tag), ".//w:p")
    ]
    assert numbers == [("3", "0"), ("4", "1"), ("3", "0"), ("5", "0")]
    starts = find(tree(data, "word/numbering.xml"), "w:num[@w:numId>2]/w:lvlOverride/w:startOverride/@w:val")
    assert starts == ["1", "1", "1"]


def test_bulleted_lists_are_their_styles_alone():
    deep = Bullets("l/1", (Item(inlines("b"), Bullets("l/1/1", (Item(inlines("c")),))),))
    found = find(control(written(one(Bullets("l", (Item(inlines("a"), deep),)))), "l"), ".//w:p")
    assert [find(each, "string(w:pPr/w:pStyle/@w:val)") for each in found] == ["ListBullet", "ListBullet2", "ListBullet3"]
    assert not any(find(each, "w:pPr/w:numPr") for each in found)


def test_a_picture_has_its_text_alternative_and_its_caption_below():
    found = control(written(one(Picture("f", png(), "image/png", "A bridge", 120, 80, inlines("The bridge")))), "f")
    assert find(found, ".//wp:docPr/@descr") == ["A bridge"]
    assert (find(found, "string(.//wp:extent/@cx)"), find(found, "string(.//wp:extent/@cy)")) == (str(120 * 12700), str(80 * 12700))
    assert [words(each) for each in find(found, ".//w:p")] == ["", "The bridge"]
    assert find(found, ".//w:p[1]/w:pPr/w:keepNext")


def test_a_decoration_says_that_it_is_one():
    assert b"decorative" in parts(written(one(Picture("f", png(), "image/png", "", 10, 10))))["word/document.xml"]


def test_a_picture_that_is_too_large_is_scaled_down():
    found = control(written(one(Picture("f", png(), "image/png", "x", 942, 100))), "f")
    assert find(found, "string(.//wp:extent/@cx)") == str(471 * 12700)
    assert find(found, "string(.//wp:extent/@cy)") == str(50 * 12700)


def test_a_picture_that_is_shown_twice_is_carried_once():
    pictures = tuple(Picture(f"f{n}", png(), "image/png", "x", 10, 10) for n in range(2))
    names = [name for name in parts(written(Document("x", "T", (Section("s", pictures),), organisation="O"))) if "media" in name]
    assert names == ["word/media/image1.png"]


def test_contents_are_filled_and_lead_to_their_headings():
    data = written(paper(2))
    found = control(data, "contents")
    lines = [words(each) for each in find(found, ".//w:hyperlink")]
    assert lines[0].startswith("Executive summary")
    assert all(line[-1].isdigit() for line in lines)
    codes = [each.text.strip() for each in find(found, ".//w:instrText")]
    assert codes[0] == 'TOC \\o "1-2" \\h \\z \\u'
    assert len(find(found, ".//w:fldChar[@w:fldCharType='begin']")) == len(find(found, ".//w:fldChar[@w:fldCharType='end']"))
    assert find(found, "w:sdtPr/w:docPartObj/w:docPartGallery/@w:val") == ["Table of Contents"]


def test_commentary_is_open_and_what_is_computed_is_locked():
    said = Commentary("c", "Commentary", (Paragraph("c/1", inlines("Words.")),))
    document = Document(
        "x",
        "T",
        (Section("s", (Paragraph("p", inlines("x")), trend(1), bars(), said, Contents("toc"), Heading("h", 1, inlines("H")))),),
        organisation="O",
    )
    data = written(document)
    locks = {
        find(each, "string(w:sdtPr/w:tag/@w:val)"): find(each, "string(w:sdtPr/w:lock/@w:val)") for each in find(tree(data), "//w:sdt")
    }
    assert {tag for tag, lock in locks.items() if lock == "sdtContentLocked"} == {"p", "indicator/AB01/trend", "h"}
    assert {tag for tag, lock in locks.items() if lock == "sdtLocked"} == {"s", "c", "toc", "indicator/AB01/chart"}


def test_an_authored_block_has_a_control_only_where_its_id_is_its_own():
    said = Commentary("c", "Commentary", (Paragraph("c/1", inlines("one")), Paragraph("other", inlines("two"))))
    found = control(written(one(said)), "c")
    assert find(found, "w:sdtContent//w:sdtPr/w:tag/@w:val") == ["other"]
    assert [words(each) for each in find(found, ".//w:p")] == ["Commentary", "one", "two"]


def test_awaited_commentary_shows_its_prompt_as_a_placeholder_under_its_label():
    data = written(one(Commentary("c", "Commentary", prompt="Due on 3 March.", owner="Pat Example")))
    found = control(data, "c")
    assert not find(found, "w:sdtPr/w:showingPlcHdr")
    (inner,) = find(found, "w:sdtContent/w:sdt")
    assert find(inner, "w:sdtPr/w:showingPlcHdr")
    assert find(inner, "w:sdtPr/w:alias/@w:val") == ["Due from Pat Example"]
    assert [words(each) for each in find(found, ".//w:p")] == ["Commentary", "Due on 3 March."]
    assert properties(data)["papers.owner:c"] == "Pat Example"


def test_all_of_a_group_keeps_together_and_its_last_paragraph_is_free():
    group = Group("g", (Heading("h", 1, inlines("H")), Paragraph("p", inlines("x")), bars(), trend(1)))
    found = find(control(written(one(group)), "g"), ".//w:p")
    last = find(control(written(one(group)), "indicator/AB01/trend"), ".//w:tr[last()]//w:p")
    keeps = [bool(find(each, "w:pPr/w:keepNext")) for each in found]
    assert keeps == [True] * (len(found) - len(last)) + [False] * len(last)


def test_a_group_that_is_higher_than_a_page_flows():
    group = Group("g", tuple(Paragraph(f"p{n}", inlines("x" * 80)) for n in range(40)))
    assert not find(control(written(one(group)), "g"), ".//w:keepNext")


def test_an_unknown_block_and_an_unknown_inline_are_errors():
    document = one(Paragraph("p", inlines("x")))
    section = Section("s", (Paragraph("p", inlines("x")),))
    object.__setattr__(section, "blocks", ("strange",))
    object.__setattr__(document, "sections", (section,))
    with pytest.raises(NodeError, match="no block"):
        write_word(document, template(), house(), {})
    other = one(Paragraph("p", inlines("x")))
    object.__setattr__(other.sections[0].blocks[0], "inlines", ("strange",))
    with pytest.raises(NodeError, match="no inline"):
        write_word(other, template(), house(), {})


def test_every_tag_fits_word():
    assert all(len(each) <= 64 for each in find(tree(written(paper(2))), "//w:tag/@w:val"))
