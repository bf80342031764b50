"""What is found while reading: one problem for each mistake, and one for a habit that a whole column has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from papers.errors import PapersError, Place, Problem, problem

MANY = 5
"""Rows that a collected problem names before it says how many more there are."""


@dataclass(slots=True)
class _Habit:
    place: Place
    value: str
    data: str
    rows: list[int]


@dataclass(slots=True)
class Findings:
    """Problems in the order in which they were found; those of a habit come once for each column, on its first cell."""

    found: list[Problem] = field(default_factory=list)
    habits: dict[tuple[str, str | None, str | None, str | None], _Habit] = field(default_factory=dict)

    def add(self, code: str, place: Place, **words: Any) -> None:  # noqa: ANN401 - the words that fill a sentence are of any kind
        """A problem of its own."""
        self.found.append(problem(code, place, **words))

    def tally(self, code: str, place: Place, value: str, data: str) -> None:
        """One more cell of a habit: the first one's value and what was read for it stand as the example."""
        key = (code, place.file, place.sheet, place.column)
        self.habits.setdefault(key, _Habit(place, value, data, [])).rows.append(place.row or 0)

    def all(self) -> tuple[Problem, ...]:
        """Every problem: those on their own, then habits."""
        told = (
            problem(code, habit.place, value=habit.value, data=habit.data, cells=cells(habit.rows))
            for (code, *_), habit in self.habits.items()
        )
        return (*self.found, *told)

    def stop_on_errors(self) -> tuple[Problem, ...]:
        """The problems that stop nothing. PapersError with every problem where one is an error."""
        problems = self.all()
        if any(one.level == "error" for one in problems):
            raise PapersError(problems)
        return problems


def cells(rows: list[int]) -> str:
    """How many cells, and in which rows: "One cell", "3 cells (rows 2, 5, 9)"."""
    if len(rows) == 1:
        return "One cell"
    return f"{len(rows)} cells ({rows_named(rows)})"


def rows_named(rows: list[int]) -> str:
    """The first few rows: "rows 2, 5, 9 and 12 more"."""
    named = ", ".join(str(row) for row in rows[:MANY])
    more = f" and {len(rows) - MANY} more" if len(rows) > MANY else ""
    return f"row{'s' if len(rows) > 1 else ''} {named}{more}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one most likely means, or None."""
    import difflib

    by_fold = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


def hint(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that suggests the nearest known word: ": did you mean CS01?", or nothing."""
    near = nearest(word, known)
    return f": did you mean {near}?" if near else ""
