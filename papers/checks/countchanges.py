"""Counts that are compared: one more than at the last report, more so than otherwise, the commonest."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.amounts import Verdict
from papers.checks.counting import Counting, number_of
from papers.checks.countwords import (
    SAME,
    UP,
)
from papers.checks.quantities import told
from papers.checks.tallying import Population, State


def _change(counting: Counting, match: re.Match[str], state: State | None, said: tuple[str, str, str | None]) -> None:
    number, way, when = said
    quantity = counting.quantity(number)
    if state is None or number in counting.used or quantity.kind not in ("count", "none") or not counting.before(when):
        return
    counting.used.add(number)
    sign = 1 if way in UP else -1

    def judge(population: Population) -> tuple[Verdict, str]:
        now, then = number_of(population, [state]), number_of(population, [state], before=True)
        if now is None or then is None:
            return "unknown", ""
        return ("true" if quantity.amount.value == sign * (now - then) else "false"), f"{now} are {state.name}, after {then}"

    counting.hold(match.span(), judge)


def more(counting: Counting, match: re.Match[str]) -> None:
    """Hold "one more indicator is Red than in the last report"."""
    state = counting.tally.states[int(_first(match, "state"))]
    _change(counting, match, state, (match["n"], _first(match, "way"), match["when"]))


def step(counting: Counting, match: re.Match[str]) -> None:
    """Hold "one fewer than last quarter", "two up on the last report"."""
    earlier = re.findall(r"=(\d+)", counting.text[: match.start()])
    state = counting.tally.states[int(earlier[-1])] if earlier else None
    _change(counting, match, state, (_first(match, "n"), _first(match, "way"), _first(match, "when")))


def _first(match: re.Match[str], name: str) -> str:
    """What the group of that name holds, in whichever of the alternatives it stands."""
    return next(value for key, value in match.groupdict().items() if value and key.rstrip("0123456789") == name)


def up_from(counting: Counting, match: re.Match[str]) -> None:
    """Hold "down from 20 last quarter"."""
    earlier = re.findall(r"=(\d+)", counting.text[: match.start()])
    if not earlier or match["n"] in counting.used or not counting.before(match["when"]):
        return
    state = counting.tally.states[int(earlier[-1])]
    quantity = counting.quantity(match["n"])
    counting.used.add(match["n"])

    def judge(population: Population) -> tuple[Verdict, str]:
        then = number_of(population, [state], before=True)
        if then is None:
            return "unknown", ""
        now = number_of(population, [state])
        turned = match["way"] and now is not None and (now <= then if match["way"] in UP else now >= then)
        said = f"{then} were {state.name} in the last report"
        return ("false" if turned else told(quantity, then, len(population.members))), said

    counting.hold(match.span(), judge)


def rise(counting: Counting, match: re.Match[str]) -> None:
    """Hold "Reds went up from four to five"."""
    state = counting.tally.states[int(match["state"])]
    way = match["way"]

    def judge(population: Population) -> tuple[Verdict, str]:
        now, then = number_of(population, [state]), number_of(population, [state], before=True)
        if now is None or then is None:
            return "unknown", ""
        number = {each: counting.quantity(match[each]).amount.value for each in ("from", "to", "by", "to2", "from2") if match[each]}
        right = True if way is None else (now == then) if way in SAME else (now > then) if way in UP else now < then
        right &= all(
            value == (abs(now - then) if each == "by" else now if each.startswith("to") else then) for each, value in number.items()
        )
        return ("true" if right else "false"), f"{now} are {state.name}, after {then}"

    numbers = {match[each] for each in ("from", "to", "by", "to2", "from2") if match[each]}
    if not numbers & counting.used:
        counting.used |= numbers
        counting.hold(match.span(), judge)


def outnumber(counting: Counting, match: re.Match[str]) -> None:
    """Hold "more improved than worsened", "Greens outnumber Ambers", "twice as many Green as Red"."""
    groups = match.groupdict()
    first, second = [counting.tally.states[int(match["a"])]], counting.states(match["b"])
    times = {"twice": Decimal(2), "half": Decimal("0.5"), "three times": Decimal(3), "four times": Decimal(4)}.get(
        groups.get("k") or "", Decimal(1)
    )
    less = groups.get("way") in ("fewer", "less")

    def judge(population: Population) -> tuple[Verdict, str]:
        one, two = number_of(population, first), number_of(population, second)
        if one is None or two is None:
            return "unknown", ""
        if groups.get("k"):
            right = one == times * two
        else:
            right = one < two if less else one > two
            by = groups.get("by") or groups.get("by2")
            right &= by is None or abs(one - two) == counting.quantity(str(by)).amount.value
        return ("true" if right else "false"), f"{one} against {two}"

    counting.hold(match.span(), judge)


def commonest(counting: Counting, match: re.Match[str]) -> None:
    """Hold "Green is the most common rating"."""
    state = counting.tally.states[int(match["a"] or match["a2"])]
    least = re.match("least|smallest", match["which"] or match["which2"])

    def judge(population: Population) -> tuple[Verdict, str]:
        numbers = [number_of(population, [each]) or 0 for each in population.states if each.family == state.family]
        own = number_of(population, [state])
        return ("true" if own == (min if least else max)(numbers) else "false"), f"{own} are {state.name}"

    counting.hold(match.span(), judge)
