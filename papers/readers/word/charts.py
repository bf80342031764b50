"""Native charts as chart nodes: names, values and colours from the chart itself, labels, kinds and ticks from its workbook.

What Word's Edit Data changes is in the chart; the workbook's sheet "Shown" says how the values are shown. A chart without that
sheet shows its values as they are.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from papers.document import MARKER_SHAPES, SERIES_KINDS, Chart, MarkerShape, Series, SeriesKind, Tick
from papers.readers.word.altered import Rows, altered
from papers.readers.word.drawings import chart_part
from papers.readers.word.names import CHART, DRAWING, EMU, PLACED, RELATION, SHEET
from papers.readers.word.parts import alternative_of

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.package import Package
    from papers.readers.word.reading import Reading

DATA, SHOWN = "Data", "Shown"
"""The sheets: of the values, a row for a category and a column for a series under its name; and the one that says how a chart's values are shown; its rows begin with the four below, then come labels, then ticks."""

KIND, END_LABEL, FORMAT, WIDTH, FIRST_LABEL = 1, 2, 3, 4, 5
TICKS = "Ticks"
KINDS: dict[str, SeriesKind] = {each: each for each in SERIES_KINDS}
SHAPES: dict[str, MarkerShape] = {each: each for each in MARKER_SHAPES}
DASHES: dict[str, SeriesKind] = {"dash": "target", "sysDash": "limit", "sysDot": "threshold", "lgDash": "trend"}
COLOURLESS = "#000000"


def c(name: str) -> str:
    """The name in DrawingML charts."""
    return f"{{{CHART}}}{name}"


def read_chart(drawing: Element, own: str, reading: Reading) -> Chart | None:
    """The chart of a drawing, with the id `own`. One that makes no chart node is reported and gives None."""
    part = chart_part(drawing, reading)
    root = reading.package.trees.get(part)
    try:
        found = None if root is None else _chart(drawing, root, own, _sheet(reading.package, part, SHOWN))
    except (ValueError, ArithmeticError, KeyError, IndexError) as error:
        reading.not_carried("A chart", alternative_of(drawing), f"Restore it from the paper as it was built ({error}).")
        return None
    if found:
        reading.problems += altered(found, _sheet(reading.package, part, DATA))
    return found


def _chart(drawing: Element, root: Element, own: str, rows: Rows) -> Chart:
    found = sorted(root.iter(c("ser")), key=lambda each: int(_val(each, "order") or 0))
    categories = (
        tuple(_texts(found[0], "cat").values()) if found else tuple(row.get(0, "") for row in rows[FIRST_LABEL : _place_of_ticks(rows)])
    )
    series = tuple(_series(each, n, len(categories), rows) for n, each in enumerate(found, 1))
    extent = next(drawing.iter(f"{{{PLACED}}}extent"), None)
    height = round(int(extent.get("cy") or 0) / EMU) if extent is not None else 0
    width = rows[WIDTH].get(1) if rows else None
    return Chart(own, alternative_of(drawing), categories, series, _ticks(root, rows), height, int(width) if width else None)


def _series(element: Element, n: int, count: int, rows: Rows) -> Series:
    name = next((each.text or "" for each in element.iterfind(f"{c('tx')}//{c('v')}")), "")
    cached = _texts(element, "val")
    values = tuple(Decimal(cached[k]) if k in cached else None for k in range(count))
    shown = _colour(element)
    if not rows:
        kind = _kind(element)
        labels = tuple(None if value is None else str(value) for value in values)
        return Series(name, kind, values, labels, shown, marker=_marker(element, kind))
    shown_labels = [row.get(n) for row in rows[FIRST_LABEL : _place_of_ticks(rows)]]
    labels = tuple((*shown_labels, *([None] * count))[:count])
    kind = KINDS.get(rows[KIND].get(n, ""), _kind(element))
    return Series(name, kind, values, labels, shown, rows[END_LABEL].get(n), rows[FORMAT].get(n, "General"), _marker(element, kind))


