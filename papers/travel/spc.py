"""Direction by control chart (SPC): what the latest point shows is change or chance, and whether the target can be relied on.

The rules are those of the NHS "Making Data Count" programme; `xmr` and `signals` hold them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from papers.dataset import Period, TravelOptions
from papers.results import Assurance, Direction, Happened, Variation, Went
from papers.travel.comparing import NO_RESULT, looked_back, without
from papers.travel.judging import BY_DISTANCE, change, judged, verdict
from papers.travel.points import Point, Series, distance, since_last_break
from papers.travel.remarks import left_out
from papers.travel.xmr import FIRM, LIMIT, SCREEN, ControlChart, Phase, Plotted, Signal, control_chart
from papers.wording import capital, in_period, with_unit

NAME = "spc"

NOT_EXACT = "The latest result is not an exact figure, so it has no place on the control chart."
NO_LIMITS = "A control chart needs two comparable results next to each other, and there are none."

MOVED: Mapping[int, Happened] = {1: "rose", -1: "fell", 0: "same"}

TARGET_SAID: Mapping[Assurance, str] = {
    "consistently met": "lies on the safe side of both limits and is consistently met",
    "consistently missed": "lies beyond both limits and is consistently missed",
    "hit and miss": "lies between the limits and is met in some periods and missed in others by chance",
}

ALWAYS_ON = "is what every result is, and is consistently met"


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read off the chart: the series, the chart, its latest point and that point's phase."""

    series: Series
    chart: ControlChart
    last: Plotted
    phase: Phase

    @property
    def figure(self) -> Decimal:
        """The latest figure."""
        assert self.last.point.figure is not None, "only exact figures are plotted"
        return self.last.point.figure


def direction(series: Series) -> Direction:
    """What the latest point of the control chart shows: improvement, concern, or nothing but chance ("same")."""
    latest = series.latest
    if latest is None:
        return without(NAME, series, NO_RESULT)
    if not latest.exact:
        return without(NAME, series, NOT_EXACT)
    chart = control_chart(series)
    read = Reading(series, chart, chart.points[-1], chart.phases[-1])
    if read.phase.lower is None:
        return without(NAME, series, NO_LIMITS)
    return looked_back(_found(read), series)


def _found(read: Reading) -> Direction:
    phase, what = read.phase, happened(read)
    went = good(read, what)
    assurance = assured(read.last.point, phase, read.series)
    limits = (("mean", phase.mean), ("lower limit", phase.lower), ("upper limit", phase.upper))
    return Direction(
        went,
        " ".join(_reasons(read, what, assurance)),
        happened=what,
        compared=started(read),
        method=NAME,
        points=phase.points,
        statistics=tuple((name, number) for name, number in limits if number is not None),
        options=options_in_words(read.series.options),
        variation=variation(read.last, went),
        assurance=assurance,
    )


def happened(read: Reading) -> Happened:
    """What the signal of the latest point says the figure did, or where polarity counts the distance, the distance; else "same"."""
    if read.last.signal is None or read.series.polarity not in BY_DISTANCE:
        return MOVED[read.last.side]
    now, usual = (distance(point, read.series.polarity) for point in (read.last.point, _usual(read)))
    return "same" if now is None or usual is None else change(now, usual)


def _usual(read: Reading) -> Point:
    """The point that the latest is held against where the distance counts: the mean, held to the latest period's target or range."""
    point = read.last.point
    return Point(point.period, read.phase.mean, point.target, point.lower, point.upper)


def good(read: Reading, what: Happened) -> Went | None:
    """Whether what happened is good; None where polarity does not say, or where the distance counts and can't be told."""
    polarity = read.series.polarity
    if polarity in BY_DISTANCE and read.last.signal and distance(read.last.point, polarity) is None:
        return None
    return judged(what, polarity)


def meaning(series: Series, chart: ControlChart, plotted: Plotted) -> Went | None:
    """Whether the signal of one of the chart's points is good: "same" without a signal, None where it can't be told."""
    read = Reading(series, chart, plotted, chart.phase(plotted))
    return good(read, happened(read))


