"""pandas DataFrames as grids, and a dataset's tables as DataFrames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING

from papers.errors import Place
from papers.intake.grids import Grid, Line, grid_of
from papers.intake.shown import figure_text
from papers.intake.values import Raw

if TYPE_CHECKING:
    from pandas import DataFrame


def frame_grid(name: str, frame: DataFrame) -> Grid:
    """The frame as a grid. Its place is a sheet of the frame's name, its first row number 2, as in a file with a header."""
    return grid_of(name, Place(sheet=name), _lines(frame))


def is_frame(thing: object) -> bool:
    """Whether the thing is a DataFrame."""
    from pandas import DataFrame

    return isinstance(thing, DataFrame)


def _lines(frame: DataFrame) -> Iterator[Line]:
    yield 1, tuple(_text(name) for name in frame.columns)
    for number, cells in enumerate(frame.itertuples(index=False, name=None), 2):
        yield number, tuple(_text(cell) for cell in cells)


def _text(cell: object) -> Raw:
    """The cell as text, or a date; nothing for a missing one. A whole number in a column of floats is a whole number again."""
    from pandas import NA, NaT

    if cell is None or cell is NA or cell is NaT or cell != cell:  # noqa: PLR0124 - only a float that is not a number differs from itself
        return ""
    if isinstance(cell, str | Decimal):
        return f"{cell:f}" if isinstance(cell, Decimal) else cell
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    item = cell.item() if hasattr(cell, "item") else cell
    if isinstance(item, bool):
        return "yes" if item else "no"
    return figure_text(item, "General") if isinstance(item, int | float) and isfinite(item) else str(item)
