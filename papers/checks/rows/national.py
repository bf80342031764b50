"""Rows and indicators beside the national figure: "behind the national average", "no better than nationally"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from papers.checks.language.amounts import Verdict
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Finding, finding_at, number_words
from papers.checks.rows.periods import Times, observed
from papers.checks.rows.scene import Group, Scene
from papers.checks.subjects import Candidate

NATION = r"(?:(?:the|that|those|is|are|was|were|what|seen|found|for) )*(?:=comparator|national(?:ly)?(?: averages?| figures?| rates?| levels?| results?| scores?| ones?)?|england(?: averages?| as a whole)?|averages? for england|country as a whole)"
NATIONAL = matcher(rf"(?<!\S){NATION}(?!\S)")
SIDES = matcher(
    rf"(?<!\S)(?:(?P<least>(?:at|on|equal to|level with|in line with|the same as|match\w*) or (?:above|better than|ahead of|higher than)|no (?:worse|lower|less) than|at least equal to|not below)|(?P<good>better than|ahead of|beat|beats|beating)|(?P<bad>worse than|behind|short of|trail\w*|lag\w* behind)|(?P<up>above|higher than|more than|exceed\w*|overtak\w*|overtook|passed|outstrip\w*|greater than)"
    rf"|(?P<down>below|lower than|less than|fewer than|under)|(?P<level>(?:level|equal|identical|(?:in|into) line|on a par|the same)(?: with| as| to)|match\w*)) {NATION}(?!\S)"
)
PAST = matcher(
    r"(?<!\S)(?:had|having|after being|was|were|used to|until|previously|once|from(?: being)?|instead of|rather than|no longer|not|n't|never|no|if|nor|or)(?: (?!,|;)\S+){0,3} $"
)
"""Before a side that is of another time, or denied."""
WAS = matcher(r"(?<!\S)(?:was|were)(?: (?:just|only|still|also|well|slightly|a little|far|some way))* $")
THEN = matcher(r" (?:for|in|of) (?:the )?@")
"""After a side that was so in a period that is named: "was just behind the national figure for 2012/13"."""

NOW = matcher(r"(?<!\S)(?:now|still|remains?|stays?|currently)(?: \S+)? $")
"""Before a side that is of the latest figure."""


def side_of(found: re.Match[str]) -> int:
    """1 where more is told than nationally, or better, -1 where less or worse is; 0 for level."""
    return 1 if found["good"] or found["up"] else -1 if found["bad"] or found["down"] else 0


def gap(candidate: Candidate, when: When | None) -> Decimal | None:
    """How far the figure is from the national one of the same period; None where either is missing."""
    for each in observed(candidate, when)[:1]:
        own, other = each.number("actual"), each.number("comparator")
        if own is not None and other is not None:
            return own - other
    return None


def beside_national(scene: Scene) -> Iterator[Finding]:
    """Every side of the national figure that a row is said to be on."""
    for found in SIDES.finditer(scene.text):
        if any(start <= found.start() < stop for start, stop in scene.guards) or _is_past(scene.text, found):
            continue
        low, high = scene.clause(found.start())
        groups = [each for each in scene.groups if low <= each.start < high] or [each for each in scene.groups if each.start < low][-1:]
        near = [each for each in groups if each.start < found.start()][-1:] or groups[:1]
        if len(near) != 1 or not near[0].is_sure or len(near[0].mentions) != 1:
            continue
        whens = Times(scene).told_at(found.start())
        if NOW.search(scene.text[: found.start()]):
            whens = [each for each in whens if each is None or each.kind not in ("lastyear", "previous", "ago")] or [None]
        told = {right: words for each in groups for right, words in _sides(each, found, whens)}
        own = [right for right, _ in _sides(near[0], found, whens)]
        if own:
            verdict: Verdict = "true" if any(own) else "unknown" if True in told else "false"
            words = next(iter(told.values()))
            made = finding_at(scene.coded, found.span(), verdict, "comparator", words, wording=words if verdict == "false" else "")
            yield replace(made, bound=True)


def _is_past(text: str, found: re.Match[str]) -> bool:
    """Whether the side is of another time than the one it is held in, or denied; what "was" so in a period that is named is held in that one."""
    head = text[: found.start()]
    then = WAS.search(head) if THEN.match(text[found.end() :]) else None
    return bool(PAST.search(head[: then.start()] if then else head))


def _sides(group: Group, found: re.Match[str], whens: list[When | None]) -> Iterator[tuple[bool, str]]:
    """Of each row that the group may be, whether it stands on that side, and in words where it stands."""
    for each in (one for mention in group.mentions for one in mention.candidates):
        for when in whens:
            by = gap(each, when)
            if by is not None:
                yield (
                    is_so(found, by),
                    f"the national figure is {number_words(abs(by))} {'lower' if by > 0 else 'higher'}" if by else "they are equal",
                )


def is_so(found: re.Match[str], by: Decimal) -> bool:
    """Whether a figure so far above the national one is on that side of it."""
    return by >= 0 if found["least"] else by * side_of(found) > 0 if side_of(found) else by == 0
