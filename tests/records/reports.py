"""Two small reports, the second of which names the record of the first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from papers.assess import assess
from papers.dataset import Dataset
from papers.intake import read_report
from papers.records import freeze, write_record
from tests.intake.small_report import SMALL, TOML, write

Changes = Mapping[str, str | bytes | None]

NEXT_TOML = (
    TOML.replace("Quarter 3", "Quarter 4")
    .replace("Quarter 2", "Quarter 3")
    .replace("2013-12-31", "2014-03-31")
    .replace("previous_period", 'previous = "../first"\nprevious_period')
)
OBSERVED = SMALL["observations.csv"] + "PE01,Mar 14,,86.0,80,,,,,\nRO01,Mar 14,,90,100,,,,,\n"
NEXT: dict[str, str | bytes | None] = {
    "report.toml": NEXT_TOML,
    "observations.csv": OBSERVED,
    "previous_ratings.csv": None,
    "stated_totals.csv": None,
}


def publish(folder: Path) -> None:
    """Freeze the report in the folder beside its data."""
    dataset = read_report(folder)
    (folder / "published.json").write_text(write_record(freeze(dataset, assess(dataset))), "utf-8")


def second(folder: Path, first: Changes | None = None, then: Changes | None = None) -> Path:
    """The folder of the second report, with changes of the first and of the second."""
    publish(write(folder / "first", first))
    return write(folder / "second", {**NEXT, **(then or {})})


def read_second(folder: Path, first: Changes | None = None, then: Changes | None = None) -> Dataset:
    """The second report, read."""
    return read_report(second(folder, first, then))
