"""Activity indicators: a table of their figures, and for each that has more to say its chart and commentary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.assess import standing_of
from papers.dataset import Indicator, Observation, SeriesInfo
from papers.document import Block, Cell, Chart, Group, Heading, Inline, LineBreak, Paragraph, Run, Table, inlines, plain
from papers.drafting.authored import Place
from papers.drafting.blocks import commentary, notes
from papers.drafting.charts import SMALL_HEIGHT, activity_chart
from papers.drafting.control import chart_that_shows
from papers.drafting.ids import block_id, figure, indicator_id
from papers.drafting.material import Material
from papers.drafting.parts import cell, columns, figure_run, header, row, value_inlines
from papers.drafting.placing import Piece
from papers.drafting.shares import PADDING, TEXT_WIDTH, measure, shares
from papers.drafting.trend import trend_table, unit_label
from papers.narrative import activity
from papers.narrative.clauses import running
from papers.travel import Standing
from papers.wording import capital, shown

ACTUAL, BENCHMARK = "actual", "target"

MOST_EARLIER = 12
"""Earlier figures of an activity that its row shows, a year of months: the chart shows those before."""

ALONE = {"lower": "At least ", "upper": "Up to "}
"""What stands before a threshold without the other."""

MOST = {"Latest": 136.0, "Earlier": 122.0, "Expected range": 110.0, "Also reported": 140.0}
"""Points: the columns of the table of activity indicators, where they have something to say, are at most so wide."""


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
    own = [min(MOST[label], _need(label, cells)) for label, cells in told.items()]
    widths = shares([TEXT_WIDTH - sum(own), *own])
    return Table(block_id(key, "activity"), title, columns(widths, len(widths)), (header("Indicator", *told), *rows))


def _need(label: str, cells: Sequence[Cell]) -> float:
    """The width that keeps each line of the column whole."""
    lines = [line for each in cells for line in _lines(each)]
    return max([measure(label, bold=True), *(measure(line, bold=True) for line in lines)]) + PADDING


def _lines(each: Cell) -> list[str]:
    """The words of the cell by line."""
    breaks = [n for n, part in enumerate(each.inlines) if isinstance(part, LineBreak)]
    starts = [0, *(n + 1 for n in breaks)]
    return [plain(each.inlines[start:end]) for start, end in zip(starts, [*breaks, None], strict=True)]


def _name(indicator: Indicator) -> Cell:
    return cell(unit_label(indicator.name, indicator.unit))


def _latest(source: Material, indicator: Indicator) -> Cell:
    told = _told(source, indicator)
    if not told:
        return cell("No figure")
    last = told[-1]
    value = value_inlines(last.values[ACTUAL], indicator.unit, figure(indicator.id, last.period, ACTUAL), bold=True)
    return cell(*value, LineBreak(), last.period.label)


def _earlier(source: Material, indicator: Indicator) -> Cell:
    """The figures before the latest, latest first, each with its period; of very many the latest ones, and how many there are before."""
    every = list(reversed(_told(source, indicator)[:-1]))
    before = every[:MOST_EARLIER]
    values = [value_inlines(o.values[ACTUAL], indicator.unit, figure(indicator.id, o.period, ACTUAL)) for o in before]
    lines: list[list[Inline | str]] = [[*value, f", {o.period.label}"] for value, o in zip(values, before, strict=True)]
    more = [[f"and {len(every) - len(before)} before"]] if len(every) > len(before) else []
    return cell(*_stacked([*lines, *more]))


def _stacked(lines: Sequence[Sequence[Inline | str]]) -> list[Inline | str]:
    """The lines under each other."""
    out: list[Inline | str] = []
    for n, line in enumerate(lines):
        out += [LineBreak(), *line] if n else line
    return out


def _told(source: Material, indicator: Indicator) -> list[Observation]:
    """The periods that have a figure, be it suppressed."""
    return [o for o in source.of(indicator) if ACTUAL in o.values and (o.number(ACTUAL) is not None or o.values[ACTUAL].is_suppressed)]


def _range(source: Material, indicator: Indicator) -> Cell:
    """What the latest figure is held against ("610 to 665", "up to 3,000", "benchmark 500"), and under it where it stands and since when."""
    told = _told(source, indicator)
    stands = standing_of(indicator, source.of(indicator)) if told and told[-1].number(ACTUAL) is not None else None
    ends = [(name, told[-1].number(name)) for name in ("lower", "upper")] if told else []
    known = [(name, _end(indicator, told[-1], name, number)) for name, number in ends if number is not None]
    where = (LineBreak(), _standing(source, indicator, stands)) if stands else ()
    if len(known) == 2:
        return cell(known[0][1], " to ", known[1][1], *where)
    if not known and stands and stands.point.target is not None:
        return cell("Benchmark ", _end(indicator, told[-1], BENCHMARK, stands.point.target), *where)
    return cell(*(part for name, end in known for part in (ALONE[name], end)), *where)


def _standing(source: Material, indicator: Indicator, stands: Standing) -> Run:
    """Where the latest figure stands, and since when: "Above for the third quarter running"."""
    return figure_run(
        " ".join(filter(None, [capital(stands.side), running(source.phrases, stands)])), f"{indicator.id}/standing", bold=True
    )


def _end(indicator: Indicator, observation: Observation, name: str, number: Decimal) -> Inline:
    return figure_run(shown(number, indicator.unit), figure(indicator.id, observation.period, name))


def _extras(source: Material, indicator: Indicator) -> Cell:
    """Figures of other series, each with its label and period."""
    lines = [
        [f"{unit_label(info.label, info.unit)}: ", *_extra(indicator, o, info), f", {o.period.label}"]
        for info in source.series.get(indicator.id, ())
        for o in source.of(indicator)
        if info.name in o.values
    ]
    return cell(*_stacked(lines))


def _extra(indicator: Indicator, observation: Observation, info: SeriesInfo) -> tuple[Inline, ...]:
    return value_inlines(observation.values[info.name], info.unit, figure(indicator.id, observation.period, info.name))


def activity_block(source: Material, indicator: Indicator, level: int, place: Place, *, with_chart: bool = True) -> Iterator[Piece]:
    """The indicator's sentence, chart and commentary under its heading; nothing where its row in the table says it all."""
    if not has_block(source, indicator, with_chart=with_chart):
        return
    chart = indicator_chart(source, indicator) if with_chart else None
    key = indicator_id(indicator.id)
    blocks: list[Block] = [
        Heading(key, level, inlines(indicator.title), short=indicator.short_title or None),
        Paragraph(indicator_id(indicator.id, "status"), activity(source.phrases, indicator, source.of(indicator)), "body"),
        *([chart] if chart else []),
        *([trend_table(source, indicator)] if chart and source.info.chart_tables else []),
    ]
    yield Group(indicator_id(indicator.id, "block"), tuple(blocks))
    yield from commentary(source, indicator, level, place)
    yield from notes(source, indicator)


def has_block(source: Material, indicator: Indicator, *, with_chart: bool = True) -> bool:
    """Whether the indicator has more to say than its row in the table."""
    return indicator.id in source.parts or (with_chart and indicator_chart(source, indicator) is not None)


def indicator_chart(source: Material, indicator: Indicator) -> Chart | None:
    """The activity's chart, its text alternative saying where it stands; None where there are too few figures."""
    observations = source.of(indicator)
    alt = plain(activity(source.phrases, indicator, observations))
    chosen = chart_that_shows(indicator.chart, source, indicator, alt, height=SMALL_HEIGHT)
    return chosen or activity_chart(indicator, observations, alt)
