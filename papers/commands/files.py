"""Writing built files: whole or not at all, and never over a Word file that somebody has edited since it was built."""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from papers.errors import PapersError, Place, problem
from papers.seals import Origin, origin_as_json, read_origin

RECORD = ".built.json"
"""In the output folder: the SHA-256 of every file as built. A file that no longer matches was edited."""

ORIGINS = ".origins.json"
"""In the output folder: of every file as built its SHA-256 and what it was built from, for the seal."""

PART, OLD = ".part", ".old"
"""Ends of temporary names: what is being written, and what it replaces until all is written."""


def sha256(data: bytes) -> str:
    """The checksum as lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def read_record(folder: Path) -> dict[str, str]:
    """The checksums of the files built into `folder`, by name; empty where nothing was built or the record is damaged."""
    try:
        found = json.loads((folder / RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(checksum) for name, checksum in found.items()} if isinstance(found, dict) else {}


def edited(folder: Path, name: str) -> bool:
    """Whether the file is there and is not what was built: then somebody's work is in it."""
    path = folder / name
    return path.exists() and read_record(folder).get(name) != sha256(path.read_bytes())


def write_whole(path: Path, data: bytes) -> None:
    """Write one file under a temporary name, then rename it. PapersError where that can't be."""
    with reported(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace_all(path.parent, {path.name: data})


def write_files(folder: Path, files: Mapping[str, bytes], origins: Mapping[str, Origin] | None = None) -> None:
    """Write all files, the record of them and of their `origins`, or none: PapersError leaves the folder as it was."""
    record = {**read_record(folder), **{name: sha256(data) for name, data in files.items()}}
    lines = {RECORD: _lines(record)}
    if origins:
        lines[ORIGINS] = _origins_with(folder, record, origins)
    with reported(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _replace_all(folder, {**files, **lines})


def read_origins(folder: Path) -> dict[str, Origin]:
    """What files were built from, by their SHA-256: a file that was edited since is none of them."""
    said = [each for each in _origins(folder).values() if isinstance(each, dict)]
    return {str(each.get("sha256", "")): read_origin(each) or Origin() for each in said}


def _origins(folder: Path) -> dict[str, object]:
    try:
        found = json.loads((folder / ORIGINS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def written_here(folder: Path, name: str) -> bool:
    """Whether the file is as it was written there with an origin; not where it is somebody's own, or was edited since."""
    path = folder / name
    known = _origins(path.parent).get(path.name)
    return isinstance(known, dict) and known.get("sha256") == sha256(path.read_bytes())


def _origins_with(folder: Path, checksums: Mapping[str, str], origins: Mapping[str, Origin], removed: Collection[str] = ()) -> bytes:
    """The folder's origins with these, by the names of files, in the place of those that they had, and without those `removed`."""
    now = {name: {"sha256": checksums[name], **origin_as_json(each)} for name, each in origins.items()}
    return _lines({name: each for name, each in {**_origins(folder), **now}.items() if name not in removed})


def _lines(record: Mapping[str, object]) -> bytes:
    return json.dumps(dict(sorted(record.items())), indent=1).encode()


def write_set(folder: Path, files: Mapping[str, bytes], origins: Mapping[str, Origin] | None = None, removed: Collection[str] = ()) -> None:
    """Write all files, by their names within the folder, and remove those `removed`; or none: PapersError leaves the folder as it was.

    What a file was built from is noted in its own folder, so that a folder which goes public says nothing of another.
    """
    by_folder: dict[str, dict[str, Origin]] = {_folder_of(name): {} for name in removed}
    for name, origin in (origins or {}).items():
        by_folder.setdefault(_folder_of(name), {})[name.rpartition("/")[2]] = origin
    for within, known in by_folder.items():
        checksums = {name: sha256(files[within + name]) for name in known}
        gone = {name.rpartition("/")[2] for name in removed if _folder_of(name) == within}
        files = {**files, within + ORIGINS: _origins_with(folder / within, checksums, known, gone)}
    with reported(folder):
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        _replace_all(folder, files, removed)


def _folder_of(name: str) -> str:
    """The folder of a name, with the stroke behind it: "items/"; "" for one that stands in none."""
    within, stroke, _ = name.rpartition("/")
    return within + stroke


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """What the system refuses to do with files, as a PapersError that names the file and says what to do."""
    try:
        yield
    except OSError as refused:
        file = Path(str(refused.filename or path))
        name = file.name.removesuffix(PART).removesuffix(OLD)
        code = "open-elsewhere" if isinstance(refused, PermissionError) and file.with_name(name).is_file() else "not-writable"
        raise PapersError([problem(code, Place(file=str(file.with_name(name))), name=name, why=refused.strerror or "")]) from refused


@contextmanager
def within(name: str) -> Iterator[None]:
    """What is wrong with a file, as a PapersError whose problems name it."""
    try:
        yield
    except PapersError as wrong:
        raise PapersError(replace(each, place=replace(each.place, file=name)) for each in wrong.problems) from wrong


def _replace_all(folder: Path, files: Mapping[str, bytes], removed: Collection[str] = ()) -> None:
    """Put every file in its place and remove others, or put back what was there: a file that is open elsewhere refuses the whole set."""
    paths, gone = [folder / name for name in files], [folder / name for name in removed]
    moved: list[Path] = []
    try:
        for path, data in zip(paths, files.values(), strict=True):
            _beside(path, PART).write_bytes(data)
        for path in [*paths, *gone]:
            _set_aside(path)
            moved.append(path)
            if path not in gone:
                _beside(path, PART).replace(path)
    except OSError:
        for path in moved:
            path.unlink(missing_ok=True)
            _put_back(path)
        raise
    finally:
        for path in paths:
            _beside(path, PART).unlink(missing_ok=True)
        for path in [*paths, *gone]:
            _beside(path, OLD).unlink(missing_ok=True)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _set_aside(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    if path.exists():
        path.replace(_beside(path, OLD))


def _put_back(path: Path) -> None:
    if _beside(path, OLD).exists():
        _beside(path, OLD).replace(path)
