"""Risks and their mitigating actions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from papers.errors import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk with its scores; likelihood and impact are given or not, and never guessed from the score."""

    id: str
    title: str
    current_score: int | None
    current_level: str
    target_score: int | None
    target_level: str
    target_note: str = ""
    """Such as TBC, where there is no target score."""
    current_likelihood: int | None = None
    current_impact: int | None = None
    target_likelihood: int | None = None
    target_impact: int | None = None
    previous_score: int | None = None
    previous_level: str = ""
    """The level that the last report's record has for that score; "" where there is no record."""
    movement: str = ""
    owner: str = ""
    note: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class RiskAction:
    """A mitigating action: its risk, the batch it was reported in, its status and due date."""

    risk: str
    batch: str
    status: str
    action: str
    due: dt.date | None = None
    place: Place = NOWHERE
