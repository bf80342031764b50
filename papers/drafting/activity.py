"""Activity indicators: a table of their figures, and for each that has more to say its chart and commentary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.dataset import Indicator, Observation, SeriesInfo
from papers.document import Block, Cell, Chart, Group, Heading, Inline, LineBreak, Paragraph, Table, inlines, plain
from papers.drafting.authored import Place
from papers.drafting.blocks import commentary, notes
from papers.drafting.charts import activity_chart
from papers.drafting.ids import block_id, figure, indicator_id
from papers.drafting.material import Material
from papers.drafting.parts import cell, columns, figure_run, header, row
from papers.drafting.placing import Piece
from papers.drafting.shares import shares
from papers.drafting.trend import unit_label
from papers.narrative import activity
from papers.wording import shown, shown_value

ACTUAL = "actual"


def activity_table(source: Material, key: str, title: str, indicators: Sequence[Indicator]) -> Table:
    """A row an indicator: the latest figure, earlier ones, the expected range and other figures where there are any."""
    parts = {
        "Latest": [_latest(source, indicator) for indicator in indicators],
        "Earlier": [_earlier(source, indicator) for indicator in indicators],
        "Expected range": [_range(source, indicator) for indicator in indicators],
        "Also reported": [_extras(source, indicator) for indicator in indicators],
    }
    told = {label: cells for label, cells in parts.items() if any(each.inlines for each in cells)}
    rows = [row((_name(indicator), *(cells[n] for cells in told.values()))) for n, indicator in enumerate(indicators)]
    widths = shares([482.0 - 108.0 * len(told), *[108.0] * len(told)])
    return Table(block_id(key, "activity"), title, columns(widths, len(widths)), (header("Indicator", *told), *rows))


def _name(indicator: Indicator) -> Cell:
    return cell(unit_label(indicator.name, indicator.unit))


def _latest(source: Material, indicator: Indicator) -> Cell:
    told = _told(source, indicator)
    if not told:
        return cell("No figure")
    last = told[-1]
    text = shown_value(last.values[ACTUAL], indicator.unit)
    return cell(figure_run(text, figure(indicator.id, last.period, ACTUAL), bold=True), LineBreak(), last.period.label)


def _earlier(source: Material, indicator: Indicator) -> Cell:
    """The figures before the latest, latest first, each with its period."""
    lines = [
        _line(figure_run(shown_value(o.values[ACTUAL], indicator.unit), figure(indicator.id, o.period, ACTUAL)), o.period.label)
        for o in reversed(_told(source, indicator)[:-1])
    ]
    return cell(*_stacked(lines))


def _line(value: Inline, period: str) -> list[Inline | str]:
    return [value, f", {period}"]


def _stacked(lines: Sequence[Sequence[Inline | str]]) -> list[Inline | str]:
    """The lines under each other."""
    out: list[Inline | str] = []
    for n, line in enumerate(lines):
        out += [LineBreak(), *line] if n else line
    return out


def _told(source: Material, indicator: Indicator) -> list[Observation]:
    return [o for o in source.of(indicator) if o.number(ACTUAL) is not None]


def _range(source: Material, indicator: Indicator) -> Cell:
    """The thresholds of the latest figure's period."""
    told = _told(source, indicator)
    ends = [(name, told[-1].number(name)) for name in ("lower", "upper")] if told else []
    known: list[Inline | str] = []
    for name, number in ends:
        if number is not None:
            known += [" to "] if known else []
            known.append(_end(indicator, told[-1], name, number))
    return cell(*known)


def _end(indicator: Indicator, observation: Observation, name: str, number: Decimal) -> Inline:
    return figure_run(shown(number, indicator.unit), figure(indicator.id, observation.period, name))


def _extras(source: Material, indicator: Indicator) -> Cell:
    """Figures of other series, each with its label and period."""
    lines = [
        [f"{unit_label(info.label, info.unit)} ", _extra(indicator, o, info), f", {o.period.label}"]
        for info in source.series.get(indicator.id, ())
        for o in source.of(indicator)
        if info.name in o.values and shown_value(o.values[info.name], info.unit)
    ]
    return cell(*_stacked(lines))


def _extra(indicator: Indicator, observation: Observation, info: SeriesInfo) -> Inline:
    return figure_run(shown_value(observation.values[info.name], info.unit), figure(indicator.id, observation.period, info.name))


def activity_block(source: Material, indicator: Indicator, level: int, place: Place, *, with_chart: bool = True) -> Iterator[Piece]:
    """The indicator's sentence, chart and commentary under its heading; nothing where its row in the table says it all."""
    chart = indicator_chart(source, indicator) if with_chart else None
    if chart is None and indicator.id not in source.parts:
        return
    key = indicator_id(indicator.id)
    blocks: list[Block] = [
        Heading(key, level, inlines(indicator.title), short=indicator.short_title or None),
        Paragraph(indicator_id(indicator.id, "status"), activity(indicator, source.of(indicator)), "body"),
        *([chart] if chart else []),
    ]
    yield Group(indicator_id(indicator.id, "block"), tuple(blocks))
    yield from commentary(source, indicator, level, place)
    yield from notes(source, indicator)


def indicator_chart(source: Material, indicator: Indicator) -> Chart | None:
    """The activity's chart, its text alternative saying where it stands; None where there are too few figures."""
    observations = source.of(indicator)
    return activity_chart(indicator, observations, plain(activity(indicator, observations)))
