"""Sentences about rows of tables and a section's indicators: what stands, and what is called wrong."""

from __future__ import annotations

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

CALLS = "section/customer-services/commentary"
SUPPORT = "section/kent-support-and-assistance-service/commentary"
CARE = "section/adult-care/commentary"
SURVEY = "section/adult-social-care/commentary"
ROADS = "section/highways-and-transportation/commentary"
CHILDREN = "section/childrens-services/commentary"
LIBRARIES = "section/libraries/commentary"
MONEY = "section/resources/commentary"
STAFF = "section/organisational-development/commentary"

PAIRS = (
    (
        KENT,
        CALLS,
        "Highways and Transportation had the most complaints, 162, followed by Adult Social Care with 106.",
        "Highways and Transportation had the most complaints, 162, followed by Youth Services with 106.",
    ),
    (
        FERNSHIRE,
        LIBRARIES,
        "Château Road accounts for half of visits in person (44 of 88 thousand) and 58% of those online.",
        "Château Road accounts for half of visits in person (44 of 88 thousand) and 68% of those online.",
    ),
    (
        KENT,
        SUPPORT,
        "Awards were made on 68% of applications in the third quarter, much the same as the 67% of the second.",
        "Awards were made on 68% of applications in the third quarter, much the same as the 57% of the second.",
    ),
    (
        KENT,
        SUPPORT,
        "In Qtr 3 there were 1,623 unique awards, nearly double the 875 made in the first quarter.",
        "In Qtr 3 there were 1,623 unique awards, more than double the 875 made in the first quarter.",
    ),
    (
        KENT,
        CALLS,
        "Complaints about Waste Management, Planning and Environment dropped to 35, around two thirds of the figure for July to September.",
        "Complaints about Waste Management, Planning and Environment dropped to 35, less than half the figure for July to September.",
    ),
    (
        KENT,
        CALLS,
        "Gateways and Contact Point attracted just six complaints in the quarter and 35 over the full 12 months.",
        "Gateways and Contact Point attracted 16 complaints in the quarter and 35 over the full 12 months.",
    ),
    (
        FERNSHIRE,
        LIBRARIES,
        "Visits in person rose by 6,000 on last year to 88,000, while online visits were unchanged at 95,000.",
        "Visits in person rose by 6,000 on last year to 82,000, while online visits were unchanged at 95,000.",
    ),
    (
        KENT,
        SURVEY,
        "In 2012/13, 79% of service users had adequate or better control over their daily life, 3 percentage points higher than nationally.",
        "In 2012/13, 79% of service users had adequate or better control over their daily life, 5 percentage points higher than nationally.",
    ),
    (
        KENT,
        "section/integrated-youth-service/commentary",
        "With 654 first time entrants in the year to December we are 126 below the target of 780.",
        "With 654 first time entrants in the year to December we are 116 below the target of 780.",
    ),
    (
        FERNSHIRE,
        MONEY,
        "Complaints answered within 20 days missed target by 11 points, and invoices paid on time were 0.2 points short of theirs.",
        "Complaints answered within 20 days missed target by 9 points, and invoices paid on time were 0.2 points short of theirs.",
    ),
    (
        FERNSHIRE,
        LIBRARIES,
        "At Château Road 44 thousand visits were made in person and 55 thousand were online.",
        "At Château Road 55 thousand visits were made in person and 44 thousand were online.",
    ),
    (
        KENT,
        SUPPORT,
        "Calls went from 6,142 in the first quarter to 8,615 in the third, a rise of 40%.",
        "Calls went from 6,142 in the first quarter to 8,615 in the third, a rise of 30%.",
    ),
    (
        KENT,
        "section/organisational-development/commentary",
        "In the first three quarters of 2013/14 there were 1,240 health and safety incidents reported.",
        "In the first three quarters of 2013/14 there were 1,340 health and safety incidents reported.",
    ),
    (
        KENT,
        CALLS,
        "The three busiest lines over the year were Adult Social Care, Highways Services and the Main Enquiry Line.",
        "The three busiest lines over the year were Adult Social Care, Highways Services and Libraries and Archives.",
    ),
    (
        KENT,
        CALLS,
        "Highways and Transportation had the highest number of complaints in the quarter, followed by Adult Social Care with 106.",
        "Highways and Transportation had the highest number of complaints in the quarter, followed by Children's Social Services with 86.",
    ),
    (
        KENT,
        CALLS,
        "Complaints about Adult Education and about Adult Social Care both rose in the quarter.",
        "Complaints about Adult Education and about Highways both rose in the quarter.",
    ),
    (
        KENT,
        SUPPORT,
        "Applications totalled 6,702 in the three quarters, of which 4,028 (60%) led to an award.",
        "Applications totalled 6,702 in the three quarters, of which 4,028 (66%) led to an award.",
    ),
    (
        KENT,
        SUPPORT,
        "In the quarter 1,623 awards were made, from 2,382 applications, a rate of 68%.",
        "In the quarter 1,623 awards were made, from 2,382 applications, a rate of 78%.",
    ),
    (
        KENT,
        CALLS,
        "Complaints relating to Adult Social Care rose in the quarter from 75 to 106, although on the rolling 12 month measure they were down by 79.",
        "Complaints relating to Adult Social Care rose in the quarter from 75 to 106, although on the rolling 12 month measure they were down by 31.",
    ),
    (
        KENT,
        "indicator/CSA02/commentary",
        "Complaints dropped by 46 in the quarter, to 533.",
        "Complaints dropped by 64 in the quarter, to 533.",
    ),
    (
        FERNSHIRE,
        LIBRARIES,
        "Online visits to Łódź Square fell to 30,000, but the total online was unchanged at 95,000.",
        "Online visits to Łódź Square fell to 30,000, but the total online was unchanged at 59,000.",
    ),
    (
        FERNSHIRE,
        MONEY,
        "Staffing at the end of September was 3,169.3 FTE, 12.4 fewer than in June and 30.7 under budget.",
        "Staffing at the end of September was 3,169.3 FTE, 14.4 fewer than in June and 30.7 under budget.",
    ),
    (
        FERNSHIRE,
        CARE,
        "Three of the four indicators are Green and one is Amber.",
        "Three of the four adult care indicators are Green and the other, days from contact to assessment, is Red.",
    ),
    (
        FERNSHIRE,
        "section/highways/commentary",
        "All three highways indicators are Green, compared to one at the last report.",
        "All three highways indicators are Green, compared to two at the last report.",
    ),
    (
        KENT,
        CALLS,
        "In the quarter calls fell or were unchanged for every service apart from Highways Services and Children's Social Services.",
        "In the quarter calls fell for every service apart from Highways Services and Registration Services.",
    ),
    (
        KENT,
        CALLS,
        "Only Highways Services and Children's Social Services took more calls than in the previous quarter.",
        "Only Highways Services and Blue Badges took more calls than in the previous quarter.",
    ),
    (
        KENT,
        SURVEY,
        "All five of the survey questions were at or above the national average.",
        "In the survey Kent was better than the national average on all five questions.",
    ),
    (
        KENT,
        SURVEY,
        "At 67%, overall satisfaction with care and support is ahead of the national average.",
        "At 67%, overall satisfaction with care and support is still short of the national average.",
    ),
    (
        FERNSHIRE,
        LIBRARIES,
        "Online visits rose at every library except Łódź Square.",
        "Online visits rose at every library except Château Road.",
    ),
    (
        FERNSHIRE,
        CHILDREN,
        "More children aged ten to fifteen than aged five to nine are in care.",
        "More children aged five to nine than aged ten to fifteen are in care.",
    ),
    (
        KENT,
        SUPPORT,
        "Since April the service has received 6,702 applications, of which about 60% led to an award.",
        "Since April the service has received 6,702 applications, of which about 80% led to an award.",
    ),
    (
        KENT,
        "section/waste-management/commentary",
        "About 78% of the 673,300 tonnes is collected by the districts.",
        "About 88% of the 673,300 tonnes is collected by the districts.",
    ),
    (
        KENT,
        SURVEY,
        "Contacts resolved at point of contact and telecare with 2,754 clients are both ahead of target.",
        "Personal budgets at 71% and telecare with 2,754 clients are both ahead of target.",
    ),
    (
        KENT,
        SURVEY,
        "Neither personal budgets nor satisfaction at first review met its target.",
        "Neither telecare nor satisfaction at first review met its target.",
    ),
    (
        FERNSHIRE,
        "section/waste-and-climate/commentary",
        "Residual waste and fly-tips both fell in the quarter.",
        "Residual waste and fly-tips both rose in the quarter.",
    ),
    (
        KENT,
        SUPPORT,
        "Calls and awards went up in the third quarter, and applications went up too.",
        "Calls and awards went up in the third quarter, but applications went down.",
    ),
    (
        KENT,
        ROADS,
        "Some 43% of contacts led to an enquiry, which is fewer than the 56% of a year ago.",
        "Some 53% of contacts led to an enquiry.",
    ),
    (
        KENT,
        CALLS,
        "Calls to the office switchboards have tailed off: there were only 1,000 in July to September, compared with 12,000 in January to March.",
        "Calls to the office switchboards have gone up: there were 12,000 in January to March, compared with 1,000 in July to September.",
    ),
    (
        KENT,
        CALLS,
        "Transport Services had 18,000 calls in July to September against 12,000 in April to June, an increase of a half which we put down to school travel.",
        "Transport Services had 18,000 calls in July to September against 12,000 in April to June, an increase of a third which we put down to school travel.",
    ),
    (
        KENT,
        CALLS,
        "Transport Services had its quietest quarter, 7,000 calls, against 20,000 in January to March.",
        "Transport Services had its busiest quarter, 7,000 calls, against 20,000 in January to March.",
    ),
    (
        KENT,
        CALLS,
        "Every service except Highways and Children's Social Services took fewer calls than in July to September, or as many.",
        "Every service except Highways and Children's Social Services took fewer calls than in July to September.",
    ),
    (
        KENT,
        CALLS,
        "Adult Education is the only service with more complaints over the 12 months to December than over the 12 months to September, apart from Education Services, where there were four more.",
        "Adult Education is the only service with more complaints over the 12 months to December than over the 12 months to September.",
    ),
    (
        KENT,
        STAFF,
        "We employed 8,171 full time equivalent staff at the end of December, 13 fewer than in September and 704 fewer than at the end of the last financial year.",
        "We employed 8,171 full time equivalent staff at the end of December, 13 fewer than in September and 604 fewer than at the end of the last financial year.",
    ),
    (
        KENT,
        STAFF,
        "Since the end of the last financial year we have lost 704 full time equivalent staff.",
        "Since the end of the last financial year we have lost 604 full time equivalent staff.",
    ),
    (
        KENT,
        STAFF,
        "We employed 8,171 full time equivalent staff, 704 fewer than at year end.",
        "We employed 8,171 full time equivalent staff, 604 fewer than at year end.",
    ),
    (
        KENT,
        SURVEY,
        "At 79%, the share of service users with adequate or better control over their daily life was just ahead of the national figure for 2012/13.",
        "At 79%, the share of service users with adequate or better control over their daily life was just behind the national figure for 2012/13.",
    ),
    (
        KENT,
        SURVEY,
        "Only one result, that for control over daily life, had been above the national average in 2011/12.",
        "Only one result, that for control over daily life, had been below the national average in 2011/12.",
    ),
    (
        FERNSHIRE,
        MONEY,
        "The forecast of 3,169.3 FTE staff is 30.7 below the budgeted establishment, and vacancies are only being filled where a service would otherwise stop.",
        "The forecast of 3,169.3 FTE staff is 30.7 above the budgeted establishment, and vacancies are only being filled where a service would otherwise stop.",
    ),
    (
        FERNSHIRE,
        LIBRARIES,
        "Visits in person rose on last year at all three libraries, and the same is true of the total in person.",
        "Visits in person rose on last year at all three libraries, and the same is true of visits online.",
    ),
    (
        FERNSHIRE,
        LIBRARIES,
        "Visits online were up on last year at two of the three libraries.",
        "Visits online were up on last year at each of the three libraries.",
    ),
)


