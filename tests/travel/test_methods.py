"""What the methods have in common, and what a year ago is; the spec files have the rest."""

import pytest

from papers.travel import METHODS
from tests.travel.rows import series, went


def test_year_ago_still_says_what_was_reported_before():
    found = went("year-ago", "80 90 95 85 84")
    assert (found.compared.spoken, found.since.spoken, found.change) == ("March 2010", "December 2010", -1)


def test_in_a_monthly_series_a_year_ago_is_the_same_month():
    found = went("year-ago", " ".join(str(70 + n) for n in range(26)), frequency="monthly")
    assert found.compared.spoken == "April 2011"


@pytest.mark.parametrize("method", METHODS)
def test_every_method_says_its_name_and_what_was_reported_before(method):
    found = METHODS[method](series("80 81 82 83 84 85", target="75"))
    assert (found.method, found.since.spoken, found.change) == (method, "March 2011", 1)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("row", ["-", "- -", "84", "84 85 86 87 88 89 [b]"])
def test_no_method_has_a_direction_without_anything_to_compare(method, row):
    found = METHODS[method](series(row, target="75"))
    assert found.went is None
    assert found.reason.endswith(".")
