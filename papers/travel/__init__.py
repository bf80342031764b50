"""Direction of travel: one file a method, all of one form: a series of points in, a direction with its reason out."""

from collections.abc import Callable, Mapping

from papers.results import Direction
from papers.travel import previous_result, relative_to_target, spc, trend, year_ago
from papers.travel.activity import Standing, side_of, standing
from papers.travel.key import Key, key_of
from papers.travel.options import option_problems
from papers.travel.points import Point, Series
from papers.travel.spc import meaning
from papers.travel.trend import Line, trend_line
from papers.travel.xmr import ControlChart, Phase, Plotted, control_chart

METHODS: Mapping[str, Callable[[Series], Direction]] = {
    each.NAME: each.direction for each in (previous_result, relative_to_target, year_ago, trend, spc)
}
"""The methods that a report, or an indicator, may name."""

__all__ = [
    "METHODS",
    "ControlChart",
    "Key",
    "Line",
    "Phase",
    "Plotted",
    "Point",
    "Series",
    "Standing",
    "control_chart",
    "key_of",
    "meaning",
    "option_problems",
    "side_of",
    "standing",
    "trend_line",
]
