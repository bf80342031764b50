"""What the rules found, weighed against the grounds of each number: a number with a ground is right, one without any is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from papers.checks.aboutness import common, names_other, narrowed, scope
from papers.checks.facts import stem
from papers.checks.grounds.multiples import multiples
from papers.checks.grounds.numbers import Number, Sheet, Told, judge, numbers_of
from papers.checks.reading import Finding, Reading, finding_at

NUMERIC = frozenset(("level", "change", "share"))


def weighed(found: Sequence[Finding], reading: Reading, around: tuple[Decimal, ...] = ()) -> list[Finding]:
    """The findings: those on numbers that have a ground are not false, and each number without one is."""
    sheet = Sheet(reading, around)
    told = [(number, judge(number)) for number in numbers_of(sheet)]
    kept = list(found)
    for number, verdict in told:
        start, stop = reading.coded.words(number.token.start, number.token.stop)
        if verdict.verdict == "true" or verdict.rule in ("derived", "gap-loose"):
            kinds = NUMERIC if verdict.verdict == "true" else frozenset(("level", "target"))
            kept = [
                replace(each, verdict="unknown")
                if each.verdict == "false" and each.kind in kinds and each.start < stop and start < each.stop
                else each
                for each in kept
            ]
    for start, stop, verdict in multiples(sheet):
        span = reading.coded.words(start, stop)
        if verdict.verdict == "true":
            kept = [
                replace(each, verdict="unknown")
                if each.verdict == "false" and each.kind in NUMERIC | {"ratio"} and each.start < span[1] and span[0] < each.stop
                else each
                for each in kept
            ]
        elif verdict.verdict == "false":
            kept.append(finding_at(reading.coded, (start, stop), "false", "ratio", "; ".join(each.says for each in verdict.figures)))
    for number, verdict in told:
        if verdict.verdict == "false" and about(sheet, number, verdict, told):
            kept.append(_finding(reading, number, verdict))
    return kept


def _finding(reading: Reading, number: Number, verdict: Told) -> Finding:
    kind = "change" if verdict.rule.startswith("gap") else "level"
    return finding_at(
        reading.coded,
        (number.token.start, number.token.stop),
        "false",
        kind,
        "; ".join(each.says for each in verdict.figures[:2]) or "GROUND",
    )


def about(sheet: Sheet, number: Number, verdict: Told, told: Sequence[tuple[Number, Told]]) -> bool:
    """Whether the number is one of the indicator's: nothing else is named in its clause, and the clause or another number speaks of it."""
    reading = sheet.reading
    finding = finding_at(reading.coded, (number.token.start, number.token.stop), "false", "level", "")
    low, high = scope(reading, finding)
    clause = reading.text[low:high]
    if names_other(reading, clause):
        return False
    if not number.role and not number.gap and number.own is None and narrowed(reading, low, high):
        return False
    words = [stem(each) for each in clause.split() if each[:1].isalpha() and len(each) > 2]
    telling = [each for each in words if each not in common()]
    own = [each for each in telling if each in reading.facts.known_words]
    if number.amount.unit not in ("share", "") and any(
        other.verdict == "true" and not each.gap and each is not number and _is_telling(each) for each, other in told
    ):
        return True
    return bool(own) and 4 * len(own) >= len(telling) or len(telling) <= FEW


FEW = 2


def _is_telling(number: Number) -> bool:
    """Whether a number has two digits or more."""
    return len(str(number.amount.value).replace(".", "")) > 1 and not number.amount.word
