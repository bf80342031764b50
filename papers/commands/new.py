"""`papers new`: an empty report folder, a workbook with lists and notes, or a copy of a shipped report to look at."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from papers import shipping
from papers.commands.files import reported, write_whole
from papers.errors import PapersError, Place, problem
from papers.intake import new_folder, new_workbook
from papers.intake.sources import OTHER_WORKBOOKS
from papers.packs.starting import new_agenda, new_agenda_workbook
from papers.records.places import record_path

REPORT = "report.toml"
LAST = "last-report.json"
"""The name of the record of the last report in a copy of an example."""

PREVIOUS = re.compile(r'^previous = "(.+)"$', re.MULTILINE)


def new(folder: Path | None, workbook: Path | None = None, example: str | None = None) -> Path:
    """What was made: an empty report folder, a copy of the shipped report `example`, or (without a folder) a workbook.

    PapersError where something is there already.
    """
    if folder:
        _refuse_existing(folder)
        with reported(folder):
            _fill(folder, example)
        return folder
    if not workbook:
        raise TypeError("new needs a folder or a workbook")
    if workbook.exists():
        raise PapersError([problem("already-there", Place(file=str(workbook)), name=workbook.name)])
    with reported(workbook):
        new_workbook(workbook)
    return workbook


def new_agenda_file(path: Path) -> Path:
    """An agenda with notes on every key, written to `path`, as a workbook where it ends in .xlsx.

    PapersError where something is there, and for the name of a workbook in another format.
    """
    if path.suffix.lower() in OTHER_WORKBOOKS:
        raise PapersError([problem("workbook-name", Place(file=str(path)), name=path.name)])
    if path.exists():
        raise PapersError([problem("already-there", Place(file=str(path)), name=path.name)])
    write_whole(path, new_agenda_workbook() if path.suffix.lower() == ".xlsx" else new_agenda().encode())
    return path


def _fill(folder: Path, example: str | None) -> None:
    if example:
        shutil.copytree(shipping.example(example), folder, dirs_exist_ok=True)
        _bring_record(shipping.example(example), folder)
    else:
        new_folder(folder)


def _bring_record(example: Path, folder: Path) -> None:
    """Copy the record of the example's last report into the folder, which then needs nothing beside it."""
    settings = folder / REPORT
    found = PREVIOUS.search(settings.read_text("utf-8"))
    if found:
        shutil.copyfile(record_path(example / found[1]), folder / LAST)
        settings.write_text(PREVIOUS.sub(f'previous = "{LAST}"', settings.read_text("utf-8")), "utf-8", newline="\n")


def _refuse_existing(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PapersError([problem("already-there", Place(file=str(folder)), name=folder.name)])
