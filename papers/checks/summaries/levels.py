"""Parts of a report that a summary counts by their indicators: "four directorates have a Red", "every directorate has a Green"."""

from __future__ import annotations

import re

from papers.checks.language.amounts import Verdict
from papers.checks.language.quantities import Quantity, told
from papers.checks.summaries.account import Account

LEVELS = {
    "directorate": ("directorate",),
    "service": ("directorate", "section"),
    "section": ("section",),
    "area": ("directorate", "section"),
}
"""What the words for parts may mean."""
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


def _has(inner: Quantity | None, verb: str, number: int) -> bool:
    """Whether a part with that many has what is said: at least one, none, or as many as are told."""
    if "without" in verb or (inner is not None and inner.kind == "none"):
        return number == 0
    if inner is None or inner.kind != "count":
        return number > 0
    return number >= inner.amount.value if inner.amount.around == "least" else number == inner.amount.value
