"""The heat map as data: a cell for every likelihood and impact with its level, and the risks that are known to stand there.

A risk is placed only where its likelihood and impact are both given: a score of 12 may be 3 by 4 or 4 by 3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from papers.dataset import Risk
from papers.risks.scheme import RiskLevel, RiskScheme

Moment = Literal["current", "target"]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell: its likelihood, impact and score, the level of that score, and the ids of the risks that stand there."""

    likelihood: int
    impact: int
    score: int
    level: RiskLevel
    risks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The map: rows of one likelihood each, the highest first, with cells of rising impact; `unplaced` are ids without a place."""

    scheme: RiskScheme
    rows: tuple[tuple[HeatCell, ...], ...]
    unplaced: tuple[str, ...] = ()

    @property
    def occupied(self) -> tuple[HeatCell, ...]:
        """The cells with risks, highest score first: what a text alternative tells."""
        cells = [cell for row in self.rows for cell in row if cell.risks]
        return tuple(sorted(cells, key=lambda cell: (-cell.score, -cell.likelihood)))


def heat_map(risks: Iterable[Risk], scheme: RiskScheme, moment: Moment = "current") -> HeatMap:
    """The risks on the scheme's map, by their current or their target likelihood and impact, each cell in the register's order."""
    places: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    unplaced = []
    for risk in risks:
        place = place_of(risk, moment)
        if place and scheme.holds(*place):
            places[place].append(risk.id)
        else:
            unplaced.append(risk.id)
    falling = range(len(scheme.likelihoods), 0, -1)
    rows = tuple(tuple(_cell(scheme, one, other, places) for other in range(1, len(scheme.impacts) + 1)) for one in falling)
    return HeatMap(scheme, rows, tuple(unplaced))


def place_of(risk: Risk, moment: Moment) -> tuple[int, int] | None:
    """The risk's likelihood and impact at that moment; None unless both are given."""
    likelihood = risk.current_likelihood if moment == "current" else risk.target_likelihood
    impact = risk.current_impact if moment == "current" else risk.target_impact
    return None if likelihood is None or impact is None else (likelihood, impact)


def _cell(scheme: RiskScheme, likelihood: int, impact: int, places: dict[tuple[int, int], list[str]]) -> HeatCell:
    score = likelihood * impact
    return HeatCell(likelihood, impact, score, scheme.level(score), tuple(places.get((likelihood, impact), ())))
