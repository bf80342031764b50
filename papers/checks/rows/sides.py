"""Two names side by side: "more calls came to A than to B", "A outnumbers B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.language.amounts import Verdict
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding, finding_at
from papers.checks.rows.explaining import changes, differences
from papers.checks.rows.periods import Times
from papers.checks.rows.scene import Group, Scene

MORE = r"more(?! \S+ly)|higher|greater|larger|bigger|busier|longer|better used"
LESS = r"fewer|less(?! \S+ly)|lower|smaller|quieter|shorter"
EXCEEDS = matcher(
    rf"(?<!\S)(?:(?P<more>outnumber\w*|exceed\w*|outstrip\w*|overtook|overtaken|outweigh\w*|surpass\w*|passed|(?:is|are|was|were) (?:{MORE}) than|(?:is|are|was|were) (?:ahead of|above))"
    rf"|(?P<less>trail\w*|lag\w* behind|(?:is|are|was|were) (?:{LESS}) than|(?:is|are|was|were) (?:behind|below)))(?!\S)"
)
THAN = matcher(
    rf"(?<!\S)(?:(?P<more>{MORE})|(?P<less>{LESS}))(?!\S)(?: (?!#|=|;|than )\S+){{0,12}}? than (?:(?:in|at|for|to|about|from|on|those|the|did|had|were|of) )*"
)
LEAD = matcher(r"(?: (?:those|the|in|for|about|calls|complaints|visits|to|at|number|numbers|of|aged|children))* ?")
SUMMED = matcher(r" (?:together|combined|put together|taken together)(?!\S)")
DENIED = matcher(r"(?<!\S)(?:not|n't|never|no) (?:\S+ )?$")


def exceeding(scene: Scene, at: int) -> tuple[Group, Group, int] | None:
    """What is said before that place to be more than what, and 1; with -1 what is said to be less."""
    low, _ = scene.clause(at)
    found = next((each for each in EXCEEDS.finditer(scene.text, low, at)), None)
    if found is None or DENIED.search(scene.text[: found.start()]):
        return None
    sides = _sides(scene, found.start(), found.end())
    if sides is None or sides[1].start >= at or any(sides[1].stop <= each.start < at for each in scene.groups):
        return None
    return (*sides, 1 if found["more"] else -1)


def _sides(scene: Scene, before: int, after: int) -> tuple[Group, Group] | None:
    """The last group before the first place, and the group that stands at the second one."""
    first = [each for each in scene.groups if each.start < before]
    second = [each for each in scene.groups if each.start >= after - 1 and LEAD.fullmatch(scene.text[after : each.start])]
    rows = [each for each in first if not each.is_whole] or first
    return (rows[-1], second[0]) if rows and second else None


def comparisons(scene: Scene) -> Iterator[Finding]:
    """Every comparison of two names that gives no number."""
    for pattern in (EXCEEDS, THAN):
        for found in pattern.finditer(scene.masked):
            guarded = any(start <= found.start() < stop for start, stop in scene.guards) or DENIED.search(scene.text[: found.start()])
            place = scene.text.rfind(" than ", found.start(), found.end()) if pattern is THAN else found.start()
            sides = None if guarded or re.search(r"#\d+ (?:\S+ )?$", scene.masked[: found.start()]) else _sides(scene, place, found.end())
            if sides is None or not all(_is_one(scene, each) for each in sides):
                continue
            steps = list(differences(*sides, Times(scene).told_at(found.start())))
            if steps:
                way = 1 if found["more"] else -1
                right = next((each for each in steps if each.way == way), None)
                told = right or steps[0]
                verdict: Verdict = "true" if right else "false"
                yield finding_at(scene.coded, found.span(), verdict, "sum", told.words, wording="" if right else told.words)


def _is_one(scene: Scene, group: Group) -> bool:
    """Whether the group is sure, and of one row, or of several taken together."""
    return group.is_sure and (len(group.mentions) == 1 or bool(SUMMED.match(scene.text, group.stop)))


OTHER_WAY = matcher(
    r"(?<!\S)(?:(?P<other>(?:went|gone|moved|go|moving|going) (?:in )?the (?:other way|opposite direction|other direction|opposite way)|the reverse|the opposite)|(?P<same>(?:went|gone|moved) (?:in )?the same (?:way|direction)|likewise|did the same|followed suit))(?!\S)"
)


def other_ways(scene: Scene) -> Iterator[Finding]:
    """Every "while enquiries went the other way" of two names."""
    for found in OTHER_WAY.finditer(scene.text):
        before = [each for each in scene.groups if each.start < found.start() and each.is_sure and not each.is_whole]
        guarded = any(start <= found.start() < stop for start, stop in scene.guards)
        ways = [] if guarded or len(before) != 2 else [_way(each) for each in before]
        if len(ways) == 2 and all(ways):
            right = (ways[0] == ways[1]) == bool(found["same"])
            told = " and ".join("rose" if each and each > 0 else "fell" for each in ways)
            yield finding_at(scene.coded, found.span(), "true" if right else "false", "direction", f"the two {told}")


def _way(group: Group) -> int | None:
    """1 where the group's figure rose since the one before, -1 where it fell; None where that is not known or not alike."""
    found = {each.way for each in changes(group, [None], [])}
    return found.pop() if len(found) == 1 else None
