"""What happened to a risk since the last report: told from its scores where both are known, else as the register declares it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from papers.dataset import Risk

Moved = Literal["new", "closed", "up", "down", "same"]

RENAMED = "renamed"
MOVES: Mapping[str, Moved] = {"new": "new", "closed": "closed", "up": "up", "down": "down", "same": "same"}
"""Declared movements; "renamed" says nothing of the score."""


@dataclass(frozen=True, slots=True)
class Movement:
    """How a risk moved: `moved` None where it is not known; `by` is the change of the score; `computed` tells it from a declared one."""

    moved: Moved | None
    renamed: bool = False
    by: int | None = None
    computed: bool = False


def movement(risk: Risk) -> Movement:
    """The risk's movement. New and closed are declared; up, down and same follow from the scores where both are given."""
    renamed = risk.movement == RENAMED
    declared = MOVES.get(risk.movement)
    if declared in {"new", "closed"}:
        return Movement(declared)
    if risk.previous_score is None or risk.current_score is None:
        return Movement(declared, renamed)
    by = risk.current_score - risk.previous_score
    return Movement("up" if by > 0 else "down" if by < 0 else "same", renamed, by, computed=True)


def contradicted(risk: Risk) -> bool:
    """Whether the declared movement is another than its scores give: a new risk has no previous score."""
    if risk.movement == "new":
        return risk.previous_score is not None
    found = movement(risk)
    return found.computed and MOVES.get(risk.movement, found.moved) != found.moved


def movements(risks: Sequence[Risk], before: Sequence[Risk]) -> Mapping[str, Movement]:
    """Every risk's movement against the register of the last report, by id: this report's risks, then those that are closed.

    A risk that the last register has under another title is renamed; one that it lacks is new unless its movement is declared.
    """
    old = {risk.id: risk for risk in before}
    found = {risk.id: _against(risk, old.get(risk.id)) for risk in risks}
    return {**found, **{risk.id: Movement("closed", computed=True) for risk in before if risk.id not in found}}


def _against(risk: Risk, before: Risk | None) -> Movement:
    if before is None:
        return movement(risk) if risk.movement else Movement("new", computed=True)
    found = movement(replace(risk, previous_score=before.current_score))
    return replace(found, renamed=found.renamed or _title(risk) != _title(before))


def _title(risk: Risk) -> str:
    return " ".join(risk.title.split()).casefold()
