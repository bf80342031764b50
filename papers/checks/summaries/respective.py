"""Lists of which each member is told of its own: "Green, Amber and Red number four, four and two", "from Amber and Red respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.language.matching import matcher
from papers.checks.summaries.account import Account
from papers.checks.summaries.sets import plain, within

RATINGS = r"=\d+(?:(?: ,)?(?: and)? =\d+)+"
NUMBERS = r"#\d+(?:(?: ,)?(?: and)? #\d+)+"
BETWEEN = r"(?: (?:ratings?|%|the|numbers?|of|number|numbered|total|totalled|stand|stands|stood|are|were|is|at|now|account|for|came|come|to|in|turn|:))*?"
THEN = rf"(?:(?: ,| \()? (?:(?:up|down) )?(?:against|from|after|where|when|compared with|compared to)(?: (?:they|there|had|been|were|was|numbered|stood|at|@\d+))* (?P<then>{NUMBERS}))?"
AHEAD = matcher(rf"(?<!\S)(?P<ratings>{RATINGS}){BETWEEN} (?P<now>{NUMBERS})(?! ?[=%]){THEN}(?!\S)")
BEHIND = matcher(rf"(?<!\S)(?P<now>{NUMBERS}){BETWEEN} (?P<ratings>{RATINGS})(?= (?:, )?respectively)")
SINGLE = matcher(rf"(?<!\S)(?P<ratings>{RATINGS})(?= (?:, )?respectively)")
BEFORE = frozenset(("from", "been", "was", "were", "previously", "formerly"))
"""Words before ratings of the last report."""

OF_EACH = matcher(r"(?<!\S)#\d+ of #(?P<each>\d+)(?= [,.;)])")


def hold_respective(account: Account) -> None:
    """Hold lists of as many numbers as ratings, each of its own; of the last report those after "against"."""
    text = account.tally.text
    for found in (*AHEAD.finditer(text), *BEHIND.finditer(text)):
        at, end = text[: found.start()].count(" "), text[: found.end()].count(" ") + 1
        states = list(account.positions("=", *_span(text, found, "ratings")))
        families = {account.state(each).family for each in states}
        if families != {"rating"} or account.is_guarded(at):
            continue
        for name in ("now", "then"):
            numbers = list(account.positions("#", *_span(text, found, name))) if found.groupdict().get(name) else []
            account.used |= set(numbers)
            if len(numbers) == len(states):
                _hold(account, (at, end), states, numbers, before=name == "then")
        account.used |= set(states)
    _hold_of_each(account)
    _hold_of_names(account)


def _hold_of_names(account: Account) -> None:
    """Hold the rating of each of the indicators that are named before: "are now Green, from Amber and Red respectively"."""
    text = account.tally.text
    for found in SINGLE.finditer(text):
        low, high = _span(text, found, "ratings")
        states = [each for each in account.positions("=", low, high) if each not in account.used]
        names = [account.named(each).ids for each in account.indicators(0, low)][-len(states) :] if states else []
        account.used |= set(states)
        members = [next((each for each in account.population.members if account.population.key(each) in ids), None) for ids in names]
        if len(members) != len(states) or None in members or account.is_guarded(low):
            continue
        before = bool(BEFORE & set(account.tokens[max(0, low - 2) : low]))
        told = [
            (one, account.state(at).name, bool(plain(account.state(at), before=before).members([one])))
            for at, one in zip(states, members, strict=True)
        ]
        says = [f"{account.population.key(one)} {'was' if before else 'is'}{'' if right else ' not'} {name}" for one, name, right in told]
        account.add(low, high, "true" if all(right for *_, right in told) else "false", "; ".join(says), bound=True, kind="rating")


def _hold_of_each(account: Account) -> None:
    """Hold the number of each of the two that were told before: "as many Greens as Ambers, four of each"."""
    text = account.tally.text
    for found in OF_EACH.finditer(text):
        at = text[: found.start()].count(" ")
        states = list(account.positions("=", 0, at))[-2:]
        if account.spoken(at + 2).lower() != "each" or account.is_guarded(at):
            continue
        account.used |= {at, at + 2}
        if len(states) > 1 and len({account.state(each).family for each in states}) == 1:
            _hold(account, (at, at + 3), states, [at, at], before=False)


def _span(text: str, found: re.Match[str], name: str) -> tuple[int, int]:
    """From which token to which the group reaches."""
    return text[: found.start(name)].count(" "), text[: found.end(name)].count(" ") + 1


def _hold(account: Account, span: tuple[int, int], states: Sequence[int], numbers: Sequence[int], *, before: bool) -> None:
    """Keep whether each number is that of its rating, in the part that is named before."""
    parts = [within(account.population, account.named(at).ids) for at in account.positions("+", 0, span[1])]
    scope = next((each for each in parts[-1:] if each.members), account.population)
    printed = scope.printed or {}
    right, told = True, []
    for state, number in zip((account.state(each) for each in states), numbers, strict=True):
        count = len(plain(state, before=before).members(scope.members) or ())
        said = account.tally.quantities[account.index(number)].amount.value
        right = right and said in ({count, printed.get(state.name, count)} if before else {count})
        told.append(f"{count} {state.name}")
    account.add(*span, "true" if right else "false", ", ".join(told), bound=True)
