"""Charts that show what a method of direction knows: the limits of a control chart with its phases and signals, or a trend line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from papers.assess import travel_series
from papers.dataset import Indicator, Observation, Period
from papers.document import Chart, MarkerShape, Series, SeriesKind
from papers.drafting.charts import (
    BAR,
    COMPARATORS,
    LEAST_POINTS,
    TARGET,
    Measure,
    chart_of,
    comparator_of,
    count,
    decimals,
    ended,
    performance_chart,
    series_of,
    thresholds,
)
from papers.drafting.material import Material
from papers.narrative.control import control_words, trend_words
from papers.results import Went
from papers.travel import ControlChart, Line, Phase, control_chart, meaning, trend_line
from papers.travel import Series as Results
from papers.travel.trend import happened
from papers.wording import number_format, shown

LEAST_HEIGHT = 136
"""Points: a chart of limits is not lower, for its lines would lie too close."""

SHOWN = {"spc": "limits", "trend": "trend"}
"""What the chart of an indicator shows by its method of direction."""

COLOURS: Mapping[SeriesKind, str] = {"target": TARGET, "limit": "#5B6470", "mean": "#5B6470", "trend": "#801650"}
SIGNALS: Mapping[tuple[str, MarkerShape, str], tuple[Went | None, ...]] = {
    ("Special cause: improvement", "triangle", "#28A197"): ("improved",),
    ("Special cause: concern", "diamond", "#A6192E"): ("worsened",),
    ("Special cause", "square", "#801650"): ("same", None),
}
"""How signals are drawn (their name in the key, their shape and colour) by what they mean."""


def kpi_chart(source: Material, indicator: Indicator, alt: str, *, height: int) -> Chart | None:
    """The indicator's chart as its column `chart` or its method of direction has it; its text alternative ends with its message.

    Bars where there are too few figures for limits or a trend; None where there are too few for these, too.
    """
    shows = indicator.chart or SHOWN.get(indicator.method or source.info.direction, "plain")
    made = chart_that_shows(shows, source, indicator, alt, height=height)
    return made or performance_chart(indicator, source.of(indicator), source.extras(indicator, "comparator"), alt, height=height)


def chart_that_shows(what: str, source: Material, indicator: Indicator, alt: str, *, height: int) -> Chart | None:
    """The chart with limits or a trend line; None where neither is asked for, or there are too few figures for it."""
    observations, infos = source.of(indicator), source.series.get(indicator.id, ())
    drawing = Drawing(source, indicator, observations, travel_series(indicator, observations, infos, source.info))
    return drawing.limits(alt, height) if what == "limits" else drawing.trend(alt, height) if what == "trend" else None


class Drawing:
    """The series of one indicator's chart: the measure that its direction is told from, as a line, and what is computed of it."""

    def __init__(self, source: Material, indicator: Indicator, observations: Sequence[Observation], results: Results) -> None:
        self.source, self.indicator, self.observations, self.results = source, indicator, observations, results
        self.unit = results.unit
        self.finest = max((decimals(each.figure) for each in results.points if each.figure is not None), default=0)

    def limits(self, alt: str, height: int) -> Chart | None:
        """The control chart; None with too few figures, or without a limit."""
        chart = control_chart(self.results)
        if len(chart.points) < LEAST_POINTS or all(phase.lower is None for phase in chart.phases):
            return None
        series = [*self._limits(chart), self._actual(), *self._goal(), *self._signals(chart)]
        return self._chart(series, f"{alt} {control_words(self.source.phrases, self.results, chart)}", max(height, LEAST_HEIGHT))

    def trend(self, alt: str, height: int) -> Chart | None:
        """The figures with their trend line, and the first comparator; None with too few of them."""
        line = trend_line(self.results)
        if line is None:
            return None
        others = [each for each in self.source.extras(self.indicator, "comparator") if each.unit == self.unit][:1]
        compared = [comparator_of(each, self.observations, COMPARATORS[0]) for each in others]
        series = [self._actual(), *self._goal(), *(each for each in compared if count(each)), self._line(line)]
        return self._chart(series, f"{alt} {trend_words(self.source.phrases, self.results, line)}", height)

    def _chart(self, series: Sequence[Series], alt: str, height: int) -> Chart:
        measure = Measure(self.indicator.measure, self.unit)
        return chart_of(self.indicator, self.observations, series, alt, height=height, from_zero=False, measure=measure)

    def _actual(self) -> Series:
        infos = self.source.series.get(self.indicator.id, ())
        name = next((each.label for each in infos if each.name == self.indicator.measure), "Actual")
        return series_of(name, "line", self.observations, self.indicator.measure, unit=self.unit, colour=BAR)

    def _goal(self) -> Iterator[Series]:
        """The target of the measure, or the expected range."""
        target = self._made("Target", "target", [each.target for each in self.results.points])
        yield from [ended(target, "Target")] if count(target) else []
        if self.indicator.measure == "actual":
            yield from thresholds(self.indicator, self.observations)

    def _limits(self, chart: ControlChart) -> Iterator[Series]:
        """Upper limit, lower limit and mean, each a series a phase, so that they step where a phase begins."""
        for phase in chart.phases:
            word = "Provisional " if phase.provisional else ""
            for name, level in (("upper limit", phase.upper), ("lower limit", phase.lower)):
                if level is not None:
                    yield self._level(f"{word}{name}", "limit", level, chart, phase)
        for phase in chart.phases:
            yield self._level("Mean", "mean", phase.mean, chart, phase)

    def _level(self, name: str, kind: SeriesKind, level: Decimal, chart: ControlChart, phase: Phase) -> Series:
        """A level over the periods of a phase; that of the last phase is named at its end, an earlier one says when it ended."""
        values = [level if phase.first.end <= each.period.end <= phase.last.end else None for each in self.results.points]
        named = name[0].upper() + name[1:]
        if phase is not chart.phases[-1]:
            return self._made(f"{named} to {phase.last.label}", kind, values, 1)
        return ended(self._made(named, kind, values, 1), named)

    def _signals(self, chart: ControlChart) -> Iterator[Series]:
        """The points that are no chance, over the line, by whether that is good."""
        found = {each.point.period.end: meaning(self.results, chart, each) for each in chart.points if each.signal}
        for (name, marker, colour), meant in SIGNALS.items():
            values = [each.figure if found.get(each.period.end, "") in meant else None for each in self.results.points]
            if any(value is not None for value in values):
                labels = tuple(None if value is None else shown(value, self.unit) for value in values)
                yield Series(name, "signal", tuple(values), labels, colour, number_format=self._format(), marker=marker)

    def _line(self, line: Line) -> Series:
        """The trend line at each period from its first to its last, as time passes."""
        days = (line.last.end - line.first.end).days
        values = [self._at(line, each.period, days) for each in self.results.points]
        clear = happened(line, self.results.options.significance) != "same"
        name = "Trend" if clear else "Trend (not clear)"
        return ended(self._made(name, "trend", values, 1), name)

    def _at(self, line: Line, period: Period, days: int) -> Decimal | None:
        if not line.first.end <= period.end <= line.last.end:
            return None
        value = line.start + (line.end - line.start) * (period.end - line.first.end).days / days
        return value.quantize(line.start, rounding=ROUND_HALF_UP)

    def _made(self, name: str, kind: SeriesKind, values: Sequence[Decimal | None], further: int | None = None) -> Series:
        """A line of numbers that are no row of the data: shown as they are, or with so many decimals more than the figures have."""
        given = max((decimals(each) for each in values if each is not None), default=0)
        places = given if further is None else self.finest + further
        digits = None if further is None else Decimal(1).scaleb(-places)
        labels = tuple(
            None if each is None else shown(each.quantize(digits, ROUND_HALF_UP) if digits else each, self.unit) for each in values
        )
        return Series(name, kind, tuple(values), labels, COLOURS[kind], number_format=number_format(self.unit, places))

    def _format(self) -> str:
        return number_format(self.unit, self.finest)
