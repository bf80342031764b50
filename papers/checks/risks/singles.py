"""Statements about single risks and actions that a sentence names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from papers.checks.language.coding import code
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding
from papers.checks.risks.actions import action_statements
from papers.checks.risks.having import at_scores
from papers.checks.risks.mentions import Mention, Names
from papers.checks.risks.pairs import differences, multiples, orders
from papers.checks.risks.ranks import distances, highest, only, ranks
from papers.checks.risks.register import Register
from papers.checks.risks.scores import scores, totals, untargeted
from papers.checks.risks.sentence import RiskSentence
from papers.checks.risks.states import against_target, former_names, levels, moves, owners, taken_from
from papers.checks.risks.words import MEASURES, OWN
from papers.dataset import Dataset
from papers.risks import risk_scheme_of

EXCEPTED = matcher(
    r"\b(?:[Ee]very|[Aa]ll|[Nn]o|[Nn]one|[Aa]ny|[Ee]ach|[Nn]othing)\b[^,;.]*\b(?:but|except(?: for)?|apart from|other than|bar|save)(?: the)? $"
)
"""Before a risk of which what is said of all the others is not said."""


@dataclass
class Risks:
    """Single risks of one report."""

    dataset: Dataset

    @cached_property
    def names(self) -> Names:
        """The names of the register."""
        return Names(self.dataset)

    @cached_property
    def words(self) -> re.Pattern[str]:
        """The words of levels, and the words that are no colours."""
        bands = [each.band.word for each in risk_scheme_of(self.dataset).levels]
        return matcher(rf"(?:{'|'.join(each for band in bands for each in (band, band.upper(), band.lower()))})\b")

    def findings(self, sentence: str, block: str = "") -> list[Finding]:
        """Every statement about risks and actions that the sentence names; in a risk's own block one that names none is about it."""
        return [*self._of_risks(sentence, block), *action_statements(self.names, sentence, self.dataset.info.data_date)]

    def _of_risks(self, sentence: str, block: str) -> list[Finding]:
        own = [Mention(0, 0, each) for each in self.dataset.risks if f"{block}/".startswith(f"risk/{each.id}/")]
        mentions = [each for each in self.names.mentions(sentence) if not EXCEPTED.search(sentence[: each.start])]
        if OWN.search(sentence[: mentions[0].start] if mentions else sentence):
            mentions = [*own, *mentions]
        reading = RiskSentence(self.dataset, code(sentence, MEASURES, self.words), mentions)
        highest(reading)
        totals(reading)
        at_scores(reading)
        if mentions or "*" in reading.text:
            differences(reading)
            multiples(reading)
        if mentions:
            for rule in (untargeted, scores, levels, against_target, moves, ranks, distances, orders, owners, former_names, taken_from):
                rule(reading)
            only(reading, self.register.risk_states)
        return reading.findings

    @cached_property
    def register(self) -> Register:
        """What risks are counted by."""
        return Register(self.dataset)
