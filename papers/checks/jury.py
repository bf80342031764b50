"""A second look at what is called false: where one part of the sentence, read by itself, says that the same words are right, they are."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from papers.checks.language.ages import age_spans
from papers.checks.language.coding import Coded
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding

CUT = matcher(r"(?:; | \(|\) |\), |, (?:and|but|while|whereas|although|though) | while | whereas | although | but )")
"""Where a sentence can be cut into statements that stand for themselves."""
FINE = matcher(rf"(?:{CUT.pattern}|: |, (?:with|which|leaving|where|when|so|or|after|as) |, )")
"""Where else it can be cut, if what is left out tells of no other time and compares nothing."""
TELLING = matcher(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|quarters?|terms?|years?|months?|last|previous|next"
    r"|before|after|ago|earlier|since|then|than|from|targets?|planned|forecast|budget\w*|average|national\w*|neighbours|against|compared|respectively|both|these|those|them)\b"
)
"""Words without which what follows or precedes may mean another thing."""
MARK = matcher(r"[,;:](?= )|\(")
"""What sets one part of a sentence apart from the next."""
LONG = 26
MANY = 10
MUCH = 11
"""How many words a sentence has that is long, and how much it says, or says rightly, where one statement alone that does not hold may be
about something else.

Of fresh sentences on which these bounds were found, 16 of 76 false alarms stood in such ones, and 2 of 284 findings that were right.
"""
MOST = 6
"""Parts beyond which a sentence is cut at the first ones alone."""
MOSTLY = 0.6
NUMBERED = frozenset(("level", "change", "target", "comparator", "floor", "range", "ratio", "sum", "share"))
"""Kinds that tell of a number: where two readings take it for different ones, the kinder holds."""

Read = Callable[[str], Sequence[Finding]]


def heard(found: Sequence[Finding], sentence: str, read: Read) -> list[Finding]:
    """The findings; those called false that a part of the sentence says rightly are as that part says."""
    if all(each.verdict != "false" for each in found):
        return list(found)
    told = [(start, stop, _moved(read(sentence[start:stop]), start)) for start, stop in _windows(sentence)]
    return [_kinder(each, told) if each.verdict == "false" and each.kind not in WHOLE and not each.bound else each for each in found]


WHOLE = frozenset(("risk",))
"""What is read by the clauses of the whole sentence, each number bound to a name: a list cut in two would lose those named first."""
UNTOLD = 2
"""How many numbers that nothing accounts for make a sentence too strange to be called false."""
PLAINLY = frozenset(("rating", "reference", "action", "sum"))
"""Kinds that do not depend on the numbers of a sentence."""


def unsure(found: Sequence[Finding], coded: Coded, explained: Sequence[tuple[int, int]] = (), *, counts: bool = True) -> list[Finding]:
    """The findings; of a sentence whose numbers are mostly about something else, none that is called false.

    `explained` is where numbers stand in the sentence that the data gives; `counts` is whether small counts in words are of what it tells.
    """
    known = [(each.start, each.stop) for each in found if each.verdict != "unknown"] + list(explained)
    ages = age_spans(coded.sentence)
    spans = [
        each[2:]
        for each in coded.spans
        if _is_telling(coded, each[:2], counts=counts) and not any(a < each[3] and each[2] < b for a, b, _ in ages)
    ]
    untold = sum(not any(begin < stop and start < end for begin, end in known) for start, stop in spans)
    doubted = [
        each
        for each in found
        if each.verdict == "false" and not each.bound and untold >= UNTOLD - (each.kind == "level") and each.kind not in PLAINLY | WHOLE
    ]
    return [replace(each, verdict="unknown") if each in doubted else each for each in found]


def _is_telling(coded: Coded, span: tuple[int, int], *, counts: bool) -> bool:
    """Whether the token is a number that says what a sentence is about: where nothing is counted no length of time, no small count in words."""
    token = coded.text[span[0] : span[1]]
    if token[0] != "#":
        return False
    amount = coded.amounts[int(token[1:])]
    return counts or not (amount.word and amount.unit in SMALL)


SMALL = frozenset(("", "quarter", "month", "year", "week", "day", "term", "result", "time"))
"""Units of numbers in words that tell nothing: "two of the districts", "the first nine months"."""


def _windows(sentence: str) -> Iterator[tuple[int, int]]:
    """From where to where the parts of the sentence reach, one alone or several that follow each other."""
    coarse = set(_stretches(sentence, CUT))
    fine = set(_stretches(sentence, FINE)) - coarse
    yield from sorted(coarse | {(a, b) for a, b in fine if not TELLING.search(sentence[:a]) and not TELLING.search(sentence[b:])})


def _stretches(sentence: str, cut: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    cuts = list(cut.finditer(sentence))[:MOST]
    starts, stops = [0, *(each.end() for each in cuts)], [*(each.start() for each in cuts), len(sentence)]
    for first, last in itertools.combinations_with_replacement(range(len(starts)), 2):
        if (first, last) != (0, len(starts) - 1):
            yield starts[first], stops[last]


def _moved(found: Sequence[Finding], by: int) -> list[Finding]:
    return [replace(each, start=each.start + by, stop=each.stop + by) for each in found]


def _kinder(finding: Finding, told: Sequence[tuple[int, int, Sequence[Finding]]]) -> Finding:
    right = (
        each
        for start, stop, found in told
        if start <= finding.start and finding.stop <= stop
        for each in found
        if each.verdict in ("true", "rounded") and _covers(each, finding) and _alike(each, finding)
    )
    return next(right, finding)


def _covers(one: Finding, two: Finding) -> bool:
    """Whether the first is about most of the words of the second."""
    return min(one.stop, two.stop) - max(one.start, two.start) > MOSTLY * (two.stop - two.start)


def _alike(one: Finding, two: Finding) -> bool:
    """Whether both tell of the same: of one kind, or of a number."""
    return one.kind == two.kind or {one.kind, two.kind} <= NUMBERED


def hesitant(found: Sequence[Finding], sentence: str) -> tuple[Finding, ...]:
    """The findings; the only one that is called false in a long sentence, or in one that says much else rightly, as doubtful."""
    against = [each for each in found if each.verdict == "false"]
    if len(against) != 1 or against[0].bound or against[0].kind == "sum" or not _is_much(found, sentence):
        return tuple(found)
    return tuple(replace(each, verdict="doubtful") if each is against[0] else each for each in found)


def _is_much(found: Sequence[Finding], sentence: str) -> bool:
    marks = len(MARK.findall(sentence))
    holding = sum(each.verdict in ("true", "rounded") for each in found)
    words = len(sentence.split())
    return (words >= LONG and 2 * marks + words // 6 >= MANY) or marks + 2 * holding >= MUCH
