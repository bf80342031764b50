"""A table as found in a file, and its rows read by the table of columns: typed fields, each of which knows its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from papers.dataset import Value
from papers.errors import Place
from papers.intake.columns import BY_NAME, REPORT_COLUMNS, Column, TableSpec
from papers.intake.findings import Findings, hint, nearest
from papers.intake.values import EXCEL_ERRORS, Parsed, Raw, Refused, read_cell, value_text
from papers.intake.vocabulary import UNITS

Line = tuple[int, tuple[Raw, ...]]
"""A row's number, the header's being 1 where nothing stands above it, and its cells."""


Reader = Callable[[Raw, Column], Parsed]
Columns = Mapping[int, Column]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells as found. `place` names its file or sheet."""

    name: str
    place: Place
    header: tuple[Raw, ...]
    rows: tuple[Line, ...]
    header_row: int = 1
    title: str = ""
    """What stands alone in a row above the header."""
    title_row: int = 0

    def report_title(self, findings: Findings) -> None:
        """Say that a title was passed over, where there is one."""
        if self.title:
            findings.add("title-above-header", replace(self.place, row=self.title_row), value=self.title[:60])


@dataclass(frozen=True, slots=True)
class Record:
    """A row as read: fields by column. `broken` rows hold a mistake, and no record is built from them."""

    fields: Mapping[str, Any]
    raw: Mapping[str, Raw]
    place: Place
    broken: bool

    def __getitem__(self, column: str) -> Any:  # noqa: ANN401 - the column's kind says what its field is
        """The field; None where the cell is empty and nothing stands for that."""
        return self.fields.get(column)

    def text(self, column: str) -> str:
        """The field of a text column, "" for nothing."""
        return self.fields.get(column) or ""

    def at(self, column: str) -> Place:
        """The place of the cell in that column."""
        return Place(self.place.file, self.place.sheet, self.place.row, column)


def grid_of(name: str, place: Place, lines: Iterable[Line], columns: Collection[str] = ()) -> Grid:
    """The grid of all the lines that say something: empty ones and notes (a first cell that begins with #) are left out.

    `columns` are those that it can have, of a report's table its own.
    """
    said = [line for line in lines if is_read(line[1])]
    title = _title(said, set(columns or _columns_of(name)))
    (number, header), *rows = said[1:] if title else said or [(1, ())]
    return Grid(name, place, header, tuple(rows), number, title, said[0][0] if title else 0)


def _columns_of(name: str) -> tuple[str, ...]:
    """The columns of a report's table; of its settings for any other name."""
    return BY_NAME[name].names if name in BY_NAME else REPORT_COLUMNS


def _title(said: list[Line], known: set[str]) -> str:
    """What the first row says, where it is one cell that names no column and the next row names several."""
    if len(said) < 2:
        return ""
    first, second = ({folded(cell) for cell in cells if says(cell)} for _, cells in said[:2])
    if len(first) > 1 or first & known or len(second & known) < 2:
        return ""
    return next(str(cell).strip() for cell in said[0][1] if says(cell))


def is_read(cells: Iterable[Raw]) -> bool:
    """Whether the row says something and is no note. The first such row names the columns."""
    line = cells if isinstance(cells, tuple) else tuple(cells)
    first = line[0] if line else ""
    return (isinstance(first, str) and first[:1].isalnum()) or (any(map(says, line)) and not _is_note(first))


def says(raw: Raw) -> bool:
    """Whether anything stands in the cell."""
    return not isinstance(raw, str) or bool(raw.strip())


def _is_note(first: Raw) -> bool:
    return isinstance(first, str) and first.startswith("#") and not EXCEL_ERRORS.fullmatch(first.strip())


def column_name(header: Raw) -> str:
    """The header as a problem names it: a date also as Excel shows it, "13-Sep (2025-09-13)"."""
    shown = getattr(header, "shown", None)
    return f"{shown} ({header})" if shown else str(header).strip()


def letter(index: int) -> str:
    """The letter of the column at that index, counted from 0: A, Z, AA."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def folded(header: Raw) -> str:
    """The name that a header's cell means: "Indicator ID" is indicator_id."""
    return "_".join(str(header).casefold().replace("-", " ").split())


def read_rows(grid: Grid, table: TableSpec, findings: Findings, further: Mapping[str, Column] | None = None) -> tuple[Record, ...]:
    """The grid's rows as records; `further` are columns beyond the table's own. Every mistake goes to the findings."""
    return read_lines(grid, table, findings, further or {}, lambda _: lambda _: None)


def read_lines(
    grid: Grid, table: TableSpec, findings: Findings, further: Mapping[str, Column], quick: Callable[[Columns], Callable[[Line], T | None]]
) -> tuple[Record | T, ...]:
    """The grid's rows, those as records that `quick`, made for the columns as they stand, does not read at once."""
    grid.report_title(findings)
    columns = _columns(grid, table, findings, further)
    usual = {column.name: read_cell(column.default, column).what for column in table.columns if column.default}
    whole = {column.name for column in columns.values()} >= {column.name for column in table.columns if column.required}
    rows = _Rows(grid, columns, usual, findings)
    if not whole:
        return tuple(replace(rows.record(line), broken=True) for line in grid.rows)
    at_once = quick(columns)
    return tuple(at_once(line) or rows.record(line) for line in grid.rows)


