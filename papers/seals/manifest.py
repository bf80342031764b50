"""The manifest as records and as canonical JSON, schema papers.seal/1."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from papers.seals.names import clashes, hostile

MANIFEST = "manifest.json"
SCHEMA = "papers.seal/1"
PLAIN = ("paper", "data", "rules", "template", "program")
"""What an origin says in words."""
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file was built from; "" for what is not known of it.

    `data` and `template` are SHA-256, `rules` is the rating scheme with its version (floor-standard/1), `program` is papers' version.
    A pack's `data` is its agenda, and its `parts` are its papers, each by where it stands in the agenda.
    """

    paper: str = ""
    data: str = ""
    rules: str = ""
    template: str = ""
    program: str = ""
    parts: tuple[tuple[str, Origin], ...] = ()


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file as it was sealed. `path` is within the folder, parted by "/"; `pages` None where a file has none that can be counted."""

    path: str
    sha256: str
    size: int
    pages: int | None = None
    title: str = ""
    origin: Origin | None = None


@dataclass(frozen=True)
class Manifest:
    """Every file of a folder as it was sealed, in the order of paths."""

    files: tuple[SealedFile, ...]

    @cached_property
    def seal(self) -> str:
        """SHA-256 over all that the manifest says of its files: one line to note in the minutes."""
        return hashlib.sha256(json.dumps(self._files(), ensure_ascii=True, sort_keys=True).encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """The schema papers.seal/1."""
        total = {"files": len(self.files), "bytes": sum(each.size for each in self.files)}
        return {"schema": SCHEMA, "seal": self.seal, "counts": total, "files": self._files()}

    def _files(self) -> list[dict[str, Any]]:
        return [_as_json(each) for each in self.files]


class DamagedManifestError(Exception):
    """A manifest that is not one, or not as it was written; its words say why."""


def write_manifest(manifest: Manifest) -> str:
    """The manifest as text: the same for the same files, one value a line, ASCII alone."""
    return json.dumps(manifest.as_json(), indent=1) + "\n"


def read_manifest(text: str) -> Manifest:
    """The manifest that `write_manifest` wrote. DamagedManifestError for anything else, a path that leads out of the folder included."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise DamagedManifestError("it is not JSON") from wrong
    if not isinstance(said, dict) or said.get("schema") != SCHEMA or not isinstance(said.get("files"), list):
        raise DamagedManifestError(f"it is not of the schema {SCHEMA}")
    manifest = Manifest(tuple(_file(each) for each in said["files"]))
    paths = [each.path for each in manifest.files]
    if clashes(paths) or len(set(paths)) != len(paths):
        raise DamagedManifestError("it names a file twice")
    if said.get("seal") != manifest.seal:
        raise DamagedManifestError("it was changed after the folder was sealed")
    return manifest


def _as_json(file: SealedFile) -> dict[str, Any]:
    said = {"path": file.path, "sha256": file.sha256, "bytes": file.size, "pages": file.pages, "title": file.title or None}
    return {**said, "built_from": origin_as_json(file.origin) if file.origin else None}


def _file(said: object) -> SealedFile:
    if not isinstance(said, dict):
        raise DamagedManifestError("it lists something that is no file")
    path, checksum, size, pages = said.get("path"), said.get("sha256"), said.get("bytes"), said.get("pages")
    if not isinstance(path, str) or hostile(path):
        raise DamagedManifestError(f"it names {path!r}: {hostile(path) if isinstance(path, str) else 'that is no path'}")
    if not isinstance(checksum, str) or not SHA256.fullmatch(checksum) or not isinstance(size, int) or not _is_count(size, pages or 0):
        raise DamagedManifestError(f"what it says of {path} can't be so")
    return SealedFile(path, checksum, size, pages, _word(said.get("title")), read_origin(said.get("built_from")))


def origin_as_json(origin: Origin) -> dict[str, Any]:
    """What a file was built from; null for what is not known. Only a pack has `parts`."""
    said: dict[str, Any] = {name: getattr(origin, name) or None for name in PLAIN}
    parts = {name: origin_as_json(part) for name, part in origin.parts}
    return {**said, "parts": parts} if parts else said


def read_origin(said: object, *, whole: bool = True) -> Origin | None:
    """What `origin_as_json` wrote; None for anything else. The parts of a part are not looked at."""
    if not isinstance(said, Mapping):
        return None
    parts = said.get("parts") if whole else None
    known = parts if isinstance(parts, Mapping) else {}
    found = tuple((str(name), read_origin(each, whole=False) or Origin()) for name, each in known.items())
    return Origin(**{name: _word(said.get(name)) for name in PLAIN}, parts=found)


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _is_count(*values: object) -> bool:
    return all(isinstance(each, int) and not isinstance(each, bool) and each >= 0 for each in values)
