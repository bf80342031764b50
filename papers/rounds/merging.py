"""Edits from many files brought together: what goes into each commentary, and what two people changed differently."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from papers.document import AuthoredBlock, Commentary, Document
from papers.rounds.account import Finding
from papers.rounds.comparing import Comparison, Edit
from papers.rounds.said import canonical, markdown_of, units
from papers.rounds.threeway import Pick, merge3


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a merged commentary, as Markdown too. `index` is its place in the folder's own commentary; None where it came back."""

    block: AuthoredBlock
    text: str
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The edited file that something comes from: its name, checksum and paper, who changed it last and when."""

    file: str
    checksum: str = ""
    paper: str = ""
    by: str = ""
    date: str = ""
    sure: bool = True
    """Whether the file holds a copy of what was sent: without one nobody can tell who changed what, and nothing is taken."""
    said: tuple[str, ...] = ()
    """Of an edit that came home: the commentary as the file had it, in Markdown."""

    def precedes(self, other: Origin) -> bool:
        """Whether it is an earlier file of the same person, as far as the files say."""
        return self.by == other.by and bool(self.by or self.file == other.file)

    def sign(self, found: Finding) -> Finding:
        """The finding with the file's name, author and date on it."""
        return replace(found, file=self.file, by=found.by or self.by, date=found.date or self.date, paper=self.paper)


@dataclass(frozen=True, slots=True)
class Merged:
    """A commentary with all edits in it that could be taken, and the files that they come from."""

    block: str
    pieces: tuple[Piece, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What many files brought: the findings of all, and the commentaries to write."""

    findings: tuple[Finding, ...]
    merged: Mapping[str, Merged]


class Merging:
    """The folder's commentaries while edits come in, file after file. `done` are blocks and checksums of files whose edits came home before, `earlier` the files that each block came in."""

    def __init__(self, done: Collection[tuple[str, str]] = (), earlier: Mapping[str, Sequence[Origin]] | None = None) -> None:
        self._done = frozenset(done)
        self._earlier = earlier or {}
        self._merged: dict[str, Merged] = {}
        self._findings: list[Finding] = []

    def take(self, comparison: Comparison, now: Document, origin: Origin) -> None:
        """Take what one file brought. `now` is its paper as the folder's text would give it before this round."""
        held = {unit.id: unit.block for unit in units(now) if isinstance(unit.block, Commentary)}
        self._findings += [origin.sign(found) for found in comparison.findings]
        for edit in comparison.edits:
            own = held.get(edit.block)
            ours = self._merged.get(edit.block) or Merged(edit.block, _pieces(own, now.language), ())
            self._findings.append(self._taken(edit, ours, origin))

    def note(self, found: Finding) -> None:
        """Add a finding that is no paper's."""
        self._findings.append(found)

    def gathered(self) -> Gathered:
        """What all files brought: a finding once, however many files have it."""
        return Gathered(tuple(dict.fromkeys(self._findings)), dict(self._merged))

    def _taken(self, edit: Edit, ours: Merged, origin: Origin) -> Finding:
        """The edit as a finding: taken, in the folder already, or in conflict with what the folder has."""
        base, here, theirs = ([markdown_of(b) for b in edit.base], [p.text for p in ours.pieces], [markdown_of(b) for b in edit.theirs])
        picks = merge3(base, here, theirs) if origin.sure or base == here == [] else None
        if picks is None and origin.sure:
            picks = self._resumed(edit.block, ours, here, theirs, origin)
        told = origin.sign(replace(edit.found, now=_text(here)))
        if (edit.block, origin.checksum) in self._done:
            return replace(told, kind="home")
        if picks is None:
            return replace(told, kind="conflict", where=_authors(ours.origins))
        pieces = tuple(ours.pieces[n] if side == "ours" else Piece(edit.theirs[n], theirs[n]) for side, n in picks)
        if [piece.text for piece in pieces] == here:
            return replace(told, kind="home")
        self._merged[edit.block] = Merged(edit.block, pieces, (*ours.origins, replace(origin, said=tuple(theirs))))
        return told

    def _resumed(self, block: str, ours: Merged, here: Sequence[str], theirs: Sequence[str], origin: Origin) -> tuple[Pick, ...] | None:
        """The text of somebody who wrote on after an earlier file of theirs came home, merged upon that; None where they did not."""
        before = [each for each in (*self._earlier.get(block, ()), *ours.origins) if each.said and each.precedes(origin)]
        if not before or not (origin.by or _goes_on(before[-1].said, theirs)):
            return None
        return merge3(before[-1].said, here, theirs)


def _goes_on(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the text holds all words of the earlier one in their order: then it was written on, whoever did."""
    words = iter(" ".join(after).split())
    return all(word in words for word in " ".join(before).split())


def gather(rounds: Iterable[tuple[Comparison, Document, Origin]]) -> Gathered:
    """Everything that the files brought, in their order."""
    merging = Merging()
    for comparison, now, origin in rounds:
        merging.take(comparison, now, origin)
    return merging.gathered()


def _pieces(commentary: Commentary | None, language: str) -> tuple[Piece, ...]:
    blocks = canonical(commentary, language) if commentary else ()
    return tuple(Piece(block, markdown_of(block), n) for n, block in enumerate(blocks))


def _text(texts: Iterable[str]) -> str:
    return "\n\n".join(texts)


def _authors(origins: Iterable[Origin]) -> str:
    """Whose edits the folder's side holds, where they came in this round."""
    return ", ".join(f"{each.by or 'somebody'} in {each.file}" for each in origins)
