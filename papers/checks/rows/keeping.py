"""What two readings of one sentence found, joined: by the numbers that are held against all rows, and by the rules for single things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from papers.checks.reading import Finding, overlap

STRANGE = "it counts something else"
"""What is told of a number that counts something that no row does."""
NUMBERED = frozenset(("level", "change", "share", "sum", "ratio"))
"""Kinds of findings that tell of a number."""


def kept(judged: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of both readings, each once, without those called false whose number the judge finds right."""
    right = [each for each in judged if each.verdict in ("true", "rounded") or each.says == STRANGE]
    wrong = [each for each in judged if each.verdict == "false"]
    left: list[Finding] = []
    cells: dict[int, Finding] = {}
    for each in others:
        numbered = each.kind in NUMBERED and each.verdict == "false"
        same = [one for one in wrong if numbered and overlap(each, one)]
        cells.update((id(one), each) for one in same)
        if not same and not (numbered and any(overlap(each, one) for one in right)):
            left.append(each)
    yield from left
    told = [each for each in left if each.verdict in ("true", "rounded") and each.kind in (*NUMBERED, "rank")]
    for each in judged:
        if each.verdict == "false":
            yield replace(each, place=cells[id(each)].place) if id(each) in cells else each
        elif each.says != STRANGE and not any(overlap(each, one) for one in told):
            yield each


KINDLY = ("change", "direction", "level", "comparator", "run")
"""Kinds that both readings find: where they differ on the same words, the kinder one holds."""


def kindest(over: Sequence[Finding], single: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of both readings, without those called false in one and right in the other."""
    for own, other in ((over, single), (single, over)):
        for each in own:
            right = [one for one in other if overlap(one, each) and (own is single or one.verdict in ("true", "rounded"))]
            if each.verdict != "false" or not right or (own is over and each.kind not in KINDLY):
                yield each


CLOSE = 30
"""How many letters a count may stand before what is said of the indicators that it counts."""


def without_parts(found: Sequence[Finding]) -> list[Finding]:
    """The findings without those called false of single indicators in the words of a count that holds: "neither of the gaps met its target"."""
    right = [each for each in found if each.kind == "count" and each.verdict == "true"]
    return [
        each
        for each in found
        if each.verdict != "false"
        or each.kind in ("count", "run")
        or not any(overlap(each, one) and each.start - one.start < CLOSE for one in right)
    ]
