"""Mitigating actions by due date: which are overdue on a day, and what is due next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from papers.dataset import RiskAction

CLOSED = frozenset({"complete", "completed", "closed", "cancelled", "superseded"})
"""Statuses of actions on which nothing is left to do."""
STANDING = frozenset({"regular review", "ongoing"})
"""Statuses of actions that have no end, so that a date of theirs that has passed is no delay."""


@dataclass(frozen=True, slots=True)
class Due:
    """The open actions of a batch on a day: overdue ones (longest first), those still to come (soonest first), those without a date."""

    batch: str
    overdue: tuple[RiskAction, ...]
    coming: tuple[RiskAction, ...]
    undated: tuple[RiskAction, ...]


def is_open(action: RiskAction) -> bool:
    """Whether the action has an end that it has not reached."""
    return action.status.strip().casefold() not in CLOSED | STANDING


def is_done(action: RiskAction) -> bool:
    """Whether nothing is left to do on the action, not even a regular review."""
    return action.status.strip().casefold() in CLOSED


def is_overdue(action: RiskAction, day: dt.date) -> bool:
    """Whether the action is open and was due before the day; on its due date it still has the day."""
    return is_open(action) and action.due is not None and action.due < day


def due_by_batch(actions: Iterable[RiskAction], day: dt.date) -> Mapping[str, Due]:
    """The open actions by batch in the order given, as they stand on the day."""
    batches: dict[str, list[RiskAction]] = {}
    for action in actions:
        batches.setdefault(action.batch, []).append(action)
    return {batch: _due(batch, found, day) for batch, found in batches.items()}


def _due(batch: str, actions: Iterable[RiskAction], day: dt.date) -> Due:
    still = [action for action in actions if is_open(action)]
    dated = sorted((action for action in still if action.due), key=lambda action: action.due or day)
    late = tuple(action for action in dated if is_overdue(action, day))
    coming = tuple(action for action in dated if not is_overdue(action, day))
    return Due(batch, late, coming, tuple(action for action in still if action.due is None))
