"""Statements about an indicator in ways that officers put them, each true and, with one thing changed, wrong."""

from dataclasses import replace

import pytest

from papers.checks.checking import Referee
from papers.checks.facts import Facts
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

TWINS = [
    ("CS01", "At 84%, the result sits nine points clear of target.", "At 84%, the result sits eleven points clear of target."),
    ("CS01", "Around one call in six waits longer than 20 seconds.", "One call in three waits longer than 20 seconds."),
    ("CS01", "Comfortably over four fifths of calls were answered.", "Fewer than four in five calls were answered within 20 seconds."),
    ("CS02", "A year ago satisfaction was two points lower, at 92%.", "A year ago satisfaction was two points higher, at 92%."),
    ("CS02", "The 96% that we set ourselves was missed by two points.", "The 96% that we set ourselves was missed by three points."),
    ("CE01", "Not since September 2012 has the 55% target been met.", "Not since December 2012 has the 55% target been met."),
    (
        "CE01",
        "The five point rise takes us to within three points of target.",
        "The five point fall takes us to within three points of target.",
    ),
    ("SCS01", "Timeliness has slipped at each reading since March 2013.", "Timeliness has recovered a little since September."),
    (
        "SCS01",
        "In March 2013 Kent was 27.3 points ahead of its neighbours.",
        "In March 2013 Kent was 27.3 per cent ahead of its neighbours.",
    ),
    ("SCS02", "Agency workers now hold one in every five posts.", "The use of agency staff eased to 20.6%."),
    ("SCS04", "At 5.4% long plans are comfortably inside the 6% ceiling.", "At 5.4% long plans are above our aim of 6%."),
    ("SCS06", "At 10.5% we are a point and a half adrift of target.", "At 10.5% we are on the right side of the 9% target."),
    ("IYS01", "Entrants fell to 654, some 58 fewer than in September.", "Entrants fell to 645, some 58 fewer than in September."),
    ("ELS01", "Results have gone up every year since 2009.", "The target has been met in two of the five years shown."),
    ("ELS05", "Six points now separate Kent from the national picture.", "Eight points now separate Kent from the national picture."),
    ("ELS06", "Exactly twice the target, 4.8% were in a category.", "At 4.8%, the figure has come down from 3.9%."),
    ("ELS09", "NEETs are out of Red, at 5.5%.", "NEETs have lost their Green rating."),
    ("ELS10", "Starts were 390 short of the 2,950 planned.", "Starts were 290 short of the 2,950 planned."),
    ("ASC01", "The rating drops from Amber to Red.", "The rating drops from Green to Red."),
    ("ASC05", "Telecare has nearly doubled since December 2012.", "Telecare has grown by a half since December 2012."),
    (
        "HT02",
        "Repairs take a third of the time that they took in March 2011.",
        "Repairs take a fifth of the time that they took in March 2011.",
    ),
    ("HT03", "Satisfaction was higher in March 2012 alone, at 91%.", "Satisfaction stands at its highest level in the series shown."),
    ("WM01", "The year-end target of 80.2% has been passed.", "The rate has yet to reach the year-end target of 80.2%."),
    ("ED01", "Jobs came to 3,603, beyond the 2,350 expected.", "Jobs came to 3,603, short of the 2,350 expected."),
    (
        "ELS05",
        "Performance in December was ahead of the target (72%) but not of the national average.",
        "Performance in December was ahead of both the target (72%) and the national average.",
    ),
    (
        "SCS06",
        "Placement stability at 10.5% is better than the 11.0% last published for our statistical neighbours.",
        "Placement stability at 10.5% is worse than the 11.0% last published for our statistical neighbours.",
    ),
    (
        "IYS01",
        "The total for the year to March 2013 was 807, which compared unfavourably with the national average of 787.",
        "The total for the year to March 2013 was 807, which compared favourably with the national average of 787.",
    ),
    (
        "SCS05",
        "The 12.0% for 2012/13 was behind our statistical neighbours at 13.9%.",
        "The 12.0% for 2012/13 was ahead of our statistical neighbours at 13.9%.",
    ),
    ("ED01", "The 3,603 jobs are still short of the full year target.", "The 3,603 jobs already exceed the full year target."),
    (
        "HT02",
        "At 14 days this is slower than the 13 days achieved in 2012/13.",
        "At 14 days this is quicker than the 13 days achieved in 2012/13.",
    ),
    (
        "ASC02",
        "The share of new clients who need short term help alone stayed at 48%.",
        "The share of new clients who need short term help alone increased again this quarter, to 48%.",
    ),
]
UNKNOWN = [
    ("CS01", "Lunchtime performance is lower, at 76%."),
    ("CS02", "Satisfaction among callers under 25 was 88%."),
    ("CE01", "Residents in Thanet feel less informed, at 41%."),
    ("ELS01", "Girls did ten percentage points better than boys."),
    ("ELS08", "Fixed term exclusions fell by 300."),
    ("WM02", "Green waste fell by 9% because of the dry summer."),
    ("ED01", "A further 1,200 jobs are in the pipeline."),
]


@pytest.fixture(scope="module")
def kent():
    report = open_report(KENT)
    return Referee(report.dataset, report.assessed)


@pytest.mark.parametrize(("indicator", "sound", "wrong"), TWINS, ids=[each[2] for each in TWINS])
def test_a_true_sentence_stands_and_its_wrong_twin_is_found(kent, indicator, sound, wrong):
    block = f"indicator/{indicator}/commentary"
    assert kent.sentence(sound, block).verdict in ("true", "rounded", "unknown")
    assert kent.sentence(wrong, block).verdict == "false"


@pytest.mark.parametrize(("indicator", "sentence"), UNKNOWN, ids=[each[1] for each in UNKNOWN])
def test_what_is_told_of_a_part_or_of_another_thing_is_not_called_false(kent, indicator, sentence):
    assert kent.sentence(sentence, f"indicator/{indicator}/commentary").verdict != "false"


def test_a_target_that_the_report_fills_in_counts_like_one_that_is_written(kent):
    facts = kent.book.facts["CS01"]
    bare = [replace(each, values={name: value for name, value in each.values.items() if name != "target"}) for each in facts.observations]
    filled = Facts(facts.indicator, bare, facts.series, facts.assessment)
    assert filled.figure("target", bare[0]).number == facts.figure("target", facts.observations[0]).number == 75


@pytest.fixture(scope="module")
def fernshire():
    report = open_report(FERNSHIRE)
    return Referee(report.dataset, report.assessed)


def test_terms_of_a_school_year_are_periods(fernshire):
    block = "indicator/SC01/commentary"
    assert fernshire.sentence("Attendance was better in summer than in spring.", block).verdict == "true"
    assert fernshire.sentence("Attendance was better in spring than in summer.", block).verdict == "false"


def test_what_a_rate_is_told_for_may_stand_after_what_it_counts(fernshire):
    block = "indicator/AD05/commentary"
    told = "We admitted 13.1 older people to residential care for every {} who live in the county."
    assert fernshire.sentence(told.format("10,000"), block).verdict == "true"
    assert fernshire.sentence(told.format("1,000"), block).verdict == "false"
    assert fernshire.sentence("The rate is 13.1 and each 1,000 residents who move in change it by little.", block).verdict == "true"
