"""Where activity stands: gaps in time, nouns and properties; the spec files have the rest."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.travel import Point, standing
from tests.samples import period
from tests.travel.rows import month_end, points

STEADY = settings(deadline=None)


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
