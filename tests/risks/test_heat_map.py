"""The heat map: which risks stand where, and which have no place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.dataset import Risk
from papers.risks import SHIPPED, heat_map, shipped_risk_scheme

SCHEME = shipped_risk_scheme()


def risk(name, likelihood=None, impact=None, score=12, **target):
    return Risk(name, "", score, "", None, "", current_likelihood=likelihood, current_impact=impact, **target)


def where(found):
    return {name: (cell.likelihood, cell.impact) for cell in found.occupied for name in cell.risks}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_map_has_a_cell_for_every_step_with_its_level(name):
    scheme = shipped_risk_scheme(name)
    rows = heat_map([], scheme).rows
    assert [row[0].likelihood for row in rows] == list(range(len(scheme.likelihoods), 0, -1))
    assert all([cell.impact for cell in row] == list(range(1, len(scheme.impacts) + 1)) for row in rows)
    assert all(cell.level == scheme.level(cell.likelihood * cell.impact) for row in rows for cell in row)


def test_risks_stand_where_likelihood_and_impact_put_them_in_register_order():
    found = heat_map([risk("B", 3, 4), risk("A", 3, 4), risk("C", 4, 3)], SCHEME)
    assert where(found) == {"B": (3, 4), "A": (3, 4), "C": (4, 3)}
    assert [cell.risks for cell in found.occupied] == [("C",), ("B", "A")]


@pytest.mark.parametrize("given", [risk("A"), risk("A", 3), risk("A", None, 4), risk("A", 6, 2)])
def test_a_score_is_never_placed_by_guess(given):
    found = heat_map([given], SCHEME)
    assert (where(found), found.unplaced) == ({}, ("A",))


def test_targets_have_a_map_of_their_own():
    found = heat_map([risk("A", 3, 4, target_likelihood=2, target_impact=3), risk("B", 3, 4)], SCHEME, "target")
    assert (where(found), found.unplaced) == ({"A": (2, 3)}, ("B",))


steps = st.none() | st.integers(0, 6)


@settings(deadline=None)
@given(st.lists(st.tuples(steps, steps), max_size=12))
def test_every_risk_is_placed_once_or_named_as_having_no_place(places):
    risks = [risk(f"R{n}", likelihood, impact) for n, (likelihood, impact) in enumerate(places)]
    found = heat_map(risks, SCHEME)
    placed = [name for row in found.rows for cell in row for name in cell.risks]
    assert sorted([*placed, *found.unplaced]) == sorted(each.id for each in risks)
    assert all(SCHEME.holds(*places[int(name[1:])]) for name in placed)
