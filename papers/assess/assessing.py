"""A report's assessment: every key performance indicator's ratings and direction, and their counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from papers.assess.counting import as_published, counts
from papers.assess.held import with_filled
from papers.assess.overrides import override_problems
from papers.assess.ratings import Subject, assessment
from papers.assess.schemes import book_of, previous_problems, scheme_of, scheme_problems, unknown, with_former
from papers.dataset import Dataset, Directorate, Indicator
from papers.errors import PapersError, Problem, problem
from papers.published import PublishedReport
from papers.records import published_as
from papers.results import Assessed, Assessment, Scheme
from papers.risks import risk_scheme_of, score_problems
from papers.rules import RuleBook
from papers.travel import METHODS, option_problems

T = TypeVar("T")


def assess(dataset: Dataset, book: RuleBook | None = None) -> Assessed:
    """Every key performance indicator's ratings and direction, and their counts, by the report's scheme or that of `book`.

    PapersError with every error that stops it: an unknown scheme or method, an unclear scheme, an override of nothing, an
    impossible risk score.
    """
    errors = rule_problems(dataset)
    if errors:
        raise PapersError(errors)
    return assessed_by(dataset, book or book_of(dataset))


def assessed_by(dataset: Dataset, book: RuleBook) -> Assessed:
    """The report by the scheme of `book`, where nothing stops that: its own scheme need not be clear."""
    before = {each.indicator: each.rating for each in dataset.previous}
    found = {subject.indicator.id: _assessed(subject, before, dataset.record) for subject in _subjects(dataset, book)}
    counted = counts(found.values(), book.scheme)
    return Assessed(with_former(book.scheme, dataset), found, as_published(counted, dataset.record) if dataset.record else counted)


def _assessed(subject: Subject, before: Mapping[str, str | None], record: PublishedReport | None) -> Assessment:
    """The indicator's assessment beside what was published of its own period before, where that is known.

    The record of the last report knows it of each indicator, also that there was none; typed ratings add what it lacks.
    """
    name, scheme = subject.indicator.id, subject.scheme
    typed = _is_another(before.get(name), scheme, subject.info.previous_scheme not in {"", scheme.name})
    found = replace(assessment(subject, before.get(name)), previous_known=name in before, previous_other=typed)
    if record is None:
        return found
    published = published_as(subject.indicator, record)
    last = published.rated_before(found.current.period.end) if published else None
    if last is None:
        return replace(found, previous_known=True)
    other = _is_another(last.rating, scheme, (last.rule or record.rule) != scheme.rule)
    return replace(found, previous_rating=last.rating, previous_known=True, previous_other=other)


def _is_another(rating: str | None, scheme: Scheme, is_named: bool) -> bool:  # noqa: FBT001 - a fact about the rating, not a switch
    """Whether the rating was given by another scheme: one that is named, or that alone has its word."""
    return rating is not None and (is_named or all(band.word != rating for band in scheme.bands))


def rule_problems(dataset: Dataset) -> list[Problem]:
    """Everything that keeps the rules from being applied: schemes, methods, overrides, impossible risk scores."""
    errors = [each for each in score_problems(dataset.risks, risk_scheme_of(dataset)) if each.level == "error"]
    found = scheme_problems(dataset)
    errors += found or previous_problems(dataset)
    errors += _override_problems(dataset)
    if dataset.info.direction not in METHODS:
        errors.append(unknown("unknown-direction", dataset.info.direction, METHODS))
    errors += [
        problem("unknown-direction", replace(each.place, column="method"), value=each.method, choices=", ".join(METHODS))
        for each in dataset.indicators
        if each.method and each.method not in METHODS
    ]
    return errors + list(option_problems(dataset.info.travel))


def _override_problems(dataset: Dataset) -> list[Problem]:
    """What is wrong with overrides, where it is clear which ratings there are."""
    try:
        scheme = scheme_of(dataset)
    except PapersError:
        return []
    return override_problems(dataset, scheme)


def _subjects(dataset: Dataset, book: RuleBook) -> Iterator[Subject]:
    """What rating each indicator needs, found by one pass over each table so that cost grows with the report's size."""
    observations = _grouped(dataset.observations, lambda each: each.indicator)
    floors = _grouped(dataset.floors, lambda each: each.indicator)
    series = _grouped(dataset.series, lambda each: each.indicator)
    overrides = _grouped(dataset.overrides, lambda each: each.indicator)
    for indicator in kpis(dataset):
        seen = with_filled(indicator, sorted(observations[indicator.id], key=lambda each: each.period.end))
        given = {each.period_end: each for each in overrides[indicator.id]}
        yield Subject(indicator, seen, floors[indicator.id], series[indicator.id], book, dataset.info, given)


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> defaultdict[str, list[T]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def kpis(dataset: Dataset) -> tuple[Indicator, ...]:
    """The key performance indicators in report order: by directorate, by section, then as listed."""
    ordered = [indicator for directorate in dataset.directorates for indicator in kpis_of(dataset, directorate)]
    return tuple(ordered)


def kpis_of(dataset: Dataset, directorate: Directorate) -> tuple[Indicator, ...]:
    """The directorate's key performance indicators in report order; a directorate without sections is its own."""
    own = sorted((each for each in dataset.sections if each.directorate == directorate.slug), key=lambda each: each.order)
    slugs = [each.slug for each in own] or [directorate.slug]
    return tuple(each for slug in slugs for each in dataset.indicators if each.kind == "kpi" and each.section == slug)
