"""Sentences that stand in no indicator's block: counts, risks, and statements about what their words name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from papers.checks.coding import code
from papers.checks.counts import Counts
from papers.checks.facts import Book, Facts
from papers.checks.measures import PLAIN
from papers.checks.pairs import ordered
from papers.checks.periods import Timeline
from papers.checks.reading import Finding
from papers.checks.register import Register
from papers.checks.risks import Risks
from papers.checks.subjects import Candidate, Subjects, best_of, is_several, stems_of

Read = Callable[[str, Facts, Timeline], Iterable[Finding]]
"""Reads a sentence as one about those facts."""


@dataclass(frozen=True)
class Parts:
    """Holds the sentences of summaries, sections and the register of risks."""

    book: Book
    subjects: Subjects
    read: Read
    ratings: re.Pattern[str]

    @cached_property
    def counts(self) -> Counts:
        """Counts of indicators."""
        return Counts(self.book.dataset, self.book.assessed)

    @cached_property
    def register(self) -> Register:
        """Counts of risks and actions."""
        return Register(self.book.dataset)

    @cached_property
    def risks(self) -> Risks:
        """Single risks and actions."""
        return Risks(self.book.dataset)

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """The findings of the sentence as it stands in that block."""
        if block.startswith("risks"):
            yield from self.risks.findings(sentence)
            yield from self.register.findings(sentence, block)
            return
        counted = list(self.counts.findings(sentence, block))
        yield from counted
        if counted:
            return
        candidates = self.subjects.of(block)
        if not named_of(candidates, sentence):
            yield from ordered(code(sentence, PLAIN, self.ratings))
            return
        pieces = _pieces(candidates, sentence)
        several = len(pieces) == 1 and is_several(candidates, stems_of(sentence))
        for piece, offset in pieces:
            for each in self.about(named_of(candidates, piece), piece):
                if not (each.verdict == "false" and (several or not self._is_sure(candidates, piece))):
                    yield replace(each, start=each.start + offset, stop=each.stop + offset)

    def _is_sure(self, candidates: Sequence[Candidate], piece: str) -> bool:
        """Whether the words name the indicator so fully that a wrong figure is no other one's."""
        words = stems_of(piece)
        if any(each.verdict in ("true", "rounded") and each.kind == "level" for each in self.about(named_of(candidates, piece), piece)):
            return True
        return any(2 * len(each.words & words) >= len(each.words) for each in named_of(candidates, piece))

    def about(self, named: Sequence[Candidate], sentence: str) -> list[Finding]:
        """The findings about the likeliest of the candidates of one name: the one with fewest that are false."""
        tries = [list(self.read(sentence, each.facts, each.timeline)) for each in named]
        tries = [each for each in tries if any(one.verdict != "unknown" for one in each)] or tries
        return min(tries, key=lambda found: sum(each.verdict == "false" for each in found), default=[])


def named_of(candidates: Sequence[Candidate], sentence: str) -> list[Candidate]:
    """The candidates that the sentence names."""
    return best_of(candidates, stems_of(sentence))


def _pieces(candidates: Sequence[Candidate], sentence: str) -> list[tuple[str, int]]:
    """The sentence in pieces that are each about something of their own; whole where they are not."""
    cuts = [each.end() for each in re.finditer(r"(?:, (?:and|but|while|whereas) |; | while | whereas )", sentence)]
    edges = [0, *cuts, len(sentence)]
    pieces = [(sentence[a:b], a) for a, b in itertools.pairwise(edges)]
    named = [frozenset(each.facts.indicator.title for each in named_of(candidates, piece)) for piece, _ in pieces]
    if len(pieces) > 1 and len(set(named)) == len(pieces) and all(named):
        return pieces
    return _halves(candidates, sentence)


def _halves(candidates: Sequence[Candidate], sentence: str) -> list[tuple[str, int]]:
    """The sentence in two, where both halves name something of their own; whole where they do not."""
    for cut in re.finditer(r"(?: and |, | but )", sentence):
        first, second = (named_of(candidates, each) for each in (sentence[: cut.start()], sentence[cut.end() :]))
        if first and second and first[0].facts.indicator.title != second[0].facts.indicator.title:
            return [(sentence[: cut.start()], 0), (sentence[cut.end() :], cut.end())]
    return [(sentence, 0)]
