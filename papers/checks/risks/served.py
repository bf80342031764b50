"""Counts of actions by the risk that they serve, and of as many in each of several states: "three sit under resilience", "one each is"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from papers.checks.language.amounts import Verdict
from papers.checks.language.matching import matcher
from papers.checks.language.tallying import Member, Population, State, Tally
from papers.checks.reading import Finding
from papers.checks.risks.mentions import Names
from papers.checks.risks.spoken import NUMBER

FOR = matcher(
    rf"\b{NUMBER}(?: of (?:which|these|those|them|the {NUMBER}))? (?P<verb>(?:(?:is|are|was|were|sits?|falls?|comes?|belongs?|stands?|relates?|goes|go) )?"
    r"(?:for|under|against|to|on|with|in|concerns?|serves?) (?:the )?(?:risks? (?:of |on |to )?)?)$",
    re.IGNORECASE,
)
"""What stands between a number of actions and the risk that they are said to serve."""
SERVING = "serving"
"""What stands for "against" before a risk, which sets no number against another: as long a word."""
BETWEEN = frozenset((",", "and", "is", "are", "was", "were", "at", "rated", "being"))
"""What may stand between "one each" and the states that are told after it."""


def served_states(sentence: str, names: Names) -> Iterator[tuple[str, State]]:
    """The risks that numbers of actions are said to serve, each with the state of serving it."""
    for each in names.mentions(sentence):
        if found := FOR.search(sentence[: each.start]):
            words = sentence[found.start("verb") : each.stop]
            yield each.risk.id, State(f"against {each.risk.title}", words, _serves(each.risk.id), None, "risk")


def _serves(risk: str) -> Callable[[Member], bool]:
    return lambda action: bool(action.risk == risk)


def serving(coded: Tally) -> Tally:
    """The sentence with "against a risk" as what narrows the actions counted."""
    for at, part in enumerate(coded.parts[:-1]):
        if part == "against" and coded.parts[at + 1][0].isalpha():
            coded.parts[at] = SERVING
    return coded


def apiece(coded: Tally, sets: Sequence[Population]) -> Iterator[Finding]:
    """Hold "one each is outstanding and overdue": as many in every state that follows, in one of the sets; the number counts no more."""
    for at, part in enumerate(coded.parts[:-1]):
        if part[0] != "#" or not part[1:].isdigit() or coded.sentence[slice(*coded.spans[at + 1][2:])].lower() != "each":
            continue
        number = coded.quantities[int(part[1:])].amount.value
        for n in (at, at + 1):
            coded.parts[n] = "x" * len(coded.parts[n])
        stop = at + 2
        while stop < len(coded.parts) and (coded.parts[stop] in BETWEEN or coded.parts[stop][0] == "="):
            stop += 1
        states = [n for n in range(at + 2, stop) if coded.parts[n][0] == "="]
        if not states:
            continue
        told = [coded.states[int(coded.parts[n][1:])] for n in states]
        counts = [[sum(bool(state.now(each)) for each in one.members) for state in told] for one in sets]
        verdict: Verdict = "true" if any(set(each) == {number} for each in counts) else "false"
        for n in states:
            coded.parts[n] = "x" * len(coded.parts[n])
        start, end = coded.spans[at][2], coded.spans[states[-1]][3]
        says = ", ".join(f"{count} {state.name}" for count, state in zip(counts[0], told, strict=True))
        yield Finding(verdict, "count", start, end, coded.sentence[start:end], says)


NONE_LATE = matcher(r"none(?: (?:of|among) the \w+)? (?:is|was|are|were|being)(?: yet| now)? (?:overdue|late|behind|past)\b", re.IGNORECASE)
"""What is said of no action: it is so of every complete one, and so is said of all."""


def told_of_none(findings: Iterable[Finding], sets: Sequence[Population]) -> Iterator[Finding]:
    """The findings, of which "none was overdue" is false where one is overdue in all sets that it may be said of."""
    for each in findings:
        late = [any(_is_late(state, action) for action in one.members) for one in sets for state in one.states if state.name == "overdue"]
        false = each.verdict == "true" and all(late) and late and NONE_LATE.match(each.said)
        yield replace(each, verdict="false", says="one is overdue") if false else each


def _is_late(state: State, action: Member) -> bool:
    return bool(state.now(action))
