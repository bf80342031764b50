"""A sentence about risks while it is read: its tokens, the risks that it names, the times that it tells of, what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from papers.checks.language.amounts import Verdict
from papers.checks.language.coding import Coded
from papers.checks.language.grammar import CLAUSE_END, guarded
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding, finding_at
from papers.checks.risks.mentions import Mention, distinct, group_at
from papers.checks.risks.sought import is_sought
from papers.checks.risks.words import (
    AFTERWARDS,
    AIM,
    APPOSED,
    AS_IS,
    ASKED,
    BESIDE,
    BOTH_AT,
    CLAUSES,
    EARLIER,
    FROM,
    HELD,
    LATER,
    ONCE,
    ONE_OF_TWO,
    PRESENT,
    RANGE,
    SCORED,
    THE_REST,
    WITH_TARGET,
)
from papers.dataset import Dataset, Risk
from papers.risks import risk_scheme_of

SEVERAL = matcher(
    r"(?<!\S)risks (?:(?:now|still|all|each|both|that|which) )*(?:score|scored|are|were|have|had|stand|stood|remain|rated)(?!\S)"
)
"""What is told of several risks, and not of the one that is named next."""
AIMING = matcher(r"=target|(?<!\S)(?:would|could|should|must|will|might|to(?= [a-z])|expected|hoped|if)(?!\S)")
"""Before a number that may be one to come."""
NEXT = 12
"""How many letters may stand between "as is" and the name that follows."""
Time = Literal["now", "last", "target"]
FIELDS: dict[tuple[str, Time], str] = {
    ("score", "now"): "current_score",
    ("score", "last"): "previous_score",
    ("score", "target"): "target_score",
    ("likelihood", "now"): "current_likelihood",
    ("likelihood", "target"): "target_likelihood",
    ("impact", "now"): "current_impact",
    ("impact", "target"): "target_impact",
}
TIMES: tuple[Time, ...] = ("now", "last", "target")
SAID = {"now": "", "last": " in the last report", "target": " that is its target"}


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
    def aims(self) -> tuple[tuple[int, int], ...]:
        """The parts that say what a score is to become."""
        return tuple((each.start(), self._end(each.end())) for each in AIM.finditer(self.text))

    @cached_property
    def guards(self) -> tuple[tuple[int, int], ...]:
        """The parts that say what may be, or what is asked."""
        asked = [(each.start(), self._end(each.end())) for each in ASKED.finditer(self.text)]
        maybe = [
            (self._after_fact(start, stop), self._end(stop))
            for start, stop in guarded(self.text)
            if not self.text.startswith("risk ", start)
        ]
        return (*maybe, *asked)

    def _after_fact(self, start: int, stop: int) -> int:
        """Where what may be begins, if a fact is told before it with the same subject: "is Amber at 12 and would stay so at its target"."""
        fact = re.search(
            r"(?<!\S)(?:is|are|was|were|has|have|stands?|scores?|remains?|stays?) .*? and (?=(?:(?!is |are |was |were |has |it |if |they )[^\s,;]+ ){0,8}(?:would|could|might|will|should)(?!\S))",
            self.text[start:stop],
        )
        return start + fact.end() if fact else start

    def _end(self, at: int) -> int:
        """Where the clause ends in which that place stands; it goes on with "to 16, and to 12 a year later"."""
        end = CLAUSE_END.search(self.text, at)
        if end and re.match(r" , (?:and |then )*(?:to|from) #\d", self.text[end.start() :]):
            end = CLAUSE_END.search(self.text, end.end())
        return end.start() if end else len(self.text)

    def is_aimed(self, at: int) -> bool:
        """Whether that part says what a score is to become, by no date: a target."""
        if not any(start <= at < stop for start, stop in self.aims):
            return self.is_guarded(at) and "=target" in self.words(at)
        dated = any(each.kind not in ("current", "previous", "last") for each in self.coded.whens)
        return not dated and all(each.unit not in ("year", "month") for each in self.coded.amounts)

    def is_sought(self, start: int, stop: int) -> bool:
        """Whether the number or level there is told as one to be reached: "the Amber 12 we are aiming at"."""
        return is_sought(self.text[:start], self.text[stop:])

    def is_guarded(self, at: int) -> bool:
        """Whether that part says what may be, or is to be."""
        return any(start <= at < stop for start, stop in (*self.guards, *self.aims))

    def is_scored(self, at: int) -> bool:
        """Whether the clause tells of scores: by their words, or by the score of a risk that it names."""
        start, stop = self.clause(at)
        if start and not any(start <= place < stop for place, _ in self.places):
            return bool(SCORED.search(self.text[start:stop])) or self.is_scored(start - 1)
        words = self.text[start:stop]
        if SCORED.search(words):
            return True
        known = {value(each, "score", time) for each in self.named(at) for time in TIMES} - {None}
        if any(each.kind in ("previous", "last") for each in self.coded.whens) or any(each.unit == "points" for each in self.coded.amounts):
            return True
        said = re.findall(r"(?<!\S)(?:at|from|to|of|is|was|\(|,) #(\d+)", words)
        return any(self.coded.amounts[int(each)].value in known for each in said)

    def is_foreign(self, at: int) -> bool:
        """Whether the clause has numbers and none of them is a score: it tells of something else."""
        return "#" in self.words(at) and not self.is_scored(at)

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where each name stands in the coded text."""
        return [
            (
                next((each[0] for each in self.coded.spans if each[3] > name.start), len(self.text)),
                max((each[1] for each in self.coded.spans if each[2] < name.stop), default=0),
            )
            for name in self.mentions
        ]

    def clause(self, at: int) -> tuple[int, int]:
        """From where to where the clause around that place reaches."""
        cuts = [0, *(each.end() - 1 for each in CLAUSES.finditer(self.text)), len(self.text)]
        return max(each for each in cuts if each <= at), min((each for each in cuts if each > at), default=len(self.text))

    def words(self, at: int) -> str:
        """The clause around that place."""
        start, stop = self.clause(at)
        return self.text[start:stop]

    def named(self, at: int) -> list[Risk]:
        """The risks that the clause names, by name or as those of a level; where it names none, those of the clause before."""
        start, stop = self.clause(at)
        found = [each.risk for each, (begin, _) in zip(self.mentions, self.places, strict=True) if start <= begin < stop]
        if not found and (group := BOTH_AT.search(self.text[start:stop])):
            found = self._at_level(group)
        return distinct(found) if found or start == 0 else self.named(start - 1)

    def _at_level(self, group: re.Match[str]) -> list[Risk]:
        """The risks that "the two Red risks" means; none where there are not so many."""
        count = self.coded.amounts[int(group["n"])].value if group["n"] else 2
        found = [each for each in self.dataset.risks if self.level(each, "now") == group["level"]]
        return found if len(found) == count else []

    def holders(self, at: int) -> list[Risk]:
        """The risks that a statement at that place of the coded text is about: those named before it, else the next one in its clause."""
        if not any(start < at for start, _ in self.places):
            begin, stop = self.clause(at)
            if SEVERAL.search(self.text[begin:at]):
                return []
            return [each.risk for each, (start, _) in zip(self.mentions, self.places, strict=True) if begin <= start < stop][:1]
        start, _ = self.coded.words(at, at + 1)
        told = distinct(each.risk for each, (begin, _) in zip(self.mentions, self.places, strict=True) if begin < at)
        if len(told) == 2 and (one := ONE_OF_TWO.search(self.text[:at])):
            return told[:1] if one[1] in ("former", "first") else told[1:]
        if THE_REST.search(self.between(at)):
            return []
        beside = [each.span() for each in BESIDE.finditer(self.text) if each.end() <= at]
        named = zip(self.mentions, self.places, strict=True)
        own = [each for each, (begin, _) in named if begin < at and not any(low <= begin < high for low, high in beside)]
        group = group_at(own or self.mentions, start, self.coded.sentence)
        return group[-1:] if len(group) == 2 and self._is_one(at) else group

    def _is_one(self, at: int) -> bool:
        """Whether the verb behind the last name is one of a single risk that a clause of its own tells of: "savings, and Demand is Red"."""
        before = self.text[: max((start for start, _ in self.places if start < at), default=0)]
        return before.endswith(" , and ") and bool(
            re.match(r"(?:[^\s,;#*=]+ ){0,3}?(?:is|was|has|stands|scores|remains) ", self.between(at))
        )

    def holders_and_alike(self, at: int, end: int) -> list[Risk]:
        """The risks that a statement there is about, and that of which the same is said behind it: "is at its target, as is Procurement"."""
        like = AS_IS.search(self.text, end, self.clause(at)[1])
        alike = [each.risk for each, (start, _) in zip(self.mentions, self.places, strict=True) if like and 0 <= start - like.end() < NEXT]
        return distinct([*self.holders(at), *alike[:1]])

    def between(self, at: int) -> str:
        """The coded words from the last name to that place; all before it where no name stands there."""
        return self.text[max((stop + 1 for start, stop in self.places if start < at), default=0) : at]

    def times(self, start: int, stop: int) -> tuple[Time, ...]:
        """The times that a statement there may be of: what stands just beside it tells, else its clause."""
        begin, end = self.clause(start)
        before, after = WITH_TARGET.sub("", APPOSED.sub("", self.text[begin:start])), self.text[stop:end]
        near = re.split(r"#\d+|\*\w+", before)[-1]
        if self.is_sought(start, stop):
            return ("target",)
        here = PRESENT.search(self.text[begin:start])
        if here and (here["when"] is None or self.coded.whens[int(here["when"])].kind == "current"):
            return ("now",)
        if ONCE.search(before):
            return ("last", "target") if len(self.named(start)) < 2 else ("now", "last", "target")
        if RANGE.search(before) and (FROM.search(before) or "=target" in before):
            return ("target",) if "=target" in before else ("now",)
        aimed = self.is_aimed(start) or re.search(r"=target (?!than)", near)
        if aimed and before.endswith(" from "):
            return ("now", "last")
        if (self.is_aimed(start) and not FROM.search(before)) or re.search(r"=target (?!than)", near) or LATER.match(after):
            told_before = not self.is_guarded(start) or any(begin <= start < end for begin, end in self.aims) or AIMING.search(before)
            return ("target",) if told_before or LATER.match(after) else ("now", "target")
        named = re.findall(r"@(\d+)", near)
        if named and self.coded.whens[int(named[-1])].kind == "current" and not AFTERWARDS.match(after):
            return ("now",)
        if self._is(AFTERWARDS.match(after)) or FROM.search(before) or self._is(EARLIER.search(near)) or self._is(HELD.search(before)):
            return ("last",)
        opening = re.match(r" ?(?:in|at) (?:the )?@(?P<when>\d+)", before)
        past = self._is(opening) or re.search(r"(?<!\S)(?:was|were|had|stood|scored)(?!\S)", near)
        return ("now", "last") if past else ("now",)

    def _is(self, found: re.Match[str] | None) -> bool:
        """Whether the words found tell of the last report: a period that they name is another than this one."""
        if found is None:
            return False
        index = found["when"]
        return index is None or self.coded.whens[int(index)].kind in ("previous", "last", "back")

    def add(self, verdict: Verdict, kind: str, span: tuple[int, int], says: str, computed: str = "") -> None:
        """Keep a finding about that part of the coded text."""
        wording = says if verdict == "false" else ""
        self.findings.append(finding_at(self.coded, span, verdict, kind, says, computed=computed, wording=wording))

    def judge(self, span: tuple[int, int], readings: Sequence[tuple[bool | None, str]], kind: str = "risk") -> None:
        """Keep what the readings give: it is false only where none is true, and unknown where no figure is known."""
        known = [each for each in readings if each[0] is not None]
        right = next((each for each in known if each[0]), None)
        if right or known:
            self.add("true" if right else "false", kind, span, (right or known[0])[1])
        else:
            self.add("unknown", kind, span, "")

    def level(self, risk: Risk, time: Time) -> str:
        """The word of the risk's level at that time; "" of no score."""
        scheme, score = risk_scheme_of(self.dataset), value(risk, "score", time)
        if score is None:
            return ""
        level = scheme.published(risk) if time == "last" else scheme.level(score)
        return level.band.word.lower() if level else ""

    def level_of(self, score: int) -> str:
        """The word of a score's level; "" of what can be no score."""
        scheme = risk_scheme_of(self.dataset)
        return scheme.level(score).band.word.lower() if score in scheme.scores else ""

    @property
    def highest(self) -> int:
        """The highest score that a risk can have."""
        return risk_scheme_of(self.dataset).scores[-1]


def value(risk: Risk, measure: str, time: Time) -> int | None:
    """That number of a risk; None where the register has none."""
    name = FIELDS.get((measure, time))
    return getattr(risk, name) if name else None


def told(risk: Risk, measure: str, time: Time) -> str:
    """What the register says of that number."""
    return f"the {measure} of {risk.title}{SAID[time]} is {value(risk, measure, time)}"
