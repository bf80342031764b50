"""Direction by previous result: the latest figure against the one reported before it, compared as published.

An annual indicator is compared with last year, not with a later figure of the same year. What happened is one question,
whether it is good another: a falling number is an improvement where lower is better, and where the target is to be hit, or a
range to be kept, it is the distance that counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from papers.dataset import Polarity
from papers.results import Direction, Went
from papers.travel.points import Happened, Point, Series, distance, happened
from papers.wording import capital, gap, in_period

NEARLY_A_YEAR = dt.timedelta(days=330)
"""An annual result may come up to a month early and still be a year's."""

NO_RESULT = "There is no result to compare."
NO_EARLIER = "There is no earlier result to compare with."
NO_POLARITY = "It is not said whether higher or lower values are better."
NO_DISTANCE = "There is nothing to measure the distance from in one of the two periods."

GOOD: Mapping[tuple[Polarity, Happened], Went] = {
    ("higher", "rose"): "improved",
    ("higher", "fell"): "worsened",
    ("lower", "rose"): "worsened",
    ("lower", "fell"): "improved",
}
VERBS: Mapping[Happened, str] = {"rose": "up from", "fell": "down from", "same": "the same as"}
JUDGED: Mapping[Went, str] = {"improved": "an improvement", "worsened": "worse", "same": "no change"}


def direction(series: Series) -> Direction:
    """The direction of the series' latest result, with the sentence that explains it; `went` None where it can't be told."""
    latest = next((p for p in reversed(series.points) if p.figure is not None), None)
    if latest is None:
        return Direction(None, NO_RESULT)
    before = result_before(series, latest)
    if before is None:
        return Direction(None, NO_EARLIER)
    if _broken_between(series, before, latest):
        reason = f"Not comparable with {before.period.spoken}: there is a break in the series."
        return Direction(None, reason, before.period)
    return _compared(series, latest, before)


def result_before(series: Series, latest: Point) -> Point | None:
    """The result that was reported before the latest: the one before it, or last year's for an annual indicator."""
    end = latest.period.end
    limit = end - NEARLY_A_YEAR if series.frequency == "annual" else end - dt.timedelta(days=1)
    earlier = [p for p in series.points if p.figure is not None and p.period.end <= limit]
    return max(earlier, key=lambda p: p.period.end, default=None)


def _broken_between(series: Series, before: Point, latest: Point) -> bool:
    """Whether a break lies after the earlier result, up to and with the latest."""
    return any(p.broken for p in series.points if before.period.end < p.period.end <= latest.period.end)


def _compared(series: Series, latest: Point, before: Point) -> Direction:
    what = happened(latest, before)
    if what is None:
        reason = f"{latest.words(series.unit)} and {before.words(series.unit)} can't be told apart."
        return Direction(None, capital(reason), before.period)
    change = (latest.figure or Decimal(0)) - (before.figure or Decimal(0))
    if series.polarity in {"closest", "range"}:
        went, why = by_distance(series, latest, before)
    else:
        went, why = by_polarity(what, series.polarity)
    said = f"{latest.words(series.unit)} {in_period(latest.period.spoken)}, {_since(series, what, before)}"
    return Direction(went, capital(f"{said}{why}."), before.period, change)


def _since(series: Series, what: Happened, before: Point) -> str:
    """The clause on the result before: "up from 82% in September 2013", "the same as in September 2013"."""
    figure = "" if what == "same" else f"{before.words(series.unit)} "
    return f"{VERBS[what]} {figure}{in_period(before.period.spoken)}"


def by_polarity(what: Happened, polarity: Polarity) -> tuple[Went | None, str]:
    """Whether what happened is good where higher, or lower, is better; and the clause that says why."""
    if what == "same":
        return "same", ""
    went = GOOD.get((polarity, what))
    if went is None:
        return None, f". {NO_POLARITY[:-1]}"
    return went, f"; {polarity} is better, so this is {JUDGED[went]}"


def by_distance(series: Series, latest: Point, before: Point) -> tuple[Went | None, str]:
    """Whether the latest figure is nearer to its target, or its range, than the one before; and the clause that says why."""
    now, then = distance(latest, series.polarity), distance(before, series.polarity)
    if now is None or then is None:
        return None, f". {NO_DISTANCE[:-1]}"
    goal = "expected range" if series.polarity == "range" else "target"
    went: Went = "same" if now == then else "improved" if now < then else "worsened"
    if went == "same":
        return went, f"; as far from the {goal} as before, so this is {JUDGED[went]}"
    return went, f"; {gap(now, series.unit)} from the {goal} against {gap(then, series.unit)} before, so this is {JUDGED[went]}"
