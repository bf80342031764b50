"""The spec files as cases: Markdown that a clerk can read, with one table row a case.

A section's line `Scheme: ..., polarity: ..., unit: ...` says which rule its tables show. A block of TOML above them is a scheme
of the report's own, called `ours`. Columns are named in plain words; an empty cell is a bound that is not set.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from papers.assess import assess
from papers.dataset import FloorRule, Override, SchemeText, SeriesInfo
from papers.results import Rated
from tests.samples import DEC, indicator, info, observed, report

SPEC = Path(__file__).parent / "spec"
RULE = re.compile(r"Scheme: `(?P<scheme>[^`]+)`, polarity: `(?P<polarity>[^`]+)`, unit: `(?P<unit>[^`]+)`\.")
SERIES = {
    "figure": "actual",
    "unrounded": "unrounded",
    "target": "target",
    "floor": "floor",
    "range from": "lower",
    "range to": "upper",
    "comparator": "comparator",
    "of": "denominator",
}
DECLARED = ("comparator",)
"""Columns that are series of the report's own."""
DISTANCES = {"green below": "green_below", "green above": "green_above", "floor below": "floor_below", "floor above": "floor_above"}
EXPECTED = ("rating", "reason")
OTHERS = ("period", "a year before", "amber", "compared", "overridden as", "by", "on", "because")


@dataclass(frozen=True)
class Case:
    """A row of a table: the rule it stands under, and its cells by the names of their columns."""

    place: str
    scheme: str
    polarity: str
    unit: str
    own: str
    cells: dict[str, str] = field(hash=False)

    def rated(self) -> Rated:
        """What the program makes of it."""
        cells, end = self.cells, dt.date.fromisoformat(self.cells.get("period") or DEC.isoformat())
        values = {SERIES[name]: text for name, text in cells.items() if name in SERIES and text}
        rows = [observed(end, **values)]
        if cells.get("a year before"):
            rows.append(observed(end.replace(year=end.year - 1), actual=cells["a year before"]))
        made = report(
            (indicator(polarity=self.polarity, unit=self.unit, denominator=SERIES["of"]),),
            tuple(rows),
            info=info(scheme=self.scheme, compare=cells.get("compared", ""), period_end=end),
            floors=(self._floor(),),
            series=tuple(SeriesInfo("AA01", name, "comparator", name, self.unit) for name in DECLARED if name in cells),
            overrides=tuple(self._overrides(end)),
            schemes=(SchemeText("ours", self.own),) if self.own else (),
        )
        return assess(made).by_indicator["AA01"].history[-1]

    def _floor(self) -> FloorRule:
        distances = {DISTANCES[name]: Decimal(text) for name, text in self.cells.items() if name in DISTANCES and text}
        return FloorRule("AA01", dt.date.min, dt.date.max, amber=self.cells.get("amber") != "no", **distances)

    def _overrides(self, end: dt.date) -> Iterator[Override]:
        given = self.cells.get("overridden as")
        if given:
            rating = None if given == "not rated" else given
            yield Override("AA01", end, rating, self.cells["by"], dt.date.fromisoformat(self.cells["on"]), self.cells["because"])


def cases() -> list[Case]:
    """Every row of every spec file, in order."""
    return [case for path in sorted(SPEC.glob("*.md")) for case in _of_file(path)]


def _of_file(path: Path) -> Iterator[Case]:
    rule, own, header = None, "", None
    inside = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("```"):
            inside, own = not inside, "" if not inside else own
        elif inside:
            own += line + "\n"
        elif line.startswith("#"):
            rule, own = None, ""
        elif found := RULE.search(line):
            rule = found
        elif not line.startswith("|"):
            header = None
        elif header is None:
            header = [cell.lower() for cell in _cells(line)]
            unknown = set(header) - {*SERIES, *DISTANCES, *EXPECTED, *OTHERS}
            assert not unknown, f"{path.name}, line {number}: unknown columns {unknown}"
        elif not line.startswith("| ---"):
            assert rule, f"{path.name}, line {number}: no scheme is named above"
            yield Case(f"{path.name}:{number}", *rule.groups(), own, dict(zip(header, _cells(line), strict=True)))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
