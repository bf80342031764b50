"""A sentence while it is read: its tokens, the indicator it is about, the numbers that are accounted for, and what was found."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from papers.checks.facts import Book, Facts, Figure, stem
from papers.checks.language.amounts import Amount, Verdict
from papers.checks.language.coding import Coded
from papers.checks.language.grammar import ANOTHER, guarded
from papers.checks.language.matching import matcher
from papers.checks.language.periods import Timeline, When
from papers.dataset import Observation
from papers.errors import NOWHERE, Place

COMPARED = matcher(r"(?<!\S)(?:than|since|from|against|compared|versus|as|on|after|with|over|up|down|above|below|same|before|rather)(?!\S)")
"""Words before a period that is there to be compared with."""

SUBORDINATE = matcher(r"(?:although|though|while|whereas|because|despite|once|when|but for|thanks to)(?!\S)")
"""Words that begin a clause whose periods are its own."""
RELATIVE = matcher(r"(?:which|who|where|having|after having)(?!\S)")
"""Words that begin a clause about what stands before a comma, whose periods are its own as well."""
BOUND = matcher(r"#\d+(?: (?!,|;|\.|and |but )\S+){0,6} $")
"""A number just before a period, which is then the number's own."""

WHEN = matcher(r"(?: (?:quarter|figure|result|reading|report))?(?: ,)? (?:when|at which|in which|where) (?:(?![,;] )\S+ )*")
"""What leads from a period to a clause that is told of it: "since June, when it was"."""
CLAUSE = matcher(rf" (?:(?:[,;:()]|but(?! (?:the )?@)|while|whereas|although|though) |{ANOTHER})")
UNIT_WORDS = {
    "days": ("day", ""),
    "weeks": ("week", ""),
    "months": ("month", ""),
    "hours": ("hour", ""),
    "million hours": ("hour", ""),
    "minutes": ("minute", ""),
    "years": ("year", ""),
    "tonnes": ("tonne", ""),
    "FTE": ("fte", ""),
    "thousand miles": ("mile", ""),
}


PARTS = matcher(r" (?:;|but|while|whereas|although|though|:|, and) ")
"""What parts a sentence into statements that stand for themselves."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement and whether it holds: the words of the sentence, what the data says and where, how it was computed, a wording that holds."""

    verdict: Verdict
    kind: str
    start: int
    stop: int
    said: str
    says: str = ""
    computed: str = ""
    place: Place = NOWHERE
    wording: str = ""
    bound: bool = False
    """Whether the whole sentence binds it so fully that neither a part of it nor numbers about something else say otherwise."""


def overlap(one: Finding, two: Finding) -> bool:
    """Whether two findings are of the same words."""
    return one.start < two.stop and two.start < one.stop


def finding_at(
    coded: Coded, span: tuple[int, int], verdict: Verdict, kind: str, says: str, *, computed: str = "", wording: str = ""
) -> Finding:
    """The finding about that part of the coded text, with the words of the sentence that stand there."""
    start, stop = coded.words(*span)
    return Finding(verdict, kind, start, stop, coded.sentence[start:stop], says, computed, wording=wording)


