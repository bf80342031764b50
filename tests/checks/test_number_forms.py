"""Forms in which officers give numbers: totals so far, rates, parts, distances from what is named, lists; of both reports."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.checks.test_corpus import REPORTS


@pytest.fixture(scope="module")
def referees():
    reports = {name: open_report(path) for name, path in REPORTS.items()}
    return {name: Referee(report.dataset, report.assessed) for name, report in reports.items()}


FORMS = {
    "a total of the year so far": [
        ("kent", "OD10", "487 incidents were reported in the quarter, which brings the total for the year so far to {}.", "1,240", "1,340"),
        ("kent", "OD11", "Days lost rose again to 189, making a total of {} for the year to date.", "465", "565"),
        ("fernshire", "AD05", "The 112 people admitted this quarter take the total for the year so far to {}.", "233", "243"),
        (
            "fernshire",
            "WS02",
            "20,640 tonnes were collected, so that {} tonnes have been collected in total this year.",
            "41,515",
            "42,515",
        ),
    ],
    "a step of a running total": [
        ("kent", "HT01", "In the third quarter alone {} routine jobs were dealt with.", "16,200", "39,000"),
        ("kent", "ED01", "Between July and September {} jobs were created.", "1,289", "2,532"),
        ("kent", "HT02", "With 10,600 jobs so far, a further {} were dealt with in the third quarter.", "3,100", "2,100"),
    ],
    "so many in every thousand": [
        ("kent", "ELS08", "The rate means that 6 in every {} pupils have been excluded.", "10,000", "1,000"),
        ("fernshire", "SC03", "Around 2 in every {} pupils were excluded in the year to June.", "10,000", "1,000"),
    ],
    "a distance from a number": [
        ("kent", "HT02", "Potholes took 14 days to repair, {} days fewer than the 16 days of the June quarter.", "two", "three"),
        ("kent", "IYS01", "There were 654 entrants, {} fewer than the 807 of March 2013.", "153", "143"),
        ("fernshire", "WS04", "Emissions were 1,702 tonnes, {} tonnes below the 1,840 recorded a year earlier.", "138", "148"),
        ("fernshire", "RSA01", "We took 47,910 calls, {} more than the top of the range.", "1,910", "2,910"),
    ],
    "a distance from the measure of a period": [
        ("kent", "ASC05", "With 2,754 clients the service is {} above the target for the quarter.", "779", "554"),
        ("kent", "ASC03", "At 37% the result is {} points above the target for the period.", "8", "7"),
        ("fernshire", "AD04", "The target is 20 days, and at 22 days in March we were {} days away from it.", "two", "three"),
        ("kent", "ED01", "With 3,603 jobs created we have {} to go to reach the year end target of 4,050.", "447", "547"),
    ],
    "within so many points": [
        ("kent", "PH01", "In the June quarter our 28.3% was within {} points of the national average of 37.4%.", "10", "5"),
        ("kent", "ELS01", "Our 63% is within {} percentage points of the national average.", "5", "3"),
    ],
    "a part of another indicator": [
        ("kent", "WMA02", "{} of all municipal waste goes through the recycling centres.", "Just over a fifth", "Two fifths"),
        ("kent", "ELSA02", "There were 17,105 pupils in Reception, {} more than in Year 7.", "1,482", "2,482"),
    ],
    "a change that is said again": [
        ("kent", "HTA01", "Contacts went up from 43,872 to 60,511, which is an increase of {}%.", "38", "28"),
        ("fernshire", "CHA01", "The number increased by 7, from 668 to 675, which is a rise of {}%.", "1", "10"),
        ("fernshire", "RS01", "Answering improved from 77.3% in December to 85.2% in September, a gain of {} points.", "7.9", "8.9"),
    ],
    "a list of months": [
        (
            "fernshire",
            "RS01",
            "Over the summer July, August and September came in at 84.1%, {}% and 85.2% as new advisers settled in.",
            "84.6",
            "85.6",
        ),
        ("kent", "CS01", "In June, September and December the figures were 83%, {}% and 84%.", "82", "87"),
    ],
    "parts of a point": [
        ("fernshire", "WS01", "The rate is {} of a percentage point above target.", "four tenths", "seven tenths"),
        ("fernshire", "RS03", "94.8% of invoices were paid in time, {} of a percentage point short of target.", "a fifth", "a half"),
    ],
    "the side of our neighbours": [
        ("kent", "SCS01", "Our statistical neighbours were at 66.2% in March 2013, {} percentage points behind us.", "27.3", "21.3"),
        ("fernshire", "WS01", "Counties like ours stood at 51.2% in June, {} percentage points behind us.", "1.4", "2.4"),
    ],
}
OTHER = [
    ("kent", "CS02", "Satisfaction with parking in the county stands at 61%."),
    ("kent", "OD03", "Turnover was 16.5%, down from 17.7%, and nearer 11% once casual contracts are left out."),
    ("kent", "SCSA02", "The 1,282 children with a plan include 31 with a disability."),
    ("kent", "ED01", "With 3,603 jobs so far, a further 447 are needed in the final quarter to reach the 4,050 target."),
    ("kent", "ASC05", "There are now 2,754 clients with telecare, and another 2,100 connections are planned."),
    ("fernshire", "SC03", "The rate had been 0.03% in September last year, above the target, and has met it in each quarter since."),
    ("fernshire", "WS03", "£388,400 was won for energy saving, and bids for a further £410,000 are waiting for a decision."),
    ("kent", "CSA02", "We received 533 complaints in the quarter against 1,017 compliments."),
    ("kent", "ASC02", "48% of new clients needed short term help alone; 3 of the 12 teams reached 60%."),
    ("fernshire", "RS02", "Less than 2% of what was due in the quarter is outstanding (1.9%)."),
    ("fernshire", "RS03", "After one quarter at Green the indicator is Amber again."),
]
CASES = [(name, *each) for name, cases in FORMS.items() for each in cases]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[3])
def test_a_form_is_held(referees, case):
    form, report, indicator, sentence, right, wrong = case
    found = [referees[report].sentence(sentence.format(each), f"indicator/{indicator}/commentary") for each in (right, wrong)]
    assert [each.verdict == "false" for each in found] == [False, True], form


@pytest.mark.parametrize(("report", "indicator", "sentence"), OTHER)
def test_what_the_data_has_not_is_left_alone(referees, report, indicator, sentence):
    assert referees[report].sentence(sentence, f"indicator/{indicator}/commentary").verdict != "false"