def variation(last: Plotted, went: Went | None) -> Variation:
    """The variation icon: common cause, or special cause with what it means and which way it points."""
    if last.signal is None:
        return "common cause"
    icons: dict[tuple[str, int], Variation] = {
        ("improved", 1): "improvement high",
        ("improved", -1): "improvement low",
        ("worsened", 1): "concern high",
        ("worsened", -1): "concern low",
    }
    neutral: Variation = "neutral high" if last.side > 0 else "neutral low"
    return icons.get((went or "", last.side), neutral)


def assured(point: Point, phase: Phase, series: Series) -> Assurance | None:
    """The assurance icon: the latest target against the limits. None without a target, or where neither side of it is better."""
    if point.target is None or phase.lower is None or series.polarity not in {"higher", "lower"}:
        return None
    if always_on(point.target, phase, series):
        return "consistently met"
    if not phase.scale.outside(point.target):
        return "hit and miss"
    return "consistently met" if (phase.scale.side(point.target) < 0) == (series.polarity == "higher") else "consistently missed"


def always_on(target: Decimal, phase: Phase, series: Series) -> bool:
    """Whether every result of the phase is the target itself: the limits are one with it, and it is met every time."""
    return all(each.figure == target for each in series.points if each.exact and phase.first.end <= each.period.end <= phase.last.end)


def started(read: Reading) -> Period:
    """Since when: the first of the points of this phase up to the latest that all have a signal the same way; else the phase's first."""
    own = [plotted for plotted in read.chart.points if plotted.phase == read.last.phase]
    if read.last.signal is None:
        return read.phase.first
    alike = takewhile(lambda plotted: plotted.side == read.last.side, reversed(own))
    return list(alike)[-1].point.period


def options_in_words(options: TravelOptions) -> tuple[tuple[str, str], ...]:
    """The settings in force, for the reason and the key to the ratings."""
    screening = f"those of {SCREEN} times their average are left out" if options.screening else "all are counted"
    return (
        ("limits", f"mean and {LIMIT} times the mean moving range"),
        ("moving ranges", screening),
        ("shift", f"{options.shift} results on one side of the mean"),
        ("trend", f"{options.run} results rising or falling"),
        ("provisional limits", f"fewer than {FIRM} results"),
    )


def _reasons(read: Reading, what: Happened, assurance: Assurance | None) -> Iterator[str]:
    """The sentences of the reason: the point and its signal, the limits, the target, and what the figures leave open."""
    phase, unit, point = read.phase, read.series.unit, read.last.point
    here = f"{point.words(unit)} {in_period(point.period.spoken)}"
    yield capital(f"{here} {_shows(read)}{verdict(what, read.series.polarity) if read.last.signal else ''}.")
    yield f"{capital(_limits(phase, unit))}, from {phase.points} results since {phase.first.spoken}."
    if any(day <= phase.first.end for day in read.series.rebase) and len(read.chart.phases) > 1:
        yield f"They were re-based from {phase.first.spoken}."
    if assurance and point.target is not None:
        said = ALWAYS_ON if always_on(point.target, phase, read.series) else TARGET_SAID[assurance]
        yield f"The target of {with_unit(point.target, unit)} {said}."
    if phase.provisional:
        yield f"The limits are provisional, with fewer than {FIRM} results."
    yield from left_out(read.series.points, sum(point.exact for point in since_last_break(read.series.points)))


def _limits(phase: Phase, unit: str) -> str:
    assert phase.lower is not None, "a phase without limits has no direction"
    assert phase.upper is not None, "a phase without limits has no direction"
    mean, lower, upper = (with_unit(number, unit) for number in (phase.mean, phase.lower, phase.upper))
    return f"the mean is {mean} and the limits are {lower} and {upper}"


def _shows(read: Reading) -> str:
    """What the latest point shows: "is above the upper limit", "is one of 8 results running above the mean"."""
    options, side = read.series.options, read.last.side
    above = "above" if side > 0 else "below"
    end = "upper" if side > 0 else "lower"
    shown: dict[Signal | None, str] = {
        None: "is within what chance explains",
        "outside": f"is {above} the {end} limit",
        "trend": f"is one of at least {options.run} results that {'rise' if side > 0 else 'fall'} one after another",
        "two of three": f"is one of two out of three successive results near the {end} limit",
        "shift": f"is one of at least {options.shift} results running {above} the mean",
    }
    return shown[read.last.signal]
