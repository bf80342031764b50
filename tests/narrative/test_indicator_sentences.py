"""Sentences on one indicator: rows of figures, and the words that stand beside the chart."""

import datetime as dt
from decimal import Decimal

import pytest

from papers.assess import assess
from papers.dataset import FloorRule, SeriesInfo
from papers.document import Run, plain
from papers.narrative import activity, data_notes, status
from papers.narrative.phrases import phrases_with
from tests.samples import DEC, MAR, SEP, indicator, observed, report

PHRASES = phrases_with(())


def said(*observations, series=(), **fields):
    of = indicator(**fields)
    found = assess(report((of,), observations, series=series)).by_indicator[of.id]
    return status(PHRASES, of, found, observations, series)


@pytest.mark.parametrize(
    ("before", "latest", "fields", "sentence"),
    [
        ("82", "84", {}, "84% in December 2013, above the 75% target and up from 82% in September 2013."),
        ("82", "82", {}, "82% in December 2013, above the 75% target and unchanged from September 2013."),
        ("82", "75", {}, "75% in December 2013, level with the 75% target and down from 82% in September 2013."),
        ("82", "74", {}, "74% in December 2013, below the 75% target and down from 82% in September 2013."),
        (None, "84", {}, "84% in December 2013, above the 75% target."),
        ("82", "84 [b]", {}, "84% in December 2013, above the 75% target and not comparable with September 2013."),
        ("82", "84 [p]", {}, "84% (provisional) in December 2013, above the 75% target and up from 82% in September 2013."),
        (
            "80",
            "14",
            {"polarity": "lower", "unit": "days"},
            "14 days in December 2013, better than the target of 75 days and down from 80 days in September 2013.",
        ),
        (
            "80",
            "81",
            {"polarity": "lower", "unit": "days"},
            "81 days in December 2013, worse than the target of 75 days and up from 80 days in September 2013.",
        ),
        (
            "80",
            "73",
            {"polarity": "closest"},
            "73% in December 2013, 2 percentage points below the 75% target and down from 80% in September 2013.",
        ),
        ("80", "84", {"polarity": "none"}, "84% in December 2013, up from 80% in September 2013."),
    ],
)
def test_the_status_is_the_figure_its_target_and_the_result_before(before, latest, fields, sentence):
    rows = (observed(SEP, actual=before, target="75"), observed(DEC, actual=latest, target="75"), observed(MAR, target="75"))
    assert plain(said(*rows, **fields)) == sentence


def test_an_indicator_within_a_range_is_said_to_be_in_it():
    row = observed(DEC, actual="61", lower="40", upper="60")
    assert plain(said(row, polarity="range", unit="count")) == "61 in December 2013, above the expected range of 40 to 60."


def test_another_measure_is_named_and_the_actual_follows():
    series = (SeriesInfo("AA01", "participation", "extra", "Participation", "percent"),)
    rows = (observed(SEP, actual="17.5", participation="93"), observed(DEC, actual="18.2", participation="95"))
    words = plain(said(*rows, series=series, measure="participation", measure_target=Decimal(95), short_title="Participation rate"))
    assert words == (
        "Participation: 95% in December 2013, level with the 95% target and up from 93% in September 2013. "
        "Calls answered AA01: 18.2% in December 2013, not rated."
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("suppressed", "The figure for December 2013 is suppressed."),
        ("n/a", "No data for December 2013."),
        (None, "No data for December 2013."),
    ],
)
def test_a_missing_figure_is_said(text, sentence):
    assert plain(said(observed(DEC, actual=text, target="75"))) == sentence


def test_every_figure_keeps_the_key_of_its_value():
    rows = (observed(SEP, actual="82", target="75"), observed(DEC, actual="84", target="75"))
    figures = {part.figure: part.text for part in said(*rows) if isinstance(part, Run) and part.figure}
    assert figures == {"AA01/2013-12-31/actual": "84%", "AA01/2013-12-31/target": "75%", "AA01/2013-09-30/actual": "82%"}


@pytest.mark.parametrize(
    ("latest", "thresholds", "sentence"),
    [
        ("60511", {"lower": "40000", "upper": "55000"}, "60,511 in December 2013, above the expected range of 40,000 to 55,000."),
        ("39000", {"lower": "40000", "upper": "55000"}, "39,000 in December 2013, below the expected range of 40,000 to 55,000."),
        ("40000", {"lower": "40000", "upper": "55000"}, "40,000 in December 2013, within the expected range of 40,000 to 55,000."),
        ("101", {"upper": "100"}, "101 in December 2013, over the upper threshold of 100."),
        ("99", {"upper": "100"}, "99 in December 2013, within the upper threshold of 100."),
        ("99", {"lower": "100"}, "99 in December 2013, under the lower threshold of 100."),
        ("99", {}, "99 in December 2013."),
    ],
)
def test_activity_stands_above_below_or_within_its_range(latest, thresholds, sentence):
    of = indicator(kind="activity", polarity="none", unit="count")
    assert plain(activity(PHRASES, of, [observed(DEC, actual=latest, **thresholds)])) == sentence


