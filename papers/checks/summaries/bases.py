"""The sets that a count of a summary may be a part of: what was told before it, what its own words name, what is left of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from papers.checks.language.matching import matcher
from papers.checks.language.tallying import Member, Population
from papers.checks.summaries.account import Account, Said
from papers.checks.summaries.figures import is_genitive
from papers.checks.summaries.sets import wholes
from papers.checks.summaries.spotting import ALL, Count
from papers.checks.summaries.words import BREAKS, DETERMINERS, VERBS

Ids = frozenset[str]
LEFT = frozenset(("other", "remaining"))
"""What stands before the number of those that were not told of."""
OTHER = matcher(r"(?<!\S)(?:the|its|our) (?:other|remaining) $")
FURTHER = ("a further ", "another ", "an additional ")
"""What begins a count of those that were not told of before."""
HOLDS = frozenset(("covers", "cover", "contains", "includes", "lists", "has", "are", "holds", "for", "across", "tracks", "reports"))
"""What stands before the number of all of them."""
NARROWS = frozenset(("whose", "without", "that", "which", "who", "not", "with", "on", "about", "of", "for", "at"))
"""What follows a noun that is narrowed to some of the things."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a count leans on what was told before it: on "them", on the others, on the same again, on those that it names itself."""

    of_them: bool = False
    other: bool = False
    all_others: bool = False
    """Whether all of the others are meant: "the other three", and not "another three"."""
    again: bool = False
    own: Ids = frozenset()
    directed: bool = False
    """Whether a direction is told, so that those without one may be left out."""
    told: tuple[Ids, ...] = ()
    """The sets that were counted before it."""
    base: Ids | None = None
    """The set that the sentence counts within."""


def bases(account: Account, scope: Population, at: int, leaning: Leaning) -> Iterator[Sequence[Member]]:
    """The sets that the count at that token may be a part of."""
    told, base = leaning.told, leaning.base
    out = account.exceptions()
    sets = _those(told) if leaning.of_them and told else [base] if base is not None else []
    if leaning.again:
        whole = frozenset(map(scope.key, scope.members))
        sets = [*(sets or [whole]), *told[-1:], *([account.subjects] if account.subjects else [])]
    if leaning.own:
        sets = [leaning.own]
    taken = [frozenset[str]().union(*told)] if leaning.other else [frozenset[str]()]
    if leaning.other and (named := _named(account, 0, at)):
        taken.append(taken[0] | named)
    known = scope if leaning.directed else replace(scope, wholes=scope.wholes[:1])
    for members in wholes(known):
        every = frozenset(map(scope.key, members))
        for only in sets or [every]:
            yield from ([each for each in members if scope.key(each) in only - out - gone] for gone in taken)


def _those(told: Sequence[Ids]) -> list[Ids]:
    """What "them" may mean: those told of last; after several, each of them or all together."""
    return [told[-1]] if len(told) == 1 else [*reversed(told), frozenset[str]().union(*told)]


def _named(account: Account, low: int, high: int) -> Ids:
    """The indicators that are named there."""
    return frozenset().union(*(account.named(at).ids for at in account.indicators(low, high)))


def are_more(count: Count, leaning: Leaning) -> bool:
    """Whether it counts more than were told of before, so that "them" means others."""
    amount = count.quantity.amount
    return count.quantity.kind == "count" and not amount.unit and amount.value > max(map(len, leaning.told), default=amount.value)


def own_set(account: Account, count: Count, said: Said) -> Ids:
    """The indicators of which "all three" or "both" is said: as many as its own words name, or those before it; none where it is not told."""
    many = _size(count)
    if many is None:
        return frozenset()
    own = _named(account, count.end, max(count.end, said.positions[0]))
    before = _named(account, 0, count.at)
    return next((each for each in (own, before) if len(each) == many), frozenset())


