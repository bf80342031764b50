"""Sentences that stand in no indicator's block: counts, risks, and statements about what their words name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from papers.checks.arithmetic import arithmetic
from papers.checks.columns import Columns
from papers.checks.counts import Counts
from papers.checks.facts import Book, Facts
from papers.checks.forecasts import forecasts
from papers.checks.language.ages import age_spans
from papers.checks.language.coding import code
from papers.checks.language.figures import is_figures
from papers.checks.language.matching import matcher
from papers.checks.language.measures import PLAIN
from papers.checks.language.numerals import WORD_NUMBER
from papers.checks.language.periods import Timeline
from papers.checks.naming import Mention, framed, mentions, strays
from papers.checks.openings import LaidOut, Openings
from papers.checks.reading import Finding, overlap
from papers.checks.references import References
from papers.checks.risks.register import Register
from papers.checks.risks.singles import Risks
from papers.checks.risks.words import A_RISK, OF_REGISTER
from papers.checks.rows.borne import borne_out
from papers.checks.rows.carried import goes_on, is_carried, is_step
from papers.checks.rows.choosing import (
    NAMED,
    gives_other,
    is_among_rows,
    is_denied,
    is_literal,
    is_of_total,
    is_percentage,
    is_sure,
    is_whole,
    meant_by,
)
from papers.checks.rows.counts import row_counts
from papers.checks.rows.gaps import gaps
from papers.checks.rows.judging import judged_of
from papers.checks.rows.keeping import kept, kindest, without_parts
from papers.checks.rows.quantified import left_out
from papers.checks.rows.scene import scene_of, whole_of
from papers.checks.statements.pairs import ordered
from papers.checks.subjects import Candidate, Subjects, stems_of
from papers.checks.summaries.outlines import Outlines
from papers.checks.summaries.pieces import Piece
from papers.checks.summaries.states import NOUN

TOLD_BEFORE = matcher(r"\b(?:is|are|was|were|rose|fell|met|missed)\b.* (?:and|with) ")
"""Before a name that something else has been told of."""
THERE = matcher(r"(?:[^\s,;]+ ){0,6}there (?:were|are|was|is) ")
PARTED = matcher(rf"(?:; |,? while |,? whereas |,? although |,? though |, but |, and (?={THERE.pattern}))")
"""Where a sentence of a section can be cut into statements about one indicator each."""
TOLD = ("rating", "direction", "target")
"""What a summary's own reading tells of single indicators."""
Read = Callable[[str, Facts, Timeline], Iterable[Finding]]
"""Reads a sentence as one about those facts."""


