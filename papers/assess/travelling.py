"""An indicator's results as the series that its direction of travel is told from, and that its chart of limits or trend shows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from papers.assess.lazily import Made
from papers.dataset import Indicator, Observation, ReportInfo, SeriesInfo, Value
from papers.travel import Point, Series

NOTHING = Value(None)


def travel_series(indicator: Indicator, seen: Sequence[Observation], infos: Sequence[SeriesInfo], info: ReportInfo) -> Series:
    """The measure that is rated, earliest first, each point with what its own period holds it against, made when it is asked for."""
    points = Made(lambda at: _point(indicator, seen[at]), len(seen))
    return Series(points, indicator.polarity, unit_of(indicator, infos), indicator.frequency, info.travel, indicator.rebase)


def unit_of(indicator: Indicator, infos: Sequence[SeriesInfo]) -> str:
    """The unit of the series that is rated."""
    named = (info.unit for info in infos if info.name == indicator.measure)
    return next(named, "") or indicator.unit


def figure_of(indicator: Indicator, observation: Observation) -> Value:
    """The value that is rated: the actual, or that of another measure."""
    return observation.values.get(indicator.measure, NOTHING)


def target_of(indicator: Indicator, observation: Observation) -> Decimal | None:
    """The target of the series that is rated, in the observation's period."""
    declared = indicator.measure_target
    return observation.number("target") if declared is None else declared


def _point(indicator: Indicator, observation: Observation) -> Point:
    value = figure_of(indicator, observation)
    return Point(
        observation.period,
        value.number,
        target_of(indicator, observation),
        observation.number("lower"),
        observation.number("upper"),
        value.qualifier,
        broken="b" in value.markers,
        markers=value.markers,
    )
