"""Checking tells of the rules' errors in the same list as the data's."""

from papers.commands.check import check
from tests.intake.small_report import SMALL, write

OVERRIDES = "indicator_id,period_end,rating,by,date,reason\nPE01,2013-01-31,Amber,Ann Roads,2014-01-20,Wrong\n"
WRONG = {
    "schemes/our-own.toml": "x = 1\n",
    "risks.csv": SMALL["risks.csv"].replace("12,Amber", "7,Amber").replace(",3,4", ",,"),
    "overrides.csv": OVERRIDES,
}


def errors(folder):
    return {each.code for each in check(folder).problems if each.level == "error"}


def test_schemes_risk_scores_and_overrides_are_told_beside_an_error_in_the_data(tmp_path):
    floors = {"floors.csv": "indicator_id,distance\nPE01,-1\n"}
    assert errors(write(tmp_path, {**WRONG, **floors})) == {"negative-distance", "scheme-unclear", "impossible-score", "override-nowhere"}


def test_the_datas_contradictions_are_told_beside_an_error_of_the_rules(tmp_path):
    previous = {"stated_totals.csv": "subject,measure,value,unlisted\nrisk_actions/Q3,total,3,\n"}
    found = {each.code for each in check(write(tmp_path, {**WRONG, **previous})).problems}
    assert {"scheme-unclear", "stated-list-differs"} <= found


def test_an_override_is_not_called_wrong_while_figures_can_not_be_read(tmp_path):
    figures = {"observations.csv": SMALL["observations.csv"] + "PE01,Jan 13,,eighty,,,,,,\n"}
    assert errors(write(tmp_path, {**WRONG, **figures})) == {"not-a-number", "scheme-unclear", "impossible-score"}


def test_each_problem_is_told_once(tmp_path):
    problems = check(write(tmp_path, WRONG)).problems
    assert len(problems) == len(set(problems))


def test_a_folder_that_is_no_report_is_told_once(tmp_path):
    assert errors(tmp_path) >= {"missing-report"}
    assert errors(tmp_path / "nowhere") == {"no-such-file"}
