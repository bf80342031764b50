"""Numbers of an indicator's commentary held against all that the data could give for them."""

import re

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from papers.wording import with_unit
from tests.checks.test_corpus import REPORTS


@pytest.fixture(scope="module")
def referees():
    reports = {name: open_report(path) for name, path in REPORTS.items()}
    return {name: Referee(report.dataset, report.assessed) for name, report in reports.items()}


TRUE = {
    "CS01": (
        "Call answering stood at 84%, up by two percentage points on September.",
        "From 49% in September 2012 performance has climbed to 84%, nine points clear of the target.",
        "About five calls in six were answered in time.",
        "In March 2013 the team answered 76% of calls, a point over its target of 75%.",
        "We hope to answer 95% of calls once the new system is in.",
        "Callers waited longer at the weekend, when 12 advisers were off sick.",
        "84% of calls were answered within 20 seconds and 97% within two minutes.",
        "Between 23 and 28 December performance fell to 58%, but 84% for the quarter is still well above 75%.",
        "Abandoned calls fell from 6% to 4%, while 84% were answered within 20 seconds.",
        "With 25% more calls over the storms than a year ago, the 84% is a good result.",
        "Within a year and a quarter the share has gone up by 35 percentage points, from 49% to 84%.",
    ),
    "CS03": ("The survey got 2,300 answers, 400 more than last time, and 54% were satisfied.",),
    "ASC01": (
        "The number of clients is down by about 200 in the quarter, to 12,185.",
        "71% have a personal budget, 2 points down on September; 8,650 clients in all, some 400 fewer.",
    ),
    "ASC05": ("The March target of 2,200 was passed back in September, with 2,276.",),
    "ASCA01": ("The forecast of 80,700 weeks is 1,900 below the 82,600 of the last twelve months.",),
    "ELS03": ("Only 33% of FSM pupils achieved five good GCSEs, against 67.5% of the others, a gap of 34.5.",),
    "HT01": ("Demand was down by a third on 2011/12, when 61,200 jobs were completed in the year.",),
    "SCS03": ("Of children with a new plan in the year to November 8.2% had been subject to one before.",),
    "IYS01": (
        "First time entrants have more than halved since March 2011.",
        "There were 654 entrants, 58 (8%) fewer than in the 12 months to September.",
        "At 654 the number of entrants is 126 below the target of 780.",
        "654 entrants are 126 fewer than the 780 allowed, and 116 fewer than March's 770.",
    ),
    "ELS08": ("The number excluded has gone from 248 to 123, which is about half.",),
    "HT02": (
        "Crews dealt with 10,600 jobs since April, 3,100 of them in the third quarter.",
        "Potholes were filled in 14 days on average, half of the 28 days that the target allows.",
        "Filling potholes takes 14 days, and each crew does about 12 repairs a day.",
        "The average of 14 days hides a spread from 3 days in Dover to 21 days in Swale.",
        "It took 14 days to mend a pothole, one fewer than in September, though after the December storms it was 19.",
    ),
    "ELS05": ("The gap to the national average narrowed from 7 to 6 points between August and December.",),
    "ASCA03": ("Some 40,600 weeks were provided in the year to December and this is forecast to increase to 41,300.",),
    "ENV01": ("Staff drove 2,912 thousand miles in the quarter to September.",),
    "ED01": (
        "In the third quarter 1,071 jobs were created, 218 fewer than in the second.",
        "With 3,603 jobs created we need 447 more in the last quarter.",
        "The target for the full year is 4,050, so a further 447 jobs are needed by the end of March.",
    ),
    "ELS10": ("There were 2,560 starts, or 87% of the 2,950 that we wanted.",),
    "OD11": ("The quarter saw 189 days lost, which makes 465 days since April.",),
}
FALSE = {
    "HTA03": ("Work in progress was 7,771, some 900 more than in December 2012.",),
    "CS01": (
        "84% of calls were answered within 20 seconds, and 79% in September.",
        "From 49% in September 2012 performance fell to 84%, up from 72% in September.",
        "Call answering stood at 48%, up by two percentage points on September.",
        "We answered 84% of calls within 30 seconds.",
        "From 49% in September 2012 performance has climbed to 84%, seven points clear of the target.",
        "Only two calls in three were answered in time.",
        "In March 2013 the team answered 83% of calls.",
        "In March 2013 the team answered 76% of calls, a point over its target of 80%.",
        "Performance went from 84% to 82% between September and December.",
    ),
    "IYS01": (
        "654 entrants are 126 fewer than the 780 allowed, and 96 fewer than March's 770.",
        "First time entrants have trebled since March 2011.",
        "There were 645 entrants in the 12 months to December.",
        "There were 654 entrants, 58 (18%) fewer than in the 12 months to September.",
        "At 654 the number of entrants is 162 below the target of 780.",
    ),
    "ELS08": ("The number excluded has gone from 123 to 248.",),
    "HT02": (
        "In the third quarter alone crews dealt with 10,600 jobs.",
        "Crews filled potholes in 14 days on average, with 7,500 jobs raised since April.",
        "Potholes were filled in 14 weeks on average.",
    ),
    "ELS05": ("The gap to the national average grew from 6 to 7 points between August and December.",),
    "ASCA03": ("Some 40,600 weeks were provided in the year to December and this is forecast to reduce to 41,300.",),
    "ENV01": ("Staff drove 2,912 miles in the quarter to September.",),
    "ED01": ("In the third quarter 1,289 jobs were created.", "Between October and December 3,603 jobs were created."),
    "HT01": ("Of the 39,000 jobs since April, 13,900 were raised between October and December.",),
    "ELSA04": ("Unemployment was 4.6% in November 2013, less than half of the 7.5% of March 2012.",),
    "ASC03": ("We resolved 37% of contacts, 9 percentage points up on September and 10 above target.",),
    "ASC05": ("At 2,745 telecare users we are ahead of the milestone.",),
    "ELSA01": ("The January 2013 census counted 15,263 Year 7 pupils in our schools.",),
    "WM01": ("Diversion was 82.6% in the three months to December.",),
}


