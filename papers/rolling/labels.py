"""The period after a period: its label in the same style, and its last day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from papers.intake.periods import MONTHS, month_end

YEAR, QUARTER = 12, 3
"""Months."""

NAMES = "|".join(f"{name}|{name[:3]}" for name in (*MONTHS, "Sept"))
MONTH = re.compile(rf"\b(?P<month>{NAMES})(?P<gap>\.?[\s\-\u2013\u2019']*)(?P<year>\d{{4}}|\d{{2}})?\b")
OF_YEAR = re.compile(
    r"(?P<word>\bQ|\bQtr\s?|\bQuarter\s)(?P<quarter>[1-4])(?P<gap>\b,?\s*)(?P<year>\d{4}\s?[/\u2013-]\s?\d{2,4})?", re.IGNORECASE
)
SPAN = re.compile(r"\b(?P<first>\d{4})(?P<stroke>\s?[/\u2013-]\s?)(?P<last>\d{4}|\d{2})\b")
PLAIN_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
TERMS = ("Spring", "Summer", "Autumn")
TERM = re.compile(rf"\b(?P<term>{'|'.join(TERMS)})(?P<gap>(?: term)? )(?P<year>\d{{4}})\b", re.IGNORECASE)
ORDINALS = ("first", "second", "third", "fourth")
ORDINAL = re.compile(rf"\b(?P<ordinal>{'|'.join(ORDINALS)}) quarter\b", re.IGNORECASE)


def after(day: dt.date, months: int) -> dt.date:
    """The day so many months later; the last day of a month stays one."""
    whole = day.year * YEAR + day.month - 1 + months
    last = month_end(whole // YEAR, whole % YEAR + 1)
    return last if day == month_end(day.year, day.month) else last.replace(day=min(day.day, last.day))


def label_after(label: str, months: int, *, full: bool = False) -> str | None:
    """The label of the period so many months later, in the style of this one; None where the label does not say what follows it.

    `full` writes out a month after one that is the same long and short, as May is.
    """
    shifts: tuple[tuple[re.Pattern[str], int, Callable[[re.Match[str], int], str]], ...] = (
        (OF_YEAR, QUARTER, _quarter),
        (TERM, YEAR // 3, _term),
        (MONTH, 1, lambda found, by: _month(found, by, full=full)),
        (ORDINAL, QUARTER, _ordinal),
        (SPAN, YEAR, _span),
        (PLAIN_YEAR, YEAR, lambda found, by: str(int(found["year"]) + by)),
    )
    for pattern, unit, shift in shifts:
        if pattern.search(label):
            return pattern.sub(lambda found, by=months // unit, shift=shift: shift(found, by), label) if months % unit == 0 else None  # type: ignore[misc]
    return None


def says_when(label: str) -> bool:
    """Whether the label says its year, so that a figure keeps its label when time goes on."""
    return any(character.isdigit() for character in label)


def _month(found: re.Match[str], by: int, *, full: bool) -> str:
    name = found["month"]
    at = next(n for n, month in enumerate(MONTHS) if month[:3] == name[:3]) + by
    month = MONTHS[at % YEAR]
    shown = month if len(name) > 4 or (name in MONTHS and len(name) == 4) or (full and name == "May") else month[:3]
    year = found["year"]
    return f"{shown}{found['gap']}{_later(year, at // YEAR)}" if year else f"{shown}{found['gap']}"


def _later(year: str, by: int) -> str:
    """The year in as many digits."""
    return f"{(int(year) + by) % 10 ** len(year):0{len(year)}}"


def _quarter(found: re.Match[str], by: int) -> str:
    at = int(found["quarter"]) - 1 + by
    year = found["year"]
    span = SPAN.sub(lambda one: _span(one, at // 4), year) if year else ""
    return f"{found['word']}{at % 4 + 1}{found['gap']}{span}"


def _span(found: re.Match[str], by: int) -> str:
    return f"{int(found['first']) + by}{found['stroke']}{_later(found['last'], by)}"


def _term(found: re.Match[str], by: int) -> str:
    at = [term.lower() for term in TERMS].index(found["term"].lower()) + by
    term = TERMS[at % 3]
    return f"{term if found['term'][0].isupper() else term.lower()}{found['gap']}{int(found['year']) + at // 3}"


def _ordinal(found: re.Match[str], by: int) -> str:
    at = ORDINALS.index(found["ordinal"].lower()) + by
    return found[0].replace(found["ordinal"], ORDINALS[at % 4])
