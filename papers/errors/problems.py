"""A problem: how grave it is, where it stands, what to do; and the error that stops work with all of them."""

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
    """Where a thing stands: a file, in it a sheet, a row (the header is row 1), a column by its name, or a block of a paper.

    In a TOML file the row is a line and the column a key.
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    block: str | None = None

    def __str__(self) -> str:
        if (self.file or "").lower().endswith(".toml"):
            lines = [self.file, self.row and f"line {self.row}", self.column and f"key {self.column}", self.block]
            return ", ".join(part for part in lines if part)
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
    name: str | None = None
    """A short name to answer it by, where it can be answered."""

    def as_json(self) -> dict[str, object]:
        """The problem with the keys of the schema papers.check/1."""
        where = {name: getattr(self.place, name) for name in ("file", "sheet", "row", "column", "block")}
        said = {
            "value": self.value,
            "message": self.message,
            "fix": self.fix,
            "verdict": self.verdict,
            "data": self.data,
            "name": self.name,
        }
        return {"level": self.level, "code": self.code, **where, **said}


class PapersError(Exception):
    """Work that stops, with every problem that stopped it (never only the first)."""

    exit_code = EXIT_ERRORS

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{p.place}: {p.message} {p.fix}".lstrip(": ") for p in self.problems))

    def __reduce__(self) -> tuple[type[PapersError], tuple[tuple[Problem, ...]]]:
        """Crosses from one process to another with its problems, not only its words."""
        return type(self), (self.problems,)
