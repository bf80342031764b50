"""What methods that hold the latest result against one earlier result have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from papers.results import Direction, Happened, Went
from papers.travel.judging import BY_DISTANCE, JUDGED, change, judged, verdict
from papers.travel.points import Point, Series, broken_between, distance, happened, result_before
from papers.wording import capital, gap, in_period

NO_RESULT = "There is no result to compare."
NO_EARLIER = "There is no earlier result to compare with."
NO_DISTANCE = "There is nothing to measure the distance from in one of the two periods."

VERBS: Mapping[Happened, str] = {"rose": "up from", "fell": "down from", "same": "the same as"}


def without(method: str, series: Series, reason: str) -> Direction:
    """No direction, and why; what was reported before is still said."""
    return looked_back(Direction(None, reason, method=method), series)


def looked_back(found: Direction, series: Series) -> Direction:
    """The direction with the period of the result reported before, and the change from it where no break lies between."""
    latest = series.latest
    before = result_before(series, latest) if latest else None
    if latest is None or before is None or latest.figure is None or before.figure is None:
        return found
    comparable = not broken_between(series, before, latest)
    sure = comparable and happened(latest, before) is not None
    return replace(found, since=before.period, change=latest.figure - before.figure if sure else None)


def compared(method: str, series: Series, before: Point | None, none: str) -> Direction:
    """The direction of the latest result against `before`, as published; without one, none and the reason given."""
    latest = series.latest
    if latest is None:
        return without(method, series, NO_RESULT)
    if before is None:
        return without(method, series, none)
    if broken_between(series, before, latest):
        return without(method, series, f"Not comparable with {before.period.spoken}: there is a break in the series.")
    what = happened(latest, before)
    if what is None:
        return without(method, series, capital(f"{latest.words(series.unit)} and {before.words(series.unit)} cannot be told apart."))
    if series.polarity in BY_DISTANCE:
        did, went, why = _by_distance(series, latest, before)
    else:
        did, went, why = what, judged(what, series.polarity), verdict(what, series.polarity)
    reason = capital(f"{latest.words(series.unit)} {in_period(latest.period.spoken)}, {_from(series, what, before)}{why}.")
    return looked_back(Direction(went, reason, happened=did, compared=before.period, method=method, points=2), series)


def _from(series: Series, what: Happened, before: Point) -> str:
    """The clause on the result before: "up from 82% in September 2013", "the same as in September 2013"."""
    figure = "" if what == "same" else f"{before.words(series.unit)} "
    return f"{VERBS[what]} {figure}{in_period(before.period.spoken)}"


def _by_distance(series: Series, latest: Point, before: Point) -> tuple[Happened | None, Went | None, str]:
    """What the distance did, whether that is good, and the clause that says why."""
    now, then = distance(latest, series.polarity), distance(before, series.polarity)
    if now is None or then is None:
        return None, None, f". {NO_DISTANCE[:-1]}"
    what = change(now, then)
    went = judged(what, series.polarity)
    assert went is not None, "distances are always judged"
    return what, went, f"; {_distances(now, then, series)}, so this is {JUDGED[went]}"


def _distances(now: Decimal, then: Decimal, series: Series) -> str:
    """How far the two results are from where they should be: "9 days from the target against 7 days before"."""
    goal, at = ("expected range", "within") if series.polarity == "range" else ("target", "at")
    if now == then:
        return f"as far from the {goal} as before" if now else f"{at} the {goal} as before"
    if not now:
        return f"{at} the {goal} against {gap(then, series.unit)} from it before"
    before = f"against {gap(then, series.unit)} before" if then else f"and {at} it before"
    return f"{gap(now, series.unit)} from the {goal} {before}"
