"""`papers strip`: a Word file made fit for the public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from papers.commands.files import reported, write_whole
from papers.errors import PapersError, Place, problem
from papers.packs.stripping import strip_word
from papers.readers.word import Tracked, undecided
from papers.wording import listed


@dataclass(frozen=True, slots=True)
class StrippedFile:
    """What was written, how much was taken out by what it was, links to files on a machine of the council's, and what stays unseen in it."""

    path: Path
    taken: Mapping[str, int]
    private_links: tuple[str, ...]
    unseen: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The schema papers.strip/1."""
        told = {"path": self.path.as_posix(), "taken": dict(self.taken), "private_links": list(self.private_links)}
        told["unseen"] = list(self.unseen)
        return {"schema": "papers.strip/1", **told}

    def lines(self) -> Iterator[str]:
        """The account for a person."""
        for what, number in self.taken.items():
            yield f"{number:6} {what}"
        for link in self.private_links:
            yield f"A link leads to a file of the council's own: {link}"
        left = f"; beside what it shows it holds {listed(self.unseen)}" if self.unseen else " and holds nothing beside what it shows"
        yield f"{self.path.as_posix()} is written{left}"


def strip(path: Path, out: Path, *, tracked: Tracked | None = None, author: str = "") -> StrippedFile:
    """Write the Word file without what it does not show to `out`.

    PapersError while tracked changes are undecided and `tracked` is None, and where `out` is the file itself, which would be lost.
    """
    if out.exists() and out.samefile(path):
        raise PapersError([problem("strip-itself", Place(file=path.name))])
    with reported(path):
        data = path.read_bytes()
    try:
        changes = undecided(data)[1] if tracked is None else ()
        stripped = strip_word(data, tracked or "accepted", author)
    except PapersError as refused:
        raise PapersError(replace(each, place=replace(each.place, file=path.name)) for each in refused.problems) from refused
    if changes:
        where = Place(file=path.name)
        raise PapersError(
            problem("publish-tracked", where, value=each.text, by=each.author or "Somebody", what=each.kind) for each in changes
        )
    write_whole(out, stripped.data)
    return StrippedFile(out, stripped.taken, stripped.private_links, stripped.unseen)
