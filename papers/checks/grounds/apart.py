"""Whether a number is how far two figures lie apart, and on the side that its words tell."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papers.checks.facts import Figure
from papers.checks.grounds.number import Number
from papers.checks.grounds.sheet import SET
from papers.checks.language.amounts import holds
from papers.checks.reading import fits

Pair = tuple[Figure, Figure]
"""What a number is told from, and what it is told of: a target and a result, an earlier and a later figure."""


def is_size(number: Number, pair: Pair) -> bool:
    """Whether the number is how far the two figures lie apart: in percent of the first, in points, or in their unit."""
    one, two = pair
    amount, change = number.amount, abs(two.number - one.number)
    if number.gap and number.gap.word == "within":
        return two.unit == "percent" and change <= amount.value
    if amount.unit in ("%", "share"):
        return bool(one.number) and holds(amount, change * 100 / abs(one.number)) != "false"
    if amount.unit == "points":
        return two.unit == "percent" and holds(amount, change) != "false"
    if amount.unit and not fits(amount, two.unit):
        return False
    return holds(amount, change, two.unit) != "false"


def _is_turned(number: Number, pair: Pair) -> bool:
    """Whether the earlier figure is what is told of: "a year ago it was two points lower"."""
    past = number.piece.tokens[0].is_period and {"was", "were", "had", "stood"} & set(number.piece.words)
    return bool(
        past and number.subject and pair[0].name == pair[1].name and pair[0].observation is number.subject[0] and len(number.whens) == 1
    )


TIMES = frozenset(("day", "week", "month", "hour", "minute", "second"))
"""Units in which "gained" is better and "lost" is worse."""


def _side(number: Number) -> str:
    """The side that its words tell; time is gained where it is better."""
    if not number.gap:
        return ""
    timed = number.amount.unit in TIMES and {"gained": "better", "lost": "worse"}.get(number.gap.word)
    return timed or number.gap.side


def _is_from_us(right: Sequence[str]) -> bool:
    """Whether the distance is told from the council's own figure: "behind us", "above our 52.6%"."""
    return bool({"us", "ours"} & set(right[:4])) or any(one == "our" and two[0] == "#" for one, two in itertools.pairwise(right[:5]))


def is_side(number: Number, pair: Pair) -> bool:
    """Whether the second figure lies on the side of the first that the words tell."""
    change = (pair[1].number - pair[0].number) * (-1 if _is_turned(number, pair) else 1)
    side = _side(number)
    if pair[0].name == "comparator" and number.gap and _is_from_us(number.right):
        change = -change
    if not side or not change or (pair[0].name in SET and any(each.subject in SET for each in number.sheet.pieces)):
        return True
    if side in ("up", "down"):
        return (side == "up") == (change > 0)
    polarity = number.sheet.facts.indicator.polarity
    return polarity not in ("lower", "higher") or (side == "better") == ((change > 0) == (polarity == "higher"))
