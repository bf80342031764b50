"""Counts of a table's rows: "all five results rose", "only two of the three libraries had more visits than last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.checks.facts import stem, stems
from papers.checks.language.ages import age_spans
from papers.checks.language.matching import matcher
from papers.checks.language.tallying import Member, Population, State, tally
from papers.checks.naming import table_of
from papers.checks.reading import Finding
from papers.checks.rows.placing import HIGH, LOW
from papers.checks.subjects import Candidate
from papers.checks.summaries.reading import counted
from papers.checks.summaries.states import BETTER, STILL, WORSE
from papers.dataset import Dataset, DataTable

NOUNS = r"results|questions|services|areas|groups|age groups|age bands|categories|lines|rows|measures|answers|kinds|counts"
THAN = r"(?: (?:\w+ ){0,5}than (?:in |at )?(?:last year|the year before|a year (?:ago|earlier|before)|before|in the quarter before|the quarter before|(?:in )?\d{4}/\d\d|last quarter|last time|in (?:June|September|March|December)))?"
NATIONAL = r"(?:the )?(?:national(?: average| figure)?|England average|country as a whole|average for England|nationally)"
UP = rf"(?:rose|risen|went up|gone up|increased|grew|grown|climbed|gained(?: \w+)?|(?:had|saw|drew|took|have|has|drew in|attracted|were|was|are|is) (?:more|higher|busier|up)|were up|higher)(?! than \d){THAN}"
DOWN = rf"(?:fell|fallen|went down|gone down|decreased|dropped|declined|shrank|lost(?: \w+)?|(?:had|saw|drew|took|have|has|attracted|were|was|are|is) (?:fewer|lower|quieter|down|less)|were down|lower)(?! than \d){THAN}"
SAME = rf"(?:{STILL}){THAN}"
OF_PLACE = matcher(rf"#\d+ (?:{HIGH}|{LOW}|main|top)(?!\S)")
"""A count of the first few rows, "the two busiest lines"."""
OF_MOST = matcher(r"\b(?:with|having) (?:the )?(?:most|fewest|least|highest|lowest|largest)\b")
"""What makes "the five services with most complaints" the first few, and "most" no count."""
SERVED = frozenset(("libra", "servi", "resul", "measu", "quest", "age", "deman"))
"""Stems of words for rows."""


def row_counts(dataset: Dataset, candidates: Sequence[Candidate], sentence: str) -> Iterator[Finding]:
    """Every count of the rows of a table that the sentence speaks of."""
    said = stems(sentence)
    for table in sorted(dataset.tables, key=lambda each: -len(stems(each.title) & said)):
        noun = _noun(table)
        if not re.search(rf"\b(?:{noun})\b", sentence, re.IGNORECASE) or not _is_spoken(table, said) or OF_MOST.search(sentence):
            continue
        rows = [each for each in candidates if table_of(each) == table.id and each.kind == "body"]
        bases = _bases(rows, sentence)
        for basis in bases:
            chosen = tuple(each for each in rows if each.facts.indicator.basis == basis)
            population = Population(f"(?i:{noun})", STATES, chosen)
            coded = tally(sentence, population, dict(_names(candidates, sentence)))
            if "%" in coded.parts and len(chosen) > 1 and not OF_PLACE.search(coded.text):
                unsaid = ("unknown", "false") if len(bases) > 1 else ("unknown",)
                yield from (
                    each
                    for each in counted(coded, [population], said)
                    if each.verdict not in unsaid and not _is_figure(each, noun) and not _is_beyond(each, len(chosen))
                )
                return


def _is_figure(finding: Finding, noun: str) -> bool:
    """Whether a percentage that is no share of the rows is told of something else: its own words don't say that it counts them."""
    percentage = re.search(r"\d(?:%| per ?cent\b)(.*)", finding.said)
    return finding.verdict == "false" and bool(percentage and not re.match(rf" of [^,;]*\b(?:{noun})\b", percentage[1], re.IGNORECASE))


