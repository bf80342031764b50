"""Rules applied to a dataset: every rating, direction and count of a report, and what was published that they contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from papers.assess.contradictions import contradictions
from papers.assess.counting import counts
from papers.assess.ratings import Subject, assessment
from papers.dataset import Dataset, Directorate, Indicator
from papers.errors import PapersError, Problem, problem
from papers.results import Assessed, Scheme
from papers.risks import score_problems, shipped_risk_scheme
from papers.rules import SHIPPED, shipped_scheme
from papers.travel import METHODS

__all__ = ["assess", "contradictions", "counts", "kpis", "kpis_of", "scheme_of"]

T = TypeVar("T")


def scheme_of(dataset: Dataset) -> Scheme:
    """The rating scheme that the report names. PapersError where there is none of that name."""
    try:
        return shipped_scheme(dataset.info.scheme)
    except KeyError:
        raise PapersError([_unknown("unknown-scheme", dataset.info.scheme, SHIPPED)]) from None


def _unknown(code: str, value: str, choices: Iterable[str]) -> Problem:
    return problem(code, value=value, choices=", ".join(choices))


def assess(dataset: Dataset) -> Assessed:
    """Every key performance indicator's ratings and direction, and their counts.

    PapersError with every error that stops it: an unknown scheme or method, an impossible risk score.
    """
    _refuse(dataset)
    scheme = scheme_of(dataset)
    before = {each.indicator: each.rating for each in dataset.previous}
    found = {subject.indicator.id: assessment(subject, before.get(subject.indicator.id)) for subject in _subjects(dataset, scheme)}
    return Assessed(scheme, found, counts(found.values(), scheme))


def _refuse(dataset: Dataset) -> None:
    errors = [each for each in score_problems(dataset.risks, shipped_risk_scheme()) if each.level == "error"]
    if dataset.info.scheme not in SHIPPED:
        errors.append(_unknown("unknown-scheme", dataset.info.scheme, SHIPPED))
    if dataset.info.direction not in METHODS:
        errors.append(_unknown("unknown-direction", dataset.info.direction, METHODS))
    if errors:
        raise PapersError(errors)


def _subjects(dataset: Dataset, scheme: Scheme) -> Iterator[Subject]:
    """What rating each indicator needs, found by one pass over each table so that cost grows with the report's size."""
    observations = _grouped(dataset.observations, lambda each: each.indicator)
    floors = _grouped(dataset.floors, lambda each: each.indicator)
    series = _grouped(dataset.series, lambda each: each.indicator)
    for indicator in kpis(dataset):
        seen = sorted(observations[indicator.id], key=lambda each: each.period.end)
        rules = (floors[indicator.id], series[indicator.id], scheme, dataset.info.direction, dataset.info.period_end)
        yield Subject(indicator, seen, *rules)


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
