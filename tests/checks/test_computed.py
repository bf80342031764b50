"""Sentences that the papers compute are true; the checker of sentences calls none of them false."""

import pytest

from papers.checks.checking import Referee
from papers.checks.prose import passages_of
from papers.commands.report import open_report
from papers.drafting import draft
from tests.conftest import FERNSHIRE, KENT


@pytest.mark.parametrize("folder", [KENT, FERNSHIRE, FERNSHIRE.parent / "q1"], ids=lambda folder: folder.name)
def test_no_computed_sentence_is_called_false(folder):
    report = open_report(folder)
    referee = Referee(report.dataset, report.assessed)
    paper = draft(report.dataset, report.assessed, "quarterly-performance-report")
    checked = [each for passage in passages_of(paper) for _, each in referee.paragraph(passage.text, passage.block)]
    wrong = [(each.sentence, one.said) for each in checked for one in each.findings if one.verdict == "false"]
    assert len(checked) > 90
    assert wrong == []
