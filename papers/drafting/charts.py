"""Charts as data: bars of what was achieved with target and comparators, activity between its thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from papers.dataset import Indicator, Observation, SeriesInfo, Value
from papers.document import Chart, Series, SeriesKind
from papers.drafting.axis import MOST_STEPS, ticks
from papers.drafting.ids import indicator_id
from papers.wording import number_format, shown, shown_value

BAR, TARGET, COMPARATORS, THRESHOLD = "#12436D", "#F46A25", ("#28A197", "#801650"), "#801650"
"""The Government Analysis Function's categorical colours (domain notes, section 8); four series are the most a chart has."""

HEIGHT, LOW_HEIGHT, SMALL_HEIGHT, TINY_HEIGHT = 170, 120, 140, 78
"""Points: a KPI's chart, the same where much stands below it and where it shares its page, an activity chart, a chart in a cell."""

COMPUTED: frozenset[SeriesKind] = frozenset({"mean", "limit", "trend"})
"""Kinds of series whose numbers have more decimals than the figures that they are computed from."""

LEAST_BARS = 2
"""One bar shows nothing that its figure does not."""

LEAST_POINTS = 3
"""An activity chart needs this many figures: two make a line that only looks like a trend."""


class Measure(NamedTuple):
    """The series that a chart is of, and its unit."""

    key: str
    unit: str


def performance_chart(
    indicator: Indicator, observations: Sequence[Observation], comparators: Iterable[SeriesInfo], alt: str, *, height: int = HEIGHT
) -> Chart | None:
    """Bars of the actuals, the target dashed, an expected range dotted, comparators as thin lines; None with too few figures.

    A comparator in another unit has no place on this axis.
    """
    actual = series_of("Actual", "bar", observations, "actual", unit=indicator.unit, colour=BAR)
    if count(actual) < LEAST_BARS:
        return None
    target = ended(series_of("Target", "target", observations, "target", unit=indicator.unit, colour=TARGET), "Target")
    ranged = thresholds(indicator, observations)
    alike = [info for info in comparators if info.unit == indicator.unit]
    others = [comparator_of(info, observations, colour) for info, colour in zip(alike, COMPARATORS, strict=False)]
    series = [actual, *(each for each in (target, *others) if count(each)), *ranged]
    return chart_of(indicator, observations, series, alt, height=height, from_zero=True)


def small_chart(indicator: Indicator, observations: Sequence[Observation], alt: str) -> Chart | None:
    """The chart for a cell: bars without labels (its row has the figures), the target by its name, few ticks."""
    actual = series_of("Actual", "bar", observations, "actual", unit=indicator.unit, colour=BAR)
    if count(actual) < LEAST_BARS:
        return None
    target = series_of("Target", "target", observations, "target", unit=indicator.unit, colour=TARGET)
    series = [replace(actual, labels=(None,) * len(observations)), *([replace(target, end_label="Target")] if count(target) else [])]
    return chart_of(indicator, observations, series, alt, height=TINY_HEIGHT, from_zero=True, most=2)


def activity_chart(indicator: Indicator, observations: Sequence[Observation], alt: str) -> Chart | None:
    """Activity as a line between its thresholds, or as bars where none are set; None where there are too few figures."""
    told = [o for o in observations if _is_told(o)]
    ranged = thresholds(indicator, told)
    actual = series_of("Actual", "line" if ranged else "bar", told, "actual", unit=indicator.unit, colour=BAR)
    if count(actual) < LEAST_POINTS:
        return None
    return chart_of(indicator, told, [actual, *ranged], alt, height=SMALL_HEIGHT, from_zero=not ranged)


def _is_told(observation: Observation) -> bool:
    """Whether there is anything to draw of the period: a figure, a threshold, or the gap of a suppressed figure."""
    actual = observation.values.get("actual")
    return any(observation.number(key) is not None for key in ("actual", "upper", "lower")) or (actual is not None and actual.is_suppressed)


def thresholds(indicator: Indicator, observations: Sequence[Observation]) -> list[Series]:
    """The ends of the expected range that are set, upper first as they stand in the chart."""
    both = (("Upper threshold", "upper"), ("Lower threshold", "lower"))
    drawn = [series_of(name, "threshold", observations, key, unit=indicator.unit, colour=THRESHOLD) for name, key in both]
    return [ended(each, each.name) for each in drawn if count(each)]


def chart_of(
    indicator: Indicator,
    observations: Sequence[Observation],
    series: Sequence[Series],
    alt: str,
    *,
    height: int,
    from_zero: bool,
    most: int = MOST_STEPS,
    measure: Measure | None = None,
) -> Chart:
    """The chart of those series over the observations' periods; its axis is in the unit of the measure (the actual by default)."""
    key, unit = measure or ("actual", indicator.unit)
    values = [value for each in series for value in each.values if value is not None]
    scale = ticks(
        values,
        lambda value: shown(value, unit),
        from_zero=from_zero,
        decimals=max(decimals(value) for each in series if each.kind not in COMPUTED for value in each.values if value is not None),
        ceiling=Decimal(100) if unit == "percent" else None,
        most=most,
    )
    categories = tuple(_category(o, unit, key) for o in observations)
    return Chart(indicator_id(indicator.id, "chart"), alt, categories, tuple(series), scale, height=height)


def comparator_of(info: SeriesInfo, observations: Sequence[Observation], colour: str) -> Series:
    """The comparator as a thin line, named at its end."""
    return ended(series_of(info.label, "comparator", observations, info.name, unit=info.unit, colour=colour), info.label)


def series_of(name: str, kind: SeriesKind, observations: Sequence[Observation], key: str, *, unit: str, colour: str) -> Series:
    """The figures of one series of the data, without those that are not exact, with their labels."""
    found = [observation.values.get(key) for observation in observations]
    numbers = tuple(value.number if value and not value.qualifier else None for value in found)
    finest = max((decimals(number) for number in numbers if number is not None), default=0)
    labels = tuple(_label(value, unit) for value in found)
    return Series(name, kind, numbers, labels, colour, number_format=number_format(unit, finest))


def _label(value: Value | None, unit: str) -> str | None:
    """The figure; its markers stand with its period, where they leave the bar its room."""
    return shown_value(replace(value, markers=()), unit) if value and value.number is not None and not value.qualifier else None


def _category(observation: Observation, unit: str, key: str) -> str:
    """The period's label, with a figure that is not exact enough to draw ("<5") as typed, and the markers of the figure."""
    actual = observation.values.get(key)
    if actual is None:
        return observation.period.label
    inexact = [f"({shown_value(replace(actual, markers=()), unit)})"] if actual.qualifier else []
    return " ".join([observation.period.label, *inexact, *(f"[{marker}]" for marker in actual.markers)])


def ended(series: Series, name: str) -> Series:
    """The series with its name and last figure standing at its end."""
    last = next((label for label in reversed(series.labels) if label), None)
    return replace(series, end_label=f"{name} {last}") if last else series


def count(series: Series) -> int:
    """How many values the series has."""
    return sum(value is not None for value in series.values)


def decimals(number: Decimal) -> int:
    """How many decimals the number is written with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
