"""Numbers, units, counts and dates as words: the one place that decides how a figure is shown.

Every function takes plain values and gives text. Digits are kept as typed ("82.0" stays "82.0"); a negative number has a
true minus sign (U+2212), which screen readers read and a line never breaks after; thousands have commas.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from papers.dataset import Value

MINUS = "\u2212"
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""Counts that the house style writes in words; from ten on they are figures."""

ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit is written: before and after the digits in a cell, and after them in a sentence (one, several)."""

    before: str = ""
    after: str = ""
    one: str = ""
    many: str = ""
    gap: tuple[str, str] | None = None
    """What a difference is counted in, where that is not the unit itself: one, several."""


PLAIN = Unit()
UNITS: dict[str, Unit] = {
    "percent": Unit(after="%", gap=(" percentage point", " percentage points")),
    "count": PLAIN,
    "days": Unit(one=" day", many=" days"),
    "weeks": Unit(one=" week", many=" weeks"),
    "months": Unit(one=" month", many=" months"),
    "years": Unit(one=" year", many=" years"),
    "minutes": Unit(one=" minute", many=" minutes"),
    "hours": Unit(one=" hour", many=" hours"),
    "tonnes": Unit(one=" tonne", many=" tonnes"),
    "FTE": Unit(one=" FTE", many=" FTE"),
    "thousands": Unit(one=" thousand", many=" thousand"),
    "millions": Unit(one=" million", many=" million"),
    "thousand miles": Unit(one=" thousand miles", many=" thousand miles"),
    "million hours": Unit(one=" million hours", many=" million hours"),
    "GBP": Unit(before="£"),
    "GBP thousands": Unit(before="£", after="k"),
    "GBP millions": Unit(before="£", after="m"),
    "rate per 1,000": Unit(one=" per 1,000", many=" per 1,000"),
    "rate per 10,000": Unit(one=" per 10,000", many=" per 10,000"),
    "rate per 100,000": Unit(one=" per 100,000", many=" per 100,000"),
}
"""The units that data may name. Any other unit is written after its figure as it stands."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Named here, not by the machine's locale, which may not be English."""

MARKS = {"p": "[p]", "r": "[r]", "x": "[x]", "b": "[b]", "c": "[c]"}


def unit_of(name: str) -> Unit:
    """How the unit of that name is written; an unknown one follows its figure as named."""
    return UNITS.get(name) or Unit(one=f" {name}", many=f" {name}")


def digits(number: Decimal) -> str:
    """The number with its digits kept, thousands commas and a true minus sign; never an exponent."""
    return f"{number:,f}".replace("-", MINUS)


def shown(number: Decimal, unit: str) -> str:
    """The number as a table cell or a chart label shows it: "84%", "2,560", "£2.1m", "16" for days."""
    return _dressed(number, unit_of(unit))


def _dressed(number: Decimal, unit: Unit) -> str:
    sign = MINUS if number.is_signed() and number else ""
    return f"{sign}{unit.before}{digits(abs(number))}{unit.after}"


DASHES = frozenset("-\u2013\u2014")
NIL = "nil"
"""What is printed for a dash in a figure's place, which is not heard."""


def shown_value(value: Value, unit: str) -> str:
    """The value as a cell shows it, with its qualifier and markers ("<0.01% [p]"), or the text that stands for a number."""
    text = NIL if value.text in DASHES else value.text
    words = text if value.number is None else value.qualifier + shown(value.number, unit)
    return " ".join([words, *(MARKS[marker] for marker in value.markers)]).strip()


def with_unit(number: Decimal, unit: str) -> str:
    """The number as a sentence gives it: "84%", "16 days", "1 day", "2,912 thousand miles", "£2.1m"."""
    style = unit_of(unit)
    return _dressed(number, style) + (style.one if abs(number) == 1 else style.many)


def value_in_words(value: Value, unit: str) -> str:
    """The value as a sentence gives it: "less than 0.01%", "16 days"; its text where it has no number."""
    if value.number is None:
        return value.text
    less = "fewer than " if unit == "count" else "less than "
    qualifier = {"<": less, ">": "more than "}.get(value.qualifier, "")
    return qualifier + with_unit(value.number, unit)


def gap(number: Decimal, unit: str) -> str:
    """The size of a difference: "9 percentage points", "1 day"; the sign is left to the words around it."""
    style = unit_of(unit)
    if style.gap is None:
        return with_unit(abs(number), unit)
    return digits(abs(number)) + style.gap[abs(number) != 1]


def signed(number: Decimal, unit: str = "count") -> str:
    """The number with its sign: "+1", and a minus sign on losses; no sign for nothing."""
    return f"+{shown(number, unit)}" if number > 0 else shown(number, unit)


def count_word(count: int) -> str:
    """A count in a sentence: words to nine, figures from ten."""
    return WORDS[count] if 0 <= count < len(WORDS) else digits(Decimal(count))


def ordinal(count: int) -> str:
    """A place in an order: words to ninth, figures from 10th."""
    if 0 < count < len(ORDINALS):
        return ORDINALS[count]
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{count}{'th' if count % 100 in (11, 12, 13) else ends.get(count % 10, 'th')}"


def plural(count: int, singular: str, several: str) -> str:
    """The form of the noun or verb that goes with the count."""
    return singular if count == 1 else several


def capital(text: str) -> str:
    """The text as a sentence begins: its first letter is a capital, the rest is left alone."""
    return text[:1].upper() + text[1:]


def listed(words: Iterable[str], joint: str = "and") -> str:
    """The words as a list in a sentence: "a", "a and b", "a, b and c"."""
    *rest, last = list(words) or [""]
    return f"{', '.join(rest)} {joint} {last}" if rest else last


def in_period(spoken: str) -> str:
    """The period with its preposition: "in December 2013", "in the 12 months to December 2013", "at the end of March 2014"."""
    if re.match(r"(the )?end of ", spoken):
        return "at the " + spoken.removeprefix("the ")
    return ("in the " if re.match(r"(\d+ months|(year|quarter|half|week|month)) to ", spoken) else "in ") + spoken


def date_words(date: dt.date) -> str:
    """The date as the house writes it: "1 April 2024"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def percentage(part: int, whole: int) -> Decimal:
    """The part as a whole percentage, halves rounded up. ValueError where there is nothing to take a share of."""
    if whole == 0:
        raise ValueError("a percentage of nothing has no value")
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def number_format(unit: str, decimals: int | None = None) -> str:
    """The spreadsheet format that shows a number as `shown` does; without `decimals` its digits are shown as they are."""
    style = unit_of(unit)
    grouping = "0" if style.after == "%" else "#,##0"
    body = "General" if decimals is None else grouping + ("." + "0" * decimals if decimals else "")
    return _quoted(style.before) + body + _quoted(style.after)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
