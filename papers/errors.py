"""Every kind of problem, its sentence, its fix and its exit code, in one table.

A problem is found by code anywhere below; its words come from here alone, so that a kind reads the same wherever it is
found, can be documented and can be tested. `problem("missing-column", place, column="period_end")` makes one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "contradiction", "advice"]

LEVELS: tuple[Level, ...] = ("error", "contradiction", "advice")
"""Most serious first. An error builds nothing; a contradiction builds and is noted; advice is advice."""

EXIT_GOOD = 0
EXIT_ERRORS = 1
EXIT_USAGE = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its level, its sentence and what to do, both with {names} to fill."""

    level: Level
    sentence: str
    fix: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands: a file, in it a sheet, a row (the header is row 1), a column by its name, or a block of a paper."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    block: str | None = None

    def __str__(self) -> str:
        parts = [self.file, self.sheet and f"sheet {self.sheet}", self.row and f"row {self.row}", self.column and f"column {self.column}"]
        return ", ".join(str(part) for part in [*parts, self.block] if part)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem on its place, worded. `value` is what stands there, `data` what the data says instead."""

    level: Level
    code: str
    place: Place
    message: str
    fix: str
    value: str | None = None
    verdict: str | None = None
    data: str | None = None

    def as_json(self) -> dict[str, object]:
        """The problem with the keys of the schema papers.check/1."""
        where = {name: getattr(self.place, name) for name in ("file", "sheet", "row", "column", "block")}
        said = {"value": self.value, "message": self.message, "fix": self.fix, "verdict": self.verdict, "data": self.data}
        return {"level": self.level, "code": self.code, **where, **said}


class PapersError(Exception):
    """Work that stops, with every problem that stopped it (never only the first)."""

    exit_code = EXIT_ERRORS

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{p.place}: {p.message} {p.fix}".lstrip(": ") for p in self.problems))


KINDS: dict[str, Kind] = {
    # --- files and folders
    "no-such-file": Kind("error", "There is no {name}.", "Check the name, or make the file."),
    # --- commands
    "already-there": Kind("error", "{name} is there already.", "Choose another name, or move what is there."),
    "no-such-paper": Kind("error", "There is no paper or section called {name}.", "Choose from: {choices}."),
    "not-writable": Kind("error", "The folder {name} can't be written to.", "Choose another folder with --out, or ask for the right to write there."),
    "open-elsewhere": Kind("error", "{name} can't be replaced: it is open in another program.", "Close it in Word or the PDF reader and build again."),
    "still-awaited": Kind("error", "{what} is awaited{owner}.", "Fill it in, or build a draft without --final."),
}
"""Every kind by its code. docs/problems.md is written from it and a test keeps the two alike."""


def problem(code: str, place: Place = NOWHERE, *, value: str | None = None, data: str | None = None, **words: object) -> Problem:
    """The problem of kind `code` on `place`, its sentence and fix filled with `words` and `value`. KeyError for an unknown code."""
    kind = KINDS[code]
    filled = {"value": value, "data": data, **words}
    return Problem(kind.level, code, place, kind.sentence.format(**filled), kind.fix.format(**filled), value=value, data=data)
