"""One rating from plain values: `rate` places a figure among the intervals of its kind of rule and says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papers.dataset import Polarity, Value
from papers.rules import closest, higher, lower, within
from papers.rules.bounds import Bounds
from papers.rules.intervals import Interval, nearest, place
from papers.rules.qualified import stands_for
from papers.wording import capital, gap, value_in_words

KINDS: Mapping[Polarity, Callable[[Bounds], tuple[Interval, ...]]] = {
    "higher": higher.intervals,
    "lower": lower.intervals,
    "range": within.intervals,
    "closest": closest.intervals,
}
"""The kinds of rule: each turns a period's bounds into nested intervals, best first."""

NO_DATA = "no data"
NOT_DUE = "not due"
SUPPRESSED = "suppressed"
NO_TARGET = "no target"
NO_RANGE = "no expected range"
NO_FLOOR = "no floor standard"
NO_POLARITY = "no polarity"
NOT_EXACT = "not an exact figure"

WHY: Mapping[str, str] = {
    NO_DATA: "Not rated: there is no figure for the period.",
    NOT_DUE: "Not rated: the figure is not due yet.",
    SUPPRESSED: "Not rated: the figure is suppressed.",
    NO_TARGET: "Not rated: {figure} has no target to be held against.",
    NO_RANGE: "Not rated: {figure} has no expected range to be held against.",
    NO_FLOOR: "Not rated: {figure} does not meet the target, and no floor standard says how far it may fall short.",
    NO_POLARITY: "Not rated: it is not said whether higher or lower values are better.",
    NOT_EXACT: "Not rated: {figure} may lie on either side of a boundary.",
}
"""Why a figure is not rated: the short words that are counted and printed, and the sentence."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rating's word, or None and in short words why not; the sentence that explains it; the distance to the next boundary."""

    rating: str | None
    unrated: str | None
    reason: str
    margin: Decimal | None = None


def unrated(why: str, figure: str = "the figure") -> Verdict:
    """The verdict that there is no rating. A reason of the analyst's own words is its own sentence."""
    return Verdict(None, why, WHY.get(why, f"Not rated: {why}.").format(figure=figure))


def rate(figure: Decimal | None, bounds: Bounds, polarity: Polarity, *, bands: Sequence[str], unit: str, qualifier: str = "") -> Verdict:
    """The rating of a figure, compared as published (exact decimals, ends included), with its reason.

    `bands` are the scheme's words, best first. The last is earned outside every interval; without a middle rating
    (`bounds.amber` False) those between the first and the last are never given.
    """
    if figure is None:
        return unrated(NO_DATA)
    if polarity not in KINDS:
        return unrated(NO_POLARITY)
    intervals = KINDS[polarity](bounds)[: 2 if bounds.amber else 1]
    exact = stands_for(figure, qualifier, intervals)
    words = value_in_words(Value(figure, qualifier=qualifier), unit)
    why = _why_not(exact, intervals, bounds, polarity)
    if why or exact is None:
        return unrated(why or NOT_EXACT, words)
    placed = place(exact, intervals)
    word = bands[placed] if placed < len(intervals) else bands[-1]
    distance, boundary = nearest(figure, intervals, placed)
    stands = _stands(exact, intervals, placed, unit=unit, bands=bands)
    return Verdict(word, None, f"{capital(words)} is {stands}, so {word}{_away(distance, boundary, unit)}.", distance)


def _why_not(exact: Decimal | None, intervals: Sequence[Interval], bounds: Bounds, polarity: Polarity) -> str | None:
    """Why these intervals give no rating, in short words, or None where they do.

    A range needs no wider one: outside it is simply outside. Short of a target, only a floor tells Amber from Red.
    """
    if not intervals:
        return NO_RANGE if polarity == "range" else NO_TARGET
    if exact is None:
        return NOT_EXACT
    tells = len(intervals) == 2 or not bounds.amber or polarity == "range"
    return None if tells or intervals[0].holds(exact) else NO_FLOOR


def _stands(figure: Decimal, intervals: Sequence[Interval], placed: int, *, unit: str, bands: Sequence[str]) -> str:
    """Where the figure stands among the intervals: "below the target of 96% but above the floor standard of 91%"."""
    if placed == 0:
        return intervals[0].relation(figure, unit)
    missed = intervals[placed - 1].relation(figure, unit)
    if placed < len(intervals):
        return f"{missed} but {intervals[placed].relation(figure, unit)}"
    never = bands[len(intervals) : -1]
    return f"{missed} and there is no {' or '.join(never)}" if never else missed


def _away(distance: Decimal, boundary: str, unit: str) -> str:
    return f"; the nearest boundary is {boundary}, {gap(distance, unit)} away" if distance else ", with nothing to spare"
