"""What a cell says: text of CSV files, workbooks and DataFrames as numbers, values, dates and choices. Pure functions.

Each takes a cell as read (text, or a date where the file knows it for one) and gives a `Parsed`, or raises `Refused` with the
kind of problem. `Parsed.habits` names what was forgiven on the way.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from unicodedata import normalize

from papers.dataset import Marker, Value
from papers.intake.columns import CellKind, Column
from papers.intake.findings import hint, nearest
from papers.intake.periods import MONTHS, label_of_date, label_of_day_and_month
from papers.intake.vocabulary import MARKERS, UNITS, WORDS
from papers.metrics import missing

Raw = str | dt.date

LONGEST_NAME = 40
"""A block's id, which has the name in it, is at most 64 characters."""

NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.:-]*[A-Za-z0-9])?")
PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
MOST_DIGITS = 10
"""Digits that Excel shows of a figure without a format. One with more of them, decimals among them, was computed and never rounded."""

KEPT_DECIMALS, KEPT_DIGITS = 2, 3
"""What such a figure keeps: two decimals, or three digits where it is below 1."""

EXACT = "unrounded"
"""The series whose figures keep every digit."""

STARS = re.compile(r"\s*\*+$")
PERCENT = re.compile(r"\s*%$")
POUND = re.compile(r"(?<=^)£\s*|(?<=^-)£\s*")
COMMA = re.compile(",")
NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|-?\.\d+")
EXPONENT = re.compile(r"-?\d(?:\.\d+)?E[+-]?\d+", re.IGNORECASE)
MARKED = re.compile(r"(?P<rest>.*?)(?P<markers>(?:\s*\[[^\[\]]*\])+)")
MARKER = re.compile(r"\[\s*([^\[\]]*?)\s*\]")
EXCEL_ERRORS = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|BUSY!|FIELD!|CONNECT!|BLOCKED!|UNKNOWN!|#+)"
)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d\d:\d\d(?::\d\d(?:\.0+)?)?)?")
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
WRITTEN = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -](\d{4}|\d{2})")
SERIAL = re.compile(r"[2-6]\d{4}(?:\.0+)?")
"""Excel counts days from 1900: 20000 is in 1954, 69999 in 2091."""

SPELLINGS = {"%": "percent", "per cent": "percent", "percentage": "percent", "number": "count", "no.": "count", "£": "GBP", "£k": "GBP thousands", "£000": "GBP thousands", "£000s": "GBP thousands", "£m": "GBP millions", "fte": "FTE", "day": "days", "week": "weeks"}  # fmt: skip
"""Other ways in which analysts write a unit."""

YES = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}


class Refused(Exception):  # noqa: N818 - it says what happened to the cell, and never leaves intake
    """A cell that can't be read, with the kind of its problem and the words of its sentence."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a cell says. `habits` are kinds of advice about how it was written."""

    what: Any
    habits: tuple[str, ...] = ()


@dataclass(slots=True)
class _Figure:
    """A figure's text on its way to digits, with what was taken off it."""

    text: str
    habits: list[str] = field(default_factory=list)

    def without(self, sign: re.Pattern[str], habit: str) -> None:
        bare = sign.sub("", self.text)
        if bare != self.text:
            self.text = bare
            self.habits.append(habit)


def read_text(raw: Raw, _: Column) -> Parsed:
    """Text with its white space made plain and its accents joined to their letters; line breaks become spaces."""
    if isinstance(raw, dt.date):
        return Parsed(raw.isoformat(), ("text-is-a-date",))
    text = normalize("NFC", " ".join(raw.split()))
    if text.startswith("#") and EXCEL_ERRORS.fullmatch(text):
        raise Refused("excel-error")
    if not text.isprintable() and CONTROL.search(text):
        raise Refused("control-character")
    lacking = "" if text.isascii() else missing((text,))
    if lacking:
        raise Refused("character-without-glyph", value=lacking[0], point=f"U+{ord(lacking[0]):04X}")
    return Parsed(text)


