"""The message of a chart with limits or a trend line, for its text alternative: what is chance and what is not, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from papers.results import Went
from papers.travel import ControlChart, Line, Phase, Plotted, Series, meaning
from papers.travel.trend import happened, p_words
from papers.wording import count_word, gap, in_period, plural, with_unit

GOOD: Mapping[Went | None, str] = {"improved": ", an improvement", "worsened": ", a concern", "same": "", None: ""}


def control_words(series: Series, chart: ControlChart) -> str:
    """What the control chart says of the latest result, then of earlier ones, of phases, and whether the limits are provisional."""
    return " ".join([_latest(series, chart), *_earlier(chart), *_phases(chart)])


def _latest(series: Series, chart: ControlChart) -> str:
    last = chart.points[-1]
    good = GOOD[meaning(series, chart, last)] if last.signal else ""
    return f"Control chart: {_shown(series, chart, _run(chart))}{good}."


def _run(chart: ControlChart) -> Sequence[Plotted]:
    """The points of the latest's phase that have a signal the same way, without a gap up to it, earliest first."""
    last = chart.points[-1]
    alike = takewhile(lambda each: each.signal and (each.phase, each.side) == (last.phase, last.side), reversed(chart.points))
    return list(alike)[::-1]


def _shown(series: Series, chart: ControlChart, run: Sequence[Plotted]) -> str:
    """What the latest point shows: "a shift of 8 results above the mean of 80% from March 2025"."""
    last, phase, unit = chart.points[-1], chart.phases[-1], series.unit
    side, end, level = ("above", "upper", phase.upper) if last.side > 0 else ("below", "lower", phase.lower)
    result = f"the latest result, {last.point.words(unit)} {in_period(last.point.period.spoken)},"
    if last.signal is None or level is None:
        return f"{result} is {_within(phase, unit)}"
    since = f"from {run[0].point.period.spoken}"
    said: Mapping[str, str] = {
        "outside": f"{result} is {side} the {end} limit of {with_unit(level, unit)}",
        "trend": f"a run of {len(run)} {'rising' if last.side > 0 else 'falling'} results {since}",
        "two of three": f"{result} is one of two in three near the {end} limit of {with_unit(level, unit)}",
        "shift": f"a shift of {len(run)} results {side} the mean of {with_unit(phase.mean, unit)} {since}",
    }
    return said[last.signal]


def _within(phase: Phase, unit: str) -> str:
    mean = with_unit(phase.mean, unit)
    if phase.lower is None or phase.upper is None:
        return f"alone in its phase, at {mean}"
    return f"within the limits of {with_unit(phase.lower, unit)} and {with_unit(phase.upper, unit)}; the mean is {mean}"


def _earlier(chart: ControlChart) -> Iterator[str]:
    """How many results before the latest signal have one."""
    count = sum(bool(each.signal) for each in chart.points) - len(_run(chart))
    if count:
        earlier = plural(count, "earlier result is marked as a special cause", "earlier results are marked as special causes")
        yield f"{count_word(count).capitalize()} {earlier}."


def _phases(chart: ControlChart) -> Iterator[str]:
    """From when new limits hold, and that the latest are provisional."""
    for phase in chart.phases[1:]:
        yield f"New limits hold from {phase.first.spoken}."
    if chart.phases[-1].provisional:
        points = chart.phases[-1].points
        yield f"The limits are provisional, from {points} {plural(points, 'result', 'results')}."


def trend_words(series: Series, line: Line) -> str:
    """What the trend line does, from when to when, and whether the test of its slope calls it clear."""
    clear = happened(line, series.options.significance) != "same"
    slope = f"{'rises' if line.slope > 0 else 'falls'} by {gap(line.slope, series.unit)} a year" if line.slope else "is level"
    test = f"a clear trend (p {p_words(line.p)})" if clear else f"no clear trend (p {p_words(line.p)})"
    return f"Trend line: it {slope} over {line.points} results from {line.first.spoken} to {line.last.spoken}, {test}."
