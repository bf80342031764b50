"""Whether what happened is good: by polarity, or where the distance from a target or range counts, by the distance."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from papers.dataset import Polarity
from papers.results import Happened, Went
from papers.travel.points import Point, distance

NO_POLARITY = "It is not said whether higher or lower values are better."

BY_DISTANCE: tuple[Polarity, ...] = ("closest", "range")
"""Polarities that count how far the figure is from where it should be."""

GOOD: Mapping[tuple[Polarity, Happened], Went] = {
    ("higher", "rose"): "improved",
    ("higher", "fell"): "worsened",
    ("lower", "rose"): "worsened",
    ("lower", "fell"): "improved",
    ("closest", "rose"): "worsened",
    ("closest", "fell"): "improved",
    ("range", "rose"): "worsened",
    ("range", "fell"): "improved",
}
"""What a change of the figure means; for the last two polarities, what a change of the distance means."""

JUDGED: Mapping[Went, str] = {"improved": "an improvement", "worsened": "worse", "same": "no change"}


def judged(what: Happened, polarity: Polarity) -> Went | None:
    """Whether what happened is good. None where the polarity does not say."""
    return "same" if what == "same" else GOOD.get((polarity, what))


def verdict(what: Happened, polarity: Polarity) -> str:
    """The clause that says why it is good or not: "; lower is better, so this is worse". Nothing to say where nothing changed."""
    went = judged(what, polarity)
    if went == "same":
        return ""
    if went is None:
        return f". {NO_POLARITY[:-1]}"
    better = "a smaller distance" if polarity in BY_DISTANCE else polarity
    return f"; {better} is better, so this is {JUDGED[went]}"


def measure(point: Point, polarity: Polarity) -> Decimal | None:
    """What is judged: the figure, or its distance from where it should be. None where it is not exactly known."""
    if polarity in BY_DISTANCE:
        return distance(point, polarity)
    return point.figure if point.exact else None


def measured(polarity: Polarity) -> str:
    """What is judged, in words."""
    return {"closest": "distance from the target", "range": "distance from the expected range"}.get(polarity, "figure")


def change(latest: Decimal, before: Decimal) -> Happened:
    """What happened to a number."""
    return "same" if latest == before else "rose" if latest > before else "fell"
