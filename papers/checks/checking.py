"""Every statement of a sentence, a paragraph, a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from papers.checks.facts import Book, Facts, book_of
from papers.checks.grounds.weighing import Grounds
from papers.checks.jury import heard, hesitant, unsure
from papers.checks.language.ages import age_spans
from papers.checks.language.coding import code, sentences
from papers.checks.language.matching import matcher
from papers.checks.language.measures import PLAIN, measures_of
from papers.checks.language.periods import Timeline
from papers.checks.openings import LaidOut
from papers.checks.parts import Parts
from papers.checks.reading import Finding, Reading
from papers.checks.rows.elsewhere import sifted
from papers.checks.rows.keeping import kept
from papers.checks.series.ranks import ranks
from papers.checks.series.runs import runs
from papers.checks.statements.aboutness import is_about, is_table
from papers.checks.statements.comparatives import comparatives
from papers.checks.statements.directions import directions
from papers.checks.statements.doubts import is_doubtful
from papers.checks.statements.levels import levels, limits
from papers.checks.statements.otherwise import kindly
from papers.checks.statements.pairs import pairs
from papers.checks.statements.ratings import ratings
from papers.checks.statements.ratios import ratios
from papers.checks.statements.relations import relations
from papers.checks.statements.sizes import sizes
from papers.checks.subjects import Candidate, Subjects, best_of, stems_of
from papers.checks.summaries.pieces import joined
from papers.dataset import Dataset
from papers.results import Assessed


def _begins(sentence: str, candidate: Candidate) -> bool:
    """Whether the sentence begins with the name of the row, or its first word."""
    first = sentence.split(maxsplit=1)[0].lower()
    return len(first) >= 5 and candidate.facts.indicator.title.lower().startswith(first)


def _worst(findings: Sequence[Finding]) -> str:
    return Checked("", tuple(findings)).verdict


def _is_named(row: Candidate, facts: Facts, said: frozenset[str]) -> bool:
    """Whether the words name the row, with half of the words that the indicator's own title has not."""
    own = row.words - facts.words
    return bool(own) and 2 * len(own & said) >= len(own)


def _ages(facts: Facts) -> set[str]:
    """The ages and school years that the title names."""
    return {name for _, _, name in age_spans(facts.indicator.title)}


def _holds_level(findings: Sequence[Finding]) -> bool:
    """Whether a figure of the indicator was found."""
    return any(each.kind == "level" and each.verdict == "true" for each in findings)


CLEARLY = 2.0
"""How many times better another indicator must be named than the one in whose block a sentence stands."""
OTHERWISE = 0.5
"""How much of another indicator's title must be named for a sentence to be about that one."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence with the statements that were found in it."""

    sentence: str
    findings: tuple[Finding, ...] = ()
    indicator: str = ""

    @property
    def verdict(self) -> str:
        """The gravest verdict: false, then rounded, then true; unknown where nothing else could be held, or is doubtful."""
        told = {each.verdict for each in self.findings}
        return next((each for each in ("false", "rounded", "true") if each in told), "unknown")


def _holding(findings: Sequence[Finding]) -> int:
    """How many statements hold."""
    return sum(each.verdict in ("true", "rounded") for each in findings)


