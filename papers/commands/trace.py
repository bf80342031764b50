"""`papers trace`: every number of the papers with the cell, computation or text of the data that it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from papers.commands.files import reported
from papers.commands.report import Report, open_report
from papers.errors import EXIT_ERRORS, EXIT_GOOD, PapersError, Place
from papers.readers.word import Read, read_word
from papers.tracing import Traced, Tracer
from papers.tracing.numbers import From, Judge

ORDER = get_args(From)
"""What numbers come from, in the order in which it is counted."""


@dataclass(frozen=True, slots=True)
class TracedPaper:
    """One paper's numbers in reading order."""

    name: str
    numbers: tuple[Traced, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many numbers come from what."""
        return {comes: sum(each.comes == comes for each in self.numbers) for comes in ORDER}

    @property
    def untraced(self) -> tuple[Traced, ...]:
        """The numbers that nothing is known of."""
        return tuple(each for each in self.numbers if each.comes == "untraced")

    def as_json(self) -> dict[str, object]:
        """The paper with the keys of the schema papers.trace/1."""
        return {"paper": self.name, "counts": self.counts, "numbers": [each.as_json() for each in self.numbers]}


@dataclass(frozen=True, slots=True)
class Traces:
    """The numbers of every paper that was asked for."""

    papers: tuple[TracedPaper, ...]

    @property
    def exit_code(self) -> int:
        """1 where a number can't be traced, else 0."""
        return EXIT_ERRORS if any(each.untraced for each in self.papers) else EXIT_GOOD

    def as_json(self) -> dict[str, object]:
        """The schema papers.trace/1."""
        return {"schema": "papers.trace/1", "papers": [each.as_json() for each in self.papers]}


def trace(source: Path, report: Path | None = None) -> Traces:
    """Trace the papers of the report in the folder `source`, or one Word file by the data of `report`. PapersError where one can't be read."""
    found = open_report(report or source)
    tracer = Tracer(found.dataset, found.assessed, found.problems, _judge(found), settings=_settings(report or source))
    if report:
        return Traces((TracedPaper(source.name, tuple(tracer.trace(_read(source).document))),))
    from papers.commands.compose import composer_for
    from papers.drafting import papers_of

    composer = composer_for(found, (source if source.is_dir() else source.parent) / "templates")
    papers = (composer.paper(info) for info in papers_of(found.dataset))
    return Traces(tuple(TracedPaper(each.info.name, tuple(tracer.trace(each.document))) for each in papers))


def _settings(source: Path) -> Place:
    """Where the report's settings stand: in its folder, or in its workbook."""
    return Place(file="report.toml") if source.is_dir() else Place(file=source.name, sheet="report")


def _judge(report: Report) -> Judge:
    """What says of a text how many of its sentences agree with the data: "2 true, 1 unknown"."""
    from papers.checks.checking import Referee

    referee = Referee(report.dataset, report.assessed)

    def judge(text: str, block: str) -> str:
        verdicts = Counter(checked.verdict for _, checked in referee.paragraph(text, block))
        return ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))

    return judge


def _read(path: Path) -> Read:
    with reported(path):
        data = path.read_bytes()
    try:
        return read_word(data)
    except PapersError as refused:
        raise PapersError(replace(each, place=replace(each.place, file=path.name)) for each in refused.problems) from refused


def lines(traces: Traces, *, everything: bool = False) -> Iterator[str]:
    """A line of counts for each paper; under it the numbers that nothing is known of, or with `everything` each number."""
    for paper in traces.papers:
        yield f"{paper.name}: " + ", ".join(f"{count} {name}" for name, count in paper.counts.items() if count)
        for each in paper.numbers if everything else paper.untraced:
            origin = ", ".join(filter(None, (str(each.place), each.says, each.key)))
            shown = f"{each.number} in \u201c{each.shown}\u201d" if each.number else each.shown
            yield f"  {each.comes}: {each.block}: {shown}" + (f" ({origin})" if origin else "")
