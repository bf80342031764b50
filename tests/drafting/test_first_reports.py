"""Reports that do not know what the last report published, or know it of some indicators."""

from dataclasses import replace
from pathlib import Path

import pytest

from papers.assess import assess
from papers.dataset import PreviousRating
from papers.document import Table, plain, walk
from papers.drafting import cover_fields
from papers.readers.word import read_word
from papers.templating import render
from papers.writers.text import write_text
from tests.drafting.made_reports import INFO, blocks, dataset, drafted, kpi, months, observation, words


def rated_before(*previous):
    """Three Green indicators, and what the last report is known to have published of the first of them."""
    names = ("calls", "posts", "visits")
    rows = [observation(name, p, actual=90, target=80) for name in names for p in months(3)]
    known = tuple(PreviousRating(name, rating) for name, rating in zip(names, previous, strict=False))
    return replace(dataset([kpi(name) for name in names], rows), previous=known)


def test_a_report_that_knows_no_previous_rating_says_nothing_of_changes():
    first = replace(rated_before(), info=replace(INFO, previous_period=""))
    document = drafted(first)
    found, text = blocks(document), write_text(document)
    assert words(found["summary/indicators"])[0] == ["Indicator", "Current", "Direction"]
    assert words(found["summary/counts"])[1][0] == "3"
    assert "summary/moved-heading" not in found
    assert not any(
        said in text for said in ("more than in", "same as Q", "as many as in", "not known", "Not known", "No rating has changed")
    )
    fields = cover_fields(first, assess(first))
    assert plain(fields["moved_sentence"]) == "No earlier ratings are known, so changes are not given."


@pytest.fixture(scope="session")
def cover_template():
    return (Path(__file__).parents[2] / "templates" / "cabinet-cover-report.docx").read_bytes()


def cover_tables(data, template):
    """The tables of the report's cover, each as rows of words, and its text."""
    cover = read_word(render(template, "cabinet-cover-report.docx", cover_fields(data, assess(data)))).document
    tables = [block for block in walk(cover) if isinstance(block, Table)]
    return [words(table) for table in tables], write_text(cover)


def test_the_cover_of_a_first_report_has_no_columns_of_the_last_one_and_says_why(cover_template):
    tables, text = cover_tables(rated_before(), cover_template)
    assert [table[0] for table in tables[1:]] == [["Rating", "KPIs", "Share"]]
    assert "No earlier ratings are known, so changes are not given." in text
    assert "Not known" not in text


def test_the_cover_says_of_how_many_the_last_reports_rating_is_not_known(cover_template):
    tables, text = cover_tables(rated_before("Red"), cover_template)
    assert tables[1][0] == ["Rating", "KPIs", "Share"]
    assert "The last report\u2019s ratings of two KPIs are not known, so changes in the counts are not given." in text


def test_the_cover_has_the_counts_of_the_last_report_where_they_are_known(cover_template):
    tables, _ = cover_tables(rated_before("Green", "Green", "Red"), cover_template)
    assert tables[1][0] == ["Rating", "KPIs", "Share", "Quarter 1 2020/21", "Change"]


def test_indicators_whose_previous_rating_is_not_known_are_told_of_and_not_counted_as_unrated():
    some = rated_before("Red")
    document = drafted(some)
    found = blocks(document)
    assert [each[1] for each in words(found["summary/indicators"]) if len(each) > 1] == ["Previous", "Red", "Not known", "Not known"]
    assert [each[0] for each in words(found["summary/moved"])] == ["Indicator", "Percentage of calls"]
    lead = plain(found["summary/lead"].inlines)
    assert "The last report\u2019s ratings of two indicators are not known, so changes in the counts are not given." in lead
    assert "more" not in lead.partition("improved")[0]
    assert plain(cover_fields(some, assess(some))["moved_sentence"]) == "One KPI changed rating since the last report: one moved up."


def test_that_no_rating_changed_is_said_of_known_ones_alone():
    some = rated_before("Green")
    text = write_text(drafted(some))
    assert "No indicator whose previous rating is known has changed rating since the last report." in text
    assert "No rating has changed." not in text
    said = plain(cover_fields(some, assess(some))["moved_sentence"])
    assert said == "No KPI whose previous rating is known has changed rating since the last report."


def test_a_rating_published_as_not_rated_is_known():
    found = blocks(drafted(rated_before(None, "Green", "Green")))
    assert words(found["summary/moved"])[1][1:3] == ["Not rated", "Green"]
    assert "one more" in words(found["summary/counts"])[1][0]
