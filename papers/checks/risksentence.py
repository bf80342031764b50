"""A sentence about risks while it is read: its tokens, the risks that it names, what was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from papers.checks.amounts import Verdict
from papers.checks.coding import Coded
from papers.checks.grammar import CLAUSE_END, guarded
from papers.checks.mentions import Mention, distinct, group_at
from papers.checks.reading import Finding, finding_at
from papers.checks.riskwords import AIM
from papers.dataset import Dataset, Risk
from papers.risks import risk_scheme_of


@dataclass
class RiskSentence:
    """A sentence about risks while it is read."""

    dataset: Dataset
    coded: Coded
    mentions: list[Mention]
    used: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The coded text."""
        return self.coded.text

    @cached_property
    def guards(self) -> tuple[tuple[int, int], ...]:
        """The parts that say what may be, or what is wanted."""
        aims = [
            (each.start(), end.start() if (end := CLAUSE_END.search(self.text, each.end())) else len(self.text))
            for each in AIM.finditer(self.text)
        ]
        return (*guarded(self.text), *aims)

    def is_past(self, at: int) -> bool:
        """Whether the last report is told of there."""
        found = list(re.finditer(r"(?P<before>\S+)? ?@(?P<n>\d+)", self.text[:at]))
        if not found or (
            re.search(r"#\d+|\*", self.text[found[-1].end() : at])
            and not re.search(r"\*\w+ (?:in|at) (?:the )?@\d+ (?:\S+ ){0,4}$", self.text[:at])
        ):
            return False
        return self.coded.whens[int(found[-1]["n"])].kind in ("previous", "last") and found[-1]["before"] not in (
            "than",
            "since",
            "from",
            "on",
        )

    def is_guarded(self, at: int) -> bool:
        """Whether that part says what may be."""
        return any(start <= at < stop for start, stop in self.guards)

    def holders(self, at: int) -> list[Risk]:
        """The risks that a statement at that place of the coded text is about."""
        start, _ = self.coded.words(at, at + 1)
        return group_at(self.mentions, start, self.coded.sentence)

    def between(self, at: int) -> str:
        """The coded words from the last name to that place; all before it where no name stands there."""
        start, _ = self.coded.words(at, at + 1)
        last = max((each.stop for each in self.mentions if each.start < start), default=0)
        begin = next((each[0] for each in self.coded.spans if each[2] >= last), 0)
        return self.text[begin:at]

    def add(self, verdict: Verdict, kind: str, span: tuple[int, int], says: str, computed: str = "") -> None:
        """Keep a finding about that part of the coded text."""
        wording = says if verdict == "false" else ""
        self.findings.append(finding_at(self.coded, span, verdict, kind, says, computed=computed, wording=wording))

    def hold(self, span: tuple[int, int], risks: Sequence[Risk], told: int, of: Callable[[Risk], int | None], name: str) -> None:
        """Hold a number against that of each risk."""
        for risk in distinct(risks):
            value = of(risk)
            verdict: Verdict = "unknown" if value is None else "true" if value == told else "false"
            self.add(verdict, "risk", span, f"the {name} of {risk.title} is {value}" if value is not None else "")

    def level(self, score: int | None) -> str:
        """The word of the score's level; "" of no score."""
        return "" if score is None else risk_scheme_of(self.dataset).level(score).band.word.lower()


def attribute(name: str) -> Callable[[Risk], int | None]:
    """What gives that number of a risk."""
    return lambda risk: getattr(risk, name)
