"""States of risks and actions that a sentence words itself: a score, an owner, a due date. Their pattern is the words as they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from papers.checks.language.matching import matcher
from papers.checks.language.numerals import NUMBER_WORDS, WORD_NUMBER
from papers.checks.language.quantities import COUNTERS
from papers.checks.language.tallying import Member, State
from papers.dataset import Risk
from papers.risks import RiskScheme
from papers.wording import MONTHS

NUMBER = rf"(?:\d+|{WORD_NUMBER})"
SCORED = matcher(
    rf"\b(?:(?:with |have |has |had |carry |carries |share |shares )?(?:a |the same )?scores?(?: of)?|scored|scoring|stand at|stands at|rated|at)? ?(?:(?P<over>above|over|more than|higher than|greater than)|(?P<under>below|under|less than|lower than|fewer than)|(?P<least>at least))? ?(?P<n>{NUMBER})(?P<list>(?:, \d+)+(?= (?:and|or) \d))?(?:(?: or| and(?= \d+(?:[.,;)]|$))) (?P<other>{NUMBER}))?(?P<more> or (?:more|above|over|higher)| and (?:above|over|more))?(?P<less> or (?:less|below|under|lower|fewer)| and below)?(?! (?:risks?|actions?|of|points?|are|is|were|more|fewer|less|higher|lower)\b)(?![\w%]|\.\d)",
    re.IGNORECASE,
)
AIMED_SCORE = matcher(
    rf"(?:(?:with|has|have|had) )?(?:an? |the |their )?(?<!its )(?<!whose )\btargets?(?: scores?)? (?:(?:of|is|are|being|set|at|a|score) )+(?P<n>{NUMBER})(?! (?:risks?|of|points?)\b)(?![\w%])"
)
DATE = matcher(
    rf"\bdue (?P<way>by|in|at|on|before|for|after|back in)(?: the end of| end of)? (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{'|'.join(MONTHS)})(?: (?P<year>20\d\d))?"
)


HIGHEST = 10_000


def _number(words: str) -> int:
    return (
        int(words)
        if words.isdigit()
        else COUNTERS.get(words.lower()) or sum(NUMBER_WORDS[each] for each in re.split("[- ]", words.lower()))
    )


def scored_states(sentence: str) -> Iterator[State]:
    """States of a score that the sentence names: "score 12", "16 or more", "above 15"."""
    for found in SCORED.finditer(sentence):
        counts = re.match(r" [A-Z]| (?:at|as) (?:its |their |a )?targets?\b", sentence[found.end() :])
        if counts or not re.search(r"scor|stand|rated|above|over|below|under|more|less", found[0]):
            continue
        if found["other"]:
            listed = map(int, re.findall(r"\d+", found["list"] or ""))
            told = frozenset((_number(found["n"]), _number(found["other"]), *listed))
            yield State(f"at a score of {found[0].strip()}", found[0].strip(), _one_of(told), None, "score")
            continue
        low, high = _bounds(found, _number(found["n"]))
        yield State(f"at a score of {found[0].strip()}", found[0].strip(), at_level(low, high), was_at_level(low, high), "score")


def aimed_states(sentence: str, scheme: RiskScheme) -> Iterator[State]:
    """States of a target's level that the sentence names: "a Green target", "a target that is Green"."""
    for each in scheme.levels:
        word = each.band.word
        for found in re.finditer(
            rf"(?:(?:with|has|have|had) )?(?:an? )?\b(?i:{word}) (?i:targets?)(?: scores?| ratings?| levels?)?"
            rf"|(?:(?:with|has|have|had) )?(?:an? |whose )?\btargets?(?: scores?| ratings?| levels?)?(?: (?:that|which|is|are|of|at|in|rated))+ (?i:{word})\b",
            sentence,
        ):
            yield State(f"at a target that is {word}", found[0], _aimed_at(each.low, each.high), None, "aimed")
        for found in re.finditer(
            rf"\b(?:rated |at |on )?(?i:{word})(?: risks?| ratings?)?,? (?:at|on|once at|on reaching|when at) (?:their |its |the )?targets?\b(?: scores?| levels?)?",
            sentence,
        ):
            yield State(f"at a target that is {word}", found[0], _aimed_at(each.low, each.high), None, "aimed")
        for found in re.finditer(rf"\btargets? (?:is|are) [^;]*\b{NUMBER} (?:(?:is|are) )?(?P<level>(?i:{word}))\b", sentence):
            yield State(f"at a target that is {word}", found["level"], _aimed_at(each.low, each.high), None, "aimed")


def aimed_score_states(sentence: str) -> Iterator[State]:
    """States of a target score that the sentence names: "a target of 8", "for three of these the target is 8"."""
    for found in AIMED_SCORE.finditer(sentence):
        score = _number(found["n"])
        yield State(f"at a target of {score}", found[0], _aimed_at(score, score), None, "aimed")


def _aimed_at(low: int, high: int) -> Callable[[Member], bool]:
    return lambda risk: risk.target_score is not None and low <= risk.target_score <= high


def _one_of(scores: frozenset[int]) -> Callable[[Member], bool]:
    return lambda risk: risk.current_score in scores


def _bounds(found: re.Match[str], number: int) -> tuple[int, int]:
    if found["over"] or found["under"]:
        return (number + 1, HIGHEST) if found["over"] else (1, number - 1)
    if found["least"] or found["more"]:
        return number, HIGHEST
    return (1, number) if found["less"] else (number, number)


def owned_states(sentence: str, risks: tuple[Risk, ...]) -> Iterator[State]:
    """States of an owner whom the sentence names."""
    for owner in dict.fromkeys(each.owner for each in risks if each.owner):
        name = r"[\s,]+(?:for |of )?(?:the )?".join(re.escape(each) for each in re.findall(r"\w+", owner))
        if found := re.search(rf"(?:owned|led|held) by (?:the |our )?{name}|(?:belongs?|fall|falls) to (?:the )?{name}", sentence):
            yield State(f"owned by {owner}", found[0], _owner(owner), None, "owner")


def _owner(owner: str) -> Callable[[Member], bool]:
    return lambda risk: bool(risk.owner == owner)


def due_states(sentence: str, end: dt.date) -> Iterator[State]:
    """States of a due date that the sentence names."""
    for found in DATE.finditer(sentence):
        month = MONTHS.index(found["month"]) + 1
        day, year = int(found["day"] or 0), int(found["year"] or 0)
        yield State(found[0], found[0], _due_test(found["way"], day, month, year, end), None, "due")


def _due_test(way: str, day: int, month: int, year: int, end: dt.date) -> Callable[[Member], bool]:
    def test(action: Member) -> bool:
        if action.due is None:
            return False
        if way in ("by", "before", "after"):
            last = dt.date(year or (end.year if month >= end.month - 6 else end.year + 1), month, day or 28)
            same = (action.due.year, action.due.month) == (last.year, last.month) and not day
            earlier = action.due <= last if way == "by" else action.due < last
            return (action.due > last and not same) if way == "after" else earlier or (same and way == "by")
        return bool(action.due.month == month and year in (0, action.due.year) and day in (0, action.due.day))

    return test


def at_level(low: int, high: int) -> Callable[[Member], bool]:
    """Whether a score lies between the two, both included."""
    return lambda risk: risk.current_score is not None and low <= risk.current_score <= high


def was_at_level(low: int, high: int) -> Callable[[Member], bool | None]:
    """Whether the score of the last report lay there; None where it is not known."""
    return lambda risk: False if risk.movement == "new" else None if risk.previous_score is None else low <= risk.previous_score <= high
