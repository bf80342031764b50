"""Where a report's record lies: in its folder, or beside its workbook."""

from __future__ import annotations

from pathlib import Path

RECORD = "published.json"


def record_path(report: Path) -> Path:
    """The path of the record of the report in a folder, workbook or report.toml; a record is its own."""
    if report.suffix.lower() == ".json":
        return report
    if report.is_dir():
        beside = sorted(report.glob(f"*.{RECORD}"))
        return beside[0] if len(beside) == 1 and not (report / RECORD).exists() else report / RECORD
    return report.with_name(RECORD if report.suffix.lower() == ".toml" else f"{report.stem}.{RECORD}")
