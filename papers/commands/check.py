"""`papers check`: every problem of a report folder, most serious first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from papers.assess import rule_problems
from papers.commands.report import open_report
from papers.errors import EXIT_ERRORS, EXIT_GOOD, LEVELS, PapersError, Problem
from papers.intake import read_partly


@dataclass(frozen=True, slots=True)
class Checked:
    """The problems found, most serious first and then by place."""

    problems: tuple[Problem, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each level."""
        return {level: sum(p.level == level for p in self.problems) for level in LEVELS}

    @property
    def exit_code(self) -> int:
        """1 where there is an error, else 0."""
        return EXIT_ERRORS if self.counts["error"] else EXIT_GOOD

    def as_json(self) -> dict[str, object]:
        """The schema papers.check/1."""
        return {"schema": "papers.check/1", "counts": self.counts, "problems": [p.as_json() for p in self.problems]}


def check(folder: Path) -> Checked:
    """Every problem of the report in `folder`, errors included: nothing is raised for what is wrong with the data."""
    try:
        return Checked(in_order(open_report(folder).problems))
    except PapersError as stopped:
        return Checked(in_order(dict.fromkeys([*stopped.problems, *_others(folder)])))


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