def _columns(grid: Grid, table: TableSpec, findings: Findings, further: Mapping[str, Column]) -> dict[int, Column]:
    """The known columns by their position. Missing, misspelt, unknown and repeated ones are reported."""
    known = {column.name: column for column in table.columns} | dict(further)
    folded_known = {name.casefold(): column for name, column in known.items()}
    names = [folded(cell) for cell in grid.header]
    columns = {index: folded_known[name] for index, name in enumerate(names) if name in folded_known and name not in names[:index]}
    present = {column.name for column in columns.values()}
    _report_nameless(grid, names, findings)
    for index, name in enumerate(names):
        if name and index not in columns:
            _report_column(grid, index, name, known.keys() - present, findings, again=name in folded_known)
    misspelt = {nearest(name, known.keys() - present) for name in names if name and name not in folded_known}
    for column in table.columns:
        if column.required and column.name not in present | misspelt:
            findings.add(
                "missing-column",
                replace(grid.place, row=grid.header_row),
                name=column.name,
                hint=hint(column.name, [n for n in names if n and n not in folded_known]),
            )
    return columns


def _report_column(grid: Grid, index: int, name: str, free: Iterable[str], findings: Findings, *, again: bool) -> None:
    """Say what is wrong with a column that is not read."""
    called = column_name(grid.header[index])
    place = replace(grid.place, row=grid.header_row, column=called)
    if again:
        findings.add("duplicate-column", place, value=called)
    elif near := nearest(name, free):
        findings.add("misspelt-column", place, value=called, near=near)
    else:
        findings.add("unknown-column", place, value=called)


def _report_nameless(grid: Grid, names: list[str], findings: Findings) -> None:
    """Name the columns that have cells and no name, all in one problem."""
    empty = {index for index, name in enumerate(names) if not name}
    used = {index for _, cells in grid.rows for index in empty if index < len(cells) and says(cells[index])} if empty else set()
    letters = [letter(index) for index in sorted(used)]
    if letters:
        told = f"Column {letters[0]} has" if len(letters) == 1 else f"Columns {', '.join(letters[:-1])} and {letters[-1]} have"
        findings.add("column-without-name", replace(grid.place, row=grid.header_row, column=letters[0]), columns=told)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Reads the rows of a grid with these known columns; `usual` are the fields of empty cells, `known` what texts were found to say."""

    grid: Grid
    columns: Mapping[int, Column]
    usual: Mapping[str, Any]
    findings: Findings
    known: dict[tuple[str, str], Parsed] = field(default_factory=dict)

    def record(self, line: Line) -> Record:
        """The row as read."""
        number, cells = line
        place = Place(self.grid.place.file, self.grid.place.sheet, number)
        beyond = sum(map(says, cells[len(self.grid.header) :]))
        if beyond:
            self.findings.add("extra-cells", place, count=f"{beyond} cell{'s' if beyond > 1 else ''}")
        fields: dict[str, Any] = dict(self.usual)
        raws: dict[str, Raw] = {}
        broken = bool(beyond)
        for index, column in self.columns.items():
            raw = raws[column.name] = cells[index] if index < len(cells) else ""
            if says(raw):
                parsed = self._plainly(raw, column) or read_field(raw, column, replace(place, column=column.name), self.findings)
                fields[column.name] = parsed.what if parsed else None
                broken = broken or parsed is None
            elif column.required:
                self.findings.add("missing-value", replace(place, column=column.name), name=column.name)
                broken = True
        return Record(fields, raws, place, broken)

    def _plainly(self, raw: Raw, column: Column) -> Parsed | None:
        """What the cell says where nothing is to be said about it: most cells need no place, and many say what another one said."""
        known = self.known.get((column.name, raw)) if isinstance(raw, str) else None
        if known:
            return known
        try:
            parsed = read_cell(raw, column)
        except Refused:
            return None
        if parsed.habits:
            return None
        if isinstance(raw, str):
            self.known[column.name, raw] = parsed
        return parsed


def read_field(raw: Raw, column: Column, place: Place, findings: Findings, reader: Reader = read_cell) -> Parsed | None:
    """What the cell says, its habits reported; None, and a problem, where it can't be read."""
    try:
        parsed = reader(raw, column)
    except Refused as refused:
        findings.add(refused.code, place, **{"value": str(raw).strip(), "name": column.name} | refused.words)
        return None
    report_habits(parsed, raw, place, findings)
    return parsed


def report_habits(parsed: Parsed, raw: Raw, place: Place, findings: Findings) -> None:
    """Note each habit of a cell: once for its column, unless each cell needs a look of its own."""
    value = str(raw).strip()
    for habit in parsed.habits:
        if habit == "unit-near":
            findings.add(habit, place, value=value, near=nearest(value, UNITS))
        elif habit == "text-is-a-date":
            findings.add(habit, place, value=value)
        else:
            findings.tally(habit, place, value, _shown(parsed.what))


def _shown(what: object) -> str:
    if isinstance(what, tuple):
        return " | ".join(map(str, what))
    return value_text(what) if isinstance(what, Value) else str(what)
