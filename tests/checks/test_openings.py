"""Pages that prose names, held against where the parts of the report stand as it is laid out."""

import pytest

from papers.checks.checking import Referee
from papers.commands.refereeing import referee_of
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

TRUE = (
    ("kent", "foreword", "An update on the corporate risk register can be found from page 64 onwards."),
    ("kent", "summary/lead", "Education, which begins on page 30, has two of the five Reds."),
    ("kent", "foreword", "The Red indicators, on pages 33 and 36, are both in Education."),
    ("fernshire", "summary/lead", "The register of risks is set out on page 47."),
    ("fernshire", "foreword", "Resources begins on page 39 and the risk register on page 45."),
    ("fernshire", "foreword", "On page 14 People begins, and on page 26 Place."),
    ("fernshire", "foreword", "The key to the ratings is on page 5, and what is told of data quality on page 7."),
)
FALSE = (
    ("kent", "foreword", "An update on the corporate risk register can be found from page 46 onwards."),
    ("kent", "summary/lead", "Education, Learning and Skills, on page 24, has two of the five Reds."),
    ("fernshire", "summary/lead", "The corporate risk register, which begins on page 39, holds one risk rated Red."),
    ("fernshire", "foreword", "Resources begins on page 31 and the risk register on page 45."),
    ("fernshire", "foreword", "The key to the ratings is on page 9."),
)


@pytest.fixture(scope="module")
def reports():
    return {"kent": open_report(KENT), "fernshire": open_report(FERNSHIRE)}


@pytest.fixture(scope="module")
def referees(reports):
    return {name: referee_of(each) for name, each in reports.items()}


@pytest.mark.parametrize(("report", "block", "sentence"), TRUE)
def test_the_page_of_a_part_is_right(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict == "true"


@pytest.mark.parametrize(("report", "block", "sentence"), FALSE)
def test_another_page_is_called_false(referees, report, block, sentence):
    found = referees[report].sentence(sentence, block)
    assert [each.kind for each in found.findings if each.verdict == "false"][:1] == ["reference"]


def test_nothing_is_known_of_pages_where_nothing_is_laid_out(reports):
    referee = Referee(reports["kent"].dataset, reports["kent"].assessed)
    assert referee.sentence("The risk register starts on page 46.", "foreword").verdict != "false"
