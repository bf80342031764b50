"""One figure in two places that nobody has linked: a row of a table, and a series or another row, the same in every period but one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from papers.checks.inside.known import SET, Known
from papers.dataset import DataTable
from papers.errors import Place, Problem, problem
from papers.wording import with_unit

ALIKE = 3
"""In how many periods, of different figures, two histories must agree to be taken for one."""


@dataclass(frozen=True, slots=True)
class History:
    """Figures of one thing by the labels of their periods, each with its cell."""

    what: str
    unit: str
    figures: Mapping[str, tuple[Decimal, Place]]


def figures_twice(known: Known) -> Iterator[Problem]:
    """The one figure in which two histories of a section differ that otherwise agree wherever both have one."""
    tables: dict[str, list[DataTable]] = {}
    for table in known.dataset.tables:
        tables.setdefault(table.section, []).append(table)
    for section in known.dataset.sections:
        rows = [each for table in tables.get(section.slug, ()) for each in _rows(table)]
        series = tuple(_series(known, section.slug)) if rows else ()
        for one, other in (*product(series, rows), *combinations(rows, 2)):
            yield from _differing(one, other)


def _differing(one: History, other: History) -> Iterator[Problem]:
    both = [label for label in one.figures if label in other.figures]
    apart = [label for label in both if one.figures[label][0] != other.figures[label][0]]
    alike = {one.figures[label][0] for label in both if label not in apart}
    if one.unit == other.unit and len(apart) == 1 and len(alike) >= ALIKE:
        (number, place), (second, where) = one.figures[apart[0]], other.figures[apart[0]]
        words = {"what": one.what, "other": other.what, "count": str(len(both) - 1), "period": apart[0], "where": str(where)}
        yield problem("figure-twice-differs", place, value=with_unit(number, one.unit), data=with_unit(second, one.unit), **words)


def _series(known: Known, section: str) -> Iterator[History]:
    """The series of the section's indicators."""
    for indicator in known.dataset.indicators:
        observed = known.observed.get(indicator.id, ()) if indicator.section == section else ()
        for name in dict.fromkeys(name for each in observed for name in each.values if name not in SET):
            figures = {_label(each.period.label): (number, each.place_of(name)) for each, number in known.points(indicator.id, name)}
            yield History(known.label(indicator, name), known.unit(indicator, name), figures)


def _rows(table: DataTable) -> Iterator[History]:
    """The rows of a table whose figures are in one unit, by the headings of their columns."""
    heads = [_label(heading) for heading in table.headings]
    for row in table.rows:
        cells = [(head, cell) for head, cell in zip(heads, row.cells, strict=True) if cell and cell.value.number is not None]
        units = {cell.unit for _, cell in cells}
        if len(units) == 1:
            figures = {head: (cell.value.number, cell.value.place) for head, cell in cells if cell.value.number is not None}
            yield History(f"{row.label} in \u201c{table.title}\u201d", units.pop(), figures)


def _label(text: str) -> str:
    """The label with one kind of dash and of space, as two places may type it."""
    return " ".join(re.sub(r"[\u2010-\u2015\u2212-]", " - ", text).split())
