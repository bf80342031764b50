"""What the rules found, weighed against the grounds of each number: a number with a ground is right, one without any is wrong."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from papers.checks.facts import Facts, stem
from papers.checks.grounds.judging import judge
from papers.checks.grounds.likely import is_likely
from papers.checks.grounds.limits import limits
from papers.checks.grounds.multiples import multiples
from papers.checks.grounds.number import Number, numbers_of
from papers.checks.grounds.orders import orders
from papers.checks.grounds.pairs import outright, stated
from papers.checks.grounds.sheet import Sheet, is_slip, is_telling
from papers.checks.grounds.told import Told
from papers.checks.grounds.words import AFTER_NUMBER, GENERAL, HOW, LEAVING
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding, Reading, finding_at
from papers.checks.statements.aboutness import FEW, are_of_subject, is_other, is_table, names_other, narrowed, scope, telling
from papers.checks.statements.commonwords import common

NUMERIC = frozenset(("level", "change", "share"))
"""Kinds of findings that a ground of their number undoes."""
UNCERTAIN = frozenset(("level", "target"))
"""Those that a further reading of their number undoes."""
RATIOS = NUMERIC | {"ratio"}
DOUBTED_TOO = {"change": frozenset(("change",)), "share": RATIOS}
"""Kinds that a further reading undoes of a change, and of a part."""

Span = tuple[int, int]


@dataclass
class Grounds:
    """What the data gives for each number of a sentence; `around` are the rows of tables beside the indicator."""

    reading: Reading
    around: tuple[Facts, ...] = ()

    @cached_property
    def sheet(self) -> Sheet:
        """What the sentence may draw upon."""
        return Sheet(self.reading, self.around)

    @cached_property
    def told(self) -> list[tuple[Number, Told]]:
        """Each number with its verdict."""
        return [] if is_table(self.reading) else [(each, judge(each)) for each in numbers_of(self.sheet)]

    @cached_property
    def multiples(self) -> list[tuple[Span, Told]]:
        """Each multiple with its verdict."""
        return list(multiples(self.sheet))

    @property
    def explained(self) -> list[Span]:
        """Where the numbers stand in the sentence that the data gives."""
        return [self.reading.coded.words(*_span(each)) for each, told in self.told if told.verdict == "true"]

    def weigh(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings: those on numbers that have a ground are not false, and each number without one is."""
        spans = [
            (_span(each), told, RATIOS if told.kind == "share" else NUMERIC)
            for each, told in self.told
            if not AGAIN.match(self.reading.text, each.token.stop)
        ]
        spans += [(span, told, RATIOS) for span, told in self.multiples]
        kept = list(found)
        for span, told, kinds in spans:
            if told.verdict == "true" or told.doubted:
                words = self.reading.coded.words(*span)
                doubted = UNCERTAIN | DOUBTED_TOO.get(told.kind, frozenset())
                kept = _without(kept, words, kinds) if told.verdict == "true" else _doubted(kept, words, doubted)
        wrong = (_finding(self.reading, span, told) for span, told in self._wrong())
        known = {(each.start, each.stop) for each in kept if each.verdict == "false"}
        held = {(each.start, each.stop, "share") for each in kept if each.kind == "level" and each.verdict in ("true", "rounded")}
        wrong = (each for each in wrong if (each.start, each.stop) not in known and (each.start, each.stop, each.kind) not in held)
        return [*kept, *wrong]

    def _wrong(self) -> Iterator[tuple[Span, Told]]:
        for each, told in self.told:
            far = told.kind == "level" and not each.gap and not is_likely(each)
            if told.verdict == "false" and not far and _is_about(self.sheet, each, self.told):
                yield _span(each), told
        yield from (each for each in self.multiples if each[1].verdict == "false")
        yield from orders(self.sheet)
        yield from limits(self.sheet)


AGAIN = matcher(r" as (?:much|many|high|long|large|big) again(?!\S)")
"""After a part, what makes it the part that is more: "half as much again"."""


def _span(number: Number) -> Span:
    return number.token.start, number.token.stop


def _without(found: Sequence[Finding], words: tuple[int, int], kinds: frozenset[str]) -> list[Finding]:
    """The findings; those of the kinds that are about those words are not false."""
    return [
        replace(each, verdict="unknown")
        if each.verdict == "false"
        and (each.kind in kinds or (each.start, each.stop) == words)
        and each.start < words[1]
        and words[0] < each.stop
        else each
        for each in found
    ]