@dataclass
class Referee:
    """Holds sentences against one report."""

    dataset: Dataset
    assessed: Assessed
    laid_out: LaidOut = tuple
    """What tells on which page each heading stands; nobody, unless it is laid out."""
    book: Book = field(init=False)
    subjects: Subjects = field(init=False)
    parts: Parts = field(init=False)

    def __post_init__(self) -> None:
        self.book = book_of(self.dataset, self.assessed)
        self.subjects = Subjects(self.dataset, self.book)
        self.parts = Parts(self.book, self.subjects, self._read, _rating_words(self.book.rating_words), self.laid_out)

    def paragraph(self, text: str, block: str) -> Iterator[tuple[int, Checked]]:
        """Every sentence of a paragraph with where it begins."""
        for start, sentence in sentences(text):
            yield start, self.sentence(sentence, block)

    def sentence(self, sentence: str, block: str) -> Checked:
        """The sentence as it stands in that block of the report."""
        head, _, rest = block.partition("/")
        own = rest.split("/")[0] if head == "indicator" else ""
        if own in self.book.facts:
            return Checked(sentence, hesitant(self._of_own(sentence, block, own), sentence), own)

        def read(text: str) -> list[Finding]:
            return list(self.parts.findings(text, block))

        own_words = list(self._pieces(sentence, block))
        explained = [(each.start, each.stop) for each in own_words if each.verdict in ("true", "rounded")]
        coded = code(sentence, PLAIN, _rating_words(self.book.rating_words))
        found = joined(unsure(heard(read(sentence), sentence, read), coded, explained), own_words)
        return Checked(sentence, hesitant(list(sifted(found, coded)) if head == "section" else found, sentence))

    def _pieces(self, sentence: str, block: str) -> Iterator[Finding]:
        """What the pieces of a summary say that are each about one indicator, read as that indicator's own sentences."""
        for each in self.parts.pieces(sentence, block):
            for one in self._of_own(sentence[each.start : each.stop], block, each.indicator):
                yield replace(one, start=one.start + each.start, stop=one.stop + each.start)

    def _of_own(self, sentence: str, block: str, own: str) -> list[Finding]:
        """The findings of a sentence about that indicator."""

        def read(text: str) -> list[Finding]:
            return [*self._of_indicator(text, own), *self.parts.anywhere(text, block)]

        facts = self.book.facts[own]
        coded = code(sentence, measures_of(facts), _rating_words(self.book.rating_words))
        found = heard(read(sentence), sentence, read)
        if self._is_of_others(sentence, own, found):
            return unsure(found, coded)
        around = tuple(each.facts for each in (*self._rows(facts), *self._beside(facts, sentence, block)))
        grounds = Grounds(Reading(coded, self.book, facts, self.book.timelines[own]), around)
        return grounds.weigh(unsure(found, coded, grounds.explained, counts=False))

    def _is_of_others(self, sentence: str, own: str, found: Sequence[Finding]) -> bool:
        """Whether the sentence names another indicator of the section, or rows of its tables."""
        facts = self.book.facts[own]
        if not _holds_level(found) and self._other(facts, sentence):
            return True
        return self._names_row(sentence, facts)

    def _names_row(self, sentence: str, facts: Facts) -> bool:
        """Whether the sentence names a row of the table that an activity indicator stands over, other than its total."""
        said = stems_of(sentence)
        return any(not each.total and _is_named(each, facts, said) for each in self._rows(facts))

    def _beside(self, facts: Facts, sentence: str, block: str) -> list[Candidate]:
        """The other indicators of the section that the sentence may be about: that it names, or of whose titles it has a word outside a block of its own."""
        said = stems_of(sentence)
        others = [each for each in self.subjects.by_section.get(facts.indicator.section, []) if "|" not in each.facts.indicator.id]
        loose = not block.startswith("indicator/")
        ages = {name for _, _, name in age_spans(sentence)} - _ages(facts)
        return [
            each
            for each in others
            if each.facts is not facts and ((loose and each.words & said) or _is_named(each, facts, said) or ages & _ages(each.facts))
        ]

    def _rows(self, facts: Facts) -> list[Candidate]:
        """The rows of the table that an activity indicator stands over."""
        if facts.indicator.kind == "kpi":
            return []
        return [each for each in self.subjects.rows_of(facts.indicator.section) if each.around & facts.words]

    def _of_indicator(self, sentence: str, indicator: str) -> Iterator[Finding]:
        facts = self.book.facts[indicator]
        own = list(self._read(sentence, facts, self.book.timelines[indicator]))
        other = None if _holds_level(own) else self._other(facts, sentence)
        if other:
            return self._read(sentence, other.facts, other.timeline)
        if facts.indicator.kind == "kpi":
            return iter(own)
        rows = self._rows(facts)
        judged = self.parts.numbers(sentence, self._candidate(facts), rows) if self._names_row(sentence, facts) else []
        return kept(judged, list(self._of_rows(sentence, facts, own, rows)))

    def _candidate(self, facts: Facts) -> Candidate:
        return next(each for each in self.subjects.by_section[facts.indicator.section] if each.facts is facts)

    def _of_rows(self, sentence: str, facts: Facts, own: Sequence[Finding], rows: Sequence[Candidate]) -> Iterator[Finding]:
        """What the sentence says of the indicator, or of the row of its table that it names."""
        said = stems_of(sentence)
        named = [
            each
            for each in rows
            if not each.total and each.words - facts.words & said and (each.words <= said | facts.words or _begins(sentence, each))
        ]
        if named:
            return iter(self.parts.about(named, sentence))
        whole = (
            self.parts.about([each for each in rows if each.total], sentence)
            if {each.kind for each in own if each.verdict == "false"} & {"level", "change"}
            and not {each.kind for each in own if each.verdict == "false"} - {"level", "change"}
            else []
        )
        better = {(each.start, each.stop) for each in whole if each.verdict in ("true", "rounded")}
        wrong = [(each.start, each.stop) for each in own if each.verdict == "false"]
        return iter(whole if _worst(whole) in ("true", "rounded") and all(each in better for each in wrong) else own)

    def _other(self, facts: Facts, sentence: str) -> Candidate | None:
        """The other indicator of the section that the sentence names far better than the one in whose block it stands."""
        candidates = [each for each in self.subjects.by_section.get(facts.indicator.section, []) if "|" not in each.facts.indicator.id]
        words = stems_of(sentence)
        named = best_of(candidates, words, CLEARLY, OTHERWISE)
        if not named or named[0].facts is facts or 2 * len(facts.words & words) > len(named[0].words & words):
            return None
        return named[0]

    def _read(self, sentence: str, facts: Facts, timeline: Timeline) -> Iterator[Finding]:
        coded = code(sentence, measures_of(facts), _rating_words(self.book.rating_words))
        first = self._pass(Reading(coded, self.book, facts, timeline))
        if all(each.verdict != "false" for each in first):
            return iter(first)
        second = self._pass(Reading(coded, self.book, facts, timeline, carry=True))
        kinder = (
            first
            if _holding(first) > _holding(second)
            else min(first, second, key=lambda found: sum(each.verdict == "false" for each in found))
        )

        def again(series: str) -> list[Finding]:
            return self._pass(Reading(coded, self.book, facts, timeline, subject=series))

        return iter(kindly(Reading(coded, self.book, facts, timeline), kinder, again))

    def _pass(self, reading: Reading) -> list[Finding]:
        """The findings of one reading; what may be about something else is not called false."""
        coded = reading.coded
        if " respectively " not in f" {coded.text} " and not is_table(reading):
            for rule in (limits, relations, ratios, pairs, sizes, comparatives, runs, directions, ranks, ratings, levels):
                rule(reading)
        doubtful = [
            each for each in reading.findings if each.verdict == "false" and (is_doubtful(reading, each) or not is_about(reading, each))
        ]
        return [replace(each, verdict="unknown") if each in doubtful else each for each in reading.findings]


@lru_cache
def _rating_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of ratings as they are written: with a capital, or all in capitals."""
    return matcher(rf"(?:{'|'.join(each for word in words for each in (re.escape(word), re.escape(word.upper())))})\b")
