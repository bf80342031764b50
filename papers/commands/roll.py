"""`papers roll`: the next report opened from this one, as a folder or a workbook."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from papers.commands.files import reported
from papers.errors import PapersError, Place, problem
from papers.intake import read_report
from papers.records.places import record_path
from papers.rolling import Change, Kind, Rolled, folder_files, roll, workbook_bytes

CARRIED = ("schemes", "risk-schemes", "templates")
"""Folders beside the tables that the next report needs as well."""

PART = ".part"
WORKBOOK = ".xlsx"


def roll_report(source: Path, new: Path, changes: Sequence[Change] = (), *, period: str = "", period_end: dt.date | None = None) -> Path:
    """The next report after that of `source`: the folder `new`, or where that ends in .xlsx a workbook, its narrative beside it.

    PapersError where `new` is there, where `source` was never published, and where its next period is not clear. Nothing is
    written then.
    """
    base = new.parent if new.suffix.lower() == WORKBOOK else new
    _refuse(source, new)
    previous = Path(os.path.relpath(source, base)).as_posix()
    rolled = roll(read_report(source, sealed=False, as_typed=True), previous, changes, period=period, period_end=period_end)
    with reported(new):
        if new.suffix.lower() == WORKBOOK:
            _write_workbook(new, rolled, _beside(source))
        else:
            _write_folder(new, folder_files(rolled), _beside(source))
    return new


def changes_from(ended: Sequence[str], renamed: Sequence[str], parted: Sequence[str], moved: Sequence[str]) -> tuple[Change, ...]:
    """The changes that the options of the command say. PapersError for one without its equals sign."""
    found = [Change("end", name) for name in ended]
    kinds: tuple[tuple[Kind, Sequence[str]], ...] = (("rename", renamed), ("split", parted), ("move", moved))
    for kind, options in kinds:
        for option in options:
            name, _, to = option.partition("=")
            names = tuple(part.strip() for part in to.split(",") if part.strip())
            if not names or (kind != "split" and len(names) > 1):
                raise PapersError([problem("roll-option", value=option, name=kind)])
            found.append(Change(kind, name.strip(), names))
    return tuple(found)


def _beside(source: Path) -> Path:
    """The folder in which what stands beside the tables is."""
    return source if source.is_dir() else source.parent


def _refuse(source: Path, new: Path) -> None:
    if new.exists() and not (new.is_dir() and not any(new.iterdir())):
        raise PapersError([problem("already-there", Place(file=str(new)), name=new.name)])
    record = record_path(source)
    if not record.is_file():
        raise PapersError([problem("never-published", Place(file=str(source)), value=source.name, name=record.name)])


def _write_folder(new: Path, files: Mapping[str, str], beside: Path) -> None:
    """Write everything under a temporary name, then give it its own: the folder is whole or not there."""
    part = new.with_name(new.name + PART)
    shutil.rmtree(part, ignore_errors=True)
    try:
        _write_all(part, files, beside)
        if new.exists():
            new.rmdir()
        part.replace(new)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write_all(folder: Path, files: Mapping[str, str], beside: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    for name in CARRIED:
        if (beside / name).is_dir():
            shutil.copytree(beside / name, folder / name, dirs_exist_ok=True)


def _write_workbook(new: Path, rolled: Rolled, beside: Path) -> None:
    """Write the workbook, and beside it what no workbook holds. PapersError where a narrative is there already."""
    if (new.parent / "narrative").exists():
        raise PapersError([problem("already-there", Place(file=str(new.parent / "narrative")), name="narrative")])
    _write_all(new.parent, rolled.narrative, beside)
    part = new.with_name(new.name + PART)
    part.write_bytes(workbook_bytes(rolled))
    part.replace(new)
