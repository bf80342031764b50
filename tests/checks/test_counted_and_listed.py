"""Rich sentences of summaries and of the register: counts, shares, what a part has, targets that are supposed, several actions in one sentence."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

TRUE = (
    (
        "kent",
        "summary/lead",
        "Nineteen indicators are Green, which is 54% of the total, while the Ambers are unchanged at 11 and Reds have gone up by one to five.",
    ),
    ("kent", "summary/lead", "Three indicators have moved down a rating since last quarter and one has moved up, leaving 19 at Green."),
    (
        "kent",
        "summary/lead",
        "More than half of the indicators are meeting target, with just under a third rated Amber and one in seven Red.",
    ),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Four of the ten are Green, with the remaining six split between Amber (four) and Red (two).",
    ),
    ("fernshire", "summary/lead", "Nearly two thirds of rated indicators met their target, up from just under half in Quarter 1."),
    (
        "fernshire",
        "summary/directorate/resources",
        "Two of the four indicators improved and two got worse, and two of them are ahead of target.",
    ),
    (
        "fernshire",
        "foreword",
        "It tracks 20 key performance indicators across three directorates for the quarter to the end of September 2025.",
    ),
    (
        "kent",
        "risks/summary",
        "Were all targets to be reached, only Management of Social Care Demand would remain Red and one risk, the delivery of savings, would fall to Green.",
    ),
    (
        "kent",
        "risks/summary",
        "Nine of the ten risks are still above their target score; Data and Information Management, at 9, has reached it.",
    ),
    (
        "kent",
        "risks/actions/summary",
        "The information asset register has been set up but the mandatory training in information governance has not been completed.",
    ),
    (
        "fernshire",
        "risks/summary",
        "One risk was closed during the quarter: the move of the county archive was completed and signed off in July.",
    ),
    ("fernshire", "risk/FR1/commentary", "Likelihood is 3 and impact 4, giving a score of 12, which is double the target of 6."),
    ("fernshire", "risk/FR3/commentary", "The score came down from 15 to 10 after the gully work, which is partly complete."),
    ("kent", "summary/lead", "Red indicators account for 14% of the total, up from 11% (four) last time."),
    (
        "kent",
        "summary/lead",
        "Customer Services, Public Health and Waste Management have one Green each, and Highways and Transportation three.",
    ),
    (
        "kent",
        "summary/directorate/highways-and-transportation",
        "Two of the three indicators improved and the other, routine repairs, was unchanged.",
    ),
    ("fernshire", "summary/lead", "All but one of the 20 indicators could be rated; 17 of those 19 are Green or Amber."),
    (
        "fernshire",
        "summary/lead",
        "With 12 Greens, five Ambers and two Reds, this is the best position for a year, although complaints and the age 11 results need attention.",
    ),
    (
        "fernshire",
        "summary/directorate/resources",
        "Calls and council tax are Green as before, invoices fell out of Green and complaints out of Amber.",
    ),
    ("kent", "risks/summary", "Bringing Safeguarding (15) and CRR17 (20) down to 10 each would take 15 points off the register."),
    ("kent", "risks/actions/summary", "CRR4 accounts for five of the 16 listed actions for Quarter 3, three complete and two outstanding."),
    ("kent", "risk/CRR12/commentary", "Regular research updates are complete, and the score of 12 is three above the target of 9."),
    ("fernshire", "risks/summary", "Demand for care went up because its impact was raised to 5; its likelihood stays at 4."),
    ("fernshire", "risk/FR4/commentary", "New this quarter at 12, Savings in 2026/27 is at its target and belongs to the Head of Finance."),
    (
        "kent",
        "summary/lead",
        "Net Direction of Travel in the quarter was positive with 21 indicators improving, 8 showing a fall in performance and 6 with no change.",
    ),
    ("kent", "summary/lead", "Education, Learning and Skills accounts for ten of the 35 indicators and two of the five Reds."),
    (
        "kent",
        "summary/directorate/customer-services",
        "84% of calls were answered in 20 seconds against a target of 75%, so this stays Green; the other two, at 94% and 54%, are Amber.",
    ),
    (
        "kent",
        "directorate/waste-management/commentary",
        "Landfill diversion stays Green at 82.6%, while household waste recycling centres at 71.8% were a tenth of a point short of target and so remain Amber.",
    ),
    (
        "fernshire",
        "summary/lead",
        "Two indicators, residual waste and the result at age 11, have no rating or no comparable result, which leaves 19 rated and 18 with a direction of travel.",
    ),
    ("fernshire", "summary/directorate/place", "Place has no Amber or Red indicators this quarter, where it had three Ambers in June."),
    (
        "kent",
        "risks/summary",
        "The table shows ten corporate risks by level: none Green, eight Amber and two Red; at target there would be one, eight and one.",
    ),
    ("kent", "risks/summary", "Four risks, CRR4, CRR7, CRR9 and CRR14, share a target score of 8."),
    ("kent", "risks/actions/summary", "Eleven of the 16 listed actions for Quarter 3, just over two thirds, have been completed."),
    (
        "kent",
        "risks/actions/summary",
        "Savings controls have been confirmed as robust, and extra monitoring of council tax collection is in place.",
    ),
    ("kent", "risk/CRR10/commentary", "At 25 the risk cannot go higher, and the target of 16 would leave it Red."),
    ("fernshire", "risks/summary", "Three risks are at 12, though for one of them that is already its target."),
    ("fernshire", "risk/FR6/commentary", "The risk scored 8 before it was closed in July."),
    (
        "kent",
        "summary/lead",
        "Of the two indicators that moved to Red one is in Adult Social Care and one in Education, Learning and Skills.",
    ),
    (
        "kent",
        "summary/directorate/adult-social-care",
        "Personal budgets (71%) is Red; the other four are at or within a few points of target.",
    ),
    (
        "kent",
        "risks/actions/summary",
        "The commissioning and procurement review is outstanding, although the category management strategies have been written.",
    ),
    (
        "fernshire",
        "data-quality",
        "One figure has been restated since the last report: children with three or more placements at June, from 9.6% to 10.1%.",
    ),
    ("kent", "foreword", "Of the 35 indicators in this report 19 are Green, and results for most of them are to the end of December 2013."),
    (
        "fernshire",
        "directorate/people/commentary",
        "There are four Greens, four Ambers and a Red among the directorate's nine indicators, and only repeat plans got worse.",
    ),
    (
        "kent",
        "directorate/specialist-childrens-services/commentary",
        "Three of six measures are Green and only caseholding posts, which improved, is Red.",
    ),
    ("kent", "summary/lead", "Services met target on 19 indicators, came near it on 11, and missed it by more than the tolerance on five."),
    (
        "kent",
        "summary/lead",
        "Members should note the five Reds: two in Education, Learning and Skills and one each in Adult Social Care, Public Health and Specialist Children's Services.",
    ),
    (
        "kent",
        "risks/summary",
        "Welfare Reform Act, at 12, and Procurement, at 9, are three points and one point above target respectively.",
    ),
    ("fernshire", "risks/summary", "Savings in 2026/27, at 12, is at its target score, and Workforce is at twice its own."),
    (
        "kent",
        "risk/CRR9/commentary",
        "Joint commissioning with the clinical commissioning groups is outstanding; the score is 12 and we want it at 8.",
    ),
    ("kent", "summary/lead", "More than twice as many indicators improved (21) as got worse (eight), and six did not move."),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "Green for adoptions and for both child protection plan measures; Amber for placements and initial assessments; Red for caseholding posts.",
    ),
    (
        "fernshire",
        "summary/directorate/people",
        "Six of nine have changed rating or kept Green, but the expected standard at age 11 has slipped from Amber to Red.",
    ),
    ("kent", "risks/summary", "Every risk but CRR1 stands above its target, the widest margin being the ten points on CRR17."),
    (
        "fernshire",
        "risks/summary",
        "Two of the risks, Data and systems and Workforce, have to be halved from 12 to 6, and Demand for care is to lose eight of its 20 points.",
    ),
)
FALSE = (
    ("kent", "summary/lead", "Almost half of all Red indicators are in Education, Learning and Skills, which has three of the five."),
    (
        "kent",
        "summary/lead",
        "We report on 35 indicators this quarter; 19 are Green, and there is one more Green and one fewer Red than at the end of September.",
    ),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "Initial assessments and adoptions both got better, whereas caseholding posts slipped back.",
    ),
    (
        "kent",
        "summary/directorate/public-health",
        "Neither of the two indicators met target, although the measurement of childhood obesity was unchanged.",
    ),
    ("fernshire", "summary/lead", "Nearly three quarters of rated indicators met their target, up from just under half in Quarter 1."),
    (
        "fernshire",
        "directorate/place/commentary",
        "Six of our seven indicators are Green, and three of these, routine repairs, potholes and carbon dioxide, were Amber in the last report.",
    ),
    ("fernshire", "foreword", "It tracks 20 key performance indicators across three directorates for the quarter to the end of June 2025."),
    ("kent", "risks/summary", "Safeguarding scores 15, five above its target, and Welfare Reform Act scores 12 against a target of 8."),
    ("kent", "risks/summary", "Eight of the ten risks are still above their target score."),
    (
        "kent",
        "risks/actions/summary",
        "The information asset register has been set up but the category management strategies have yet to be written.",
    ),
    ("fernshire", "risks/summary", "Flooding has fallen five points to 10 and is now below its target of 12."),
    ("fernshire", "risks/actions/summary", "Four of the six actions are complete, one is partly complete and one is outstanding."),
    ("fernshire", "risk/FR5/commentary", "Formerly known as Retention, the risk stays at 12, with a target of 6."),
    ("kent", "summary/lead", "Red indicators account for 14% of the total, up from 9% (three) last time."),
    ("kent", "summary/lead", "The Reds are social work posts, apprenticeships, schools in category, personal budgets and health checks."),
    (
        "kent",
        "summary/directorate/customer-services",
        "All three indicators are rated Amber, though call answering is within two points of target.",
    ),
    ("kent", "summary/directorate/specialist-childrens-services", "Adoptions and repeat plans both slipped a little and are now Amber."),
    (
        "fernshire",
        "summary/directorate/people",
        "Only one of the nine indicators got worse in the quarter, permanent exclusions, which lost its Green rating.",
    ),
    (
        "kent",
        "foreword",
        "This is the third report of the year, with results to the end of December 2013 for 35 key performance indicators; 60% of these are Green.",
    ),
    ("kent", "risks/summary", "CRR17 is scored at 20, which is five points less than Safeguarding and five more than Social Care Demand."),
    (
        "kent",
        "risks/actions/summary",
        "For CRR2 three actions are under regular review and the safeguarding improvement plan has still to be reviewed.",
    ),
    ("fernshire", "risks/summary", "Scores add up to 70 across the five open risks."),
    ("fernshire", "risks/actions/summary", "Nothing is overdue, and three of the six actions have been finished."),
    (
        "kent",
        "summary/lead",
        "For the third quarter of the year 57% of Key Performance Indicators are achieving or exceeding target, with the majority showing improvement on the previous result.",
    ),
    ("kent", "summary/lead", "Education, Learning and Skills accounts for ten of the 35 indicators and three of the five Reds."),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Schools judged Good or Outstanding, Key Stage 2 results, SEN statements and apprenticeships are the four Greens.",
    ),
    (
        "kent",
        "directorate/waste-management/commentary",
        "Landfill diversion stays Green at 82.6%, while household waste recycling centres at 71.8% were a tenth of a point ahead of target and so turn Green.",
    ),
    ("fernshire", "summary/directorate/people", "Five of the nine improved, and three were unchanged."),
    ("fernshire", "foreword", "Between July and September 14 of our 19 rated indicators were Green, and 13 improved."),
    ("kent", "risks/summary", "Four risks, CRR4, CRR7, CRR9 and CRR12, share a target score of 8."),
    ("kent", "risks/actions/summary", "Nine of the 16 listed actions for Quarter 3, just over half, have been completed."),
    (
        "kent",
        "risk/CRR4/commentary",
        "Four of the five actions due in the quarter are complete, among them the seven recommendations of the continuity audit; exercises are outstanding.",
    ),
    ("fernshire", "risks/summary", "Two of the risks have gone down since Quarter 1, Flooding by five points and Workforce by three."),
    ("fernshire", "risks/actions/summary", "Both of the actions for Data and systems are complete."),
    ("fernshire", "summary/lead", "Both of the indicators that are Red were Green in Quarter 1."),
    ("kent", "summary/lead", "Customer Services has three of the 19 Greens and none of the Reds."),
    ("fernshire", "summary/directorate/resources", "Complaints is Red at 74%; of the other three, one is Green and two Amber."),
    (
        "kent",
        "risks/actions/summary",
        "The commissioning and procurement review is complete, and the category management strategies have been written.",
    ),
    ("fernshire", "data-quality", "Two figures have been restated since the last report."),
    ("kent", "data-quality", "Business mileage is reported a quarter in arrears, so its latest figure is for June 2013."),
    ("fernshire", "foreword", "Three of our rated indicators are Red, one more than in June."),
    (
        "fernshire",
        "directorate/resources/commentary",
        "Invoices paid on time fell from Green to Amber, and council tax collection from Green to Amber too.",
    ),
    (
        "kent",
        "summary/lead",
        "As at December, 19 indicators are Green against 18 at September; Ambers have not changed (11) and Reds are up from four to five.",
    ),
    ("fernshire", "risks/summary", "Workforce is the only open risk without a target score, which is still to be confirmed."),
    (
        "fernshire",
        "risks/actions/summary",
        "The agreement with care homes on fees is due by the end of October, and gullies on flood routes are partly cleared.",
    ),
    (
        "kent",
        "summary/directorate/highways-and-transportation",
        "All three KPIs stay Green, with potholes now mended in 12 days on average, half the time allowed.",
    ),
    (
        "kent",
        "risk/CRR17/commentary",
        "The staff engagement strategy is not complete, although the change portfolio arrangements have been set up.",
    ),
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
