"""Which numbers of a summary are figures of an indicator or of something else, and count no indicators."""

from __future__ import annotations

from papers.checks.facts import stem
from papers.checks.summaries.account import Account
from papers.checks.summaries.words import BACK, COUNTED_WORDS, DETERMINERS, MARKS, PRONOUNS, VERBS

FIGURED = frozenset(("target", "targets", "floor", "standard", "average"))
"""What a figure before it is of: "its 85% target"."""
APART = frozenset(("short", "shy", "adrift", "clear", "away", "beyond", "past"))
"""What tells how far from its target a figure is: "three short of the 55% target"."""


def is_genitive(token: str) -> bool:
    """Whether the word tells whose the indicators are: "the directorate's nine indicators"."""
    return token.endswith(("'s", "\u2019s")) and len(token) > len("'s")


def is_figure(account: Account, at: int, figures: set[int], *, repeated: bool) -> bool:
    """Whether it is a figure of an indicator that is named or rated before it, or of something else, and no count of indicators.

    A percentage with a decimal is no share of a few indicators, unless it says so.
    """
    quantity = account.tally.quantities[account.index(at)]
    large = not quantity.amount.word and quantity.amount.value > len(account.population.members)
    if quantity.kind == "count" and account.token(at + 1)[0] == "=" and account.spoken(at + 1).split()[0] in APART:
        return True
    if quantity.kind in ("share", "count") and (account.token(at + 1) in FIGURED | APART or account.tokens[at + 1 : at + 3] == ["of", "a"]):
        return True
    if quantity.kind == "share" and (account.token(at - 1) == "by" or account.token(at + 1) in ("a", "an") or _is_of_others(account, at)):
        return True
    if (quantity.amount.unit != "%" and not large) or quantity.kind not in ("share", "count"):
        return False
    if _is_from_target(account, at) or (account.token(at - 1) == "of" and account.token(at - 2)[0] == "="):
        return True
    if _is_of_indicators(account, at):
        return False
    if quantity.amount.unit == "%" and quantity.amount.step < 1:
        return True
    last = next((each for each in range(at - 1, -1, -1) if account.tokens[each][0] in "&#=" and account.tokens[each] != "="), None)
    if last is not None and (account.tokens[last][0] == "&" or last in figures or _is_predicate(account, last)):
        return True
    return not repeated and not _is_behind(account, at)


def _is_behind(account: Account, at: int) -> bool:
    """Whether a percentage is told of a state that stands before it, or of indicators: "Greens account for 54%", "the share of Greens is 54%"."""
    at -= 1
    while account.token(at) in (BACK - MARKS) | DETERMINERS | {"account", "accounts", "make", "makes", "of"}:
        at -= 1
    return account.token(at)[0] in "=%"


def _is_from_target(account: Account, at: int) -> bool:
    """Whether it tells how far a figure is from its target: "390 short of target"."""
    return account.token(at + 1)[0] == "=" and account.state(at + 1).family == "target"


def _is_of_others(account: Account, at: int) -> bool:
    """Whether it is a share of what is no indicator: "85.2% of calls", "half of the 28 day standard"."""
    if account.token(at + 1) in DETERMINERS:
        return account.is_strange(at + 2, at + 4) and "%" not in account.tokens[at + 2 : at + 5]
    if account.token(at + 1) != "of":
        return False
    after = at + 2
    while account.token(after) in DETERMINERS | {"total", "whole"} or is_genitive(account.token(after)):
        after += 1
    if "%" in account.tokens[after : after + 4]:
        return False
    word = account.token(after)
    if word[0].isalpha() and account.tally.quantities[account.index(at)].amount.unit == "%":
        return word not in PRONOUNS and stem(word) not in COUNTED_WORDS
    return word[0] in "&0123456789" or account.is_strange(after, after + 1)


def _is_of_indicators(account: Account, at: int) -> bool:
    """Whether the words after the number say that it counts indicators: "54% of our indicators", "54% are Green"."""
    after = at + 1
    while account.token(after) in DETERMINERS | {"of", "all", "are", "were", "have", "rated", "total", "now", "at"}:
        after += 1
    return account.token(after) == "%" or (after > at + 1 and account.token(after)[0] == "=") or account.token(at + 1)[0] == "="


def is_told_of(account: Account, at: int) -> bool:
    """Whether the rating there is told of an indicator that is named before it: "potholes moved up to Green"."""
    named = max(account.positions("&", 0, at), default=None)
    return named is not None and _is_predicate(account, at) and not {",", ";", "and", "%"} & set(account.tokens[named:at])


def _is_predicate(account: Account, at: int) -> bool:
    """Whether a rating is there as what something else is or was before: "stays Green", "from Amber to Red"."""
    before = account.token(at - 1)
    before = account.token(at - 2) if before == "at" else before
    is_said = before in VERBS | {"to", "from"} or before[0] == "&"
    return account.token(at)[0] == "=" and account.state(at).family == "rating" and is_said
