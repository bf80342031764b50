"""Whose a change is: the indicator's, or that of something else that its clause tells of or that its words set it against."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papers.checks.facts import stem
from papers.checks.grounds.distances import distance
from papers.checks.grounds.levels import level
from papers.checks.grounds.number import Number, numbers_of
from papers.checks.grounds.pieces import FROM_TO
from papers.checks.grounds.sheet import in_unit, is_slip, is_telling, said_by
from papers.checks.grounds.topics import is_other_thing, opening
from papers.checks.grounds.words import AFTER_NUMBER, ARTICLES, AUXILIARY, COMPARE, HOW, side_of
from papers.checks.statements.aboutness import PARAPHRASES
from papers.checks.statements.commonwords import common

STEPS = frozenset(("rise", "increase", "growth", "fall", "drop", "decrease", "decline", "reduction", "improvement", "difference", "change"))
"""What a number may be a part of: "40 of the rise"."""
UNSAID = frozenset(("that", "usual", "normal", "average", "most", "before", "ever", "elsewhere"))
"""What a distance may be told from that no cell holds."""
COUNTED = frozenset(("more", "fewer", "less", "extra", "additional", "further", "another"))
COMPARED = COUNTED | {"higher", "lower", "better", "worse"}
CARRIED = frozenset((",", "(", "and", "taking", "leaving"))
"""How a statement is joined to the one before whose subject it may keep."""


def is_of_other(number: Number) -> bool:
    """Whether a number that tells of a change tells of one of something else."""
    return any(
        each(number)
        for each in (_is_part_of_step, _is_from_unsaid, _is_unset, has_other_subject, _has_strange_ends, _is_further, _is_of_agents)
    )


def _is_part_of_step(number: Number) -> bool:
    """Whether it is a part of a change: "slips made up 40 of the rise"."""
    return number.right[:1] == ("of",) and bool(STEPS & set(number.right[1:3])) and number.left[:1] != ("by",)


def _is_from_unsaid(number: Number) -> bool:
    """Whether it is told from what the data has not: "12 more than that", "9,000 more than usual"."""
    return any(one == "than" and two in UNSAID for one, two in itertools.pairwise(each for each in number.right[:6] if each not in HOW))


def _is_unset(number: Number) -> bool:
    """Whether its statement tells of a period of which the data has nothing: "two years ago we were 0.02 points above target"."""
    told = [each for each in number.whens if each.kind not in ("over", "current")]
    return bool(told) and not any(number.sheet.then_any(each) for each in told)


def has_other_subject(number: Number) -> bool:
    """Whether the subject of its statement is none of the indicator's, or a part of what the indicator counts, and has no figure of it."""
    at, words = subject(number)
    if not words or _is_figured(number, at) or (number.piece.measures and not at):
        return False
    return is_other_thing(number.sheet, words, later=at > 0) or _are_cases(number, words)


def _is_figured(number: Number, first: int) -> bool:
    """Whether a figure of the indicator, or another change of it, is told of the same subject."""
    last = number.at
    after = number.sheet.pieces[last + 1 : last + 2]
    if after and after[0].joint in (",", "(") and after[0].words[0] in ("from", "to", "at"):
        last += 1
    others = [each for each in numbers_of(number.sheet) if first <= each.at <= last and each is not number]
    return any((distance(each) if each.gap else level(each)).verdict == "true" for each in others if is_telling(each.amount))


def _are_cases(number: Number, words: Sequence[str]) -> bool:
    """Whether it tells of a number of cases, where the indicator is no count: "complaints fell by 22", "calls were up by 5.6%"."""
    if any(each.unit not in ("percent", "days") for each in number.sheet.all_figures):
        return False
    alone = len(words) == 1 and words[0].endswith("s") and words[0] not in PARAPHRASES
    if number.amount.unit == "%":
        return alone and number.sheet.facts.unit != "days"
    return number.amount.unit == "" and not number.amount.word and (alone or bool({"number", "numbers"} & set(words)))


def subject(number: Number) -> tuple[int, tuple[str, ...]]:
    """The words with which its statement begins, up to what tells the change, and which statement that is; else those of the one before."""
    sheet = number.sheet
    for at in range(number.at, -1, -1):
        piece = sheet.pieces[at]
        words = opening(piece.words[: piece.tokens.index(number.token)] if at == number.at else piece.words)
        if words or piece.joint not in CARRIED:
            return at, words
    return 0, ()


def counts_another(number: Number) -> bool:
    """Whether a strange noun or unit stands between it and the word of a change: "4 kg less than a year ago"."""
    noun, way = (*number.right[:2], "", "")[:2]
    if number.amount.unit or not noun.isalpha() or side_of(noun) is not None or way not in COMPARED or noun in HOW | AUXILIARY:
        return False
    return stem(noun) not in number.sheet.facts.known_words | common()


def _has_strange_ends(number: Number) -> bool:
    """Whether the two numbers told with it are none of the data's: "fell by 4, from 153 to 149"."""
    found = FROM_TO.search(number.sheet.reading.text)
    beside = {each.token.index for each in numbers_of(number.sheet) if abs(each.at - number.at) <= 1}
    if not found or not {int(each) for each in found.groups()} <= beside or str(number.token.index) in found.groups():
        return False
    ends = [number.sheet.reading.amount(each) for each in found.groups()]
    known = number.sheet.all_figures
    return not any(said_by(each, in_unit(each, known)) or any(is_slip(each, one.number) for one in known) for each in ends)


def _is_further(number: Number) -> bool:
    """Whether it counts some that came on top and compares nothing: "landowners cleared some 45 more themselves"."""
    gap = number.gap
    if not gap or gap.left or gap.word not in COUNTED or number.whens or number.piece.measures or COMPARE & set(number.right):
        return False
    verb = next((each for each in number.left if each not in HOW | ARTICLES), "")
    return bool(verb) and verb not in AUXILIARY and side_of(verb) is None


def _is_of_agents(number: Number) -> bool:
    """Whether it counts those by whom something was done: "the miles were claimed by 6,400 staff"."""
    gap, noun = number.gap, (*number.right[:1], "")[0]
    agents = noun.isalpha() and noun not in HOW | AFTER_NUMBER | COMPARE and side_of(noun) is None
    return bool(gap and gap.word == "by" and not gap.side and agents and not number.amount.unit)
