"""Whether an indicator that is named begins a statement of its own."""

from __future__ import annotations

from papers.checks.summaries.account import Account
from papers.checks.summaries.words import BREAKS, MARKS, VERBS

APART = 9
"""How many tokens may be put in between a name and its verb."""


def opens(account: Account, at: int) -> bool:
    """Whether the indicator is what another statement is about: its verb follows, perhaps after what is put in, as in ", at 71%, is"."""
    after = at + 1
    if account.token(after) in (",", "("):
        close = range(after + 1, min(after + APART, len(account.tokens)))
        after = next((each + 1 for each in close if account.tokens[each] in (",", ")")), after)
        return account.token(after) in VERBS
    while account.token(after) not in MARKS | BREAKS | VERBS | {"and", "or", "which"} and account.token(after)[0] not in "#=":
        after += 1
    return account.token(after) in VERBS or account.token(after)[0] in "#="
