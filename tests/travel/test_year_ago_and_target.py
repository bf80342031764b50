"""Direction against a year ago, and relative to target: rows of results, and what is said of the latest."""

import pytest

from papers.travel import METHODS
from tests.travel.rows import series, went

YEAR_AGO = [
    # quarters, polarity, direction, reason
    ("80 90 95 85 84", "higher", "improved", "84% in March 2011, up from 80% in March 2010; higher is better, so this is an improvement."),
    ("80 90 95 85 84", "lower", "worsened", "84% in March 2011, up from 80% in March 2010; lower is better, so this is worse."),
    ("84 90 95 85 84.0", "higher", "same", "84.0% in March 2011, the same as in March 2010."),
    ("90 95 85 84", "higher", None, "There is no result of a year before to compare with."),
    ("- 90 95 85 84", "higher", None, "There is no result of a year before to compare with."),
    ("80 90 [b] 95 85 84", "higher", None, "Not comparable with March 2010: there is a break in the series."),
    ("80 [b] 90 95 85 84 [p]", "higher", "improved", "84% (provisional) in March 2011, up from 80% in March 2010; higher is better, so this is an improvement."),
    ("80 90 95 85 84 -", "higher", "improved", "84% in March 2011, up from 80% in March 2010; higher is better, so this is an improvement."),
]  # fmt: skip


@pytest.mark.parametrize(("row", "polarity", "expected", "reason"), YEAR_AGO)
def test_year_ago_compares_with_the_same_quarter_of_last_year(row, polarity, expected, reason):
    found = went("year-ago", row, polarity)
    assert (found.went, found.reason) == (expected, reason)


def test_year_ago_still_says_what_was_reported_before():
    found = went("year-ago", "80 90 95 85 84")
    assert (found.compared.spoken, found.since.spoken, found.change) == ("March 2010", "December 2010", -1)


def test_in_a_monthly_series_a_year_ago_is_the_same_month():
    found = went("year-ago", " ".join(str(70 + n) for n in range(26)), frequency="monthly")
    assert found.compared.spoken == "April 2011"


RELATIVE = [
    # two quarters, their targets, polarity, direction, what the reason says
    ("82 84", "75 75", "higher", "improved", "84% in June 2010 is 9 percentage points above its target; 82% in March 2010 was 7 percentage points above its target"),
    ("82 84", "75 80", "higher", "worsened", "is 4 percentage points above its target; 82% in March 2010 was 7 percentage points above its target"),
    ("82 80", "75 72", "higher", "improved", "is 8 percentage points above its target"),
    ("82 87", "75 80", "higher", "same", "is 7 percentage points above its target"),
    ("82 75", "80 75", "higher", "worsened", "is at its target; 82% in March 2010 was 2 percentage points above its target"),
    ("20 18", "15 15", "lower", "improved", "is 3 percentage points above its target; 20% in March 2010 was 5 percentage points above"),
    ("20 18", "15 10", "lower", "worsened", "is 8 percentage points above its target"),
    ("9 11", "10 10", "closest", "same", "is 1 percentage point from its target; 9% in March 2010 was 1 percentage point from its target"),
    ("8 11", "10 10", "closest", "improved", "a smaller distance is better"),
    ("82 84", "75 75", "none", None, "It is not said whether higher or lower values are better"),
    ("82 84", "- 75", "higher", None, "There is no exact figure, or nothing to hold it against, in one of the two periods."),
    ("82 >84", "75 75", "higher", None, "There is no exact figure"),
    ("82 84 [b]", "75 75", "higher", None, "Not comparable with March 2010: there is a break in the series."),
    ("- 84", "75 75", "higher", None, "There is no earlier result to compare with."),
    ("- -", "75 75", "higher", None, "There is no result to compare."),
]  # fmt: skip


@pytest.mark.parametrize(("row", "targets", "polarity", "expected", "said"), RELATIVE)
def test_relative_to_target_tells_the_change_of_the_gap(row, targets, polarity, expected, said):
    found = went("relative-to-target", row, polarity, target=targets)
    assert found.went == expected
    assert said in found.reason


@pytest.mark.parametrize(("row", "expected"), [("35 45", "improved"), ("45 50", "same"), ("45 70", "worsened"), ("75 70", "improved")])
def test_relative_to_a_range_counts_how_far_outside_it_lies(row, expected):
    assert went("relative-to-target", row, "range", lower="40", upper="60").went == expected


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
