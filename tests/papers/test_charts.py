"""Every chart in a Word file has its workbook, and workbook, cache and Document hold the same values."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from papers.document import Chart, walk
from tests.papers.conftest import Built
from tests.word.opened import find, parts, tree

Values = tuple[Decimal | None, ...]
Drawn = tuple[tuple[str, ...], tuple[tuple[str, Values], ...]]
"""What a chart says: its categories, and each series' name and values."""


def charts(built: Built) -> Iterator[tuple[str, str, Worksheet]]:
    """Each chart of the body in order: its text alternative, its part's name and the sheet of its workbook."""
    relations = {each.get("Id"): each.get("Target") for each in find(tree(built.word, "word/_rels/document.xml.rels"), "pr:Relationship")}
    every = parts(built.word)
    for drawing in find(tree(built.word), "//w:drawing[.//c:chart]"):
        (at,) = find(drawing, ".//c:chart/@r:id")
        name = posixpath.join("word", relations[at])
        folder, file = posixpath.split(name)
        (target,) = find(tree(built.word, f"{folder}/_rels/{file}.rels"), "pr:Relationship/@Target")
        (alt,) = find(drawing, ".//wp:docPr/@descr")
        book = openpyxl.load_workbook(io.BytesIO(every[posixpath.normpath(posixpath.join(folder, target))]))
        yield alt, name, book.worksheets[0]


def cached(root) -> Drawn:
    """The categories and series as the chart part itself holds them."""
    series = sorted(find(root, "//c:ser"), key=lambda each: int(find(each, "string(c:order/@val)")))
    names = tuple(find(series[0], "c:cat//c:v/text()"))
    return names, tuple((find(each, "string(c:tx//c:v)"), _points(each)) for each in series)


def _points(series) -> Values:
    (count,) = find(series, "c:val//c:ptCount/@val")
    found = {find(point, "string(@idx)"): Decimal(find(point, "string(c:v)")) for point in find(series, "c:val//c:pt")}
    return tuple(found.get(str(n)) for n in range(int(count)))


def referred(root, sheet: Worksheet) -> Drawn:
    """The categories and series in the cells that the chart's formulas name."""
    series = sorted(find(root, "//c:ser"), key=lambda each: int(find(each, "string(c:order/@val)")))
    names = tuple(str(each) for each in _cells(series[0], "c:cat", sheet))
    return names, tuple((str(_cells(each, "c:tx", sheet)[0]), tuple(map(_exact, _cells(each, "c:val", sheet)))) for each in series)


def _cells(series, kind: str, sheet: Worksheet) -> list:
    name, area = find(series, f"string({kind}//c:f)").split("!")
    assert name.strip("'") == sheet.title
    found = sheet[area.replace("$", "")]
    return [cell.value for (cell,) in found] if isinstance(found, tuple) else [found.value]


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def meant(chart: Chart) -> Drawn:
    """The categories and series of the Document."""
    return chart.categories, tuple((each.name, each.values) for each in chart.series)


def test_every_chart_has_its_workbook_and_all_hold_the_same_values(built):
    checked = 0
    for each in built:
        wanted = [node for node in walk(each.paper.document) if isinstance(node, Chart)]
        found = list(charts(each))
        assert [alt for alt, _, _ in found] == [chart.alt for chart in wanted], each.name
        for chart, (_, name, sheet) in zip(wanted, found, strict=True):
            root = tree(each.word, name)
            assert cached(root) == meant(chart), (each.name, chart.id)
            assert referred(root, sheet) == meant(chart), (each.name, chart.id)
            checked += 1
    assert checked > 150


@pytest.mark.parametrize("fault", ["<c:smooth", "c:roundedCorners"])
def test_charts_say_what_office_would_else_assume(built, fault):
    for each in built:
        for name, part in parts(each.word).items():
            if name.startswith("word/charts/chart") and name.endswith(".xml"):
                lines = part.count(b"<c:lineChart>")
                assert fault.encode() in part or (fault == "<c:smooth" and not lines), (each.name, name)
