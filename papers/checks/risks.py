"""Statements about single risks and actions that a sentence names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from papers.checks.coding import code
from papers.checks.deeds import action_statements
from papers.checks.mentions import Names
from papers.checks.reading import Finding
from papers.checks.riskscores import gaps, scores, untargeted
from papers.checks.risksentence import RiskSentence
from papers.checks.riskstates import against_target, compared, former_names, highest, levels, moves, owners, ranks
from papers.checks.riskwords import MEASURES, NUMBERED_RANK
from papers.dataset import Dataset
from papers.risks import risk_scheme_of


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
        return re.compile(rf"(?:{'|'.join(each for band in bands for each in (band, band.upper(), band.lower()))})\b")

    def findings(self, sentence: str) -> list[Finding]:
        """Every statement about risks and actions that the sentence names."""
        return [*self._of_risks(sentence), *action_statements(self.names, sentence, self.dataset.info.data_date)]

    def _of_risks(self, sentence: str) -> list[Finding]:
        mentions = self.names.mentions(sentence)
        coded = code(sentence, MEASURES, self.words)
        reading = RiskSentence(self.dataset, coded, mentions)
        for found in NUMBERED_RANK.finditer(coded.text):
            highest(reading, found)
        if mentions:
            for rule in (untargeted, gaps, scores, levels, against_target, moves, ranks, compared, owners, former_names):
                rule(reading)
        return reading.findings