def is_of_unknown(account: Account, count: Count) -> bool:
    """Whether "all three" or "each" is of things that the sentence lists before it, not each of them known."""
    many = _size(count)
    spread = count.quantity.kind in ALL and count.end == count.at + 1 and account.token(count.end) not in ("%", "of")
    if spread and account.spoken(count.at).lower() in ("each", "both", "all") and list(account.positions("&", 0, count.at)):
        return True
    bare = account.token(count.end) != "%" and count.end > count.at + 1
    return bare and many is not None and bool(_named(account, 0, count.at)) and many != len(account.population.members)


def _size(count: Count) -> int | None:
    """Of how many it tells all or none: "all three", "both"."""
    if count.quantity.kind not in ALL or count.quantity.kind == "but":
        return None
    return count.quantity.whole if count.whole is None else count.whole


def is_base(account: Account, count: Count) -> bool:
    """Whether the quantity is of the set that others are counted within: "of the 35 indicators"."""
    tokens = account.tokens
    at = count.at - 1
    while at >= 0 and (tokens[at] in DETERMINERS | LEFT or tokens[at][0] == "+" or is_genitive(tokens[at])):
        at -= 1
    opens = (
        at >= 0
        and tokens[at] in ("of", "among", "across", "amongst")
        and (at == 0 or tokens[at] in ("among", "across", "amongst") or tokens[at - 1] in (",", ";", "out", "and", "but", "while"))
    )
    of_these = is_of_these(account, count.at) and (account.token(count.end) in VERBS or account.token(count.end)[0] == "=")
    return opens and not of_these and count.quantity.kind == "count" and count.quantity.amount.unit == ""


def is_of_these(account: Account, at: int) -> bool:
    """Whether the number there is of those told of before: "five are Red, but of these two have improved"."""
    return account.token(at - 1) in ("these", "those", "them") and account.token(at - 2) == "of"


def covers(account: Account, count: Count) -> bool:
    """Whether the quantity says how many indicators there are: "this report covers 35 indicators"."""
    tokens = account.tokens
    after = tokens[count.end : count.end + 4]
    if "%" not in after or count.quantity.kind != "count" or count.quantity.amount.unit or count.whole:
        return False
    at = count.end + after.index("%")
    if any(each[0] == "#" for each in tokens[count.end : at]):
        return False
    if account.token(count.at - 1) == "for" and _follows_state(account, count.at):
        return False
    rest = tokens[at + 1 : count.high]
    led = tokens[max(0, count.at - 1)] in DETERMINERS | HOLDS
    return led and not account.is_strange(count.end, at) and not NARROWS & set(rest[:2])


def _follows_state(account: Account, at: int) -> bool:
    """Whether the clause has told before what the number there may be of: "improvement over the summer was reported for 21 indicators"."""
    low = max((each + 1 for each in range(at) if account.tokens[each] in BREAKS | {","}), default=0)
    return bool(list(account.positions("=", low, at)))


def knows_others(account: Account, count: Count, told: Sequence[Ids], base: Ids | None) -> bool:
    """Whether "the other six" are told apart from some that the sentence tells of before."""
    others = OTHER.search(account.head(count.at)) or count.quantity.kind == "rest"
    return not others or bool(told[:-1] or base or account.subjects or account.findings)


def is_untold(account: Account, count: Count, leaning: Leaning) -> bool:
    """Whether the count leans on what the sentence has not told before it."""
    told = any(each.stop <= account.tally.spans[count.at][2] for each in account.findings)
    if account.head(count.at).endswith(FURTHER) and not leaning.told and not told:
        return True
    counts = any(not is_every(account, at) for at in account.positions("#", 0, count.at))
    return leaning.of_them and (are_more(count, leaning) or (not account.findings and counts))


def is_every(account: Account, at: int) -> bool:
    """Whether the number there is that of all things counted: "there are ten risks on the register"."""
    many = account.tally.quantities[account.index(at)].amount.value == len(account.population.members)
    return many and "%" in account.tokens[at + 1 : at + 3]
