"""The cover report's fields: every number computed, every name that the template asks for there."""

from dataclasses import replace

import pytest

from papers.assess import assess
from papers.dataset import Awaited, Narrative
from papers.document import Bullets, Column, Item, Link, Paragraph, Row, Table, inlines, plain
from papers.drafting import cover_fields
from papers.drafting.parts import cell
from papers.errors import PapersError
from tests.drafting.made_reports import dataset


@pytest.fixture(scope="module")
def fields(kent):
    return cover_fields(*kent, {"summary": 7, "summary/indicators": 9, "pages/customer-services": 12, "pages/risks": 70})


def test_counts_are_figures_with_their_keys(fields):
    assert (fields["green"].text, fields["amber"].text, fields["red"].text, fields["kpi_count"].text) == ("19", "11", "5", "35")
    assert fields["green"].figure == "summary/rating/Green"
    assert fields["green_percent"].text == "54%"


def test_directions_are_counted(fields):
    assert [fields[name].text for name in ("improved", "worsened", "same", "no_direction")] == ["21", "8", "6", "0"]


def test_each_rating_has_its_change(fields):
    assert [(each["word"], each["change"]) for each in fields["ratings"]] == [
        ("Green", "one fewer"),
        ("Amber", "no change"),
        ("Red", "one more"),
    ]


def test_what_moved_is_told_and_listed(fields):
    assert len(fields["moved"]) == 4
    assert plain(fields["moved_sentence"]).startswith("Four KPIs changed rating since the last report: one moved up and three moved down")


def test_a_change_of_scheme_is_no_change_of_rating(kent):
    report = kent[0]
    other = replace(report, info=replace(report.info, scheme="brag", previous_scheme="floor-standard"))
    fields = cover_fields(other, assess(other))
    assert fields["moved"] == []
    assert plain(fields["moved_sentence"]) == (
        "The last report rated 35 KPIs by another scheme, so whether their ratings changed is not told."
    )
    assert not fields["comparable"]


def test_a_report_of_which_no_indicator_is_rated_says_so_where_the_template_asks_for_the_unrated(kent):
    report = kent[0]
    none = replace(report, indicators=tuple(replace(each, rated=False, unrated_reason="New") for each in report.indicators))
    fields = cover_fields(none, assess(none))
    assert plain(fields["unrated_sentence"]) == "None of the 35 KPIs is rated."


def test_the_worst_are_named_with_their_sentence(fields):
    assert fields["reds"][0]["name"] == "Case holding posts filled by permanent qualified social workers"
    assert plain(fields["reds"][0]["sentence"]).startswith("76.2% in December 2013")
    assert len(fields["reds"]) == 5


def test_the_summary_is_found_on_its_pages(fields):
    assert fields["summary_pages"] == "7 to 11"


def test_pages_that_are_not_known_are_not_told(kent):
    assert cover_fields(*kent)["summary_pages"] == ""


def test_the_files_properties_say_what_paper_it_is(fields):
    assert fields["document"]["paper"] == "cabinet-cover-report"
    assert fields["document"]["date"] == "2014-03-17"
    assert fields["document"]["draft"] == ""


def test_an_e_mail_address_is_a_link(fields):
    assert isinstance(fields["contact_lines"][-1][0], Link)


def test_authored_parts_are_paragraphs_and_list_items():
    nested = Bullets("b/1", (Item(inlines("inner")),))
    blocks = (Paragraph("p", inlines("Money.")), Bullets("b", (Item(inlines("outer"), nested),)))
    found = fields_of(Narrative("cover/financial", blocks=blocks))
    assert [(plain(each["words"]), each["bullet"]) for each in found["financial"]] == [("Money.", False), ("outer", True), ("inner", True)]


def fields_of(part):
    data = replace(dataset([], []), narrative=(part,))
    return cover_fields(data, assess(data))


def test_an_awaited_part_shows_its_prompt_and_marks_the_draft():
    found = fields_of(Narrative("cover/legal", awaited=Awaited("Legal advice is due.")))
    assert plain(found["legal"][0]["words"]) == "Awaited. Legal advice is due."
    assert found["document"]["draft"].startswith("DRAFT")


def test_a_table_in_the_cover_is_a_problem_and_no_silent_loss():
    table = Table("t", "T", (Column(1000),), (Row((cell("x"),)),))
    with pytest.raises(PapersError, match="cover/equality holds a table"):
        fields_of(Narrative("cover/equality", blocks=(table,)))


def test_a_report_without_ratings_has_no_share():
    data = dataset([], [])
    assert cover_fields(data, assess(data))["green_percent"].text == "n/a"
