"""What is said of several names together: "both fell", "A, B and C all rose"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from papers.checks.language.grammar import DOWN_VERB, UP_VERB
from papers.checks.language.periods import When
from papers.checks.reading import Finding, finding_at
from papers.checks.rows.explaining import changes
from papers.checks.rows.periods import Times
from papers.checks.rows.scene import JOINED, Group, Scene
from papers.checks.rows.sides import DENIED

WENT = re.compile(
    rf"(?<!\S)(?:(?P<up>{UP_VERB}(?! than)|(?:is|are|was|were) (?:up|higher)(?! than))|(?P<down>{DOWN_VERB}(?! than)|(?:is|are|was|were) (?:down|lower|fewer)(?! than)))(?!\S)"
)
EACH = re.compile(r"(?:both|all|each)(?: of (?:them|these|the \S+))?")
BOTH = re.compile(r"(?: (?!;|but |while |whereas )\S+){0,10}? both(?!\S)")
BETWEEN = re.compile(r"(?: (?!#|@|;)\S+){0,4}? ?")
WITH_NUMBER = re.compile(r"(?: ,)? (?:\(|at|with|to|by) (?:\S+ )?#\d+(?: \))?(?: ,)?(?: \S+)?(?= (?:,|and) )|(?<=,)")
"""What may stand between names of a list: the number of the one before."""


def together(scene: Scene) -> Iterator[Finding]:
    """Every direction that is told of two names or more, held for each of them."""
    times = Times(scene)
    for found in WENT.finditer(scene.text):
        guarded = any(start <= found.start() < stop for start, stop in scene.guards)
        if guarded or DENIED.search(scene.text[: found.start()]):
            continue
        named = _named(scene, found)
        if len(named) < 2 or not all(each.is_sure for each in named):
            continue
        bases = times.compared_at(found.start()) or times.stepped_at(found.start())
        whens = times.told_at(found.start())
        way = 1 if found["up"] else -1
        told = [_way(each, whens, bases, way) for each in named]
        if None in told:
            continue
        wrong = [words for words, right in filter(None, told) if not right]
        says = "; ".join(wrong or [words for words, _ in filter(None, told)])
        finding = finding_at(scene.coded, found.span(), "false" if wrong else "true", "direction", says, wording=says if wrong else "")
        yield replace(finding, bound=True)


def _named(scene: Scene, found: re.Match[str]) -> list[Group]:
    """Each name of which it is told: those that stand side by side before the verb, or after "both" behind it."""
    low, _ = scene.clause(found.start())
    before = _row([each for each in scene.groups if low <= each.start < found.start()][::-1], scene.text)[::-1]
    single = [replace(each, mentions=(one,)) for each in before for one in each.mentions]
    head, last = scene.text[: before[0].start] if before else "", before[-1] if before else None
    marked = bool(re.search(r"(?<!\S)both(?: \S+)? $", head)) or bool(last and EACH.search(scene.text[last.stop : found.start()]))
    if marked and last and BETWEEN.fullmatch(scene.text[last.stop : found.start()]):
        return single
    both = BOTH.match(scene.text, found.end())
    after = [each for each in scene.groups if both and both.end() <= each.start + 1]
    listed = _row(after, scene.text)
    return [replace(each, mentions=(one,)) for each in listed for one in each.mentions]


def _row(groups: Sequence[Group], text: str) -> list[Group]:
    """The groups from the first on that only "and", a comma or the number of the one before parts from the next."""
    kept = list(groups[:1])
    for each in groups[1:]:
        one, two = sorted((kept[-1], each), key=lambda group: group.start)
        between = WITH_NUMBER.sub("", text[one.stop : two.start])
        if not JOINED.fullmatch(between) or not re.search(r",|and", between):
            break
        kept.append(each)
    return kept


def _way(group: Group, whens: Sequence[When | None], bases: Sequence[When], way: int) -> tuple[str, bool] | None:
    """What the data says of the name, and whether it went that way in some reading; None where the data has no two figures."""
    steps = [each for each in changes(group, whens, bases) if each.unit != "%"]
    right = next((each for each in steps if each.way == way), None)
    return ((right or steps[0]).words, right is not None) if steps else None
