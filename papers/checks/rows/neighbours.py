"""The rows beside one in its column: their figures of a period, and how far each has moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from papers.checks.language.periods import When
from papers.checks.naming import key_of, table_of
from papers.checks.rows.periods import earlier, observed
from papers.checks.subjects import Candidate


def siblings(candidates: Sequence[Candidate], one: Candidate, kinds: Sequence[str]) -> list[Candidate]:
    """The rows beside it in the same column."""
    basis, unit = one.facts.indicator.basis, one.facts.unit
    rows = [each for each in candidates if table_of(each) and table_of(each) == table_of(one) and not each.total]
    return [each for each in rows if each.kind in kinds and each.facts.indicator.basis == basis and each.facts.unit == unit]


def of_rows(
    candidates: Sequence[Candidate],
    one: Candidate,
    when: When | None,
    change: re.Match[str] | None,
    kinds: Sequence[str],
    *,
    relative: bool = False,
) -> dict[str, Decimal]:
    """What each row has in that period: its figure, or its rise or fall, as an amount or in percent of what it is from."""
    if change:
        sign = 1 if change["up"] else -1
        steps = steps_of(candidates, one, when, None, relative=relative)
        return {key: step * sign for key, step in steps.items()}
    found: dict[str, Decimal] = {}
    for each in siblings(candidates, one, kinds):
        for seen in observed(each, when)[:1]:
            if (number := seen.number("actual")) is not None:
                found[key_of(each)] = number
    return found


def steps_of(
    candidates: Sequence[Candidate], one: Candidate, when: When | None, base: When | None, *, relative: bool = False
) -> dict[str, Decimal]:
    """How far each row's figure is from the one that it is compared with."""
    found: dict[str, Decimal] = {}
    for each in siblings(candidates, one, ("body",)):
        for now in observed(each, when)[:1]:
            then = next(earlier(each, now, base), None)
            new, old = now.number("actual"), then.number("actual") if then else None
            if new is not None and old is not None:
                found[key_of(each)] = (new - old) * 100 / old if relative and old else new - old
    return found
