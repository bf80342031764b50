"""What a figure is held against beside its own row: targets between periods, earlier figures, what a person decided."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.assess import assess, contradictions
from papers.assess.held import between
from papers.dataset import Override
from papers.errors import PapersError
from tests.samples import DEC, MAR, SEP, indicator, info, observed, report

JUN = dt.date(2013, 6, 30)
LAST_DEC = dt.date(2012, 12, 31)


def history(*observations, of=None, **fields):
    return assess(report((of or indicator(),), observations, **fields)).by_indicator["AA01"].history


def current(*observations, of=None, **fields):
    return assess(report((of or indicator(),), observations, **fields)).by_indicator["AA01"].current


@pytest.mark.parametrize(
    ("way", "targets"), [("", ["80", None, None, "86"]), ("step", ["80", "80", "80", "86"]), ("interpolate", ["80", "82", "84", "86"])]
)
def test_targets_between_periods_step_or_lie_on_the_line(way, targets):
    rows = [observed(end, actual="84", target=target) for end, target in ((JUN, "80"), (SEP, None), (DEC, None), (MAR, "86"))]
    found = history(*rows, of=indicator(target_between=way))
    assert [each.target and str(each.target) for each in found] == targets


def test_a_target_on_the_line_has_as_many_decimals_as_the_finer_of_its_neighbours():
    rows = [observed(end, actual="84", target=target) for end, target in ((SEP, "80"), (DEC, None), (MAR, "80.5"))]
    assert history(*rows, of=indicator(target_between="interpolate"))[1].target == Decimal("80.3")


def test_nothing_is_filled_in_before_the_first_target_or_on_the_line_after_the_last():
    rows = [observed(end, actual="84", target=target) for end, target in ((SEP, None), (DEC, "80"), (MAR, None))]
    for way, targets in (("step", [None, Decimal(80), Decimal(80)]), ("interpolate", [None, Decimal(80), None])):
        assert [each.target for each in history(*rows, of=indicator(target_between=way))] == targets


def test_floors_and_ranges_are_filled_in_too():
    rows = [observed(SEP, actual="50", lower="40", upper="60"), observed(DEC, actual="50")]
    found = history(*rows, of=indicator(polarity="range", target_between="step"))
    assert [each.rating for each in found] == ["Green", "Green"]


@pytest.mark.parametrize(
    ("polarity", "method", "bounds", "went"),
    [
        ("higher", "relative-to-target", {"target": "80"}, "improved"),
        ("closest", "previous-result", {"target": "80"}, "worsened"),
        ("range", "previous-result", {"lower": "70", "upper": "80"}, "worsened"),
    ],
)
def test_direction_is_told_from_what_is_filled_in_too(polarity, method, bounds, went):
    rows = [observed(JUN, actual="80", **bounds), observed(SEP, actual="82"), observed(DEC, actual="84")]
    one = indicator(polarity=polarity, method=method, target_between="step")
    found = assess(report((one,), rows)).by_indicator["AA01"]
    assert (found.direction.went, found.direction.points) == (went, 2)
    assert found.current.rating is not None or polarity == "closest"


BETTER_THAN_LAST_YEAR = info(scheme="tolerance-10-or-better-than-last-year")


@pytest.mark.parametrize(
    ("before", "rating"),
    [
        (observed(LAST_DEC, actual="55"), "Amber"),
        (observed(LAST_DEC + dt.timedelta(days=14), actual="55"), "Amber"),
        (observed(LAST_DEC + dt.timedelta(days=40), actual="55"), "Red"),
        (observed(LAST_DEC, actual="<55"), "Red"),
        (observed(LAST_DEC, actual="n/a"), "Red"),
    ],
)
def test_the_figure_of_a_year_before_is_that_of_the_same_season_if_it_is_exact(before, rating):
    assert current(before, observed(DEC, actual="60", target="80"), info=BETTER_THAN_LAST_YEAR).rating == rating


def test_a_break_in_the_series_leaves_no_figure_of_a_year_before():
    rows = (observed(LAST_DEC, actual="55"), observed(SEP, actual="58 [b]"), observed(DEC, actual="60", target="80"))
    assert current(*rows, info=BETTER_THAN_LAST_YEAR).rating == "Red"


def test_a_rating_is_carried_forward_while_a_figure_is_late_and_says_so():
    rows = (observed(SEP, actual="80", target="75"), observed(DEC, target="75"))
    found = current(*rows)
    assert (found.rating, found.period.end, found.carried.end) == ("Green", SEP, DEC)
    assert found.reason.endswith("Carried forward from September 2013: there is no figure for December 2013.")


def test_nothing_is_carried_forward_where_the_indicator_does_not_allow_it():
    rows = (observed(SEP, actual="80", target="75"), observed(DEC, target="75"))
    found = current(*rows, of=indicator(carry_forward=False))
    assert (found.rating, found.unrated, found.period.end, found.carried) == (None, "no data", DEC, None)


def test_a_figure_that_is_not_due_yet_is_not_late():
    assert current(observed(DEC, actual="80", target="75"), observed(MAR, target="75")).carried is None
    annual = (observed(SEP, actual="80", target="75"), observed(DEC, target="75"))
    assert current(*annual, of=indicator(frequency="annual")).carried is None


def override(rating="Amber", end=DEC, of="AA01"):
    return Override(of, end, rating, "the Director", dt.date(2014, 1, 20), "Calls were lost.")


GOOD = observed(DEC, actual="80", target="75", floor="70")


def test_an_override_stands_with_who_when_and_why_and_what_the_rule_gives():
    found = current(GOOD, overrides=(override(),))
    assert (found.rating, found.computed, found.override.by) == ("Amber", "Green", "the Director")
    assert found.reason.startswith("Overridden as Amber by the Director on 20 January 2014: Calls were lost. The rule gives Green: 80% is")


def test_an_override_is_counted():
    total = assess(report((indicator(),), (GOOD,), overrides=(override(),))).counts
    assert total.rating == {"Green": 0, "Amber": 1, "Red": 0}


def test_an_override_of_a_late_period_stands_before_a_rating_that_would_be_carried_forward():
    rows = (observed(SEP, actual="80", target="75"), observed(DEC, target="75"))
    for carry in (True, False):
        found = current(*rows, of=indicator(carry_forward=carry), overrides=(override("Red"),))
        assert (found.rating, found.period.end, found.carried, found.override.by) == ("Red", DEC, None, "the Director")


def test_an_overridden_rating_is_carried_forward_as_any_other():
    rows = (observed(JUN, actual="80", target="75"), observed(SEP, target="75"), observed(DEC, target="75"))
    found = current(*rows, overrides=(override("Red", SEP),))
    assert (found.rating, found.period.end, found.carried.end) == ("Red", SEP, DEC)


def test_an_override_may_take_a_rating_away():
    found = current(GOOD, overrides=(override(None),))
    assert (found.rating, found.unrated, found.computed) == (None, "Calls were lost", "Green")


@pytest.mark.parametrize(
    ("overrides", "code"),
    [
        ((override("Blue"),), "override-unknown-rating"),
        ((override(end=SEP),), "override-nowhere"),
        ((override(end=MAR),), "override-nowhere"),
        ((override(), override("Red")), "override-twice"),
    ],
)
def test_an_override_of_nothing_is_refused(overrides, code):
    with pytest.raises(PapersError) as stopped:
        current(GOOD, observed(MAR, target="75"), overrides=overrides)
    assert [each.code for each in stopped.value.problems] == [code]


def test_an_override_that_changes_nothing_is_pointed_out():
    dataset = report((indicator(),), (GOOD,), overrides=(override("Green"),))
    assert [each.code for each in contradictions(dataset, assess(dataset))] == ["override-needless"]


def test_the_history_is_made_once_and_compares_by_its_items():
    made = history(observed(SEP, actual="80", target="75"), GOOD)
    assert made[0] is made[0]
    assert made[-1] is made[1]
    assert made == list(made[:])
    assert hash(made) == hash(tuple(made))


ends = st.lists(st.dates(dt.date(2010, 1, 1), dt.date(2020, 12, 31)), min_size=3, max_size=8, unique=True).map(sorted)
targets = st.decimals(-1_000, 1_000, places=1)


@given(ends, targets, targets, st.sampled_from(["step", "interpolate"]))
def test_a_target_that_is_filled_in_lies_between_its_neighbours(days, first, last, way):
    rows = [observed(days[0], target=f"{first}"), *(observed(day, actual="1") for day in days[1:-1]), observed(days[-1], target=f"{last}")]
    found = [between(rows, "target", way)[day] for day in days]
    assert all(min(first, last) <= each <= max(first, last) for each in found)
    assert found == sorted(found, reverse=first > last)


@given(ends, targets, st.sampled_from(["step", "interpolate"]))
def test_between_two_equal_targets_every_target_is_the_same(days, target, way):
    rows = [observed(day, **({"target": f"{target}"} if day in (days[0], days[-1]) else {"actual": "1"})) for day in days]
    assert {between(rows, "target", way)[day] for day in days} == {target}


@given(ends, targets, targets, st.sampled_from(["step", "interpolate"]))
def test_targets_that_are_given_are_never_changed_and_the_order_of_rows_is_no_matter(days, first, last, way):
    rows = [observed(days[0], target=f"{first}"), *(observed(day, actual="1") for day in days[1:-1]), observed(days[-1], target=f"{last}")]
    assert (between(rows, "target", way)[days[0]], between(rows, "target", way)[days[-1]]) == (first, last)
    assert between(rows[::-1], "target", way) == between(rows, "target", way)


@given(ends, targets, targets)
def test_a_line_of_targets_mirrors_with_their_sign(days, first, last):
    def on_the_line(sign):
        rows = [observed(days[0], target=f"{sign * first}"), *(observed(day, actual="1") for day in days[1:-1])]
        return [between([*rows, observed(days[-1], target=f"{sign * last}")], "target", "interpolate")[day] for day in days]

    assert [-each for each in on_the_line(-1)] == on_the_line(1)
