"""Names of files that an archive can hold: the same on every system, and leading nowhere else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
"""Names that mean devices on Windows, whatever follows a dot (Microsoft, Naming Files)."""
BARRED = set('<>:"|?*\\')
"""Characters that no name may hold on Windows; there a backslash parts folders."""
LONGEST = 255
"""Bytes of a name in the usual file systems."""


def hostile(path: str) -> str:
    """Why the path, its folders parted by "/", can't stand in a manifest; "" where it can."""
    if not path or path.startswith("/"):
        return "it is no path within the folder"
    return next((why for part in path.split("/") if (why := _hostile_part(part))), "")


def _hostile_part(part: str) -> str:
    if part in ("", ".", ".."):
        return "it leads out of the folder"
    if any(unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") for each in part):
        return "it holds a character that can't be seen"
    if BARRED & set(part) or RESERVED.fullmatch(part) or part[-1] in ". ":
        return "Windows can't hold a file of that name"
    return "it is too long" if len(part.encode()) > LONGEST else ""


def shown(path: str) -> str:
    """The path as it can be printed anywhere: what can't be seen in it is written as its number."""
    return "".join(each if each == " " or each.isprintable() else each.encode("unicode_escape").decode() for each in path)


def clashes(paths: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of paths that are one file on systems that don't tell capitals, or ways to write an accent, apart."""
    seen: dict[str, str] = {}
    found = []
    for path in sorted(paths):
        first = seen.setdefault(same_name(path), path)
        if first != path:
            found.append((first, path))
    return tuple(found)


def same_name(path: str) -> str:
    """What all spellings of a path have in common on a system that tells neither capitals nor forms of accents apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())
