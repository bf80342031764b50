"""Direction of travel: one file a method, all of one form: a series of points in, a direction with its reason out."""

from collections.abc import Callable, Mapping

from papers.results import Direction
from papers.travel import previous_result
from papers.travel.points import Point, Series

METHODS: Mapping[str, Callable[[Series], Direction]] = {"previous-result": previous_result.direction}
"""The methods that a report may name."""

__all__ = ["METHODS", "Point", "Series"]
