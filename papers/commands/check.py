"""`papers check`: every problem of a report folder, in its data, its words and its style, most serious first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from papers.assess import rule_problems
from papers.commands.answering import answers_of, unanswered
from papers.commands.report import Report, open_report
from papers.errors import EXIT_ERRORS, EXIT_GOOD, LEVELS, Level, PapersError, Problem, problem
from papers.intake import read_partly

Part = Literal["data", "words", "style"]
PARTS: tuple[Part, ...] = ("data", "words", "style")
"""What is checked: the data and the rules, statements against the data, sentences against the house style."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The problems found, most serious first and then by place; `statements` counts the sentences by verdict.

    `failing` is the least grave level that fails the check.
    """

    problems: tuple[Problem, ...]
    statements: Mapping[str, int] = field(default_factory=dict)
    failing: Level = "error"

    @property
    def counts(self) -> dict[str, int]:
        """How many of each level."""
        return {level: sum(p.level == level for p in self.problems) for level in LEVELS}

    @property
    def exit_code(self) -> int:
        """1 where there is a problem of the level that fails the check, or of a graver one; else 0."""
        failing = LEVELS[: LEVELS.index(self.failing) + 1]
        return EXIT_ERRORS if any(p.level in failing for p in self.problems) else EXIT_GOOD

    def as_json(self) -> dict[str, object]:
        """The schema papers.check/1."""
        told = {"statements": dict(self.statements)} if self.statements else {}
        return {"schema": "papers.check/1", "counts": self.counts, **told, "problems": [p.as_json() for p in self.problems]}


def check(folder: Path, part: Part | None = None) -> Checked:
    """Every problem of the report in `folder`, or of one part of it; nothing is raised for what is wrong with the data.

    Words and style are checked where the data can be read and rated, and it is told where it can't. What somebody accepted, or
    switched off, is not told again.
    """
    try:
        report = open_report(folder, sealed=False)
    except PapersError as stopped:
        return Checked(in_order(_stopped(folder, stopped.problems, part)))
    answers, unclear = answers_of(folder)
    data = (*unclear, *(unanswered(data_problems(report), answers) if part in (None, "data") else ()))
    if part == "data":
        return Checked(in_order(data))
    from papers.commands.check_words import words_of

    problems, statements = words_of(folder, report, answers, part)
    return Checked(in_order((*data, *problems)), statements)


def data_problems(report: Report) -> tuple[Problem, ...]:
    """What is wrong with the data that stops nothing: as it is read and rated, and held against itself."""
    from papers.checks.inside import inside

    return (*report.problems, *inside(report.dataset, report.assessed))


def _stopped(folder: Path, stopping: Iterable[Problem], part: Part | None) -> Iterable[Problem]:
    """What is told of a report that can't be read or rated: its errors, of its data what nobody answered, what was not checked."""
    others = tuple(_others(folder))
    answers, unclear = answers_of(folder)
    found = dict.fromkeys([*stopping, *others, *unclear])
    kept = unanswered(found, answers) if part in (None, "data") else (each for each in found if each.level == "error")
    return (*kept, problem("not-checked"))


def _others(folder: Path) -> Iterable[Problem]:
    """What else is wrong with a report that can't be read or rated: the data's problems and the rules', of all that can be read."""
    try:
        dataset, problems = read_partly(folder)
    except PapersError as nothing:
        return nothing.problems
    return (*problems, *(rule_problems(dataset) if dataset else ()))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Most serious first; within a level by file and row, as an analyst walks through a file."""
    return tuple(sorted(problems, key=lambda p: (LEVELS.index(p.level), p.place.file or "", p.place.sheet or "", p.place.row or 0)))
