"""Targets of risks told apart from their scores: what is aimed at, where a risk should be, what other risks have."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

RIGHT = (
    ("kent", "risk/CRR13", "Delivery of savings currently scores 12 and is the only risk with a target score in the Green band (4)."),
    (
        "fernshire",
        "risk/FR2",
        "Demand for care went up from 16 to 20 in the quarter and is still Red, some way off the Amber 12 we are aiming at.",
    ),
    ("kent", "risks/summary", "Delivery of savings is the only risk whose target is Green, at 4."),
    ("kent", "risks/summary", "Savings is the only risk for which we are aiming at a Green score (4)."),
    ("kent", "risk/CRR10", "At 25 this risk is well above the 16 that we are working towards."),
    ("kent", "risk/CRR17", "The score of 20 is twice the 10 where we want it to be."),
    ("kent", "risk/CRR17", "The risk is Red at 20, ten points from the Amber of its target."),
    ("kent", "risk/CRR13", "The risk is Amber, eight points off the Green 4 we hope to reach."),
    ("kent", "risks/summary", "Only savings aims for Green; the other nine risks have targets in the Amber or Red bands."),
    ("fernshire", "risk/FR1", "Data and systems stays at 12, some way from the Green 6 that we would like to see."),
    ("fernshire", "risk/FR1", "Data and systems is Amber, with a target in the Green band (6)."),
    ("fernshire", "risk/FR4", "At 12 the risk is at its target, the only one of the register that is."),
    ("fernshire", "risks/summary", "Demand for care is the only Red risk, and its target of 12 would bring it down to Amber."),
    ("fernshire", "risks/summary", "Demand for care needs to come down by eight points, from 20 to 12, before it is back at Amber."),
    ("fernshire", "risk/FR2", "A plan to bring the score back to 16 by March, and to 12 a year later, goes to Cabinet in January."),
    ("fernshire", "risk/FR2", "A new fee model, due to be agreed in March, is meant to take the risk back to Amber."),
    ("kent", "risk/CRR10", "Against a target of 16 the risk scores 25, the highest on the register by five points."),
    ("kent", "risk/CRR7", "Like four other risks on 12, governance and internal control is meant to be brought down to 8."),
    ("kent", "risks/summary", "Procurement is closest to where we want it, at 9 against 8."),
    ("kent", "risk/CRR12", "The target for this risk was set at 9 and not at 8, as for most others on 12, since much is out of our hands."),
    ("kent", "risk/CRR9", "The goal is a score of 8, which is the goal for three other risks as well."),
    ("kent", "risk/CRR17", "An Amber rating of 10 is the aim for this risk, now Red at 20."),
    ("kent", "risk/CRR13", "Three of the other risks at 12 have a target of 8; for this one we have set ourselves 4."),
    ("kent", "risk/CRR13", "Its target of 4 is the lowest of all and the only one that is Green."),
    ("kent", "risk/CRR13", "The target score is 4 and the level at target Green, although today the risk is still Amber."),
    ("fernshire", "risk/FR2", "It is eight points above where it should be, at 20 against 12."),
    ("fernshire", "risks/summary", "Two risks, data and workforce, are halfway to nowhere: both are at 12, with 6 as the target."),
    ("fernshire", "risks/summary", "Three of the four targets are lower than the score of the risk; savings alone is already there."),
    ("fernshire", "risks/summary", "Both of the risks with a Green target, data and workforce, are Amber at 12."),
    ("kent", "risks/summary", "Savings, with a Green target, is at 12."),
    ("kent", "risk/CRR17", "The level at target is Amber, the score at target 10."),
    ("kent", "risk/CRR10", "The level we are content to live with is 16, and today's score is 25."),
    ("kent", "risk/CRR10", "The Council is prepared to accept a score of 16, which is still Red."),
    ("kent", "risk/CRR17", "The score wanted is 10 against a score today of 20."),
    ("kent", "risk/CRR4", "Once the generators are in, the risk will be scored again, and 8 is what we expect."),
    ("kent", "risk/CRR13", "No other risk has so low a target: it is 4, where most of the others have 8 or more."),
    (
        "fernshire",
        "risk/FR2",
        "While others have come down or stayed where they were, this risk rose by four points, and its target of 12 looks a long way off.",
    ),
    ("fernshire", "risk/FR3", "Flooding, which has no target as yet, would be Green at 6 or below."),
)
WRONG = (
    ("kent", "risk/CRR13", "Delivery of savings currently scores 12 and is the only risk with a target score in the Amber band (9)."),
    ("fernshire", "risk/FR2", "Demand for care is still Red, some way off the Green 6 we are aiming at."),
    ("kent", "risk/CRR10", "At 25 this risk is well above the 12 that we are working towards."),
    ("kent", "risk/CRR10", "Against a target of 16 the risk scores 25, the highest on the register by four points."),
    ("kent", "risk/CRR17", "The risk is Red at 20, ten points from the Green of its target."),
    ("kent", "risk/CRR17", "An Amber rating of 12 is the aim for this risk, now Red at 20."),
    ("kent", "risk/CRR17", "An Amber rating of 10 is the aim for this risk, now Red at 25."),
    ("kent", "risk/CRR17", "The score of 20 is twice the 8 where we want it to be."),
    ("kent", "risks/summary", "Only welfare reform aims for Green; the other nine risks have targets in the Amber or Red bands."),
    ("kent", "risk/CRR7", "Like three other risks on 12, governance and internal control is meant to be brought down to 8."),
    ("fernshire", "risks/summary", "Both of the risks with a Green target, data and workforce, are Amber at 10."),
    ("fernshire", "risk/FR2", "It is six points above where it should be, at 20 against 12."),
    ("kent", "risk/CRR13", "Its target of 4 is the second lowest of all."),
    ("fernshire", "risks/summary", "Demand for care is the only Amber risk, and its target of 12 would bring it down to Green."),
)


@pytest.fixture(scope="module")
def referees():
    reports = {"kent": open_report(KENT), "fernshire": open_report(FERNSHIRE)}
    return {name: Referee(report.dataset, report.assessed) for name, report in reports.items()}


@pytest.mark.parametrize(("report", "block", "sentence"), RIGHT)
def test_what_is_aimed_at_is_held_against_the_target(referees, report, block, sentence):
    found = referees[report].sentence(sentence, block)
    assert found.verdict != "false", found.findings


@pytest.mark.parametrize(("report", "block", "sentence"), WRONG)
def test_a_wrong_target_is_called_false_however_it_is_told(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict == "false"
