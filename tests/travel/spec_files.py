"""The spec files on direction of travel and activity as cases: Markdown that a clerk can read, with one table row a case.

A section's line `Method: ..., polarity: ..., unit: ..., frequency: ...` says what its tables show; `activity` in place of a method
asks where the latest result stands. Results stand in one cell, earliest first, from March 2010 on; a dash is a period without one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from papers.dataset import TravelOptions
from papers.travel import METHODS, Series, Standing, control_chart, standing
from tests.travel.rows import series

SPEC = Path(__file__).parent / "spec"
SHOWS = re.compile(
    r"Method: `(?P<method>[^`]+)`, polarity: `(?P<polarity>[^`]+)`, unit: `(?P<unit>[^`]+)`, frequency: `(?P<frequency>[^`]+)`\."
)
BOUNDS = {"target": "target", "benchmark": "target", "range from": "lower", "range to": "upper"}
OPTIONS = ("significance", "least points", "shift", "run", "screening")
EXPECTED = ("direction", "reason", "signals", "variation", "assurance", "stands")
LETTERS = {None: ".", "outside": "O", "trend": "T", "two of three": "2", "shift": "S"}
"""A signal as one letter; a small one, and - for 2, points down."""


@dataclass(frozen=True)
class Case:
    """A row of a table: what its section shows, and its cells by the names of their columns."""

    place: str
    method: str
    polarity: str
    unit: str
    frequency: str
    cells: dict[str, str] = field(hash=False)

    def expected(self) -> dict[str, str]:
        """What the row says of the results."""
        return {name: self.cells[name] for name in EXPECTED if name in self.cells}

    def found(self) -> dict[str, str]:
        """What the program makes of them."""
        told = self._series()
        if self.method == "activity":
            return {"stands": stands(standing(told.points, told.frequency))}
        found = METHODS[self.method](told)
        words = {"direction": found.went, "variation": found.variation, "assurance": found.assurance}
        every = {name: word or "none" for name, word in words.items()} | {"reason": found.reason, "signals": signals(told)}
        return {name: every[name] for name in self.expected()}

    def _series(self) -> Series:
        bounds = {name: self.cells[column] for column, name in BOUNDS.items() if self.cells.get(column)}
        given = {name.replace(" ", "_"): _setting(name, self.cells[name]) for name in OPTIONS if self.cells.get(name)}
        rebase = [dt.date.fromisoformat(day) for day in self.cells.get("re-based", "").split()]
        rest = {"unit": self.unit, "frequency": self.frequency, "rebase": rebase, "options": TravelOptions(**given)}
        return series(self.cells["results"], self.polarity, **rest, **bounds)


def _setting(name: str, text: str) -> object:
    return text == "yes" if name == "screening" else Decimal(text) if name == "significance" else int(text)


def signals(told: Series) -> str:
    """The signals of the control chart's points in a row."""
    return "".join(_letter(LETTERS[each.signal], each.side) for each in control_chart(told).points)


def _letter(letter: str, side: int) -> str:
    return {"2": "-"}.get(letter, letter.lower()) if side < 0 else letter


def stands(found: Standing | None) -> str:
    """Where the latest result stands, in few words."""
    if found is None:
        return "nowhere"
    many = "" if found.running == 1 else "s"
    return f"{found.side} the {found.against}, {found.running} {found.noun}{many} running, since {found.since.spoken}"


def cases() -> list[Case]:
    """Every row of every spec file, in order."""
    return [case for path in sorted(SPEC.glob("*.md")) for case in _of_file(path)]


def _of_file(path: Path) -> Iterator[Case]:
    shows, header = None, None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        shows = None if line.startswith("#") else SHOWS.search(line) or shows
        if not line.startswith("|"):
            header = None
        elif header is None:
            header = [cell.lower() for cell in _cells(line)]
            unknown = set(header) - {"results", "re-based", *BOUNDS, *OPTIONS, *EXPECTED}
            assert not unknown, f"{path.name}, line {number}: unknown columns {unknown}"
        elif not line.startswith("| ---"):
            assert shows, f"{path.name}, line {number}: no method is named above"
            yield Case(f"{path.name}:{number}", *shows.groups(), dict(zip(header, _cells(line), strict=True)))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
