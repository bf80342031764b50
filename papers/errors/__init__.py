"""Every kind of problem, its sentence, its fix and its exit code, in one table.

A problem is found by code anywhere below; its words come from here alone, so that a kind reads the same wherever it is
found, can be documented and can be tested. `problem("missing-column", place, column="period_end")` makes one.
"""

from papers.errors.kinds import KINDS
from papers.errors.problems import EXIT_ERRORS, EXIT_GOOD, EXIT_USAGE, LEVELS, NOWHERE, Kind, Level, PapersError, Place, Problem

__all__ = [
    "EXIT_ERRORS",
    "EXIT_GOOD",
    "EXIT_USAGE",
    "KINDS",
    "LEVELS",
    "NOWHERE",
    "Kind",
    "Level",
    "PapersError",
    "Place",
    "Problem",
    "problem",
]


def problem(code: str, place: Place = NOWHERE, *, value: str | None = None, data: str | None = None, **words: object) -> Problem:
    """The problem of kind `code` on `place`, its sentence and fix filled with `words` and `value`. KeyError for an unknown code.

    A sentence has a place for a hint, which is empty unless it is given.
    """
    kind = KINDS[code]
    filled = {"value": value, "data": data, "hint": "", **words}
    return Problem(kind.level, code, place, _ended(kind.sentence.format(**filled)), kind.fix.format(**filled), value=value, data=data)


def _ended(sentence: str) -> str:
    """The sentence without a full stop after its question mark."""
    return sentence[:-1] if sentence.endswith("?.") else sentence
