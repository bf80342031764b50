"""Parts of a report that a summary counts by their indicators: "four directorates have a Red", "every directorate has a Green"."""

from __future__ import annotations

import re

from papers.checks.language.amounts import Verdict
from papers.checks.language.matching import matcher
from papers.checks.language.quantities import Quantity, told
from papers.checks.language.tallying import State
from papers.checks.summaries.account import Account

LEVELS = {
    "directorate": ("directorate",),
    "service": ("directorate", "section"),
    "section": ("section",),
    "area": ("directorate", "section"),
}
"""What the words for parts may mean."""
ONLY = matcher(
    rf"(?<!\S)(?:#\d+|the only|the sole|only) (?P<level>{'|'.join(LEVELS)}) (?:in which|where|for which|whose|with|to have|of which|that has)"
    r" #(?P<n>\d+) (?:(?:of|its|the|their|rated) )*(?:% )?(?:(?:that|is|are|was|were|has|have|now|at|been|which|rated) )*=(?P<state>\d+)(?!\S)"
)
KINDEST: tuple[Verdict, ...] = ("true", "rounded", "false", "unknown")
HAVE = r"(?:now |still |each |all )?(?:have|has|had|with|show|shows|are without|is without|without)"


def hold_levels(account: Account) -> None:
    """Hold how many parts have an indicator of a rating, or none."""
    pattern = rf"#(\d+) (?:of (?:the|our) (?:#\d+ )?)?({'|'.join(LEVELS)})s? ({HAVE}) (?:(a|an|any|only|#\d+) )?=(\d+)(?: %| rating| ratings)?(?= [,.;]| and | but |$)"
    for found in re.finditer(pattern, account.tally.text):
        at = account.tally.text[: found.start()].count(" ")
        end = at + found[0].count(" ") + 1
        if account.is_guarded(at):
            continue
        inner = account.tally.quantities[int(found[4][1:])] if found[4] and found[4][0] == "#" else None
        state = account.tally.states[int(found[5])]
        quantity = account.tally.quantities[int(found[1])]
        account.used |= set(account.positions("#", at, end)) | set(account.positions("=", at, end))
        ratios = []
        for level in LEVELS[found[2]]:
            counts = [
                sum(account.population.key(each) in part.ids and bool(state.now(each)) for each in account.population.members)
                for part in account.parts
                if part.level == level
            ]
            ratios.append((sum(_has(inner, found[3], each) for each in counts), len(counts)))
        verdicts = [told(quantity, number, whole) for number, whole in ratios]
        verdict: Verdict = min(verdicts, key=KINDEST.index)
        account.add(at, end, verdict, f"{ratios[0][0]} of {ratios[0][1]} do")


def hold_only(account: Account) -> None:
    """Hold what only one part is said to have: "Highways is the only service in which every indicator is Green"."""
    for found in ONLY.finditer(account.tally.text):
        at = account.tally.text[: found.start()].count(" ")
        named = list(account.positions("+", 0, at))
        quantity, state = account.tally.quantities[int(found["n"])], account.tally.states[int(found["state"])]
        if not named or account.is_guarded(at) or quantity.kind not in ("all", "none"):
            continue
        end = at + found[0].count(" ") + 1
        account.used |= set(account.positions("#", at, end)) | set(account.positions("=", at, end))
        having = {
            level: [each for each in account.parts if each.level == level and _all(account, each.ids, state, quantity)]
            for level in LEVELS[found["level"]]
        }
        own = account.named(named[-1]).ids
        right = any(len(each) == 1 and each[0].ids == own for each in having.values())
        account.add(named[-1], end, "true" if right else "false", f"{min(map(len, having.values()))} do")


def _all(account: Account, ids: frozenset[str], state: State, quantity: Quantity) -> bool:
    """Whether all of the part's rated indicators have the state, or none of them."""
    told = [state.now(each) for each in account.population.members if account.population.key(each) in ids and each.current.rating]
    return bool(told) and all(bool(each) is (quantity.kind == "all") for each in told)


def _has(inner: Quantity | None, verb: str, number: int) -> bool:
    """Whether a part with that many has what is said: at least one, none, or as many as are told."""
    if "without" in verb or (inner is not None and inner.kind == "none"):
        return number == 0
    if inner is None or inner.kind != "count":
        return number > 0
    return number >= inner.amount.value if inner.amount.around == "least" else number == inner.amount.value
