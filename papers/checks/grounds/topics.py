"""What a statement is told of: the words with which it begins, and whether they name something else than the indicator does."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papers.checks.facts import stem
from papers.checks.grounds.sheet import MEASURES, Sheet
from papers.checks.grounds.words import AUXILIARY, side_of
from papers.checks.statements.aboutness import PARAPHRASES
from papers.checks.statements.commonwords import common
from papers.checks.statements.whose import is_anothers

SPLITTING = frozenset(
    (
        "small",
        "large",
        "big",
        "new",
        "old",
        "older",
        "younger",
        "long",
        "short",
        "other",
        "ones",
        "those",
        "county",
        "district",
        "regional",
        "some",
        "most",
    )
)
"""Words of a subject that is a part of what the indicator counts: "small tips", "large ones"."""
NARROWING = frozenset(("about", "for", "on", "from", "among", "to", "at", "in", "by", "with", "who", "that", "under"))
"""Words after a noun that tell which of them."""
VERBAL = ("ed", "ing", "ly")
SHORT = 2
SPARE = frozenset(("and", "but", "also", "the", "our", "its", "a", "an", "with", "even", "both", "all", "by", "some", "about", "another"))


def opening(words: Sequence[str]) -> tuple[str, ...]:
    """The words up to the first verb, direction, number, period or measure."""
    names = [each[1:] if each[0] == "=" and each[1:] not in MEASURES else each for each in words]
    head = itertools.takewhile(lambda each: each not in AUXILIARY and side_of(each) is None and each[0] not in "#@=", names)
    return tuple(each.removesuffix("'s").removesuffix("\u2019s") for each in itertools.dropwhile(lambda each: each in SPARE, head))


def is_other_thing(sheet: Sheet, words: Sequence[str], *, later: bool) -> bool:
    """Whether the words name something else, or a part of what the indicator counts; `later` where another statement stands before them."""
    if SPLITTING & set(words[-3:]) or _is_mean(sheet, words):
        return True
    if words[0] not in sheet.series and is_anothers(sheet.reading, " ".join(words), strictly=later):
        return True
    return _is_narrowed(sheet, words) or (later and _is_strange(sheet, words))


def _is_mean(sheet: Sheet, words: Sequence[str]) -> bool:
    """Whether the subject is an average, where the indicator is none: "the average grant", "the county average"."""
    return "average" in words and not {"average", "mean"} & set(sheet.facts.indicator.title.lower().split()) and len(words) > 1


def _is_strange(sheet: Sheet, words: Sequence[str]) -> bool:
    """Whether the last word of the subject, before what tells which, is a noun that the indicator's words do not have."""
    head = [*itertools.takewhile(lambda each: each not in NARROWING | {"of"}, words)][-1:]
    known = sheet.facts.known_words | common()
    return any(each.isalpha() and not each.endswith(VERBAL) and each not in PARAPHRASES and stem(each) not in known for each in head)


def _is_narrowed(sheet: Sheet, words: Sequence[str]) -> bool:
    """Whether what follows the noun of a subject makes it a part: "calls about bins", "the share due to stress", "jobs raised by members"."""
    known = sheet.facts.known_words | common()
    rest = list(itertools.dropwhile(lambda each: each not in NARROWING, words[1:]))
    return any(each.isalpha() and len(each) > SHORT and stem(each) not in known and each not in PARAPHRASES for each in rest)
