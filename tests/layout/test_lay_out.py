"""Documents on pages: what begins where, what stays together, what is refused."""

from dataclasses import replace

import pytest

from papers.document import Cell, Column, Document, Footnote, Heading, Link, PageNumber, Paragraph, Row, Run, Section, Table, inlines
from papers.errors import PapersError
from papers.layout import Layout, lay_out
from papers.layout.placed import Box, Drawing, PlacedPage, Rule, Tag, Text
from tests.layout import stress

HOUSE = stress.house()


def document(*blocks, **more) -> Document:
    return Document("test", "Test", (Section("body", blocks),), "Kent County Council", **more)


def lay(*blocks) -> Layout:
    return lay_out(document(*blocks), HOUSE)


def words(page: PlacedPage) -> str:
    return "".join(
        item.text if item.text.endswith(" ") else item.text + " " for item in page.items if isinstance(item, Text) and item.piece
    )


def paragraph(n: object, text: str = stress.WORDS) -> Paragraph:
    return Paragraph(f"p{n}", (Run(text),))


@pytest.fixture(scope="module")
def everything() -> Layout:
    return lay_out(stress.every_node(draft="DRAFT, version 2"), HOUSE)


def test_every_block_has_a_page(everything):
    from papers.document import walk

    assert {each.id for each in walk(everything.document)} <= everything.page_of.keys()
    assert set(everything.page_of.values()) == set(range(1, everything.page_count + 1)) - {8, 9} | set(everything.page_of.values())


def test_contents_name_the_pages_on_which_headings_stand(everything):
    page = words(everything.pages[everything.page_of["contents/list"] - 1])
    for mark in everything.bookmarks:
        if mark.level <= 3:
            assert f"{mark.title} {mark.page} " in page
            assert mark.title in words(everything.pages[mark.page - 1]) or mark.title == "Begins a page"


def test_a_group_stands_on_one_page(everything):
    for key in ("cs01", "cs02"):
        drawn = [
            n
            for n, page in enumerate(everything.pages, 1)
            if any(isinstance(i, Drawing) and i.plan.chart.id == f"{key}/chart" for i in page.items)
        ]
        assert drawn == [everything.page_of[f"{key}/heading"]] == [everything.page_of[f"{key}/trend"]]


def test_sections_begin_pages_and_landscape_ones_are_turned(everything):
    page = everything.pages[everything.page_of["wide"] - 1]
    assert page.width > page.height
    assert everything.page_of["wide/heading"] == everything.page_of["wide"]


def test_every_page_of_a_draft_is_marked_and_others_are_not(everything):
    marks = [[i for i in page.items if isinstance(i, Text) and i.text.startswith("DRAFT")] for page in everything.pages]
    assert all(len(found) == 1 for found in marks)
    plain = lay_out(stress.every_node(), HOUSE)
    assert not any(isinstance(i, Text) and i.text.startswith("DRAFT") for page in plain.pages for i in page.items)


def test_the_mark_of_a_draft_moves_no_text(everything):
    assert lay_out(stress.every_node(), HOUSE).page_of == everything.page_of


def test_title_pages_have_no_running_lines(everything):
    shown = [item.text for item in everything.pages[0].items if isinstance(item, Text) and not item.piece]
    assert shown == ["DRAFT, version 2"]


def test_running_lines_never_touch(everything):
    for page in everything.pages:
        running = [item for item in page.items if isinstance(item, Text) and not item.piece and item.y < 65]
        for one in running:
            end = one.x + one.face.measure(one.text) * one.size / 1000
            assert all(other.x >= end or other.x < one.x or other.y != one.y for other in running if other is not one)


def test_nothing_stands_outside_the_margins(everything):
    for page in everything.pages:
        frame = HOUSE.page if page.height > page.width else HOUSE.page.turned()
        for item in page.items:
            if isinstance(item, Text) and item.piece:
                assert item.x >= frame.left - 0.01
                end = item.x + item.face.measure(item.text.rstrip()) * item.size / 1000
                assert end <= page.width - frame.right + 0.1
                assert frame.top <= item.y <= page.height - frame.bottom


def test_no_heading_ends_a_page():
    for lead in range(38, 44):
        blocks = [Paragraph(f"l{n}", (Run("Line"),), "note") for n in range(lead)]
        made = lay(Heading("h0", 1, (Run("Top"),)), *blocks, Heading("h", 2, (Run("Heading"),)), paragraph(1))
        assert made.page_of["h"] == made.page_of["p1"]


def test_at_least_two_lines_of_a_paragraph_stand_on_each_side_of_a_break():
    for lead in range(30, 60):
        made = lay(
            Paragraph("l", inlines(*(part for _ in range(1) for part in ("x " * 34 * lead,))), "note"), paragraph(1, stress.WORDS * 2)
        )
        for page in made.pages:
            lines = {item.y for item in page.items if isinstance(item, Text) and item.piece and item.colour == "#1D2230"}
            assert len(lines) != 1


