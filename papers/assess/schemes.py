"""The rating schemes that a report can name: the shipped ones and its own."""

from __future__ import annotations

from collections.abc import Iterable

from papers.dataset import Dataset
from papers.errors import PapersError, Problem, problem
from papers.results import Scheme
from papers.rules import COMPARE, SHIPPED, RuleBook, read_book, shipped_book


def scheme_of(dataset: Dataset) -> Scheme:
    """The rating scheme that the report names. PapersError where there is none of that name, or it is not clear."""
    return book_of(dataset).scheme


def book_of(dataset: Dataset, name: str = "") -> RuleBook:
    """The scheme of that name, or the one that the report names, with its rules.

    PapersError where there is none of that name, or with everything that is wrong with it.
    """
    name = name or dataset.info.scheme
    own = {each.name: each for each in dataset.schemes}
    if name in own:
        return read_book(own[name], own)
    if name not in SHIPPED:
        raise PapersError([unknown("unknown-scheme", name, [*SHIPPED, *own])])
    return shipped_book(name)


def scheme_problems(dataset: Dataset) -> list[Problem]:
    """What is wrong with the report's own schemes, with the name of the one in force, and with which figure is compared."""
    own = {each.name: each for each in dataset.schemes}
    problems: list[Problem] = []
    if dataset.info.compare not in {"", *COMPARE}:
        problems.append(unknown("unknown-compare", dataset.info.compare, COMPARE))
    for each in dataset.schemes:
        if each.name in SHIPPED:
            problems.append(problem("scheme-unclear", each.place, value=each.name, why="a scheme of that name comes with the program"))
        try:
            read_book(each, own)
        except PapersError as found:
            problems += found.problems
    if dataset.info.scheme not in {*SHIPPED, *own}:
        problems.append(unknown("unknown-scheme", dataset.info.scheme, [*SHIPPED, *own]))
    return list(dict.fromkeys(problems))


def unknown(code: str, value: str, choices: Iterable[str]) -> Problem:
    """A problem of a name that is not among the choices."""
    return problem(code, value=value, choices=", ".join(choices))
