"""The rating schemes that a report can name: the shipped ones and its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from difflib import get_close_matches
from typing import Any, cast

from papers.dataset import Dataset, SchemeText
from papers.errors import PapersError, Problem, problem
from papers.published import PublishedRating
from papers.results import Band, Scheme
from papers.rules import BUILT_IN, COMPARE, DECIMALS, NUMBERS, ONE_CASE, SHIPPED, RuleBook, read_book, shipped_book


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
            problems += _strange_bounds(dataset, each, read_book(each, own))
        except PapersError as found:
            problems += found.problems
    if dataset.info.scheme not in {*SHIPPED, *own}:
        problems.append(unknown("unknown-scheme", dataset.info.scheme, [*SHIPPED, *own]))
    return list(dict.fromkeys(problems))


def _strange_bounds(dataset: Dataset, written: SchemeText, book: RuleBook) -> Iterator[Problem]:
    """Numbers that the rules of the scheme name and that neither a period nor a series of the report has."""
    series = {*(each.name for each in dataset.series), *(name for each in dataset.observations for name in each.values)}
    known = {*NUMBERS, *BUILT_IN, *series}
    for name in sorted(book.needs - known - {ONE_CASE, DECIMALS}):
        near = get_close_matches(name, sorted(known), 1)
        meant = f"; {near[0]} may be meant" if near else ""
        why = f"its rules name {name}, which is no limit or setting of the scheme and no series of the report{meant}"
        yield problem("scheme-unclear", written.place, value=written.name, why=why)


def with_former(scheme: Scheme, dataset: Dataset) -> Scheme:
    """The scheme with the bands of other schemes that the last report's ratings are in."""
    words = {*(each.rating for each in dataset.previous), *(each.rating for each in _on_record(dataset))} - {
        band.word for band in scheme.bands
    }
    others = [*(band for book in _books(dataset) for band in book.scheme.bands), *_bands(dataset)] if words - {None} else []
    former = {band.word: band for band in reversed(others) if band.word in words}
    return replace(scheme, former=tuple(former.values())) if former else scheme


def _on_record(dataset: Dataset) -> Iterator[PublishedRating]:
    """Every rating that the record of the last report holds."""
    if dataset.record:
        yield from (rated for each in dataset.record.indicators for rated in each.ratings)


def _bands(dataset: Dataset) -> list[Band]:
    """The bands that the last report was rated in, in its own words and colours."""
    names = [one.name for one in fields(Band)]
    given = [{name: band[name] for name in names if name in band} for band in dataset.record.bands] if dataset.record else []
    return [Band(**cast("dict[str, Any]", band)) for band in given]


def previous_problems(dataset: Dataset) -> list[Problem]:
    """Ratings of the last report that are those of no scheme there is."""
    words = {band.word for band in book_of(dataset).scheme.bands}
    strange = [each for each in dataset.previous if each.rating is not None and each.rating not in words]
    words |= {band.word for book in _books(dataset) for band in book.scheme.bands} if strange else set()
    words |= {band.word for band in _bands(dataset)}
    return [
        problem("previous-rating-unknown", replace(each.place, column="rating"), value=each.rating, choices=", ".join(sorted(words)))
        for each in strange
        if each.rating not in words
    ]


def _books(dataset: Dataset) -> list[RuleBook]:
    """Every scheme there is, the report's own first."""
    return [book_of(dataset, name) for name in (*(each.name for each in dataset.schemes), *SHIPPED)]


def unknown(code: str, value: str, choices: Iterable[str]) -> Problem:
    """A problem of a name that is not among the choices."""
    return problem(code, value=value, choices=", ".join(choices))
