"""What the README of the shipped report says that the published report contradicts itself in, and that only words can say: in words of our own.

The folder's own narrative states only what the figures say, so that these sentences stand here. What the data itself contradicts is in
test_inside.
"""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import KENT

SENTENCES = {
    "the number of schools in category is told to fall": (
        "indicator/ELS06/commentary",
        "The number of schools in an Ofsted category fell in the last quarter.",
        "false",
        "rose from 3.9%",
    ),
    "and in the text of its section": (
        "section/education-learning-and-skills",
        "The share of schools in an Ofsted category fell in the last quarter.",
        "false",
        "rose from 3.9%",
    ),
    "210 exclusions where the table has 219": (
        "indicator/ELS08/commentary",
        "In the 12 months to June 2012 there were 210 exclusions.",
        "false",
        "219",
    ),
    "nine directions that are the same": (
        "summary",
        "Of the 35 indicators, 21 improved, 8 worsened and 9 stayed the same.",
        "false",
        "6 of 35",
    ),
    "more actions due than the 17 that the page counts and the 16 that it lists": (
        "risks",
        "There are 18 actions in Quarter 3.",
        "false",
        "17",
    ),
    "a participation of 85% to be reached, where the page has 95%": (
        "indicator/PH02/commentary",
        "The target for participation is 85%.",
        "false",
        "95%",
    ),
    "the number of staff, more exact than its table": (
        "section/organisational-development",
        "The number of full time equivalent staff was 8,170.8.",
        "rounded",
        "8,171",
    ),
    "a target of CRR1 below its score": ("risks", "CRR1 has a target score of 6.", "false", "9"),
}


@pytest.fixture(scope="module")
def kent():
    report = open_report(KENT)
    return Referee(report.dataset, report.assessed)


@pytest.mark.parametrize(("block", "sentence", "verdict", "data"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_that_says_what_the_published_text_did_is_held_against_the_data(kent, block, sentence, verdict, data):
    found = kent.sentence(sentence, block)
    assert found.verdict == verdict
    assert any(data in f"{each.says} {each.computed}" for each in found.findings if each.verdict == verdict)
