"""How many risks have each level, and how many actions each status. Every count of the register in every paper comes from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from papers.dataset import RiskAction
from papers.risks.scheme import RiskLevel, RiskScheme

STATUSES = ("Complete", "Partly complete", "Outstanding", "Regular review")
"""The order in which actions' statuses are told; others follow as they come."""


def count_levels(scores: Iterable[int | None], scheme: RiskScheme) -> Mapping[str, int]:
    """How many scores have each level, by the band's word, highest level first; a score that is None counts nowhere."""
    return tally_levels((scheme.level(score) for score in scores if score is not None), scheme.levels)


def tally_levels(found: Iterable[RiskLevel], levels: Sequence[RiskLevel]) -> Mapping[str, int]:
    """How many there are of each of the levels, by the band's word; the last level first."""
    words = Counter(level.band.word for level in found)
    return {level.band.word: words[level.band.word] for level in reversed(levels)}


def count_actions(actions: Iterable[RiskAction]) -> Mapping[str, Mapping[str, int]]:
    """How many actions have each status, by batch in the order given; the statuses in their order, none that is not there."""
    batches: dict[str, Counter[str]] = {}
    for action in actions:
        batches.setdefault(action.batch, Counter())[action.status] += 1
    return {batch: {status: found[status] for status in _in_order(found)} for batch, found in batches.items()}


def _in_order(statuses: Iterable[str]) -> list[str]:
    known = [status for status in STATUSES if status in statuses]
    return known + [status for status in statuses if status not in STATUSES]
