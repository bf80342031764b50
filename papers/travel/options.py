"""Which settings of the methods make sense: a test needs a level, a run needs a few points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from papers.dataset import TravelOptions
from papers.errors import Problem, problem
from papers.travel.trend import LEAST

SHORTEST_RUN = 3
"""A run of fewer points is chance more often than not."""
ALL = Decimal(100)


def option_problems(options: TravelOptions) -> Iterator[Problem]:
    """An error for each setting outside its bounds."""
    if not 0 < options.significance < ALL:
        yield _refused("significance", options.significance, "more than 0 and less than 100 (percent)")
    if options.least_points < LEAST:
        yield _refused("least_points", options.least_points, f"at least {LEAST}")
    for name, run in (("shift", options.shift), ("run", options.run)):
        if run < SHORTEST_RUN:
            yield _refused(name, run, f"at least {SHORTEST_RUN}")


def _refused(name: str, value: Decimal | int, bounds: str) -> Problem:
    return problem("direction-setting", value=str(value), name=name, bounds=bounds)