@dataclass(slots=True)
class Reading:
    """One reading of a sentence about one indicator."""

    coded: Coded
    book: Book
    facts: Facts
    timeline: Timeline
    carry: bool = False
    """Whether a period that belongs to one number goes on for what follows. Where the two ways differ, the kinder one counts."""
    default: When | None = None
    """The period of the sentence before, where this one goes on with it."""
    used: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    guards: tuple[tuple[int, int], ...] = ()
    pair: tuple[Figure, Figure] | None = None
    """The earlier and the later figure of a change that the sentence gives."""
    subject: str = ""
    """The series that is told of, where it is read once more as of another one than its words say first."""

    def __post_init__(self) -> None:
        self.guards = guarded(self.text, self.facts.indicator.title)

    @property
    def text(self) -> str:
        """The coded text."""
        return self.coded.text

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where the pattern stands in what is said to be so, not to be hoped for."""
        for match in pattern.finditer(self.text):
            if not self.is_guarded(match.start()) and not self.is_guarded(match.end() - 1):
                yield match

    def is_guarded(self, at: int) -> bool:
        """Whether that part of the text says what may be."""
        return any(start <= at < stop for start, stop in self.guards)

    def amount(self, index: str | int) -> Amount:
        """The number of that token."""
        return self.coded.amounts[int(index)]

    def when(self, index: str | int | None) -> When | None:
        """The period of that token."""
        return None if index is None else self.coded.whens[int(index)]

    def observations(self, when: When | None, series: str) -> tuple[Observation, ...]:
        """The observations that a period may mean; the current one where none is named."""
        when = when or self.default
        return self.timeline.meant(when, series) if when else (self.timeline.current,)

    def figures(self, when: When | None, series: str) -> list[Figure]:
        """The figures that a period may mean; where none is named, the current one."""
        return [found for each in self.observations(when, series) if (found := self.facts.figure(series, each))]

    def subject_when(self, at: int) -> When | None:
        """The period that is told of at that place: the last one named before it that is not there to be compared with."""
        found = None
        for match in re.finditer(r"@(\d+)", self.text[:at]):
            head = re.split(r"[,;#@*]", self.text[: match.start()])[-1]
            if self.coded.whens[int(match[1])].kind == "over" or (found and (self._is_whole(match) or self._is_apposed(match))):
                continue
            if WHEN.fullmatch(self.text[match.end() : at]):
                found = match
            clause = re.split(r" [,;] ", self.text[: match.start()])[-1].strip()
            if (SUBORDINATE.match(head.strip()) or RELATIVE.match(clause)) and " , " in self.text[match.end() : at]:
                continue
            if not COMPARED.search(head) and (self.carry or not BOUND.search(self.text[: match.start()])):
                found = match
        return self.when(found[1]) if found else None

    def _is_apposed(self, match: re.Match[str]) -> bool:
        """Whether a period only says more of the one before it: "in March, the last time that it was published"."""
        return self.coded.whens[int(match[1])].kind in ("previous", "last") and bool(re.search(r"@\d+ , $", self.text[: match.start()]))

    def _is_whole(self, match: re.Match[str]) -> bool:
        """Whether a period is only what something is the best or worst of: "the weakest of the year"."""
        return self.coded.whens[int(match[1])].kind == "current" and bool(re.search(r"(?<!\S)\S+st of $", self.text[: match.start()]))

    def add(self, verdict: Verdict, kind: str, span: tuple[int, int], figure: Figure | None = None, **told: str) -> None:
        """Keep a finding about that part of the coded text."""
        says = told.pop("says", "") or (figure.says if figure else "")
        found = finding_at(self.coded, span, verdict, kind, says, **told)
        self.findings.append(replace(found, place=figure.place) if figure else found)

    def clause(self, at: int) -> str:
        """The clause of the coded text around that place, between marks."""
        cuts = list(CLAUSE.finditer(self.text))
        start = max((each.start() for each in cuts if each.end() <= at + 1), default=-1)
        return self.text[start + 1 : min((each.start() for each in cuts if each.start() >= at), default=len(self.text))]

    def part(self, finding: Finding) -> str:
        """The main part of the coded text in which the finding stands: from a conjunction or semicolon to the next."""
        inside = [each for each in self.coded.spans if each[3] > finding.start and each[2] < finding.stop]
        at = inside[0][0] if inside else 0
        cuts = [0, *(each.end() for each in PARTS.finditer(self.text)), len(self.text)]
        return next(self.text[a:b] for a, b in itertools.pairwise(cuts) if a <= at < b or b == cuts[-1])

    def measures(self) -> frozenset[str]:
        """The series that the indicator has a figure of."""
        return frozenset(name for each in self.facts.observations for name, value in each.values.items() if value.number is not None)

    def names_subject(self, words: str) -> bool:
        """Whether the words hold one of the indicator's title."""
        return any(stem(each) in self.facts.words for each in words.split() if each[:1].isalpha())


def fits(amount: Amount, unit: str) -> bool:
    """Whether a number of that writing can be a figure of the unit."""
    if unit == "percent":
        return amount.unit in ("%", "share")
    if unit.startswith("GBP"):
        return amount.unit == "\u00a3"
    return amount.unit in UNIT_WORDS.get(unit, ("",))


def number_words(value: Decimal) -> str:
    """A difference as people write it: without needless zeros, a whole number without a point."""
    whole = value.to_integral_value()
    return f"{whole:,f}" if value == whole else f"{value.normalize():,f}"
