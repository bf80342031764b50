"""Indicators that a summary names, held by what it says of each: "telecare and recycling are Green", "NEETs, which moved from Red to Amber"."""

from __future__ import annotations

import itertools

from papers.checks.language.matching import matcher
from papers.checks.language.numerals import NUMBER_WORDS
from papers.checks.summaries.account import Account, Said
from papers.checks.summaries.sets import either, negated
from papers.checks.summaries.words import BREAKS, GAINS, MARKS, MOVES, NOT, STILL, VERBS

RUN = matcher(r"(?<!\S)(?:running|in a row|consecutive|successive|first time|ever|throughout|all year|once|every|each) ")
"""What tells of several periods."""
IN_A_ROW = matcher(
    r" for (?:the (?:last|past) )?(\w+) (?:consecutive |successive )?(?:quarters|periods|reports|results)(?: running| in a row| in succession)?(?!\S)"
)
WAS, NOW = frozenset(("was", "were", "had")), frozenset(("now",))
"""What tells of before where what follows tells of now: "was Green but is now Red"."""
GOES_ON = VERBS | MOVES | STILL | {"now", "not", "so", "then", "never", "also", "both", "from", "to"}
"""What goes on with the same names after "and"; another word begins a statement of something else."""
LISTS = frozenset(("were", "are", "was", "is", "being", "came", "include", "includes", "included", "including", "namely", "seen"))
LEADS_ON = LISTS | {"in", "on", "for", "the", "our", "those", "of", ":", "both", "%", "ones", ",", "ratings", "rating"}
"""What stands between what is said and the indicators of which it is said: "the improvements were in", "Reds are"."""
OF_FIGURES = ("went up", "went down")
"""What of one indicator is said of its figure."""
FAR = 8
"""How many words may stand between a name and what is said of it."""


def hold_singles(account: Account) -> None:
    """Hold what is said of the indicators that the sentence names as its subjects."""
    groups = _groups(account)
    for at, (low, high, names) in enumerate(groups):
        limit = groups[at + 1][0] if at + 1 < len(groups) else len(account.tokens)
        end = _end(account, high, limit)
        if account.is_guarded(low):
            continue
        for begin, stop in _predicates(account, high, end):
            _hold_predicate(account, (low if begin == high else begin, begin, stop), names)


def hold_lists(account: Account) -> None:
    """Hold the indicators that are listed behind what is said of them: "the improvements were in A, B and C", "the Reds are A and B"."""
    for low, high, names in _groups(account):
        at = low - 1
        while at > 0 and account.tokens[at] in LEADS_ON:
            at -= 1
        word = account.token(at)
        if word[0] != "=" or at == low - 1 or not set(account.tokens[at + 1 : low]) & LISTS or account.is_guarded(at):
            continue
        said = account.said(at, at + 1, every=True)
        if said and account.token(high) in MARKS | BREAKS | {"and", "or", "among"}:
            _hold(account, (at, high), names, said, past=False)


def _predicates(account: Account, low: int, high: int) -> list[tuple[int, int]]:
    """What is said of the names, one verb after the other: "was Green at the last report | and is now Amber"."""
    cuts = [
        at
        for at in range(low + 1, high)
        if account.tokens[at] in ("and", "but", ",")
        and account.token(at + 1) in VERBS
        and any(each[0] == "=" for each in account.tokens[low:at])
        and any(each[0] == "=" for each in account.tokens[at:high])
    ]
    return list(itertools.pairwise([low, *cuts, high]))


def _hold_predicate(account: Account, span: tuple[int, int, int], names: list[frozenset[str]]) -> None:
    """Hold what one verb says of the names; the span is from where, where its words begin, to where."""
    low, begin, stop = span
    said = account.said(begin, stop) if stop > begin else None
    if said is None or any(account.state(at).name in OF_FIGURES for at in said.positions):
        return
    last = max(said.positions)
    if account.token(last - 1) in ("its", "their", "a") and not (VERBS | MOVES | set(GAINS)) & set(account.tokens[begin:last]):
        return
    if account.token(last + 1) == "or" and not any(account.token(each)[0] == "=" for each in (last + 2, last + 3)):
        return
    past = account.is_before(begin, stop)
    tail = account.text(begin, len(account.tokens))
    if past is None or RUN.search(tail):
        _hold_run(account, (low, stop), names, tail)
        return
    if WAS & set(account.tokens[begin:stop]) and NOW & set(account.tokens[stop : stop + FAR]):
        past = True
    account.bound |= set(said.positions)
    _hold(account, (low, stop), names, said, past=past)


