"""The spec file on risks as cases: Markdown that a clerk can read, with one table row a case. A table's last column is expected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from papers.dataset import Risk, RiskAction
from papers.risks import is_overdue, movement, score_problems, shipped_risk_scheme

SPEC = Path(__file__).parent / "spec"
Cells = Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """A row of a table: its cells by the names of their columns."""

    place: str
    cells: Cells = field(hash=False)

    @property
    def asks(self) -> str:
        """The name of the last column."""
        return list(self.cells)[-1]

    def found(self) -> str:
        """What the program answers."""
        return ANSWERS[self.asks](self.cells)


def _score(text: str) -> int | None:
    return int(text) if text else None


def _level(cells: Cells) -> str:
    try:
        level = shipped_risk_scheme(cells["scheme"]).level(int(cells["score"]))
    except ValueError:
        return "no such score"
    return f"{level.band.word}: {level.name}"


def _moved(cells: Cells) -> str:
    risk = Risk("R1", "", _score(cells["now"]), "", None, "", previous_score=_score(cells["before"]), movement=cells["declared"])
    found = movement(risk)
    by = f" by {abs(found.by)}" if found.by else ""
    words = [f"{found.moved or 'not known'}{by}", *(["renamed"] if found.renamed else [])]
    differs = any(each.code == "risk-movement-differs" for each in score_problems([risk], shipped_risk_scheme()))
    return ", ".join([*words, *(["a contradiction"] if differs else [])])


def _late(cells: Cells) -> str:
    due = dt.date.fromisoformat(cells["due"]) if cells["due"] else None
    return "yes" if is_overdue(RiskAction("R1", "Q3", cells["status"], "", due), dt.date.fromisoformat(cells["on"])) else "no"


ANSWERS: Mapping[str, Callable[[Cells], str]] = {"level": _level, "movement": _moved, "overdue": _late}
"""What answers the question of a table's last column."""


def cases() -> list[Case]:
    """Every row of every spec file, in order."""
    return [case for path in sorted(SPEC.glob("*.md")) for case in _of_file(path)]


def _of_file(path: Path) -> Iterator[Case]:
    header = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            header = None
        elif header is None:
            header = [cell.lower() for cell in cells]
        elif not line.startswith("| ---"):
            yield Case(f"{path.name}:{number}", dict(zip(header, cells, strict=True)))
