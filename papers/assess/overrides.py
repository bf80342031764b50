"""Overrides held against the report: each is of a rating of the scheme and of a period that is due, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from papers.dataset import Dataset
from papers.errors import Problem, problem
from papers.results import Assessed, Scheme


def override_problems(dataset: Dataset, scheme: Scheme) -> list[Problem]:
    """Overrides that name no rating of the scheme or no period of the indicator that is due, and periods that are overridden twice."""
    return list(_problems(dataset, scheme))


def _problems(dataset: Dataset, scheme: Scheme) -> Iterator[Problem]:
    words = [band.word for band in scheme.bands]
    periods = {(each.indicator, each.period.end) for each in dataset.observations} if dataset.overrides else set()
    seen = set()
    for each in dataset.overrides:
        key, end = (each.indicator, each.period_end), each.period_end.isoformat()
        if each.rating is not None and each.rating not in words:
            yield problem("override-unknown-rating", replace(each.place, column="rating"), value=each.rating, choices=", ".join(words))
        if key not in periods or each.period_end > dataset.info.period_end:
            yield problem("override-nowhere", replace(each.place, column="period_end"), value=end, indicator=each.indicator)
        if key in seen:
            yield problem("override-twice", each.place, value=end, indicator=each.indicator)
        seen.add(key)


def needless_overrides(dataset: Dataset, assessed: Assessed) -> Iterator[Problem]:
    """Overrides that give the rating that the rule gives."""
    for name in dict.fromkeys(each.indicator for each in dataset.overrides):
        for rated in assessed.by_indicator[name].history if name in assessed.by_indicator else ():
            if rated.override and rated.rating == rated.computed:
                words = {"indicator": rated.indicator, "period": rated.period.spoken}
                yield problem("override-needless", rated.override.place, value=rated.rating or "not rated", **words)
