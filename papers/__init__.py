"""A council's quarterly performance papers: data and rules in, Word files that officers edit and PDFs that anyone can read out.

import papers

report = papers.read("data/kent-2013-14-q3")
paper = papers.draft(report, "quarterly-performance-report")
papers.write(paper, "output/report.docx", "output/report.pdf")
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from papers.commands.compose import Paper
    from papers.commands.report import Report

__all__ = ["draft", "read", "tables", "write"]


def read(source: str | Path | Mapping[str, pd.DataFrame]) -> Report:
    """The report in a folder, a workbook or DataFrames by table name, read and rated. PapersError lists every error."""
    from papers.commands.report import open_report

    return open_report(source)


def tables(report: Report) -> dict[str, pd.DataFrame]:
    """The report's tables as DataFrames, by the names that files and sheets have."""
    from papers.intake import tables_of

    return tables_of(report.dataset)


def draft(report: Report, name: str) -> Paper:
    """The paper of that name (quarterly-performance-report, cabinet-cover-report, directorate-SLUG), or of that directorate. PapersError for a stranger."""
    from papers.commands.compose import chosen, composer_for

    return composer_for(report).paper(chosen(report.dataset, [name])[0])


def write(paper: Paper, *paths: str | Path) -> None:
    """Write the paper to each path, in the format that its end names: .docx, .pdf or .txt. PapersError for another end."""
    from papers.commands.compose import format_of
    from papers.commands.files import write_whole

    formats = {path: format_of(path) for path in map(Path, paths)}
    for path, fmt in formats.items():
        write_whole(path, paper.as_bytes(fmt))
