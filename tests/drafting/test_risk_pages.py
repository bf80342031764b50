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
    assert ["No score", "0", "1"] in words(found["risks/levels"])


def test_the_register_counts_open_risks_now_and_those_it_had_at_the_last_report():
    closed = replace(RISK, id="R2", current_score=None, target_score=None, previous_score=12, movement="closed")
    new = replace(RISK, id="R3", movement="new")
    stays = replace(RISK, id="R4", target_score=6, previous_score=20, movement="down")
    found = blocks(drafted(replace(three_months(), risks=(closed, new, stays))))
    assert words(found["risks/levels"])[0] == ["Level", "Last report", "Now", "At target"]
    assert words(found["risks/levels"])[-2:] == [["No score", "0", "0", "1"], ["Total", "2", "2", "2"]]
    assert plain(found["risks/summary"].inlines).startswith("The register holds two risks: none are Red, two Amber and none Green.")
    assert [each[0] for each in words(found["risks/register"])][1:] == ["R2 Floods", "R3 Floods", "R4 Floods"]


def test_an_open_risk_without_a_score_is_told_of_so_that_the_numbers_add_up():
    found = blocks(drafted(replace(three_months(), risks=(RISK, replace(RISK, id="R2", current_score=None)))))
    said = plain(found["risks/summary"].inlines)
    assert said.startswith("The register holds two risks: none are Red, one Amber, none Green and one has no score.")


def test_risks_with_likelihood_and_impact_stand_on_the_map():
    risk = replace(RISK, current_likelihood=3, current_impact=4)
    found = blocks(drafted(replace(three_months(), risks=(risk,))))
    assert words(found["risks/map"])[:2] == [["Likelihood", "Impact"], ["1", "2", "3", "4", "5"]]
    assert words(found["risks/map"])[4] == ["3", "Green 3", "Green 6", "Amber 9", "Amber 12 R1", "Amber 15"]
    assert plain(found["risks/map/summary"].inlines) == "R1 stands at likelihood 3 and impact 4, Amber 12."
    assert "risks/map/unplaced" not in found


def test_the_map_names_the_steps_of_a_scheme_that_has_words_for_them():
    info = replace(three_months().info, risk_scheme="kent-2012")
    risk = replace(RISK, current_likelihood=3, current_impact=4)
    found = blocks(drafted(replace(three_months(), info=info, risks=(risk,))))
    assert words(found["risks/map"])[1] == ["1 Minor", "2 Moderate", "3 Significant", "4 Serious", "5 Major"]
    assert words(found["risks/map"])[4][0] == "3 Possible"
    assert plain(found["risks/map/summary"].inlines) == "R1 stands at likelihood 3 (Possible) and impact 4 (Serious), Amber 12."


def test_a_risk_is_never_placed_by_its_score_and_the_map_says_why():
    placed = replace(RISK, id="R2", current_likelihood=3, current_impact=4)
    others = (
        replace(RISK, id="R3", current_score=25),
        replace(RISK, id="R4", current_score=None),
        replace(RISK, id="R5", current_likelihood=2),
    )
    found = blocks(drafted(replace(three_months(), risks=(RISK, placed, *others))))
    on_map = [text for line in words(found["risks/map"])[2:] for text in line[1:] if "R" in text.replace("Red", "")]
    assert on_map == ["Amber 12 R2"]
    assert plain(found["risks/map/unplaced"].inlines) == (
        "Not on the map: R1 Floods has a score of 12, which may be 3 by 4 or 4 by 3, and its likelihood and impact are not given; "
        "R3 Floods has a score of 25, and its likelihood and impact are not given; R4 Floods has no score; "
        "R5 Floods has a score of 12, which may be 3 by 4 or 4 by 3, and its impact is not given. A position is not guessed from a score."
    )


def test_there_is_no_map_where_no_risk_has_a_place_on_it():
    assert not any(key.startswith("risks/map") for key in blocks(drafted(replace(three_months(), risks=(RISK,)))))


MOVED = (
    replace(RISK, id="R2", title="Fire", previous_score=16, current_score=20),
    replace(RISK, id="R3", title="Storm", previous_score=12, movement="renamed", note="Called Wind before."),
    replace(RISK, id="R4", title="Frost", movement="new"),
    replace(RISK, id="R5", title="Drought", current_score=None, previous_score=8, movement="closed"),
)


def test_what_moved_since_the_last_report_is_named_with_both_scores():
    found = blocks(drafted(replace(three_months(), risks=MOVED)))
    assert [plain(item.inlines) for item in found["risks/moved"].items] == [
        "New: R4 Frost, at Amber 12.",
        "Closed: R5 Drought, last at Amber 8.",
        "Up: R2 Fire, from Red 16 to Red 20.",
        "Renamed: R3 Storm.",
    ]
    assert plain(found["risks/summary"].inlines).endswith(
        "Since the last report, one is new, one has been closed, one has gone up, one is unchanged and one has been renamed."
    )


