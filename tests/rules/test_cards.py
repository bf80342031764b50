"""The rating card, and what another scheme would change."""

import datetime as dt

import pytest

from papers.assess import assess, book_of, card_of, what_if
from papers.assess.cards import cards_of
from papers.dataset import Override, PreviousRating, SeriesInfo
from papers.rules import shipped_book
from tests.samples import DEC, SEP, indicator, observed, report

ROWS = (
    observed(SEP, actual="68", target="75", floor="70"),
    observed(DEC, rating="Red", actual="72", unrounded="71.6", target="75", floor="70"),
)


def lines(*rows, of=None, **fields):
    dataset = report((of or indicator(),), rows or ROWS, **fields)
    return dict(card_of(dataset, assess(dataset), "AA01").lines())


def test_a_card_tells_all_that_a_rating_rests_on():
    card = lines(previous=(PreviousRating("AA01", "Red"),))
    assert card["Rating"] == "Amber"
    assert card["Value"] == "72%; unrounded, 71.6%"
    assert (card["Target"], card["Floor standard"], card["Compared"]) == ("75%", "70%", "published, exact decimals")
    assert card["Rule"] == "floor-standard/1, higher is better"
    assert (card["  Green"], card["  Amber"], card["  Red"]) == (
        "75% or more (the target)",
        "70% or more (the floor standard)",
        "otherwise",
    )
    assert card["Nearest boundary"] == "the floor standard, 2 percentage points away"
    assert (card["Published as"], card["Last report"]) == ("Red", "Red")
    assert card["Direction"].startswith("Improved: 72% in December 2013, up from 68%")
    assert (card["Method"], card["Told from"]) == ("previous-result", "2 results")


def test_a_card_tells_who_overrode_it_and_what_the_rule_gives():
    given = Override("AA01", DEC, "Green", "the Director", dt.date(2014, 1, 20), "Late returns.")
    card = lines(overrides=(given,))
    assert (card["Rating"], card["Overridden"]) == ("Green", "by the Director on 20 January 2014: Late returns.")
    assert card["The rule gives"] == "Amber"
    assert card["Nearest boundary"] == "the floor standard, 2 percentage points away"


def test_a_card_of_what_is_not_rated_says_why():
    card = lines(observed(DEC, actual="72"))
    assert card["Rating"] == "Not rated: no target"
    assert card["  Green"] == "cannot be told: no target"
    assert "Nearest boundary" not in card


def test_a_card_tells_that_a_rating_is_carried_forward():
    assert lines(ROWS[0], observed(DEC, target="75"))["Carried forward"] == "to December 2013, for which there is no figure"


def test_a_card_of_another_measure_is_in_its_unit():
    rows = (observed(DEC, actual="18", target="95", participation="96"),)
    series = (SeriesInfo("AA01", "participation", "extra", "Participation", "days"),)
    assert lines(*rows, of=indicator(measure="participation"), series=series)["Value"] == "96 days"


@pytest.mark.parametrize(
    ("rows", "polarity", "green"),
    [
        (observed(DEC, actual="5", lower="4", upper="6"), "range", "4% to 6% (the expected range)"),
        (observed(DEC, actual="5", lower="4"), "range", "4% or more (the expected range)"),
        (observed(DEC, actual="5", target="4"), "lower", "4% or less (the target)"),
    ],
)
def test_a_card_says_what_earns_each_rating(rows, polarity, green):
    assert lines(rows, of=indicator(polarity=polarity))["  Green"] == green


def test_earlier_periods_have_cards_without_a_direction():
    dataset = report((indicator(),), ROWS)
    earlier, latest = cards_of(dataset, assess(dataset), "AA01")
    assert (earlier.rated.period.end, earlier.direction) == (SEP, None)
    assert latest.direction is not None


def test_only_rated_indicators_have_cards():
    dataset = report((indicator(),), ROWS)
    with pytest.raises(KeyError):
        card_of(dataset, assess(dataset), "ZZ99")


def test_what_another_scheme_would_change_is_told_and_changes_nothing():
    dataset = report((indicator(), indicator("AA02")), (*ROWS, observed(DEC, of="AA02", actual="80", target="75", floor="70")))
    assessed = assess(dataset)
    found = what_if(dataset, assessed, shipped_book("tolerance-10"))
    assert [(each.indicator, each.period.end, each.current, each.before, each.after) for each in found.changes] == [
        ("AA01", SEP, False, "Red", "Amber")
    ]
    assert found.current == ()
    assert (found.scheme.rule, found.counts.rating) == ("tolerance-10/1", {"Green": 1, "Amber": 1, "Red": 0})
    assert assess(dataset) == assessed


def test_changes_of_current_ratings_come_first():
    dataset = report((indicator(), indicator("AA02")), (*ROWS, observed(DEC, of="AA02", actual="69", target="75", floor="70")))
    found = what_if(dataset, assess(dataset), shipped_book("tolerance-10"))
    assert [each.indicator for each in found.changes] == ["AA02", "AA01"]


def test_the_scheme_in_force_would_change_nothing():
    dataset = report((indicator(),), ROWS, previous=(PreviousRating("AA01", "Amber"),))
    assert what_if(dataset, assess(dataset), book_of(dataset)).changes == ()


def set_to(word, scheme):
    """What the other scheme makes of a report whose only current rating a person set to that word."""
    given = Override("AA01", DEC, word, "the Director", dt.date(2014, 1, 20), "Late returns.")
    dataset = report((indicator(),), ROWS[1:], overrides=(given,))
    found = what_if(dataset, assess(dataset), shipped_book(scheme))
    return [(each.before, each.after) for each in found.changes], found.counts


def test_what_a_person_decided_stands_under_another_scheme_and_is_counted():
    changes, counts = set_to("Green", "tolerance-10")
    assert (changes, counts.rating, counts.unrated) == ([], {"Green": 1, "Amber": 0, "Red": 0}, 0)


def test_a_decision_that_nothing_is_rated_stands_too():
    changes, counts = set_to(None, "star-circle-triangle")
    assert (changes, counts.unrated) == ([], 1)


def test_a_persons_rating_that_the_other_scheme_does_not_have_is_one_that_it_would_change():
    changes, counts = set_to("Red", "star-circle-triangle")
    assert (changes, counts.rating) == ([("Red", "Circle")], {"Star": 0, "Circle": 1, "Triangle": 0})


def test_an_override_of_what_the_rule_can_not_rate_says_once_that_it_is_not_rated():
    given = Override("AA01", DEC, "Amber", "the Director", dt.date(2014, 1, 20), "Late returns.")
    found = assess(report((indicator(),), (observed(DEC, actual="80"),), overrides=(given,)))
    reason = found.by_indicator["AA01"].current.reason
    assert reason.endswith("Late returns. By the rule it is not rated. 80% has no target to be held against.")
