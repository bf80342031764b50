"""The folder that packs are written to: which file belongs to which edition, and what an earlier run left there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from papers.commands.files import reported, written_here
from papers.errors import PapersError, Place, Problem, problem
from papers.seals import describe

PACK, CONSOLIDATED = "agenda-pack", "consolidated-pack"
FILES = (
    (re.compile(r"(?:^|/)(?:agenda-(?:pack\.pdf|front-sheet\.docx)|members/members-pack\.pdf|items/item-[^/]+\.pdf)$"), PACK),
    (re.compile(r"(?:^|/)(?:consolidated-pack\.pdf|page-map\.json)$"), CONSOLIDATED),
    (re.compile(r"(?:^|/)(?:items/|members/members-)?(supplement-\d+)(?:-front-sheet|-item-[^/]+)?\.(?:pdf|docx)$"), r"\1"),
)
"""The files of packs and supplements by their names, and the edition that they belong to."""
PUBLIC_FOLDERS = ("", "items/")
FOLDERS = (*PUBLIC_FOLDERS, "members/")


def edition_named(path: str) -> str:
    """Which edition the file belongs to, by its name: "agenda-pack", "supplement-1", "consolidated-pack"; "" for none."""
    named = ((pattern.search(path), edition) for pattern, edition in FILES)
    return next((found.expand(edition) for found, edition in named if found), "")


def left_over(out: Path, files: Mapping[str, bytes], *, force: bool) -> tuple[str, ...]:
    """The files in `out` that an earlier run of the same edition wrote and this one does not: papers renamed since, or closed.

    PapersError where a file that stands in the way is not as it was written: it is somebody's own, or was edited since; and where one is
    of another meeting. With `force` it is taken for ours.
    """
    editions = {edition_named(name) for name in files} - {""}
    with reported(out):
        there = [name for name in names_in(out) if name in files or edition_named(name) in editions]
        wrong = [] if force else [*_foreign(out, there, files), *_of_another(out, there, files)]
    if wrong:
        raise PapersError(wrong)
    return tuple(name for name in there if name not in files)


def names_in(out: Path, folders: Sequence[str] = FOLDERS) -> list[str]:
    """The files in these folders of a pack, by their names within `out`."""
    there = [(within, out / within) for within in folders if (out / within).is_dir()]
    return [within + path.name for within, folder in there for path in sorted(folder.iterdir()) if path.is_file()]


def _foreign(out: Path, there: Sequence[str], files: Mapping[str, bytes]) -> Iterator[Problem]:
    """The files that are somebody's own, or were edited."""
    for name in there:
        if not _ours(out, name, files):
            yield problem("pack-foreign", Place(file=(out / name).as_posix()), name=name)


def _of_another(out: Path, there: Sequence[str], files: Mapping[str, bytes]) -> Iterator[Problem]:
    """The packs that bear the title of another meeting. Items' files stand and fall with their pack."""
    for name in there:
        if name.endswith(".pdf") and "/" not in name and name in files and written_here(out, name):
            title = describe(name, (out / name).read_bytes(), "").title
            if title != describe(name, files[name], "").title:
                yield problem("pack-of-another", Place(file=(out / name).as_posix()), name=name, value=title)


def _ours(out: Path, name: str, files: Mapping[str, bytes]) -> bool:
    return written_here(out, name) or (out / name).read_bytes() == files.get(name)
