"""The referee of a report, who knows on which page each part stands as the report is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from papers.checks.checking import Referee
from papers.checks.openings import Opening
from papers.commands.report import Report
from papers.errors import PapersError


def referee_of(report: Report, folder: Path | None = None) -> Referee:
    """The referee; pages are those of the templates in the folder, and are laid out only where a sentence names one."""
    return Referee(report.dataset, report.assessed, lambda: tuple(_openings(report, folder)))


def _openings(report: Report, folder: Path | None) -> Iterator[Opening]:
    """The headings of the full report with their pages; none where it can't be laid out."""
    from papers.commands.compose import composer_for

    try:
        layout = composer_for(report, folder / "templates" if folder else None).full_report.layout
    except PapersError:
        return
    yield from (Opening(each.title, each.level, each.page) for each in layout.bookmarks)
