"""Direction by trend: rows of results, the line through them, and what the test of its slope says."""

import datetime as dt
import math
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import linregress

from papers.dataset import TravelOptions
from papers.travel import METHODS, Point, Series, trend_line
from papers.travel.trend import DAYS_A_YEAR, regression, significant
from tests.samples import period
from tests.travel.rows import went

STEADY = settings(deadline=None, max_examples=60)
TURNED = {"improved": "worsened", "worsened": "improved", "same": "same"}

SPEC = [
    # quarters, polarity, direction, what the figure did
    ("70 72 71 75 76 78", "higher", "improved", "rose"),
    ("70 72 71 75 76 78", "lower", "worsened", "rose"),
    ("70 72 71 75 76 78", "none", None, "rose"),
    ("78 76 75 71 72 70", "higher", "worsened", "fell"),
    ("70 78 71 75 70 76", "higher", "same", "same"),
    ("70 70 70 70 70", "higher", "same", "same"),
    ("70 71 72 73 74", "higher", "improved", "rose"),
    ("60 61 62 63 64 [b] 65 66 67 68", "higher", "improved", "rose"),
    ("90 80 70 60 61 [b] 62 64 65 67", "higher", "improved", "rose"),
    ("70 - 71 72 - 73 74", "higher", "improved", "rose"),
]


@pytest.mark.parametrize(("row", "polarity", "expected", "what"), SPEC)
def test_a_slope_that_is_no_chance_is_a_direction(row, polarity, expected, what):
    found = went("trend", row, polarity)
    assert (found.went, found.happened) == (expected, what)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("70 71 72 73", "A trend is told from at least 5 results, and there are 4 results."),
        ("60 61 62 63 64 65 [b] 66 67", "A trend is told from at least 5 results, and there are 3 results since the break in the series."),
        ("60 61 62 63 64 65 [b]", "A trend is told from at least 5 results, and there is 1 result since the break in the series."),
        ("- - -", "There is no result to compare."),
    ],
)
def test_too_few_results_have_no_trend(row, reason):
    found = went("trend", row)
    assert (found.went, found.reason) == (None, reason)


def test_least_points_is_a_setting_with_an_end_to_it():
    options = TravelOptions(least_points=4)
    assert went("trend", "70 71 72 73", options=options).went == "improved"
    assert "at least 3 results" in went("trend", "70 71", options=TravelOptions(least_points=1)).reason


def test_significance_is_a_setting():
    row = "2 4 5 4 5"
    assert went("trend", row).went == "same"
    assert went("trend", row, options=TravelOptions(significance=Decimal(15))).went == "improved"


def test_the_reason_states_the_slope_the_statistic_and_the_points():
    assert went("trend", "2 4 5 4 5 -", unit="days", frequency="annual").reason == (
        "The figure rises by 0.600 days a year, which is no clear trend at the 5% level "
        "(slope test: p = 0.124, 5 points from March 2010 to March 2014)."
    )
    assert went("trend", "70 71 72 74 75 [p] <76", polarity="lower").reason == (
        "The figure rises by 5.20 percentage points a year (slope test: p under 0.001, 5 points from March 2010 to March 2011); "
        "lower is better, so this is worse. One of the results is provisional. "
        "One result without an exact figure to judge is left out."
    )


def test_the_slope_and_p_are_those_of_the_textbook():
    """x = 1..5, y = 2 4 5 4 5: slope 0.6, t = 3/sqrt(2) with three degrees of freedom, whose distribution has a closed form."""
    ends = [dt.date(2000, 1, 1) + dt.timedelta(days=n) for n in range(5)]
    told = Series([Point(period(end), Decimal(y)) for end, y in zip(ends, (2, 4, 5, 4, 5), strict=True)], "higher", "count")
    found = METHODS["trend"](told)
    t = 3 / math.sqrt(2)
    above = 0.5 - (t / math.sqrt(3) / (1 + t * t / 3) + math.atan(t / math.sqrt(3))) / math.pi
    assert dict(found.statistics)["slope a year"] == significant(Decimal("0.6") * DAYS_A_YEAR)
    assert float(trend_line(told).p) == pytest.approx(2 * above, abs=1e-12)
    assert dict(found.statistics)["p"] == Decimal("0.124")
    assert found.points == 5


