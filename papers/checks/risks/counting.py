"""Which numbers of a sentence count risks or actions, and are no scores, members of a few, or figures of something else."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from decimal import Decimal

from papers.checks.language.matching import matcher
from papers.checks.language.tallying import Tally


def counting(coded: Tally, scores: Container[int], *, alone: bool = False) -> Tally:
    """The sentence with those quantities alone that count; `scores` are places of numbers that are none, `alone` is the block of one risk."""
    told = False
    _leave_named(coded)
    for at, part in enumerate(coded.parts):
        scored = coded.spans[at][2] in scores or (told and coded.parts[at - 1] in ("other", "remaining"))
        told = told or scored
        if part[0] == "=" and part[1:].isdigit() and EDGE.search(" ".join(coded.parts[max(0, at - 3) : at + 2])):
            coded.parts[at] = "x" * len(part)
        if part[0] == "=" and (coded.parts[at - 1] in ("points", "point") or set(coded.parts[at - 1]) == {"x"}):
            coded.parts[at] = "x" * len(part)
        if part[0] == "#" and part[1:].isdigit() and coded.parts[at - 1] in MEMBER and coded.quantities[int(part[1:])].amount.value == 1:
            _count_whole(coded, int(part[1:]))
        if part[0] == "#" and part[1:].isdigit() and (scored or not _counts(coded, at, alone=alone)):
            coded.parts[at] = "x" * len(part)
    return coded


def _leave_named(coded: Tally) -> None:
    """Let what is named behind "including" be counted by nothing: "three score 12, including the new one on savings"."""
    for at, part in enumerate(coded.parts[:-1]):
        if part in ("including", "includes", "notably", "namely") and coded.parts[at + 1] in ("the", "that", "those", "our"):
            ends = (n for n in range(at + 1, len(coded.parts)) if coded.parts[n] in (",", ";", ".", ":", "while", "but"))
            for n in range(at + 1, next(ends, len(coded.parts))):
                if coded.parts[n][0] == "=" or (coded.parts[n][0] == "#" and _is_one(coded, n)):
                    coded.parts[n] = "x" * len(coded.parts[n])


def _is_one(coded: Tally, at: int) -> bool:
    """Whether the quantity there is a one that stands for a noun."""
    return coded.parts[at][1:].isdigit() and coded.quantities[int(coded.parts[at][1:])].amount.value == 1


MANY = 30
"""More than that are no risks or actions, unless it is said."""
MEMBER = frozenset(("is", "was", "as", "being", "remains", "this", "it", "are"))
"""What stands before "one of the two Red risks", which counts the two."""
EDGE = matcher(
    r"(?<!\S)(?:below|above|under|over|outside|short of|from|off)(?: (?:the|a))? =\d+ (?:bands?|thresholds?|zones?|line|mark|boundary)$"
)
"""A level that a score lies above or below."""


def _count_whole(coded: Tally, index: int) -> None:
    """Let "one of the two" count the two."""
    quantity = coded.quantities[index]
    if quantity.kind == "count" and quantity.whole:
        coded.quantities[index] = replace(quantity, amount=replace(quantity.amount, value=Decimal(quantity.whole)), whole=None)


def _counts(coded: Tally, at: int, *, alone: bool) -> bool:
    """Whether the quantity there counts: not where it tells by how much a score moved, or in digits has nothing after it to be counted.

    In the block of one risk numbers are its own, but for those that the word for risks follows.
    """
    start, stop, _, end = coded.spans[at]
    quantity, rest = coded.quantities[int(coded.parts[at][1:])], coded.text[stop:]
    if MOVED_BY.search(coded.text[:start]) or OF_ONE.search(coded.text[:start]) or re.match(r" of (?:just|only) ", coded.sentence[end:]):
        return False
    if quantity.kind == "share" and OF_SCORE.match(rest):
        return False
    if coded.parts[at - 1] in ("the", "that", "this") and quantity.amount.value == 1 and PRONOUN.match(coded.sentence[end:]):
        return False
    if coded.parts[at - 1] == "or" and coded.parts[at - 2][:1] in tuple("#x0123456789"):
        return False
    if alone or (quantity.whole or 0) > MANY:
        return bool(THINGS.match(rest))
    if quantity.kind == "all":
        return bool(ALL_OF.match(rest) or FOLLOWS.match(rest))
    return quantity.amount.word or quantity.kind != "count" or bool(FOLLOWS.match(rest))


THINGS = matcher(r" (?:of (?:the |our |all )*(?:#\d+ )?)?(?:(?!the |this )\S+ )?%")
FOLLOWS = matcher(r" (?:\S+ ){0,2}%| (?:of|are|were|have|had|remain|in|on|for|\(|to)(?!\w)| (?:\S+ )?=\d")
"""What stands after a number in digits that counts."""
ALL_OF = matcher(r" (?:is|was|has|but|the|these|those|#\d+)(?!\w)")
"""What else stands after "all", "both" and "none" of what is counted."""
PRONOUN = matcher(r" (?:on|for|against|under|to|that|which|with|at|in)(?!\w)")
"""What stands after "the one" that means another of the same."""
OF_SCORE = matcher(r" (?:of )?(?:its|their|what|that|as|the (?:present|current|score|=\d))(?!\w)")
"""What stands after a part of a score: "half its present 20"."""
MOVED_BY = matcher(r"(?<!\S)(?:by|likelihood of|impact of)(?: (?:about|over|under|nearly|almost|just))? $")
"""Before a number that says how far a score has moved, or how likely or grave a risk is."""
OF_ONE = matcher(r"(?<!\S)(?:rating|level|status|score) (?:(?:is|was|of) )?=\d+ \( $")
"""Before a score in brackets that stands after the level of one risk: "Current Risk Rating RED (20)"."""
EACH_OF = matcher(r"(?:each|all|both|none|neither)(?: of)? (?:which|whom|them|these|those)\b", re.IGNORECASE)
"""What is said of those that are named."""
LEFT_OPEN = matcher(
    r".*(?:\bor (?:(?:that|which) )?(?:is|are|was|were|has|have|did|do|does)\b|, (?:each|all|both|none|neither) of (?:which|whom|them|these)\b"
    r"|\bof the \S+ targets\b).*|\S+ (?:other|more|further) risks"
)
"""What counts those that are in one of two states, or some of others, or targets: not all risks in a state."""