def read_name(raw: Raw, _: Column) -> Parsed:
    """An id or slug. Refused where it can't be part of a block's id."""
    text = _plain(raw)
    if len(text) > LONGEST_NAME or not NAME.fullmatch(text):
        raise Refused("not-a-name")
    return Parsed(text)


def read_choice(raw: Raw, column: Column) -> Parsed:
    """One of the column's words, in any case."""
    text = _plain(raw)
    chosen = {word.casefold(): word for word in column.allowed}.get(text.casefold())
    if chosen is None:
        raise Refused("not-a-choice", hint=hint(text, column.allowed), choices=", ".join(column.allowed))
    return Parsed(chosen)


def read_yes(raw: Raw, _: Column) -> Parsed:
    """True for yes, False for no."""
    said = YES.get(_plain(raw).casefold())
    if said is None:
        raise Refused("not-yes-or-no")
    return Parsed(said)


def read_list(raw: Raw, column: Column) -> Parsed:
    """The texts between bars, as a tuple without empty ones."""
    text = read_text(raw, column)
    return Parsed(tuple(part.strip() for part in text.what.split("|") if part.strip()), text.habits)


def read_unit(raw: Raw, _: Column) -> Parsed:
    """A unit in our spelling where we know it, else as typed."""
    text = _plain(raw)
    known = {unit.casefold(): unit for unit in UNITS}.get(text.casefold())
    if known:
        return Parsed(known)
    if spelt := SPELLINGS.get(text.casefold()):
        return Parsed(spelt, ("unit-spelling",))
    return Parsed(text, ("unit-near",) if nearest(text, UNITS) else ())


def read_number(raw: Raw, _: Column) -> Parsed:
    """A plain number, its digits as typed."""
    figure = _Figure(_plain(raw))
    return Parsed(_sensible(_digits(figure), figure), tuple(figure.habits))


def read_whole(raw: Raw, column: Column) -> Parsed:
    """A whole number as int."""
    parsed = read_number(raw, column)
    if parsed.what != parsed.what.to_integral_value():
        raise Refused("not-a-whole-number")
    return Parsed(int(parsed.what), parsed.habits)


def read_value(raw: Raw, column: Column) -> Parsed:
    """A figure with its qualifier and markers, or a word that stands for one, as a `Value` without a place."""
    text = _plain(raw)
    if len(text) <= MOST_DIGITS and PLAIN_NUMBER.fullmatch(text):
        return Parsed(Value(Decimal(text)))
    found = MARKED.fullmatch(text)
    markers = _markers(found["markers"]) if found else ()
    figure = _Figure((found["rest"] if found else text).strip())
    figure.without(STARS, "star-left-out")
    if not figure.text or is_word(figure.text):
        return Parsed(Value(None, figure.text, markers), tuple(figure.habits))
    qualifier = figure.text[0] if figure.text[0] in "<>" else ""
    figure.text = figure.text.removeprefix(qualifier).strip()
    digits = _digits(figure)
    number = digits if column.name == EXACT else _sensible(digits, figure)
    return Parsed(Value(number, "", markers, qualifier), tuple(figure.habits))


def is_word(text: str) -> bool:
    """Whether the text is a documented word for a figure that is not there."""
    folded = text.casefold()
    known = folded in _FOLDED_WORDS or set(text) <= DASHES
    return known or folded.startswith("new indicator")


_FOLDED_WORDS = frozenset(word.casefold() for word in WORDS)


def _markers(text: str) -> tuple[Marker, ...]:
    names: list[Any] = [name.lower() for name in MARKER.findall(text)]
    if not set(names) <= set(MARKERS):
        raise Refused("unknown-marker", choices=", ".join(f"[{name}]" for name in MARKERS))
    return tuple(dict.fromkeys(names))


def _digits(figure: _Figure) -> Decimal:
    """The number in the figure's text, which loses the signs of its unit, a plus and thousands commas on the way."""
    text = figure.text
    if EXCEL_ERRORS.fullmatch(text):
        raise Refused("excel-error")
    if EXPONENT.fullmatch(text):
        raise Refused("number-with-exponent")
    figure.text = text.replace("\u2212", "-").removeprefix("+").strip()
    figure.without(PERCENT, "sign-left-out")
    figure.without(POUND, "sign-left-out")
    if not NUMBER.fullmatch(figure.text):
        raise Refused("not-a-number")
    figure.without(COMMA, "sign-left-out")
    figure.habits[:] = dict.fromkeys(figure.habits)
    return Decimal(figure.text)