@pytest.fixture(scope="module")
def referees():
    return {each: Referee(report.dataset, report.assessed) for each in (KENT, FERNSHIRE) for report in [open_report(each)]}


@pytest.mark.parametrize(("report", "block", "right", "wrong"), PAIRS)
def test_what_is_told_of_rows_is_held(referees, report, block, right, wrong):
    assert referees[report].sentence(right, block).verdict in ("true", "rounded")
    assert referees[report].sentence(wrong, block).verdict == "false"


def test_a_first_few_of_rows_is_no_count_of_them(referees):
    assert referees[KENT].sentence("The three largest services by calls have new managers.", CALLS).verdict == "unknown"


@pytest.mark.parametrize(
    ("report", "block", "sentence"),
    [
        (
            KENT,
            CALLS,
            "Although there were 86 complaints about Children's Social Services, two more than in September, the number over twelve months has fallen by 33.",
        ),
        (
            KENT,
            SURVEY,
            "Telecare now reaches 2,754 people, 478 more than in September, and the proportion of contacts resolved at the first point rose from 28% to 37%.",
        ),
        (
            KENT,
            SUPPORT,
            "There were roughly four calls for every application, and the two advisers who joined in November have brought waiting times down.",
        ),
        (KENT, CALLS, "Five services received more complaints than in the previous quarter, among them Libraries, with seven more."),
        (
            KENT,
            CALLS,
            "With 25,000 calls, Children's Social Services had nearly twice as many as in the first quarter of 2013 and was second only to Highways Services.",
        ),
        (KENT, SUPPORT, "For every 100 applications received in the quarter 68 awards were made, against 67 in the second quarter."),
        (
            KENT,
            "section/waste-management/commentary",
            "About 78% of the 673,300 tonnes is collected by the districts, and the remainder, 151,000 tonnes, is brought to the centres.",
        ),
        (FERNSHIRE, LIBRARIES, "Visits to Łódź Square came to 61,000, of which just under half were online."),
        (
            FERNSHIRE,
            CHILDREN,
            "Of the 675 children in care 213 are under 10 and 301 between 10 and 15; the rate of 44.5 per 10,000 is half a point above June's.",
        ),
        (
            KENT,
            CALLS,
            "Highways and Transportation, with 162, and Adult Social Care, with 106, together received half of the 533 complaints.",
        ),
        (KENT, SUPPORT, "Awards have gone up from 875 to 1,530 and then 1,623, so the 2013/14 total stands at 4,028."),
        (KENT, ROADS, "Contacts rose by 16,639 on the same quarter last year, 38%, but enquiries by only 1,650, or 7%."),
        (
            KENT,
            "section/organisational-development/commentary",
            "Of the 128 live cases 35 are disciplinaries, five grievances and five tribunals; the other 81 are performance and ill health.",
        ),
        (
            FERNSHIRE,
            LIBRARIES,
            "In all there were 183,000 visits, 6,000 more than last year, with Château Road's 99,000 accounting for over half.",
        ),
        (
            FERNSHIRE,
            MONEY,
            "The 47,910 calls were 1,910 above the top of the range, and complaints answered in time fell three points to 74%, 11 below target.",
        ),
        (KENT, CALLS, "Insurance claims (5), Gateways (6) and Education Services (6) had the fewest complaints after country parks (2)."),
        (KENT, SUPPORT, "The 2,382 applications were the most yet, and the share that led to an award rose from 67% to 68%."),
        (
            KENT,
            "section/education-learning-and-skills/commentary",
            "Year 7 has 15,623 pupils and Reception 17,105, a difference of 1,482, equal to some 50 classes of 30.",
        ),
        (
            KENT,
            "section/organisational-development/commentary",
            "Tribunal cases fell by one to five and harassment cases halved to two, taking the total to 128 from 141.",
        ),
        (
            FERNSHIRE,
            LIBRARIES,
            "Visits were up by 6,000 in person, half of them at Château Road, where online visits rose by two thousand as well.",
        ),
        (FERNSHIRE, LIBRARIES, "Last year Łódź Square had 62,000 visits, 33,000 of them online; this year it had 61,000."),
        (
            FERNSHIRE,
            MONEY,
            "Staff in post fell to 3,169.3 FTE, 6.9 fewer than in March, and the 70 apprentices have moved to the college.",
        ),
        (
            KENT,
            CALLS,
            "The total of 2,457 complaints compares with 2,787 at the end of September, and the largest falls were for waste (66) and other services (70).",
        ),
        (
            FERNSHIRE,
            LIBRARIES,
            "Visits to Ynys Ŵyl grew by 14%, from 21,000 to 24,000, and those to Château Road by 5%, from 94,000 to 99,000.",
        ),
        (FERNSHIRE, CHILDREN, "Second plans were 9.4% of all plans, below the 12% that we aim for, and CH02 at 9.7% was above its 9%."),
        (
            FERNSHIRE,
            "section/highways/commentary",
            "Contacts fell by 560 to 5,480 as the number of defects came down to 2,240, the lowest of the year.",
        ),
        (
            KENT,
            CALLS,
            "The emergency duty team answered 1,450 calls over the Christmas fortnight, and Contact Point opened earlier on two days.",
        ),
        (KENT, CALLS, "About a third of the fall in calls came from Adult Social Care, down 13 thousand."),
        (KENT, CALLS, "Waste and recycling is the smallest named line but one, with only office switchboards quieter."),
        (KENT, SURVEY, "Feeling as safe as they want is the lowest of the five results at 65%, level with the national average."),
        (KENT, ROADS, "Of the 60,511 contacts 34,231 were closed at the first call, and 26,280 became enquiries."),
        (KENT, ROADS, "The backlog of 7,771 enquiries is 662 more than a year ago, and about 1,200 of these are storm damage."),
        (KENT, SUPPORT, "Awards grew by 93 in the third quarter after 655 in the second."),
        (FERNSHIRE, CHILDREN, "Children aged 10 and over are 68% of those in care but 44% of the population."),
        (FERNSHIRE, "section/highways/commentary", "Reported defects are about 44% below the 3,980 of January to March."),
        (FERNSHIRE, LIBRARIES, "Visits in person rose at all three libraries, by 3,000, 2,000 and 2,000."),
        (FERNSHIRE, LIBRARIES, "Ynys Ŵyl is the only library with more visits in person, 14,000, than online, 10,000."),
        (
            FERNSHIRE,
            "section/waste-and-climate/commentary",
            "All three of the indicators that can be rated for waste and climate are Green; residual waste still has no target, and officers are to propose one in the spring.",
        ),
        (
            KENT,
            "section/customer-services/commentary",
            "Calls to the office switchboards dropped from 12 thousand in January to March to one thousand in July to September, as numbers for each service were published directly.",
        ),
        (FERNSHIRE, "section/resources/commentary", "A year ago 41,210 calls were received in the quarter; there are now 47,910."),
        (
            FERNSHIRE,
            "section/childrens-services/commentary",
            "Of 675 children in care, 462 are ten or older and 213 younger, one fewer than in June.",
        ),
        (
            FERNSHIRE,
            "section/childrens-services/commentary",
            "Children in care passed 670 for the first time in September: there are 675, seven more than in June.",
        ),
        (
            KENT,
            "section/kent-support-and-assistance-service/commentary",
            "Awards nearly doubled between the first quarter and the third, from 875 to 1,623, while applications went up by 350, or 17%.",
        ),
        (
            KENT,
            "section/kent-support-and-assistance-service/commentary",
            "Applications rose by 94 on the second quarter and by 350 on the first, and awards by 93 and 748.",
        ),
        (
            FERNSHIRE,
            "section/libraries/commentary",
            "Online visits held at 95 thousand: Łódź Square lost three thousand, Château Road gained two and Ynys Ŵyl one.",
        ),
        (
            FERNSHIRE,
            "section/highways/commentary",
            "In the spring 3,980 defects had been reported in a single quarter; this quarter's 2,240 is 44% lower.",
        ),
        (
            KENT,
            "section/customer-services/commentary",
            "Transport and adult social care between them account for 24 thousand of the 42 thousand fewer calls.",
        ),
        (
            FERNSHIRE,
            "section/waste-and-climate/commentary",
            "Fly-tips cleared were 71 fewer than in June and 105 fewer than in March, when 401 was the most in the five quarters.",
        ),
        (
            KENT,
            "section/organisational-development/commentary",
            "Sickness has held at 7.0 days since September, a third of a day lower than in June.",
        ),
        (
            KENT,
            STAFF,
            "We employed 8,171 full time equivalent staff at the end of December, 13 fewer than in September and 704 fewer than at the start of the financial year.",
        ),
        (
            KENT,
            CALLS,
            "Three services took more than 17,000 calls each in October to December.",
        ),
        (
            FERNSHIRE,
            LIBRARIES,
            "While Château Road gained 2,000 visits online and Ynys Ŵyl 1,000, Łódź Square lost 3,000, so the total stood still.",
        ),
        (
            FERNSHIRE,
            MONEY,
            "An underspend of £3.3m is forecast on services, helped by 30.7 FTE fewer staff than budgeted.",
        ),
    ],
)
def test_a_number_of_something_else_is_not_called_false(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict != "false"
