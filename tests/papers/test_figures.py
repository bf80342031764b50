"""The table of figures that goes with a PDF: all that the paper prints, and nothing else."""

import csv
import io

from papers.document import Chart, walk
from papers.writers.figures import Figure, printed_figures
from tests.layout import stress
from tests.papers.reading import words_of_text


def figures_of(document) -> list[Figure]:
    """The figures, read as a spreadsheet would."""
    lines = list(csv.reader(io.StringIO(printed_figures(document).decode("utf-8-sig"))))
    assert lines[0] == list(Figure._fields)
    return [Figure(*line) for line in lines[1:]]


def test_every_figure_is_one_that_the_paper_prints(built):
    for each in built:
        printed = set(words_of_text(each.text, each.draft))
        told = {word for figure in figures_of(each.paper.document) if figure.kind != "chart" for word in figure.shown.split()}
        assert told - printed - {"▲", "▼", "■"} == set(), each.name


def test_every_value_of_every_chart_is_there_exactly():
    document = stress.report(2)
    wanted = sum(value is not None for chart in walk(document) if isinstance(chart, Chart) for s in chart.series for value in s.values)
    found = [figure for figure in figures_of(document) if figure.kind == "chart"]
    assert len(found) == wanted > 0
    assert all(figure.number for figure in found)


def test_a_cell_stands_under_its_heading_and_beside_its_label(built):
    report = next(each for each in built if each.name == "kent/quarterly-performance-report")
    found = [figure for figure in figures_of(report.paper.document) if figure.figure == "CS01/2013-12-31/actual" and figure.kind == "table"]
    assert {(figure.row, figure.column, figure.shown) for figure in found} >= {("Actual", "Dec 13", "84%")}
