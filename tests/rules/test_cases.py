"""The gap to a target in cases: how many more, or fewer, would be on target."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from papers.assess import assess, card_of
from papers.rules import cases_short
from tests.samples import DEC, indicator, observed, report


def short(figure, target, whole, polarity="higher", part=None, *, unit="percent"):
    found = None if part is None else Decimal(part)
    return cases_short(Decimal(figure), Decimal(target), Decimal(whole), unit, polarity, part=found)


@pytest.mark.parametrize(
    ("given", "cases"),
    [
        (("70.4", "75", "152", "higher", "107"), 7),
        (("70.4", "75", "152"), 7),
        (("75", "75", "152"), 0),
        (("80", "75", "152"), 0),
        (("12.5", "10", "40", "lower", "5"), 1),
        (("10", "10", "40", "lower"), 0),
    ],
)
def test_the_gap_is_counted_up_to_the_first_number_of_cases_that_is_on_target(given, cases):
    assert short(*given) == cases


def test_a_rate_is_told_in_cases_and_a_figure_of_no_whole_is_not():
    assert short("12.5", "12", "16000", "lower", unit="rate per 1,000") == 8
    assert short("12", "15", "100", unit="days") is None
    assert short("12", "15", "100", "closest") is None


@given(st.integers(1, 5000), st.integers(0, 5000), st.decimals(0, 100, places=1), st.sampled_from(["higher", "lower"]))
def test_so_many_more_cases_are_on_target_and_one_less_is_not(whole, part, target, polarity):
    assume(part <= whole)
    figure = (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    cases = short(figure, target, whole, polarity, part)
    sign = 1 if polarity == "higher" else -1
    if cases:
        reached, before = (Decimal(part + sign * n) * 100 / whole for n in (cases, cases - 1))
        assert sign * reached >= sign * target > sign * before


def test_the_card_says_how_many_more_cases_would_be_on_target():
    one = indicator(numerator="met", denominator="all")
    row = observed(DEC, actual="70.4", target="75", met="107", all="1520")
    made = report((one,), (row,))
    assert dict(card_of(made, assess(made), "AA01").lines())["In cases"] == "1,033 more of 1,520 would be on target"


@pytest.mark.parametrize("row", [{"actual": "76"}, {"actual": "70", "all": None}, {"actual": None}])
def test_the_card_says_nothing_of_cases_on_target_or_of_an_unknown_whole(row):
    made = report((indicator(denominator="all"),), (observed(DEC, **{"target": "75", "all": "100", **row}),))
    assert "In cases" not in dict(card_of(made, assess(made), "AA01").lines())
