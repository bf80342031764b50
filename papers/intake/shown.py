"""Numbers and dates of workbooks as their cells show them."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from papers.intake.periods import MONTHS
from papers.intake.values import Raw

SIGNIFICANT = 15
"""Digits that Excel keeps; further ones of a binary number are noise."""

QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
"""Parts of a number format that say nothing of digits."""

DECIMALS = re.compile(r"[0#?,]*[0#?](?:\.(?P<decimals>[0#?]*))?[^0#?./E]*")
"""A format that shows a plain number: no fraction, no power of ten."""

DAY_AND_MONTH, MONTH_AND_YEAR = re.compile(r"d{1,2}-mmm", re.IGNORECASE), re.compile(r"mmm-yy", re.IGNORECASE)


class ShownDate(dt.date):
    """A date whose cell shows it in another way, such as 13-Sep: what Excel made of the label "Sep 13"."""

    @property
    def shown(self) -> str:
        """What the cell shows."""
        return f"{self.day}-{MONTHS[self.month - 1][:3]}"


class ShownMonth(ShownDate):
    """A date whose cell shows Sep-13."""

    @property
    def shown(self) -> str:
        """What the cell shows."""
        return f"{MONTHS[self.month - 1][:3]}-{self.year % 100:02}"


def cell_text(value: object, number_format: str, *, exact: bool = False) -> Raw:
    """The cell as it is shown: text, or a date. `exact` cells keep every digit that they hold, whatever their format shows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return figure_text(value, number_format, exact=exact)
    return _date(value, number_format) if isinstance(value, dt.date) else str(value)


def _date(day: dt.date, number_format: str) -> dt.date:
    """The date without a time of day, as one that knows how its cell shows it where that is no full date."""
    shape = QUOTED.sub("", number_format.partition(";")[0]).strip()
    if DAY_AND_MONTH.fullmatch(shape):
        return ShownDate(day.year, day.month, day.day)
    if MONTH_AND_YEAR.fullmatch(shape):
        return ShownMonth(day.year, day.month, day.day)
    return dt.date(day.year, day.month, day.day)


def figure_text(value: float, number_format: str, *, exact: bool = False) -> str:
    """The number in digits, rounded half up as its format shows it: 0.834 in the format 0% is 83, 82 in 0.0 is 82.0.

    In a format that sets no decimals, such as General, every digit stays that Excel keeps.
    """
    shape = QUOTED.sub("", number_format.partition(";")[0])
    number = (Decimal(f"{value:.{SIGNIFICANT}g}") * (100 if "%" in shape else 1)).normalize()
    held = max(-int(number.as_tuple().exponent), 0)
    found = DECIMALS.search(shape)
    decimals = found["decimals"] or "" if found and DECIMALS.fullmatch(shape[found.start() :]) else None
    if decimals is None:
        return f"{number:.{held}f}"
    least, most = len(decimals) - len(decimals.lstrip("0")), len(decimals)
    kept = max(held if exact else min(held, most), least)
    return f"{number.quantize(Decimal(1).scaleb(-kept), ROUND_HALF_UP):f}"
