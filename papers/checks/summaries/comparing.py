"""Counts that are compared: with the last report, with another state, with another part; more, fewer, as many, twice as many."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from papers.checks.language.amounts import Amount, Around, holds
from papers.checks.language.matching import matcher
from papers.checks.language.numerals import AROUND, NUMBER_WORDS
from papers.checks.language.quantities import Quantity
from papers.checks.language.tallying import Population, State
from papers.checks.summaries.account import Account
from papers.checks.summaries.sets import either, plain, wholes, within
from papers.checks.summaries.words import BREAKS, FALLS, FIGURED, LESS, MORE, RISES, STEADY, VERBS

OUTNUMBER = frozenset(("outnumber", "outnumbers", "outnumbered", "exceed", "exceeds", "exceeded", "outweigh", "outweighs", "outweighed"))
TIMES = {"twice": Decimal(2), "double": Decimal(2), "half": Decimal("0.5")}
"""Words before "as many"."""
COMMONEST = frozenset(("commonest", "common", "frequent", "numerous", "usual"))
SUPERLATIVE = frozenset(("most", "least", "largest", "smallest", "biggest"))
"""What says that no state has more, or fewer."""
HINGES = frozenset(("than", "for", "every")) | OUTNUMBER | COMMONEST | SUPERLATIVE
"""The words about which comparisons turn."""
EQUAL = matcher(r"(?<!\S)(?:as many|the same number|an equal number|equal numbers|just as many)(?!\S)")
NEAR = 9
"""How many tokens a comparison may stretch over."""


def _fits(size: Quantity | None, population: Population) -> bool:
    """Whether there are as many indicators as is said, if it is."""
    return size is None or size.amount.value in {len(each) for each in wholes(population)}


def _around(words: list[str]) -> Around:
    """What the last of the words say of the number after them: "nearly", "more than"."""
    return next((AROUND[each] for n in (3, 2, 1) if (each := " ".join(words[-n:])) in AROUND), "")


def _exact(times: Amount) -> tuple[str, ...]:
    """By which verdicts a number of times is right: "twice" is exact, "nearly four times" is not."""
    return ("true", "rounded") if times.around else ("true",)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the states that are counted, in which part, now or at the last report."""

    states: tuple[State, ...]
    population: Population
    past: bool = False

    def numbers(self) -> set[int]:
        """How many there are; of the last report as it printed them, or as the present indicators were."""
        found = either([plain(each, before=self.past) for each in self.states]).members(self.population.members)
        told = {len(found)} if found is not None else set()
        printed = self.population.printed
        if self.past and printed is not None and all(each.name in printed for each in self.states):
            return {sum(printed[each.name] for each in self.states)}
        return told


