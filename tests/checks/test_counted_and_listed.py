"""Rich sentences of summaries and of the register: counts, shares, what a part has, targets that are supposed, several actions in one sentence."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

TRUE = (
    (
        "kent",
        "summary/lead",
        "Just over half of the 35 indicators (54%) met or exceeded their targets, 11 came within the Amber tolerance and the remaining five fell short of the floor standard.",
    ),
    (
        "kent",
        "summary/lead",
        "Direction of travel was positive for 21 of the 35 indicators, while eight deteriorated and six were unchanged.",
    ),
    ("kent", "summary/lead", "Three indicators have moved down a rating since last quarter and one has moved up, leaving 19 at Green."),
    (
        "kent",
        "summary/lead",
        "We report on 35 indicators this quarter; 19 are Green, and there is one fewer Green and one more Red than at the end of September.",
    ),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "Three of the six measures are Green, two are Amber, and the only Red is the share of caseholding posts filled by permanent social workers.",
    ),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Four of the ten are Green, with the remaining six split between Amber (four) and Red (two).",
    ),
    (
        "fernshire",
        "summary/lead",
        "The number at Green rose from nine to 12, and the number at Amber fell from nine to five, but there is one more Red than in Quarter 1.",
    ),
    ("fernshire", "summary/lead", "Place has six of the 12 Greens, People four and Resources two."),
    (
        "fernshire",
        "summary/directorate/resources",
        "Two of the four indicators improved and two got worse, and two of them are ahead of target.",
    ),
    ("kent", "foreword", "The report brings together 35 Key Performance Indicators and a summary of the Corporate Risk Register."),
    ("kent", "risks/summary", "The register holds ten risks: two Red and eight Amber, with none at Green."),
    (
        "kent",
        "risks/summary",
        "Were all targets to be reached, only Management of Social Care Demand would remain Red and one risk, the delivery of savings, would fall to Green.",
    ),
    ("kent", "risks/summary", "CRR17, previously Organisational Transformation, now scores 20 against a target of 10."),
    (
        "kent",
        "risks/actions/summary",
        "Of 17 actions due by the end of December, eleven are complete, five outstanding and one is under regular review.",
    ),
    (
        "kent",
        "risks/actions/summary",
        "The information asset register has been set up but the mandatory training in information governance has not been completed.",
    ),
    (
        "fernshire",
        "risks/summary",
        "Two of the five open risks are unchanged at 12, one is new, and Demand for care is up four points to 20.",
    ),
    ("fernshire", "risks/summary", "If targets are met, two of the risks will be Green and two Amber."),
    ("fernshire", "risk/FR1/commentary", "Likelihood is 3 and impact 4, giving a score of 12, which is double the target of 6."),
    ("fernshire", "risk/FR5/commentary", "Formerly known as Recruitment, the risk stays at 12, with a target of 6."),
    (
        "kent",
        "summary/lead",
        "Green indicators outnumber Red by almost four to one, and in all 30 of the 35 are at or above the floor standard.",
    ),
    ("kent", "summary/lead", "Red indicators account for 14% of the total, up from 11% (four) last time."),
    ("kent", "summary/lead", "Six in ten indicators improved (21 of 35) even though the number on target went down from 20 to 19."),
    ("kent", "summary/lead", "Cabinet will wish to note that 86% of indicators are Green or Amber, against 89% at the half year."),
    (
        "kent",
        "summary/directorate/highways-and-transportation",
        "Two of the three indicators improved and the other, routine repairs, was unchanged.",
    ),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "There are now two Reds rather than two: attainment gap at age 11 came in as NEETs went out.",
    ),
    ("fernshire", "summary/lead", "The two Reds, at age 11 and in complaints, were both Amber in Quarter 1."),
    (
        "fernshire",
        "summary/lead",
        "With 12 Greens, five Ambers and two Reds, this is the best position for a year, although complaints and the age 11 results need attention.",
    ),
    (
        "fernshire",
        "summary/directorate/place",
        "Half of the six rated indicators were already Green in Quarter 1; the other three were Amber then.",
    ),
    (
        "kent",
        "foreword",
        "This is the third report of the year, with results to the end of December 2013 for 35 key performance indicators; 54% of these are Green.",
    ),
    ("kent", "risks/summary", "Bringing Safeguarding (15) and CRR17 (20) down to 10 each would take 15 points off the register."),
    (
        "kent",
        "risks/summary",
        "The largest gap between current and target score, ten points, is on the future operating environment; the smallest, none, is on data.",
    ),
    (
        "kent",
        "risks/actions/summary",
        "All actions due in Quarter 3 for Welfare Reform and for savings are complete, while procurement has one of two still to do.",
    ),
    ("kent", "risk/CRR12/commentary", "Regular research updates are complete, and the score of 12 is three above the target of 9."),
    (
        "fernshire",
        "risks/summary",
        "Workforce (12), Data and systems (12) and Savings (12) share second place behind Demand for care (20).",
    ),
    ("fernshire", "risks/actions/summary", "One action is overdue, and three of the six have been finished."),
    ("fernshire", "risk/FR4/commentary", "New this quarter at 12, Savings in 2026/27 is at its target and belongs to the Head of Finance."),
    (
        "kent",
        "summary/lead",
        "There are currently five indicators which are rated Red with performance below pre-defined floor standards, and in each case an action plan is in place.",
    ),
    ("kent", "summary/lead", "A majority of indicators are rated Green, and Reds, although one up, make up only one in seven."),
    ("kent", "summary/lead", "Education, Learning and Skills accounts for ten of the 35 indicators and two of the five Reds."),
    (
        "kent",
        "summary/lead",
        "None of the Highways and Transportation indicators is below target, and Waste Management has one just short.",
    ),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Schools judged Good or Outstanding, Key Stage 2 results, SEN statements and exclusions are the four Greens.",
    ),
    (
        "kent",
        "directorate/waste-management/commentary",
        "Landfill diversion stays Green at 82.6%, while household waste recycling centres at 71.8% were a tenth of a point short of target and so remain Amber.",
    ),
    ("fernshire", "summary/lead", "Over 60% of rated indicators are Green and only one in ten is Red."),
    ("fernshire", "summary/lead", "Three indicators got worse, two of them in Resources and one in People."),
    ("fernshire", "summary/directorate/place", "Place has no Amber or Red indicators this quarter, where it had three Ambers in June."),
    ("fernshire", "foreword", "Between July and September 12 of our 19 rated indicators were Green, and 13 improved."),
    (
        "kent",
        "risks/summary",
        "Eight of the ten risks are rated Amber, and Social Care Demand, the only one at the maximum of 25, is to come down to 16.",
    ),
    ("kent", "risks/summary", "Four risks, CRR4, CRR7, CRR9 and CRR14, share a target score of 8."),
    ("kent", "risks/summary", "Governance and Internal Control, Better Care Fund and Civil Contingencies all score 12 with a target of 8."),
    (
        "kent",
        "risks/actions/summary",
        "Of the ten actions listed for after Quarter 3, one, on risk stratification tools, is already complete and seven are under regular review.",
    ),
    (
        "kent",
        "risks/actions/summary",
        "Savings controls have been confirmed as robust, and extra monitoring of council tax collection is in place.",
    ),
    (
        "kent",
        "risk/CRR17/commentary",
        "This risk took over from Organisational Transformation, stands at 20 and is due to fall by ten points.",
    ),
    ("fernshire", "risks/summary", "Four of the five open risks were on the register in Quarter 1; Savings in 2026/27 is new."),
    ("fernshire", "risks/summary", "Three risks are at 12, though for one of them that is already its target."),
    ("fernshire", "risk/FR2/commentary", "At 20 (likelihood 4, impact 5) this is our only Red risk, and it is to come down to 12."),
    (
        "fernshire",
        "summary/directorate/people",
        "Five of the nine improved, including both of the indicators that moved to Green, and one was unchanged.",
    ),
    (
        "kent",
        "summary/lead",
        "Of the two indicators that moved to Red one is in Adult Social Care and one in Education, Learning and Skills.",
    ),
    ("kent", "summary/lead", "Adult Social Care has three of the 19 Greens and one of the five Reds."),
    ("fernshire", "summary/directorate/resources", "Complaints is Red at 74%; of the other three, two are Green and one Amber."),
    (
        "kent",
        "risks/actions/summary",
        "The commissioning and procurement review is outstanding, although the category management strategies have been written.",
    ),
    ("fernshire", "risks/summary", "With all targets met the register would have no Red risks."),
)
FALSE = (
    (
        "kent",
        "summary/lead",
        "Direction of travel was positive for 21 of the 35 indicators, while nine deteriorated and five were unchanged.",
    ),
    ("kent", "summary/lead", "Three indicators have moved down a rating since last quarter and two have moved up, leaving 19 at Green."),
    (
        "kent",
        "summary/lead",
        "We report on 35 indicators this quarter; 19 are Green, and there is one more Green and one fewer Red than at the end of September.",
    ),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "Three of the six measures are Green, two are Amber, and the only Red is the share of children leaving care who are adopted.",
    ),
    (
        "kent",
        "summary/directorate/adult-social-care",
        "Telecare, contacts resolved at first point of contact and personal budgets are all Green.",
    ),
    (
        "kent",
        "summary/directorate/public-health",
        "Neither of the two indicators met target, although the measurement of childhood obesity was unchanged.",
    ),
    (
        "fernshire",
        "summary/lead",
        "The number at Green rose from eight to 12, and the number at Amber fell from ten to five, but there is one more Red than in Quarter 1.",
    ),
    ("fernshire", "summary/lead", "Place has six of the 12 Greens, People three and Resources three."),
    (
        "fernshire",
        "directorate/place/commentary",
        "Six of our seven indicators are Green, and three of these, routine repairs, potholes and carbon dioxide, were Amber in the last report.",
    ),
    (
        "kent",
        "foreword",
        "Progress against 30 key performance indicators is set out in the pages that follow, together with activity indicators for each service.",
    ),
    ("kent", "risks/summary", "The register holds ten risks: three Red and seven Amber, with none at Green."),
    ("kent", "risks/summary", "Safeguarding scores 15, five above its target, and Welfare Reform Act scores 12 against a target of 8."),
    ("kent", "risks/summary", "CRR17, which took the place of CRR9, now scores 20 against a target of 10."),
    (
        "kent",
        "risks/actions/summary",
        "Of 17 actions due by the end of December, ten are complete, six outstanding and one is under regular review.",
    ),
    (
        "kent",
        "risks/actions/summary",
        "The information asset register has been set up but the category management strategies have yet to be written.",
    ),
    ("fernshire", "risks/summary", "Three of the five open risks are unchanged at 12, and Demand for care is up four points to 20."),
    ("fernshire", "risks/summary", "The move of the county archive was taken off the register in August 2025."),
    ("fernshire", "risks/actions/summary", "Four of the six actions are complete, one is partly complete and one is outstanding."),
    ("fernshire", "risk/FR2/commentary", "The risk is led by the Director, Place, and stands eight points above its target."),
    ("fernshire", "risk/FR3/commentary", "The score came down from 16 to 10 after the gully work, which is partly complete."),
    ("kent", "summary/lead", "Red indicators account for 14% of the total, up from 9% (three) last time."),
    ("kent", "summary/lead", "Six in ten indicators improved (21 of 35) and the number on target went up from 18 to 19."),
    (
        "kent",
        "summary/lead",
        "Customer Services, Public Health and Waste Management have one Green each, and Highways and Transportation two.",
    ),
    (
        "kent",
        "summary/directorate/customer-services",
        "All three indicators are rated Amber, though call answering is within two points of target.",
    ),
    ("kent", "summary/directorate/public-health", "One indicator is Green and improving, the other is Red and got worse."),
    ("fernshire", "summary/lead", "The two Reds, at age 11 and in complaints, were both Green in Quarter 1."),
    (
        "fernshire",
        "summary/directorate/people",
        "Only one of the nine indicators got worse in the quarter, permanent exclusions, which lost its Green rating.",
    ),
    (
        "fernshire",
        "summary/directorate/resources",
        "Calls and council tax are Green as before, complaints fell out of Green and invoices out of Amber.",
    ),
    ("kent", "risks/summary", "Four of the ten risks have a score of 12 and three a score of 9; the others score 15, 20 and 25."),
    ("kent", "risks/summary", "CRR17 is scored at 20, which is five points less than Safeguarding and five more than Social Care Demand."),
    ("kent", "risks/actions/summary", "All actions due in Quarter 3 for Welfare Reform and for procurement are complete."),
    ("kent", "risk/CRR12/commentary", "Regular research updates are complete, and the score of 12 is four above the target of 9."),
    ("fernshire", "risks/summary", "Scores add up to 70 across the five open risks."),
    ("fernshire", "risks/summary", "Demand for care went up because its likelihood was raised to 5; its impact stays at 4."),
    ("fernshire", "risks/actions/summary", "The careers fair has yet to be held, but staff have been trained in recognising false e-mail."),
    (
        "kent",
        "summary/lead",
        "For the third quarter of the year 57% of Key Performance Indicators are achieving or exceeding target, with the majority showing improvement on the previous result.",
    ),
    ("kent", "summary/lead", "Of those indicators which are not yet at target, twelve are Amber and four Red."),
    ("kent", "summary/lead", "The only indicator to leave the Red category was personal budgets."),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Schools judged Good or Outstanding, Key Stage 2 results, SEN statements and apprenticeships are the four Greens.",
    ),
    (
        "kent",
        "summary/directorate/adult-social-care",
        "All five indicators improved or held steady, although personal budgets, at 71%, is below its target of 84%.",
    ),
    ("fernshire", "summary/lead", "Over 70% of rated indicators are Green and only one in ten is Red."),
    ("fernshire", "summary/directorate/people", "Five of the nine improved, and three were unchanged."),
    (
        "fernshire",
        "summary/directorate/resources",
        "Half are Green; complaints has gone to Amber, its 74% being 11 points short of the 85% target, and invoices to Red.",
    ),
    (
        "kent",
        "risks/summary",
        "Eight of the ten risks are rated Amber, and Social Care Demand, the only one at the maximum of 25, is to come down to 12.",
    ),
    ("kent", "risks/summary", "Four risks, CRR4, CRR7, CRR9 and CRR12, share a target score of 8."),
    ("kent", "risks/summary", "Governance and Internal Control, Better Care Fund and Safeguarding all score 12 with a target of 8."),
    (
        "kent",
        "risks/actions/summary",
        "Of the ten actions listed for after Quarter 3, two are already complete and seven are under regular review.",
    ),
    (
        "kent",
        "risk/CRR4/commentary",
        "Four of the five actions due in the quarter are complete, among them the seven recommendations of the continuity audit; exercises are outstanding.",
    ),
    ("kent", "risk/CRR10/commentary", "At 25 the risk cannot go higher, but the target of 16 would leave it Amber."),
    ("fernshire", "risks/summary", "Two risks have gone up since Quarter 1, one down and one is unchanged."),
    ("fernshire", "risks/actions/summary", "Both of the actions for Data and systems are complete."),
    ("fernshire", "risk/FR6/commentary", "The risk scored 9 before it was closed in July."),
    ("fernshire", "summary/lead", "All the indicators that were Amber in Quarter 1 are now Green."),
    ("kent", "summary/lead", "Customer Services has three of the 19 Greens and none of the Reds."),
    ("kent", "summary/directorate/adult-social-care", "Personal budgets (71%) is Amber; the other four are Green."),
    ("fernshire", "risks/actions/summary", "Gullies have been partly cleared; agreement with care homes on fees has been reached."),
    (
        "kent",
        "risks/actions/summary",
        "The commissioning and procurement review is complete, and the category management strategies have been written.",
    ),
    ("fernshire", "risks/summary", "With all targets met the register would still have one Red risk."),
)


@pytest.fixture(scope="module")
def referees():
    reports = {"kent": open_report(KENT), "fernshire": open_report(FERNSHIRE)}
    return {name: Referee(each.dataset, each.assessed) for name, each in reports.items()}


@pytest.mark.parametrize(("report", "block", "sentence"), TRUE)
def test_what_is_true_is_not_called_false(referees, report, block, sentence):
    found = referees[report].sentence(sentence, block)
    assert found.verdict in ("true", "rounded"), found.findings


@pytest.mark.parametrize(("report", "block", "sentence"), FALSE)
def test_what_is_wrong_is_called_false(referees, report, block, sentence):
    found = referees[report].sentence(sentence, block)
    assert found.verdict == "false", found.findings
