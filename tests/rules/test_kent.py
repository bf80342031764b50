"""The shipped report's ratings, all computed, held against what the council published."""

from collections import Counter
from pathlib import Path

import pytest

from papers.assess import assess, contradictions
from papers.document import plain
from papers.intake import read_report
from papers.narrative import action_summary, direction_summary, risk_summary, status, summary
from papers.narrative.phrases import phrases_of
from papers.risks import shipped_risk_scheme

KENT = Path(__file__).resolve().parents[2] / "data" / "kent-2013-14-q3"

UNEXPLAINED = {("PH02", "2008"), ("PH02", "2009"), ("PH02", "2010"), ("PH02", "2011")}
"""Published Green at 88% to 93%, below the 95% that the page gives as target."""

UNTESTED = {("ELS06", "Aug 10"), ("ELS07", "Mar 11"), ("ELS10", "2009")}
"""Published with a rating but without a target."""


@pytest.fixture(scope="module")
def kent():
    return read_report(KENT)


@pytest.fixture(scope="module")
def assessed(kent):
    return assess(kent)


def test_all_35_current_ratings_equal_the_published_ones(kent, assessed):
    published = {each.indicator: each.published_current for each in kent.previous}
    assert {name: found.current.rating for name, found in assessed.by_indicator.items()} == published
    assert assessed.counts.rating == {"Green": 19, "Amber": 11, "Red": 5}


def test_previous_ratings_are_counted_as_published(assessed):
    assert assessed.counts.previous == {"Green": 20, "Amber": 11, "Red": 4}
    assert (assessed.counts.total, assessed.counts.unrated, assessed.counts.previous_unrated) == (35, 0, 0)


def test_directions_add_up_to_the_number_of_indicators(assessed):
    assert assessed.counts.direction == {"improved": 21, "worsened": 8, "same": 6}
    assert assessed.counts.no_direction == 0


def test_every_earlier_rated_period_comes_out_as_published_but_those_that_no_rule_explains(assessed):
    published = [each for found in assessed.by_indicator.values() for each in found.history if each.published]
    differing = {(each.indicator, each.period.label) for each in published if each.rating != each.published}
    assert differing == UNEXPLAINED | UNTESTED
    assert all(each.unrated == "no target" for each in published if (each.indicator, each.period.label) in UNTESTED)
    assert len(published) - len(differing) > 150


def test_one_floor_distance_serves_an_indicator_through_a_year(kent):
    spans = Counter(rule.indicator for rule in kent.floors)
    assert {name for name, count in spans.items() if count > 1} == {"SCS02"}
    assert not any(each.values.get("floor") for each in kent.observations)


def test_the_contradictions_of_the_published_report_are_found(kent, assessed):
    found = contradictions(kent, assessed)
    assert Counter(each.code for each in found) == {
        "earlier-rating-differs": len(UNEXPLAINED),
        "earlier-rating-untested": len(UNTESTED),
        "previous-rating-differs": 1,
        "published-count-differs": 1,
    }
    assert "The published count of indicators with the direction “same” is 9; counting gives 6." in [each.message for each in found]
    assert all(each.place.file for each in found)


def test_the_computed_paragraphs_say_what_the_figures_say(kent, assessed):
    assert plain(summary(phrases_of(kent), assessed)) == (
        "19 of the 35 indicators (54%) are Green, on or ahead of target: one fewer than in the last report. "
        "11 are Amber, as many as before, and five are Red, one more."
    )
    assert (
        plain(direction_summary(phrases_of(kent), assessed))
        == "21 indicators improved, eight worsened and six did not change. 13 more improved than worsened."
    )
    assert plain(risk_summary(kent, shipped_risk_scheme())).startswith(
        "The register holds 10 risks: two are Red, eight Amber and none Green."
    )
    assert "11 are complete and five outstanding. The published total is 17" in plain(action_summary(kent))


def test_the_first_indicators_chart_says_its_message(kent, assessed):
    first = kent.indicators[0]
    words = plain(status(phrases_of(kent), first, assessed.by_indicator[first.id], kent.of(first.id)))
    assert words == "84% in December 2013, above the 75% target and up from 82% in September 2013."
