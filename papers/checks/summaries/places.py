"""Counts of which is said that they are in a part of the report: "both Reds are in Resources", "three of them in Customer Services"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papers.checks.language.matching import matcher
from papers.checks.summaries.account import Account, Said
from papers.checks.summaries.sets import Property
from papers.checks.summaries.spotting import Count
from papers.checks.summaries.words import DETERMINERS, PRONOUNS, VERBS

LONE = matcher(r".*\b(?:only|single|sole|lone)\b", re.IGNORECASE)


def place(account: Account, count: Count, said: Said, *, goes_on: bool) -> Said | None:
    """Being in the part that is named, where that is what is said; None where it only tells of which part the count is.

    `goes_on` tells that what is said is that of the count before: "two are Red, both of them in People".
    """
    if goes_on:
        places = list(account.positions("+", count.end, count.high))
        of_them = account.token(count.end) == "of" and account.token(count.end + 1) in PRONOUNS
        return _there(account, said, places, ()) if places and of_them else None
    last = max(said.positions)
    places = [at for at in account.positions("+", last, count.high) if any(each in VERBS for each in account.tokens[last:at])]
    before = account.token(count.at - 1)
    lone = bool(LONE.match(account.spoken(count.at))) or before in DETERMINERS or before[0] == "+"
    part = count.whole is not None and account.token(count.end)[0] == "="
    if (count.quantity.kind == "count" and not (lone or part)) or said.among or not places:
        return None
    if lone and not part and count.quantity.kind == "count":
        count.whole = int(count.quantity.amount.value)
    return _there(account, said, places, said.says)


def _there(account: Account, said: Said, places: Sequence[int], among: tuple[Property, ...]) -> Said:
    """What is said, as being in those parts, of what has the properties."""
    ids = frozenset().union(*(account.named(at).ids for at in places))
    there = Property("there", lambda member: account.population.key(member) in ids)
    return replace(said, among=among, says=(there,), past=(there,))
