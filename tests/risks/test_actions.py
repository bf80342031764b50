"""Actions by due date: rows of the register, and how they stand on a day."""

import datetime as dt

import pytest

from papers.dataset import RiskAction
from papers.risks import due_by_batch, is_open

DAY = dt.date(2014, 2, 14)


def action(due, status="Outstanding", batch="Quarter 3", text=""):
    return RiskAction("CRR1", batch, status, text, due and dt.date.fromisoformat(due))


@pytest.mark.parametrize(
    ("status", "expected"), [("Outstanding", True), ("Partly complete", True), ("Superseded", False), ("Ongoing", False)]
)
def test_an_action_is_open_while_something_is_left_to_do(status, expected):
    assert is_open(action(None, status)) is expected


def test_open_actions_stand_by_batch_longest_overdue_first_and_soonest_due_first():
    late, later = action("2013-12-31"), action("2014-01-31", "Partly complete")
    soon, then, never = action("2014-03-31"), action("2014-06-30"), action(None)
    other = action("2014-01-01", batch="Later")
    found = due_by_batch([then, later, other, never, soon, late, action("2013-01-01", "Complete")], DAY)
    assert list(found) == ["Quarter 3", "Later"]
    assert (found["Quarter 3"].overdue, found["Quarter 3"].coming, found["Quarter 3"].undated) == ((late, later), (soon, then), (never,))
    assert found["Later"].overdue == (other,)


def test_a_batch_with_nothing_left_to_do_is_still_named():
    (found,) = due_by_batch([action("2013-01-01", "Complete")], DAY).values()
    assert (found.overdue, found.coming, found.undated) == ((), (), ())
