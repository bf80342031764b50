"""A sentence of a summary in tokens, with what its statements share: the names, the guards, the findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from papers.checks.facts import stem
from papers.checks.language.amounts import Verdict
from papers.checks.language.grammar import guarded
from papers.checks.language.tallying import Population, State, Tally
from papers.checks.reading import Finding
from papers.checks.statements.commonwords import common
from papers.checks.summaries.names import Named, Part
from papers.checks.summaries.reports import is_aside, is_previous
from papers.checks.summaries.sets import DENIED, Property, both, either, is_verbal, joined, kept, moved, plain
from papers.checks.summaries.words import (
    AGAINST,
    BETTER,
    CLIMBS,
    COUNTED_WORDS,
    DROPS,
    EARLIER,
    EXCEPT,
    FACTS,
    FROM,
    GAINS,
    INTO,
    MARKS,
    MOVES,
    NOT,
    OF_RATINGS,
    RATINGS,
    STILL,
    UNLIKE,
    VERBS,
    WORSE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a stretch of words says of indicators: every way to take what narrows the set, and what is said of it."""

    among: tuple[Property, ...]
    says: tuple[Property, ...]
    past: tuple[Property, ...]
    """What is said, of the last report."""
    positions: tuple[int, ...]


@dataclass
class Account:
    """A coded sentence that is read as statements about sets of indicators."""

    tally: Tally
    population: Population
    names: Sequence[Named]
    parts: Sequence[Part] = ()
    previous: str = ""
    known: frozenset[str] = frozenset()
    """Stems of words that name what is counted, and so narrow nothing."""
    findings: list[Finding] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    """Positions of quantities that a statement has taken, and of states that a comparison has."""
    subjects: frozenset[str] = frozenset()
    """The indicators that were last named together."""
    bound: set[int] = field(default_factory=set)
    """Positions of states that belong to a quantity or a name before them."""

    @property
    def tokens(self) -> list[str]:
        """The coded words."""
        return self.tally.parts

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins in the coded text."""
        return [each[0] for each in self.tally.spans]

    @cached_property
    def guards(self) -> tuple[tuple[int, int], ...]:
        """The parts of the coded text that say what may be."""
        facts = [each.end() for each in FACTS.finditer(self.tally.text)]
        return tuple(
            (start, min((each for each in facts if start < each < stop), default=stop)) for start, stop in guarded(self.tally.text)
        )

    def is_guarded(self, at: int) -> bool:
        """Whether the token says what may be."""
        return any(start <= self.starts[at] < stop for start, stop in self.guards)

    def head(self, at: int) -> str:
        """The coded text before the token, with a space."""
        return self.tally.text[: self.starts[at]]

    def text(self, low: int, high: int) -> str:
        """The coded text of those tokens, with a space on either side."""
        return f" {' '.join(self.tokens[low:high])} "

    def index(self, at: int) -> int:
        """The number in the token: #3 is 3."""
        return int(self.tokens[at][1:])

    def positions(self, mark: str, low: int = 0, high: int | None = None) -> Iterator[int]:
        """Where tokens of that kind stand."""
        for at in range(max(low, 0), len(self.tokens) if high is None else min(high, len(self.tokens))):
            if re.fullmatch(rf"{re.escape(mark)}\d+", self.tokens[at]):
                yield at

    def token(self, at: int) -> str:
        """The token there; a full stop beyond the ends of the sentence."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else "."

    def state(self, at: int) -> State:
        """The state of the token."""
        return self.tally.states[self.index(at)]

    def named(self, at: int) -> Named:
        """What the token names."""
        return self.names[self.index(at)]

    def is_before(self, low: int, high: int) -> bool | None:
        """Whether those tokens tell of the last report; None where of some other period."""
        if EARLIER.search(self.text(low, high)):
            return True
        own = [
            at
            for at in self.positions("@", low, high)
            if not (AGAINST & set(self.tokens[max(low, at - 3) : at]) or is_aside(self.tokens[low:at]))
        ]
        told = {self.is_previous(at) for at in own}
        return True if True in told else None if None in told else False

    def is_previous(self, at: int) -> bool | None:
        """Whether the period is that of the last report: False for the present one, None for another."""
        return is_previous(self.tally.whens[self.index(at)], self.previous)

    def spoken(self, at: int) -> str:
        """The words of the sentence that the token stands for."""
        start, stop = self.tally.spans[at][2:]
        return self.tally.sentence[start:stop]

    def said(self, low: int, high: int, skip: Iterable[int] = (), *, every: bool = False) -> Said | None:
        """What the tokens say of indicators; None where no state stands there, or where comparisons have taken all, unless `every` counts."""
        states = [
            at for at in self.positions("=", low, high) if (every or at not in self.used) and at not in skip and not self._leads_on(at)
        ]
        if not states:
            return None
        verb = self._verb(low, high)
        narrow = [at for at in states if at < verb and any(each >= verb for each in states)]
        rest = [at for at in states if at not in narrow]
        return Said(
            tuple(self._narrowing(narrow, rest, low)) if narrow else (),
            tuple(self._ways(rest, low, before=False)),
            tuple(self._ways(rest, low, before=True)),
            tuple(states),
        )

    def _leads_on(self, at: int) -> bool:
        """Whether the word for a direction only leads to a rating: "improved to Green", "moved up from Amber"."""
        to = self.token(at + 1) in ("to", "from", "into") and any(each[0] == "=" for each in self.tokens[at + 2 : at + 4])
        return to and self.state(at).family == "direction"

    def _narrowing(self, narrow: Sequence[int], rest: Sequence[int], low: int) -> list[Property]:
        """Every way to take what narrows the set; of what has moved, as it was before too: "two Greens have become Amber"."""
        has_moved = any(self._role(at, low) for at in rest)
        if any(self.is_previous(at) for each in narrow for at in self.positions("@", each + 1, min(each + 4, len(self.tokens)))):
            return self._ways(narrow, low, before=True)
        return [each for before in ((False, True) if has_moved else (False,)) for each in self._ways(narrow, low, before=before)]

    def _verb(self, low: int, high: int) -> int:
        """Where what is said of a set begins: its verb, in no relative clause."""
        relative = False
        for at in range(low, high):
            word = self.tokens[at]
            is_verb = word in VERBS or (word[0] == "=" and is_verbal(self.state(at), self.spoken(at)))
            if is_verb and not relative:
                return at
            relative = (relative or word in ("that", "which", "who")) and word[0] not in "=,"
        return high

    def _ways(self, states: Sequence[int], low: int, *, before: bool) -> list[Property]:
        """Every way to take the states that stand there, those of a move together."""
        left = next((at for at in states if self._role(at, low) == "from"), None)
        reached = next((at for at in states if self._role(at, low) == "to"), None)
        ways: list[tuple[str, Sequence[Property]]] = []
        if left is not None or reached is not None:
            pair = (self.state(left) if left is not None else None, self.state(reached) if reached is not None else None)
            span = self._opening(low), max(left or 0, reached or 0)
            ways.append(("moved", [self._way(moved(*pair, known=known), *span) for known in (False, True)]))
        denied = ""
        for at in states:
            if at in (left, reached):
                continue
            family = self.state(at).family
            joins = self.token(at - 1) in ("or", "nor", "and") and denied == family
            denied = family if joins or NOT.search(self.text(max(low - 2, 0), at)[1:]) else ""
            ways.append((f"{DENIED}{family}" if denied else family, self._meanings(at, low, before=before)))
        return joined(ways)

    def _opening(self, low: int) -> int:
        """Where the words may begin that tell how it moved: up to three before its number, in the same statement."""
        first = low - (self.token(low - 1)[0] == "#")
        at = first
        while at > max(0, low - 3) and self.tokens[at - 1] not in MARKS | {"and", "but", "while"} and self.tokens[at - 1][0] != "#":
            at -= 1
        return at

    def _role(self, at: int, low: int) -> str:
        """Whether the rating is what was left or what was reached; "" where neither."""
        if self.state(at).family != "rating":
            return ""
        near = []
        for token in reversed(self.tokens[max(low - 3, 0, at - 4) : at]):
            if token in GAINS:
                near.append("to" if GAINS[token] else "from")
                break
            if token in MARKS or token[0] in "=&":
                break
            near.append(token)
        number = next((n for n, each in enumerate(near) if each[0] == "#"), len(near))
        near = near if number < len(near) and near[-1] in ("to", "from") and number == 0 else near[:number]
        if any(each in FROM for each in near) and not ("out" in near and "of" not in near):
            return "to" if near[:2] == ["for", "it"] else "from"
        if any(each in INTO for each in near) and self._has_move(max(low - 3, 0), at):
            return "to"
        return ""

    def _way(self, made: Property, low: int, high: int) -> Property:
        """The move with the way that its verb tells: what "climbed" is rated better than before."""
        words = {each for at in range(low, high) for each in self.spoken(at).lower().split()}
        for verbs, name in ((CLIMBS, "up a rating"), (DROPS, "down a rating")):
            found = [each for each in self.population.states if each.name == name]
            if words & verbs and not words & {"at"} and found:
                return both([made, plain(found[0])])
        return made

    def _has_move(self, low: int, high: int) -> bool:
        """Whether a word of moving stands there."""
        return any(
            self.tokens[at] in MOVES or self.tokens[at] in GAINS or (self.tokens[at][0] == "=" and self._leads_on(at))
            for at in range(low, high)
        )

    def _reach(self, state: State, at: int, *, before: bool) -> Property:
        """The property of being in the state, or in those that "or better" or "at least" add to it."""
        added = self.token(at + 2) if self.token(at + 1) == "or" else " ".join(self.tokens[max(0, at - 2) : at])
        family = [each for each in self.population.states if each.family == state.family and state in self.population.states] or [state]
        place = family.index(state)
        reach = family[: place + 1] if added in BETTER else family[place:] if added in WORSE else [state]
        every = [plain(each, before=before) for each in reach]
        return either(every) if len(every) > 1 else every[0]

    def _meanings(self, at: int, low: int, *, before: bool) -> list[Property]:
        """What the state may mean: itself and what its words also say, now or at the last report, or not."""
        state = self.state(at)
        before = before and state.family not in ("kept", "move")
        alike = OF_RATINGS.get(state.name, state.alike) if RATINGS.search(self.tally.text) else state.alike
        states = [state, *(each for each in self.population.states if each.name == alike)]
        found = [self._reach(each, at, before=before) for each in states]
        if any(each in STILL for each in self.tokens[max(low - 2, 0) : at]) and state.family == "rating":
            found.append(kept(state))
        return found

    def indicators(self, low: int, high: int) -> list[int]:
        """Where those tokens name indicators that the statement is about, no exceptions and nothing compared with."""
        return [at for at in self.positions("&", low, high) if not (EXCEPT.search(self.head(at)) or UNLIKE.search(self.head(at)))]

    def exceptions(self) -> frozenset[str]:
        """The indicators that are left out: "except complaints", "personal budgets apart"."""
        left = (at for at in self.positions("&") if EXCEPT.search(self.head(at)) or self.token(at + 1) == "apart")
        return frozenset().union(*(self.named(at).ids for at in left))

    def is_strange(self, low: int, high: int) -> bool:
        """Whether the words narrow what is counted to something that the data does not tell apart."""
        telling = [each for each in self.tokens[low:high] if each[0].isalpha() and len(each) > 2 and each not in VERBS | MOVES]
        return any(stem(each) not in common() | COUNTED_WORDS | self.known for each in telling)

    def add(self, low: int, high: int, verdict: Verdict, says: str, *, kind: str = "count", bound: bool = False) -> None:
        """Keep a finding about those tokens; `bound` where a part of the sentence alone would lose what it leans on."""
        spans = self.tally.spans[low:high]
        start, stop = spans[0][2], spans[-1][3]
        wrong = verdict == "false"
        self.findings.append(
            Finding(
                verdict,
                kind,
                start,
                stop,
                self.tally.sentence[start:stop],
                says,
                f"counted: {says}",
                wording=says if wrong else "",
                bound=bound,
            )
        )