def _hold_run(account: Account, span: tuple[int, int], names: list[frozenset[str]], tail: str) -> None:
    """Keep whether each of the names had the rating in so many results: "Red for four quarters running"."""
    found = IN_A_ROW.search(tail)
    states = list(account.positions("=", *span))
    if not found or len(states) != 1 or account.state(states[0]).family != "rating":
        return
    many = int(found[1]) if found[1].isdigit() else NUMBER_WORDS.get(found[1], 0)
    members = [each for each in account.population.members if any(account.population.key(each) in ids for ids in names)]
    rated = [[told for one in each.history if (told := one.published or one.rating)][-many:] for each in members]
    if many < 2 or any(len(each) < many for each in rated):
        return
    right = all(set(each) == {account.state(states[0]).name} for each in rated)
    account.add(*span, "true" if right else "false", "; ".join(", ".join(each) for each in rated), kind="run")


def _groups(account: Account) -> list[tuple[int, int, list[frozenset[str]]]]:
    """The indicators that are named side by side: from where to where, and what each name may be."""
    found: list[tuple[int, int, list[frozenset[str]]]] = []
    for at in account.indicators(0, len(account.tokens)):
        between = account.tokens[found[-1][1] : at] if found else ["."]
        if (
            found
            and len(between) < 5
            and not any(each[0] in "=#" for each in between)
            and {",", "and"} & set(between)
            and not account.is_strange(found[-1][1], at)
            and not set(between) & (VERBS | BREAKS)
        ):
            found[-1] = (found[-1][0], at + 1, [*found[-1][2], account.named(at).ids])
        else:
            found.append((at, at + 1, [account.named(at).ids]))
    return found


def _end(account: Account, low: int, limit: int) -> int:
    """Where what is said of the names ends; where they begin if something else stands between."""
    last = low
    for at in range(low, limit):
        word = account.tokens[at]
        if word[0] == "=":
            last = at + 1
        elif (
            word in BREAKS - {"but"}
            or (last > low and word[0] in ",#+" and account.token(at + 1) != "having")
            or (last > low and word == "and" and account.token(at + 1)[0].isalpha() and account.token(at + 1) not in GOES_ON)
            or (word == "and" and _begins_count(account, at + 1))
            or (word in ("and", ",") and _tells_of_none(account, at + 1))
            or (last == low and (_is_other(account, at) or at - low > FAR))
        ):
            break
    while last > low and last < limit and account.tokens[last][0] not in ",.;" and account.tokens[last] not in BREAKS | {"and"}:
        last += 1
    return last


def _begins_count(account: Account, at: int) -> bool:
    """Whether a count of indicators begins there: "and every rated indicator"."""
    return account.token(at)[0] == "#" and "%" in account.tokens[at + 1 : at + 4]


def _tells_of_none(account: Account, at: int) -> bool:
    """Whether "no" stands there before a noun: "and no rating has changed"."""
    none = account.token(at)[0] == "#" and account.tally.quantities[account.index(at)].kind == "none"
    return none and account.token(at + 1).isalpha()


def _is_other(account: Account, at: int) -> bool:
    """Whether the token is no word that may stand between names and what is said of them all, as in "are all Green"."""
    token = account.tokens[at]
    if token[0] == "#" and account.token(at + 1) in ("ratings", "rating", "places", "bands"):
        return False
    if token[0] == "#":
        return account.tally.quantities[account.index(at)].kind not in ("all", "none")
    if account.tokens[at] == "%" and account.token(at - 1)[0] == "&":
        return False
    return (
        token[0] in "%&+"
        or token in ("that", "than", ".", "number", "share", "proportion", "total")
        or (account.is_strange(at, at + 1) and token not in ("longer", "never") and account.token(at - 1)[0] != "&")
    )


def _hold(account: Account, span: tuple[int, int], names: list[frozenset[str]], said: Said, *, past: bool) -> None:
    """Keep whether each of the names has what is said, in some way to take it."""
    members = {account.population.key(each): each for each in account.population.members}
    head = account.text(span[0] - 2 if span[0] > 1 else 0, span[0])
    kinds = {
        account.tally.quantities[account.index(at)].kind
        for at in account.positions("#", span[0], max(said.positions))
        if account.spoken(at).lower() != "no"
    }
    denied = account.spoken(span[0] - 1).lower() == "neither" and " nor " in account.text(*span)
    neither = denied or " neither " in head or "none" in kinds or bool(NOT.search(head[1:]) and " nor " in account.text(*span))
    ways = [negated(each) if neither else each for each in (said.past if past else said.says)]
    told = [either(ways).test(members[one]) if one in members else None for ids in names for one in ids]
    if None in told:
        return
    right = all(any(either(ways).test(members[one]) for one in ids) for ids in names)
    account.used |= set(account.positions("#", *span))
    account.subjects = frozenset().union(*names)
    account.add(
        *span,
        "true" if right else "false",
        "; ".join(f"{one} is {'' if either(ways).test(members[one]) else 'not '}{ways[0].name}" for ids in names for one in sorted(ids)),
        kind=next((each for each in ("direction", "target") if {account.state(at).family for at in said.positions} == {each}), "rating"),
    )