@dataclass(frozen=True)
class Parts:
    """Holds the sentences of summaries, sections and the register of risks."""

    book: Book
    subjects: Subjects
    read: Read
    ratings: re.Pattern[str]
    laid_out: LaidOut

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

    @cached_property
    def references(self) -> References:
        """What can be pointed at."""
        return References(self.book.dataset, Openings(self.laid_out))

    @cached_property
    def outlines(self) -> Outlines:
        """The report itself: its parts, its period, what was restated."""
        return Outlines(self.book.dataset, self.counts.parts)

    @cached_property
    def columns(self) -> Columns:
        """Tables of budgets and forecasts."""
        return Columns(self.book.dataset)

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """The findings of the sentence as it stands in that block; none of a row of figures."""
        if is_figures(sentence):
            return
        yield from self.anywhere(sentence, block)
        yield from self.outlines.findings(sentence, block)
        if block.startswith("risk") or self._is_of_risks(sentence, block):
            told = self.risks.findings(sentence, block)
            yield from told
            yield from self.register.findings(sentence, block, {each.start for each in told if each.kind == "risk"})
            return
        in_section = block.startswith("section")
        counted = self._counted(sentence, block)
        yield from counted
        if any(each.kind == "count" and not (in_section and each.verdict == "unknown") for each in counted):
            yield from gaps(scene_of(code(sentence, PLAIN, self.ratings), self.subjects.of(block))) if in_section else ()
            return
        budget = list(self.columns.findings(sentence, block))
        yield from budget
        single = self._subjects(sentence, self.subjects.of(block))
        if budget:
            yield from (one for one in single if one.kind == "change" and not any(overlap(one, each) for each in budget))
        else:
            yield from (one for one in single if one.kind not in TOLD or not any(overlap(one, each) for each in counted))

    def _counted(self, sentence: str, block: str) -> list[Finding]:
        """Counts of indicators; of a section that has fewer than a number that is given, only where they are named."""
        found = [each for each in without_parts(list(self.counts.findings(sentence, block))) if not self._is_told_otherwise(each, block)]
        if not block.startswith("section") or re.search(NOUN, sentence):
            return found
        many = len(self.counts.of(block).members)
        return [each for each in found if not (each.kind == "count" and _gives_more(each, many))]

    def _is_told_otherwise(self, finding: Finding, block: str) -> bool:
        """Whether what is called false may be told of figures: a side of a target, or a percentage of a section that an indicator has."""
        if finding.verdict != "false":
            return False
        if finding.kind == "target":
            return is_literal(finding, self.book.facts)
        own = self.subjects.of(block) if block.startswith("section") else ()
        return finding.kind == "count" and is_percentage(finding, [each.facts for each in own])

    def pieces(self, sentence: str, block: str) -> Iterator[Piece]:
        """The pieces of a summary that are each about one indicator; of a section's sentence, the parts that name one alone."""
        if block.startswith("risk") or is_figures(sentence) or self._is_of_risks(sentence, block):
            return
        if not block.startswith("section"):
            yield from self.counts.pieces(sentence, block)
            return
        found: list[Piece] = []
        edges = [0, *(each.end() for each in PARTED.finditer(sentence)), len(sentence)]
        for start, stop in itertools.pairwise(edges):
            if found and not THERE.match(sentence, start) and not mentions(self.subjects.of(block), sentence[start:stop]):
                found[-1] = replace(found[-1], stop=stop)
            else:
                found.append(Piece(start, stop, self._single(sentence[start:stop], block)))
        yield from (each for each in found if each.indicator)

    def _single(self, sentence: str, block: str) -> str:
        """The one indicator that the sentence names; "" where it names none, several, one with a table, or tells of a budget."""
        candidates = self.subjects.of(block)
        rows, wholes = framed(mentions(candidates, sentence), stems_of(sentence))
        named = {each.facts.indicator.id: each.facts for mention in (*rows, *wholes) for each in mention.candidates}
        if len(named) != 1 or any(each.cover < NAMED for each in rows) or strays(candidates, sentence, (*rows, *wholes)):
            return ""
        if any(self.columns.findings(sentence, block)) or any(each.kind == "count" for each in self.counts.findings(sentence, block)):
            return ""
        ((own, facts),) = named.items()
        if TOLD_BEFORE.search(sentence[: max(each.stop for each in (*rows, *wholes))]):
            return ""
        if gives_other(sentence, facts, candidates) or any(row_counts(self.book.dataset, candidates, sentence)):
            return ""
        return (
            "" if any("|" in each.facts.indicator.id and (each.facts is facts or each.around & facts.words) for each in candidates) else own
        )

    def _is_of_risks(self, sentence: str, block: str) -> bool:
        """Whether a sentence of the summary tells of the register: it names its risks, or counts them."""
        if not block.startswith(("summary", "foreword")) or not self.book.dataset.risks:
            return False
        return bool(OF_REGISTER.search(sentence)) or bool(A_RISK.search(sentence) and self.risks.names.mentions(sentence))

    def anywhere(self, sentence: str, block: str) -> Iterator[Finding]:
        """What is held in every block: cross-references, and the sentence's own sums."""
        yield from self.references.findings(sentence, block)
        if len(NUMBERS.findall(sentence)) > FEW:
            yield from arithmetic(code(sentence, PLAIN, self.ratings))

    def _subjects(self, sentence: str, candidates: Sequence[Candidate]) -> Iterator[Finding]:
        """Statements about the indicators and rows that the sentence names: over several of them, then of each in its piece."""
        rows, _ = framed(mentions(candidates, sentence), stems_of(sentence))
        coded = code(sentence, PLAIN, self.ratings)
        judged = judged_of(scene_of(coded, candidates))
        if not rows:
            yield from kept(judged, list(ordered(coded)))
            return
        counted = list(row_counts(self.book.dataset, candidates, sentence))
        if counted:
            yield from counted
            return
        over = list(forecasts(coded, rows[0].candidates if len(rows) == 1 else ()))
        single = []
        joined = False
        out = [each for each in rows if left_out(sentence, each.start, each.stop)]
        strange = [start for start, _ in strays(candidates, sentence, rows)] + [each.start for each in out]
        rows = [each for each in rows if each not in out]
        for piece, offset, named in _pieces(rows, sentence):
            found = [replace(each, start=each.start + offset, stop=each.stop + offset) for each in self._of_piece(piece, named, sentence)]
            beyond = min((each for each in strange if named and each > named[0].stop), default=len(sentence))
            single += [each for each in found if each.verdict != "false" or not (joined or beyond < each.start)]
            joined = not NUMBERS.search(piece) and len(piece[named[-1].stop - offset :].split()) < FEW if named else False
        for each in kept(judged, list(kindest(over, single))):
            yield replace(each, verdict="unknown") if each.verdict == "false" and _is_narrower(candidates, sentence) else each

    def _of_piece(self, piece: str, named: Sequence[Mention], sentence: str) -> Iterator[Finding]:
        """The findings of a piece; where it names several things, or too little of one, nothing of it is called false."""
        if not named:
            return
        chosen = meant_by(named[0], sentence)
        found = borne_out(self.about(chosen, piece), chosen)
        sure = len(named) == 1 and is_sure(chosen, named[0], found)
        at, is_part = sentence.find(piece), bool(FLOW.search(sentence))
        before, own = (code(each, PLAIN, self.ratings) for each in (sentence[:at], piece))
        yield from (
            each
            for each in found
            if each.verdict != "false"
            or (
                sure
                and not is_denied(each, piece)
                and not goes_on(each, piece, named[0].stop - at, found)
                and not is_carried(each, before, own, chosen)
                and not is_step(each, before, piece, named[0].stop - at)
                and not is_among_rows(each, piece, chosen)
                and not (is_part and each.kind == "level")
                and not ELSEWHERE.search(piece[each.stop : named[0].start - at])
                and not is_whole(each, piece, chosen)
                and not is_of_total(each, piece, chosen)
            )
        )

    def numbers(self, sentence: str, own: Candidate, candidates: Sequence[Candidate]) -> list[Finding]:
        """What the numbers of the sentence say of an activity indicator and the rows of the table that breaks it down."""
        return judged_of(scene_of(code(sentence, PLAIN, self.ratings), [own, *candidates]), whole_of(own, candidates))

    def about(self, named: Sequence[Candidate], sentence: str) -> list[Finding]:
        """The findings about the likeliest of the candidates of one name: the one with fewest that are false."""
        tries = [list(self.read(sentence, each.facts, each.timeline)) for each in named]
        tries = [each for each in tries if any(one.verdict != "unknown" for one in each)] or tries
        best = min(
            tries,
            key=lambda found: (-sum(each.kind == "range" for each in found), sum(each.verdict == "false" for each in found)),
            default=[],
        )
        right = [one for each in tries if each is not best for one in each if one.verdict in ("true", "rounded")]
        return [each for each in best if each.verdict != "false" or not any(one.kind == each.kind and overlap(one, each) for one in right)]