def _is_beyond(finding: Finding, many: int) -> bool:
    """Whether it is a number of more than there are rows, and so a figure of one: "from 124 to 122"."""
    number = re.match(r"[\d,]*\d(?![.%])", finding.said)
    return finding.verdict == "false" and number is not None and int(number[0].replace(",", "")) > many


def _names(rows: Sequence[Candidate], sentence: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Where the sentence names ages, or rows by their whole title: no words and numbers of these count anything."""
    yield from ((start, (stop, "aged")) for start, stop, _ in age_spans(sentence))
    for title in {each.facts.indicator.title for each in rows}:
        yield from ((each.start(), (each.end(), "named")) for each in re.finditer(re.escape(title), sentence, re.IGNORECASE))


def _noun(table: DataTable) -> str:
    heading = table.row_heading.lower()
    plural = rf"|{heading[:-1]}ies" if heading.endswith("y") else rf"|{heading}s"
    return f"{heading}{plural}|{NOUNS}" if heading else NOUNS


def _is_spoken(table: DataTable, said: frozenset[str]) -> bool:
    """Whether the words name the table: by what its rows are called, or its title."""
    return stem(table.row_heading or "-") in said or len(stems(table.title) & said) > 1


def _bases(rows: Sequence[Candidate], sentence: str) -> list[str]:
    """The kinds of columns that the sentence names; all of them where it names none and there is one alone."""
    bases = list(dict.fromkeys(each.facts.indicator.basis for each in rows))
    named = [each for each in bases if re.search(rf"\b{re.escape(each)}\b", sentence, re.IGNORECASE)]
    return named or (bases if len(bases) == 1 else [])


def _step(candidate: Member) -> Decimal | None:
    """How far the latest figure is from the one before."""
    now = candidate.timeline.current
    before = candidate.timeline.before(now, "actual")
    new, old = now.number("actual"), before.number("actual") if before else None
    return None if new is None or old is None else new - old


def _gap(candidate: Member) -> Decimal | None:
    """How far the latest figure is from the comparator."""
    now = candidate.timeline.current
    new, other = now.number("actual"), now.number("comparator")
    return None if new is None or other is None else new - other


def _up(candidate: Member) -> bool | None:
    return None if (by := _step(candidate)) is None else by > 0


def _down(candidate: Member) -> bool | None:
    return None if (by := _step(candidate)) is None else by < 0


def _same(candidate: Member) -> bool | None:
    return None if (by := _step(candidate)) is None else by == 0


def _above(candidate: Member) -> bool | None:
    return None if (by := _gap(candidate)) is None else by > 0


def _below(candidate: Member) -> bool | None:
    return None if (by := _gap(candidate)) is None else by < 0


def _level(candidate: Member) -> bool | None:
    return None if (by := _gap(candidate)) is None else by == 0


def _at_least(candidate: Member) -> bool | None:
    return None if (by := _gap(candidate)) is None else by >= 0


STATES = (
    State(
        "at or above the comparator",
        rf"(?:(?:is|are|was|were) )?(?:equal to or (?:above|better than)|at or above|on or above|at least equal to|no worse than|no lower than|not below|level with or above) {NATIONAL}",
        _at_least,
        None,
        "national or more",
    ),
    State(
        "above the comparator",
        rf"(?:(?:is|are|was|were) )?(?:above|ahead of|higher than|better than|exceeds?|exceeded|beat|beats) {NATIONAL}",
        _above,
        None,
        "national",
    ),
    State(
        "below the comparator",
        rf"(?:(?:is|are|was|were) )?(?:below|behind|lower than|worse than|short of) {NATIONAL}",
        _below,
        None,
        "national",
    ),
    State(
        "equal to the comparator",
        rf"(?:(?:is|are|was|were) )?(?:equal to|the same as|level with|in line with|on a par with) {NATIONAL}",
        _level,
        None,
        "national",
    ),
    State("up", rf"{UP}|(?:{BETTER}){THAN}", _up, None, "step"),
    State("down", rf"{DOWN}|(?:{WORSE}){THAN}", _down, None, "step"),
    State("unchanged", SAME, _same, None, "step"),
)
