"""Directions and activity by example: every row of the spec files is told as it says, for the reason it says."""

import pytest

from papers.travel import METHODS
from tests.travel.spec_files import LETTERS, cases

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_every_row_is_told_as_it_says_for_the_reason_it_says(case):
    assert case.expected()
    assert case.found() == case.expected()


@pytest.mark.parametrize("method", METHODS)
def test_every_direction_of_every_method_is_shown(method):
    shown = {case.cells.get("direction") for case in CASES if case.method == method}
    assert {"improved", "worsened", "same", "none"} <= shown


@pytest.mark.parametrize("letter", LETTERS.values())
def test_every_signal_is_shown(letter):
    assert any(letter in case.cells.get("signals", "") for case in CASES)
