"""What drafting draws from: a report's data and ratings, indexed once so that a paper costs no more than its size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from papers.assess import with_filled
from papers.dataset import (
    Dataset,
    DataTable,
    Directorate,
    FloorRule,
    Indicator,
    Narrative,
    Observation,
    PreviousRating,
    ReportInfo,
    ReportSection,
    SeriesInfo,
)
from papers.narrative.phrases import Phrases, phrases_of
from papers.published import Changes
from papers.records import changes_of
from papers.results import Assessed, Assessment

T = TypeVar("T")

INDICATOR = "indicator/"
"""How the keys of parts of an indicator's commentary begin."""


@dataclass(frozen=True, slots=True)
class Material:
    """A dataset and its ratings, with what belongs together found by key."""

    dataset: Dataset
    assessed: Assessed
    observations: Mapping[str, tuple[Observation, ...]]
    series: Mapping[str, tuple[SeriesInfo, ...]]
    floors: Mapping[str, tuple[FloorRule, ...]]
    narrative: Mapping[str, Narrative]
    tables: Mapping[str, DataTable]
    indicators: Mapping[str, Indicator]
    by_section: Mapping[str, tuple[Indicator, ...]]
    parts: Mapping[str, tuple[Narrative, ...]]
    """Authored parts of an indicator's commentary, by its id."""
    previous: Mapping[str, PreviousRating]
    phrases: Phrases
    """The words of computed sentences."""
    changes: Changes | None = None
    """How the indicators differ from the last report's, where its record is named."""

    @property
    def info(self) -> ReportInfo:
        """What the report says of itself."""
        return self.dataset.info

    @property
    def joiners(self) -> tuple[str, ...]:
        """The ids of indicators that the last report did not have, where its record says so and no rating of before is typed."""
        found = self.assessed.by_indicator
        return tuple(name for name in self.changes.joiners if found[name].previous_rating is None) if self.changes else ()

    @property
    def unheld(self) -> tuple[str, ...]:
        """The ids of indicators whose rating can't be held against the last report's: new ones, and those without a new result."""
        return (*self.joiners, *(self.changes.not_due if self.changes else ()))

    def of(self, indicator: Indicator) -> tuple[Observation, ...]:
        """The indicator's observations, earliest first, with the targets and ranges that are filled in between those given."""
        return self.observations.get(indicator.id, ())

    def given(self, indicator: Indicator) -> tuple[Observation, ...]:
        """The indicator's observations as the data give them, earliest first."""
        return self.dataset.of(indicator.id) if indicator.target_between else self.of(indicator)

    def assessment(self, indicator: Indicator) -> Assessment:
        """What was found of the indicator. KeyError for one that is no key performance indicator."""
        return self.assessed.by_indicator[indicator.id]

    def unit(self, indicator: Indicator) -> str:
        """The unit of the series that is rated."""
        named = (each.unit for each in self.series.get(indicator.id, ()) if each.name == indicator.measure)
        return next(named, indicator.unit)

    def extras(self, indicator: Indicator, kind: str) -> tuple[SeriesInfo, ...]:
        """The indicator's comparators or extra rows, in order."""
        return tuple(each for each in self.series.get(indicator.id, ()) if each.kind == kind)

    def sections(self, directorate: Directorate) -> tuple[ReportSection, ...]:
        """The directorate's sections in order; itself as its only section where it lists none."""
        own = sorted((s for s in self.dataset.sections if s.directorate == directorate.slug), key=lambda s: s.order)
        alone = ReportSection(directorate.slug, directorate.slug, directorate.title, directorate.order, directorate.officers)
        return tuple(own) or (alone,)

    def within(self, sections: Iterable[ReportSection], kind: str | None = None) -> tuple[Indicator, ...]:
        """The indicators of those sections, in the sections' order; of one kind where asked."""
        found = (i for section in sections for i in self.by_section.get(section.slug, ()))
        return tuple(i for i in found if kind in (None, i.kind))

    def of_directorate(self, directorate: Directorate, kind: str | None = None) -> tuple[Indicator, ...]:
        """All indicators of the directorate, in report order."""
        return self.within(self.sections(directorate), kind)


def material(dataset: Dataset, assessed: Assessed) -> Material:
    """The dataset and its ratings, indexed."""
    observations = _grouped(dataset.observations, lambda o: o.indicator)
    ordered = {key: tuple(sorted(found, key=lambda o: o.period.end)) for key, found in observations.items()}
    return Material(
        dataset,
        assessed,
        ordered | {each.id: tuple(with_filled(each, ordered.get(each.id, ()))) for each in dataset.indicators if each.target_between},
        _grouped(dataset.series, lambda s: s.indicator),
        _grouped(dataset.floors, lambda f: f.indicator),
        {part.key: part for part in dataset.narrative},
        {table.id: table for table in dataset.tables},
        {indicator.id: indicator for indicator in dataset.indicators},
        _grouped(dataset.indicators, lambda i: i.section),
        _grouped((part for part in dataset.narrative if part.key.startswith(INDICATOR)), lambda part: part.key.split("/")[1]),
        {each.indicator: each for each in dataset.previous},
        phrases_of(dataset),
        changes_of(dataset, assessed),
    )


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {each: tuple(found) for each, found in groups.items()}
