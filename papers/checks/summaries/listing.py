"""What stands around a count in a summary: the indicators that are listed as those counted, and reasons not to call it wrong."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from papers.checks.language.matching import matcher
from papers.checks.summaries.account import Account, Said
from papers.checks.summaries.opening import opens
from papers.checks.summaries.spotting import Count
from papers.checks.summaries.words import BETTER, BREAKS, MARKS, MOVES, STRETCHED, TAIL, VERBS, WORSE

LISTED = frozenset((",", "(", ":", "is", "are", "was", "were", "namely", "being", "-", "\u2013", "\u2014", "for", "and"))
"""What stands before an indicator that is named as one of those counted."""
ENDS = frozenset(
    (";", "but", "while", "whereas", "with", "as", "than", "by", "since", "in", "at", "to", "under", "after", "because", "due", "through")
)
"""What ends a list of indicators."""
ANOTHER = frozenset(("third", "fourth", "fifth", "sixth", "other", "others", "remaining", "rest", "exception"))
"""What leads to indicators that are none of those counted."""
BUT = matcher(r" but (?:(?:still|just|only|all|at least) )*(?:within|close|near|nearly|inside)(?!\S)")
"""After a count that is narrowed to what the data does not tell: "worse than target but within acceptable limits"."""
NEAR = 6
"""How many tokens a state may stand before the quantity that counts it."""

STATED = frozenset(("now", "still", "at", "rated"))
"""What stands between a set and its rating where no verb does: "with all seven still Green"."""
PART_OF = matcher(r" of (?:the|our|its|their|these|those) ")
"""What makes a rating after it the one of the whole: of "two of the five Reds" something else is said."""
RELATIVE = matcher(
    r" (?:of )?(?:the |our |its )?(?:rated )?% (?:that|which) (?:(?!=)\S+ ){0,3}=\d+(?: (?:quarter|time|since|this|[,;]).*)? $"
)
"""What only tells which are meant: "including both of the indicators that moved to Green"."""
WERE = matcher(r" (?:% )?(?:that|which) (?:were|was|had been) (?:\S+ ){0,2}=\d+ $")
"""What only tells which are counted: "three that were Green in June no longer are"."""
DIFFERENCES = frozenset(("net", "extra", "additional"))
"""What stands before a number by which two others differ: "a net 13 moving in the right direction"."""
ENOUGH = frozenset(("enough", "sufficiently", "much", "far", "further"))
"""What tells how far it is so, behind what is said: "none has improved enough to change its rating"."""
HOLDS = frozenset(("has", "have", "had", "holds", "accounts", "accounted", "contributes", "includes", "contains", "with"))
"""What a part of the report does with indicators."""


def listed(account: Account, count: Count, said: Said) -> Iterator[int]:
    """Where indicators are named as those that are counted: among the words of the count, as its subject, or in a list after it."""
    if count.quantity.kind not in ("count", "all", "rest"):
        return
    for at in account.indicators(count.at, count.high):
        if opens(account, at):
            if account.token(at + 1) not in (",", "("):
                break
            continue
        if account.token(at - 1) in LISTED and not {"as", *ANOTHER} & set(account.tokens[count.end : at]):
            yield at
    yield from _subject(account, count)
    start = max((each for each in said.positions if count.at - NEAR < each < count.high), default=count.at) + 1
    for at in range(start, len(account.tokens)):
        word = account.tokens[at]
        opens_next = at >= count.high and word not in LISTED and word[0] != "&"
        if word[0] in "#=" or word in ENDS | ANOTHER or (opens_next and account.is_strange(at, at + 1)):
            return
        if word[0] == "&":
            if opens(account, at):
                return
            yield from account.indicators(at, at + 1)


def _subject(account: Account, count: Count) -> Iterator[int]:
    """The indicators of which the quantity is said: "adoptions is the only one of the Greens to have improved"."""
    tokens = account.tokens
    at = count.at - 1
    while at >= 0 and tokens[at] in ("is", "are", "was", "were", "being", "the", "now", "still", "remains", "its", "+"):
        at -= 1
    alone = count.quantity.amount.word and count.quantity.amount.value == 1
    if 0 <= at < count.at and tokens[at][0] == "&" and (alone or any(each in VERBS for each in tokens[at : count.at])):
        yield at


def are_named(account: Account, count: Count, said: Said, ids: frozenset[str]) -> bool:
    """Whether those counted are named, of more of which it holds: "two of the Greens, beds and admissions, were not Green"."""
    named = {at: account.named(at).ids for at in listed(account, count, said)}
    some = count.quantity.kind == "count" and not count.quantity.amount.around and count.quantity.amount.value < len(ids)
    apposed = bool(named) and max(named) < max(said.positions)
    return some and apposed and len(named) == count.quantity.amount.value and all(each & ids for each in named.values())


def is_predicate(account: Account, count: Count, said: Said, last: Said | None) -> bool:
    """Whether something is said of all, and they are not only spoken of: "each Red indicator" says nothing."""
    if said.among or said is last:
        return True
    states = [each for each in said.positions if each >= count.end]
    if RELATIVE.match(account.text(count.end, count.high)) and len(states) == 1:
        return False
    if states and "with" in account.tokens[max(0, count.at - 2) : count.at] and account.token(states[0] + 1) != "%":
        return "%" in account.tokens[count.at : states[0]] or account.token(states[0] - 1) in STATED
    verbal = bool(states) and account.state(states[0]).family != "rating"
    return verbal or any(each in VERBS for each in account.tokens[count.end : states[0] if states else count.end])


def is_doubtful(account: Account, count: Count, said: Said) -> bool:
    """Whether the words narrow the count to something that the data does not tell, or tell of changes between."""
    rated = account.token(count.end)[0] == "=" and account.state(count.end).family == "rating"
    part = PART_OF.search(f"{account.spoken(count.at)} ") or PART_OF.search(account.text(count.at, count.end)) or count.of_those
    if (count.whole is not None or count.of_those) and rated and part and not said.among and not _is_held(account, count):
        return True
    inside = [each for each in said.positions if count.end <= each < count.high]
    stop = max(inside, default=count.end)
    tail = account.text(stop + 1, count.high)
    own = re.search(r" (?:that|which|who) (?!=)(\S+)", account.text(count.end, stop))
    if own and own[1] in MOVES and not any(each in account.tokens[count.end : stop] for each in ("to", "from")):
        return True
    if WERE.match(account.text(count.end, stop + 1)) and not any(each > stop for each in said.positions):
        return True
    if any(
        account.token(one + 1) == "or" and account.state(one).family != account.state(two).family for one, two in itertools.pairwise(inside)
    ):
        return True
    if {"close", "near", "closer", "nearer", "almost", "nearly"} & set(account.tokens[count.end : stop]):
        return True
    if {"when", "until", "once", "after"} & set(account.tokens[count.end : stop]):
        return True
    if (
        inside
        and account.token(stop + 1) == "or"
        and not any(each[0] == "=" or each in BETTER | WORSE for each in account.tokens[stop + 2 : stop + 4])
    ):
        return True
    if any(account.token(each + 1) == "target" and account.state(each).family == "rating" for each in inside):
        return True
    spoken_of = (
        not any(each in VERBS for each in account.tokens[count.end : count.high]) and account.state(said.positions[0]).family == "rating"
    )
    begins = max((at + 1 for at in range(count.at) if account.tokens[at] in MARKS | BREAKS), default=0)
    if spoken_of and inside and account.is_strange(begins, count.at):
        return True
    return (
        account.token(count.at - 1) in DIFFERENCES
        or bool(ENOUGH & set(account.tokens[stop + 1 : stop + 3]))
        or _is_of_others(account, count, inside)
        or account.is_strange(_behind_noun(account, count, stop), stop)
        or bool(STRETCHED.search(account.text(count.at, count.high + 3)) or TAIL.match(tail))
        or bool(BUT.match(account.text(count.high, len(account.tokens))))
    )


def _behind_noun(account: Account, count: Count, stop: int) -> int:
    """Where what is said begins: where all are counted, behind the words for them, as in "two of the six children's measures"."""
    noun = next((at for at in range(count.end, stop) if account.tokens[at] == "%"), None)
    return noun + 1 if noun is not None and count.whole == len(account.population.members) else count.end


def _is_of_others(account: Account, count: Count, inside: Sequence[int]) -> bool:
    """Whether the count is of what a name narrows, "both of the Ofsted indicators", or tells each from the others: "a different rating"."""
    if account.spoken(count.at).lower() == "each" and account.token(count.end) in VERBS and account.spoken(count.end + 1).endswith("s"):
        return True
    each_other = account.spoken(count.at).lower().startswith("each") and any("different" in account.spoken(at) for at in inside)
    return each_other or any(account.token(at)[0] == "&" and account.token(at + 1) == "%" for at in range(count.at, count.high))


def _is_held(account: Account, count: Count) -> bool:
    """Whether a part of the report is said to have as many: "Education has ten of the 35 indicators and two of the five Reds"."""
    part = max(account.positions("+", 0, count.at), default=None)
    between = account.tokens[part + 1 : count.at] if part is not None else []
    return bool(HOLDS & set(between)) and not any(each[0] == "&" for each in between)


def is_printed(account: Account, count: Count, said: Said) -> bool:
    """Whether the last report printed that number, of which some may have left the report since."""
    names = {account.state(at).name for at in said.positions}
    return count.quantity.amount.value in {number for name, number in (account.population.printed or {}).items() if name in names}
