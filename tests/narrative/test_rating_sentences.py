"""Sentences on how a rating was found: carried forward, set by a person, targets filled in, the trend."""

import datetime as dt
from dataclasses import replace

from papers.assess import assess
from papers.dataset import Override
from papers.document import plain
from papers.narrative import status
from papers.narrative.phrases import phrases_with
from papers.narrative.ratings import direction_notes, rating_notes, unrated_words
from tests.samples import DEC, SEP, indicator, info, observed, report

JUN, MAR = dt.date(2013, 6, 30), dt.date(2013, 3, 31)
LAST_DEC = dt.date(2012, 12, 31)

PHRASES = phrases_with(())


def found(*rows, of=None, **fields):
    of = of or indicator()
    return of, assess(report((of,), rows, **fields)).by_indicator[of.id]


def said(*rows, of=None, **fields):
    return plain(status(PHRASES, *found(*rows, of=of, **fields), rows))


def noted(*rows, of=None, **fields):
    of, assessment = found(*rows, of=of, **fields)
    return " ".join([*rating_notes(PHRASES, of, assessment, rows, "percent"), *direction_notes(PHRASES, of, assessment)])


def test_a_rating_that_is_carried_forward_says_to_which_period():
    words = said(observed(JUN, actual="84", target="75"), observed(SEP, target="75"), observed(DEC, target="75"))
    assert words == (
        "84% in June 2013, above the 75% target. Its rating is carried forward to December 2013, for which there is no figure."
    )


SET = Override("AA01", DEC, "Amber", "A. Director", dt.date(2014, 1, 7), "One site had not reported")


def test_a_rating_that_a_person_set_says_who_set_it_when_and_why_and_the_notes_name_the_rules_own():
    rows = [observed(DEC, actual="84", target="75")]
    words = said(*rows, overrides=(SET,))
    assert words.endswith("The rating was set by A. Director on 7 January 2014: One site had not reported.")
    assert noted(*rows, overrides=(SET,)) == "By the rules of this report the rating would be Green."


def test_a_rating_that_a_person_took_away_is_declared_not_rated():
    words = said(observed(DEC, actual="84", target="75"), overrides=(replace(SET, rating=None),))
    assert words.endswith("It was declared not rated by A. Director on 7 January 2014: One site had not reported.")


def test_a_rating_that_a_person_set_though_the_figure_is_late_says_that_there_is_none():
    rows = [observed(SEP, actual="84", target="75"), observed(DEC, target="75")]
    for rating, words in (("Amber", "The rating was set"), (None, "It was declared not rated")):
        told = said(*rows, overrides=(replace(SET, rating=rating),))
        assert told == f"No data for December 2013. {words} by A. Director on 7 January 2014: One site had not reported."


def test_an_earlier_rating_that_a_person_set_is_in_the_notes():
    rows = [observed(SEP, actual="84", target="75"), observed(DEC, actual="84", target="75")]
    assert noted(*rows, overrides=(replace(SET, period_end=SEP),)) == (
        "September 2013: the rating Amber was set by A. Director on 7 January 2014, where the rule gives Green. One site had not reported."
    )


def test_targets_that_step_are_named_with_the_periods_they_are_used_for():
    rows = [
        observed(MAR, actual="84", target="75"),
        observed(JUN, actual="84"),
        observed(SEP, actual="84"),
        observed(DEC, actual="8", target="80"),
    ]
    assert noted(*rows, of=indicator(target_between="step")) == (
        "Where no target was given, it is taken as it was before: 75% for June 2013 and September 2013."
    )


def test_targets_on_the_line_are_named_with_their_numbers():
    rows = [
        observed(MAR, actual="84", target="70"),
        observed(JUN, actual="84"),
        observed(SEP, actual="84"),
        observed(DEC, actual="8", target="80"),
    ]
    assert noted(*rows, of=indicator(target_between="interpolate")) == (
        "Where no target was given, it is taken on the line between the figures on both sides: 73% for June 2013; 77% for September 2013."
    )


def test_nothing_is_noted_of_a_rating_that_the_rule_alone_gave():
    assert noted(observed(SEP, actual="82", target="75"), observed(DEC, actual="84", target="75")) == ""


def yearly(*figures):
    ends = [LAST_DEC, MAR, JUN, SEP, DEC]
    return [observed(end, actual=figure, target="75") for end, figure in zip(ends, figures, strict=True)]


def test_a_clear_trend_is_said_with_its_slope_and_a_flat_one_as_no_clear_trend():
    rising = said(*yearly("70", "72", "74", "76", "78"), info=info(direction="trend"))
    assert rising.endswith("Over the five results since December 2012 the trend is improving, by 8.00 percentage points a year.")
    unclear = said(*yearly("70", "72", "69", "73", "70"), info=info(direction="trend"))
    assert unclear.endswith("Over the five results since December 2012 there is no clear trend.")


def test_too_few_results_for_a_trend_are_said():
    words = said(observed(SEP, actual="82", target="75"), observed(DEC, actual="84", target="75"), info=info(direction="trend"))
    assert words.endswith("A trend is told from at least 5 results, and there are 2 results.")


def test_the_statistic_of_a_trend_is_in_the_notes():
    words = noted(*yearly("70", "72", "74", "76", "78"), info=info(direction="trend"))
    assert words.startswith("Direction of travel: The figure rises by")
    assert "5 points from December 2012 to December 2013" in words


def test_a_year_ago_is_what_the_sentence_compares_with_where_that_is_the_method():
    words = said(*yearly("70", "72", "74", "76", "78"), info=info(direction="year-ago"))
    assert words == "78% in December 2013, above the 75% target and up from 70% in December 2012."


def test_no_direction_is_noted_that_the_sentence_says_itself():
    assert noted(*yearly("70", "72", "74", "76", "78")) == ""


def test_indicators_without_a_rating_are_named_each_with_its_reason():
    rows = [observed(DEC, actual="84"), observed(DEC, of="BB01", actual="awaited"), observed(DEC, of="CC01", actual="84", target="75")]
    of = [indicator("AA01"), indicator("BB01"), indicator("CC01")]
    assessed = assess(report(tuple(of), tuple(rows)))
    words = unrated_words(PHRASES, [(each, assessed.by_indicator[each.id].current) for each in of])
    assert words == "Not rated: Calls answered AA01 (no target); Calls answered BB01 (the figure is awaited)."
    assert unrated_words(PHRASES, [(of[2], assessed.by_indicator["CC01"].current)]) == ""
