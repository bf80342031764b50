"""The pieces of a summary that are each about one indicator, and what reading them as that indicator's own sentences adds."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from papers.checks.language.matching import matcher
from papers.checks.reading import Finding, overlap
from papers.checks.summaries.account import Account
from papers.checks.summaries.words import BREAKS, MOVES, VERBS

JOINS = frozenset((",", "and", "or", "both", "the"))
"""What stands between names of which the same is said."""
OPENS = frozenset(("but", "while", "whereas", "our", "though", "although"))
"""What may stand besides between a mark and the name with which a statement begins."""
LOOSE = frozenset(
    [
        "the",
        "a",
        "an",
        "our",
        "its",
        "this",
        "that",
        "it",
        "they",
        "we",
        "there",
        "performance",
        "result",
        "results",
        "figure",
        "figures",
        "rate",
        "score",
        "now",
    ]
)
"""What stands before a verb and may mean the indicator that is named later."""
COUNTED = matcher(r" #\d+ (?:(?:are|is|were|have|now|still|all|each) )*=\d")
"""A number and then what is said of as many: "six of the seven are Green"."""
OTHERS = frozenset(("other", "others", "remaining", "rest", "remainder", "both", "neither", "all", "each"))
"""What begins a statement about more than the one that is named."""
FAR = 6
"""How many tokens the subject of a statement may have before its verb."""
RIGHT = ("true", "rounded")
CLOSE = 12
"""How many letters may stand between a movement and the rating that moved: "up, from Red"."""
NUMBERED = frozenset(("level", "change", "target", "comparator", "floor", "range", "ratio", "share", "unit"))
"""Kinds that tell of a number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a sentence is about one indicator, from where to where."""

    start: int
    stop: int
    indicator: str


def pieces(account: Account) -> Iterator[Piece]:
    """The pieces of the sentence that name one indicator each; none where something else is counted or several are named side by side."""
    named = list(account.positions("&"))
    if not named or set(named) != set(account.indicators(0, len(account.tokens))):
        return
    groups = [list(each) for _, each in itertools.groupby(named, lambda at: account.named(at).ids)]
    edges = [0, *(_cut(account, one[-1], two[0]) for one, two in itertools.pairwise(groups)), len(account.tokens)]
    for group, edge in zip(groups, itertools.pairwise(edges), strict=True):
        ids = account.named(group[0]).ids
        low, high = _narrowed(account, edge, group)
        if _is_rating_of(account, group[0]):
            continue
        if len(ids) == 1 and low < high and "%" not in account.tokens[low:high] and not _is_joined(account, group[0], group[-1]):
            yield Piece(account.tally.spans[low][2], account.tally.spans[high - 1][3], next(iter(ids)))


def _is_rating_of(account: Account, name: int) -> bool:
    """Whether what is told is the rating of the one named there, and not its figure: "the Red rating of health checks is unchanged"."""
    at = name - 1 - (account.token(name - 1) in LOOSE)
    return account.token(at) in ("of", "for") and account.spoken(at - 1).lower().endswith(("rating", "ratings", "status"))


def _narrowed(account: Account, edge: tuple[int, int], group: Sequence[int]) -> tuple[int, int]:
    """The part of the piece that counts no indicators: from where the name's own statement begins, to where the next one does."""
    tokens, (low, high) = account.tokens, edge
    if "%" in tokens[low : group[0]] or COUNTED.search(account.text(low, group[0])):
        low = next((at + 1 for at in range(group[0] - 1, low, -1) if tokens[at] in BREAKS | {",", "and"}), low)
    low = max((at + 1 for at in range(low, group[0]) if _ends_own(account, low, at, group[0])), default=low)
    if "%" in tokens[group[-1] : high]:
        counted = tokens.index("%", group[-1])
        high = next((at for at in range(counted, group[-1], -1) if tokens[at] in BREAKS | {",", "and", "with"}), high)
    stops = (
        at
        for at in range(group[-1], high)
        if tokens[at] in BREAKS | {","} and (_tells_of_others(account, at + 1) or _is_strange(account, at))
    )
    return low, next(stops, high)