def test_activity_is_compared_with_the_figure_before_it():
    of = indicator(kind="activity", polarity="none", unit="thousands")
    rows = [observed(SEP, actual="226"), observed(DEC, actual="184", lower="180", upper="230"), observed(MAR)]
    words = "184 thousand in December 2013, within the expected range of 180 thousand to 230 thousand and down from 226 thousand in September 2013."
    assert plain(activity(PHRASES, of, rows)) == words


def quarters(*figures, **thresholds):
    """Quarterly figures up to December 2013, all against the same thresholds."""
    ends = [dt.date(2012, 12, 31), dt.date(2013, 3, 31), dt.date(2013, 6, 30), SEP, DEC][-len(figures) :]
    return [observed(end, actual=figure, **thresholds) for end, figure in zip(ends, figures, strict=True)]


@pytest.mark.parametrize(
    ("figures", "thresholds", "sentence"),
    [
        (("50", "62", "61"), {"lower": "40", "upper": "60"}, "above the expected range of 40 to 60 for the second quarter running and"),
        (("50", "55", "61"), {"lower": "40", "upper": "60"}, "61 in December 2013, above the expected range of 40 to 60 and up"),
        (("62", "61"), {"lower": "40", "upper": "60"}, "above the expected range of 40 to 60 in both quarters shown and down"),
        (("42", "43", "44"), {"lower": "40", "upper": "60"}, "within the expected range of 40 to 60 in all three quarters shown and"),
        (("50", "62", "61"), {"upper": "60"}, "over the upper threshold of 60 for the second quarter running and"),
        (("50", "62", "61"), {"target": "60"}, "above the benchmark of 60 for the second quarter running and"),
    ],
)
def test_activity_says_since_when_it_stands_there(figures, thresholds, sentence):
    assert sentence in plain(activity(PHRASES, indicator(kind="activity", unit="count"), quarters(*figures, **thresholds)))


def test_activity_that_may_stand_on_either_side_is_said_to_stand_on_none():
    words = plain(activity(PHRASES, indicator(kind="activity", unit="count"), quarters("<5", lower="4", upper="9")))
    assert words == "Fewer than 5 in December 2013."


def test_activity_is_not_compared_across_a_break():
    of = indicator(kind="activity", polarity="none", unit="count")
    rows = [observed(SEP, actual="226"), observed(DEC, actual="184 [b]")]
    assert plain(activity(PHRASES, of, rows)) == "184 in December 2013, not comparable with September 2013."


def test_activity_without_a_figure_says_so():
    assert plain(activity(PHRASES, indicator(kind="activity"), [observed(DEC)])) == "No figure has been reported."


def floor(distance="5", **fields):
    always = {"start": dt.date.min, "end": dt.date.max}
    return FloorRule("AA01", **{**always, "distance": distance and Decimal(distance), **fields})


def test_data_notes_say_what_is_better_what_is_covered_and_where_it_comes_from():
    words = plain(data_notes(PHRASES, indicator(basis="year to date", data_source="Survey.")))
    assert words == "Higher figures are better. Basis: year to date. Source: Survey."


@pytest.mark.parametrize(
    ("fields", "rule", "sentence"),
    [
        (
            {},
            floor(derived=True),
            "The floor standard is 5 percentage points below the target. It was not published and is derived from published ratings.",
        ),
        (
            {"polarity": "lower", "unit": "days"},
            floor(note="Agreed in May"),
            "The floor standard is 5 days above the target. Agreed in May.",
        ),
        ({}, floor(end=SEP), "The floor standard is 5 percentage points below the target to 30 September 2013."),
        ({}, floor(None, start=DEC, amber=False), "There is no middle rating from 31 December 2013."),
        (
            {"polarity": "closest"},
            floor("4", green_below=Decimal(2), green_above=Decimal("0.5")),
            (
                "The target band reaches 2 percentage points below and 0.5 percentage points above the target. "
                "The floor band reaches 4 percentage points below and 4 percentage points above the target."
            ),
        ),
    ],
)
def test_data_notes_say_the_floor_and_that_it_is_derived(fields, rule, sentence):
    assert sentence in plain(data_notes(PHRASES, indicator(**fields), floors=[rule]))


def test_data_notes_say_each_note_once_with_its_periods():
    rows = [observed(SEP, note="Estimated."), observed(DEC, note="Estimated."), observed(MAR, note="Not yet audited")]
    words = plain(data_notes(PHRASES, indicator(polarity="none"), rows))
    assert words == "September 2013 and December 2013: Estimated. March 2014: Not yet audited."


def test_data_notes_explain_a_declared_direction_and_another_measure():
    series = [SeriesInfo("AA01", "participation", "extra", "Participation", "percent", source="School census")]
    of = indicator(
        measure="participation", measure_target=Decimal(95), direction="same", direction_reason="The definition changed.", note="Annual"
    )
    words = plain(data_notes(PHRASES, of, series=series))
    assert words == (
        "Rated on \u201cParticipation\u201d, with a target of 95%. Higher figures of that measure are better. "
        "Source of Participation: School census. "
        "The direction of travel is declared like for like. The definition changed. Annual."
    )


def test_an_indicator_that_is_not_rated_has_no_polarity_to_note():
    assert data_notes(PHRASES, indicator(kind="staffing"), floors=[floor()]) == ()
