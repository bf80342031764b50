"""Counts that are compared with the last report: from four to five, up by one, unchanged at 11, one Green fewer."""

from __future__ import annotations

from dataclasses import dataclass

from papers.checks.language.quantities import told as told_of
from papers.checks.language.tallying import State
from papers.checks.summaries.account import Account
from papers.checks.summaries.comparing import NEAR, OUTNUMBER, Comparing, Side
from papers.checks.summaries.figures import is_told_of
from papers.checks.summaries.sets import wholes
from papers.checks.summaries.words import AGAINST, BREAKS, FALLS, FIGURED, LESS, MORE, RISES, STEADY

EARLIER_BY = frozenset(("from", "against", "after", "with", "instead", "to"))
"""What leads to the number of the last report."""
COMPARED = frozenset(("compared", "comparison", "compares", "contrast"))
"""What stands before "with" and "to" where they lead to it."""

FURTHER = frozenset(("additional", "extra"))
"""What else there are more of."""
SINCE = frozenset(("since", "on", "than", "with", "to"))
"""What stands before the report that a change is since."""
NUMBER_OF = frozenset(("in", "the", "number", "of"))
"""What may stand between how many there are more and of what."""


@dataclass
class Changing(Comparing):
    """Holds the comparisons of one account, those with the last report last."""

    def hold(self) -> None:
        """Hold every comparison; what it takes is no count of its own."""
        super().hold()
        for at in self._free(EARLIER_BY):
            self._from(at)
        for at in self._free(MORE | LESS | FURTHER):
            if any(side.past for side in self.sides) or self._opens_with_earlier() or self._is_net(at):
                self._as_before(at)
        for at in self._free(RISES | FALLS | STEADY):
            self._rise(at)

    def _opens_with_earlier(self) -> bool:
        """Whether the whole sentence compares with the last report: "compared with Quarter 1 there are three more Greens"."""
        account = self.account
        first = account.positions("@", 0, min(NEAR, len(account.tokens)))
        return any(account.is_previous(at) and AGAINST & set(account.tokens[max(0, at - 3) : at]) for at in first)

    def _is_net(self, at: int) -> bool:
        """Whether the change since the last report is told: "a net change of one fewer Green", "one fewer Green since the last report"."""
        account = self.account
        stop = next((each for each in range(at, len(account.tokens)) if account.tokens[each] in BREAKS), len(account.tokens))
        later = [each for each in account.positions("@", at, stop) if SINCE & set(account.tokens[each - 2 : each])]
        return any(account.is_previous(each) for each in later) or "net" in account.tokens[max(0, at - NEAR) : at]

    def _as_before(self, at: int) -> None:
        """Hold "and one Green fewer", after something was compared with the last report."""
        account = self.account
        end = self._end(at + 1)
        quantity = next((each for each in account.positions("#", max(0, at - 2), at) if each not in account.used), None)
        left = () if quantity is None else self._states(quantity, end) or self._before(at)
        if left and quantity is not None and "than" not in account.tokens[at:end]:
            sides = Side(left, account.population), Side(left, account.population, past=True)
            self._hold((quantity, end), sides, self._apart(quantity, -1 if account.tokens[at] in LESS else 1), quantity)

    def _from(self, at: int) -> None:
        """Hold "Reds have gone from four to five"."""
        account = self.account
        if account.token(at) in ("to", "with") and account.token(at - 1) not in COMPARED:
            return
        if self._follows_margin(at):
            account.used |= set(account.positions("#", at + 1, at + 3))
            return
        first = next(
            (each for each in range(at + 1, min(len(account.tokens), at + 4)) if account.tokens[each] not in ("of", "the", "just", "only")),
            at,
        )
        numbers = list(account.positions("#", first, first + 1))
        left = self._states(first + 1, first + 2) or self._before(at)
        if not numbers or not self._is_earlier(at, numbers[0] + 1):
            return
        if not left or left[0].before is None or self._is_of_other(at, left):
            return
        told = self._quantity(numbers[0])
        if told is None or told.kind not in ("count", "share"):
            return
        end = numbers[0] + 1
        second = next(
            (each for each in account.positions("#", end, min(len(account.tokens), end + 3)) if account.token(each - 1) == "to"), None
        )
        scope = self._in(self._begin(at), at) or account.population
        then, now = Side(left, scope, past=True), Side(left, scope)
        account.used.add(numbers[0])
        later = self._quantity(second)
        sizes = {len(each) for each in wholes(scope)}
        way = next((each for each in reversed(account.tokens[max(0, at - 4) : at]) if each in RISES | FALLS), "")
        sign = 0 if not way else 1 if way in RISES else -1

        def right(old: int, new: int) -> bool:
            told_new = later is None or any(told_of(later, new, each) != "false" for each in sizes)
            told_old = any(told_of(told, old, each) != "false" for each in sizes)
            return told_old and told_new and (sign == 0 or sign * (new - old) > 0)

        self._hold((max(0, at - 1), (second or numbers[0]) + 1), (then, now), right, second)

    def _follows_margin(self, at: int) -> bool:
        """Whether how far two numbers lie apart was told just before: "outnumber Reds by three, against five"."""
        account = self.account
        before = at - 1 - (account.token(at - 1) == ",")
        return account.token(before)[0] == "#" and account.token(before - 1) == "by" and bool(OUTNUMBER & set(account.tokens[:before]))

    def _is_of_other(self, at: int, states: tuple[State, ...]) -> bool:
        """Whether something else stands between the state and the comparison, so that this is of that; or the state is told of a figure."""
        account = self.account
        last = max((each for each in account.positions("=", 0, at) if account.state(each) in states), default=at)
        if account.token(last - 1) in FIGURED or is_told_of(account, last) or any(each[0] == "&" for each in account.tokens[last:at]):
            return True
        return any(each in BREAKS for each in account.tokens[last:at]) and account.is_strange(last + 1, at)

    def _is_earlier(self, at: int, end: int) -> bool:
        """Whether the number that is compared with is one of the last report."""
        account = self.account
        stop = self._end(end)
        periods = list(account.positions("@", end, stop))
        if periods:
            return bool(account.is_previous(periods[0]))
        return account.tokens[at] in ("from", "instead") or bool(account.is_before(end, stop))

    def _rise(self, at: int) -> None:
        """Hold "the number of Reds rose by one to five", "two up on the last report", "Amber stayed at 11"."""
        account = self.account
        tokens = account.tokens
        end = at + len("(#)") if account.token(at + 1) == "(" else self._end(at + 1)
        ahead_of = self._of_what(at, end)
        state = ahead_of or self._before(at)
        if not state or state[0].family != "rating" or not (ahead_of or self._is_number(at)):
            return
        stop = end + 2 if account.token(end) == "," and account.token(end + 1) in ("to", "at") else end
        near = [each for each in account.positions("#", max(0, at - 1), min(len(tokens), stop + 1)) if each not in account.used]
        ahead = [each for each in near if each > at]
        to = next((each for each in ahead if tokens[each - 1] in ("to", "at") or (tokens[each - 1] == "(" and each == at + 2)), None)
        by = next((each for each in near if each != to and (each == at - 1 or each <= at + 3)), None)
        periods = list(account.positions("@", at, end))
        if (periods and not account.is_previous(periods[0])) or (by == at - 1 and not periods):
            return
        if (by is None and to is None and "=" in account.text(at + 1, end)) or (self._word(at) in STEADY and to is None and not periods):
            return
        scope = self._in(self._begin(at), end) or account.population
        sign = 0 if self._word(at) in STEADY else 1 if self._word(at) in RISES else -1
        told = self._quantity(to)
        apart = self._apart(by, sign)

        def right(now: int, then: int) -> bool:
            reached = told is None or told.amount.value == now
            return reached and (now == then if not sign else apart(now, then))

        if by is None and to is None and tokens[at + 1 : at + 2] == ["from"]:
            return
        if to is not None:
            account.used.add(to)
            end = max(end, to + 1)
        self._hold((at - 1, end), (Side(state, scope), Side(state, scope, past=True)), right, by)

    def _of_what(self, at: int, end: int) -> tuple[State, ...]:
        """The state of which there are more or fewer, where it follows: "a net gain of two Greens", "a fall of one in the number of Reds"."""
        account = self.account
        if account.token(at + 1) != "of" or account.token(at + 2)[0] != "#":
            return ()
        found = next(account.positions("=", at + 3, end), None)
        between = set(account.tokens[at + 3 : found]) if found is not None else {""}
        return (account.state(found),) if found is not None and between <= NUMBER_OF else ()

    def _is_number(self, at: int) -> bool:
        """Whether what rises is a number of indicators: "Reds", "the number of Green indicators"."""
        account = self.account
        last = list(account.positions("=", 0, at))[-1]
        start, stop = account.tally.spans[last][2:]
        plural = account.tally.sentence[start:stop].endswith("s")
        counted = " number of " in account.head(last)[-20:] + " "
        between = account.tokens[last + 1 : at]
        plain = (
            len(between) < 2
            and "," not in between
            and (account.token(at + 1) in ("by", "to", "at", "from") or account.token(at + 1)[0] == "#")
        )
        close = len(between) <= 3 and not any(each[0] in "&,;" for each in between)
        return plain or ((plural or counted) and close) or bool(account.token(at - 1)[0] == "#")


def hold_comparisons(account: Account) -> None:
    """Hold every comparison of the account."""
    Changing(account).hold()
