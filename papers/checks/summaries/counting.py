"""Counts in a summary: every quantity with the set that it is of and what is said of it, computed over the indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from papers.checks.facts import stem
from papers.checks.language.amounts import Verdict
from papers.checks.language.tallying import Member, Population
from papers.checks.summaries.account import Account, Said
from papers.checks.summaries.bases import (
    FURTHER,
    LEFT,
    NARROWS,
    OTHER,
    Leaning,
    bases,
    covers,
    is_base,
    is_of_these,
    is_of_unknown,
    is_untold,
    knows_others,
    own_set,
)
from papers.checks.summaries.listing import NEAR, are_named, is_doubtful, is_predicate, is_printed, listed
from papers.checks.summaries.names import GENERIC
from papers.checks.summaries.places import place
from papers.checks.summaries.reckoning import Reckoned, best_of, verdict_of
from papers.checks.summaries.sets import wholes, within
from papers.checks.summaries.spotting import ALL, HAS, RELATIVES, Count, Spotter
from papers.checks.summaries.times import is_past
from papers.checks.summaries.words import (
    BACK,
    BREAKS,
    COUNTED_WORDS,
    DETERMINERS,
    EARLIER,
    EXCEPT,
    JOINS,
    LEADS,
    PRONOUNS,
)

EACH = 3
"""How many tokens "each" may stand before the count that it spreads."""
SCORED = ("moved", "score")
"""Families of states before a number that is a score and no count: "has gone up to 20"."""
RATED = "rated"
"""The state by which a whole is narrowed to what can be counted by rating: "of the 19 rated indicators"."""
DIRECTED = ("direction", "directed", "")
"""Families of states by which those without a direction can't be counted."""


