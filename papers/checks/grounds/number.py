"""One number of a sentence: whether it is a figure or a distance, of which measure, and whether it states anything."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from papers.checks.grounds.placed import Placed
from papers.checks.grounds.sheet import BOUNDS, SET, Sheet, once
from papers.checks.grounds.words import (
    AFTER_ONLY,
    ARTICLES,
    AUXILIARY,
    BEFORE_ONLY,
    COMPARE,
    CURRENTLY,
    DISTANT,
    HOW,
    IN_ORDER,
    MOVED,
    NEGATED,
    NEVER,
    OF_ROLE,
    OTHERS_OWN,
    SUFFERED,
    TIMES,
    TO_ROLE,
    TOLD_FROM,
    side_of,
)
from papers.checks.language.matching import matcher
from papers.dataset import Observation

OF_THOSE = matcher(r"(?<!\S)(?:of (?:those|these|them)|~\w+-of-(?:which|whom|them))(?: (?!,|;)\S+){0,3}(?: ,)? $")
RESTATED = frozenset(("equivalent", "comparable", "like-for-like", "restated", "recalculated"))
"""Words before a figure that another definition gives."""
FROM = matcher(r"(?<!\S)from (?:\S+ )?#")
OF_ALL = matcher(r"(?<!\S)for (?:all of|the whole(?: of)?)(?!\S)(?! of)(?! (?:the )?@)")
"""What a part is set against."""
AGAIN = frozenset(("restated", "restatement", "recalculated", "corrected", "recounted"))
"""Words of a sentence that tells what was published before."""
ERROR = matcher(r"(?<!\S)(?:plus or minus|confidence|margin of error)(?!\S)")
NEAR_ROLE = 2
"""How many words after a number its measure may stand."""
OF_OTHERS = frozenset(("for", "among", "by", "recorded", "reported", "published", "achieved", "seen"))
"""What may stand between a number and the comparator that it is of."""
TO_GO = tuple(("to", each) for each in ("reach", "meet", "hit", "go", "get", "find"))
"""Words after what is left of a target."""
FROM_IT = frozenset(("from", "behind", "over", "above", "below", "under", "beyond", "of", "than"))
"""Words before a pronoun that a distance is told from."""
INCLUDING = frozenset(("include", "includes", "included", "including", "comprising"))
"""Words before a part of what was told before."""
OTHERWISE = matcher(
    r"(?<!\S)(?:once|if|when|with|without|leaving|taking|setting|stripping)(?: \S+){0,6}? (?:left out|taken out|stripped out|set aside|left aside"
    r"|excluded|discounted|disregarded|removed|out)(?!\S)"
)
"""What is counted in another way than the data does."""
COPULAS = frozenset(("is", "was", "were", "are", "remains", "has", "had"))
"""Verbs between a figure and what is said of it: "14 days is quicker than the 15 of September"."""


@dataclass(frozen=True, slots=True)
class Gap:
    """That a number says how far two figures lie apart: on which side, and the word that told it, to its left or right."""

    side: str
    word: str
    left: bool


@dataclass(eq=False)
class Number(Placed):
    """A number of a sentence: a figure or a distance, of which measure and period."""

    @cached_property
    def said(self) -> list[Observation]:
        """The observations that the rest of the sentence names."""
        return self.sheet.mentioned(self.amount)

    @cached_property
    def gap(self) -> Gap | None:
        """What says that it is a distance: the word just after it or just before it, or the number that it says again in percent."""
        if self.amount.unit == "share" and self.right[:1] == ("of",):
            return None
        if self.left[:1] == ("within",) and self.amount.unit == "points":
            return Gap("", "within", left=True)
        if self.amount.unit in ("%", "share") and all(each in HOW for each in (*self.left, *self.right)):
            before = [each for each in numbers_of(self.sheet) if each.token.stop <= self.token.start]
            listed = self.piece.joint == "(" and self._after_piece[:1] in ((",",), ("and",))
            if before and self.at - before[-1].at == 1 and before[-1].gap and before[-1].amount.unit != self.amount.unit and not listed:
                return before[-1].gap
        if self.piece.joint == "and" and self.left in (("of",), ("by",)) and self.right[:1] and self.right[0] in COMPARE and self.before:
            return next((each.gap for each in numbers_of(self.sheet) if each.at == self.at - 1 and each.gap and each.gap.left), None)
        if self.piece.joint == "and" and not self.left and not self.right and self._goes_on:
            return next(each.gap for each in numbers_of(self.sheet) if self.before and each.token is self.before.tokens[-1])
        return self._told_after() or self._told_before() or (Gap("", "points", False) if self.amount.unit == "points" else None)

    def _told_after(self) -> Gap | None:
        """A side in the three words after it: "3 points up", "58 fewer", "1,253 (53%) over"; none in "one in six was missed"."""
        if self.is_left_to_go:
            return Gap("", "short", left=False)
        if not self.right and (beyond := self._beyond_bracket):
            return Gap(side_of(beyond) or "", beyond, left=False)
        for at, word in enumerate(self.right[:3]):
            side = side_of(word)
            if word[0] in "#@=*" or word in COPULAS or (word in ("from", "in", "for", "at", "than") and side is None):
                return None
            if word in ("over", "under") and self._is_time(self.right[at + 1 : at + 4]):
                return None
            if side is not None and word not in BEFORE_ONLY:
                if not at and word in MOVED:
                    return None
                if at and word in SUFFERED and self.right[at - 1] in AUXILIARY:
                    return None
                return Gap(side, word, left=False)
            if side is None and word not in HOW and not word.endswith(("s", "ly")):
                return None
        return None

    @property
    def is_left_to_go(self) -> bool:
        """Whether it is what is left of a target: "447 to go"."""
        return self.right[:2] in TO_GO

    @property
    def _beyond_bracket(self) -> str:
        """The side told after a bracket that says the number again; "" of none."""
        bracket, rest = [*self.sheet.pieces[self.at + 1 : self.at + 3], None, None][:2]
        if not bracket or not rest or bracket.joint != "(" or rest.joint != ")" or len(bracket.numbers) != 1:
            return ""
        return rest.words[0] if side_of(rest.words[0]) is not None and rest.words[0] not in BEFORE_ONLY else ""

    def _is_time(self, words: Sequence[str]) -> bool:
        """Whether the words after "over" are a time, not a figure."""
        if not words or words[0][0] == "@" or TIMES & set(words):
            return bool(words)
        return words[0][0] == "#" and self.sheet.reading.amount(words[0][1:]).unit in ("year", "quarter", "month", "week")

    def _told_before(self) -> Gap | None:
        """A side in the four words before it: "rose by 3", "an increase of 58"."""
        left = self.left
        if left[:1] in (("to",), ("at",), ("from",)) or next((each for each in left if each not in ARTICLES), "") in ("on", "than"):
            return None
        for at, word in enumerate(left[:4]):
            if word[0] in "#@=":
                return None
            if word == "by":
                sides = (side_of(each) for each in left[at + 1 : at + 5])
                return Gap(next((each for each in sides if each is not None), ""), word, left=True)
            if (side := side_of(word)) is not None and word not in AFTER_ONLY:
                return Gap(side, word, left=True)
            if word not in HOW:
                return None
        return None

    @cached_property
    def role(self) -> str | None:
        """The measure that the words beside it make it: "target of 75%", "the 75% target"; None where they say nothing."""
        for at, word in enumerate(self.left[:5]):
            if word[0] == "=":
                whose = self.left[at + 1 : at + 3]
                if whose[:1] in (("for",), ("of",)) and whose[1:] in (("=target",), ("=floor",)):
                    return whose[1][1:]
                return None if "at" in self.left[:at] and _sets_against(self.left[at + 1 : at + 4]) else word[1:]
            if word not in HOW | OF_ROLE and word[0] != "@":
                break
        for at, word in enumerate(self.right[:4]):
            given = at > 0 and " ".join(self.right[at + 1 : at + 3]).startswith("of #")
            if word[0] == "=" and (at < NEAR_ROLE or word == "=comparator") and not given:
                return word[1:]
            if word not in TO_ROLE and word not in OF_OTHERS:
                break
        if self.gap:
            return None
        if next((each for each in self.left if each not in ARTICLES), "") in TOLD_FROM:
            return None
        return self.piece.subject or (self.measures[0] if self.measures and not self.piece.measures else None)

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The measures of its statement: those of its piece, else that which "which", "that" or "away from it" points back to."""
        if self.gap and self.points_back:
            return next((each.measures for each in reversed(self.sheet.pieces[: self.at]) if each.measures), ())
        if self.piece.measures or self.piece.joint not in ("which", "that") or not self.before:
            return self.piece.measures
        return (self.before.tokens[-1].text[1:],) if self.before.tokens[-1].is_measure else ()

    @property
    def points_back(self) -> bool:
        """Whether it is told from "it", or by its statement of what the one before met or missed: "the target was missed, by 7.5"."""
        after = [*self.right[:5], ""]
        if any(
            one in FROM_IT and two in ("it", "them", "us", "ours") and three not in AUXILIARY
            for one, two, three in zip(after, after[1:], after[2:], strict=False)
        ):
            return True
        return self.piece.joint == "," and self.left[-1:] == ("by",) and len(self.left) == 1 and bool(self.before and self.before.measures)

    @cached_property
    def moved(self) -> str | None:
        """The measure that its statement tells a change of: "the target has gone up by", "a target that had gone up by"."""
        if self.gap is None or self.gap.word in DISTANT or not self.gap.left or self.points_back:
            return None
        return self.piece.subject or (self.measures[0] if self.measures and not self.piece.measures else None)

    @property
    def here(self) -> list[Observation]:
        """What its piece tells of: the periods that it holds, else that which the sentence is at, else the latest result."""
        periods = [each for each in self.piece.periods if "since" not in self.piece.before(each)[:1]]
        told = [one for each in periods for one in self.sheet.then(self.sheet.when(each.index))]
        return once(told or self.subject or [self.sheet.current])

    @cached_property
    def subject(self) -> list[Observation]:
        """The observations of the period that the sentence is at."""
        when = self.sheet.reading.subject_when(self.token.start)
        return list(self.sheet.then(when)) if when else []

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is of a period that the data has none of, of a restated series, of an error, or of somebody else's standard."""
        when = self.sheet.reading.subject_when(self.token.start)
        if when and not self.own and not self.whens and not self.sheet.then(when):
            return True
        if OTHERWISE.search(" ".join((*self.right, *self._after_piece))):
            return True
        if "respectively" in self.sheet.words or OF_ALL.search(self.sheet.reading.text):
            return True
        if not RESTATED.isdisjoint(self.left[:8]) or AGAIN & self.sheet.words or ERROR.search(self.sheet.reading.text):
            return True
        others = not OTHERS_OWN.isdisjoint(self.left[:5]) or (f"={self.role}", "=comparator") in itertools.pairwise(self.left[:5])
        return self.role in SET and others

    @property
    def _after_piece(self) -> tuple[str, ...]:
        """The conjunction and words of the statement after its own."""
        after = self.sheet.pieces[self.at + 1 : self.at + 2]
        return (after[0].joint, *after[0].words) if after else ()

    @property
    def is_part(self) -> bool:
        """Whether it counts a part of something told before: "of which 45 were ..."."""
        if self.piece.joint == "which" and self.before and self.before.words[-1] == "of":
            return True
        if self.piece.words[:2] == ("of", "whom"):
            return True
        if self.at and INCLUDING & set(self.left[:2]):
            return True
        if self.piece.joint == "," and self.left and set(self.left) <= COMPARE | ARTICLES and self.before and self.before.numbers:
            return next(each for each in numbers_of(self.sheet) if each.token is self.before.numbers[-1]).is_part
        return bool(OF_THOSE.search(self.sheet.reading.text[: self.token.start]))

    @property
    def is_current(self) -> bool:
        """Whether the words before it say that it is what is reported now, and no others tell of several figures in order."""
        if self.piece.joint == "which" and self.before_ends_with_period:
            return False
        if self.is_in_order:
            return False
        if self.left in ((), ("and",)):
            return self.piece.joint not in ("(", "with") and not self._goes_on
        after = self.sheet.pieces[self.at + 1] if self.at + 1 < len(self.sheet.pieces) else None
        if after and after.joint == "and" and after.tokens[0].is_number and not self.right:
            return False
        return self.left[0] in CURRENTLY and self.left[1:2] not in (("compared",), ("relative",))

    @property
    def is_in_order(self) -> bool:
        """Whether the sentence tells of several figures in order, of which none need be the latest."""
        return bool(IN_ORDER & self.sheet.words or FROM.search(self.sheet.reading.text))

    @property
    def _goes_on(self) -> bool:
        """Whether it goes on with a list of numbers: "71.8%, 71.7% and 71.8%"."""
        alone = len(self.piece.tokens) == 1 or (self.piece.joint == "and" and self.token is self.piece.tokens[0])
        return bool(self.before and self.before.tokens[-1].is_number and alone)

    @property
    def is_negated(self) -> bool:
        """Whether "no", "not" or "never" makes it a number that is not reached, or a bound of several."""
        bound = self.amount.around in BOUNDS or bool(NEVER & self.sheet.words and {"more", "less", "fewer"} & set(self.left[:3]))
        if self.role or (self.gap and not bound):
            return False
        if bound and NEGATED & self.sheet.words:
            return True
        return bool(NEGATED & set(self.piece.words)) or (not self.at and self.sheet.reading.text.split()[0] in NEVER)


def _sets_against(words: Sequence[str]) -> bool:
    """Whether the words set something against a target: "above target at 82%" gives the result."""
    return any(side_of(each) is not None or each in ("met", "meeting", "within", "on", "outside") for each in words)


@lru_cache(maxsize=1)
def numbers_of(sheet: Sheet) -> list[Number]:
    """Every number of the sentence; each one asks for the others, so they are made once."""
    return [Number(sheet, at, token) for at, piece in enumerate(sheet.pieces) for token in piece.numbers]