def _gives_more(finding: Finding, many: int) -> bool:
    """Whether the words called a false count give a number beyond how many there are: "fell to 74%, 11 below target"."""
    return finding.verdict == "false" and any(float(each) > many for each in re.findall(r"\d+(?:\.\d+)?", finding.said.replace(",", "")))


FLOW = matcher(
    r"\b(?:became|becoming|began|joined|left|ended|started|newly|of (?:these|those|whom|which|them)|among (?:these|those|them))\b",
    re.IGNORECASE,
)
"""Words of what came and went, or of a part, which is no figure of how many there are."""


def _is_narrower(candidates: Sequence[Candidate], sentence: str) -> bool:
    """Whether the sentence tells of an age of which a table by age has no figure."""
    known = {span for each in candidates for _, _, span in age_spans(each.facts.indicator.title)}
    return len(known) > 1 and any(span not in known for _, _, span in age_spans(sentence))


NUMBERS = matcher(rf"\d[\d,.]*|\b{WORD_NUMBER}\b|\b(?:half|third|quarter|fifth)s?\b", re.IGNORECASE)
ELSEWHERE = matcher(r",|;| (?:while|whereas|but|although|though) | and (?:rose|fell|went|grew|up|down|increased|decreased|dropped)\b")
"""Between what is told and a name after it that it may not be told of."""
FEW = 2
"""Numbers of a sentence that no sum can be made of."""
CUT = matcher(r"(?:, (?:and|but|while|whereas) |; | while | whereas | and |, | but | against )")


def _pieces(rows: Sequence[Mention], sentence: str) -> Iterator[tuple[str, int, list[Mention]]]:
    """The sentence in pieces, each with where it begins and what it names: cut before what is named next, where it can be cut."""
    edges = [0]
    for one, two in itertools.pairwise(rows):
        cuts = [each.end() for each in CUT.finditer(sentence, one.stop, two.start + 1)]
        if cuts:
            edges.append(cuts[-1])
    for start, stop in itertools.pairwise([*edges, len(sentence)]):
        yield sentence[start:stop], start, [each for each in rows if start <= each.start < stop]
