"""Numbers of something else in an indicator's commentary: other subjects, other bases, hopes, parts of changes; and the same forms told of it."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.checks.test_corpus import REPORTS


@pytest.fixture(scope="module")
def referees():
    reports = {name: open_report(path) for name, path in REPORTS.items()}
    return {name: Referee(report.dataset, report.assessed) for name, report in reports.items()}


TRUE = [
    ("kent", "SCS02", "Achieving the target of 90% continues to be challenging."),
    ("kent", "SCS02", "A Green rating will only be achieved once the 90% target is achieved or exceeded."),
    ("kent", "SCS05", "There were 93 adoptions, compared with 69 a year before, and at 15.3% the target of 13% continues to be exceeded."),
    ("kent", "ELS01", "The number of schools below the national floor standard of 40% has reduced."),
    ("kent", "ELS07", "Single month figures show even more improvement, with 100% of statements issued on time in December."),
    ("kent", "ELS08", "The number of permanent exclusions has reduced since the academic year 2011/12 when there were 210."),
    ("kent", "ASC01", "Kent was ahead of the national average, which was only at 56%."),
    ("kent", "ASC02", "The target has been amended to 50% for this year end and the result was 48%."),
    ("kent", "ASC05", "An extra 130 people are now receiving telecare every month under the new model."),
    ("fernshire", "WS03", "Grants of £388,400 were won, more than the target, which was raised from £300,000 in July."),
    ("fernshire", "HW01", "The result is up from 86% in the last quarter and the first time in a year that the 90% target has been met."),
    ("fernshire", "WS03", "Grants came to £388.4k, a little more than the £380k we had hoped for."),
    ("fernshire", "HW01", "Repairs on time came to 92%, not far from the 91% expected."),
    ("fernshire", "HW01", "The contract price rose by 4.2%, but 92% of repairs were on time."),
    ("kent", "HT02", "Potholes took 14 days on average; material prices have risen by 6% since the summer."),
    ("fernshire", "WSA01", "Small tips fell by 60 and tips on farmland by 11, so that 296 were cleared."),
    ("fernshire", "RSA01", "Calls about council tax rose by 1,400 and those about bins by 900, within a total of 47,910."),
    ("kent", "ASC05", "Telecare clients rose to 2,754 after the team doubled its visits to sheltered homes."),
    ("fernshire", "RS02", "98.1% of the tax due was collected, with two thirds of the debt now under an arrangement."),
    ("kent", "ELS08", "Two years ago we were 0.02 points above target and now we are level with it at 0.06%."),
    ("kent", "IYS01", "654 entrants is well inside the 780 target, and a tougher target of 640 is being considered."),
    ("fernshire", "WSA01", "296 were cleared; landowners cleared some 45 more at their own cost."),
    ("fernshire", "AD01", "Roughly nine in ten reablement beds were occupied over the summer quarter."),
    ("fernshire", "RS04", "Complaints fell by 22 on the quarter, but only 74% were answered in time, down from 77%."),
    ("fernshire", "CHA01", "The number in care rose by 7 to 675; the number placed with agencies fell by 4, from 153 to 149."),
    ("fernshire", "WS02", "Residual waste was 20,640 tonnes, equal to 96 kg per home, 4 kg less than a year ago."),
    ("kent", "OD10", "487 incidents were reported, 113 more than in the quarter before, and slips made up 40 of the rise."),
    ("kent", "CE01", "52% of residents feel informed; a national survey shows that 65% feel informed by their council."),
    ("kent", "CS01", "At the weekend 71% of calls were answered in time, during the week 86%, and 84% in all."),
    ("kent", "HT01", "93% of repairs were on time; for street lights the figure was 91%."),
    ("kent", "ASC04", "76% were satisfied at the first review, 82% at the second."),
    ("fernshire", "RS03", "94.8% of invoices were paid on time: 96.1% of those with an order and 82.4% of those without."),
    ("fernshire", "RS01", "The target has been met in every month since January, even after it went up from 80% to 82% in April."),
    ("kent", "HT02", "From April to December 10,600 potholes were filled, and nine in ten of them within the 28 days."),
    ("kent", "ENV01", "2,912 thousand miles were claimed by 6,400 staff, an average of 455 each."),
    ("fernshire", "RS01", "At 85.2% answering was 3.2 points above target, although calls were up by 5.6% on the quarter before."),
    ("fernshire", "RS02", "Collection is 0.6 points above target, and direct debits have gone up by three points to 74%."),
    ("fernshire", "RSS02", "Sickness fell by 0.2 days to 8.2, and the number away for over four weeks fell by 14."),
    ("fernshire", "WS03", "At £388.4k grants are £38.4k over target, and the average grant fell by £300."),
    ("fernshire", "CH01", "9.4% were repeat plans; the range that officers think safe runs from 8% to 14%."),
    ("kent", "ELS02", "74% reached level 4 in all three, level with target; in grammar it was 71%, three below England."),
    ("fernshire", "WS04", "Gas made up 1,100 of the 1,702 tonnes, 60 fewer than in June."),
    ("fernshire", "RSA01", "The web form took 6,300 reports, three times as many as in June, yet calls rose to 47,910."),
    ("fernshire", "RSA01", "Calls doubled in the week of the bin changes, and at 47,910 the quarter was our busiest."),
    ("kent", "CSA02", "Complaints are down 8%, from 579 to 533; those about schools doubled to 144."),
    ("kent", "ELS09", "At 5.5% we are half a point above target; Thanet’s 8.1% is two points down on a year ago."),
    ("kent", "ED01", "3,603 jobs is 89% of the year’s target of 4,050, and 12% more than firms had promised by now."),
    ("kent", "HTA01", "Some 9,000 more contacts than usual came in the week of the storm."),
]
FALSE = [
    ("kent", "SCS02", "We achieved the target of 90% in December."),
    ("kent", "SCS05", "At 14.3% the target of 13% continues to be exceeded."),
    ("fernshire", "WS04", "Emissions from our buildings were 1,702 tonnes, 18 tonnes under the target for the quarter."),
    ("fernshire", "HW02", "We fixed 3,605 potholes between July and September, 525 more than in the quarter before."),
    ("kent", "WM01", "Diversion from landfill reached 82.6% in the 12 months to December, 1.7 percentage points over target."),
    ("fernshire", "WSA01", "The number of tips cleared fell by 60 in the quarter, to 296."),
    ("fernshire", "HW03", "Nearly nine in ten of the 5,480 residents’ contacts ended with a satisfied customer."),
    ("kent", "IYS01", "The rolling total is now 58 lower than it was in June."),
    ("kent", "WM01", "With 82.6% of municipal waste recycled or turned into energy, just 18.4% went to landfill."),
    (
        "fernshire",
        "HWA01",
        "In the first half of the financial year 5,515 defects were reported, of which 2,240 came in the second quarter.",
    ),
    ("fernshire", "WS03", "The amount won was the highest of the five quarters, and double the £292.5k won in the quarter to December."),
    ("kent", "ED01", "2,532 jobs by September was not quite double the profile of 1,250."),
]


@pytest.mark.parametrize(("report", "indicator", "sentence"), TRUE)
def test_a_number_of_something_else_is_not_called_false(referees, report, indicator, sentence):
    checked = referees[report].sentence(sentence, f"indicator/{indicator}/commentary")
    assert [each for each in checked.findings if each.verdict == "false"] == []


@pytest.mark.parametrize(("report", "indicator", "sentence"), FALSE)
def test_a_wrong_number_of_the_indicator_is(referees, report, indicator, sentence):
    assert referees[report].sentence(sentence, f"indicator/{indicator}/commentary").verdict == "false"
