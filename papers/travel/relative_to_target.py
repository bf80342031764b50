"""Direction relative to target: whether the gap between the figure and its own period's target has become better.

Targets may step through the year, so a figure that rose can still have lost ground against its target.
"""

from __future__ import annotations

from decimal import Decimal

from papers.results import Direction
from papers.travel.comparing import NO_EARLIER, NO_RESULT, looked_back, without
from papers.travel.judging import BY_DISTANCE, change, judged, verdict
from papers.travel.points import Point, Series, broken_between, distance, result_before
from papers.wording import capital, gap, in_period

NAME = "relative-to-target"

NOT_MEASURED = "There is no exact figure, or nothing to hold it against, in one of the two periods."


def direction(series: Series) -> Direction:
    """The direction of the gap to target since the result before; `went` None where a gap can't be told or a break lies between."""
    latest = series.latest
    if latest is None:
        return without(NAME, series, NO_RESULT)
    before = result_before(series, latest)
    if before is None:
        return without(NAME, series, NO_EARLIER)
    if broken_between(series, before, latest):
        return without(NAME, series, f"Not comparable with {before.period.spoken}: there is a break in the series.")
    now, then = gap_to_target(latest, series), gap_to_target(before, series)
    if now is None or then is None:
        return without(NAME, series, NOT_MEASURED)
    what = change(now, then)
    reason = _reason(series, latest, before, (now, then)) + verdict(what, series.polarity)
    went = judged(what, series.polarity)
    found = Direction(went, f"{capital(reason)}.", happened=what, compared=before.period, method=NAME, points=2)
    return looked_back(found, series)


def gap_to_target(point: Point, series: Series) -> Decimal | None:
    """The figure less its target; where the distance counts, the distance. None where either is not exactly known."""
    if series.polarity in BY_DISTANCE:
        return distance(point, series.polarity)
    if point.figure is None or point.qualifier or point.target is None:
        return None
    return point.figure - point.target


def _reason(series: Series, latest: Point, before: Point, gaps: tuple[Decimal, Decimal]) -> str:
    now, then = (_standing(series, size) for size in gaps)
    latest_words = f"{latest.words(series.unit)} {in_period(latest.period.spoken)}"
    before_words = f"{before.words(series.unit)} {in_period(before.period.spoken)}"
    return f"{latest_words} is {now}; {before_words} was {then}"


def _standing(series: Series, size: Decimal) -> str:
    """Where a figure with that gap stands: "9 percentage points above its target", "at its target"."""
    if series.polarity == "range":
        return f"{gap(size, series.unit)} outside its expected range" if size else "within its expected range"
    if not size:
        return "at its target"
    side = "from" if series.polarity == "closest" else "above" if size > 0 else "below"
    return f"{gap(size, series.unit)} {side} its target"
