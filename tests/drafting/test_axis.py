"""Ticks of value axes read well and enclose their values."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.drafting.axis import MOST_STEPS, ticks

ROWS = [
    # values, decimals, from zero, ceiling, labels expected
    ("84 75 49", 0, True, 100, "0 20 40 60 80 100"),
    ("94 96", 0, True, 100, "0 20 40 60 80 100"),
    ("10.1 12.3", 1, True, 100, "0.0 2.5 5.0 7.5 10.0 12.5"),
    ("0.12 0.06", 2, True, 100, "0.00 0.05 0.10 0.15"),
    ("67000", 0, True, None, "0 20000 40000 60000 80000"),
    ("121 50", 0, True, 100, "0 25 50 75 100 125"),
    ("-7.9 16", 1, True, None, "-10 0 10 20"),
    ("675 642 610", 0, False, None, "600 620 640 660 680"),
    ("0", 0, True, None, "0 1"),
    ("5", 0, False, None, "5 6"),
]


@pytest.mark.parametrize(("values", "decimals", "from_zero", "ceiling", "expected"), ROWS)
def test_ticks_stand_at_numbers_that_read_well(values, decimals, from_zero, ceiling, expected):
    numbers = [Decimal(each) for each in values.split()]
    found = ticks(numbers, str, from_zero=from_zero, decimals=decimals, ceiling=None if ceiling is None else Decimal(ceiling))
    assert [tick.value for tick in found] == [Decimal(each) for each in expected.split()]


@given(
    st.lists(st.decimals(-(10**7), 10**7, places=2), min_size=1, max_size=9),
    st.booleans(),
)
def test_ticks_enclose_any_values_in_few_even_steps(values, from_zero):
    places = [tick.value for tick in ticks(values, str, from_zero=from_zero, decimals=2)]
    assert places[0] <= min(values)
    assert places[-1] >= max(values)
    assert 2 <= len(places) <= MOST_STEPS + 1
    assert len({after - before for before, after in pairwise(places)}) == 1
    assert not from_zero or Decimal(0) in places


def test_a_percentage_stops_at_a_hundred():
    assert ticks([Decimal(97)], str, from_zero=True, decimals=0, ceiling=Decimal(100))[-1].value == 100


def test_a_tick_has_no_exponent():
    assert [tick.label for tick in ticks([Decimal(200000)], str, from_zero=True, decimals=0)][-1] == "200000"