def test_space_before_holds_at_the_top_of_a_new_page_and_vanishes_where_text_ran_over():
    heading = Heading("h", 1, (Run("Top"),))
    fresh = lay(heading, Heading("n", 2, (Run("New"),), new_page=True))
    assert fresh.places["n"] == (2, HOUSE.page.top + HOUSE.styles["Heading 2"].before)
    for count in range(24, 36):
        made = lay(
            heading, *(Paragraph(f"l{n}", (Run("Line"),), "note") for n in range(count)), Heading("n", 2, (Run("New"),)), paragraph(1)
        )
        if made.page_of["n"] == 2 and made.places["n"][1] < 70:
            assert made.places["n"] == (2, HOUSE.page.top)
            break
    else:
        pytest.fail("no heading ran over")


def test_the_gap_between_paragraphs_is_the_larger_of_the_two():
    made = lay(Paragraph("one", (Run("One"),)), Paragraph("two", (Run("Two"),), "label"), Paragraph("three", (Run("Three"),)))
    normal, label = HOUSE.styles["Normal"], HOUSE.styles["Label"]
    assert made.places["two"][1] - made.places["one"][1] == normal.line + max(normal.after, label.before)


def test_a_table_repeats_its_header_as_decoration_and_parts_no_row():
    made = lay_out(stress.long_document(200), HOUSE)
    for n, page in enumerate(made.pages):
        heads = [item for item in page.items if isinstance(item, Text) and item.text == "Indicator" and (item.piece is None) == (n > 0)]
        assert len(heads) == 1
        assert heads[0].face.key == "sans-bold"
    (table,) = [tag for tag in tags(made.structure) if tag.role == "Table"]
    assert [kid.role for kid in table.kids] == ["THead", "TBody"]
    assert len(table.kids[1].kids) == 200


def tags(tag: Tag) -> list[Tag]:
    return [tag, *(each for kid in tag.kids if isinstance(kid, Tag) for each in tags(kid))]


def test_a_total_stands_under_a_firm_line(everything):
    page = everything.pages[everything.page_of["summary/matrix"] - 1]
    total = next(item for item in page.items if isinstance(item, Text) and item.text == "Total")
    rules = [item for item in page.items if isinstance(item, Rule) and 0 < total.y - item.y1 < 30]
    assert max(rules, key=lambda rule: rule.y1).width == HOUSE.table.header_line.width


def test_a_rating_stands_on_its_colour_and_is_a_word(everything):
    page = everything.pages[everything.page_of["cs01/status"] - 1]
    word = next(item for item in page.items if isinstance(item, Text) and item.text == "Green" and item.colour == "#FFFFFF")
    ground = next(
        item for item in page.items if isinstance(item, Box) and item.colour == "#00693E" and item.y < word.y < item.y + item.height
    )
    assert ground.x < word.x < ground.x + ground.width


def test_footnotes_stand_at_the_foot_of_the_page_that_calls_them():
    blocks = [paragraph(n) for n in range(8)]
    noted = Paragraph("noted", inlines("Called here", Footnote(inlines("The note. " + stress.WORDS)), "."))
    made = lay(*blocks, noted, *(paragraph(n) for n in range(9, 14)))
    page = made.pages[made.page_of["noted"] - 1]
    lines = [item for item in page.items if isinstance(item, Text) and item.piece]
    notes = [item for item in lines if item.piece.tag.role in ("Note", "Lbl")]
    others = [item for item in lines if item not in notes]
    assert notes
    assert max(item.y for item in others) < min(item.y for item in notes)
    assert max(item.y for item in notes) <= page.height - HOUSE.page.bottom
    assert "The note." in words(page)


def test_a_page_number_in_a_sentence_is_that_of_its_target():
    made = lay(
        Paragraph("see", inlines("See page ", PageNumber("far"), ", please.")),
        *(paragraph(n) for n in range(30)),
        Heading("far", 1, (Run("Far"),)),
    )
    assert f"See page {made.page_of['far']} , please." in words(made.pages[0])


def test_a_character_without_glyph_names_the_block():
    with pytest.raises(PapersError) as caught:
        lay(paragraph(1), paragraph(2, "a foreign 漢"))
    (found,) = caught.value.problems
    assert (found.code, found.place.block, found.value) == ("character-without-glyph", "p2", "漢")
    assert "U+6F22" in found.message


def test_a_font_without_metrics_is_refused_by_name():
    styles = {**HOUSE.styles, "Normal": replace(HOUSE.styles["Normal"], font="Comic Sans MS")}
    with pytest.raises(PapersError, match="Comic Sans MS"):
        lay_out(document(paragraph(1)), replace(HOUSE, styles=styles))


def test_a_link_to_nowhere_is_refused():
    with pytest.raises(PapersError, match="nowhere"):
        lay(Paragraph("p", (Link((Run("x"),), "#nowhere"),)))


def test_other_styles_make_other_pages():
    styles = {**HOUSE.styles, "Normal": replace(HOUSE.styles["Normal"], size=16, line=24)}
    blocks = [paragraph(n) for n in range(30)]
    assert lay_out(document(*blocks), replace(HOUSE, styles=styles)).page_count > lay(*blocks).page_count


def test_a_character_without_glyph_in_a_table_names_the_cell():
    rows = (Row((Cell((Run("Name"),)), Cell((Run("Post"),))), "header"), Row((Cell((Run("A. Officer"),)), Cell((Run("漢"),)))))
    with pytest.raises(PapersError) as caught:
        lay(Table("posts", "Posts", (Column(500), Column(500)), rows))
    (found,) = caught.value.problems
    assert (found.place.block, found.place.row, found.place.column) == ("posts", 2, "2")
