"""Directions that figures of the same sentence bear out: "calls have tailed off: there were 1,000 in the summer, compared with 12,000 in the spring"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papers.checks.language.grammar import ANY_NOUN, ANY_VERB, direction_of
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding
from papers.checks.subjects import Candidate
from papers.dataset import Observation

WORD = matcher(rf"(?<!\S)(?:{ANY_VERB}|{ANY_NOUN}|up|down)(?!\S)")


def borne_out(found: Sequence[Finding], chosen: Sequence[Candidate]) -> list[Finding]:
    """The findings; a direction called false against the result before holds where it is that of the figures which the sentence gives itself."""
    return [replace(each, verdict="true", wording="") if _is_borne_out(each, found, chosen) else each for each in found]


def _is_borne_out(finding: Finding, found: Sequence[Finding], chosen: Sequence[Candidate]) -> bool:
    if finding.kind != "direction" or finding.verdict != "false":
        return False
    return any(_way(finding.said, each) == _step(_given(each, found)) != 0 for each in chosen)


def _given(candidate: Candidate, found: Sequence[Finding]) -> list[Observation]:
    """The results whose figures the sentence gives rightly, earliest first."""
    places = [each.place for each in found if each.kind == "level" and each.verdict in ("true", "rounded")]
    return [each for each in candidate.timeline.observations if each.place_of("actual") in places]


def _step(given: Sequence[Observation]) -> int:
    """1 where the later of two results is more, -1 where it is less; 0 of any other number of them."""
    figures = [number for each in given if (number := each.number("actual")) is not None]
    return (figures[-1] > figures[0]) - (figures[-1] < figures[0]) if len(figures) == len(given) == 2 else 0


def _way(said: str, candidate: Candidate) -> int:
    """1 where the words tell of a rise, -1 where they tell of a fall; better and worse by polarity, 0 of a row that has none."""
    word = WORD.search(re.sub(r"[^a-z ]", " ", said.lower()))
    way = word[0] if word and word[0] in ("up", "down") else direction_of(word[0]) if word else ""
    good = {"higher": 1, "lower": -1}.get(candidate.facts.indicator.polarity, 0)
    return {"up": 1, "down": -1, "better": good, "worse": -good}.get(way, 0)
