"""`papers settle`: a person's decisions on what waits, each by itself: dropped, or taken into the folder with the replaced text kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from papers.commands.collect import REPLACED, current, rewritten, write_round
from papers.commands.files import write_set
from papers.commands.report import Report, open_report
from papers.document import AuthoredBlock
from papers.drafting.authored import commentary_id
from papers.errors import NOWHERE, PapersError, Place, Problem, problem
from papers.readers.markdown import read_markdown
from papers.rounds.account import Finding
from papers.rounds.fitting import unprintable
from papers.rounds.homes import homes
from papers.rounds.memory import read_memory
from papers.rounds.merging import Merged, Piece
from papers.rounds.plaintext import plain_blocks
from papers.rounds.said import markdown_of
from papers.rounds.strays import AUTHORED

REPLACING = ("conflict", "emptied", "deleted")
"""Kinds whose returned text takes the place of the folder's; a proposal does where it was held against the folder's text."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one decision: the commentary that took the text, the file that keeps what it replaced, or why nothing was done."""

    id: str
    block: str = ""
    taken: str = ""
    kept: str = ""
    refused: bool = False
    problems: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The decision with the keys of the schema papers.settle/1."""
        told = {
            "id": self.id,
            "done": not self.refused,
            "block": self.block or None,
            "taken": self.taken or None,
            "kept": self.kept or None,
        }
        return {**told, "problems": [each.as_json() for each in self.problems]}

    def lines(self) -> Iterator[str]:
        """The decision for people."""
        if self.refused:
            yield f"Not settled {self.id}: {self.block}".rstrip(": ")
        elif self.taken:
            yield f"Took {self.id} into {self.taken}"
        else:
            yield f"Dropped {self.id}: {self.block}".rstrip(": ")
        if self.kept:
            yield f"  the text that it replaced is in {self.kept}"
        yield from (f"  {each.level}: {each.message} {each.fix}" for each in self.problems)


@dataclass(frozen=True, slots=True)
class Settling:
    """All decisions of one call, in their order."""

    decisions: tuple[Settled, ...]

    @property
    def all_done(self) -> bool:
        """Whether each was carried out."""
        return not any(each.refused for each in self.decisions)

    def as_json(self) -> dict[str, object]:
        """The schema papers.settle/1."""
        return {"schema": "papers.settle/1", "settled": [each.as_json() for each in self.decisions]}


def settle(source: Path, ids: Sequence[str], *, take: bool = False, to: str = "") -> Settling:
    """Settle what waits under these ids, each by itself: one that can't be leaves the others as decided.

    Without `take` the folder's text or figure stands. With it the returned text is written: in the place of the folder's where it
    was held against that, else below what the commentary has; an emptied or deleted commentary goes. `to` names the part or
    commentary that takes texts which have no place of their own. PapersError where the report can't be read.
    """
    return Settling(tuple(_settled(source, each, take=take, to=to) for each in dict.fromkeys(ids)))


def _settled(source: Path, key: str, *, take: bool, to: str) -> Settled:
    folder = source if source.is_dir() else source.parent
    memory = read_memory(folder)
    known = {each.id: each for each in memory.waiting}
    found = known.get(key)
    if found is None:
        choices = ", ".join(known) or "none"
        return Settled(key, refused=True, problems=(problem("no-such-finding", value=key, choices=choices),))
    files = memory.settle([key]).files()
    if not take:
        write_set(folder, files)
        return Settled(key, found.block or found.where)
    report = open_report(source)
    try:
        home = _home(report, found, to)
        own = _own(report, home)
        pieces = _pieces(found, own)
        kept = _kept(found, home, own, pieces)
        round_ = rewritten(report.dataset, {home: Merged(home, pieces, ())}, folder)
        write_round(folder, {**round_.files, **kept, **files}, round_.replaced)
    except PapersError as refused:
        return Settled(key, found.block or found.where, refused=True, problems=tuple(refused.problems))
    problems = tuple(unprintable((piece.block for piece in pieces if piece.index is None), home))
    return Settled(key, found.block, home, next(iter(kept), ""), problems=problems)


def _home(report: Report, found: Finding, to: str) -> str:
    """The commentary that takes the text. PapersError for a figure, which only its data can say, and where there is none."""
    place = Place(block=found.block or None)
    if found.kind == "figure":
        raise PapersError([problem("settle-figure", place, value=found.returned, where=found.where or "the data")])
    own = [found.block, commentary_id(found.block)] if found.block else []
    near = [*own, found.home] if found.kind in (*REPLACING, "proposal") else [found.home, *own]
    asked = [to, commentary_id(to), commentary_id(f"section/{to}"), f"indicator/{to}/commentary"] if to else near
    known = homes(report.dataset)
    chosen = next((each for each in asked if each in known), None) or next((each for each in asked if _may_open(report, each)), None)
    if chosen is None:
        raise PapersError([problem("settle-by-hand", place, value=found.id)])
    return chosen


def _may_open(report: Report, key: str) -> bool:
    """Whether the report has a part that may have a commentary of this id, and has none yet."""
    sections = [
        *(f"section/{each.slug}" for each in report.dataset.sections),
        *(f"directorate/{d.slug}" for d in report.dataset.directorates),
    ]
    indicators = (f"indicator/{each.id}" for each in report.dataset.indicators)
    return key in {f"{each}/commentary" for each in ("foreword", *sections, *indicators)}


def _own(report: Report, key: str) -> tuple[AuthoredBlock, ...]:
    """What the folder's commentary says, as commentaries are compared."""
    home = homes(report.dataset).get(key)
    return current(each for each in home.part.blocks[home.start : home.end] if isinstance(each, AUTHORED)) if home else ()


def _pieces(found: Finding, own: Sequence[AuthoredBlock]) -> tuple[Piece, ...]:
    """The commentary as it is to be. PapersError where the returned text can't be read again."""
    new = tuple(Piece(block, markdown_of(block)) for block in _returned(found))
    stays = () if _replaces(found) else tuple(Piece(block, markdown_of(block), n) for n, block in enumerate(own))
    return (*stays, *new)


def _replaces(found: Finding) -> bool:
    return found.kind in REPLACING or (found.kind == "proposal" and bool(found.sent))


def _returned(found: Finding) -> tuple[AuthoredBlock, ...]:
    """The returned text as blocks: words of computed blocks as plain text, all other as Markdown."""
    if found.kind in ("emptied", "deleted"):
        return ()
    if found.kind == "sentence":
        return current(plain_blocks(found.returned, "x"))
    blocks, problems = read_markdown(found.returned, "x", None, NOWHERE)
    if problems or not blocks:
        raise PapersError([problem("settle-by-hand", Place(block=found.block or None), value=found.id)])
    return current(blocks)


def _kept(found: Finding, home: str, own: Sequence[AuthoredBlock], pieces: Sequence[Piece]) -> dict[str, bytes]:
    """The text that the commentary loses, under the name by which it is kept; nothing where it loses none."""
    if not own or any(piece.index is not None for piece in pieces):
        return {}
    name = re.sub(r"[^\w.-]+", "-", home)
    return {f"{REPLACED}/{name}-{found.id}.md": ("\n\n".join(map(markdown_of, own)) + "\n").encode()}
