"""What each kind of rule says of each figure: tables that a clerk could read, with the reason word for word where it matters."""

from decimal import Decimal

import pytest

from papers.rules import Bounds, rate, shipped_book, unrated
from tests.samples import DEC


def number(text):
    return None if text is None else Decimal(text)


def rated(figure, polarity, *, unit="percent", qualifier="", amber=True, **bounds):
    limits = Bounds(amber=amber, **{name: Decimal(text) for name, text in bounds.items()})
    book = shipped_book("floor-standard")
    rule = book.rule(polarity, unit, DEC)
    return rate(number(figure), rule.ladder(limits, polarity, unit, book.droppable), qualifier) if rule else unrated("no polarity")


@pytest.mark.parametrize(
    ("figure", "rating"),
    [("100", "Green"), ("75", "Green"), ("75.0", "Green"), ("74.9", "Amber"), ("70", "Amber"), ("69.9", "Red"), ("0", "Red")],
)
def test_where_higher_is_better_the_target_earns_green_and_the_floor_amber(figure, rating):
    assert rated(figure, "higher", target="75", floor="70").rating == rating


@pytest.mark.parametrize(("figure", "rating"), [("0", "Green"), ("28", "Green"), ("28.1", "Amber"), ("35", "Amber"), ("35.1", "Red")])
def test_where_lower_is_better_the_same_holds_the_other_way_round(figure, rating):
    assert rated(figure, "lower", target="28", floor="35").rating == rating


@pytest.mark.parametrize(
    ("figure", "rating"),
    [
        ("7.9", "Amber"),
        ("8.0", "Green"),
        ("10", "Green"),
        ("10.5", "Green"),
        ("10.6", "Amber"),
        ("6", "Amber"),
        ("5.9", "Red"),
        ("12.1", "Red"),
    ],
)
def test_closest_to_target_may_have_unequal_tolerances(figure, rating):
    tolerances = {"green_below": "2", "green_above": "0.5", "floor_below": "4", "floor_above": "2"}
    assert rated(figure, "closest", target="10", **tolerances).rating == rating


@pytest.mark.parametrize(
    ("figure", "rating"), [("40", "Green"), ("60", "Green"), ("39", "Amber"), ("65", "Amber"), ("34", "Red"), ("66", "Red")]
)
def test_a_range_may_have_a_wider_one_around_it(figure, rating):
    assert rated(figure, "range", lower="40", upper="60", floor_below="5", floor_above="5").rating == rating


@pytest.mark.parametrize(("figure", "rating"), [("39.9", "Red"), ("40", "Green"), ("60.1", "Red")])
def test_a_range_without_a_wider_one_has_no_amber(figure, rating):
    assert rated(figure, "range", lower="40", upper="60").rating == rating


@pytest.mark.parametrize(("figure", "rating"), [("40", "Green"), ("1000", "Green"), ("39", "Red")])
def test_a_range_may_be_open_at_one_end(figure, rating):
    assert rated(figure, "range", lower="40").rating == rating


@pytest.mark.parametrize(("figure", "rating"), [("90", "Green"), ("89.9", "Red")])
def test_without_amber_a_missed_target_is_red(figure, rating):
    assert rated(figure, "higher", target="90", floor="90", amber=False).rating == rating
    assert rated(figure, "higher", target="90", amber=False).rating == rating


def test_figures_are_compared_as_exact_decimals():
    target = str(Decimal("0.1") + Decimal("0.2"))
    assert rated("0.3", "higher", target=target, floor="0").rating == "Green"
    assert rated("0.3", "lower", target=target, floor="1").rating == "Green"


@pytest.mark.parametrize(
    ("figure", "polarity", "bounds", "why"),
    [
        (None, "higher", {"target": "75"}, "no data"),
        ("84", "higher", {}, "no target"),
        ("84", "closest", {}, "no target"),
        ("84", "range", {}, "no expected range"),
        ("84", "none", {"target": "75"}, "no polarity"),
        ("74", "higher", {"target": "75"}, "no floor standard"),
        ("76", "lower", {"target": "75"}, "no floor standard"),
        ("9", "closest", {"target": "10"}, "no floor standard"),
    ],
)
def test_what_can_not_be_rated_says_why(figure, polarity, bounds, why):
    found = rated(figure, polarity, **bounds)
    assert (found.rating, found.unrated, found.margin) == (None, why, None)
    assert found.reason.startswith("Not rated: ")


