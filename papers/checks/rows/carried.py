"""What a part of a sentence may have from the parts before it: a period, or another number that it goes on from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.checks.language.amounts import holds
from papers.checks.language.coding import Coded
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Finding
from papers.checks.subjects import Candidate

RIGHT = ("true", "rounded")


def is_carried(finding: Finding, before: Coded, own: Coded, chosen: Sequence[Candidate]) -> bool:
    """Whether the number called false is that of a period that the parts before name, where its own part names none."""
    if finding.kind not in ("level", "change") or own.whens or not before.whens or not own.amounts:
        return False
    told = [each for n, each in enumerate(own.amounts) if _stands(own, n, finding)]
    return any(holds(each, figure, unit) == "true" for each in told for figure, unit in _figures(finding.kind, before.whens, chosen))


def _stands(coded: Coded, number: int, finding: Finding) -> bool:
    """Whether the number stands in the words of the finding."""
    start, stop = coded.words(*coded.of_number(number))
    return start < finding.stop and finding.start < stop


def _figures(kind: str, whens: Sequence[When], chosen: Sequence[Candidate]) -> Iterator[tuple[Decimal, str]]:
    """The figures of those periods, or the distances between any two of them and the latest one, with their units."""
    for each in chosen:
        then = [seen.number("actual") for when in whens for seen in each.timeline.meant(when, "actual")]
        known = [number for number in (*then, each.timeline.current.number("actual")) if number is not None]
        if kind == "level":
            yield from ((number, each.facts.unit) for number in known)
        else:
            yield from ((abs(one - two), each.facts.unit) for one, two in itertools.combinations(known, 2))


GAINED = matcher(r"(?<!\S)(?:gained|lost|added|shed|by|up|down)(?: (?:about|some|just|only))? #\d+(?: (?!#|;)\S+){0,8} $")
"""A step, after which a name and a number alone tell of another step."""


def is_step(finding: Finding, before: Coded, piece: str, begin: int) -> bool:
    """Whether the number called a false level stands at its name without a verb, after a step of another row: "one gained 2,000 and the other 1,000"."""
    return finding.kind == "level" and not piece[begin : finding.start].strip(" ,") and bool(GAINED.search(before.text + " "))


COMPARED = matcher(r"\b(?:more|fewer|less|higher|lower|up|down)$")
"""A change that is told from another number."""
OF_THEM = matcher(r"\d (?:thousand )?of (?:them|these|those|which|whom)\b[^,;]*, $")
"""After a part of what was told before, with which a change that follows may not deal."""
NUMBER = matcher(r"\d[\d,.]*\d|\d")


def goes_on(finding: Finding, piece: str, begin: int, found: Sequence[Finding]) -> bool:
    """Whether a change follows a number of the same part that nothing explains, and so may be of that: "and 213 younger, one fewer than in June"."""
    if finding.kind != "change" or not COMPARED.search(finding.said):
        return False
    if OF_THEM.search(piece[: finding.start]):
        return True
    last = max(NUMBER.finditer(piece, begin, finding.start), key=re.Match.start, default=None)
    if last is None or "," not in piece[last.end() : finding.start + 1]:
        return False
    return not any(each.verdict in RIGHT and each.start < last.end() and last.start() < each.stop for each in found)
