"""How far rows and indicators are from their target or from the national figure: "11 points short of target", "4 points more than nationally"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from papers.checks.language.amounts import Amount, Verdict, holds
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Finding, finding_at, fits, number_words
from papers.checks.rows.national import NATION
from papers.checks.rows.paired import is_own
from papers.checks.rows.periods import Times, observed
from papers.checks.rows.scene import Group, Scene
from papers.checks.rows.strangers import has_own_subject
from papers.checks.subjects import Candidate

SIDE = r"(?:above|over|below|under|beyond|behind|inside|short of|shy of|off|adrift of|clear of|ahead of|(?:in|out) front of|away from|in excess of|(?:more|higher|greater|better|fewer|less|lower|worse|longer|shorter) than)"
OF = r"(?:(?:the|its|their|our|that|of|for) )*"
PLACE = rf"(?:(?P<target>=target)|{NATION})(?!\S)"
BEFORE = matcher(rf"(?<!\S)#(?P<n>\d+) (?!(?:of|in|for|to|and|from|but|were|was|are|is) )(?:[a-z]+ )??{SIDE} {OF}{PLACE}")
AFTER = matcher(
    rf"(?<!\S)(?:{SIDE}|miss\w*|beat\w*|exceed\w*|better\w*|surpass\w*|trail\w*) {OF}{PLACE}(?: (?:for|of|in) (?:the )?@\d+)? by (?:(?:just|only|some|about) )*#(?P<n>\d+)"
)
"""A distance told before what it is from, or after it."""

EARLIER = matcher(r"(?<!\S)(?:from|after|been|being|had|was|were|than|until)(?: (?:just|only|some|about|being))* $")
"""Before a distance of an earlier time."""


Distance = tuple[Decimal, Decimal, str, str]
"""How far, from what, in which unit, and in words."""


def gaps(scene: Scene) -> Iterator[Finding]:
    """Every such distance of what is named once and surely."""
    if "respectively" in scene.text:
        return
    for found in (*BEFORE.finditer(scene.text), *AFTER.finditer(scene.text)):
        guarded = any(start <= found.start() < stop for start, stop in scene.guards)
        if not guarded and (made := _held(scene, found)):
            yield made


def _held(scene: Scene, found: re.Match[str]) -> Finding | None:
    """Whether the distance is that of what is named last before it; None where the name is not sure, or another one's is as told."""
    number, measure = int(found["n"]), "target" if found["target"] else "comparator"
    amount, whens = scene.coded.amounts[number], Times(scene).told_at(found.start())
    group = _subject(scene, found)
    if EARLIER.search(scene.text[: found.start()]) or re.match(r" (?:for|in|at|by) (?:the )?@", scene.text[found.end() :]):
        return None
    own = list(_distances(group, measure, whens)) if group else []
    verdicts = {verdict: words for by, base, unit, words in own if (verdict := _says(amount, by, base, unit))}
    verdict = next((each for each in ("true", "rounded", "false") if each in verdicts), None)
    others = [each for one in scene.groups for each in _distances(one, measure, [*whens, None])]
    others += _from_number(scene, found, group, whens)
    if verdict is None or (verdict == "false" and any(_says(amount, *each[:3]) in ("true", "rounded") for each in others)):
        return None
    words = verdicts[verdict]
    made = finding_at(scene.coded, scene.coded.of_number(number), verdict, "change", words, wording=words if verdict == "false" else "")
    return replace(made, bound=True)


def _subject(scene: Scene, found: re.Match[str]) -> Group | None:
    """What is named last before the distance in its clause, else in the clauses before; None where it is not one thing for sure."""
    low, _ = scene.clause(found.start())
    before = [each for each in scene.groups if each.start < found.start() and each.mentions and not each.is_whole]
    near = [each for each in before if each.start >= low] or before
    group = near[-1] if near else None
    sure = (
        group
        and len(group.mentions) == 1
        and not has_own_subject(scene, found.start(), group)
        and (group.is_sure or is_own(scene, group.mentions[0]))
    )
    return group if sure else None


def _distances(group: Group, measure: str, whens: list[When | None]) -> Iterator[Distance]:
    """How far each of what is named is from the measure in each period: the distance, the measure, the unit, and in words."""
    for each in (one for mention in group.mentions for one in mention.candidates):
        for when in whens:
            yield from _of(each, measure, when)


def _from_number(scene: Scene, found: re.Match[str], group: Group | None, whens: list[When | None]) -> list[Distance]:
    """How far what is named is from the number that the sentence gives of the measure: "2.2 points above the national 51.2% of June"."""
    given = re.match(r" (?:figure |average |rate )?(?:of )?#(\d+)(?!\d)", scene.text[found.end() :])
    base = scene.coded.amounts[int(given[1])].plain if given else None
    candidates = [one for mention in (group.mentions if group else ()) for one in mention.candidates]
    seen = [(one, each.number("actual")) for one in candidates for when in (*whens, None) for each in observed(one, when)[:1]]
    return [(abs(own - base), base, one.facts.unit, "") for one, own in seen if own is not None and base is not None]


def _of(candidate: Candidate, measure: str, when: When | None) -> Iterator[Distance]:
    for seen in observed(candidate, when)[:1]:
        own, other = seen.number("actual"), seen.number(measure)
        if own is not None and other is not None:
            name = "target" if measure == "target" else "national figure"
            words = f"the figure for {seen.period.spoken} is {number_words(own)}, the {name} {number_words(other)}"
            yield abs(own - other), other, candidate.facts.unit, words


def _says(amount: Amount, by: Decimal, base: Decimal, unit: str) -> Verdict | None:
    """Whether the number says the distance, as an amount or in percent; None where its unit is another."""
    plain = replace(amount, unit="%") if amount.unit == "points" or (unit == "percent" and amount.unit == "") else amount
    if plain.unit == "share" or not (fits(plain, unit) or plain.unit == "%"):
        return None
    told = [holds(plain, by, unit)] if fits(plain, unit) else []
    if amount.unit == "%" and base:
        told.append(holds(plain, by * 100 / base, "percent"))
    return next((each for each in ("true", "rounded", "false") if each in told), None)