@dataclass
class Counter:
    """Holds the counts of one account in their order; each may go on with what the one before it told."""

    account: Account
    base: frozenset[str] | None = None
    """The set that the sentence counts within: "of the five Reds"."""
    told: list[frozenset[str]] = field(default_factory=list)
    """The sets that were counted within it."""
    last: Said | None = None
    sized: bool = False
    unknown: bool = False
    """Whether it counts within all of so many, "of the 17 actions", or in what the data does not count, "of the two attainment gaps"."""

    def hold(self) -> None:
        """Hold every count of the account."""
        low = 0
        for count in Spotter(self.account).counts():
            if not self.account.is_guarded(count.at):
                self._hold(count, low)
            low = count.high

    def _hold(self, count: Count, low: int) -> None:
        account = self.account
        if is_base(account, count):
            self._hold_base(count, low)
            return
        self._within(count, low)
        back = self._behind(count, low)
        said = account.said(back, count.at) if back is not None else account.said(count.end, count.high, count.skip)
        past = is_past(account, count, low, count.at if back is None else back, goes_on=said is None)
        scopes = self._scopes(count, low)
        if said is None:
            if covers(account, count) and not account.used & {count.high, count.high + 1}:
                self._hold_size(count, scopes)
                return
            said = self.last or self._before(count.at)
            if said is None or not self._goes_on(count, low):
                return
        if past is None:
            return
        if any(each.name.endswith(" before") for each in said.among):
            past = False
        placed = place(account, count, said, goes_on=said is self.last)
        account.bound |= set(said.positions)
        if count.quantity.kind in ("all", "but") and back is None and not is_predicate(account, count, placed or said, placed or self.last):
            return
        self._judge(count, placed or said, [account.population] if placed else scopes, past=past, low=low if back is None else back)
        self.last = said if placed else self.last

    def _hold_base(self, count: Count, low: int) -> None:
        """Hold the size of the set that others are counted within, and count within it."""
        self.unknown = False
        stops = (at for at in range(count.end, count.high) if self.account.tokens[at] in (",", ":", ";", "only"))
        stop = next(stops, count.high)
        said, past = self.account.said(count.end, stop), self.account.is_before(count.end, stop)
        scopes = self._scopes(count, low)
        if self.account.token(count.at - 1) in LEFT:
            self._count_rest(count)
            return
        if said is None:
            noun = self.account.tokens[count.end : count.high + 1]
            narrowed = any(each[0] == "&" for each in noun) or self.account.is_strange(count.end, stop)
            of_all = count.quantity.amount.value == len(self.account.population.members)
            self.unknown = narrowed and not of_all and not any(each[0] in "%+" for each in noun)
            bare = "%" in noun and all(stem(each) in COUNTED_WORDS or each == "%" for each in noun[: noun.index("%")])
            if bare and not NARROWS & set(noun[noun.index("%") + 1 :][:1]):
                self._hold_size(count, scopes)
                self.sized = True
            return
        every = [*said.among, *(said.past if past else said.says)]
        found = [members for scope in scopes for one in every if (members := one.members(scope.members)) is not None]
        right = [each for each in found if len(each) == count.quantity.amount.value]
        self.account.bound |= set(said.positions)
        self.told = []
        if found:
            self.base = frozenset(map(self.account.population.key, (right or found)[0]))
            stop = max([count.end, *(each + 1 for each in said.positions)])
            self.account.add(count.at, stop, "true" if right else "false", f"there are {len((right or found)[0])}")

    def _count_rest(self, count: Count) -> None:
        """Count within those that are left, where there are as many: "of the other two, one is Amber"."""
        every = self.base if self.base is not None else frozenset(map(self.account.population.key, self.account.population.members))
        rest = every.difference(*self.told)
        if len(rest) == count.quantity.amount.value:
            self.base, self.told = rest, []

    def _within(self, count: Count, low: int) -> None:
        """Count within the set that is named before without a number: "of our Greens, 13 improved"."""
        account = self.account
        first = low + (account.token(low) in (",", "and", ";", "but"))
        said = account.said(first, count.at) if account.token(first) in ("of", "among") else None
        found = said and said.says[0].members(account.population.members)
        if said and found and account.token(count.at - 1) in (",", "the") and not list(account.positions("#", first, count.at)):
            account.bound |= set(said.positions)
            self.base, self.told = frozenset(map(account.population.key, found)), []

    def _behind(self, count: Count, low: int) -> int | None:
        """Where the state stands that the quantity counts from behind: "Greens number 19"."""
        tokens = self.account.tokens
        at = count.at - 1
        while at >= low and (tokens[at] in BACK or tokens[at] == "the" or (tokens[at] == "," and tokens[at + 1] == "at")):
            at -= 1
        is_free = at >= 0 and re.fullmatch(r"=\d+", tokens[at]) and at not in self.account.used | self.account.bound
        if not is_free or count.quantity.kind == "all" or self.account.state(at).family in SCORED:
            return None
        while at - 2 >= low and tokens[at - 1] in ("and", "or", "plus") and tokens[at - 2][0] == "=":
            at -= 2
        ahead = self.account.said(count.end, count.high, count.skip)
        if self.account.token(count.end)[0] == "=":
            return None
        verbal = self.account.state(at).family in ("direction", "move", "kept")
        bare = at == count.at - 1 and count.quantity.kind != "count"
        return None if ahead and (verbal or bare) else at

    def _scopes(self, count: Count, low: int) -> list[Population]:
        """What the count may be of: the part that is named with it; else one named before, or the whole."""
        account = self.account
        near = list(account.positions("+", low, count.high))
        if any(EXCEPT.search(account.head(at)) or account.token(at - 1) == "outside" for at in near):
            out = frozenset().union(*(account.named(at).ids for at in near))
            return [within(account.population, frozenset(map(account.population.key, account.population.members)) - out)]
        sets = [account.named(at).ids for at in near]
        if len(sets) > 1:
            sets.append(frozenset().union(*sets))
        if sets:
            return [each for one in sets if (each := within(account.population, one)).members] or [account.population]
        before = [within(account.population, account.named(at).ids) for at in account.positions("+", 0, low)]
        return [each for each in (*before[-1:], account.population) if each.members]

    def _hold_size(self, count: Count, scopes: Sequence[Population]) -> None:
        if not scopes or self.account.token(count.at - 1) in ("these", "those"):
            return
        sizes = {len(each) for scope in scopes for each in wholes(scope)}
        self.told = []
        stop = count.end + self.account.tokens[count.end :].index("%") + 1
        right = count.quantity.amount.value in sizes
        self.account.add(count.at, stop, "true" if right else "false", f"there are {len(scopes[0].members)}")

    def _before(self, at: int) -> Said | None:
        """The state that stands last before that token, where no count was told of before."""
        states = list(self.account.positions("=", 0, at))
        return self.account.said(states[-1], states[-1] + 1, every=True) if states else None

    def _goes_on(self, count: Count, low: int) -> bool:
        """Whether the count says nothing of its own but a place or a time, and so goes on with what was said before."""
        words = self.account.tokens[count.end : count.high]
        if EARLIER.search(self.account.text(low, count.at)):
            words = ["before", *words]
        given = count.whole is not None and self.account.token(count.at - 1) in HAS
        if (given or self.account.token(count.at - 1)[0] == "+") and count.quantity.kind == "count":
            words = ["+", *words]
        if count.quantity.kind == "share":
            return not self.account.is_strange(count.end, count.high)
        small = LEADS | BACK | DETERMINERS | PRONOUNS | JOINS | BREAKS | {"before", "previously", "last", "time", "from", "now", "%"}
        if self.account.token(count.end) == "," and self.account.token(count.end + 1)[0] == "#":
            return False
        if "register" in words:
            return False
        told = any(each[0] in "+@" for each in words) or bool(set(words) & {"before", "previously", "last", "now"})
        return told and all(each in small or each[0] in "+@&" or stem(each) in COUNTED_WORDS | GENERIC for each in words)

    def _judge(self, count: Count, said: Said, scopes: Sequence[Population], *, past: bool, low: int) -> None:
        account = self.account
        inherited = said is self.last
        leaning = self._leaning(count, said)
        found: list[Reckoned] = []
        for scope in scopes:
            for whole in bases(account, scope, count.at, leaning):
                found += self._readings(count, said, whole, past=past, other=leaning.all_others)
        best = best_of(found)
        if best is None:
            return
        if any(account.spoken(at).lower() == "each" for at in account.positions("#", max(0, count.at - EACH), count.at)):
            best = self._worst(count, said, past=past) or best
        missing = [at for at in listed(account, count, said) if not account.named(at).ids & best.ids]
        verdict: Verdict = "false" if missing and best.verdict != "false" else best.verdict
        self.told.append(best.ids)
        self.last = said
        inside = [each for each in said.positions if low <= each < count.high]
        told = count.whole is not None and (count.quantity.kind == "count" or count.whole == best.of)
        within = self.base is not None or self.sized or told or inherited
        bound = within or count.of_rest or leaning.of_them or leaning.all_others or bool(missing)
        first = min([count.at, *missing, *(each for each in inside if each > count.at - NEAR)])
        stop = max([count.end, *(each + 1 for each in (*inside, *missing)), *(each for each in count.skip if each < len(account.tokens))])
        doubt = verdict == "false" and (
            self.unknown
            or is_untold(account, count, leaning)
            or (count.whole is None and not knows_others(account, count, self.told, self.base))
            or (inherited and count.quantity.kind == "share" and bool(list(account.positions("+", count.end, count.high))))
            or (count.of_set and (count.whole or 0) > len(account.population.members))
            or (not leaning.own and is_of_unknown(account, count))
            or are_named(account, count, said, best.ids)
            or is_doubtful(account, count, said)
            or (past and is_printed(account, count, said))
        )
        account.add(first, stop, "unknown" if doubt else verdict, f"{best.number} of {best.of}", bound=bound)

    def _leaning(self, count: Count, said: Said) -> Leaning:
        """How the count leans on what was told before it."""
        account = self.account
        head = account.head(count.at)
        told = bool(self.told or self.base is not None or account.subjects or list(account.positions("&", 0, count.at)))
        every = (bool(OTHER.search(head)) and told) or count.quantity.kind == "rest"
        other = every or count.of_rest or (head.endswith(FURTHER) and count.quantity.kind != "share")
        again = count.quantity.kind in ALL and account.token(count.end) != "%" and not said.among and bool(self.told or account.subjects)
        sizes = {None, len(account.subjects), *(len(each) for each in self.told[-1:])}
        again = again and count.quantity.whole in sizes and count.whole in sizes
        of_them = account.token(count.end) == "of" and account.token(count.end + 1) in PRONOUNS
        of_them = (of_them and account.token(count.end + 2) not in RELATIVES) or is_of_these(account, count.at)
        directed = any(account.state(at).family in DIRECTED for at in said.positions)
        return Leaning(of_them, other, every, again, own_set(account, count, said), directed, tuple(self.told), self.base)

    def _worst(self, count: Count, said: Said, *, past: bool) -> Reckoned | None:
        """The count in a part where it does not hold, where it is told of each: "A and B each have two Reds"."""
        account = self.account
        parts = [within(account.population, account.named(at).ids).members for at in account.positions("+", 0, count.at)]
        told_of = [best_of(list(self._readings(count, said, each, past=past, other=False))) for each in parts]
        return next((each for each in told_of if each and each.verdict == "false"), None)

    def _readings(self, count: Count, said: Said, members: Sequence[Member], *, past: bool, other: bool) -> Iterator[Reckoned]:
        """The count held among those members, for every way to take what is said."""
        for one in said.past if past else said.says:
            for among in said.among or (None,):
                base = among.members(members) if among else list(members)
                so = one.members(base) if base is not None else None
                if base is None or so is None:
                    continue
                whole = self.account.population.members
                outer = len(one.members(whole) or ())
                size = len(base) if among and among.name == RATED else len(members)
                verdict = verdict_of(count, len(so), len(base), size, outer=outer, every=len(whole), other=other)
                yield Reckoned(verdict, len(so), len(base), frozenset(map(self.account.population.key, so)))


def hold_counts(account: Account) -> None:
    """Hold every count of the account."""
    Counter(account).hold()
