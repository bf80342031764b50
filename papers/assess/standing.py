"""Where an activity indicator stands in its expected range or against its benchmark: the travel rules on its observations."""

from __future__ import annotations

from collections.abc import Sequence

from papers.dataset import Indicator, Observation
from papers.travel import Point, Standing, standing

ACTUAL, BENCHMARK = "actual", "target"


def standing_of(indicator: Indicator, observations: Sequence[Observation]) -> Standing | None:
    """Where the indicator's latest figure stands and since when; None without a figure or anything to hold it against.

    The observations are the indicator's own, earliest first.
    """
    return standing([point_of(each) for each in observations], indicator.frequency)


def point_of(observation: Observation, series: str = ACTUAL) -> Point:
    """The observation's figure of that series as a point, with the period's range and benchmark."""
    value = observation.values.get(series)
    number, qualifier, markers = (value.number, value.qualifier, value.markers) if value else (None, "", ())
    lower, upper, benchmark = (observation.number(name) for name in ("lower", "upper", BENCHMARK))
    return Point(observation.period, number, benchmark, lower, upper, qualifier, broken="b" in markers, markers=markers)
