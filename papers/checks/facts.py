"""What the data says of one indicator, as statements need it: figures by measure and period, ratings, and the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from papers.checks.language.amounts import Amount, holds
from papers.checks.language.periods import Timeline
from papers.dataset import Dataset, Indicator, Observation, Period, SeriesInfo
from papers.errors import Place
from papers.results import Assessed, Assessment
from papers.wording import with_unit

STOP = frozenset(
    re.findall(
        r"\S+",
        """
a an and are as at average be been by count each excluding for from has have in into is it its kent least more number of on or
other over per percentage proportion rate rolling rule same than that the their these this those to total under was were which who
whose with within quarter quarterly month months year years basis only new all any one two three end ending last first second time
times council county reported
""",
    )
)
"""Words of titles that tell nothing."""

STEM = 5


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The beginning of the word, alike for "adopted" and "adoption", "repairs" and "repaired"."""
    plain = word.lower().replace("\u2019", "'").replace("-", "").removesuffix("'s")
    return plain[:STEM] if len(plain) > STEM else plain.removesuffix("s")


@lru_cache(maxsize=1 << 11)
def stems(text: str) -> frozenset[str]:
    """The stems of the telling words of the text."""
    return frozenset(stem(each) for each in re.findall(r"[^\W\d_](?:[^\W\d_]|['\u2019-])+", text) if each.lower() not in STOP)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the data: its measure as words, the observation it stands in, the number and its unit, its cell."""

    measure: str
    name: str
    observation: Observation
    number: Decimal
    unit: str
    place: Place
    qualifier: str = ""
    """"<" of a figure that is only known to be less."""

    @property
    def says(self) -> str:
        """The figure with its measure and period: "the target of December 2013 is 75%"."""
        return f"{self.measure} for {self.observation.period.spoken} is {with_unit(self.number, self.unit)}"


class Facts:
    """An indicator's figures and ratings."""

    def __init__(
        self,
        indicator: Indicator,
        observations: Sequence[Observation],
        series: Sequence[SeriesInfo],
        assessed: Assessment | None,
    ) -> None:
        self.indicator, self.assessment = indicator, assessed
        self.series = tuple(series)
        self.observations = tuple(observations)
        self._figures: dict[tuple[str, Period], Figure | None] = {}
        self._rated = {each.period: each for each in assessed.history} if assessed else {}
        self.others: tuple[tuple[Decimal, str], ...] = ()
        """Further figures of the table in which it stands, with their units: a sum, a column that is no period, another row."""

    def allows(self, amount: Amount) -> bool:
        """Whether the amount is one of the further figures."""
        return any(holds(amount, number, unit) != "false" for number, unit in self.others)

    @property
    def unit(self) -> str:
        """The indicator's unit."""
        return self.indicator.unit

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its titles."""
        return stems(f"{self.indicator.title} {self.indicator.short_title}")

    @cached_property
    def known_words(self) -> frozenset[str]:
        """The stems of its titles, basis, unit, source, note and series."""
        labels = " ".join(each.label for each in self.series)
        more = f"{labels} {self.indicator.title} {self.indicator.group} {self.indicator.unit} {self.indicator.data_source} {self.indicator.note}"
        return self.words | frozenset(stem(each) for each in re.findall(r"[A-Za-z]{3,}", more))

    def figure(self, name: str, observation: Observation | None) -> Figure | None:
        """The figure of that series in that period; a target as the report rates by it, also where it is filled in between two."""
        if observation is None:
            return None
        key = (name, observation.period)
        if key not in self._figures:
            self._figures[key] = self._figure(name, observation)
        return self._figures[key]

    def _figure(self, name: str, observation: Observation) -> Figure | None:
        number = observation.number(name)
        place = observation.place_of(name)
        rated = self._rated.get(observation.period)
        if number is None and name == "target":
            filled = rated.target if rated else None
            number, place = (
                (self.indicator.measure_target, self.indicator.place) if filled is None else (filled, rated.place if rated else place)
            )
        if number is None and name == "floor":
            number, place = (rated.floor if rated else None), observation.place
        if number is None:
            return None
        value = observation.values.get(name)
        return Figure(self.measure_words(name), name, observation, number, self.unit_of(name), place, value.qualifier if value else "")

    def unit_of(self, name: str) -> str:
        """The unit of a series."""
        return next((each.unit for each in self.series if each.name == name), self.unit)

    def measure_words(self, name: str) -> str:
        """The series in words."""
        if name == "actual":
            return "the figure"
        label = next((each.label for each in self.series if each.name == name), "")
        return f"the figure of \u201c{label}\u201d" if label else f"the {name}"

    def all(self, names: Iterable[str]) -> list[Figure]:
        """Every figure of those series."""
        return [found for each in self.observations for name in names if (found := self.figure(name, each))]


@dataclass(frozen=True)
class Book:
    """The facts of every indicator of a report, by id, with the timeline of each, and what the report counts."""

    dataset: Dataset
    assessed: Assessed
    facts: Mapping[str, Facts]
    timelines: Mapping[str, Timeline]

    @cached_property
    def spread(self) -> Mapping[str, int]:
        """How many indicators have each stem in their titles."""
        found: dict[str, int] = {}
        for each in self.facts.values():
            for word in each.words:
                found[word] = found.get(word, 0) + 1
        return found

    @cached_property
    def rating_words(self) -> tuple[str, ...]:
        """The words of ratings, best first."""
        return tuple(band.word for band in self.assessed.scheme.bands)


def book_of(dataset: Dataset, assessed: Assessed) -> Book:
    """The facts of every indicator that has a figure."""
    grouped: dict[str, list[Observation]] = {}
    for each in dataset.observations:
        grouped.setdefault(each.indicator, []).append(each)
    series: dict[str, list[SeriesInfo]] = {}
    for info in dataset.series:
        series.setdefault(info.indicator, []).append(info)
    facts: dict[str, Facts] = {}
    timelines: dict[str, Timeline] = {}
    for indicator in dataset.indicators:
        seen = tuple(sorted(grouped.get(indicator.id, ()), key=lambda o: o.period.end))
        known = [o for o in seen if o.number("actual") is not None and o.period.end <= dataset.info.period_end]
        if not known:
            continue
        facts[indicator.id] = Facts(indicator, seen, series.get(indicator.id, ()), assessed.by_indicator.get(indicator.id))
        timelines[indicator.id] = Timeline(seen, known[-1], dataset.info.period_end, indicator.frequency == "annual")
    return Book(dataset, assessed, facts, timelines)
