"""A sentence that counts, as tokens: quantities (#0), states (=0), the things counted (%), periods (@0) among its words.

"Of the 35 indicators, 19 (54%) are Green and two improved." is coded as "of the #0 % , #1 ( #2 ) are =0 and #3 =1 .".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from papers.checks.language.coding import tidy
from papers.checks.language.matching import matcher
from papers.checks.language.periods import PERIOD, When, read_when
from papers.checks.language.quantities import QUANTITY, Quantity, read_quantity

Member = Any
"""What is counted: an assessment, a risk, an action."""

WORD = matcher(r"[A-Za-z\u00c0-\u024f][\w'\u2019&*-]*|[^\s\w]|\d+(?:,\d{3})*\.\d+|\w+")
NAMED = matcher(
    r"(?<!this )(?<!the )(?<!each )(?:page|pages|ks|stage|year|appendix|section|paragraph|table|figure|phase|tier|grade|stage|priority|item|chapter|aged?|level|score|scores|scoring|scored|(?:scores?|likelihood|impact) of|scored at|\u00a3) $",
    re.IGNORECASE,
)
"""Words before a number that is no count."""
SPREAD = matcher(r"(?:all|both|each|neither|none)$", re.IGNORECASE)
HAS_NONE = matcher(r"(?:has|have|had) none$")
VERB = matcher(r"(?:is|are|was|were|have|has|had|remain|stay|stayed|remained|been|not|now) $")
"""In "the three are all Green" the number stands before."""


@dataclass(frozen=True, slots=True)
class State:
    """What things are counted by: the words that say it, and whether a thing is so now, and was at the last report (None: not known).

    States of one family exclude each other; they are ordered best first.
    """

    name: str
    pattern: str
    now: Callable[[Member], bool | None]
    before: Callable[[Member], bool | None] | None = None
    family: str = ""
    alike: str = ""
    """The name of another state that the words may mean as well."""


@dataclass(frozen=True)
class Population:
    """What is counted: the words for it, its states, its members, and the smaller sets that words may name ("rated indicators")."""

    noun: str
    states: tuple[State, ...]
    members: tuple[Member, ...]
    wholes: tuple[Callable[[Member], bool], ...] = ()
    """Which of them a share may also be of: those that are rated."""
    names: str = ""
    """Words that name sets of them, such as "Quarter 3", which are no periods here."""
    printed: Mapping[str, int] | None = None
    """How many the last report printed by state, where that counts: what has left the report since is among them."""
    spoken: tuple[State, ...] = ()
    """States that the sentence words itself ("scores 16 or more"), each found by those very words, which no pattern is made of."""

    key: Callable[[Member], str] = lambda member: str(id(member))
    """What tells one member from another: its id in the data, else the object."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the words of its states are found by; the group that matched is "s" and the place of the state."""
        return _states(tuple(each.pattern for each in self.states))

    @cached_property
    def things(self) -> re.Pattern[str]:
        """What the words for its members, and for sets of them, are found by: the groups "thing" and "set"."""
        return _things(self.noun, self.names)


@lru_cache(maxsize=64)
def _states(states: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<s{n}>(?i:{each}))(?![\\w-])" for n, each in enumerate(states)))


@lru_cache(maxsize=64)
def _things(noun: str, sets: str) -> re.Pattern[str]:
    """A pattern of its own, since populations of many nouns have the same states, of which each is long to compile."""
    named = rf"|(?P<set>{sets})(?!\w)" if sets else ""
    return re.compile(rf"(?P<thing>(?:{noun}))(?![\w-]){named}")


@dataclass(slots=True)
class Tally:
    """A sentence coded for counting."""

    sentence: str
    parts: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The coded text."""
        return " ".join(self.parts)

    def add(self, token: str, start: int, stop: int) -> None:
        """Append a token that stands there in the sentence."""
        self.parts.append(token)
        self.spans.append((self.length, self.length + len(token), start, stop))
        self.length += len(token) + 1

    def words(self, start: int, stop: int) -> tuple[int, int]:
        """Where that part of the coded text stands in the sentence."""
        inside = [each for each in self.spans if each[0] < stop and each[1] > start]
        return (inside[0][2], inside[-1][3]) if inside else (0, len(self.sentence))


def tally(sentence: str, population: Population, named: Mapping[int, tuple[int, str]] = MappingProxyType({})) -> Tally:
    """The sentence coded for what it may count; `named` are tokens for names: where each begins, to where it ends, and the token."""
    text = tidy(sentence)
    made = Tally(sentence)
    at = 0
    while at < len(text):
        if at in named:
            stop, token = named[at]
            made.add(token, at, stop)
            at = stop
            continue
        at = at + 1 if text[at].isspace() else _next(text, at, made, population) if text[at].isalnum() else _word(text, at, made)
    return made


def _word(text: str, at: int, made: Tally) -> int:
    """Add the word or mark that begins there as it is."""
    word = WORD.match(text, at)
    end = word.end() if word else at + 1
    made.add(text[at:end].lower(), at, end)
    return end


def _next(text: str, at: int, made: Tally, population: Population) -> int:
    """Add the token that begins there; where it ends."""
    if spoken := next((each for each in population.spoken if _stands(each.pattern, text, at)), None):
        made.add(f"={len(made.states)}", at, at + len(spoken.pattern))
        made.states.append(spoken)
        return at + len(spoken.pattern)
    if found := population.pattern.match(text, at):
        made.add(f"={len(made.states)}", at, found.end())
        made.states.append(population.states[int(str(found.lastgroup)[1:])])
        return found.end()
    if found := population.things.match(text, at):
        made.add("%" if found.lastgroup == "thing" else "quarter", at, found.end())
        return found.end()
    if (
        (found := PERIOD.match(text, at))
        and found[0].strip()
        and not re.match(r"may\b", found[0])
        and (when := read_when(found))
        and when.kind != "current"
    ):
        made.add(f"@{len(made.whens)}", at, found.end())
        made.whens.append(when)
        return found.end()
    before = " ".join([*made.parts[-2:], ""])
    if (
        (found := QUANTITY.match(text, at))
        and not NAMED.search(before)
        and not (SPREAD.match(found[0]) and VERB.search(before) and not HAS_NONE.search(before + found[0].lower()))
    ):
        made.add(f"#{len(made.quantities)}", at, found.end())
        made.quantities.append(read_quantity(found))
        return found.end()
    return _word(text, at, made)


def _stands(words: str, text: str, at: int) -> bool:
    """Whether those words stand there, whole."""
    end = at + len(words)
    return text[at:end].lower() == words.lower() and not re.match(r"[\w-]", text[end : end + 1])


def members_of(population: Population, keep: Callable[[Member], bool]) -> Population:
    """The population with those members alone."""
    return replace(population, members=tuple(each for each in population.members if keep(each)), printed=None)
