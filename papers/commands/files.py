"""Writing built files: whole or not at all, and never over a Word file that somebody has edited since it was built."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

RECORD = ".built.json"
"""In the output folder: the SHA-256 of every file as built. A file that no longer matches was edited."""


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
    """Write one file under a temporary name, then rename it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace_all(path.parent, {path.name: data})


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files under temporary names, then rename each, then the record. OSError leaves no half-written file."""
    folder.mkdir(parents=True, exist_ok=True)
    record = {**read_record(folder), **{name: sha256(data) for name, data in files.items()}}
    lines = json.dumps(dict(sorted(record.items())), indent=1).encode()
    _replace_all(folder, {**files, RECORD: lines})


def _replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    waiting = {folder / f"{name}.part": folder / name for name in files}
    try:
        for part, data in zip(waiting, files.values(), strict=True):
            part.write_bytes(data)
        for part, path in waiting.items():
            part.replace(path)
    finally:
        for part in waiting:
            part.unlink(missing_ok=True)


def writable(folder: Path) -> bool:
    """Whether files can be written there (or the folder be made)."""
    there = next(p for p in (folder, *folder.absolute().parents) if p.exists())
    return there.is_dir() and os.access(there, os.W_OK)
