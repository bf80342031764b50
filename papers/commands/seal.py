"""`papers seal`: the manifest of a folder of published files, for the archive."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from papers.commands.files import ORIGINS, RECORD, read_origins, reported, sha256, write_whole
from papers.errors import PapersError, Place, Problem, problem
from papers.seals import (
    MANIFEST,
    DamagedManifestError,
    Held,
    Manifest,
    SealedFile,
    clashes,
    compare,
    describe,
    hostile,
    read_manifest,
    shown,
    write_manifest,
)

OWN = (RECORD, ORIGINS)
"""Working files of builds, which are not published."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A folder's manifest and whether the folder had just this one before."""

    folder: Path
    manifest: Manifest
    again: bool

    def as_json(self) -> dict[str, object]:
        """The schema papers.seal/1: the manifest itself."""
        return self.manifest.as_json()

    def lines(self) -> Iterator[str]:
        """The account for a person: each file, then the seal."""
        for each in self.manifest.files:
            pages = f"{each.pages} page{'s' if each.pages != 1 else ''}" if each.pages is not None else ""
            yield f"{each.path:60} {pages:>10} {each.size / 1000:8,.0f} kB  {each.title}"
        said = "sealed as before" if self.again else "sealed"
        yield f"{len(self.manifest.files)} files {said} in {(self.folder / MANIFEST).as_posix()}"
        yield f"Seal: {self.manifest.seal}"


def seal(folder: Path, *, force: bool = False) -> Sealed:
    """Write manifest.json for all that lies in `folder`. PapersError lists every file that can't be sealed.

    A folder that was sealed and is no longer as it was is refused unless `force` is given.
    """
    held = tuple(found(folder))
    wrong = list(_unsealable(folder, held))
    if wrong:
        raise PapersError(wrong)
    last = _manifest_before(folder, force=force)
    changed = [each for each in compare(last, held) if each.verdict != "same"] if last else []
    if changed and not force:
        raise PapersError([problem("seal-there", Place(file=str(folder)), name=folder.name, count=len(changed))])
    manifest = Manifest(tuple(_described(folder, held)))
    write_whole(folder / MANIFEST, write_manifest(manifest).encode())
    return Sealed(folder, manifest, last == manifest)


def manifest_of(folder: Path) -> Manifest:
    """The folder's manifest. PapersError where there is none or it can't be trusted."""
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        raise PapersError([problem("seal-missing", Place(file=str(folder)), name=folder.as_posix())])
    with reported(path):
        text = path.read_bytes().decode("utf-8", "replace")
    try:
        return read_manifest(text)
    except DamagedManifestError as damaged:
        raise PapersError([problem("seal-damaged", Place(file=str(path)), why=str(damaged))]) from damaged


def found(folder: Path) -> Iterator[Held]:
    """All that lies in the folder but the manifest and the builds' own records; links are never followed. PapersError for no folder."""
    if folder.is_symlink() or not folder.is_dir():
        raise PapersError([problem("not-a-folder", Place(file=str(folder)), name=folder.name)])
    with reported(folder):
        yield from sorted(_walk(folder, ""), key=lambda each: each.path)


def _walk(folder: Path, within: str) -> Iterator[Held]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{within}{entry.name}"
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                yield from _walk(Path(entry.path), f"{path}/")
            elif not stat.S_ISREG(mode):
                yield Held(path, "", 0, "it is a link" if stat.S_ISLNK(mode) else "it is no plain file")
            elif path != MANIFEST and entry.name not in OWN:
                data = Path(entry.path).read_bytes()
                yield Held(path, sha256(data), len(data))


def _unsealable(folder: Path, held: tuple[Held, ...]) -> Iterator[Problem]:
    if not held:
        yield problem("seal-nothing", Place(file=str(folder)), name=folder.name)
    for each in held:
        name = shown(each.path)
        if why := hostile(each.path):
            yield problem("seal-name", Place(file=name), name=name, why=why)
        elif each.strange:
            yield problem("seal-strange", Place(file=name), name=name, why=each.strange)
    for first, second in clashes([*(each.path for each in held), MANIFEST]):
        yield problem("seal-clash", Place(file=second), name=second, other=first)


def _manifest_before(folder: Path, *, force: bool) -> Manifest | None:
    if force or not (folder / MANIFEST).exists():
        return None
    return manifest_of(folder)


def _described(folder: Path, held: tuple[Held, ...]) -> Iterator[SealedFile]:
    for each in held:
        path = folder / each.path
        with reported(path):
            yield describe(each.path, path.read_bytes(), each.sha256, read_origins(path.parent).get(each.sha256))
