"""`papers new`: an empty report folder, a workbook with lists and notes, or a copy of a shipped report to look at."""

from __future__ import annotations

import shutil
from pathlib import Path

from papers import shipping
from papers.errors import PapersError, Place, problem
from papers.intake import new_folder, new_workbook


def new(folder: Path) -> Path:
    """An empty report folder at `folder`, which must not hold anything yet."""
    _refuse_existing(folder)
    new_folder(folder)
    return folder


def new_from_example(folder: Path, name: str) -> Path:
    """A copy of the shipped report `name` at `folder`, which must not hold anything yet."""
    _refuse_existing(folder)
    shutil.copytree(shipping.example(name), folder, dirs_exist_ok=True)
    return folder


def new_book(path: Path) -> Path:
    """An Excel workbook at `path` with the tables as sheets, lists to choose from and a note on every header."""
    if path.exists():
        raise PapersError([problem("already-there", Place(file=str(path)), name=path.name)])
    new_workbook(path)
    return path


def _refuse_existing(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PapersError([problem("already-there", Place(file=str(folder)), name=folder.name)])
