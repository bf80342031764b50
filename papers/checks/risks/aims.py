"""Counts of risks as they would stand at their target scores: "if all targets were reached, three risks would come down to Green"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from papers.checks.language.matching import matcher
from papers.checks.language.tallying import Member, Population, State, members_of
from papers.checks.reading import Finding, overlap
from papers.dataset import Risk
from papers.risks import RiskScheme

SUPPOSED = matcher(
    r"\b(?:(?:even )?(?:if|once|when|were|should|at|after|assuming|provided|with|by the time))\b (?:(?!would|will)[^\s,;]+ ){0,9}?"
    r"(?:targets?(?: risk)?(?: scores?| levels?| ratings?)?|mitigations?|actions|measures)"
    r"(?: (?:(?:is|are|was|were|has|have|had|be|been|being|all|fully|successfully|now) )*(?:reached|met|achieved|hit|attained|in place|completed?|delivered|carried out|done|finished|implemented|taken)\b)?,?",
    re.IGNORECASE,
)
"""What supposes that targets are reached."""
WOULD = matcher(r"\b(?:would|will)(?: (?:(?:all|then|still|each|both) )?be)?\b")
HOPED = matcher(
    r"\b(?:would|could|will|expected|(?:[A-Z][a-z]+|\d+) (?:at|once at|on reaching) (?:their |its |the )?targets?(?! of))\b(?! scores? of)"
)
"""What tells of risks as they may come to stand."""
Level = Callable[[Member], int | None]
"""The score of a risk at some time."""


def as_aimed(sentence: str, levels: Sequence[str]) -> str:
    """The sentence without what it supposes, said of what is: every character stays where it stood; "" where it supposes no levels."""
    supposed, would = SUPPOSED.search(sentence), WOULD.search(sentence)
    level = matcher(rf"\b(?i:{'|'.join(levels)})\b")
    if supposed is None or would is None or level.search(sentence[: would.start()]) or not level.search(sentence[would.end() :]):
        return ""
    blank = sentence[: supposed.start()] + " " * len(supposed[0]) + sentence[supposed.end() :]
    return WOULD.sub(lambda found: ("are" if found[0].endswith("be") else "").ljust(len(found[0])), blank)


def aimed_populations(population: Population, scheme: RiskScheme) -> Iterator[Population]:
    """The risks by the levels of their target scores: those that have one, and all, where one without a target stays as it is."""
    for keep, score in ((_has_target, _target), (_is_scored, _target_or_score)):
        states = tuple(_at_target(each, scheme, score) for each in population.states if each.family == "level")
        yield replace(members_of(population, keep), states=states, spoken=())


def _at_target(state: State, scheme: RiskScheme, score: Level) -> State:
    """The state of a level, as of the target score, where what was before is the level of today."""
    low, high = next((each.low, each.high) for each in scheme.levels if each.band.word == state.name)
    return replace(state, now=lambda risk: low <= (score(risk) or 0) <= high, before=state.now)


def _target(risk: Risk) -> int | None:
    return risk.target_score


def _target_or_score(risk: Risk) -> int | None:
    return risk.current_score if risk.target_score is None else risk.target_score


def _is_scored(risk: Risk) -> bool:
    return risk.current_score is not None


def _has_target(risk: Risk) -> bool:
    return _is_scored(risk) and risk.target_score is not None


def unless_aimed(found: Iterable[Finding], aimed: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of which one is false only where it is so of the risks as they would stand at their targets, too."""
    wrong = [each for each in aimed if each.verdict == "false"]
    for each in found:
        stays = each.verdict != "false" or any(overlap(one, each) for one in wrong)
        yield each if stays else replace(each, verdict="unknown")
