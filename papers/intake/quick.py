"""Rows of plain figures read at once, as most rows of a large table are: each text is understood once and then known again.

A row with anything to say about it (a habit, a marker, a mistake) is left to the careful reading, cell by cell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Mapping
from decimal import Decimal
from typing import Any

from papers.dataset import Observation, Period, Value
from papers.errors import Place
from papers.intake.columns import Column
from papers.intake.grids import Line
from papers.intake.values import MOST_DIGITS, PLAIN_NUMBER, Raw, Refused, read_cell
from papers.intake.vocabulary import BUILT_IN

PeriodOf = Callable[[Raw, dt.date | None, str], Period | None]
"""The period of a label, a last day if one is given, and an indicator; None where anything is to be said about them."""

KEYS = ("indicator_id", "period_label", "period_end")
TEXTS = ("published_rating", "note")
DAY = Column("period_end", "date", "")
TEXT = Column("note", "text", "")


class Careful(Exception):  # noqa: N818 - it says what a row needs, and never leaves this module
    """A row that needs a careful reading."""


class QuickRows:
    """Reads rows of a long table of observations whose known `columns` stand at these positions, the needed ones among them.

    `indicators` are the ids that there are, `own` the labels whose period differs from indicator to indicator.
    """

    def __init__(
        self, columns: Mapping[int, Column], place: Place, indicators: Container[Raw], own: Container[Raw], period_of: PeriodOf
    ) -> None:
        at = {column.name: index for index, column in columns.items()}
        self.name_at, self.label_at, self.end_at = (at.get(name, -1) for name in KEYS)
        order = [*BUILT_IN, *sorted(at.keys() - BUILT_IN.keys())]
        self.figures_at = [(at[name], name) for name in order if name in at and columns[at[name]].kind == "value"]
        self.rating_at, self.note_at = (at.get(name, -1) for name in TEXTS)
        self.others_at = [index for name, index in at.items() if columns[index].kind != "value" and name not in {*KEYS, *TEXTS}]
        self.file, self.sheet, self.indicators, self.own, self.period_of = place.file, place.sheet, indicators, own, period_of
        self.figures: dict[Raw, Value] = {}
        self.texts: dict[Raw, str] = {"": ""}
        self.periods: dict[tuple[Raw, Raw, Raw], Period] = {}

    def read(self, line: Line, width: int) -> Observation | None:
        """The row's observation; None for a row that needs a careful reading. `width` is that of the header."""
        number, cells = line
        if len(cells) != width:
            return None
        try:
            return self._observation((*cells, ""), Place(self.file, self.sheet, number))
        except Careful:
            return None

    def _observation(self, cells: tuple[Raw, ...], place: Place) -> Observation:
        """The observation of cells that end with an empty one, for columns that are not there."""
        name = cells[self.name_at]
        if not isinstance(name, str) or name not in self.indicators or (self.others_at and any(cells[index] for index in self.others_at)):
            raise Careful
        period = self._period(cells[self.label_at], cells[self.end_at], name)
        known: dict[Raw, Value] = self.figures
        values = {series: known.get(raw) or self._figure(raw) for index, series in self.figures_at if (raw := cells[index]) != ""}
        rating, note = cells[self.rating_at], cells[self.note_at]
        return Observation(name, period, values, self._text(rating) or None if rating else None, self._text(note) if note else "", place)

    def _figure(self, raw: Raw) -> Value:
        """The value of a figure that was not seen yet."""
        if not isinstance(raw, str) or len(raw) > MOST_DIGITS or not PLAIN_NUMBER.fullmatch(raw):
            raise Careful
        found = self.figures[raw] = Value(Decimal(raw))
        return found

    def _text(self, raw: Raw) -> str:
        found = self.texts.get(raw)
        if found is None:
            found = self.texts[raw] = _without_habits(raw, TEXT)
        return found

    def _period(self, label: Raw, end: Raw, name: str) -> Period:
        key = (label, end, name if label in self.own else "")
        found = self.periods.get(key)
        if found is None:
            read = self.period_of(label, _without_habits(end, DAY) if end != "" else None, name)
            if read is None:
                raise Careful
            found = self.periods[key] = read
        return found


def _without_habits(raw: Raw, column: Column) -> Any:  # noqa: ANN401 - the column's kind says what it is
    """What the cell says. Careful where it can't be read, or only with a note."""
    try:
        parsed = read_cell(raw, column)
    except Refused:
        raise Careful from None
    if parsed.habits:
        raise Careful
    return parsed.what
