"""What words say of several results: lists from a first figure, orders of steps, second periods and measures, ranges, what goes on or is forecast."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

TRUE = [
    ("kent", "ASC02", "48% for a second quarter and level with target, which means another Green, but the bar rises to 50% in March."),
    (
        "fernshire",
        "CH01",
        "9.4% of plans were a second or later plan, 2.6 percentage points below the target of 12% and no longer close enough to it for a Green.",
    ),
    (
        "fernshire",
        "HW03",
        "Nearly four in five (78%) of those who contacted us about roads were happy with the answer, the best of the five quarters shown.",
    ),
    ("fernshire", "WS04", "New boilers at the two largest offices are due to be fitted before the heating season."),
    (
        "kent",
        "ASC01",
        "The target was beaten in the first four quarters shown and missed in the last two, the gap growing from four to 13 percentage points.",
    ),
    (
        "kent",
        "CE01",
        "More residents feel informed than in September (52% against 47%), though not as many as in September 2012, when the 55% target was met.",
    ),
    ("kent", "SCS03", "The share of repeat plans moved from just above the 10% target to below it between June and November."),
    (
        "kent",
        "SCS06",
        "The proportion moved three times or more came down in November after two rises, but remains over target, as it has been at every count since March 2012.",
    ),
    (
        "kent",
        "ELS01",
        "Kent has stayed ahead of the national average in four of the five years, and level with it in 2011, but 2010 was the only year in which the target was met.",
    ),
    (
        "kent",
        "HT03",
        "Satisfaction of callers was 85%, higher than at any time since March 2012, and has been over target for three quarters running.",
    ),
    ("fernshire", "RS03", "Payment on time slipped below target again, after reaching it for the first time in June."),
    ("fernshire", "RSS02", "Days lost have come down twice since their peak of 8.6 in March, though they are still above a year ago."),
    ("kent", "CS01", "Answering has risen in each quarter, from 82% in September to 84% in December."),
    ("kent", "WM01", "Recycling has improved at each reading, from 71.0% in March 2011 to 79.2% in March 2013."),
    ("kent", "SCS02", "The percentage of posts filled by agency staff has grown at every count this year, to 20.6%."),
    ("kent", "IYS01", "Entrants fell to 654, and Kent is doing better than many other counties."),
    ("kent", "ELS03", "The gap widened to 34.5, though some districts did better than the county as a whole."),
    ("fernshire", "WS02", "Tonnage was 810 down on the same three months of 2024."),
    ("kent", "ENV01", "Mileage was 224 thousand lower than in the same three months of 2012."),
    ("kent", "ASC03", "Resolution at the first point of contact rose to 37%."),
    ("kent", "ELS09", "NEETs, which were Red in September, are now Amber."),
    ("kent", "ASC01", "An indicator that was Amber in September is now Red."),
    ("kent", "CS01", "A result of 84% takes us well past our target of 75%."),
    ("kent", "HT03", "The 85% of callers who were satisfied betters the 75% target."),
    ("kent", "SCS05", "At 15.3% we are better than the last figure for our statistical neighbours (13.9%)."),
    ("fernshire", "CHA01", "The count has been over the top of the expected range for two quarters running."),
    ("fernshire", "AD01", "Occupancy of 90.8% is back inside the range after two quarters in which it was above."),
    ("kent", "ASCA01", "Nursing care came to 82,600 weeks and is forecast to fall slightly by March."),
    ("kent", "ASCA03", "Residential weeks were 40,600 and are forecast to increase by March."),
    ("fernshire", "RS01", "At 85.2% this is the fourth consecutive monthly increase."),
    ("fernshire", "WS01", "Recycling rose to 53.4%, the second increase in successive quarters."),
    ("fernshire", "WS02", "The tonnage has fallen three quarters in a row."),
    ("kent", "CS01", "At 84%, answering is up on September and also on the same quarter last year."),
    ("fernshire", "HWA01", "Defects were down on Quarter 1 but up on the same quarter last year."),
    ("kent", "ELS01", "Results have now overtaken 2012."),
    ("kent", "CS01", "At 84% we have now exceeded September's level."),
    ("kent", "OD01", "Staff numbers stood at 8,171, continuing the fall seen since March 2011."),
    ("kent", "ELS07", "94% of statements were on time, continuing the improvement since March 2012."),
    ("kent", "ASC05", "Telecare continued to grow, reaching 2,754 clients."),
    ("fernshire", "WS03", "Grants were a quarter as much again as in June."),
    (
        "kent",
        "CS01",
        "Calls answered on time are ahead of target for the fifth quarter running following the recruitment of temporary advisers.",
    ),
    ("kent", "SCS02", "Agency staff grew to 20.6%, and permanent workers went up to 76.2%."),
    ("fernshire", "HW03", "Satisfaction rose to 78%, while contacts fell to 5,480."),
    (
        "fernshire",
        "SC01",
        "Attendance recovered by half a point to 93.4% in the summer term, yet in none of the three terms shown did it reach the 94% target.",
    ),
    (
        "fernshire",
        "HWA01",
        "2,240 defects were reported, 635 down on the quarter before and well within the limit of 3,000, which was only exceeded in the quarter to March (3,980).",
    ),
    (
        "fernshire",
        "HW03",
        "Contacts fell by 560 over the quarter to 5,480 while satisfaction with the answer went up to 78%, its highest of the last five quarters.",
    ),
    ("kent", "PH01", "Invites rose to 121%, the highest of the six quarters, while completions fell."),
    ("fernshire", "RS01", "Calls answered within 20 seconds have been above the 82% target in every month of the financial year so far."),
    ("kent", "PH01", "Invites went up to 121% in the quarter, yet completions dropped to 30.4% against a target of 50%."),
    (
        "fernshire",
        "SC03",
        "Permanent exclusions are below 0.01% for the second time in 2025 (March was the other), against a target of 0.02%.",
    ),
    (
        "fernshire",
        "HW03",
        "Nearly four in five of the 5,480 residents’ contacts ended with a satisfied customer, which is ahead of the target of 75%.",
    ),
    (
        "fernshire",
        "CH02",
        "Just under one in ten children in care had three or more placements in the 12 months to the end of September 2025, and the rating stays at Amber, as it was in each of the four quarters before.",
    ),
    ("fernshire", "WS03", "In the first half of 2025/26 just under £0.7m of grants were won, against targets that add up to £650k."),
]

WRONG = [
    (
        "fernshire",
        "AD02",
        "88% of people said that they would recommend their support, which narrowly misses the target in the first quarter of reporting.",
    ),
    ("fernshire", "HW03", "78% of those who contacted us about roads were happy with the answer, the lowest of the five quarters shown."),
    ("kent", "HT03", "85% of callers were satisfied, our best result to date."),
    ("kent", "ELS07", "Performance has risen at every reading, from 88% in March 2011 to 94% in December."),
    ("kent", "SCS04", "The share has come down at every count, from 4.8% in June to 5.4% in November."),
    ("kent", "SCS06", "Placement moves have fallen at each count this year."),
    ("kent", "CS01", "At 84% performance was worse than in September."),
    ("kent", "HT02", "Repairs were slower than in September at 14 days."),
    ("kent", "ASC03", "For the first time since March the target was missed, at 37%."),
    ("kent", "ELS09", "NEETs, which were Amber in September, are now Red."),
    ("fernshire", "RS03", "An indicator which was Amber in June is now Green."),
    ("kent", "ASC04", "A result of 76% takes us past the target for the quarter."),
    ("kent", "CE01", "The 52% who feel informed betters the 55% target."),
    ("kent", "SCS04", "At 5.4% we are better than the last figure for our statistical neighbours (4.8%)."),
    ("fernshire", "CHA01", "The count has been over the top of the range for the last three quarters."),
    ("fernshire", "AD01", "Occupancy came back into the range, after being over it in all the three quarters before."),
    ("kent", "ASCA01", "Nursing care came to 82,600 weeks and is forecast to rise slightly by March."),
    ("kent", "ASCA03", "Residential weeks were 40,600, with a forecast of a small fall by March."),
    ("fernshire", "RS01", "At 85.2% this is the fifth consecutive monthly increase."),
    ("fernshire", "WS02", "The tonnage has fallen four quarters in a row."),
    ("kent", "SCS02", "At 76.2% the share is up on September and on a year ago."),
    ("fernshire", "HWA01", "Defects were down on both Quarter 1 and the same quarter last year."),
    ("kent", "HT03", "Satisfaction has now surpassed March 2012."),
    ("kent", "OD01", "Staff numbers stood at 8,171, continuing the rise seen since March."),
    ("kent", "ELS07", "94% of statements were on time, continuing the downward trend of the last year."),
    ("kent", "ELS05", "The share continued to fall, to 74%."),
    ("kent", "ELS06", "4.8% is half as much again as the target of 2.4%."),
    (
        "kent",
        "CS01",
        "Calls answered on time are below target for the second quarter running owing to a failure of the telephone exchange.",
    ),
    ("fernshire", "WS03", "The launch of a leaflet meant that grants halved on the previous quarter."),
    ("kent", "SCS02", "Agency staff grew to 20.6%, but permanent workers went down to 76.2%."),
    ("fernshire", "HW03", "Satisfaction rose to 78%, while contacts rose to 5,480."),
    (
        "fernshire",
        "SC01",
        "Attendance recovered by half a point to 93.4% in the summer term, and in two of the three terms shown it reached the 94% target.",
    ),
    ("fernshire", "HW03", "Contacts fell by 560 over the quarter to 5,480 while satisfaction with the answer went down to 78%."),
    (
        "fernshire",
        "HW03",
        "Contacts fell by 560 over the quarter to 5,480 while satisfaction with the answer went up to 78%, its lowest of the last five quarters.",
    ),
    ("kent", "PH01", "Invites rose to 121%, the lowest of the six quarters, while completions fell."),
    (
        "kent",
        "SCS06",
        "Placement stability continued to deteriorate, with 10.5% of children in care in their third or later placement of the year against 11.3% in September.",
    ),
    (
        "fernshire",
        "HW03",
        "Nearly nine in ten of the 5,480 residents’ contacts ended with a satisfied customer, which is ahead of the target of 75%.",
    ),
]


@pytest.fixture(scope="module")
def referees():
    reports = {"kent": open_report(KENT), "fernshire": open_report(FERNSHIRE)}
    return {name: Referee(each.dataset, each.assessed) for name, each in reports.items()}


@pytest.mark.parametrize(("report", "indicator", "sentence"), TRUE)
def test_what_is_right_is_not_called_false(referees, report, indicator, sentence):
    assert referees[report].sentence(sentence, f"indicator/{indicator}/commentary").verdict != "false"


@pytest.mark.parametrize(("report", "indicator", "sentence"), WRONG)
def test_what_is_wrong_is_found(referees, report, indicator, sentence):
    assert referees[report].sentence(sentence, f"indicator/{indicator}/commentary").verdict == "false"
