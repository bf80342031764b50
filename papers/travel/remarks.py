"""What a reason says of the results it rests on: how many are provisional, and how many could not be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from papers.travel.points import Point, since_last_break
from papers.wording import capital, count_word, plural


def provisional(used: Iterable[Point]) -> Iterator[str]:
    """How many of the results used are provisional; nothing where none is."""
    count = sum("p" in point.markers for point in used)
    if count:
        yield f"{capital(count_word(count))} of the results {plural(count, 'is', 'are')} provisional."


def left_out(points: Sequence[Point], used: int) -> Iterator[str]:
    """How many reported results could not be used, for a break or for want of an exact figure; nothing where all were."""
    known = [point for point in points if point.figure is not None]
    comparable = [point for point in since_last_break(points) if point.figure is not None]
    before, inexact = len(known) - len(comparable), len(comparable) - used
    if before:
        yield f"{_results(before)} before the break in the series {plural(before, 'is', 'are')} left out."
    if inexact:
        yield f"{_results(inexact)} without an exact figure to judge {plural(inexact, 'is', 'are')} left out."


def _results(count: int) -> str:
    return f"{capital(count_word(count))} {plural(count, 'result', 'results')}"
