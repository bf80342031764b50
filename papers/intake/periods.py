"""Labels of periods: the last day that a label says, the label in full, and labels that Excel has turned into dates."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

MONTH_AND_YEAR = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?[\s\-\u2013\u2019']*(?P<year>\d{4}|\d{2})")
FINANCIAL_YEAR = re.compile(r"(?P<first>\d{4})\s?[/\-\u2013]\s?(?P<last>\d{4}|\d{2})")
FINANCIAL_QUARTER = re.compile(r"(?:Q|Qtr|Quarter)\s?(?P<quarter>[1-4]),?\s+(?P<year>\d{4}\s?[/\-\u2013]\s?\d{2,4})", re.IGNORECASE)
DAY_AND_MONTH = re.compile(r"(?P<day>\d{1,2})-(?P<month>[A-Z][a-z]{2})")
"""How Excel shows the date that it makes of "Mar 12": 12-Mar."""

CENTURY_TURNS = 70
"""Two-digit years from here on are of the last century."""


@cache
def month_and_year(label: str) -> tuple[int, int] | None:
    """Year and month of a label such as "Dec 13", "Sept 13", "Dec12" or "December 2013"; None for any other."""
    found = MONTH_AND_YEAR.fullmatch(label.strip())
    month = _month(found["month"]) if found else None
    return (_year(found["year"]), month) if found and month else None


def _month(name: str) -> int | None:
    """The month that a name or an abbreviation of at least three letters stands for."""
    folded = name.lower().replace("sept", "sep") if len(name) == 4 else name.lower()
    return next((number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(folded)), None)


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= CENTURY_TURNS else 2000)


def month_end(year: int, month: int) -> dt.date:
    """The last day of the month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def end_of(label: str) -> dt.date | None:
    """The last day that the label says by itself: of a month and year, a financial year, a quarter of one. None for any other."""
    if found := month_and_year(label):
        return month_end(*found)
    if (year := _financial_year(label)) is not None:
        return dt.date(year + 1, 3, 31)
    if (quarter := FINANCIAL_QUARTER.fullmatch(label.strip())) and (year := _financial_year(quarter["year"])) is not None:
        number = int(quarter["quarter"])
        return month_end(year + number // 4, (3 + 3 * number - 1) % 12 + 1)
    return None


def _financial_year(label: str) -> int | None:
    """The year in which a financial year such as "2013/14" begins; None where the second year is not the next one."""
    found = FINANCIAL_YEAR.fullmatch(label.strip())
    if not found:
        return None
    first = int(found["first"])
    return first if found["last"] in (str(first + 1), f"{(first + 1) % 100:02}") else None


def spoken(label: str) -> str:
    """The label in full: "Dec 13" becomes "December 2013"; what is no month and year stays as it is."""
    found = month_and_year(label)
    return f"{MONTHS[found[1] - 1]} {found[0]}" if found else label


def label_of_date(day: dt.date, end: dt.date | None) -> str:
    """The label that Excel turned into this date: "Mar 12" became 12 March of some year, "Mar 2012" 1 March 2012.

    `end` is the period's last day where it is known. Without it the first or last day of a month is taken for the month of the
    date's own year, any other day for a year.
    """
    by_day = 2000 + day.day
    own = day.day == 1 or day == month_end(day.year, day.month)
    year = end.year if end and end.year in (by_day, day.year) else (day.year if own else by_day)
    return f"{MONTHS[day.month - 1][:3]} {year % 100:02}"


def label_of_day_and_month(text: str) -> str | None:
    """The label behind "12-Mar", as Excel shows and saves the date that it made of "Mar 12"; None for any other text."""
    found = DAY_AND_MONTH.fullmatch(text.strip())
    month = _month(found["month"]) if found else None
    return f"{MONTHS[month - 1][:3]} {int(found['day']):02}" if found and month else None