def _colour(element: Element) -> str:
    """The colour of the series' bars or line; of its markers where it has no line."""
    places = (c("spPr"), c("marker"))
    found = (each.get("val") or "" for place in places for each in element.iterfind(f"{place}//{{{DRAWING}}}srgbClr"))
    colour = next(found, "")
    return f"#{colour.upper()}" if colour else COLOURLESS


def _marker(element: Element, kind: SeriesKind) -> MarkerShape | None:
    """The shape of the markers, where they are all that is drawn."""
    return SHAPES.get(_val(element, f"marker/{c('symbol')}") or "", "circle") if kind == "signal" else None


def _kind(element: Element) -> SeriesKind:
    """The kind of series by how it is drawn."""
    parent = element.getparent()
    if parent is not None and parent.tag == c("barChart"):
        return "bar"
    if element.find(f"{c('spPr')}/{{{DRAWING}}}ln/{{{DRAWING}}}noFill") is not None:
        return "signal"
    dash = next((each.get("val") or "" for each in element.iterfind(f"{c('spPr')}//{{{DRAWING}}}prstDash")), "")
    return DASHES.get(dash, "line")


def _place_of_ticks(rows: Rows) -> int:
    """The number of the row after which the ticks come: the last one that says so and nothing else."""
    return max((n for n, row in enumerate(rows) if row == {0: TICKS}), default=len(rows))


def _ticks(root: Element, rows: Rows) -> tuple[Tick, ...]:
    if rows:
        return tuple(Tick(Decimal(row[1]), row.get(0, "")) for row in rows[_place_of_ticks(rows) + 1 :] if 1 in row)
    axis = next(root.iter(c("valAx")))
    low, high = Decimal(_val(axis, f"scaling/{c('min')}") or "0"), Decimal(_val(axis, f"scaling/{c('max')}") or "0")
    unit = Decimal(_val(axis, "majorUnit") or str(high - low))
    return tuple(Tick(low + n * unit, str(low + n * unit)) for n in range(int((high - low) / unit) + 1))


def _val(element: Element, path: str) -> str | None:
    found = element.find(c(path))
    return None if found is None else found.get("val")


def _texts(element: Element, name: str) -> dict[int, str]:
    """The cached points of a series' categories or values, by number."""
    points = element.iterfind(f"{c(name)}//{c('pt')}")
    return {int(point.get("idx") or 0): point.findtext(c("v")) or "" for point in points}


def _sheet(package: Package, part: str, name: str) -> Rows:
    """The rows of a sheet of the chart's workbook, each cell's text by its column; none where there is no such sheet."""
    book = package.workbooks.get(package.part_of_kind("package", part))
    if book is None:
        return []
    main = book.trees[book.main]
    sheet = next((each for each in main.iter(f"{{{SHEET}}}sheet") if each.get("name") == name), None)
    relation = None if sheet is None else book.relations(book.main).get(sheet.get(f"{{{RELATION}}}id") or "")
    root = book.trees.get(relation.target) if relation else None
    shared = _shared(book)
    return [] if root is None else [{_column(cell): _text(cell, shared) for cell in row} for row in root.iter(f"{{{SHEET}}}row")]


def _shared(book: Package) -> list[str]:
    """Texts that Excel keeps apart from the cells when it saves a workbook."""
    root = book.trees.get(book.part_of_kind("sharedStrings", book.main))
    items = () if root is None else root.iter(f"{{{SHEET}}}si")
    return ["".join(each.text or "" for each in item.iter(f"{{{SHEET}}}t")) for item in items]


def _column(cell: Element) -> int:
    number = 0
    for letter in (cell.get("r") or "A").rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _text(cell: Element, shared: list[str]) -> str:
    if cell.get("t") == "s":
        return shared[int(cell.findtext(f"{{{SHEET}}}v") or 0)]
    return "".join(each.text or "" for each in cell.iter(f"{{{SHEET}}}t", f"{{{SHEET}}}v"))
