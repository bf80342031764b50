"""Direction by year ago: the latest figure against the one of the same period last year, for measures with a season."""

from __future__ import annotations

import datetime as dt

from papers.results import Direction
from papers.travel.comparing import compared
from papers.travel.points import Point, Series

NAME = "year-ago"

YEAR = dt.timedelta(days=365)
NEAR = dt.timedelta(days=14)
"""How far from a year the period's end may lie: half a month, so that a month never stands for its neighbour."""

NO_YEAR_AGO = "There is no result of a year before to compare with."


def direction(series: Series) -> Direction:
    """The direction of the latest result against the one a year before; `went` None where there is none or a break between."""
    latest = series.latest
    return compared(NAME, series, latest and a_year_before(series, latest), NO_YEAR_AGO)


def a_year_before(series: Series, latest: Point) -> Point | None:
    """The result whose period ended a year before the latest's, give or take half a month; the nearest where there are two."""
    aim = latest.period.end - YEAR
    found = [p for p in series.points if p.figure is not None and abs(p.period.end - aim) <= NEAR]
    return min(found, key=lambda point: abs(point.period.end - aim), default=None)
