"""The smallest parts of a paper: cells, rows and figures with their keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from papers.dataset import Indicator, Value
from papers.document import Cell, Chip, Column, Inline, LineBreak, Link, Row, Run, Shape, Travel, inlines
from papers.results import Direction, Rated, Scheme, Went
from papers.wording import digits, shown_value

NO_BREAK = "\u00a0"

NOT_RATED = "Not rated"
SET = "Set by a person"
"""What stands beside a rating that is not the rule's."""
UNRATED_FILL, UNRATED_INK = "#E8EBF1", "#1D2230"

SHAPES: Mapping[Went | None, Shape] = {"improved": "up", "worsened": "down", "same": "level", None: "level"}
UNTOLD = "Not told"
TRAVEL: Mapping[Went | None, str] = {"improved": "Improved", "worsened": "Worsened", "same": "No change", None: UNTOLD}
TRAVEL_BY: Mapping[str, Mapping[Went | None, str]] = {
    "trend": {"improved": "Improving", "worsened": "Worsening", "same": "No clear trend", None: "Not told"},
    "spc": {"improved": "Improving", "worsened": "Worsening", "same": "Common cause", None: "Not told"},
}
"""Words of methods that look at more than two results, for which "No change" would say too much."""


def cell(*parts: Inline | str, colspan: int = 1, rowspan: int = 1) -> Cell:
    """A cell of words; nothing given is a cell where nothing is printed."""
    return Cell(inlines(*parts), colspan=colspan, rowspan=rowspan)


def figure_run(text: str, key: str, *, bold: bool = False) -> Run:
    """A shown value with its key."""
    return Run(text, bold=bold, figure=key)


def figure_cell(text: str, key: str, *, bold: bool = False) -> Cell:
    """A cell that shows a value; empty where there is nothing to show."""
    return Cell((figure_run(text, key, bold=bold),)) if text else Cell()


def value_inlines(value: Value, unit: str, key: str, *, bold: bool = False) -> tuple[Inline, ...]:
    """The value as its cell shows it: the figure with its key, its markers small and raised so that figures keep their column.

    A marker that stands in a figure's place, such as [c], is of a figure's size.
    """
    text = shown_value(replace(value, markers=()), unit)
    if not text and value.markers:
        return (figure_run(shown_value(value, unit), key, bold=bold),)
    marks = "".join(f"{NO_BREAK}[{marker}]" for marker in value.markers)
    return (*((figure_run(text, key, bold=bold),) if text else ()), *((Run(marks, superscript=True),) if marks else ()))


def value_cell(value: Value | None, unit: str, key: str, *, bold: bool = False) -> Cell:
    """A cell that shows the value; empty where there is none."""
    return Cell(value_inlines(value, unit, key, bold=bold)) if value else Cell()


def count_cell(count: int, key: str, *, bold: bool = False) -> Cell:
    """A cell that shows how many; none is 0, for a dash is not heard."""
    return figure_cell(digits(Decimal(count)), key, bold=bold)


def row(cells: Iterable[Cell]) -> Row:
    """A body row."""
    return Row(tuple(cells))


def header(*labels: Cell | str) -> Row:
    """A header row; labels that are only words need no cell."""
    return Row(tuple(label if isinstance(label, Cell) else cell(label) for label in labels), "header")


def group_row(width: int, *parts: Inline | str) -> Row:
    """A row over all columns that titles the rows under it."""
    return Row((cell(*parts, colspan=width),), "group")


def total_row(cells: Iterable[Cell]) -> Row:
    """The row of totals."""
    return Row(tuple(cells), "total")


def columns(shares: Iterable[int], stub: int = 1) -> tuple[Column, ...]:
    """Columns of those shares: the stub to the left, figures to the right."""
    return tuple(Column(share, "left" if n < stub else "right") for n, share in enumerate(shares))


def chip(scheme: Scheme, word: str | None, key: str | None = None) -> Chip:
    """The rating as a chip in its scheme's colours; without a rating the chip says so in grey."""
    if word is None:
        return Chip(NOT_RATED, UNRATED_FILL, UNRATED_INK, figure=key)
    band = scheme.band(word)
    return Chip(band.word, band.fill, band.ink, figure=key, shape=band.shape)


def rating_mark(current: Rated, carried: str = "Carried forward from") -> tuple[Run, ...]:
    """What sets a rating apart beside its chip: that a person set it, or the period that it is carried forward from. Mostly nothing."""
    if current.override:
        return (Run(SET),)
    return (Run(f"{carried} {current.period.label}"),) if current.carried else ()


def under(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    """The parts on a line of their own, where there are any."""
    found = tuple(parts)
    return (LineBreak(), *found) if found else ()


def travel(direction: Direction, key: str | None = None) -> Travel:
    """The direction of travel as its method's word and a shape; where it can't be told it says so."""
    return Travel(TRAVEL_BY.get(direction.method, TRAVEL)[direction.went], SHAPES[direction.went], figure=key)


def bold(text: str) -> Run:
    """The text in bold."""
    return Run(text, bold=True)


def indicator_link(indicator: Indicator, target: str) -> Link:
    """The indicator's name, leading to the block that tells of it."""
    return Link((Run(indicator.name),), f"#{target}")
