"""Counts in a coded sentence (see `tallying`) held against what is counted: so many are so, more than before, more than are otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from papers.checks.aboutness import common
from papers.checks.amounts import Verdict
from papers.checks.countwords import (
    COUNTED_WORDS,
    WITHIN,
)
from papers.checks.facts import stem
from papers.checks.grammar import guarded
from papers.checks.quantities import Quantity, told
from papers.checks.reading import Finding
from papers.checks.tallying import Population, State, Tally, members_of, views

CONFUSED = re.compile(
    r"(?<!\S)(?:instead of|rather than|(?:came|come|comes|went|gone|moved|way|up|down|back) (?:\S+ ){0,3}?from =\d+|from =\d+ (?:to|into) =\d+|additional|extra|net|apart from|other than"
    r"|#\d+ (?:more|less|fewer|further)(?!.* than )|at (?:least|most|worst|best) =\d+|=\d+ or (?:at|their|its|the)|that (?:moved|changed|went|did|got)|swap\w*|changes?|movements?|moves)(?!\S)"
)
"""What makes a count one of changes, or of two things."""
RATIO = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|over|under|more than|less than|not quite) (?:twice|half|double|(?:two|three|four|five|six) times)\b|\bto one\b",
    re.IGNORECASE,
)
"""A ratio that is not exact."""
PART_OF = re.compile(r"(?:out )?of (?:the|these|those|our) (?:#\d+ )?([a-z]+)(?!\S)")
"""What a sentence begins with that counts within a part."""


@dataclass
class Counting:
    """The counts of one sentence, held against each population that they may be of; the kindest verdict counts."""

    tally: Tally
    populations: Sequence[Population]
    known: frozenset[str] = frozenset()
    """Stems of words that may stand between a number and its state: names of the part that is counted."""
    previous: str = ""
    """How the last report's period is called."""
    findings: list[Finding] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    taken: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The coded text."""
        return self.tally.text

    def found(self, rules: Sequence[tuple[Rule, re.Pattern[str]]]) -> list[Finding]:
        """Every count of the sentence that the rules find."""
        guards = guarded(self.text)
        self.within()
        for rule, pattern in rules:
            for match in pattern.finditer(self.text):
                if not any(start <= match.start() < stop for start, stop in guards):
                    rule(self, match)
        return self.findings

    def within(self) -> None:
        """Where the sentence begins with "of the five Red indicators", count among those alone."""
        if (match := WITHIN.match(self.text)) and (states := self.states(match["states"])):
            whole = self.quantity(match["whole"])
            self.hold(match.span(), lambda population: (told(whole, number_of(population, states) or 0, len(population.members)), ""))
            self.populations = [members_of(each, lambda m: any(state.now(m) for state in states)) for each in self.populations]
            self.used.add(match["whole"])

    def quantity(self, index: str) -> Quantity:
        """The quantity of that token."""
        return self.tally.quantities[int(index)]

    def states(self, tokens: str) -> list[State]:
        """The states of those tokens."""
        return [self.tally.states[int(each)] for each in re.findall(r"=(\d+)", tokens)]

    def before(self, index: str | None) -> bool | None:
        """Whether that period is the one of the last report; None where it is another one."""
        if index is None:
            return False
        when = self.tally.whens[int(index)]
        kind = when.kind
        if kind == "quarter" and self.previous:
            return when.words.lower().removeprefix("the ") in self.previous.lower() or None
        return True if kind in ("previous", "last") else False if kind == "current" else None

    def add(self, span: tuple[int, int], verdict: Verdict, says: str, computed: str = "") -> None:
        """Keep a finding about that part of the coded text."""
        start, stop = self.tally.words(*span)
        self.findings.append(
            Finding(
                verdict, "count", start, stop, self.tally.sentence[start:stop], says, computed, wording=says if verdict == "false" else ""
            )
        )

    def hold(self, span: tuple[int, int], judge: Callable[[Population], tuple[Verdict, str]], *, doubt: bool = False) -> None:
        """Keep the kindest verdict of the populations; nothing is called false in doubt."""
        told_of = [judge(view) for each in self.populations if each.members for view in views(each)]
        best = next((each for word in ("true", "rounded", "false") for each in told_of if each[0] == word), None)
        if best:
            verdict = "unknown" if best[0] == "false" and (doubt or self.doubtful(span)) else best[0]
            self.add(span, verdict, best[1], f"counted: {best[1]}")

    def doubtful(self, span: tuple[int, int]) -> bool:
        """Whether the clause counts changes, or a part of what is counted, or two things at once."""
        start = max(self.text.rfind(f" {mark} ", 0, span[0]) for mark in ",;(")
        stop = min((found for mark in ",;)" if (found := self.text.find(f" {mark} ", span[1])) >= 0), default=len(self.text))
        opening = PART_OF.match(self.text)
        low, high = self.tally.words(*span)
        if re.search(r"\bfrom\b.*(?:%|per cent)", self.tally.sentence[low:high]) or RATIO.search(self.tally.sentence):
            return True
        return bool(CONFUSED.search(self.text[start + 1 : stop]) or (opening and stem(opening[1]) not in COUNTED_WORDS))

    def strange(self, words: str) -> bool:
        """Whether the words narrow what is counted to something that the data does not tell apart."""
        telling = [each for each in words.split() if each[:1].isalpha() and len(each) > 2]
        return any(stem(each) not in common() | COUNTED_WORDS | self.known for each in telling)


def number_of(population: Population, states: Sequence[State], *, before: bool = False, negated: bool = False) -> int | None:
    """How many are in one of the states, or in all of them where they are of different families; None where that is not known."""
    if before and population.printed is not None and len(states) == 1 and states[0].name in population.printed:
        return population.printed[states[0].name]
    joined = any if len({each.family for each in states}) == 1 else all
    number = 0
    for member in population.members:
        answers = [test(member) if (test := each.before if before else each.now) else None for each in states]
        if None in answers:
            return None
        number += joined(map(bool, answers)) is not negated
    return number


def reached(states: list[State], reach: str | None, population: Population) -> list[State]:
    """The states with those better or worse that "or better" adds."""
    if not reach or len(states) != 1:
        return states
    family = [each for each in population.states if each.family == states[0].family]
    at = family.index(states[0])
    return family[: at + 1] if re.search("better|above|higher", reach) else family[at:]


Rule = Callable[[Counting, re.Match[str]], None]
"""Holds what a pattern has found."""