def test_a_met_target_needs_no_floor():
    assert rated("75", "higher", target="75").rating == "Green"


def test_zero_is_a_value():
    assert rated("0", "lower", target="0", floor="1").rating == "Green"
    assert rated("0", "higher", target="0", floor="0").rating == "Green"


@pytest.mark.parametrize(
    ("figure", "qualifier", "polarity", "bounds", "rating"),
    [
        ("0.01", "<", "lower", {"target": "0.06", "floor": "0.1"}, "Green"),
        ("0.06", "<", "lower", {"target": "0.06", "floor": "0.1"}, "Green"),
        ("75", "<", "higher", {"target": "75", "floor": "0"}, None),
        ("75", "<", "higher", {"target": "75", "floor": "75"}, "Red"),
        ("0.07", "<", "lower", {"target": "0.06", "floor": "0.1"}, None),
        ("90", ">", "higher", {"target": "75", "floor": "70"}, "Green"),
        ("75", ">", "lower", {"target": "70", "floor": "75"}, "Red"),
        ("60", ">", "higher", {"target": "75", "floor": "70"}, None),
        ("-1", "<", "higher", {"target": "5", "floor": "0"}, "Red"),
        ("-1", "<", "higher", {"target": "5", "floor": "-2"}, None),
    ],
)
def test_a_figure_known_only_as_less_or_more_is_rated_where_that_is_enough(figure, qualifier, polarity, bounds, rating):
    found = rated(figure, polarity, qualifier=qualifier, **bounds)
    assert found.rating == rating
    assert found.unrated == (None if rating else "not an exact figure")


@pytest.mark.parametrize(
    ("figure", "polarity", "bounds", "reason"),
    [
        (
            "84",
            "higher",
            {"target": "75", "floor": "70"},
            "84% is above the target of 75%, so Green; the nearest boundary is the target, 9 percentage points away.",
        ),
        ("75", "higher", {"target": "75", "floor": "70"}, "75% is at the target of 75%, so Green, with nothing to spare."),
        (
            "94",
            "higher",
            {"target": "96", "floor": "91"},
            (
                "94% is below the target of 96% but above the floor standard of 91%, so Amber; "
                "the nearest boundary is the target, 2 percentage points away."
            ),
        ),
        (
            "34.5",
            "lower",
            {"target": "31.7", "floor": "33.7"},
            "34.5% is above the floor standard of 33.7%, so Red; the nearest boundary is the floor standard, 0.8 percentage points away.",
        ),
        (
            "8.2",
            "closest",
            {"target": "10", "green_below": "2", "green_above": "0.5"},
            (
                "8.2% is within the target band of 8% to 10.5%, so Green; "
                "the nearest boundary is the lower end of the target band, 0.2 percentage points away."
            ),
        ),
        (
            "61",
            "range",
            {"lower": "40", "upper": "60"},
            (
                "61% is above the expected range of 40% to 60% and there is no Amber, so Red; "
                "the nearest boundary is the upper end of the expected range, 1 percentage point away."
            ),
        ),
    ],
)
def test_every_rating_says_its_reason_in_a_sentence(figure, polarity, bounds, reason):
    assert rated(figure, polarity, **bounds).reason == reason


def test_the_reason_says_that_there_is_no_amber():
    reason = rated("76.2", "higher", target="90", amber=False).reason
    assert reason.startswith("76.2% is below the target of 90% and there is no Amber, so Red;")


def test_the_reason_counts_in_the_unit_of_the_figure():
    assert rated("14", "lower", unit="days", target="28", floor="35").reason == (
        "14 days is below the target of 28 days, so Green; the nearest boundary is the target, 14 days away."
    )


@pytest.mark.parametrize(("figure", "margin"), [("84", "9"), ("75", "0"), ("74", "1"), ("71", "1"), ("68", "2")])
def test_the_margin_is_the_distance_to_the_nearest_boundary_of_another_rating(figure, margin):
    assert rated(figure, "higher", target="75", floor="70").margin == Decimal(margin)
