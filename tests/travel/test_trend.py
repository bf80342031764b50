"""The line through a trend, against published numbers and by its properties; the spec files have the rest."""

import datetime as dt
import math
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import linregress

from papers.travel import METHODS, Point, Series, trend_line
from papers.travel.trend import DAYS_A_YEAR, regression, significant
from tests.samples import period

STEADY = settings(deadline=None, max_examples=60)
TURNED = {"improved": "worsened", "worsened": "improved", "same": "same"}


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


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("1.23456", "1.23"),
        ("1234.5", "1235"),
        ("0.000123456", "0.000123"),
        ("0", "0"),
        ("-0.6", "-0.600"),
        ("0.99999", "1.00"),
        ("999.6", "1000"),
    ],
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
