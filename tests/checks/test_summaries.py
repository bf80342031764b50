"""Sentences of summaries, in many ways of saying how many indicators are so: true ones stand, wrong ones are found, others are left alone."""

from __future__ import annotations

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

STANDS = (
    ("kent", "summary/lead", "Green (19), Amber (11) and Red (5) make up the 35 indicators."),
    ("kent", "summary/lead", "Health checks stay Red, having worsened again."),
    ("kent", "summary/lead", "Education has the most Reds of any directorate, with two."),
    ("kent", "summary/lead", "Of the five Reds, three are in children's services or education."),
    ("kent", "summary/lead", "Eighteen of the 35 indicators were Green in both reports."),
    ("kent", "summary/lead", "Apprenticeship starts is no longer Green."),
    ("kent", "summary/lead", "A third of the indicators, or 31%, are Amber."),
    ("kent", "summary/lead", "Green indicators outnumber Amber ones by eight."),
    ("kent", "summary/lead", "Personal budgets joined the Reds this quarter."),
    ("kent", "summary/lead", "Personal budgets and the Free School Meals gap at GCSE fell from Amber to Red."),
    ("kent", "summary/lead", "Nearly nine in ten indicators held the same rating as last time."),
    ("kent", "summary/lead", "Just over half of our 35 key indicators, 19, are rated Green."),
    ("kent", "summary/lead", "That leaves 16 indicators short of their target, 11 of them above the floor."),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Education has two Reds, Ofsted categories and the Free School Meals gap at GCSE.",
    ),
    ("kent", "summary/lead", "Highways and Transportation is the only directorate with three indicators that are all Green."),
    ("kent", "summary/lead", "Ambers and Reds together come to 16."),
    ("kent", "summary/lead", "All but five of the indicators are at or above their floor standard."),
    ("kent", "summary/lead", "The number of Reds is up by one and the number of Greens is down by one."),
    ("kent", "summary/lead", "Only Education and Specialist Children's Services have more than five indicators."),
    ("kent", "summary/lead", "Sixteen indicators are Amber or Red."),
    ("kent", "summary/lead", "Performance improved for 21 indicators, was unchanged for six and declined for eight."),
    ("kent", "summary/lead", "One indicator moved from Green to Amber (apprenticeships) and one the other way from Red (NEETs)."),
    ("kent", "summary/lead", "One of the five Red indicators improved on its last result, caseholding social workers."),
    ("kent", "summary/lead", "We now have five Reds compared with four at the end of September."),
    ("kent", "summary/lead", "Thirty indicators meet their floor standard."),
    ("kent", "summary/lead", "Customer Services, Adult Social Care and Highways have no new Reds apart from personal budgets."),
    ("kent", "summary/lead", "Two indicators moved from Amber to Red and one from Red to Amber."),
    ("kent", "summary/lead", "Amber is unchanged at 11."),
    ("fernshire", "summary/directorate/people", "Two of the Greens, reablement beds and residential admissions, were not Green in June."),
    ("fernshire", "summary/lead", "Ambers fell from nine to five and Greens rose from nine to 12."),
    ("fernshire", "summary/lead", "People has four Greens, Place six and Resources two."),
    ("fernshire", "summary/lead", "Nearly three quarters of the 18 indicators with a direction improved."),
    ("fernshire", "summary/lead", "Compared with Quarter 1 there are three more Greens, four fewer Ambers and one more Red."),
    ("fernshire", "summary/lead", "Twelve indicators are Green, and two of the other eight are Red."),
    ("fernshire", "summary/lead", "Red indicators have doubled, from one to two."),
    ("fernshire", "summary/lead", "Two Greens have become Amber, second plans and invoices."),
    ("fernshire", "summary/lead", "The number of Ambers has fallen from nine to five."),
    ("fernshire", "summary/directorate/resources", "Half of the four Resources indicators are Green."),
    ("fernshire", "summary/directorate/people", "Adult care has three Greens and Schools one."),
    ("fernshire", "summary/lead", "Nine indicators have changed rating, five of them for the better."),
    ("fernshire", "summary/lead", "Place accounts for six of the 12 Greens."),
    ("fernshire", "summary/lead", "Attendance in primary schools improved but is still Amber."),
    ("fernshire", "summary/lead", "Resources has as many Reds as People."),
    ("fernshire", "summary/lead", "Thirteen of the 20 indicators, or 65%, improved on their last result."),
    ("fernshire", "summary/lead", "Five indicators moved up to Green."),
    ("fernshire", "summary/lead", "Second plans and invoices slipped from Green to Amber."),
    ("fernshire", "summary/lead", "With 13 improving against three worsening, the direction is mostly upwards."),
    ("fernshire", "summary/lead", "There is one Red in People and one in Resources."),
    ("fernshire", "summary/lead", "Complaints has gone from Amber to Red."),
    ("fernshire", "summary/lead", "The three directorates have four, six and two Greens respectively."),
    ("fernshire", "summary/directorate/people", "Both indicators in Children's services are Amber."),
    ("fernshire", "summary/directorate/people", "Reablement beds climbed two ratings, from Red to Green."),
    ("fernshire", "summary/directorate/place", "There are three more Greens than in Quarter 1."),
    ("fernshire", "summary/directorate/place", "Three of Place's six Greens were Amber in Quarter 1."),
    ("fernshire", "summary/directorate/place", "Potholes, routine repairs and recycling have all moved from Amber to Green."),
    ("fernshire", "summary/lead", "Of the two Reds, complaints worsened."),
    ("fernshire", "data-quality", "One figure has been restated since the last report."),
    ("fernshire", "foreword", "It has 20 key performance indicators in three directorates."),
    ("fernshire", "foreword", "It covers the period from July to September 2025, compared with April to June 2025."),
    ("fernshire", "summary/lead", "Five are Amber, a loss of four Ambers on the last report."),
    ("kent", "foreword", "This report covers the three months to the end of December 2013."),
    ("kent", "data-quality", "The latest figures for Specialist Children's Services are for November 2013."),
    ("kent", "summary/lead", "Three went down and one moved up from Red to Amber."),
    ("kent", "summary/lead", "The indicators split with 21 improving, eight getting worse and six staying the same."),
    ("kent", "summary/directorate/adult-social-care", "Three of our five are Green, and personal budgets, at 71%, is the only Red."),
    ("kent", "summary/directorate/adult-social-care", "Personal budgets was Amber but is now Red."),
)
WRONG = (
    ("kent", "summary/lead", "The share of indicators at Green has slipped from 57% to 51%."),
    ("kent", "summary/lead", "The direction of travel is upwards for 22 of the 35 indicators."),
    ("kent", "summary/lead", "Neither of the Waste indicators improved."),
    ("kent", "summary/lead", "30 of the 35 indicators (89%) are at or above their floor standard."),
    ("kent", "summary/lead", "Personal budgets fell from Green to Red."),
    ("kent", "summary/lead", "Not one of the indicators for Specialist Children's Services is Red."),
    ("kent", "summary/lead", "Performance improved for 21 indicators, was unchanged for eight and declined for six."),
    ("kent", "summary/lead", "No indicator moved from Green to Amber."),
    ("kent", "summary/lead", "Telecare has slipped from Green to Amber."),
    ("kent", "summary/lead", "Five indicators changed rating since Quarter 2."),
    ("kent", "summary/lead", "Most of the Red indicators improved."),
    ("kent", "summary/lead", "Apprenticeship starts, which was Amber last time, has slipped to Red."),
    ("kent", "summary/lead", "Health checks stay Amber, having worsened again."),
    ("kent", "summary/lead", "Customer Services saw two of its three indicators improve and none worsen."),
    ("kent", "summary/lead", "Red indicators now number five, two more than in the last report."),
    ("kent", "summary/lead", "Every directorate has at least one Green indicator."),
    ("kent", "summary/lead", "Seventeen indicators are Amber or Red."),
    ("kent", "summary/directorate/specialist-childrens-services", "Half of the six indicators are Green, one is Amber and two are Red."),
    ("kent", "summary/lead", "Every Red indicator worsened."),
    ("kent", "summary/lead", "Amber is now the commonest rating."),
    ("kent", "summary/lead", "We now have five Reds compared with six at the end of September."),
    ("kent", "summary/lead", "The only indicator to move up was apprenticeships, from Red to Amber."),
    ("kent", "summary/lead", "NEETs is no longer Amber."),
    (
        "kent",
        "summary/lead",
        "There are five Red indicators: social worker posts, NEETs, schools in Ofsted categories, personal budgets and health checks.",
    ),
    ("kent", "summary/lead", "All but six of the indicators are Green or Amber."),
    ("kent", "summary/lead", "Waste Management has two Greens."),
    ("kent", "summary/lead", "The Ofsted category indicator joined the Reds this quarter."),
    ("kent", "summary/directorate/education-learning-and-skills", "Education has two Reds, Ofsted categories and NEETs."),
    ("fernshire", "summary/directorate/people", "Adult care has three Greens and Schools two."),
    ("fernshire", "summary/directorate/people", "Reablement beds climbed from Amber to Green."),
    ("fernshire", "summary/lead", "Only one indicator is without a rating, second plans."),
    ("fernshire", "summary/lead", "Resources fared worst, two of its four indicators being Red."),
    ("fernshire", "summary/lead", "Greens make up 12 of 19 rated indicators (58%)."),
    ("fernshire", "summary/directorate/place", "Two of the three Highways indicators are Green."),
    ("fernshire", "summary/lead", "Five indicators are Amber, three of them in People and two in Resources."),
    ("fernshire", "summary/lead", "Place has fewer Greens than People."),
    ("fernshire", "summary/lead", "Of the two Reds, one improved."),
    ("fernshire", "summary/directorate/place", "Potholes, routine repairs and carbon have all moved from Amber to Green."),
    ("fernshire", "summary/lead", "There is one Red in People and two in Resources."),
    ("fernshire", "summary/lead", "Red has trebled from one to three."),
    ("fernshire", "summary/lead", "Four indicators dropped a rating and five improved theirs, with the remaining eight unchanged."),
    ("fernshire", "summary/lead", "The number of Ambers has fallen from eight to five."),
    ("fernshire", "summary/directorate/resources", "Resources keeps its three Greens."),
    ("fernshire", "summary/lead", "With 14 improving against three worsening, the direction is mostly upwards."),
    ("fernshire", "summary/directorate/people", "Two of the Greens, reablement beds and exclusions, were not Green in June."),
    ("fernshire", "summary/lead", "Overall 12 indicators are Green, six Amber and one Red."),
    ("fernshire", "summary/lead", "Invoices paid on time slipped from Green to Red."),
    ("fernshire", "summary/lead", "People has four Greens, Place five and Resources two."),
    ("fernshire", "summary/directorate/people", "Three of the nine worsened."),
    ("fernshire", "summary/directorate/place", "Place has no Reds and one Amber."),
    (
        "fernshire",
        "summary/directorate/people",
        "Of its nine indicators four improved, two worsened, one stayed as it was and two have no direction.",
    ),
    ("fernshire", "summary/lead", "Amber more than halved, from nine to four."),
    ("fernshire", "summary/directorate/people", "Children's services has one Green and one Amber."),
    ("fernshire", "summary/lead", "Three Greens have become Amber, second plans and invoices among them."),
    ("fernshire", "summary/lead", "Four indicators dropped a rating: second plans, recycling, complaints and invoices."),
    ("fernshire", "summary/directorate/place", "There are two more Greens than in Quarter 1."),
    ("fernshire", "data-quality", "The June figure for children in care with three or more placements was restated from 9.6% to 10.4%."),
    ("fernshire", "foreword", "The report is arranged by the council's four directorates."),
    ("fernshire", "foreword", "It covers the period from June to September 2025."),
    ("fernshire", "summary/lead", "Five are Amber, a loss of three Ambers on the last report."),
    ("kent", "foreword", "This report is for Quarter 2 of 2013/14."),
    ("kent", "data-quality", "Figures for Specialist Children's Services run to the end of October."),
    ("kent", "summary/lead", "The indicators split with 21 improving, six getting worse and eight staying the same."),
    ("kent", "summary/directorate/adult-social-care", "Personal budgets was Green but is now Red."),
)
UNKNOWN = (
    ("kent", "summary/lead", "Of the 12 members present, three asked about Red indicators."),
    ("kent", "summary/lead", "Directors have been asked to explain each Red indicator to the committee in person."),
    ("kent", "summary/lead", "In the last two years the number of indicators was cut from 48."),
    ("kent", "summary/lead", "Five directors presented recovery plans for Red indicators to the panel."),
    ("kent", "summary/lead", "The panel has asked two services to bring back Amber indicators in June."),
    ("kent", "summary/lead", "Next year we aim to have 25 Greens."),
    ("kent", "summary/lead", "Cabinet asked that each Red indicator be brought to its next meeting."),
    ("kent", "summary/lead", "A list of the 11 partners we work with follows this summary."),
    ("kent", "summary/lead", "Last year three Red indicators were dropped from the report at the request of members."),
    ("kent", "summary/lead", "The Scrutiny Committee chose four Amber indicators for a closer look."),
    ("fernshire", "summary/lead", "Nine officers have joined the performance team since June."),
    ("fernshire", "summary/lead", "We expect 15 indicators to be Green by the end of the year."),
    ("fernshire", "summary/lead", "Five Greens would be needed to overtake last year."),
    ("fernshire", "summary/lead", "The Leader wrote to 12 parish councils about two of the indicators."),
    ("fernshire", "summary/lead", "Two of the three directors were at the meeting when the Reds were discussed."),
    ("fernshire", "summary/lead", "If four more indicators turn Green we shall meet our pledge."),
    ("fernshire", "directorate/people/commentary", "Nine new social workers began in September and two more start in November."),
    ("fernshire", "directorate/people/commentary", "Four of the six schools that we visited are rated Good."),
    ("fernshire", "directorate/place/commentary", "Of the 14 recycling crews, two are on new rounds."),
    ("fernshire", "foreword", "We plan to report on 25 key performance indicators next year."),
    ("fernshire", "foreword", "Residents told us about services in two directorates."),
)


@pytest.fixture(scope="module")
def referees():
    reports = {"kent": open_report(KENT), "fernshire": open_report(FERNSHIRE)}
    return {name: Referee(report.dataset, report.assessed) for name, report in reports.items()}


@pytest.mark.parametrize(("report", "block", "sentence"), STANDS, ids=[each[2] for each in STANDS])
def test_a_true_sentence_of_a_summary_stands(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict != "false"


@pytest.mark.parametrize(("report", "block", "sentence"), WRONG, ids=[each[2] for each in WRONG])
def test_a_wrong_sentence_of_a_summary_is_found(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict == "false"


@pytest.mark.parametrize(("report", "block", "sentence"), UNKNOWN, ids=[each[2] for each in UNKNOWN])
def test_what_the_data_does_not_hold_is_not_called_false(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict != "false"
