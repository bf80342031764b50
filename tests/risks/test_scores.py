import pytest

from papers.dataset import Risk, RiskAction
from papers.risks import count_actions, count_levels, score_problems, shipped_risk_scheme

SCHEME = shipped_risk_scheme()


def risk(score=12, level="Amber", target=8, target_level="Amber", **fields):
    return Risk("CRR1", "Data", score, level, target, target_level, **fields)


@pytest.mark.parametrize(
    ("score", "name", "word"),
    [(1, "Low", "Green"), (6, "Low", "Green"), (8, "Medium", "Amber"), (15, "Medium", "Amber"), (16, "High", "Red"), (25, "High", "Red")],
)
def test_scores_have_levels(score, name, word):
    level = SCHEME.level(score)
    assert (level.name, level.band.word) == (name, word)


def test_scores_are_a_likelihood_times_an_impact():
    assert SCHEME.scores == (1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25)


@pytest.mark.parametrize("score", [0, 7, 11, 17, 26, -4])
def test_other_numbers_are_no_scores(score):
    with pytest.raises(ValueError, match="is no score of risk-5x5"):
        SCHEME.level(score)


def test_every_score_has_exactly_one_level():
    for score in SCHEME.scores:
        assert sum(level.low <= score <= level.high for level in SCHEME.levels) == 1


def test_levels_are_counted_highest_first_and_nothing_is_guessed():
    assert list(count_levels([9, 25, None, 4], SCHEME).items()) == [("Red", 1), ("Amber", 1), ("Green", 1)]
    assert count_levels([], SCHEME) == {"Red": 0, "Amber": 0, "Green": 0}


def test_actions_are_counted_by_batch_and_status_in_their_order():
    statuses = ["Regular review", "Outstanding", "Complete", "On hold", "Complete"]
    actions = [RiskAction("CRR1", "Q3", status, "") for status in statuses] + [RiskAction("CRR1", "Q2", "Outstanding", "")]
    counts = count_actions(actions)
    assert list(counts) == ["Q3", "Q2"]
    assert list(counts["Q3"].items()) == [("Complete", 2), ("Outstanding", 1), ("Regular review", 1), ("On hold", 1)]


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        (risk(), []),
        (risk(level="Medium", target_level="amber"), []),
        (risk(level="", target=None, target_level="", target_note="TBC"), []),
        (risk(score=7), ["impossible-score"]),
        (risk(target=7), ["impossible-score"]),
        (risk(score=16), ["risk-level-differs"]),
        (risk(level="Purple", target_level="Green"), ["risk-level-differs", "risk-level-differs"]),
        (risk(current_likelihood=3, current_impact=4), []),
        (risk(current_likelihood=3), []),
    ],
)
def test_scores_levels_and_products_must_agree(given, codes):
    assert [found.code for found in score_problems([given], SCHEME)] == codes


def test_an_impossible_score_is_an_error_that_names_what_can_be():
    (found,) = score_problems([risk(score=7)], SCHEME)
    assert found.level == "error"
    assert "5, 6, 8" in found.fix
