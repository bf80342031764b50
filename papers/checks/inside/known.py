"""What every check of the data against itself looks at: histories of figures, and how finely they are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from papers.dataset import Dataset, Indicator, Observation, SeriesInfo
from papers.results import Assessed

ACTUAL, TARGET = "actual", "target"
SET = frozenset({TARGET, "floor", "lower", "upper", "unrounded"})
"""Series that are set by somebody, or repeat the actual, and so may well be the same from period to period."""

Point = tuple[Observation, Decimal]
"""A figure with the period that it stands in."""

TEN = Decimal(10)


@dataclass(frozen=True)
class Known:
    """A report with its observations by indicator, earliest first."""

    dataset: Dataset
    assessed: Assessed
    observed: Mapping[str, Sequence[Observation]]

    @cached_property
    def series(self) -> Mapping[str, Mapping[str, SeriesInfo]]:
        """The further series by indicator and name."""
        found: dict[str, dict[str, SeriesInfo]] = {}
        for each in self.dataset.series:
            found.setdefault(each.indicator, {})[each.name] = each
        return found

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators by id."""
        return {each.id: each for each in self.dataset.indicators}

    def points(self, indicator: str, series: str = ACTUAL) -> list[Point]:
        """The figures of the series that are told exactly, earliest first."""
        found = ((each, each.values.get(series)) for each in self.observed.get(indicator, ()))
        return [(each, value.number) for each, value in found if value and value.number is not None and not value.qualifier]

    def unit(self, indicator: Indicator, series: str) -> str:
        """The unit of the series."""
        own = self.series.get(indicator.id, {}).get(series)
        return own.unit if own else indicator.unit

    def label(self, indicator: Indicator, series: str) -> str:
        """The series of the indicator as a sentence names it."""
        own = self.series.get(indicator.id, {}).get(series)
        what = f"{own.label} of " if own else "" if series == ACTUAL else f"{series} of "
        return f"{what}{named(indicator)}"


def known_of(dataset: Dataset, assessed: Assessed) -> Known:
    """The report as the checks look at it."""
    observed: dict[str, list[Observation]] = {}
    for each in dataset.observations:
        observed.setdefault(each.indicator, []).append(each)
    return Known(dataset, assessed, {name: sorted(found, key=lambda each: each.period.end) for name, found in observed.items()})


def named(indicator: Indicator) -> str:
    """The indicator as analysts and readers know it."""
    return f"{indicator.name} ({indicator.id})"


def grain(numbers: Iterable[Decimal]) -> Decimal:
    """How finely the numbers are told: 0.1 where one has a decimal, 1, or 10, 100 ... where all of them are such round ones."""
    exponents = [_exponent(each) for each in numbers if each]
    return TEN ** min(exponents) if exponents else Decimal(1)


def _exponent(number: Decimal) -> int:
    """The place of the last digit that tells something: decimals as typed, and no zeros at the end of a whole number."""
    typed = int(number.as_tuple().exponent)
    return typed if typed < 0 else int(number.normalize().as_tuple().exponent)


def months(earlier: Observation, later: Observation) -> int:
    """How many months lie between the ends of two periods."""
    first, last = earlier.period.end, later.period.end
    return 12 * (last.year - first.year) + last.month - first.month
