"""Which indicator, or row of a table, a sentence of a section is about: the one whose title's telling words it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from papers.checks.facts import STOP, Book, Facts, stem, stems
from papers.checks.language.periods import Timeline
from papers.checks.supplements import row_facts, table_words
from papers.dataset import Dataset

SYNONYMS = {
    "workforce": "staff",
    "employees": "staff",
    "headcount": "staff",
    "leavers": "turnover",
    "dole": "claiming",
    "schoolchildren": "pupils",
    "defects": "defects",
}
"""Words of officers for words of titles."""

LEAST_SHARE = 0.3
CLEARLY = 1.3


@dataclass(frozen=True, eq=False)
class Candidate:
    """What a sentence may be about, with the words that name it and those of the table it stands in."""

    facts: Facts
    timeline: Timeline
    words: frozenset[str]
    around: frozenset[str] = frozenset()
    total: bool = False
    kind: str = "body"
    """Of a row of a table: body, subtotal or total."""


@dataclass
class Subjects:
    """The candidates of each part of a report."""

    dataset: Dataset
    book: Book
    by_section: dict[str, list[Candidate]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, facts in self.book.facts.items():
            group, _, own = facts.indicator.title.rpartition(": ")
            total = bool(group) and own.lower().startswith("total")
            self._add(facts.indicator.section, Candidate(facts, self.book.timelines[key], facts.words, stems(group), total))
        for table in self.dataset.tables:
            for row in table.rows:
                for facts, timeline in row_facts(self.dataset, table, row):
                    self._add(table.section, Candidate(facts, timeline, facts.words, table_words(table), row.kind == "total", row.kind))

    def _add(self, section: str, candidate: Candidate) -> None:
        self.by_section.setdefault(section, []).append(candidate)

    def of(self, block: str) -> list[Candidate]:
        """Those of the section or directorate that the block belongs to; all indicators for a block of the whole report."""
        slug = next((each for each in block.split("/")[1:] if each in self.by_section or each in self._directorates()), "")
        sections = [each.slug for each in self.dataset.sections if each.directorate == slug] if slug else []
        if slug:
            return [each for name in dict.fromkeys([slug, *sections]) for each in self.by_section.get(name, [])]
        return [each for own in self.by_section.values() for each in own if "|" not in each.facts.indicator.id]

    def rows_of(self, section: str) -> list[Candidate]:
        """The rows of the section's tables."""
        return [each for each in self.by_section.get(section, []) if "|" in each.facts.indicator.id]

    def _directorates(self) -> frozenset[str]:
        return frozenset(each.slug for each in self.dataset.directorates)


def best_of(candidates: Sequence[Candidate], words: Iterable[str], clearly: float = CLEARLY, least: float = LEAST_SHARE) -> list[Candidate]:
    """The candidates that the words name best; none where they name none well. Several where they are rows of one name."""
    said = frozenset(words)
    spread = _spread(candidates)
    scored = [(score(each, said, spread, least), each) for each in candidates]
    scored = sorted((each for each in scored if each[0] > 0), key=lambda each: -each[0])
    if not scored:
        return []
    top = scored[0][0]
    first = [each for points, each in scored if points * clearly >= top]
    names = {each.facts.indicator.title for each in first}
    return first if len(names) == 1 else []


def score(candidate: Candidate, said: frozenset[str], spread: Mapping[str, int], least: float = LEAST_SHARE) -> float:
    """How well the words name the candidate: what they share, rare words counting more, and how much of its title that is."""
    whole = sum(1 / spread[word] for word in candidate.words) or 1
    shared = sum(1 / spread[word] for word in candidate.words & said)
    extra = 0.1 * len(candidate.around & said)
    if shared / whole < least:
        return 0.0
    return shared + shared / whole + extra


def _spread(candidates: Sequence[Candidate]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    titles: set[str] = set()
    for each in candidates:
        if each.facts.indicator.title in titles:
            continue
        titles.add(each.facts.indicator.title)
        for word in each.words:
            found[word] = found.get(word, 0) + 1
    return found


def stems_of(text: str) -> frozenset[str]:
    """The stems of all words of a sentence."""
    return frozenset(
        stem(SYNONYMS.get(each.lower(), each))
        for each in text.replace("-", " ").replace(",", " ").replace(".", " ").split()
        if each.lower() not in STOP
    )
