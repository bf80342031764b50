"""Risks by example: every row of the spec file is told as it says."""

import pytest

from papers.risks import SHIPPED, shipped_risk_scheme
from tests.risks.spec_files import ANSWERS, cases

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_every_row_is_told_as_it_says(case):
    assert case.found() == case.cells[case.asks]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_level_of_every_shipped_scheme_is_shown_at_both_its_ends(name):
    shown = {int(case.cells["score"]) for case in CASES if case.cells.get("scheme") == name}
    assert {end for level in shipped_risk_scheme(name).levels for end in (level.low, level.high)} <= shown


def test_every_question_is_asked():
    assert {case.asks for case in CASES} == set(ANSWERS)