def _sensible(number: Decimal, figure: _Figure) -> Decimal:
    """The number, rounded half up where it has more digits than anybody typed."""
    decimals = -int(number.as_tuple().exponent)
    kept = max(KEPT_DECIMALS, KEPT_DIGITS - 1 - number.adjusted())
    if decimals <= kept or len(number.as_tuple().digits) <= MOST_DIGITS:
        return number
    figure.habits.append("many-decimals")
    return number.quantize(Decimal(1).scaleb(-kept), ROUND_HALF_UP)


def read_date(raw: Raw, _: Column) -> Parsed:
    """A date; day first where it is written in figures with strokes, points or hyphens."""
    if isinstance(raw, dt.date):
        return Parsed(dt.date(raw.year, raw.month, raw.day))
    text = _plain(raw)
    if iso := ISO_DATE.fullmatch(text):
        return Parsed(_day(int(iso[1]), int(iso[2]), int(iso[3])))
    if first := DAY_FIRST.fullmatch(text):
        return Parsed(_day(_year(first[3]), int(first[2]), int(first[1])), ("day-first-date",))
    if written := WRITTEN.fullmatch(text):
        return Parsed(_day(_year(written[3]), _month(written[2]), int(written[1])))
    raise Refused("date-as-number" if SERIAL.fullmatch(text) else "not-a-date")


def read_dates(raw: Raw, column: Column) -> Parsed:
    """Dates with bars between them."""
    found = [read_date(part, column) for part in ([raw] if isinstance(raw, dt.date) else raw.split("|")) if part]
    return Parsed(tuple(each.what for each in found), tuple(dict.fromkeys(habit for each in found for habit in each.habits)))


def _day(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Refused("not-a-date") from None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month(name: str) -> int:
    """The month of a name; 0, which no date has, where it is none."""
    return next((number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower())), 0)


def read_period(raw: Raw, _: Column) -> Parsed:
    """The cell as it is: what label it was is told together with the period's last day, by `label`."""
    return Parsed(raw)


def label(raw: Raw, end: dt.date | None, column: Column) -> Parsed:
    """A period's label, where the period's last day is known."""
    text = " ".join(raw.split()) if isinstance(raw, str) else ""
    iso = ISO_DATE.fullmatch(text) or DAY_FIRST.fullmatch(text)
    if isinstance(raw, dt.date) or iso:
        return Parsed(label_of_date(read_date(raw, column).what, end), ("excel-date-label",))
    if meant := label_of_day_and_month(text):
        return Parsed(meant, ("excel-date-label",))
    return read_text(raw, column)


def _plain(raw: Raw) -> str:
    """The cell's text with plain white space. Refused where a date or an error of Excel stands there."""
    if isinstance(raw, dt.date):
        raise Refused("wrong-type", found="a date", wanted="text or a figure", name="The cell")
    text = " ".join(raw.split())
    if text.startswith("#") and EXCEL_ERRORS.fullmatch(text):
        raise Refused("excel-error")
    return text


READERS: dict[CellKind, Callable[[Raw, Column], Parsed]] = {
    "text": read_text,
    "name": read_name,
    "choice": read_choice,
    "number": read_number,
    "whole": read_whole,
    "value": read_value,
    "date": read_date,
    "dates": read_dates,
    "yes": read_yes,
    "list": read_list,
    "unit": read_unit,
    "period": read_period,
}
"""The reader of each kind of cell."""


def read_cell(raw: Raw, column: Column) -> Parsed:
    """What the cell says, by its column's kind. Refused where it can't be read."""
    return READERS[column.kind](raw, column)


def value_text(value: Value) -> str:
    """The value as an analyst types it: what `read_value` reads back."""
    return value.typed
