"""Counts of one state: 19 of the 35 are Green, Greens number 19, this report covers 35 indicators; and all rules of counting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from papers.checks.amounts import Verdict
from papers.checks.countchanges import commonest, more, outnumber, rise, step, up_from
from papers.checks.counting import Counting, Rule, number_of, reached
from papers.checks.countwords import (
    AS_MANY,
    BACKWARD,
    COMMON_STATE,
    FORWARD,
    FROM,
    HEAD,
    MORE_THAN_BEFORE,
    NARROWED,
    NOT,
    OTHER_PART,
    OUTNUMBER,
    RISE,
    STEP,
    TAIL,
    THAN,
    TIMES,
    TOTAL,
    TURNED,
)
from papers.checks.quantities import Quantity, told
from papers.checks.reading import Finding
from papers.checks.tallying import Member, Population, State, Tally


def _forward(counting: Counting, match: re.Match[str]) -> None:
    """Hold "19 of the 35 indicators (54%) are Green"."""
    past = _is_past(counting, match)
    if match["n"] in counting.used or past is None or _is_part(counting, match):
        return
    words = " ".join(match[each] or "" for each in ("all", "between", "between2"))
    states = counting.states(match["states"] + (match["also"] or ""))
    if counting.quantity(match["n"]).amount.unit == "%" and "%" not in match[0] and states[0].family == "direction":
        return
    negated = bool(NOT.search(match["between"] + match["between2"]))
    quantity = counting.quantity(match["n"])
    if quantity.whole is None and match["whole"]:
        quantity = Quantity(quantity.kind, quantity.amount, int(counting.quantity(match["whole"]).amount.value))
    counting.used.add(match["n"])
    share = match["share"] or match["after"]

    def judge(population: Population) -> tuple[Verdict, str]:
        members = [each for each in population.members if _has_come(each, states[0])] if TURNED.search(words) else population.members
        of = replace(population, members=tuple(members))
        number = number_of(of, reached(states, match["reach"], of), before=past, negated=negated)
        whole = len(population.members)
        if number is None:
            return "unknown", ""
        verdict = told(quantity, number, whole, sum(counting.taken.values()))
        if verdict != "false" and share and told(counting.quantity(share), number, whole) == "false":
            verdict = "false"
        counting.taken[states[0].name] = number
        return verdict, f"{number} of {whole}"

    doubt = counting.strange(words) or bool(TAIL.match(counting.text[match.end() :])) or bool(NARROWED.search(words))
    counting.hold(match.span(), judge, doubt=doubt)


def _is_past(counting: Counting, match: re.Match[str]) -> bool | None:
    """Whether the count is told of the last report; None where it is of a period that the data does not count."""
    before = re.search(r"(?:^|, |; |and |but )(?:(?:in|at) )?(?:the )?@(\d+)(?: ,)?(?: (?!@|,)\S+){0,2} $", counting.text[: match.start()])
    after = re.match(r"((?: (?!#|=|,)\S+){0,3}) @(\d+)", counting.text[match.end() :])
    if before:
        return counting.before(before[1])
    if after and not re.search(r"(?:since|than|from|on|over|with|against|after)(?: the)?$", after[1]):
        return counting.before(after[2])
    return False


def _is_part(counting: Counting, match: re.Match[str]) -> bool:
    """Whether the count is of a part named before ("of these, three"), or is no count but the distance of one from its target."""
    start, stop = counting.tally.words(*match.span())
    after = counting.text[match.start() + len(match["n"]) + 1 :]
    of_one = "%" not in match[0] and " its " in f" {counting.tally.sentence[start:stop]} " and counting.quantity(match["n"]).kind == "count"
    return of_one or bool(re.match(r" of (?:them|these|those|which)(?!\S)", after) or OTHER_PART.search(counting.text[: match.start()]))


def _has_come(member: Member, state: State) -> bool:
    """Whether the thing was in another state at the last report."""
    return state.before is not None and state.before(member) is False


def _backward(counting: Counting, match: re.Match[str]) -> None:
    if match["n"] in counting.used or OTHER_PART.search(counting.text[: match.start()]):
        return
    quantity = counting.quantity(match["n"])
    if quantity.kind not in ("count", "share", "most", "minority", "none") or re.match(
        r" %| =| (?!and |, )\S+ =", counting.text[match.end() :]
    ):
        return
    states = counting.states(match["states"])
    if states[0].family == "moved" or (" at #" in match[0] and states[0].family != "rating"):
        return
    counting.used.add(match["n"])

    def judge(population: Population) -> tuple[Verdict, str]:
        number = number_of(population, states)
        whole = len(population.members)
        return ("unknown", "") if number is None else (told(quantity, number, whole), f"{number} of {whole}")

    counting.hold(match.span(), judge)


def _whole(counting: Counting, match: re.Match[str]) -> None:
    quantity = counting.quantity(match["whole"])
    names = " ".join(match.groupdict().get(each) or "" for each in ("all", "names", "kind"))
    if match["whole"] in counting.used or quantity.kind != "count" or "%" not in match[0]:
        return
    counting.used.add(match["whole"])

    def judge(population: Population) -> tuple[Verdict, str]:
        size = len(population.members)
        return ("true" if quantity.amount.value == size else "false"), f"there are {size}"

    counting.hold(match.span("whole"), judge, doubt=counting.strange(names))


RULES: tuple[tuple[Rule, re.Pattern[str]], ...] = (
    (more, MORE_THAN_BEFORE),
    (step, STEP),
    (up_from, FROM),
    (rise, RISE),
    (outnumber, OUTNUMBER),
    (outnumber, THAN),
    (outnumber, TIMES),
    (outnumber, AS_MANY),
    (commonest, COMMON_STATE),
    (_whole, HEAD),
    (_forward, FORWARD),
    (_backward, BACKWARD),
    (_whole, TOTAL),
)


def counted(tally: Tally, populations: Sequence[Population], known: frozenset[str], previous: str = "") -> Iterator[Finding]:
    """Every count of the sentence, held against the populations that it may be of."""
    yield from Counting(tally, populations, known, previous).found(RULES)
