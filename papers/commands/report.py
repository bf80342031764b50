"""What every command on a report folder begins with: the dataset, its ratings, and every problem that stops nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from papers.assess import assess, contradictions
from papers.dataset import Dataset
from papers.errors import Problem
from papers.intake import read_report
from papers.results import Assessed, Counts

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read and rated, with the contradictions and advice found on the way."""

    dataset: Dataset
    assessed: Assessed
    problems: tuple[Problem, ...]


def open_report(source: str | Path | Mapping[str, pd.DataFrame], *, sealed: bool = True) -> Report:
    """Read and rate the report in a folder, a workbook or DataFrames. PapersError lists every error there is.

    Not `sealed`, the dataset has no checksum, which only papers need.
    """
    with _uncollected():
        dataset = read_report(source, sealed=sealed)
        assessed = assess(dataset)
        found = (*dataset.problems, *contradictions(dataset, assessed), *_outdated(source, dataset, assessed))
        return Report(dataset, assessed, found)


def _outdated(source: str | Path | Mapping[str, pd.DataFrame], dataset: Dataset, assessed: Assessed) -> tuple[Problem, ...]:
    """Sentences of commentary that came back and quote a figure that has changed since."""
    if not isinstance(source, str | Path) or not dataset.narrative:
        return ()
    from papers.rounds.kept import COLLECTED

    folder = Path(source) if Path(source).is_dir() else Path(source).parent
    if not (folder / COLLECTED).is_file():
        return ()
    from papers.rounds.memory import read_memory
    from papers.rounds.quoting import outdated

    return outdated(dataset, assessed, read_memory(folder))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Work without Python's search for cycles: it would walk through every record, again and again, and find none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def counts_json(counts: Counts) -> dict[str, object]:
    """Counts with the keys that the schemas papers.rate/1 and papers.build/1 share.

    The previous ones are null where any was given by another scheme: they are then not this one's to count.
    """
    return {
        "rating": dict(counts.rating),
        "previous": None if counts.previous_other_scheme else dict(counts.previous),
        "direction": dict(counts.direction),
        "total": counts.total,
        "unrated": counts.unrated,
        "no_direction": counts.no_direction,
    }