def cases(sentences):
    return [(indicator, sentence) for indicator, told in sentences.items() for sentence in told]


@pytest.mark.parametrize(("indicator", "sentence"), cases(TRUE))
def test_a_number_with_a_ground_is_not_called_false(referees, indicator, sentence):
    checked = referees["kent"].sentence(sentence, f"indicator/{indicator}/commentary")
    assert [each for each in checked.findings if each.verdict == "false"] == []


@pytest.mark.parametrize(("indicator", "sentence"), cases(FALSE))
def test_a_number_without_a_ground_is_called_false(referees, indicator, sentence):
    assert referees["kent"].sentence(sentence, f"indicator/{indicator}/commentary").verdict == "false"


@pytest.mark.parametrize("report", sorted(REPORTS))
def test_every_figure_of_a_report_said_with_its_period_is_right(referees, report):
    wrong = [
        (indicator, sentence)
        for indicator, sentence, _ in said(referees[report])
        if referees[report].sentence(sentence, f"indicator/{indicator}/commentary").verdict == "false"
    ]
    assert wrong == []


@pytest.mark.parametrize("report", sorted(REPORTS))
def test_nearly_every_figure_with_another_digit_is_wrong(referees, report):
    told = [
        referees[report].sentence(slip, f"indicator/{indicator}/commentary").verdict == "false"
        for indicator, _, slip in said(referees[report])
    ]
    assert sum(told) >= 0.95 * len(told)


def said(referee):
    """Each result of a key performance indicator in a plain sentence, and that sentence with another digit."""
    for indicator, facts in referee.book.facts.items():
        if facts.indicator.kind != "kpi" or facts.indicator.frequency == "termly":
            continue
        for figure in facts.all(["actual"]):
            if figure.observation.period.end > referee.dataset.info.period_end or figure.qualifier:
                continue
            number = with_unit(figure.number, figure.unit)
            sentence = f"The result for {figure.observation.period.spoken} was {{}}."
            yield indicator, sentence.format(number), sentence.format(another(number))


def another(number):
    """The number with its first digit another one."""
    return re.sub(r"\d", lambda found: str((int(found[0]) + 4) % 9 + 1), number, count=1)
