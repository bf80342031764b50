"""What happened to a risk since the last report: rows of the register, and the movement told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.dataset import Risk
from papers.risks import Movement, movement, movements, score_problems, shipped_risk_scheme
from papers.risks.scheme import possible_scores

SCHEME = shipped_risk_scheme()


def risk(current=12, previous=None, declared="", *, title="Data", target=None, name="CRR1"):
    return Risk(name, title, current, "", target, "", previous_score=previous, movement=declared)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (risk(12, 9, "down"), "Risk CRR1 is declared down; by its scores it went up."),
        (risk(12, 12, "down"), "Risk CRR1 is declared down; by its scores it stayed the same."),
        (risk(12, 9, "new"), "Risk CRR1 is declared new; by its scores it had a score in the last report."),
    ],
)
def test_a_contradicted_movement_says_what_the_scores_say(given, said):
    (found,) = score_problems([given], SCHEME)
    assert (found.level, found.message) == ("contradiction", said)


def test_registers_are_compared_by_id():
    before = [
        risk(9, name="A"),
        risk(9, name="B", title="Old  title"),
        risk(9, name="C"),
        risk(16, name="E"),
        risk(9, name="F", title="same TITLE"),
    ]
    now = [
        risk(12, name="A"),
        risk(9, name="B", title="New title"),
        risk(9, name="D"),
        risk(12, 12, name="E"),
        risk(9, name="F", title="Same title"),
    ]
    assert movements(now, before) == {
        "A": Movement("up", by=3, computed=True),
        "B": Movement("same", renamed=True, by=0, computed=True),
        "D": Movement("new", computed=True),
        "E": Movement("down", by=-4, computed=True),
        "F": Movement("same", by=0, computed=True),
        "C": Movement("closed", computed=True),
    }


def test_a_risk_under_a_new_id_is_what_it_is_declared_to_be():
    assert movements([risk(9, declared="renamed", name="B")], [risk(9, name="A")]) == {
        "B": Movement(None, renamed=True),
        "A": Movement("closed", computed=True),
    }


def test_a_target_above_the_current_score_is_pointed_out():
    (found,) = score_problems([risk(9, target=12)], SCHEME)
    assert (found.level, found.code) == ("advice", "risk-target-above")
    assert score_problems([risk(9, target=9), risk(9)], SCHEME) == ()


def test_a_previous_score_must_be_possible_too():
    (found,) = score_problems([risk(9, 7)], SCHEME)
    assert found.message == "The previous score of risk CRR1 is 7, which risk-5x5 can't give."


@pytest.mark.parametrize("field", ["current_likelihood", "current_impact", "target_likelihood", "target_impact"])
def test_a_step_that_the_scheme_lacks_is_an_error(field):
    (found,) = score_problems([Risk("CRR1", "Data", None, "", None, "", **{field: 6})], SCHEME)
    assert (found.level, found.code) == ("error", "off-the-scale")
    assert found.message == f"The {field.replace('_', ' ')} of risk CRR1 is 6; risk-5x5 goes from 1 to 5."


scores = st.sampled_from(possible_scores(5, 5))


@settings(deadline=None)
@given(scores, scores)
def test_movements_mirror_with_time(one, other):
    turned = {"up": "down", "down": "up", "same": "same"}
    assert movement(risk(one, other)).moved == turned[movement(risk(other, one)).moved]


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("ABCDEF"), scores), st.dictionaries(st.sampled_from("ABCDEF"), scores))
def test_every_risk_of_either_register_has_one_movement(now, before):
    found = movements([risk(score, name=name) for name, score in now.items()], [risk(score, name=name) for name, score in before.items()])
    assert set(found) == {*now, *before}
    assert sum(each.moved == "closed" for each in found.values()) == len(before.keys() - now.keys())
    assert sum(each.moved == "new" for each in found.values()) == len(now.keys() - before.keys())