def test_the_register_says_how_each_risk_moved_and_who_owns_it():
    owned = (replace(MOVED[0], owner="Chief Fire Officer"), *MOVED[1:])
    found = words(blocks(drafted(replace(three_months(), risks=owned)))["risks/register"])
    assert found[0] == ["Risk", "Last report", "Now", "At target", "Movement"]
    assert [line[0] for line in found[1:3]] == ["R2 Fire Owner: Chief Fire Officer", "R3 Storm Called Wind before."]
    assert [line[-1] for line in found[1:]] == ["Up", "Same Renamed", "New", "Closed"]


def test_a_register_of_which_no_movement_is_known_says_nothing_of_it():
    found = blocks(drafted(replace(three_months(), risks=(RISK,))))
    assert words(found["risks/register"])[0] == ["Risk", "Now", "At target"]
    assert "risks/moved" not in found


def rescored(scheme, *risks):
    info = replace(three_months().info, risk_scheme=scheme)
    return blocks(drafted(replace(three_months(), info=info, risks=risks)))


def test_another_scheme_leaves_the_levels_of_the_last_report_as_they_were_published():
    fell = replace(RISK, current_score=10, previous_score=15, previous_level="Amber", movement="down")
    found = rescored("risk-5x5-high-from-12", fell)
    assert words(found["risks/register"])[1][1:3] == ["Amber 15", "Amber 10"]
    assert words(found["risks/levels"])[1:3] == [
        ["Red High, scores 12 to 25", "0", "0", "0"],
        ["Amber Medium, scores 5 to 10", "1", "1", "0"],
    ]
    assert "from Amber 15 to Amber 10" in plain(found["risks/moved"].items[0].inlines)
    assert "It gave them by another scheme of risks" in plain(found["risks/levels/notes"].inlines)


def test_a_published_level_that_the_scheme_has_no_word_for_has_a_row_of_its_own():
    found = rescored(
        "risk-4x4",
        replace(RISK, previous_score=20, previous_level="Yellow"),
        replace(RISK, id="R2", previous_score=9, previous_level="Dire"),
    )
    table = words(found["risks/levels"])
    assert [line[0] for line in table[1:]] == [
        "Red High, scores 12 to 16", "Amber Medium, scores 6 to 9", "Green Low, scores 1 to 4",
        "Dire Dire, of the last report", "Yellow Moderate, of the last report", "No score", "Total",
    ]  # fmt: skip
    assert [line[1] for line in table[1:]] == ["0", "0", "0", "1", "1", "0", "2"]


def test_the_levels_of_the_last_report_need_no_note_under_the_same_scheme():
    found = rescored("risk-5x5", replace(RISK, previous_score=16, previous_level="High"))
    assert words(found["risks/register"])[1][1] == "Red 16"
    assert "risks/levels/notes" not in found


def acted(*actions):
    return blocks(drafted(replace(three_months(), risks=(RISK,), actions=actions)))


def test_overdue_actions_are_named_longest_overdue_first():
    found = acted(
        RiskAction("R1", "Q2", "Outstanding", "Walls built", dt.date(2020, 10, 19)),
        RiskAction("R1", "Q2", "Partly complete", "Drains cleared", dt.date(2020, 9, 20)),
        RiskAction("R1", "Q2", "Complete", "Wardens trained", dt.date(2020, 8, 1)),
        RiskAction("R1", "Q2", "Regular review", "Sandbags counted", dt.date(2020, 8, 1)),
        RiskAction("R1", "Q2", "Outstanding", "Pumps bought", dt.date(2020, 10, 20)),
        RiskAction("R1", "Q2", "Outstanding", "Map drawn"),
    )
    assert plain(found["risks/actions/due"].inlines) == (
        "On 20 October 2020, the day of the data, two actions are overdue. One is due on 20 October 2020. One open action has no due date."
    )
    assert [plain(item.inlines) for item in found["risks/actions/overdue"].items] == [
        "R1: Drains cleared, due on 20 September 2020, 30 days ago.",
        "R1: Walls built, due on 19 October 2020, one day ago.",
    ]
    assert [line[-1] for line in words(found["risks/actions/Q2"])[2:5]] == [
        "19 October 2020 Overdue",
        "20 September 2020 Overdue",
        "1 August 2020",
    ]


def test_a_register_without_an_overdue_action_says_so():
    found = acted(RiskAction("R1", "Q2", "Outstanding", "Pumps bought", dt.date(2020, 12, 20)))
    assert plain(found["risks/actions/due"].inlines) == (
        "On 20 October 2020, the day of the data, no open action is overdue. One is due on 20 December 2020."
    )
    assert "risks/actions/overdue" not in found
    closed = acted(RiskAction("R1", "Q2", "Complete", "Pumps bought", dt.date(2020, 1, 20)))
    assert plain(closed["risks/actions/due"].inlines) == "On 20 October 2020, the day of the data, no action was open."


def test_actions_without_due_dates_are_not_called_overdue():
    assert "risks/actions/due" not in acted(RiskAction("R1", "Q2", "Outstanding", "Pumps bought"))


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
