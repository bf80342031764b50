"""Risk scores, their levels and counts: a scheme as data, plain values in, plain values out.

A score is a likelihood times an impact, so some numbers can't be one: there is no 7 on a 5 by 5 register. Likelihood and
impact are never guessed from a score (a 12 may be 3 by 4 or 4 by 3).
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from papers.dataset import Risk, RiskAction
from papers.errors import Problem, problem
from papers.results import Band

SHIPPED = ("risk-5x5",)
STATUSES = ("Complete", "Partly complete", "Outstanding", "Regular review")
"""The order in which actions' statuses are told; others follow as they come."""


@dataclass(frozen=True, slots=True)
class RiskLevel:
    """One level: its name, the scores it spans (both ends included), and the word and colours it is shown in."""

    name: str
    low: int
    high: int
    band: Band

    def called(self, word: str) -> bool:
        """Whether the word means this level: its name (Low) or its band's word (Green), in any case."""
        return word.strip().lower() in {self.name.lower(), self.band.word.lower()}


@dataclass(frozen=True, slots=True)
class RiskScheme:
    """A risk scheme: likelihood and impact go from 1 to `size`; levels stand lowest first."""

    name: str
    version: str
    size: int
    levels: tuple[RiskLevel, ...]

    @property
    def scores(self) -> tuple[int, ...]:
        """Every score that can be, rising."""
        steps = range(1, self.size + 1)
        return tuple(sorted({likelihood * impact for likelihood in steps for impact in steps}))

    def level(self, score: int) -> RiskLevel:
        """The level of the score. ValueError for a score that can't be."""
        found = next((level for level in self.levels if level.low <= score <= level.high), None)
        if found is None or score not in self.scores:
            raise ValueError(f"{score} is no score of {self.name}")
        return found


@cache
def shipped_risk_scheme(name: str = "risk-5x5") -> RiskScheme:
    """The shipped risk scheme of that name. KeyError where there is none."""
    if name not in SHIPPED:
        raise KeyError(name)
    return read_risk_scheme(files("papers.rules").joinpath("schemes", f"{name}.toml").read_text(encoding="utf-8"))


def read_risk_scheme(text: str) -> RiskScheme:
    """The risk scheme that the TOML text describes, its levels lowest first."""
    table = tomllib.loads(text)
    return RiskScheme(table["name"], table["version"], table["size"], tuple(_level(entry) for entry in table["levels"]))


def _level(entry: Mapping[str, str]) -> RiskLevel:
    band = Band(entry["word"], entry["fill"], entry["ink"], entry["meaning"])
    return RiskLevel(entry["name"], int(entry["low"]), int(entry["high"]), band)


def count_levels(scores: Iterable[int | None], scheme: RiskScheme) -> Mapping[str, int]:
    """How many scores have each level, by the band's word, highest level first; a score that is None counts nowhere."""
    found = Counter(scheme.level(score).band.word for score in scores if score is not None)
    return {level.band.word: found[level.band.word] for level in reversed(scheme.levels)}


def count_actions(actions: Iterable[RiskAction]) -> Mapping[str, Mapping[str, int]]:
    """How many actions have each status, by batch in the order given; the statuses in their order, none that is not there."""
    batches: dict[str, Counter[str]] = {}
    for action in actions:
        batches.setdefault(action.batch, Counter())[action.status] += 1
    return {batch: {status: found[status] for status in _in_order(found)} for batch, found in batches.items()}


def _in_order(statuses: Iterable[str]) -> list[str]:
    known = [status for status in STATUSES if status in statuses]
    return known + [status for status in statuses if status not in STATUSES]


def score_problems(risks: Iterable[Risk], scheme: RiskScheme) -> tuple[Problem, ...]:
    """Impossible scores (errors), and published levels or products that the scores contradict, in the register's order."""
    return tuple(found for risk in risks for found in _problems(risk, scheme))


def _problems(risk: Risk, scheme: RiskScheme) -> Iterable[Problem]:
    for what, score, level, likelihood, impact in (
        ("current", risk.current_score, risk.current_level, risk.current_likelihood, risk.current_impact),
        ("target", risk.target_score, risk.target_level, risk.target_likelihood, risk.target_impact),
    ):
        words = {"risk": risk.id, "what": what}
        if score is None:
            continue
        if score not in scheme.scores:
            scores = ", ".join(map(str, scheme.scores))
            yield problem("impossible-score", risk.place, value=str(score), scheme=scheme.name, scores=scores, **words)
            continue
        if level and not scheme.level(score).called(level):
            yield problem("risk-level-differs", risk.place, value=level, data=scheme.level(score).band.word, score=score, **words)
        if likelihood and impact and likelihood * impact != score:
            yield problem("risk-product-differs", risk.place, value=str(score), data=f"{likelihood * impact}", **words)
