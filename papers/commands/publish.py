"""`papers publish`: the quarter's final PDFs from a report, and the record of what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from papers.commands.build import Built, Progress, build, refuse_awaited
from papers.commands.compose import chosen
from papers.commands.files import edited, reported, write_whole
from papers.commands.report import open_report
from papers.drafting import PaperInfo
from papers.errors import PapersError, Place, problem
from papers.published import PublishedReport
from papers.records import DamagedRecordError, freeze, read_record, write_record
from papers.records.places import record_path
from papers.risks import with_levels


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: the PDFs, the record, where it lies, and whether it was there already."""

    built: Built
    record: PublishedReport
    path: Path
    again: bool

    def as_json(self) -> dict[str, object]:
        """The schema papers.publish/1."""
        return {
            "schema": "papers.publish/1",
            "record": self.path.as_posix(),
            "period": self.record.period,
            "version": self.record.version,
            "again": self.again,
            "counts": dict(self.record.counts),
            "problems": [p.as_json() for p in self.built.report.problems],
            "files": [f.as_json() for f in self.built.files],
        }


def publish(folder: Path, out: Path, *, progress: Progress = lambda _done, _total, _name: None) -> Published:
    """Build the final PDFs of the report in `folder` into `out` and freeze what they say.

    PapersError where anything is awaited, where a Word file in `out` was edited and not brought in, and where another state of
    the report was published under the same version. Then nothing is written.
    """
    report = open_report(folder)
    refuse_awaited(report.dataset)
    _refuse_edited(chosen(report.dataset, ()), out)
    record, path = freeze(with_levels(report.dataset), report.assessed), record_path(folder)
    last = published_before(path)
    if last:
        _refuse_rewriting(last, record, path)
    built = build(folder, out, formats=("pdf",), final=True, progress=progress)
    if record != last:
        _write(path, record, last)
    return Published(built, record, path, again=last is not None and same_figures(last, record))


def published_before(path: Path) -> PublishedReport | None:
    """The record that lies there; None where there is none. PapersError for a damaged one."""
    if not path.is_file():
        return None
    with reported(path):
        text = path.read_text("utf-8", errors="replace")
    try:
        return read_record(text, Place(file=path.name))
    except DamagedRecordError as damaged:
        raise PapersError([problem("record-damaged", Place(file=path.name), why=str(damaged))]) from damaged


def same_figures(last: PublishedReport, record: PublishedReport) -> bool:
    """Whether both say the same to a reader, whatever their version and the day."""
    return replace(last, checksum="", version="", date=record.date) == replace(record, checksum="", version="")


def _refuse_edited(infos: Sequence[PaperInfo], out: Path) -> None:
    changed = [f"{info.name}.docx" for info in infos if edited(out, f"{info.name}.docx")]
    if changed:
        raise PapersError([problem("edited-before-publishing", Place(file=name), name=name) for name in changed])


def _refuse_rewriting(last: PublishedReport, record: PublishedReport, path: Path) -> None:
    if not same_figures(last, record) and not _rose(last.version, record.version):
        raise PapersError([problem("already-published", Place(file=path.name), value=last.version, name=record.period)])


def _rose(before: str, now: str) -> bool:
    """Whether the version is a later one: by its numbers, or where it has none by being another word."""
    first, second = ([int(digits) for digits in re.findall(r"\d+", version)] for version in (before, now))
    return second > first if first or second else now != before


def _write(path: Path, record: PublishedReport, last: PublishedReport | None) -> None:
    """Write the record; one of an earlier version stays beside it."""
    if last and last.version != record.version:
        kept = path.with_name(f"{path.stem}-{re.sub(r'[^A-Za-z0-9.]+', '-', last.version)}.json")
        write_whole(kept, write_record(last).encode())
    write_whole(path, write_record(record).encode())
