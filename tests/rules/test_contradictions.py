"""What was published held against what the figures give."""

from decimal import Decimal

import pytest

from papers.assess import assess, contradictions
from papers.dataset import PreviousRating, StatedTotal
from tests.samples import DEC, SEP, indicator, info, observed, report


def codes(*observations, of=None, **fields):
    dataset = report((of or indicator(),), observations, **fields)
    return [(found.level, found.code) for found in contradictions(dataset, assess(dataset))]


def good(end=DEC, rating=None):
    return observed(end, rating=rating, actual="80", target="75", floor="70")


def test_what_agrees_is_not_mentioned():
    assert codes(good(SEP, "Green"), good(DEC, "Green"), previous=(PreviousRating("AA01", "Green", "Green"),)) == []


def test_a_current_rating_that_differs_is_a_contradiction_wherever_it_was_published():
    expected = ("contradiction", "rating-differs")
    assert codes(good(rating="Amber")) == [expected]
    assert codes(good(), previous=(PreviousRating("AA01", None, "Red"),)) == [expected]


def test_a_published_rating_of_a_figure_that_can_not_be_rated_differs_too():
    assert codes(observed(DEC, rating="Green", actual="80")) == [("contradiction", "rating-differs")]


def test_earlier_ratings_that_no_rule_explains_are_advice():
    assert codes(good(SEP, "Red"), good(DEC)) == [("advice", "earlier-rating-differs")]
    assert codes(observed(SEP, rating="Red", actual="80"), good(DEC)) == [("advice", "earlier-rating-untested")]


def test_the_rating_of_the_last_report_is_held_against_its_own_table():
    assert codes(good(SEP, "Green"), good(DEC), previous=(PreviousRating("AA01", "Amber"),)) == [
        ("contradiction", "previous-rating-differs")
    ]


def typed(scheme="tolerance-10", previous_scheme="", rating="Red"):
    pair = tuple(indicator(name) for name in ("AA01", "AA02"))
    rows = tuple(observed(end, of=each.id, actual="80", target="75") for each in pair for end in (SEP, DEC))
    before = tuple(PreviousRating(each.id, rating) for each in pair)
    dataset = report(pair, rows, previous=before, info=info(scheme=scheme, previous_scheme=previous_scheme))
    return [found.code for found in contradictions(dataset, assess(dataset))]


def test_typed_ratings_that_the_scheme_would_not_have_given_are_doubted_to_be_its_own():
    assert typed() == ["previous-scheme-doubtful"]
    assert typed(previous_scheme="floor-standard") == []
    assert typed(rating="Green") == []


def test_published_counts_of_the_last_report_are_not_held_against_those_of_another_scheme():
    told = StatedTotal("previous_rating", "Green", Decimal(9))
    typed = {"previous": (PreviousRating("AA01", "Green"),), "stated": (told,)}
    assert codes(good(SEP), good(DEC), **typed) == [("contradiction", "published-count-differs")]
    assert codes(good(SEP), good(DEC), info=info(previous_scheme="brag"), **typed) == []


def test_a_problem_stands_on_the_published_rating():
    dataset = report((indicator(),), (good(rating="Amber"),))
    (found,) = contradictions(dataset, assess(dataset))
    assert (found.place.column, found.value, found.data) == ("published_rating", "Amber", "Green")
    assert found.message == "Calls answered AA01 (AA01) was published as Amber for December 2013; its figures give Green."


@pytest.mark.parametrize(
    ("subject", "measure", "right", "wrong"),
    [
        ("rating", "Green", 1, 2),
        ("rating", "percent Green", 100, 54),
        ("rating", "not rated", 0, 1),
        ("rating", "total", 1, 2),
        ("previous_rating", "Red", 1, 0),
        ("rating_change", "Red", -1, 1),
        ("direction", "same", 1, 0),
        ("direction", "none", 0, 1),
    ],
)
def test_published_counts_are_held_against_ours(subject, measure, right, wrong):
    def with_total(count):
        stated = (StatedTotal(subject, measure, Decimal(count)),)
        return codes(good(SEP), good(DEC), stated=stated, previous=(PreviousRating("AA01", "Red"),))

    assert with_total(right) == []
    assert with_total(wrong) == [("contradiction", "published-count-differs")]


def test_a_count_that_was_printed_blank_or_is_of_something_else_is_left_alone():
    assert codes(good(), stated=(StatedTotal("rating", "Green", None), StatedTotal("risk_actions/Q3", "total", Decimal(17)))) == []


def test_a_measure_that_nothing_counts_is_advice():
    assert codes(good(), stated=(StatedTotal("rating", "Purple", Decimal(1)),)) == [("advice", "published-count-unknown")]


@pytest.mark.parametrize(("polarity", "floor"), [("higher", "76"), ("lower", "74")])
def test_a_floor_better_than_its_target_is_pointed_out(polarity, floor):
    rows = observed(DEC, actual="75", target="75", floor=floor)
    assert codes(rows, of=indicator(polarity=polarity)) == [("advice", "floor-beyond-target")]
