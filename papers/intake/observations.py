"""What was seen in a file as observations, each figure on its place and held against its indicator and series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from papers.dataset import Indicator, Observation, Period, SeriesInfo, Value
from papers.errors import Place
from papers.intake.findings import Findings, hint
from papers.intake.layouts import NOTE, TEXTS, Calendar, Seen, read_calendar, read_layout
from papers.intake.relations import Reading
from papers.intake.values import value_text
from papers.intake.vocabulary import BUILT_IN

HUNDRED = Decimal(100)


@dataclass(slots=True)
class _Figures:
    """What must hold between a figure, its indicator and its series."""

    findings: Findings
    indicators: Mapping[str, Indicator]
    declared: Mapping[tuple[str, str], SeriesInfo]
    first: dict[tuple[str, dt.date], Place] = field(default_factory=dict)

    def is_first(self, indicator: str, end: dt.date, place: Place) -> bool:
        """Whether the indicator has no earlier row for this period."""
        earlier = self.first.setdefault((indicator, end), place)
        if earlier is not place:
            self.findings.add("duplicate-period", place, indicator=indicator, value=end.isoformat(), first=earlier.row)
        return earlier is place

    def check(self, observation: Observation) -> None:
        """Every figure belongs to a series that the indicator has, and can be what it is."""
        indicator = self.indicators.get(observation.indicator)
        if indicator is None:
            return
        for name, value in observation.values.items():
            if name in BUILT_IN or (indicator.id, name) in self.declared:
                if value.number is not None and (value.number > HUNDRED or indicator.maximum is not None):
                    self._check_size(name, observation, indicator)
            else:
                own = [series for owner, series in self.declared if owner == indicator.id]
                self.findings.add("unknown-series", observation.place_of(name), indicator=indicator.id, value=name, hint=hint(name, own))
        if indicator.polarity == "range" or "lower" in observation.values:
            self._check_range(indicator, observation)

    def _check_size(self, name: str, observation: Observation, indicator: Indicator) -> None:
        """A figure is not over the maximum; a percentage over 100 is pointed out where there is none."""
        value, place = observation.values[name], observation.place_of(name)
        series = self.declared.get((indicator.id, name))
        unit = series.unit if series else indicator.unit
        maximum = indicator.maximum if name in BUILT_IN else None
        if value.number is None:
            return
        if maximum is not None and value.number > maximum:
            self.findings.add("above-maximum", place, value=value_text(value), data=str(maximum))
        elif maximum is None and unit == "percent" and value.number > HUNDRED:
            self.findings.add("high-percentage", place, value=value_text(value))

    def _check_range(self, indicator: Indicator, observation: Observation) -> None:
        """An indicator within a range has no target, and its range has its lower end below."""
        target, lower, upper = (observation.values.get(name) for name in ("target", "lower", "upper"))
        if indicator.polarity == "range" and target:
            self.findings.add("target-on-range", observation.place_of("target"), indicator=indicator.id, value=value_text(target))
        if lower and upper and lower.number is not None and upper.number is not None and lower.number > upper.number:
            self.findings.add("range-upside-down", observation.place_of("lower"), value=value_text(lower), data=value_text(upper))


def observations(reading: Reading, indicators: tuple[Indicator, ...], series: tuple[SeriesInfo, ...]) -> tuple[Observation, ...]:
    """The observations in report order: by indicator, then by period."""
    calendar = read_calendar(reading)
    grid = reading.grids.get("observations")
    seen = read_layout(grid, frozenset(one.name for one in series), calendar, reading) if grid else ()
    known = {} if reading.is_unsure("series") else {one.id: one for one in indicators}
    figures = _Figures(reading.findings, known, {(one.indicator, one.name): one for one in series})
    found = []
    for one in seen:
        end = one.period.end if isinstance(one, Observation) else one.end
        if figures.is_first(one.indicator, end, one.place):
            found.append(one if isinstance(one, Observation) else _observation(one, calendar))
            figures.check(found[-1])
    if seen:
        _report_unobserved(reading, {one.indicator for one in seen})
    rank = {one.id: index for index, one in enumerate(indicators)}
    return tuple(sorted(found, key=lambda one: (rank.get(one.indicator, len(rank)), one.period.end)))


def _observation(seen: Seen, calendar: Calendar) -> Observation:
    values = dict(_values(seen))
    period = Period(seen.label, seen.end, calendar.spoken(seen.label, seen.indicator))
    return Observation(seen.indicator, period, values, seen.fields.get("published_rating"), seen.fields.get("note", ""), seen.place)


def _values(seen: Seen) -> Iterator[tuple[str, Value]]:
    """The figures by series, in the order of the built-in ones and then by name, with their footnotes."""
    figures = {name: what for name, what in seen.fields.items() if isinstance(what, Value)}
    notes = {name.removesuffix(NOTE): what for name, what in seen.fields.items() if name.endswith(NOTE) and name not in TEXTS}
    order = [*BUILT_IN, *sorted({*figures, *notes} - BUILT_IN.keys())]
    for name in order:
        if name in figures or name in notes:
            value: Value = figures.get(name, Value(None))
            yield name, replace(value, note=notes.get(name, ""), place=_place(seen, name))


def _place(seen: Seen, name: str) -> Place:
    return seen.places.get(name) or seen.places[name + NOTE]


def _report_unobserved(reading: Reading, observed: set[str]) -> None:
    for name, record in reading.known("indicators").items():
        if name and name not in observed and not record["ended"]:
            reading.findings.add("nothing-observed", record.at("id"), value=name)