def _doubted(found: Sequence[Finding], words: tuple[int, int], kinds: frozenset[str]) -> list[Finding]:
    """The findings; of those about these words, the ones that may be of something else are not false, but those held against all rows are."""
    loose = iter(_without([each for each in found if not each.bound], words, kinds))
    return [each if each.bound else next(loose) for each in found]


def _finding(reading: Reading, span: tuple[int, int], told: Told) -> Finding:
    says = told.says or "the data has no such figure"
    finding = finding_at(reading.coded, span, "false", told.kind, says, computed=told.computed, wording=told.wording)
    return replace(finding, place=told.figures[0].place) if told.figures else finding


def _is_about(sheet: Sheet, number: Number, told: Sequence[tuple[Number, Told]]) -> bool:
    """Whether the number is one of the indicator's: nothing else is named in its clause, and the clause or another number speaks of it."""
    reading = sheet.reading
    low, high = scope(reading, finding_at(reading.coded, (number.token.start, number.token.stop), "false", "level", ""))
    clause = reading.text[low:high]
    before, reason, _ = clause.partition(" as the ")
    if reason and number.token.start < low + len(before):
        clause = before
    bound = number.role or number.gap or number.own
    if any(is_slip(number.amount, each.number) for other, verdict in told if other is number for each in verdict.figures):
        return True
    if (number.gap and stated(number)) or _is_certain(sheet, number, told):
        return True
    if names_other(reading, " ".join(number.piece.words) if number.role else clause) or (not bound and narrowed(reading, low, high)):
        return False
    if number.role:
        return True
    if is_other(reading, clause) or _is_coloured(reading, number.piece.words):
        return False
    if number.amount.unit in ("%", "share") and (_is_of_other(number) or _is_of_group(number)):
        return False
    others = (each for each, verdict in told if each is not number and verdict.verdict == "true" and not each.gap)
    own, strange = telling(reading, clause)
    shared = any(is_telling(each.amount) and not each.amount.word for each in others)
    if number.amount.unit not in ("share", "") and shared and (bound or own or strange <= FEW):
        return True
    alone = number.gap and number.amount.unit == "%" and len(told) > 1
    return own + strange <= (1 if alone and not own else FEW) or are_of_subject(own, strange)


def _is_certain(sheet: Sheet, number: Number, told: Sequence[tuple[Number, Told]]) -> bool:
    """Whether a large number is a figure of the indicator, or the change that it says again is; it is a share of what it names; two are exchanged."""
    amount = number.amount
    if not number.gap and not amount.around and amount.plain >= THOUSAND and any(each.number == amount.value for each in sheet.all_figures):
        return True
    true = [each for each, verdict in told if verdict.verdict == "true" and each.amount.plain >= HUNDRED and not each.amount.around]
    if number.gap and any(each.gap or (each.at == number.at - 1 and outright(number)) for each in true):
        return True
    if any(each is number and verdict.kind == "share" and len(verdict.figures) > 1 for each, verdict in told):
        return True
    wrong = [(each.amount.value, verdict.figures[0].number) for each, verdict in told if verdict.verdict == "false" and verdict.figures]
    return any(one == amount.value and (two, one) in wrong and one != two for one, two in wrong)


THOUSAND, HUNDRED = 1000, 100
"""From which on a figure, and a change, is no chance."""


def _is_coloured(reading: Reading, words: Sequence[str]) -> bool:
    """Whether a rating's word stands before a noun of the title, as part of another name: "green waste"."""
    return any(one[0] == "*" and stem(two) in reading.facts.words for one, two in itertools.pairwise(words))


def _is_of_other(number: Number) -> bool:
    """Whether a percentage is one of something that the indicator's words do not name: "15.3% of schools"."""
    if number.right[:1] != ("of",):
        return False
    if LEAVING & set(number.right[1:2]):
        return True
    words = [each for each in number.right[1:5] if each.isalpha() and len(each) > SHORT and each not in WHICH][:2]
    known = number.sheet.facts.known_words
    return bool(words) and not any(stem(each) in known or each in GENERAL for each in words) and stem(words[0]) not in common()


def _is_of_group(number: Number) -> bool:
    """Whether its statement tells of some that are counted before it and that the indicator does not name: "three of the 12 teams reached 60%"."""
    counted = [two for one, two in itertools.pairwise(number.left[::-1]) if one[0] == "#" and not number.sheet.reading.amount(one[1:]).unit]
    known = number.sheet.facts.known_words
    return any(
        each.isalpha() and len(each) > SHORT and each not in HOW | AFTER_NUMBER | GENERAL and stem(each) not in known for each in counted
    )


SHORT = 2
WHICH = frozenset(("the", "our", "its", "these", "this", "that", "their"))
"""Words before the noun of which something is a part."""
