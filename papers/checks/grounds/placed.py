"""Where a number of a sentence stands, and of which period it is."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property

from papers.checks.grounds.pieces import Piece, Token
from papers.checks.grounds.sheet import Sheet
from papers.checks.grounds.words import AUXILIARY, AWAY, BINDING, COMPARE, ONWARDS, PARTING
from papers.checks.language.amounts import Amount
from papers.checks.language.periods import When

ADVERBIAL = ("current", "ago", "previous", "last", "lastyear", "back")
"""Kinds of periods that need no preposition: "this quarter", "a year ago"."""
ASIDE = 4
"""How many words stand between two commas that only name a period."""
VERBS = ("was", "were", "is", "are", "stood", "came")
NEAR, FAR = 7, 13
"""How many words after a number its period may stand: whatever lies between, and where no verb does."""


@dataclass
class Placed:
    """A number in its piece of the sentence, and the period that is its own."""

    sheet: Sheet
    at: int
    token: Token

    @property
    def piece(self) -> Piece:
        """The statement in which it stands."""
        return self.sheet.pieces[self.at]

    @cached_property
    def before(self) -> Piece | None:
        """The statement before its own."""
        return self.sheet.pieces[self.at - 1] if self.at else None

    @cached_property
    def amount(self) -> Amount:
        """What it says."""
        return self.sheet.reading.amount(self.token.index)

    @cached_property
    def left(self) -> tuple[str, ...]:
        """The words of the piece before it, the nearest first."""
        return self.piece.before(self.token)

    @cached_property
    def right(self) -> tuple[str, ...]:
        """The words of the piece after it."""
        return self.piece.after(self.token)

    @cached_property
    def whens(self) -> list[When]:
        """The periods of its piece."""
        return [self.sheet.when(each.index) for each in self.piece.periods]

    @cached_property
    def own(self) -> When | None:
        """The period that is its own: that of its place in a list, an end of the stretch of "from 654 to 712", that before "when", or the one beside it."""
        if self.token.index in self.sheet.listed:
            return self.sheet.listed[self.token.index]
        if (
            self.left[:1] in (("from",), ("to",))
            and "then" not in self.sheet.words
            and self.sheet.stretch
            and {"from", "to"} <= set(self.piece.words)
        ):
            return self.sheet.stretch[self.left[0] == "to"]
        if (joined := self._joined) is not None:
            return joined
        if told := self._of_measure:
            return None if told.kind == "current" and "year" in told.words.lower() else told
        led = self.left[:1] and self.left[0][0] == "@" and self.left[1:2] in (("in",), ("for",), ("during",))
        found = (led and self._own_before()) or self.own_after or self._own_before() or self._own_aside()
        if found and found.kind == "current" and self.left[:1] == ("from",):
            return None
        return None if found and found.kind == "over" else found

    @property
    def _of_measure(self) -> When | None:
        """The period right before the measure that the number is: "the March target of 2,200"."""
        at = next((at for at, each in enumerate(self.left[:3]) if each[0] == "="), None)
        before = self.left[at + 1 : at + 2] if at is not None and set(self.left[:at]) <= {"of", "is", "was", "at"} else ()
        return self.sheet.when(before[0][1:]) if before and before[0][0] == "@" else None

    def _own_aside(self) -> When | None:
        """The period between two commas beside it: "the latest count, for December, was 1,638", "is 51.2%, for June, ..."."""
        after = self.sheet.pieces[self.at + 1] if self.at + 1 < len(self.sheet.pieces) else None
        if (
            after
            and after.joint == ","
            and after.tokens[-1].is_period
            and len(after.tokens) < ASIDE
            and after.words[0] != "and"
            and not after.numbers
            and not self.right
        ):
            return self.sheet.when(after.periods[0].index)
        aside = self.before
        if not aside or self.piece.periods or self.piece.joint != "," or not aside.periods or len(aside.tokens) > ASIDE:
            return None
        return (
            self.sheet.when(aside.periods[0].index) if self.left[-1:] and self.left[-1] in VERBS and aside.joint in (",", "which") else None
        )

    @property
    def _joined(self) -> When | None:
        """The period with which the statement before ends, where "when", "which", a comma or a bracket joins this one to it."""
        bare = all(each[0] == "#" or each in ("at", "only", "just", "with", "or") for each in self.piece.words)
        listed = self.piece.joint == "(" and self._is_followed
        joined = self.piece.joint in ("when", "which") or (self.piece.joint in ("(", ",") and bare and not listed)
        if not joined or any(each.kind != "current" for each in self.whens) or not self.before or not self.before_ends_with_period:
            return None
        return self.sheet.when(self.before.periods[-1].index) if self.piece.joint == "when" or not self._before_compares else None

    @property
    def _is_followed(self) -> bool:
        """Whether another number follows it in the same list: "(310,000 and 388,400)"."""
        after = self.sheet.pieces[self.at + 1] if self.at + 1 < len(self.sheet.pieces) else None
        return len(self.piece.numbers) > 1 or bool(after and after.joint in ("and", ",") and after.tokens[0].is_number)

    @property
    def before_ends_with_period(self) -> bool:
        """Whether the statement before ends with a period."""
        return bool(self.before and self.before.tokens[-1].text != "and" and any(each.is_period for each in self.before.tokens[-2:]))

    @property
    def _before_compares(self) -> bool:
        """Whether that period is what something is compared with."""
        return bool(self.before and (AWAY | {"from", "against"}) & set(self.before.before(self.before.periods[-1])[:2]))

    @cached_property
    def own_after(self) -> When | None:
        """The period that stands after it."""
        here = self.piece.tokens.index(self.token)
        for at, each in enumerate(self.piece.tokens[here + 1 : here + FAR]):
            if each.is_number or (at >= NEAR and AUXILIARY & set(self.right[:at])):
                return None
            if each.is_period:
                before, when = self.piece.before(each)[0], self.sheet.when(each.index)
                if {"than", "then"} & set(self.right[:at]):
                    return None
                if when.kind == "current" and before[0] == "#" and self._is_bound_later(here + 1 + at):
                    continue
                adverb = at < NEAR and when.kind in ADVERBIAL and before not in COMPARE
                between = before == "between" and " and " in when.words
                return when if before[0] == "#" or before in BINDING or between or adverb else None
        return None

    def _is_bound_later(self, at: int) -> bool:
        """Whether another period with "for" or "in" follows that token before the next number: "10.1% now reported for June"."""
        rest = self.piece.tokens[at + 1 : at + NEAR]
        rest = tuple(itertools.takewhile(lambda each: not each.is_number, rest))
        return any(one.text in ("for", "in", "at") and two.is_period for one, two in itertools.pairwise(rest))

    def _own_before(self) -> When | None:
        if self.left[:1] and self.left[0] in ONWARDS and (self.left[0] != "to" or "from" in self.piece.words):
            return None
        if "from" in self.piece.words and "to" in itertools.takewhile(lambda each: each[0] not in "#@=", self.left):
            return None
        here = self.piece.tokens.index(self.token)
        for each in reversed(self.piece.tokens[:here]):
            if each.is_number or each.text in PARTING:
                return None
            if each.is_period:
                if (
                    self.sheet.when(each.index).kind == "current"
                    and self.piece.before(each)[:1] == ("of",)
                    and each is not self.piece.periods[0]
                ):
                    continue
                return None if AWAY & set(self.piece.before(each)[:2]) else self.sheet.when(each.index)
        return None
