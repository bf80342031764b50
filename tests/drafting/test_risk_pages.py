"""The pages of the risk register, on small registers."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from papers.dataset import (
    Risk,
    RiskAction,
    StatedTotal,
)
from papers.document import plain
from tests.drafting.made_reports import blocks, drafted, three_months, words

RISK = Risk("R1", "Floods", 12, "Amber", None, "", target_note="TBC")


def test_a_risk_without_a_target_score_says_so_and_is_counted():
    found = blocks(drafted(replace(three_months(), risks=(RISK,))))
    assert words(found["risks/register"])[1] == ["R1 Floods", "Amber 12", "TBC"]
    assert ["No score", "\u2013", "1"] in words(found["risks/levels"])


def test_the_register_counts_open_risks_now_and_those_it_had_at_the_last_report():
    closed = replace(RISK, id="R2", current_score=None, target_score=None, previous_score=12, movement="closed")
    new = replace(RISK, id="R3", movement="new")
    stays = replace(RISK, id="R4", target_score=6, previous_score=20, movement="down")
    found = blocks(drafted(replace(three_months(), risks=(closed, new, stays))))
    assert words(found["risks/levels"])[0] == ["Level", "Last report", "Now", "At target"]
    assert words(found["risks/levels"])[-2:] == [["No score", "\u2013", "\u2013", "1"], ["Total", "2", "2", "2"]]
    assert plain(found["risks/summary"].inlines).startswith("The register holds two risks: none are Red, two Amber and none Green.")
    assert [each[0] for each in words(found["risks/register"])][1:] == ["R2 Floods", "R3 Floods", "R4 Floods"]


def test_an_open_risk_without_a_score_is_told_of_so_that_the_numbers_add_up():
    found = blocks(drafted(replace(three_months(), risks=(RISK, replace(RISK, id="R2", current_score=None)))))
    said = plain(found["risks/summary"].inlines)
    assert said.startswith("The register holds two risks: none are Red, one Amber, none Green and one has no score.")


def test_risks_with_likelihood_and_impact_stand_on_the_map():
    risk = replace(RISK, current_likelihood=3, current_impact=4)
    table = blocks(drafted(replace(three_months(), risks=(risk,))))["risks/map"]
    assert words(table)[0] == ["Likelihood", *(f"Impact {n}" for n in range(1, 6))]
    assert words(table)[3] == ["3", "Green 3", "Green 6", "Amber 9", "Amber 12 R1", "Amber 15"]


def test_stated_totals_that_cover_unlisted_actions_say_so():
    data = replace(
        three_months(),
        risks=(RISK,),
        actions=(RiskAction("R1", "Q2", "Complete", "Walls built", dt.date(2020, 9, 1)),),
        stated=(StatedTotal("risk_actions/Q2", "total", Decimal(3), unlisted=True),),
    )
    found = blocks(drafted(data))
    assert words(found["risks/statuses"])[1:] == [["Q2"], ["Complete", "1", ""], ["Total", "1", "3"]]
    assert plain(found["risks/actions/summary"].inlines).endswith("The published total is 3; it covers two that are not listed.")
    assert words(found["risks/actions/Q2"])[-1] == ["Walls built", "Complete", "1 September 2020"]
