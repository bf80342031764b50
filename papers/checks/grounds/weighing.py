"""What the rules found, weighed against the grounds of each number: a number with a ground is right, one without any is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from papers.checks.aboutness import common, names_other, narrowed, scope
from papers.checks.facts import stem
from papers.checks.grounds.judging import judge
from papers.checks.grounds.multiples import multiples
from papers.checks.grounds.number import Number, numbers_of
from papers.checks.grounds.orders import orders
from papers.checks.grounds.sheet import Sheet, is_telling
from papers.checks.grounds.told import Told
from papers.checks.reading import Finding, Reading, finding_at

NUMERIC = frozenset(("level", "change", "share"))
"""Kinds of findings that a ground of their number undoes."""
UNCERTAIN = frozenset(("level", "target"))
"""Those that a further reading of their number undoes."""
RATIOS = NUMERIC | {"ratio"}
FEW = 2
"""How many words about something else a clause may have."""
SUBJECT_SHARE = 4


def weighed(found: Sequence[Finding], reading: Reading, around: tuple[Decimal, ...] = ()) -> list[Finding]:
    """The findings: those on numbers that have a ground are not false, and each number without one is.

    `around` are the figures of tables beside the indicator.
    """
    sheet = Sheet(reading, around)
    told = [(each, judge(each)) for each in numbers_of(sheet)]
    spans = [((each.token.start, each.token.stop), verdict, NUMERIC) for each, verdict in told]
    spans += [(span, verdict, RATIOS) for span, verdict in multiples(sheet)]
    kept = list(found)
    for span, verdict, kinds in spans:
        if verdict.verdict == "true" or verdict.doubted:
            kept = _without(kept, reading.coded.words(*span), kinds if verdict.verdict == "true" else UNCERTAIN)
    wrong = [
        ((each.token.start, each.token.stop), verdict)
        for each, verdict in told
        if verdict.verdict == "false" and _is_about(sheet, each, told)
    ]
    wrong += list(orders(sheet))
    wrong += [(span, verdict) for span, verdict, kinds in spans if kinds is RATIOS and verdict.verdict == "false"]
    return [*kept, *(_finding(reading, span, verdict) for span, verdict in wrong)]


def _without(found: Sequence[Finding], words: tuple[int, int], kinds: frozenset[str]) -> list[Finding]:
    """The findings; those of the kinds that are about those words are not false."""
    return [
        replace(each, verdict="unknown")
        if each.verdict == "false" and (each.kind in kinds or (each.start, each.stop) == words) and each.start < words[1] and words[0] < each.stop
        else each
        for each in found
    ]


def _finding(reading: Reading, span: tuple[int, int], told: Told) -> Finding:
    says = told.says or "the data has no such figure"
    finding = finding_at(reading.coded, span, "false", told.kind, says, computed=told.computed, wording=told.wording)
    return replace(finding, place=told.figures[0].place) if told.figures else finding


def _is_about(sheet: Sheet, number: Number, told: Sequence[tuple[Number, Told]]) -> bool:
    """Whether the number is one of the indicator's: nothing else is named in its clause, and the clause or another number speaks of it."""
    reading = sheet.reading
    low, high = scope(reading, finding_at(reading.coded, (number.token.start, number.token.stop), "false", "level", ""))
    clause = reading.text[low:high]
    bound = number.role or number.gap or number.own
    if names_other(reading, " ".join(number.piece.words) if number.role else clause) or (not bound and narrowed(reading, low, high)):
        return False
    others = (each for each, verdict in told if each is not number and verdict.verdict == "true" and not each.gap)
    if number.amount.unit not in ("share", "") and any(is_telling(each.amount) and not each.amount.word for each in others):
        return True
    words = [stem(each) for each in clause.split() if each[:1].isalpha() and len(each) > 2]
    telling = [each for each in words if each not in common()]
    own = sum(each in reading.facts.known_words for each in telling)
    return len(telling) <= FEW or (own > 0 and SUBJECT_SHARE * own >= len(telling))
