"""Direction by trend: a straight line fitted to all comparable results, and a two-sided test of its slope.

What is fitted is the figure, or where polarity counts the distance, the distance from the target or range. Time counts as it
passes, so that results further apart weigh as they lie. A slope that the test does not tell from nothing is no clear trend.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import correlation, linear_regression
from typing import NamedTuple

from papers.dataset import Period, Polarity
from papers.results import Direction, Happened
from papers.travel.comparing import NO_RESULT, looked_back, without
from papers.travel.judging import change, judged, measure, measured, verdict
from papers.travel.points import Point, Series, since_last_break
from papers.travel.remarks import left_out, provisional
from papers.wording import capital, gap

NAME = "trend"

DAYS_A_YEAR = Decimal("365.25")
LEAST = 3
"""Fewer points leave a line no freedom to miss them, and nothing to test."""
SMALLEST_P = Decimal("0.001")
DIGITS = 3
"""Significant digits of a slope and of p, and further decimals of the line's ends."""
NOTHING = Decimal("1e-12")
"""A rise of less than this share of what the figures do is what binary fractions leave of none."""

SLOPE = "slope a year"
"""The name of the slope among the statistics, in the indicator's unit."""

VERBS: dict[Happened, str] = {"rose": "rises", "fell": "falls", "same": "is level"}


class Sample(NamedTuple):
    """A point with the number that is fitted."""

    point: Point
    number: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """The fitted line: slope in units a year, the two-sided p of the slope, and the line's values at the first and last point."""

    slope: Decimal
    p: Decimal
    first: Period
    last: Period
    start: Decimal
    end: Decimal
    points: int


def direction(series: Series) -> Direction:
    """The trend of the results since the last break, with its slope, p and number of points; `went` None with too few of them."""
    if series.latest is None:
        return without(NAME, series, NO_RESULT)
    used = samples(series.points, series.polarity)
    least = max(series.options.least_points, LEAST)
    if len(used) < least:
        return without(NAME, series, _too_few(used, least, series))
    line = fitted(used)
    what = happened(line, series.options.significance)
    reason = f"{_said(line, what, series)}{verdict(what, series.polarity)}."
    found = Direction(
        judged(what, series.polarity),
        " ".join([capital(reason), *provisional(sample.point for sample in used), *left_out(series.points, len(used))]),
        happened=what,
        compared=line.first,
        method=NAME,
        points=line.points,
        statistics=((SLOPE, line.slope), ("p", significant(line.p))),
        options=(("significance", f"{series.options.significance}%"), ("least points", str(least))),
    )
    return looked_back(found, series)


def samples(points: Sequence[Point], polarity: Polarity) -> tuple[Sample, ...]:
    """The points since the last break that can be fitted: those with an exact figure and, where it counts, something to hold it to."""
    told = ((point, measure(point, polarity)) for point in since_last_break(points))
    return tuple(Sample(point, number) for point, number in told if number is not None)


def trend_line(series: Series) -> Line | None:
    """The line to draw through the figures since the last break; None where there are too few of them."""
    used = samples(series.points, "none")
    return fitted(used) if len(used) >= max(series.options.least_points, LEAST) else None


def fitted(used: Sequence[Sample]) -> Line:
    """The line through at least three samples. Days and numbers are counted from the first, so that large ones lose nothing."""
    first, last = used[0], used[-1]
    days = [float((sample.point.period.end - first.point.period.end).days) for sample in used]
    rises = [sample.number - first.number for sample in used]
    if not any(rises):
        return Line(Decimal(0), Decimal(1), first.point.period, last.point.period, first.number, first.number, len(used))
    slope, intercept, p = regression(days, [float(rise) for rise in rises])
    rise = _decimal(slope * days[-1])
    if abs(rise) < max(map(abs, rises)) * NOTHING:
        rise = Decimal(0)
    places = Decimal(1).scaleb(-max(-int(sample.number.as_tuple().exponent) for sample in used) - DIGITS)
    start = first.number + _decimal(intercept)
    a_year = significant(rise * DAYS_A_YEAR / _decimal(days[-1]))
    ends = (start.quantize(places), (start + rise).quantize(places))
    return Line(a_year, _decimal(p), first.point.period, last.point.period, *ends, len(used))


def regression(x: Sequence[float], y: Sequence[float]) -> tuple[float, float, float]:
    """Slope and intercept by least squares, and the two-sided p of the slope: the chance of such a one where there is none.

    The parts that `scipy.stats.linregress` is made of, which costs fifty times as much for so few points.
    """
    from scipy.special import stdtr

    slope, intercept = linear_regression(x, y)
    unexplained = 1 - min(correlation(x, y) ** 2, 1.0)
    freedom = len(x) - 2
    if not unexplained:
        return slope, intercept, 0.0
    t = math.sqrt(freedom * (1 - unexplained) / unexplained)
    return slope, intercept, 2 * float(stdtr(freedom, -t))


def _decimal(number: float) -> Decimal:
    return Decimal(repr(float(number)))


def significant(number: Decimal) -> Decimal:
    """The number to three significant digits, never with an exponent."""
    if not number:
        return Decimal(0)
    first = number.quantize(Decimal(1).scaleb(number.adjusted() + 1 - DIGITS), rounding=ROUND_HALF_UP).adjusted()
    return number.quantize(Decimal(1).scaleb(min(first + 1 - DIGITS, 0)), rounding=ROUND_HALF_UP)


def happened(line: Line, significance: Decimal) -> Happened:
    """Whether the line rises or falls at that level of significance (in percent); "same" is no clear trend."""
    return change(line.slope, Decimal(0)) if line.p * 100 < significance else "same"


def _said(line: Line, what: Happened, series: Series) -> str:
    """What the line does, from when to when, and the test: "The figure rises by 2.1 percentage points a year over 12 results ..."."""
    slope = change(line.slope, Decimal(0))
    by = f" by {gap(line.slope, series.unit)} a year" if line.slope else ""
    test = f"slope test: p {p_words(line.p)}, {line.points} points from {line.first.spoken} to {line.last.spoken}"
    if what == "same" and line.slope:
        clear = f"which is no clear trend at the {series.options.significance}% level"
        return f"the {measured(series.polarity)} {VERBS[slope]}{by}, {clear} ({test})"
    return f"the {measured(series.polarity)} {VERBS[slope]}{by} ({test})"


def p_words(p: Decimal) -> str:
    """A probability as a sentence gives it: "= 0.012", "under 0.001"."""
    return "under 0.001" if p < SMALLEST_P else f"= {p.quantize(SMALLEST_P, rounding=ROUND_HALF_UP)}"


def _too_few(used: Sequence[Sample], least: int, series: Series) -> str:
    known = "no result" if not used else "1 result" if len(used) == 1 else f"{len(used)} results"
    since = " since the break in the series" if any(point.broken for point in series.points) else ""
    return f"A trend is told from at least {least} results, and there {'is' if len(used) < 2 else 'are'} {known}{since}."
