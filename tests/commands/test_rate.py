"""`papers rate`: the card of one rating, and what another scheme would change."""

import json
import shutil

import pytest

from tests.commands.test_cli import run
from tests.conftest import KENT


def test_explain_prints_the_card_of_an_indicator():
    result = run("rate", KENT, "--explain", "CS01")
    assert result.exit_code == 0
    said = dict(line.split(maxsplit=1) for line in result.output.splitlines() if line.strip())
    assert (said["Value"], said["Target"], said["Rating"]) == ("84%", "75%", "Green")
    assert said["Rule"] == "floor-standard/1, higher is better"
    assert said["Nearest"] == "boundary   the target, 9 percentage points away"


def test_explain_gives_the_same_card_as_json():
    found = json.loads(run("rate", KENT, "--explain", "ENV01", "--json").stdout)
    (card,) = found["cards"]
    assert found["schema"] == "papers.card/1"
    assert (card["value"], card["compared"], card["target"], card["floor"]) == ("2912", "published", "3130", "3280")
    assert card["nearest_boundary"] == {"name": "the target", "distance": "218"}
    assert card["carried_forward_to"] == "2013-12-31"
    assert (card["direction"]["went"], card["direction"]["method"], card["direction"]["points"]) == ("improved", "previous-result", 2)


def test_explain_with_history_gives_the_cards_of_every_period():
    cards = json.loads(run("rate", KENT, "--explain", "CS01", "--history", "--json").stdout)["cards"]
    assert [card["rating"] for card in cards][:2] == ["Red", "Green"]


def test_explain_of_nothing_that_is_rated_is_a_problem():
    result = run("rate", KENT, "--explain", "ZZ99")
    assert result.exit_code == 1
    assert "No indicator called ZZ99 is rated." in result.output


def test_what_if_tells_the_changes_and_the_counts_they_would_give():
    result = run("rate", KENT, "--what-if", "tolerance-10")
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[-1] == "tolerance-10/1 would change 4 current ratings and 14 earlier ones: 19 Green, 9 Amber, 7 Red"
    assert any(line.startswith("SCS06") and "Amber would be Red" in line for line in lines)


def test_what_if_stands_beside_the_ratings_in_json():
    found = json.loads(run("rate", KENT, "--what-if", "tolerance-10", "--json").stdout)
    assert found["counts"]["rating"] == {"Green": 19, "Amber": 11, "Red": 5}
    other = found["what_if"]
    assert (other["rule"], other["counts"]["rating"]) == ("tolerance-10/1", {"Green": 19, "Amber": 9, "Red": 7})
    assert sum(each["current"] for each in other["changes"]) == 4


def test_what_if_takes_the_file_of_a_scheme(tmp_path):
    scheme = tmp_path / "trial.toml"
    scheme.write_text('extends = "tolerance-10"\n[settings]\ntolerance = 100', "utf-8")
    assert "trial/1 would change" in run("rate", KENT, "--what-if", scheme).output


def test_what_if_takes_a_scheme_of_the_report(tmp_path):
    folder = tmp_path / "kent"
    shutil.copytree(KENT, folder)
    (folder / "schemes").mkdir()
    (folder / "schemes" / "ours.toml").write_text('extends = "tolerance-5"', "utf-8")
    assert "ours/1 would change" in run("rate", folder, "--what-if", "ours").output


@pytest.mark.parametrize(("scheme", "said"), [("nowhere", "There is no rating scheme called nowhere"), ("no.toml", "There is no no.toml")])
def test_what_if_of_no_scheme_is_a_problem(scheme, said):
    result = run("rate", KENT, "--what-if", scheme)
    assert result.exit_code == 1
    assert said in result.output


def test_one_question_at_a_time():
    assert run("rate", KENT, "--what-if", "brag", "--explain", "CS01").exit_code == 2
