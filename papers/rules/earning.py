"""Whether every rating of a rule can be earned: tried on bounds of many sizes, so that a rule is only called in vain where it is.

A rating that better ones leave no figure for is a mistake: "floor or better" before "target or better", for example.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, product

from papers.dataset import Polarity
from papers.rules.book import Rule
from papers.rules.bounds import NUMBERS, Bounds
from papers.rules.intervals import Step, ends_of, word_at
from papers.rules.limits import DECIMALS, ONE_CASE

TARGETS = (Decimal(8), Decimal(80), Decimal(800))
SHARES = (Decimal("0.01"), Decimal("0.1"), Decimal("0.5"))
"""How far floors and tolerances may lie from the target, as a share of it: a percentage and a fixed distance come in either order."""

OTHERS = (Decimal(1), Decimal(75), Decimal(100), Decimal(1000))
"""What a further number, such as that of a year before, may be: better or worse than the target."""

CASES = {ONE_CASE: Decimal("0.5"), DECIMALS: Decimal(2)}
MOST = 3
"""Further numbers that are tried in every combination; rules that name more are taken as they are."""


def unearned(rule: Rule) -> tuple[str, ...]:
    """The ratings of the rule that no figure earns, whatever it is held against; best first."""
    needs = frozenset(name for _, clauses in rule.bands for clause in clauses for name in clause.needs)
    others = sorted(needs - NUMBERS - CASES.keys())
    if len(others) > MOST:
        return ()
    earned = {word for polarity in rule.polarities for bounds in _bounds(polarity, others) for word in _earned(rule, polarity, bounds)}
    return tuple(word for word, _ in rule.bands if word not in earned)


def _bounds(polarity: Polarity, others: list[str]) -> Iterator[Bounds]:
    """Bounds that a period may have, of several sizes."""
    for target, share, *further in product(TARGETS, SHARES, *(OTHERS for _ in others)):
        near = target * share
        floor = target + near if polarity == "lower" else target - near
        numbers = {**CASES, **dict(zip(others, further, strict=True))}
        yield Bounds(target, floor, True, target / 2, target, near / 2, near / 2, near, near, numbers)


def _earned(rule: Rule, polarity: Polarity, bounds: Bounds) -> Iterator[str]:
    """The ratings that some figure earns on these bounds: one on, between or beyond the ends of the ladder."""
    steps = rule.ladder(bounds, polarity, "", frozenset()).steps
    for figure in _figures(steps):
        word = word_at(figure, steps)
        if word:
            yield word


def _figures(steps: tuple[Step, ...]) -> Iterator[Decimal]:
    ends = sorted({end for end, _ in ends_of(steps)})
    if ends:
        yield from (ends[0] - 1, *ends, *((low + high) / 2 for low, high in pairwise(ends)), ends[-1] + 1)
