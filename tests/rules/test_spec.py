"""The rules by example: every row of the spec files rates as it says, for the reason it says."""

import pytest

from papers.rules import SHIPPED, shipped_book
from tests.rules.spec_files import cases

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_every_row_rates_as_it_says_for_the_reason_it_says(case):
    rated = case.rated()
    assert (rated.rating or f"not rated: {rated.unrated}", rated.reason) == (case.cells["rating"], case.cells["reason"])


@pytest.mark.parametrize("scheme", SHIPPED)
def test_every_rating_of_every_shipped_scheme_is_shown(scheme):
    shown = {case.cells["rating"] for case in CASES if case.scheme == scheme}
    assert {band.word for band in shipped_book(scheme).scheme.bands} <= shown
