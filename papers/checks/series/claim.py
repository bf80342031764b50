"""One statement that may be asked of every result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from papers.dataset import Observation


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that holds or not of each result: where it stands, and what it is of an observation; None where it can't be told."""

    start: int
    stop: int
    holds: Callable[[Observation], bool | None]
    denied: bool = False
    move: bool = False
    """Whether it is of the way from the result before."""
    level: bool = False
    """Whether it is of a number, which a rounded figure may be at or beside."""
    still: bool = False
    """Whether it is that nothing moved, which takes one result more than there are steps."""
