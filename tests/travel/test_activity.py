"""Where activity stands: rows of results with their thresholds, the side of the latest, and for how long."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.travel import Point, standing
from tests.samples import period
from tests.travel.rows import month_end, points

STEADY = settings(deadline=None)

RANGE = [
    # quarters; between 40 and 60 is expected; side, how many running, since
    ("50", "within", 1, "March 2010"),
    ("50 70", "above", 1, "June 2010"),
    ("50 61 62 63", "above", 3, "June 2010"),
    ("70 61 62 63", "above", 4, "March 2010"),
    ("50 61 39 63", "above", 1, "December 2010"),
    ("50 39 38 37 -", "below", 3, "June 2010"),
    ("40 60", "within", 2, "March 2010"),
    ("61 - 62 63", "above", 2, "September 2010"),
    ("61 62 63 [b] 64", "above", 2, "September 2010"),
    ("61 62 [p] 63 [r]", "above", 3, "March 2010"),
    ("61 >60 >70", "above", 3, "March 2010"),
    ("61 >59 62", "above", 1, "September 2010"),
    ("39 <40", "below", 2, "March 2010"),
]


@pytest.mark.parametrize(("row", "side", "running", "since"), RANGE)
def test_a_result_stands_against_its_range_since_when(row, side, running, since):
    found = standing(points(row, lower="40", upper="60"))
    assert (found.side, found.running, found.since.spoken, found.noun, found.against) == (side, running, since, "quarter", "range")


@pytest.mark.parametrize(
    ("row", "lower", "upper", "side", "against"),
    [
        ("61", "-", "60", "above", "upper threshold"),
        ("10", "-", "60", "within", "upper threshold"),
        ("<60", "-", "60", "within", "upper threshold"),
        ("39", "40", "-", "below", "lower threshold"),
        (">40", "40", "-", "within", "lower threshold"),
    ],
)
def test_a_range_may_be_open(row, lower, upper, side, against):
    found = standing(points(row, lower=lower, upper=upper))
    assert (found.side, found.against) == (side, against)


@pytest.mark.parametrize(
    ("row", "side", "running"),
    [("9 11 12", "above", 2), ("9 8", "below", 2), ("9 10", "at", 1), ("9 <10", "below", 2), ("9 >10", "above", 1)],
)
def test_without_a_range_the_target_is_a_benchmark(row, side, running):
    found = standing(points(row, target="10"))
    assert (found.side, found.running, found.against) == (side, running, "benchmark")


@pytest.mark.parametrize("row", ["", "-", "- -"])
def test_nothing_stands_nowhere(row):
    assert standing(points(row, lower="40", upper="60")) is None


@pytest.mark.parametrize("row", ["50", "50 60"])
def test_without_anything_to_hold_it_against_a_result_stands_nowhere(row):
    assert standing(points(row)) is None


def test_each_result_is_held_against_its_own_periods_thresholds():
    assert standing(points("50 50 50", lower="40 40 55", upper="45 45 60")).running == 1
    assert standing(points("50 60 70", lower="10 20 30", upper="45 55 65")).running == 3


def test_a_gap_in_time_ends_the_run():
    quarterly = points("61 62 63", lower="40", upper="60")
    late = [replace(quarterly[0], period=period(month_end(-9))), *quarterly[1:]]
    assert standing(late).running == 2
    assert not standing(late).whole
    assert standing(quarterly).whole


@pytest.mark.parametrize(("frequency", "noun"), [("monthly", "month"), ("quarterly", "quarter"), ("termly", "term"), ("half-yearly", "half-year"), ("annual", "year")])  # fmt: skip
def test_what_is_running_is_counted_in_the_indicators_own_frequency(frequency, noun):
    found = standing(points("61 62 63", frequency, lower="40", upper="60"), frequency)
    assert (found.running, found.noun) == (3, noun)


def test_results_that_come_more_often_are_counted_as_results():
    found = standing(points("61 62 63", "monthly", lower="40", upper="60"), "quarterly")
    assert (found.running, found.noun) == (3, "result")


def test_a_change_from_range_to_benchmark_ends_the_run():
    changed = [*points("61 62", lower="40", upper="60"), replace(points("- - 63", target="50")[2])]
    assert standing(changed).running == 1


figures = st.lists(st.none() | st.integers(-20, 20).map(Decimal), min_size=1, max_size=12)
limits = st.tuples(st.integers(-15, 0).map(Decimal), st.integers(0, 15).map(Decimal))
TURNED = {"above": "below", "below": "above", "within": "within", "at": "at"}


def row(numbers, lower, upper):
    return [Point(period(month_end(3 * n)), number, lower=lower, upper=upper) for n, number in enumerate(numbers)]


@STEADY
@given(figures, limits)
def test_standings_mirror_with_the_sign(numbers, ends):
    here = standing(row(numbers, *ends))
    there = standing(row([None if number is None else -number for number in numbers], -ends[1], -ends[0]))
    assert (here is None) == (there is None)
    if here and there:
        assert (TURNED[here.side], here.running, here.since) == (there.side, there.running, there.since)


@STEADY
@given(figures, limits, st.integers(-100, 100).map(Decimal), st.sampled_from([Decimal("0.1"), Decimal(1), Decimal(1000)]))
def test_standings_do_not_change_with_the_unit_or_with_what_is_added_to_all(numbers, ends, more, scale):
    here = standing(row(numbers, *ends))
    moved = [None if number is None else number * scale + more for number in numbers]
    there = standing(row(moved, *(end * scale + more for end in ends)))
    assert (here and (here.side, here.running)) == (there and (there.side, there.running))


@STEADY
@given(figures, figures, limits)
def test_results_before_a_run_only_lengthen_it(earlier, numbers, ends):
    whole, part = row([*earlier, *numbers], *ends), standing(row([*earlier, *numbers], *ends)[len(earlier) :])
    if part:
        assert standing(whole).running >= part.running
        assert standing(whole).side == part.side


@STEADY
@given(figures, limits)
def test_a_run_holds_only_what_stands_on_its_side(numbers, ends):
    found = standing(row(numbers, *ends))
    if found:
        told = [number for number in numbers if number is not None][-found.running :]
        sides = ["above" if number > ends[1] else "below" if number < ends[0] else "within" for number in told]
        assert set(sides) == {found.side}
