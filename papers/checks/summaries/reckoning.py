"""A count of a summary held in one reading: how many there are, of how many, and whether the words say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from papers.checks.language.amounts import Verdict
from papers.checks.language.quantities import Quantity, told
from papers.checks.summaries.spotting import Count


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A count held in one reading: the verdict, the number, of how many, and who they are."""

    verdict: Verdict
    number: int
    of: int
    ids: frozenset[str]


def verdict_of(count: Count, number: int, base: int, size: int, *, outer: int, every: int, other: bool) -> Verdict:
    """Whether the count says that many of the base, by its whole and its shares too, which may be of every one there is."""
    quantity = count.quantity
    if other:
        all_so = number == base and (quantity.kind != "count" or quantity.amount.value == base)
        return "true" if all_so else "false"
    if count.whole is not None and not quantity.ratio:
        if count.of_set and count.whole in (outer, number):
            return "true"
        if count.whole not in (base, size, outer):
            return "false"
        quantity = Quantity(quantity.kind, quantity.amount)
    verdict = told(quantity, number, base)
    if count.of_those and verdict == "false":
        verdict = told(quantity, number, outer)
    for share in count.shares:
        held = [told(share, number, whole) for whole in {base, size, every, *([outer] if count.of_those else [])}]
        if "true" not in held and "rounded" not in held:
            return "false"
        verdict = "rounded" if verdict == "true" and "true" not in held else verdict
    return verdict


def best_of(found: Sequence[Reckoned]) -> Reckoned | None:
    """The kindest of the readings."""
    return next((each for word in ("true", "rounded", "false") for each in found if each.verdict == word), None)