def _is_strange(account: Account, at: int) -> bool:
    """Whether a statement about something that the report does not rate begins there: ", and agency staff cost 4% less"."""
    if account.token(at) != "," or account.token(at + 1) not in ("and", "while", "whereas"):
        return False
    verb = next((n for n in range(at + 2, at + 2 + FAR) if account.token(n) in VERBS | MOVES or account.token(n)[0] in "#=@&.,"), at + 2)
    subject = account.tokens[at + 2 : verb]
    return bool(subject) and not set(subject) & LOOSE - {"the", "our", "a"} and account.is_strange(at + 2, verb)


def _tells_of_others(account: Account, at: int) -> bool:
    """Whether the words there begin a statement about the others, or about several: "; the other two are Amber", ": both improved"."""
    words = {word for each in range(at, min(at + 3, len(account.tokens))) for word in account.spoken(each).lower().split()}
    return bool(words & OTHERS)


def _ends_own(account: Account, low: int, at: int, name: int) -> bool:
    """Whether a statement with a subject of its own ends there, just before the indicator is named: "diversion is Green, and"."""
    tokens = account.tokens
    verb = next((each for each in range(low, at) if tokens[each] in VERBS or tokens[each][0] == "#"), low)
    subject = {each for each in tokens[low:verb] if each[0].isalpha()} - LOOSE
    return tokens[at] in BREAKS | {","} and bool(subject) and set(tokens[at + 1 : name]) <= JOINS | OPENS


def _cut(account: Account, one: int, two: int) -> int:
    """Where the statement begins that names the second: after the last mark or word between them that parts statements."""
    between = range(two - 1, one, -1)
    return next((at + 1 for at in between if account.tokens[at] in BREAKS | {",", "and"}), two)


def _is_joined(account: Account, first: int, last: int) -> bool:
    """Whether another indicator stands beside, of which the same is said."""
    before, after = first - 1, last + 1
    while account.token(before) in JOINS or (account.token(before).isalpha() and account.token(before - 1) in ("and", "or")):
        before -= 1
    if before < first - 1 and account.token(before - 1)[0] == "&" and account.token(before) not in VERBS | MOVES | BREAKS:
        before -= account.token(before).isalpha()
    while account.token(after) in JOINS or (account.token(after).isalpha() and account.token(after - 1) in ("and", "or", "both")):
        after += 1
    return (before < first - 1 and account.token(before)[0] == "&") or (after > last + 1 and account.token(after)[0] == "&")


def joined(found: Sequence[Finding], own: Sequence[Finding]) -> list[Finding]:
    """What a summary's reading found and what the pieces say: of the same words the kinder one holds, and counts are no figures."""
    kept = [
        replace(each, verdict="unknown")
        if each.verdict == "false" and (_is_said(each, own, frozenset((each.kind,))) or _is_of_rating(each, own))
        else each
        for each in found
    ]
    told = [
        each
        for each in own
        if each.verdict != "false" or not (_is_said(each, found, _alike(each)) or _is_within(each, own) or _is_of_rating(each, own))
    ]
    return [*kept, *(each for each in told if not (each.verdict == "false" and _is_counted(each, found)))]


def _alike(finding: Finding) -> frozenset[str]:
    """The kinds of findings that may tell the same: any number's of a number, and a rating's of a word that tells how it moved."""
    return NUMBERED if finding.kind in NUMBERED else frozenset((finding.kind, "rating") if finding.kind == "direction" else (finding.kind,))


def _is_said(finding: Finding, others: Sequence[Finding], kinds: frozenset[str]) -> bool:
    """Whether others of those kinds say that the same words are right."""
    return any(each.verdict in RIGHT and overlap(each, finding) and each.kind in kinds for each in others)


def _is_within(finding: Finding, own: Sequence[Finding]) -> bool:
    """Whether the number is one of a ratio that is right: "half of the 28 day standard"."""
    return any(each.kind == "ratio" and each.verdict in RIGHT and each.start <= finding.start and finding.stop <= each.stop for each in own)


def _is_of_rating(finding: Finding, own: Sequence[Finding]) -> bool:
    """Whether it is the rating that moved so, which is told at once and right: "moved up, from Red to Amber"."""
    return finding.kind == "direction" and any(
        each.kind == "rating" and each.verdict in RIGHT and 0 <= each.start - finding.stop < CLOSE for each in own
    )


def _is_counted(finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether the words count indicators, rightly or of what is not known."""
    return any(each.kind == "count" and each.verdict != "false" and overlap(each, finding) for each in found)
