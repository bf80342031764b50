"""The workbook inside a chart: the data that Word's Edit Data opens, and a second sheet with what the chart shows of it.

The second sheet keeps labels as they are shown, ticks and the kinds of series, so that nothing of a chart is lost in Word.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from papers.document import Chart
from papers.writers.word.xml import DECLARATION, PACKAGE, RELATION, SHEET, text
from papers.writers.word.zipping import Entry, archive, entry

DATA, SHOWN = "Data", "Shown"
CORNER = "Period"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Value = str | Decimal | None


def workbook(chart: Chart) -> bytes:
    """The workbook's bytes: one row a category and one column a series, values exact, gaps empty."""
    return archive([*_frame(), _sheet(1, _data(chart)), _sheet(2, _shown(chart))])


def column(number: int) -> str:
    """The letters of a column, from 0."""
    return LETTERS[number] if number < len(LETTERS) else LETTERS[number // len(LETTERS) - 1] + LETTERS[number % len(LETTERS)]


def number(value: Decimal) -> str:
    """The exact value without an exponent."""
    return f"{value:f}"


def _data(chart: Chart) -> list[list[Value]]:
    head: list[Value] = [CORNER, *[series.name for series in chart.series]]
    return [head, *[[name, *[series.values[n] for series in chart.series]] for n, name in enumerate(chart.categories)]]


def _shown(chart: Chart) -> list[list[Value]]:
    """Series across as in the data: kind, end label, format; the chart's own width; labels by category; then ticks, their values and labels."""
    rows: list[list[Value]] = [
        ["Series", *[series.name for series in chart.series]],
        ["Kind", *[series.kind for series in chart.series]],
        ["End label", *[series.end_label for series in chart.series]],
        ["Format", *[series.number_format for series in chart.series]],
        ["Width", None if chart.width is None else Decimal(chart.width)],
    ]
    rows += [[name, *[series.labels[n] for series in chart.series]] for n, name in enumerate(chart.categories)]
    ticks: list[list[Value]] = [[tick.label, tick.value] for tick in chart.ticks]
    return [*rows, ["Ticks"], *ticks]


def _sheet(place: int, rows: list[list[Value]]) -> Entry:
    lines = [f'<row r="{n}">{"".join([_cell(column(c), n, value) for c, value in enumerate(row)])}</row>' for n, row in enumerate(rows, 1)]
    words = f'{DECLARATION}<worksheet xmlns="{SHEET}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    return entry(f"xl/worksheets/sheet{place}.xml", words.encode())


def _cell(letters: str, row: int, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f'<c r="{letters}{row}"><v>{number(value)}</v></c>'
    return f'<c r="{letters}{row}" t="inlineStr"><is><t xml:space="preserve">{text(value)}</t></is></c>'


@lru_cache(maxsize=1)
def _frame() -> tuple[Entry, ...]:
    """The parts that all workbooks share."""
    sheets = "".join([f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate((DATA, SHOWN), 1)])
    related = "".join([f'<Relationship Id="rId{n}" Type="{RELATION}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in (1, 2)])
    types = "".join([f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{MAIN}.worksheet+xml"/>' for n in (1, 2)])
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{MAIN}.sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATION}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATION}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
    }
    return tuple(entry(name, (DECLARATION + words).encode()) for name, words in parts.items())