@dataclass
class Comparing:
    """Holds the comparisons of one account."""

    account: Account
    sides: list[Side] = field(default_factory=list)
    """What was compared with so far."""

    def hold(self) -> None:
        """Hold every comparison; what it takes is no count of its own."""
        account = self.account
        for at in self._free(HINGES):
            if rule := self._rule(at):
                rule(at)
        for found in EQUAL.finditer(account.tally.text):
            self._as_many(account.tally.text[: found.start()].count(" "))
        for at in account.positions("#"):
            told = self._quantity(at)
            if told is not None and told.kind == "most" and account.token(at + 1)[0] == "=" and not account.is_guarded(at):
                self._most(at)

    def _free(self, words: frozenset[str]) -> list[int]:
        """Where such words stand in what is said to be so."""
        return [at for at in range(len(self.account.tokens)) if self._word(at) in words and not self.account.is_guarded(at)]

    def _word(self, at: int) -> str:
        """The token; of a rating that is unchanged at a number, that word."""
        account = self.account
        of = account.token(at - 1 - (account.token(at - 1) in VERBS))
        same = account.token(at)[0] == "=" and account.state(at).name == "the same" and of[0] == "="
        return "unchanged" if same and account.token(at + 1) in ("at", "(") else account.token(at)

    def _rule(self, at: int) -> Callable[[int], None] | None:
        """What holds the comparison of which the token is the hinge."""
        word = self.account.token(at)
        if word == "than":
            return self._than
        if word in OUTNUMBER:
            return self._outnumber
        if word in ("for", "every"):
            return self._for_every if self.account.token(at + 1)[0] == "#" else None
        return self._commonest if word in COMMONEST or self.account.token(at + 1) in COMMONEST else None

    def _states(self, low: int, high: int) -> tuple[State, ...]:
        """The states that stand together first among those tokens."""
        found = list(self.account.positions("=", low, high))
        kept = [each for each in found if self.account.state(each).family == self.account.state(found[0]).family]
        return tuple(self.account.state(each) for each in kept)

    def _end(self, at: int) -> int:
        """Where the clause ends that begins there."""
        tokens = self.account.tokens
        for end in range(at, len(tokens)):
            if tokens[end] in BREAKS | {","} or (tokens[end] == "and" and not self._joins(end)):
                return end
        return len(tokens)

    def _joins(self, at: int) -> bool:
        """Whether the "and" there joins two states of one side: "Ambers and Reds"."""
        after = self.account.token(at + 2)
        return self.account.token(at + 1)[0] == "=" and after[0] != "#" and after not in RISES | FALLS | STEADY | VERBS

    def _begin(self, at: int) -> int:
        """Where the clause begins that ends there."""
        tokens = self.account.tokens
        return next((low + 1 for low in range(at - 1, -1, -1) if tokens[low] in BREAKS | {",", "and"}), 0)

    def _before(self, at: int) -> tuple[State, ...]:
        """The state that stands last before that token: what the sentence speaks of."""
        every = list(self.account.positions("=", 0, at))
        found = [each for each in every if self.account.state(each).before is not None] or every
        last = next((n for n in range(len(found) - 1, 0, -1) if self.account.tokens[found[n - 1] + 1 : found[n]] != ["or"]), 0)
        return tuple(self.account.state(each) for each in found[last:])

    def _in(self, low: int, high: int) -> Population | None:
        """The part that is named there."""
        sets = [self.account.named(at).ids for at in self.account.positions("+", low, high)]
        return within(self.account.population, frozenset().union(*sets)) if sets else None

    def _than(self, at: int) -> None:
        """Hold "one more is Red than in the last report", "more improved than worsened", "more Greens in Place than in People"."""
        account = self.account
        words = MORE | LESS
        more = next((each for each in range(at - 1, max(-1, at - NEAR), -1) if account.tokens[each] in words), None)
        if more is None or account.token(more - 1) in FIGURED or self._is_of_figure(more):
            return
        begin = self._begin(more)
        quantity = next((each for each in account.positions("#", max(begin, more - 3), more)), None)
        left = self._states(more, at) or self._states(begin if quantity is None else quantity, more) or self._before(more)
        end = self._end(at + 1)
        right = self._states(at + 1, end)
        past = account.is_before(at + 1, end) or (
            not right and any(account.is_previous(each) for each in account.positions("@", at + 1, end))
        )
        one = self._in(begin, at) or account.population
        two = self._in(at + 1, end) or (one if right or past else None)
        if not left or two is None or (not right and not past and not self._in(at + 1, end)):
            return
        sign = 1 if account.tokens[more] in MORE else -1
        sides = Side(left, one), Side(right or left, two, past=bool(past) and not right)
        self._hold((begin if quantity is None else quantity, end), sides, self._apart(quantity, sign), quantity)

    def _is_of_figure(self, more: int) -> bool:
        """Whether it is a figure that is higher or lower: that of an indicator named since anything was counted."""
        account = self.account
        rated = max((at for at in account.positions("=", 0, more) if account.state(at).family == "rating"), default=-1)
        return account.tokens[more] not in ("more", "fewer") and bool(list(account.positions("&", rated + 1, more)))

    def _apart(self, quantity: int | None, sign: int) -> Callable[[int, int], bool]:
        """Whether two numbers are so far apart, and which way."""
        told = self._quantity(quantity)
        if told is not None and told.kind == "none":
            return lambda one, two: sign * (one - two) <= 0
        if told is None or told.kind != "count" or told.amount.unit:
            return lambda one, two: sign * (one - two) > 0
        return lambda one, two: holds(told.amount, Decimal(sign * (one - two))) != "false" and sign * (one - two) > 0

    def _quantity(self, at: int | None) -> Quantity | None:
        return None if at is None else self.account.tally.quantities[self.account.index(at)]

    def _outnumber(self, at: int) -> None:
        """Hold "Greens outnumber Ambers by eight"."""
        account = self.account
        begin, end = self._begin(at), self._end(at)
        by = next((each for each in account.positions("#", at, end) if "by" in account.tokens[each - 2 : each]), None)
        left, right = self._states(begin, at) or self._before(at), self._states(at, len(account.tokens))
        if not left or not right:
            return
        one = self._in(begin, end) or account.population
        to = next((each for each in account.positions("#", by or end, end) if account.token(each - 1) == "to"), None)
        rule = self._ratio(by, to) if by is not None and to is not None else self._apart(by, 1)
        if to is not None:
            account.used.add(to)
        self._hold((begin, end), (Side(left, one), Side(right, one)), rule, by)

    def _ratio(self, one: int, two: int) -> Callable[[int, int], bool]:
        """Whether two numbers are as those told: "by 21 to eight", "by nearly four to one"."""
        first, second = self._quantity(one), self._quantity(two)

        def right(a: int, b: int) -> bool:
            if first is None or second is None:
                return False
            part = second.amount.value
            return (a == first.amount.value and b == part) or (part == 1 and b > 0 and holds(first.amount, Decimal(a) / b) != "false")

        return right

    def _as_many(self, at: int) -> None:
        """Hold "as many are Amber as are Green", "twice as many Greens as Reds", "Ambers are as many as they were"."""
        account = self.account
        second = next((each for each in range(at + 2, min(len(account.tokens), at + 2 + NEAR + 3)) if account.tokens[each] == "as"), None)
        if second is None:
            return
        end = next((each for each in range(second, len(account.tokens)) if account.tokens[each] in BREAKS | {","}), len(account.tokens))
        times = self._factor(at)
        left = self._states(at, second) or self._before(at)
        right = self._states(second, end)
        past = not right and account.is_before(second, end)
        past = past or (not right and any(account.is_previous(each) for each in account.positions("@", second, end)))
        one = self._in(self._begin(at), second) or account.population
        two = self._in(second, end)
        if not left or not (right or past or two) or times is None:
            return
        sides = Side(left, one), Side(right or left, two or one, past=bool(past))
        of = [each for each in account.positions("#", at, second) if "of" in account.tokens[each - 2 : each]]
        size = self._quantity(of[0]) if of else None
        account.used |= set(of)
        self._hold((at, end), sides, lambda a, b: b > 0 and holds(times, Decimal(a) / b) in _exact(times) and _fits(size, one), None)

    def _factor(self, at: int) -> Amount | None:
        """How many times as many are told; None where it is no number."""
        words = self.account.tokens[max(0, at - 5) : at]
        if words[-1:] == ["times"] and len(words) > 1:
            number, lead = NUMBER_WORDS.get(words[-2]), words[:-2]
            return None if number is None else Amount(Decimal(number), around=_around(lead))
        if words and words[-1][0] == "#":
            share = self.account.tally.quantities[self.account.index(at - 1)].amount
            return replace(share, value=share.value / 100, unit="") if share.unit == "share" else None
        times = TIMES.get(words[-1]) if words else None
        return Amount(Decimal(1)) if times is None else Amount(times, around=_around(words[:-1]))

    def _commonest(self, at: int) -> None:
        """Hold "Green is the most common rating", "the commonest rating is Green"."""
        account = self.account
        after = self._states(at, self._end(at))
        state = self._before(at) or after
        if not state or state[0].family != "rating" or "second" in account.tokens[max(0, at - 3) : at]:
            return
        family = [each for each in account.population.states if each.family == "rating"]
        scope = self._in(self._begin(at), self._end(at)) or account.population
        numbers = [len(plain(each).members(scope.members) or ()) for each in family]
        own = numbers[family.index(state[0])]
        best = min(numbers) if {"least", "smallest"} & set(account.tokens[max(0, at - 2) : at + 1]) else max(numbers)
        account.add(self._begin(at), at + 1, "true" if own == best else "false", f"{own} are {state[0].name}")

    def _most(self, at: int) -> None:
        """Hold "Education has the most Reds of any directorate": no part of its level has more."""
        account = self.account
        states = self._states(at, min(len(account.tokens), at + 4))
        named = list(account.positions("+", self._begin(at), at))
        own = [each for each in account.parts if named and each.ids == account.named(named[-1]).ids]
        if not states or not own:
            return
        account.used.add(at)
        level = [each for each in account.parts if each.level == own[0].level]
        counts = {max(Side(states, within(account.population, each.ids)).numbers(), default=0) for each in level}
        number = max(Side(states, within(account.population, own[0].ids)).numbers(), default=0)
        account.add(named[-1], at + 2, "true" if number == max(counts) else "false", f"{number} there, {max(counts)} at most")

    def _for_every(self, at: int) -> None:
        """Hold "for every Red there are nearly four Greens"."""
        account = self.account
        each = at + 1
        found = list(account.positions("=", each, len(account.tokens)))
        numbers = list(account.positions("#", each + 1, len(account.tokens)))
        told, every = self._quantity(numbers[0] if numbers else None), self._quantity(each)
        if len(found) < 2 or told is None or every is None or every.kind != "all" or found[0] != each + 1:
            return
        account.used.add(each)
        one, two = Side((account.state(found[1]),), account.population), Side((account.state(found[0]),), account.population)
        self._hold((at, found[1] + 1), (one, two), lambda a, b: b > 0 and holds(told.amount, Decimal(a) / b) != "false", numbers[0])

    def _hold(self, span: tuple[int, int], sides: tuple[Side, Side], rule: Callable[[int, int], bool], quantity: int | None) -> None:
        """Keep whether the numbers of the two sides are as is said."""
        account = self.account
        self.sides.extend(sides)
        one, two = sides[0].numbers(), sides[1].numbers()
        if quantity is not None:
            account.used.add(quantity)
        account.used |= {each for each in account.positions("=", *span) if len(set(account.positions("#", *span)) - account.used) == 0}
        if not one or not two:
            return
        right = any(rule(a, b) for a, b in itertools.product(one, two))
        told = f"{min(one)} against {min(two)}"
        account.add(max(0, span[0]), span[1], "true" if right else "false", told)
