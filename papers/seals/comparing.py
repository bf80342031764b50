"""A folder held against its manifest: what is the same, changed, missing, extra, or there under another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from papers.seals.manifest import Manifest
from papers.seals.names import same_name, shown

Verdict = Literal["same", "changed", "missing", "extra", "renamed"]
VERDICTS: tuple[Verdict, ...] = ("same", "changed", "missing", "extra", "renamed")


@dataclass(frozen=True, slots=True)
class Held:
    """What lies in the folder under a path. `strange` says what it is where it is no plain file: a link, a device."""

    path: str
    sha256: str
    size: int
    strange: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A path and what became of it since it was sealed; `why` in words, "" where it is the same."""

    path: str
    verdict: Verdict
    why: str = ""


def compare(manifest: Manifest, held: Iterable[Held]) -> tuple[Finding, ...]:
    """Every file of either side once, in the order of paths. A file under another name is found by its checksum or its spelling."""
    here = {each.path: each for each in held}
    sealed = {each.path: each for each in manifest.files}
    strays = {path: each for path, each in here.items() if path not in sealed}
    found: list[Finding] = []
    for path, file in sealed.items():
        if path in here:
            found.append(_held(here[path], file.sha256, file.size))
        elif stray := _stray(path, file.sha256, strays):
            del strays[stray.path]
            found += _renamed(path, stray, file.sha256)
        else:
            found.append(Finding(path, "missing", "it was sealed and is not there"))
    found += [Finding(shown(path), "extra", each.strange or "it was not there when the folder was sealed") for path, each in strays.items()]
    return tuple(sorted(found, key=lambda each: each.path))


def _held(held: Held, checksum: str, size: int) -> Finding:
    if held.strange:
        return Finding(held.path, "changed", f"{held.strange} lies in its place")
    if held.sha256 == checksum:
        return Finding(held.path, "same")
    if held.size != size:
        return Finding(held.path, "changed", f"it has {held.size:,} bytes and had {size:,}")
    return Finding(held.path, "changed", "its bytes are not those that were sealed")


def _stray(path: str, checksum: str, strays: dict[str, Held]) -> Held | None:
    """The file that was this one: spelt otherwise, or with the same bytes under another name."""
    spelt = [each for each in strays.values() if same_name(each.path) == same_name(path)]
    alike = [each for each in strays.values() if each.sha256 == checksum and not each.strange]
    return next(iter([*spelt, *alike]), None)


def _renamed(path: str, stray: Held, checksum: str) -> Iterator[Finding]:
    yield Finding(path, "renamed", f"it is now called {shown(stray.path)}")
    if stray.sha256 != checksum or stray.strange:
        yield Finding(shown(stray.path), "changed", stray.strange or f"it is not the {path} that was sealed")
