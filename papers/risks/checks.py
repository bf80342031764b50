"""What a register says that can't be, or that its own scores contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from papers.dataset import Risk
from papers.errors import Problem, problem
from papers.risks.moving import contradicted, movement
from papers.risks.scheme import RiskScheme


@dataclass(frozen=True, slots=True)
class Stated:
    """What the register says of a risk now, or at its target, or in the last report."""

    what: str
    score: int | None
    level: str = ""
    likelihood: int | None = None
    impact: int | None = None


def score_problems(risks: Iterable[Risk], scheme: RiskScheme) -> tuple[Problem, ...]:
    """Impossible scores (errors), and levels, products and movements that the scores contradict, in the register's order."""
    return tuple(found for risk in risks for found in _problems(risk, scheme))


def _problems(risk: Risk, scheme: RiskScheme) -> Iterator[Problem]:
    for stated in _stated(risk):
        yield from _off_scale(risk, stated, scheme)
        if stated.score is not None:
            yield from _score(risk, stated, stated.score, scheme)
    scores = risk.target_score, risk.current_score
    if contradicted(risk):
        yield problem("risk-movement-differs", risk.place, value=risk.movement, data=_moved(risk), risk=risk.id)
    if all(score in scheme.scores for score in scores) and (scores[0] or 0) > (scores[1] or 0):
        yield problem("risk-target-above", risk.place, value=str(scores[0]), data=str(scores[1]), risk=risk.id)


def _stated(risk: Risk) -> tuple[Stated, ...]:
    """What the register says; what the last report published was held against that report's scheme."""
    return (
        Stated("current", risk.current_score, risk.current_level, risk.current_likelihood, risk.current_impact),
        Stated("target", risk.target_score, risk.target_level, risk.target_likelihood, risk.target_impact),
        *(() if risk.previous_level else (Stated("previous", risk.previous_score),)),
    )


def _off_scale(risk: Risk, stated: Stated, scheme: RiskScheme) -> Iterator[Problem]:
    """Likelihoods and impacts that the scheme does not have."""
    sides = (("likelihood", stated.likelihood, len(scheme.likelihoods)), ("impact", stated.impact, len(scheme.impacts)))
    for side, value, most in sides:
        if value is not None and not 1 <= value <= most:
            what = f"{stated.what} {side}"
            yield problem("off-the-scale", risk.place, value=str(value), risk=risk.id, what=what, scheme=scheme.name, most=most)


def _score(risk: Risk, stated: Stated, score: int, scheme: RiskScheme) -> Iterator[Problem]:
    """A score that can't be; else a level that it contradicts. Intake holds it against its likelihood and impact."""
    words = {"risk": risk.id, "what": stated.what}
    if score not in scheme.scores:
        scores = ", ".join(map(str, scheme.scores))
        yield problem("impossible-score", risk.place, value=str(score), scheme=scheme.name, scores=scores, **words)
        return
    if stated.level and not scheme.level(score).called(stated.level):
        yield problem("risk-level-differs", risk.place, value=stated.level, data=scheme.level(score).band.word, score=score, **words)


def _moved(risk: Risk) -> str:
    """What the scores say instead of the declared movement."""
    if risk.movement == "new":
        return "it had a score in the last report"
    return f"it went {movement(risk).moved}" if movement(risk).by else "it stayed the same"
