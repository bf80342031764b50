"""Direction by previous result: rows of results, and what is said of the latest."""

import datetime as dt
from decimal import Decimal

import pytest

from papers.travel import METHODS, Point, Series
from tests.samples import DEC, MAR, SEP, period

JUN = dt.date(2013, 6, 30)


def point(end, figure, **fields):
    return Point(period(end), None if figure is None else Decimal(figure), **fields)


def went(*points, polarity="higher", unit="percent", frequency="quarterly"):
    return METHODS["previous-result"](Series(points, polarity, unit, frequency))


@pytest.mark.parametrize(
    ("polarity", "before", "latest", "expected"),
    [
        ("higher", "82", "84", "improved"),
        ("higher", "84", "82", "worsened"),
        ("higher", "84", "84.0", "same"),
        ("lower", "82", "84", "worsened"),
        ("lower", "84", "82", "improved"),
        ("none", "84", "82", None),
        ("none", "84", "84", "same"),
    ],
)
def test_a_change_is_good_or_bad_by_polarity(polarity, before, latest, expected):
    assert went(point(SEP, before), point(DEC, latest), polarity=polarity).went == expected


def test_the_direction_says_its_reason_and_what_it_looks_back_to():
    found = went(point(SEP, "82"), point(DEC, "84"))
    assert found.reason == "84% in December 2013, up from 82% in September 2013; higher is better, so this is an improvement."
    assert (found.since, found.change) == (period(SEP), Decimal(2))


def test_a_figure_that_is_the_same_needs_no_judgement():
    assert went(point(SEP, "84"), point(DEC, "84")).reason == "84% in December 2013, the same as in September 2013."


@pytest.mark.parametrize(
    ("before", "latest", "expected"), [("9.7", "8.2", "worsened"), ("8.2", "10.4", "improved"), ("9", "11", "same"), ("9", "9", "same")]
)
def test_closest_to_target_counts_the_distance(before, latest, expected):
    target = Decimal(10)
    found = went(point(SEP, before, target=target), point(DEC, latest, target=target), polarity="closest")
    assert found.went == expected


def test_each_period_is_as_far_from_its_own_target():
    found = went(point(SEP, "9", target=Decimal(10)), point(DEC, "9", target=Decimal(9)), polarity="closest")
    assert found.went == "improved"


def test_without_a_target_no_distance_can_be_told():
    found = went(point(SEP, "9"), point(DEC, "8", target=Decimal(10)), polarity="closest")
    assert found.went is None
    assert "nothing to measure the distance from" in found.reason


@pytest.mark.parametrize(("before", "latest", "expected"), [("70", "50", "improved"), ("50", "45", "same"), ("50", "61", "worsened")])
def test_inside_a_range_no_distance_counts(before, latest, expected):
    ends = {"lower": Decimal(40), "upper": Decimal(60)}
    assert went(point(SEP, before, **ends), point(DEC, latest, **ends), polarity="range").went == expected


def test_periods_without_a_figure_are_passed_over():
    found = went(point(JUN, "80"), point(SEP, None), point(DEC, "84"), point(MAR, None))
    assert (found.went, found.since) == ("improved", period(JUN))


def test_a_break_in_the_series_gives_no_direction():
    found = went(point(SEP, "82"), point(DEC, "84", broken=True))
    assert (found.went, found.change) == (None, None)
    assert found.reason == "Not comparable with September 2013: there is a break in the series."


def test_a_break_in_a_period_without_a_figure_counts_too():
    assert went(point(JUN, "82"), point(SEP, None, broken=True), point(DEC, "84")).went is None


def test_a_break_before_both_results_does_no_harm():
    assert went(point(SEP, "82", broken=True), point(DEC, "84")).went == "improved"


def test_an_annual_result_is_compared_with_last_year():
    year_ago = dt.date(2012, 12, 31)
    found = went(point(year_ago, "90"), point(SEP, "82"), point(DEC, "84"), frequency="annual")
    assert (found.went, found.since) == ("worsened", period(year_ago))


def test_an_annual_result_without_last_year_has_no_direction():
    assert went(point(SEP, "82"), point(DEC, "84"), frequency="annual").went is None


def test_a_first_result_and_no_result_have_no_direction():
    assert went(point(DEC, "84")).reason == "There is no earlier result to compare with."
    assert went(point(DEC, None)).reason == "There is no result to compare."


@pytest.mark.parametrize(
    ("before", "latest", "expected"),
    [
        (("0.05", ""), ("0.01", "<"), "improved"),
        (("0.005", ""), ("0.01", "<"), None),
        (("0.01", "<"), ("0.01", "<"), "same"),
        (("0.01", "<"), ("0.02", ""), "worsened"),
        (("0.01", "<"), ("0.01", ""), "worsened"),
        (("90", ">"), ("95", ""), None),
    ],
)
def test_figures_known_as_less_or_more_are_compared_where_that_is_sure(before, latest, expected):
    points = [point(end, figure, qualifier=sign) for end, (figure, sign) in ((SEP, before), (DEC, latest))]
    assert went(*points, polarity="lower").went == expected


def test_two_results_within_their_range_are_said_to_be_within_it():
    ends = {"lower": Decimal(40), "upper": Decimal(60)}
    found = went(point(SEP, "45", **ends), point(DEC, "50", **ends), polarity="range")
    assert found.reason.endswith("up from 45% in September 2013; within the expected range as before, so this is no change.")


def test_provisional_and_revised_results_are_called_so():
    found = went(point(SEP, "82", markers=("r",)), point(DEC, "84", markers=("p",)))
    assert found.reason.startswith("84% (provisional) in December 2013, up from 82% (revised) in September 2013;")
