"""The message of a chart with limits or a trend line, for its text alternative: what is chance and what is not, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from papers.narrative.phrases import Counted, Phrases
from papers.phrases import OTHER
from papers.travel import ControlChart, Line, Plotted, Series, meaning
from papers.travel.trend import happened, p_words
from papers.wording import gap, in_period, with_unit

KEYS = {"outside": "charts.outside", "trend": "charts.run", "two of three": "charts.near", "shift": "charts.shift"}
"""The phrase of each signal."""


def control_words(phrases: Phrases, series: Series, chart: ControlChart) -> str:
    """What the control chart says of the latest result, then of earlier ones, of phases, and whether the limits are provisional."""
    return " ".join([_latest(phrases, series, chart), *_earlier(phrases, chart), *_phases(phrases, chart)])


def _latest(phrases: Phrases, series: Series, chart: ControlChart) -> str:
    """What the latest point shows: "Control chart: a shift of eight results above the mean of 80% from March 2025, an improvement."."""
    last, phase, unit = chart.points[-1], chart.phases[-1], series.unit
    run = _run(chart)
    places = {
        "latest": _last(phrases, series, last),
        "figure": last.point.words(unit),
        "when": in_period(last.point.period.spoken),
        "mean": with_unit(phase.mean, unit),
    }
    if phase.lower is None or phase.upper is None:
        return phrases.text("charts.alone", **places)
    if last.signal is None:
        return phrases.text("charts.within", **places, lower=with_unit(phase.lower, unit), upper=with_unit(phase.upper, unit))
    side, limit = ("above", phase.upper) if last.side > 0 else ("below", phase.lower)
    return phrases.text(
        KEYS[last.signal],
        side,
        **places,
        count=Counted(len(run)),
        since=run[0].point.period.spoken,
        limit=with_unit(limit, unit),
        verdict=_verdict(phrases, series, chart),
    )


def _last(phrases: Phrases, series: Series, last: Plotted) -> str:
    """What the last result on the chart is called: it is not the latest where a later figure is suppressed."""
    hidden = any("c" in each.markers for each in series.points if each.period.end > last.point.period.end)
    return phrases.text("charts.latest", "suppressed" if hidden else OTHER)


def _verdict(phrases: Phrases, series: Series, chart: ControlChart) -> str:
    """Whether the latest signal is good; nothing where that can't be told."""
    went = meaning(series, chart, chart.points[-1])
    return phrases.text("charts.verdict", went) if went in {"improved", "worsened"} else ""


def _run(chart: ControlChart) -> Sequence[Plotted]:
    """The points of the latest's phase that have a signal the same way, without a gap up to it, earliest first."""
    last = chart.points[-1]
    alike = takewhile(lambda each: each.signal and (each.phase, each.side) == (last.phase, last.side), reversed(chart.points))
    return list(alike)[::-1]


def _earlier(phrases: Phrases, chart: ControlChart) -> Iterator[str]:
    """How many results before the latest signal have one."""
    count = sum(bool(each.signal) for each in chart.points) - len(_run(chart))
    if count:
        yield phrases.text("charts.earlier", count=Counted(count))


def _phases(phrases: Phrases, chart: ControlChart) -> Iterator[str]:
    """From when new limits hold, and that the latest are provisional."""
    yield from (phrases.text("charts.rebased", since=phase.first.spoken) for phase in chart.phases[1:])
    if chart.phases[-1].provisional:
        yield phrases.text("charts.provisional", count=Counted(chart.phases[-1].points))


def trend_words(phrases: Phrases, series: Series, line: Line) -> str:
    """What the trend line does, from when to when, and whether the test of its slope calls it clear."""
    clear = happened(line, series.options.significance) != "same"
    return phrases.text(
        "charts.trend",
        "rises" if line.slope > 0 else "falls" if line.slope < 0 else "level",
        distance=gap(line.slope, series.unit),
        count=Counted(line.points),
        since=line.first.spoken,
        period=line.last.spoken,
        verdict=phrases.text("charts.test", "clear" if clear else "unclear", number=p_words(line.p)),
    )
