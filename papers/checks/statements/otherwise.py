"""Of which other series of the indicator a run, rank or direction may be told than the one that is read first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from papers.checks.facts import stems
from papers.checks.language.amounts import holds
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding, Reading, overlap

KINDS = frozenset(("run", "rank", "direction"))
SMALL = 10
"""Numbers below which a figure that is the same tells nothing."""

SIZED = matcher(r"(?: \w+)? (?:to|from) \W?(\d+(?:,\d{3})*(?:\.\d+)?)")
"""After a direction, the figure that says which series it is of."""


def kindly(reading: Reading, found: Sequence[Finding], again: Callable[[str], Sequence[Finding]]) -> list[Finding]:
    """The findings; a run, rank or direction called false that holds of another series which the sentence names or gives is as it is of that one."""
    if not any(each.verdict == "false" and each.kind in KINDS for each in found):
        return list(found)
    right = [
        one
        for name in _others(reading)
        for one in again(name)
        if one.verdict in ("true", "rounded") and one.kind in KINDS and _is_of(reading, one, name)
    ]
    return [_instead(each, right) for each in found]


def _is_of(reading: Reading, finding: Finding, series: str) -> bool:
    """Whether the figure that a direction is told with, if any, is one of the series."""
    given = SIZED.match(reading.coded.sentence, finding.stop) if finding.kind == "direction" else None
    return given is None or any(each.number == Decimal(given[1].replace(",", "")) for each in reading.facts.all([series]))


def _instead(finding: Finding, right: Sequence[Finding]) -> Finding:
    if finding.verdict != "false" or finding.kind not in KINDS:
        return finding
    whole = (
        one
        for one in right
        if (one.kind == finding.kind and one.start <= finding.start and finding.stop <= one.stop)
        or (one.kind == "run" != finding.kind and overlap(one, finding))
    )
    return next(whole, finding)


def _others(reading: Reading) -> Iterator[str]:
    """The series that is rated, and those of whose labels or figures the sentence has one."""
    facts = reading.facts
    said = stems(reading.coded.sentence)
    for each in facts.series:
        if each.kind != "extra":
            continue
        named = (stems(each.label) - facts.words) & said
        if each.name == facts.indicator.measure or named or re.search(rf"={each.name}(?!\S)", reading.text) or _gives(reading, each.name):
            yield each.name
    if facts.indicator.measure not in ("", "actual"):
        yield "actual"


def _gives(reading: Reading, series: str) -> bool:
    """Whether the sentence has a figure of the series that is none of the indicator's own."""
    own, known = (reading.facts.all([name]) for name in ("actual", series))
    return any(
        amount.plain >= SMALL
        and any(holds(amount, each.number, each.unit) == "true" for each in known)
        and not any(holds(amount, each.number, each.unit) == "true" for each in own)
        for amount in reading.coded.amounts
    )
