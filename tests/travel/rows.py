"""Results as a clerk would write them in a row: "82 84 [p] 83" is three quarters, a dash is a quarter without a figure."""

import calendar
import datetime as dt
import re
from decimal import Decimal

from papers.travel import METHODS, Point, Series
from tests.samples import period, value

CELL = re.compile(r"\S+(?:\s+\[\w\])*")
MONTHS = {"monthly": 1, "quarterly": 3, "termly": 4, "half-yearly": 6, "annual": 12}
START = dt.date(2010, 3, 31)


def month_end(months: int, start: dt.date = START) -> dt.date:
    """The end of the month so many months after the start."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def point(cell: str, end: dt.date, **bounds: str | None) -> Point:
    """The point that a cell stands for."""
    told = value("" if cell == "-" else cell)
    numbers = {name: None if text is None else Decimal(text) for name, text in bounds.items()}
    return Point(period(end), told.number, qualifier=told.qualifier, broken="b" in told.markers, markers=told.markers, **numbers)


def points(row: str, frequency: str = "quarterly", **bounds: str) -> list[Point]:
    """The row's points, one a period; `target`, `lower` and `upper` are one number for all or one for each."""
    cells = CELL.findall(row)
    given = {name: text.split() * (1 if " " in text.strip() else len(cells)) for name, text in bounds.items()}
    each = [{name: None if texts[n] == "-" else texts[n] for name, texts in given.items()} for n in range(len(cells))]
    return [point(cell, month_end(n * MONTHS[frequency]), **each[n]) for n, cell in enumerate(cells)]


def series(
    row: str, polarity: str = "higher", *, unit: str = "percent", frequency: str = "quarterly", rebase=(), options=None, **bounds: str
):
    """The row as a series."""
    given = {} if options is None else {"options": options}
    return Series(points(row, frequency, **bounds), polarity, unit, frequency, rebase=rebase, **given)


def went(method: str, row: str, polarity: str = "higher", **rest):
    """The direction of the row by that method."""
    return METHODS[method](series(row, polarity, **rest))
