"""A risk scheme: likelihood by impact, the levels that scores have, and the words for both. Data, read from TOML by `reading`."""

from __future__ import annotations

from dataclasses import dataclass

from papers.dataset import Risk
from papers.results import Band


@dataclass(frozen=True, slots=True)
class RiskLevel:
    """One level: its name, the scores it spans (both ends included), and the word and colours it is shown in."""

    name: str
    low: int
    high: int
    band: Band

    def called(self, word: str) -> bool:
        """Whether the word means this level: its name (Low) or its band's word (Green), in any case."""
        return word.strip().casefold() in {self.name.casefold(), self.band.word.casefold()}


@dataclass(frozen=True, slots=True)
class RiskScheme:
    """A risk scheme: a word for each likelihood and each impact from 1 up ("" for none); levels stand lowest first.

    `note` says what of the scheme was not published but chosen; the key prints it.
    """

    name: str
    version: str
    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    levels: tuple[RiskLevel, ...]
    note: str = ""
    former: tuple[RiskLevel, ...] = ()
    """Levels of other schemes that the last report published and this scheme has no word for."""

    @property
    def size(self) -> int:
        """The highest impact, and in a square scheme the highest likelihood."""
        return len(self.impacts)

    @property
    def scores(self) -> tuple[int, ...]:
        """Every score that can be, rising."""
        return possible_scores(len(self.likelihoods), len(self.impacts))

    def level(self, score: int) -> RiskLevel:
        """The level of the score. ValueError for a score that can't be."""
        found = next((level for level in self.levels if level.low <= score <= level.high), None)
        if found is None or score not in self.scores:
            raise ValueError(f"{score} is no score of {self.name}")
        return found

    def published(self, risk: Risk) -> RiskLevel | None:
        """The level of the risk in the last report: as published, where that is on record, else by this scheme; None without a score."""
        if risk.previous_score is None:
            return None
        own = (level for level in (*self.levels, *self.former) if level.called(risk.previous_level))
        return next(own, None) or self.level(risk.previous_score)

    def holds(self, likelihood: int, impact: int) -> bool:
        """Whether the scheme has such a likelihood and impact."""
        return 1 <= likelihood <= len(self.likelihoods) and 1 <= impact <= len(self.impacts)


def possible_scores(likelihoods: int, impacts: int) -> tuple[int, ...]:
    """Every product of a likelihood and an impact, rising: there is no 7 on a 5 by 5 register."""
    return tuple(sorted({one * other for one in range(1, likelihoods + 1) for other in range(1, impacts + 1)}))