NORRIS = [
    # days (x), figure (y): the data set Norris of NIST's Statistical Reference Datasets
    (0.2, 0.1), (337.4, 338.8), (118.2, 118.1), (884.6, 888.0), (10.1, 9.2), (226.5, 228.1), (666.3, 668.5), (996.3, 998.5),
    (448.6, 449.1), (777.0, 778.9), (558.2, 559.2), (0.4, 0.3), (0.6, 0.1), (775.5, 778.1), (666.9, 668.8), (338.0, 339.3),
    (447.5, 448.9), (11.6, 10.8), (556.0, 557.7), (228.1, 228.3), (995.8, 998.0), (887.6, 888.8), (120.2, 119.6), (0.3, 0.3),
    (0.3, 0.6), (556.8, 557.6), (339.1, 339.3), (887.2, 888.0), (999.0, 998.5), (779.0, 778.9), (11.1, 10.2), (118.3, 117.6),
    (229.2, 228.9), (669.1, 668.4), (448.9, 449.2), (0.5, 0.2),
]  # fmt: skip
CERTIFIED = Decimal("1.00211681802045")


def test_the_slope_is_the_certified_one_of_nist():
    """A tenth of a day is a day here, so the slope is a tenth of the certified one."""
    start = dt.date(2000, 1, 1)
    told = sorted((start + dt.timedelta(days=round(x * 10)), Decimal(str(y))) for x, y in NORRIS)
    line = trend_line(Series([Point(period(end), y) for end, y in told], "higher", "count"))
    assert line.slope == significant(CERTIFIED / 10 * DAYS_A_YEAR)
    span = Decimal((told[-1][0] - told[0][0]).days)
    assert float((line.end - line.start) / span * 10) == pytest.approx(float(CERTIFIED), abs=1e-6)


@pytest.mark.parametrize(("row", "expected"), [("5 6 7 8 9", "improved"), ("15 14 13 12 11", "improved"), ("9 8 7 6 5", "worsened")])
def test_closest_to_target_fits_the_distance(row, expected):
    found = went("trend", row, "closest", target="10")
    assert found.went == expected
    assert "distance from the target" in found.reason


def test_a_range_fits_the_distance_outside_it():
    assert went("trend", "70 68 66 64 62", "range", lower="40", upper="60").went == "improved"
    assert went("trend", "45 55 41 59 50", "range", lower="40", upper="60").went == "same"


@pytest.mark.parametrize(
    ("number", "shown"), [("1.23456", "1.23"), ("1234.5", "1235"), ("0.000123456", "0.000123"), ("0", "0"), ("-0.6", "-0.600")]
)
def test_a_slope_has_three_significant_digits(number, shown):
    assert format(significant(Decimal(number)), "f") == shown


def test_symmetric_figures_have_no_slope_at_all():
    ends = [dt.date(2010, 1, 1) + dt.timedelta(days=90 * n) for n in range(5)]
    line = trend_line(
        Series([Point(period(end), Decimal(y)) for end, y in zip(ends, ("0.1", "0.3", "0.2", "0.3", "0.1"), strict=True)], "none", "count")
    )
    assert (line.slope, line.start) == (0, line.end)


rows = st.lists(st.decimals(-1000, 1000, places=1), min_size=5, max_size=16)


def quarters(figures, polarity="higher"):
    ends = [dt.date(2010, 1, 1) + dt.timedelta(days=91 * n) for n in range(len(figures))]
    return Series([Point(period(end), figure) for end, figure in zip(ends, figures, strict=True)], polarity, "count")


def direction(figures, polarity="higher"):
    return METHODS["trend"](quarters(figures, polarity))


def line_through(figures):
    return trend_line(quarters(figures))


@STEADY
@given(rows)
def test_trends_mirror_with_polarity_and_sign(figures):
    found = direction(figures)
    assert direction(figures, "lower").went == TURNED[found.went]
    assert direction([-figure for figure in figures]).went == TURNED[found.went]


@STEADY
@given(rows, st.decimals(-10_000, 10_000, places=1))
def test_trends_do_not_change_with_what_is_added_to_all(figures, more):
    found, moved = direction(figures), direction([figure + more for figure in figures])
    assert (moved.went, moved.statistics) == (found.went, found.statistics)


@STEADY
@given(rows, st.sampled_from([Decimal(2), Decimal(10), Decimal("0.25")]))
def test_trends_do_not_change_with_the_unit(figures, scale):
    p, scaled = (line_through(row).p for row in (figures, [figure * scale for figure in figures]))
    assert float(scaled) == pytest.approx(float(p), rel=1e-6, abs=1e-9)


@STEADY
@given(rows)
def test_slope_and_p_are_those_of_scipy(figures):
    days = [91.0 * n for n in range(len(figures))]
    numbers = [float(figure - figures[0]) for figure in figures]
    assume(any(numbers))
    expected = linregress(days, numbers)
    slope, intercept, p = regression(days, numbers)
    assert (slope, intercept) == pytest.approx((expected.slope, expected.intercept), rel=1e-9, abs=1e-9)
    assert p == pytest.approx(expected.pvalue, rel=1e-6, abs=1e-9)
