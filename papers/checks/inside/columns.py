"""Supplementary tables: columns that say by how much one beside them changed, and shares of a column beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from papers.checks.inside.known import Known
from papers.checks.inside.shares import HUNDRED, rounded
from papers.checks.language.matching import matcher
from papers.dataset import DataCell, DataRow, DataTable
from papers.errors import Problem, problem
from papers.suppression import UNSUMMED
from papers.wording import digits, with_unit

CHANGE = matcher(r"(?:%|per ?cent(?:age)? )?\s*(?:change|difference|increase|decrease|variance)(?: \(?%\)?)?", re.IGNORECASE)
"""Headings of columns that tell the difference of the two columns before them."""

SHARE = matcher(r"(?:share|per ?cent(?:age)?|%|proportion)(?: of (?:the )?(?:total|all))?", re.IGNORECASE)
"""Headings of columns that tell what share of the column's total the cell before them is."""


def changes_of_tables(known: Known) -> Iterator[Problem]:
    """Cells of a column of changes that are not the second column before them less the first, in figures or in percent."""
    for table in known.dataset.tables:
        for at, heading in enumerate(table.columns):
            if at >= 2 and CHANGE.fullmatch(heading.strip()) and _of_one_spanner(table, at - 2, at):
                for row in table.rows:
                    yield from _change(table, row, at)


def _change(table: DataTable, row: DataRow, at: int) -> Iterator[Problem]:
    told, then, now = (_number(row.cells[n]) for n in (at, at - 2, at - 1))
    cell, before, after = row.cells[at], row.cells[at - 2], row.cells[at - 1]
    if told is None or then is None or now is None or not (cell and before and after) or before.unit != after.unit:
        return
    own, slack = _half(told), _half(then) + _half(now)
    in_percent = cell.unit == "percent" and before.unit != "percent"
    if in_percent and then - _half(then) <= 0:
        return
    right = (now / then - 1) * HUNDRED if in_percent else now - then
    slack = slack * HUNDRED / then * 2 if in_percent else slack
    if abs(right - told) > own + slack and abs(right + told) > own + slack:  # some tables leave the sign to a word
        data = with_unit(rounded(right, told), cell.unit)
        words = {"table": table.title, "row": row.label, "column": table.columns[at], "then": digits(then), "now": digits(now)}
        yield problem("table-change-differs", cell.value.place, value=with_unit(told, cell.unit), data=data, **words)


def shares_of_tables(known: Known) -> Iterator[Problem]:
    """Cells of a column of shares that are not what the cell before them is of its column's total."""
    for table in known.dataset.tables:
        total = next((row for row in table.rows if row.kind == "total"), None)
        for at, heading in enumerate(table.columns):
            if total and at and SHARE.fullmatch(heading.strip()) and _of_one_spanner(table, at - 1, at):
                for row in table.rows:
                    yield from _share(table, row, total, at)


def _share(table: DataTable, row: DataRow, total: DataRow, at: int) -> Iterator[Problem]:
    told, part, whole = _number(row.cells[at]), _number(row.cells[at - 1]), _number(total.cells[at - 1])
    cell, other = row.cells[at], row.cells[at - 1]
    if told is None or part is None or not whole or not (cell and other) or cell.unit != "percent" or other.unit in UNSUMMED:
        return
    right = part / whole * HUNDRED
    if abs(right - told) > _half(told) + (_half(part) + _half(whole)) * HUNDRED / whole:
        words = {"table": table.title, "row": row.label, "column": table.columns[at], "part": digits(part), "whole": digits(whole)}
        data = with_unit(rounded(right, told), "percent")
        yield problem("table-share-differs", cell.value.place, value=with_unit(told, "percent"), data=data, **words)


def _of_one_spanner(table: DataTable, first: int, last: int) -> bool:
    """Whether the columns stand under one spanner, or under none."""
    return not table.spanners or len(set(table.spanners[first : last + 1])) == 1


def _number(cell: DataCell | None) -> Decimal | None:
    return cell.value.number if cell and not cell.value.qualifier else None


def _half(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2
