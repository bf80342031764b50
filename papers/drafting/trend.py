"""The trend table of an indicator: what happened in each period, across the page or, where there are many, down it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from papers.dataset import Indicator, Observation, SeriesInfo
from papers.document import Cell, Column, Row, Table, plain
from papers.drafting.ids import figure, indicator_id
from papers.drafting.material import Material
from papers.drafting.parts import NOT_RATED, cell, columns, figure_cell, header, row, value_cell
from papers.drafting.shares import fitted
from papers.narrative.running import printed_rating
from papers.results import Assessment, Rated
from papers.wording import capital, unit_of

MOST_ACROSS = 8
"""Periods that fit across a page at 12 points; more run down it."""

SHORT = 9
"""Characters of a word and of "Not rated", which stand on one line."""

ABSENT = "n/a"
"""A period that is past and has no figure."""
NOT_DUE = "Not yet due"
"""A period that is still to come."""

BASIS = {
    "quarter": "By quarter",
    "quarter end": "At quarter end",
    "month": "By month",
    "month end": "At month end",
    "year to date": "Year to date",
    "rolling 12 month": "Rolling 12 months",
    "academic year": "By academic year",
    "financial year": "By financial year",
    "snapshot": "At the date",
}
"""How a table of that basis is headed; any other basis heads it in its own words."""

BOUNDS = (("Target", "target"), ("Lower threshold", "lower"), ("Upper threshold", "upper"))
"""What an actual is held against, as it is labelled; a row for each that has a figure."""

ONE_OF_MANY = Decimal(2)
"""A number that a unit is named in the plural with, for a label over many figures."""

SELF_EVIDENT = frozenset({"percent", "count"})
"""Units that a figure shows by itself or that need no word."""


@dataclass(frozen=True, slots=True)
class Line:
    """One series of the table: its label and its cell in each period."""

    label: str
    cells: tuple[Cell, ...]


def trend_table(source: Material, indicator: Indicator) -> Table:
    """The indicator's figures by period: actual (and what is rated instead of it), bounds, rating, comparators and extra rows."""
    observations = source.of(indicator)
    lines = _lines(source, indicator, observations)
    draw = _across if len(observations) <= MOST_ACROSS else _down
    rows, widths = draw(indicator, observations, lines)
    name = f"{indicator.name}: figures by period"
    return Table(indicator_id(indicator.id, "trend"), name, widths, rows)


def unit_label(label: str, unit: str) -> str:
    """The label with the unit in brackets, where figures are shown without it."""
    word = unit_word(unit)
    return label if not word or word.lower() in label.lower() else f"{label} ({word})"


def unit_word(unit: str, number: Decimal | None = ONE_OF_MANY) -> str:
    """The unit where figures are shown without it, as it goes with the number; nothing where they need no word or there is no number."""
    if number is None or unit in SELF_EVIDENT or unit.startswith("GBP"):
        return ""
    return unit_of(unit).one.strip() if abs(number) == 1 else unit


def _lines(source: Material, indicator: Indicator, observations: Sequence[Observation]) -> list[Line]:
    assessment = source.assessment(indicator) if indicator.kind == "kpi" else None
    others = (*source.extras(indicator, "comparator"), *source.extras(indicator, "extra"))
    lines = [
        _actuals(source, indicator, observations, assessment),
        *(_series_line(info, indicator, observations) for info in others if info.name == indicator.measure),
        *(_line(label, indicator, observations, name, indicator.unit) for label, name in BOUNDS),
        *_rated_lines(indicator, observations, assessment),
        *(_series_line(info, indicator, observations) for info in others if info.name != indicator.measure),
    ]
    return [line for line in lines if any(each.inlines for each in line.cells)]


def _actuals(source: Material, indicator: Indicator, observations: Sequence[Observation], assessment: Assessment | None) -> Line:
    """What was achieved, the current figure in bold; a period without a figure says why: past, or still to come."""
    current = assessment.current.period if assessment else None
    cells = [_value(indicator, o, "actual", indicator.unit, bold=o.period == current) for o in observations]
    past = [o.period.end <= source.info.period_end for o in observations]
    shown = [each if each.inlines else cell(ABSENT if gone else NOT_DUE) for each, gone in zip(cells, past, strict=True)]
    return Line(unit_label("Actual", indicator.unit), tuple(shown))


def _line(label: str, indicator: Indicator, observations: Sequence[Observation], series: str, unit: str) -> Line:
    return Line(label, tuple(_value(indicator, o, series, unit) for o in observations))


def _series_line(info: SeriesInfo, indicator: Indicator, observations: Sequence[Observation]) -> Line:
    return _line(unit_label(info.label, info.unit), indicator, observations, info.name, info.unit)


def _value(indicator: Indicator, observation: Observation, series: str, unit: str, *, bold: bool = False) -> Cell:
    return value_cell(observation.values.get(series), unit, figure(indicator.id, observation.period, series), bold=bold)


def _rated_lines(indicator: Indicator, observations: Sequence[Observation], assessment: Assessment | None) -> list[Line]:
    """The floor where the data gives one by period (a derived one stands in the key figures alone), and the ratings."""
    if assessment is None:
        return []
    rated = {each.period.end: each for each in assessment.history}
    ratings = tuple(_rating(indicator, o, rated.get(o.period.end), assessment.current) for o in observations)
    return [_line("Floor", indicator, observations, "floor", indicator.unit), Line("Rating", ratings)]


def _rating(indicator: Indicator, observation: Observation, rated: Rated | None, current: Rated) -> Cell:
    if rated is None:
        return Cell()
    is_current = rated.period == current.period
    return figure_cell(printed_rating(rated, current) or NOT_RATED, figure(indicator.id, observation.period, "rating"), bold=is_current)


def _across(indicator: Indicator, observations: Sequence[Observation], lines: Sequence[Line]) -> tuple[tuple[Row, ...], tuple[Column, ...]]:
    heading = BASIS.get(indicator.basis, capital(indicator.basis)) or "Period"
    labels = [o.period.label for o in observations]
    rows = (header(heading, *labels), *(row((cell(line.label), *_joined(line.cells))) for line in lines))
    texts = [[labels[n], *(plain(line.cells[n].inlines) for line in lines)] for n in range(len(labels))]
    single = [[text for text in column if len(text) <= SHORT] for column in texts]
    return rows, columns(fitted([heading, *(line.label for line in lines)], single, short=SHORT))


def _down(indicator: Indicator, observations: Sequence[Observation], lines: Sequence[Line]) -> tuple[tuple[Row, ...], tuple[Column, ...]]:
    heading = BASIS.get(indicator.basis, capital(indicator.basis)) or "Period"
    body = [row((cell(o.period.label), *(line.cells[n] for line in lines))) for n, o in enumerate(observations)]
    rows = (header(heading, *(line.label for line in lines)), *body)
    widths = fitted([heading, *(o.period.label for o in observations)], [[line.label, *_texts(line.cells)] for line in lines])
    return rows, columns(widths)


def _texts(cells: Iterable[Cell]) -> list[str]:
    return [plain(each.inlines) for each in cells]


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    """Neighbours that say the same words (New indicator for 2013/14) as one cell over all of them; figures stay apart."""
    out: list[Cell] = []
    for words, group in groupby(cells, key=_words):
        found = list(group)
        out += [cell(words, colspan=len(found))] if words and len(found) > 1 else found
    return out


def _words(each: Cell) -> str:
    """The words of a cell without a figure in it that are worth joining."""
    text = plain(each.inlines)
    return text if len(text.split()) > 2 else ""
