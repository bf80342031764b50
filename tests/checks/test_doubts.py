"""True sentences that are easily taken for wrong: each has one thing that a hasty reader holds against the wrong figure."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.checks.test_corpus import REPORTS

TRUE = [
    ("kent", "indicator/CS01/commentary", "September's 82% was a point down on June's 83%, but December more than made this good."),
    ("kent", "indicator/CS02/commentary", "Callers to the libraries line scored it 97%, against 94% for all of Contact Point."),
    (
        "kent",
        "indicator/CE01/commentary",
        "This reduction in 2012, of nine points between September and December, has now been made up by more than half.",
    ),
    ("kent", "indicator/SCS01/commentary", "Timeliness was 2.8 points lower in September than in June, and 1.9 lower again in November."),
    ("kent", "indicator/ELS04/commentary", "The gap, which had narrowed every year from 2009 to 2012, opened up by two points to 25%."),
    ("kent", "indicator/ASC05/commentary", "The plan was for 1,975 clients by December; we have 779 more than that."),
    ("kent", "indicator/WM01/commentary", "The amount sent to landfill fell to 17.4% of all municipal waste, from 18.8% in September."),
    ("kent", "indicator/ELS06/commentary", "A steady rate of 3.9% in both summers has given way to 4.8%."),
    ("kent", "indicator/WM02/commentary", "The rate edged up a tenth, undoing the slip of a tenth in the summer."),
    ("kent", "summary/lead", "The proportion of Greens has gone from 57% to 54%."),
    ("kent", "summary/lead", "Of the 35 indicators 30 are at least Amber."),
    ("kent", "summary/lead", "Green indicators outnumber Red ones by nearly four to one."),
    ("kent", "summary/lead", "Two thirds of the indicators that moved at all got better."),
    ("fernshire", "indicator/AD01/commentary", "On an average day 109 of the 120 beds were taken, or 90.8%, five more empty than in June."),
    (
        "fernshire",
        "indicator/HW01/commentary",
        "The contractor finished 92% in time, up six points, after a spring in which it managed only 84%.",
    ),
    ("fernshire", "section/libraries/commentary", "Ynys Ŵyl had 14 thousand visits, up by two thousand, and ten thousand online."),
    (
        "kent",
        "indicator/CS01/commentary",
        "84% of calls were answered in 20 seconds, and with sickness falling we have filled every shift.",
    ),
    (
        "kent",
        "indicator/CS03/commentary",
        "User satisfaction has not recovered from the fall in September and at 54% is two points lower than a year ago.",
    ),
    (
        "kent",
        "indicator/IYS01/commentary",
        "Triage, which began in Thanet and has grown to all twelve districts, helped bring entrants down to 654.",
    ),
    ("kent", "indicator/SCS01/commentary", "83.3% of assessments were done in 10 days as caseloads rose in Swale and Thanet."),
    ("kent", "indicator/SCS04/commentary", "5.4% keeps us inside the target of 6% that was missed by two points in March 2013."),
    (
        "kent",
        "indicator/ENV01/commentary",
        "Mileage of 2,912 thousand miles is under the target of 3,130; Highways alone went over its own target.",
    ),
    ("kent", "indicator/HT03/commentary", "Rated Green at 85%; only in March 2013, at 73%, did we slip out of Green."),
    (
        "kent",
        "indicator/ASC03/commentary",
        "37% were resolved at first contact, nine points up on September; contacts themselves rose by a tenth.",
    ),
    (
        "kent",
        "indicator/OD09/commentary",
        "Total cases fell by 13 to 128, with disciplinaries steady at 35 and harassment cases down from four to two.",
    ),
    (
        "fernshire",
        "indicator/WSA01/commentary",
        "Clearances were down by 71 on the quarter before, when 367 were cleared, which has taken the count from within the expected range to below it.",
    ),
    (
        "fernshire",
        "indicator/RSA01/commentary",
        "Calls were up by 2,530 on the quarter to June, which at 45,380 had still been within the expected range.",
    ),
    ("fernshire", "indicator/AD01/commentary", "90.8% of beds were in use; the ward in Ashford alone was over its range."),
    (
        "fernshire",
        "indicator/HW01/commentary",
        "Repairs on time rose to 92%; complaints about road works, by contrast, went up by a fifth.",
    ),
    (
        "fernshire",
        "indicator/RSS01/commentary",
        "3,169.3 FTE were employed, 45.2 fewer than a year before, with social care the only service that grew.",
    ),
    (
        "fernshire",
        "indicator/SC02/commentary",
        "The fall to 59% wipes out the improvement made in 2024, and the indicator moves from Amber to Red.",
    ),
    ("kent", "indicator/ED01/commentary", "More than 85% of the year's target has been met already, with 3,603 jobs created."),
]
WRONG = [
    ("kent", "indicator/CS01/commentary", "The number of visits to partner sites doubled, and calls answered in 20 seconds fell to 84%."),
    ("kent", "indicator/ELS05/commentary", "Schools judged good or outstanding slipped back to 74% from 71% in August."),
    ("fernshire", "indicator/CH02/commentary", "At 9.7% we have met the target of 9%."),
    ("kent", "indicator/IYS01/commentary", "After the increase over the summer entrants rose again to 654."),
    ("fernshire", "indicator/AD01/commentary", "Bed use stands at 90.8%, which is still above the expected range."),
    ("kent", "indicator/HT02/commentary", "Although jobs rose, the 28 day target was missed by our gangs, who took 14 days."),
]


@pytest.fixture(scope="module")
def referees():
    reports = {name: open_report(path) for name, path in REPORTS.items()}
    return {name: Referee(report.dataset, report.assessed) for name, report in reports.items()}


@pytest.mark.parametrize(("report", "block", "sentence"), TRUE, ids=[each[2] for each in TRUE])
def test_a_true_sentence_with_something_odd_in_it_is_not_called_false(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict != "false"


@pytest.mark.parametrize(("report", "block", "sentence"), WRONG, ids=[each[2] for each in WRONG])
def test_a_wrong_statement_is_found_beside_what_the_data_does_not_tell(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict == "false"
