"""Figures of a chart that somebody changed in Word: what it draws, what its workbook says and what its labels say are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from papers.document import Chart, Series
from papers.errors import Place, Problem, problem

Rows = list[dict[int, str]]
"""The rows of a sheet, each cell's text by its column."""

LABEL = re.compile(r"[-\u2212\u2013]?[£$€]?([0-9][0-9,]*(?:\.([0-9]+))?)%?")
"""A label that is a number and nothing more: a sign, a currency, digits, a per cent sign."""


def altered(chart: Chart, data: Rows) -> Iterator[Problem]:
    """A problem for each value that is not what the chart's workbook says, or else not what its label says."""
    for number, series in enumerate(chart.series, 1):
        told = False
        for category, value, said in _in_workbook(chart, number, data):
            told = True
            words = {"name": chart.id, "series": series.name, "category": category}
            yield problem("word-chart-apart", Place(block=chart.id), value=_number(value), data=said or "nothing", **words)
        if not told:
            for category, value, label in _mislabelled(chart, series):
                words = {"name": chart.id, "series": series.name, "category": category}
                yield problem("word-chart-label", Place(block=chart.id), value=_number(value), data=label, **words)


def _number(value: Decimal | None) -> str:
    return "nothing" if value is None else str(value)


def _in_workbook(chart: Chart, number: int, data: Rows) -> Iterator[tuple[str, Decimal | None, str]]:
    """The values of the series with this number that differ from those in its column, with what the workbook says.

    None where the column has another name or ends early: somebody has rearranged the workbook.
    """
    series = chart.series[number - 1]
    if len(data) <= len(chart.categories) or data[0].get(number) != series.name:
        return
    for category, value, row in zip(chart.categories, series.values, data[1:], strict=False):
        said = row.get(number, "")
        if not _same(value, said):
            yield category, value, said


def _same(value: Decimal | None, said: str) -> bool:
    """Whether the cell says the value; Excel writes numbers as the nearest of the binary ones."""
    if value is None or not said:
        return value is None and not said
    try:
        return float(value) == float(said)
    except ValueError:
        return False


def _mislabelled(chart: Chart, series: Series) -> Iterator[tuple[str, Decimal, str]]:
    """The values whose labels say another number, where most labels say theirs: labels may be words, or numbers in another unit."""
    wrong: list[tuple[str, Decimal, str]] = []
    right = 0
    for category, value, label in zip(chart.categories, series.values, series.labels, strict=True):
        fits = None if value is None or not label else _says(label, value)
        if fits:
            right += 1
        elif fits is not None and value is not None and label:
            wrong.append((category, value, label))
    if right > len(wrong):
        yield from wrong


def _says(label: str, value: Decimal) -> bool | None:
    """Whether the label says the value, rounded in whatever way, or a hundred times it; None where it is more than a number."""
    found = LABEL.fullmatch(label.strip())
    if not found:
        return None
    try:
        number = Decimal(found[1].replace(",", ""))
    except InvalidOperation:
        return None
    step = Decimal(1).scaleb(-len(found[2] or ""))
    return any(abs(abs(value) * times - number) <= step for times in (1, 100))
