"""`papers refresh`: the report's present figures in an edited Word file, its prose and all else in it kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from papers.commands.compose import paper_of
from papers.commands.files import reported, write_whole
from papers.commands.report import open_report
from papers.document import Block, Commentary, Contents, Document
from papers.drafting.following import followed, values
from papers.errors import PapersError, Place, problem
from papers.house import read_house
from papers.layout import lay_out
from papers.readers.word import read_word, sent_document
from papers.rounds.refreshing import Refreshing, with_blocks
from papers.rounds.said import figures, lines, points, units
from papers.rounds.threeway import word_difference


@dataclass(frozen=True, slots=True)
class Change:
    """A block that says something else now: its id, the heading it stands under, its page, both texts."""

    block: str
    head: str
    page: int | None
    before: str
    after: str

    def as_json(self) -> dict[str, object]:
        """The change with the keys of the schema papers.refresh/1."""
        return {"block": self.block, "under": self.head, "page": self.page, "before": self.before, "after": self.after}

    def lines(self) -> list[str]:
        """The change for people."""
        where = f"page {self.page}" if self.page else "no page"
        return [f"{where}, {self.head} ({self.block})", *(f"    {line}" for line in word_difference(self.before, self.after).split("\n"))]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was refreshed in which paper, what could not be and why, and the blocks that only one side has."""

    path: Path
    paper: str
    changes: tuple[Change, ...]
    left: Mapping[str, str]
    missing: tuple[str, ...]
    """Blocks of the paper that the file does not have."""
    extra: tuple[str, ...]
    """Blocks of the file that the paper does not have any more."""

    def as_json(self) -> dict[str, object]:
        """The schema papers.refresh/1."""
        changes = [each.as_json() for each in self.changes]
        sides = {"left": dict(self.left), "missing": list(self.missing), "extra": list(self.extra)}
        return {"schema": "papers.refresh/1", "path": self.path.as_posix(), "paper": self.paper, "changes": changes, **sides}

    def lines(self) -> Iterator[str]:
        """What was done, for people."""
        yield f"{self.paper}: {len(self.changes)} blocks refreshed in {self.path.as_posix()}"
        for change in self.changes:
            yield from (f"  {line}" for line in change.lines())
        yield from (f"  not refreshed: {block}: {why}" for block, why in self.left.items())
        yield from (f"  not in the file: {block}" for block in self.missing)
        yield from (f"  not in the paper any more: {block}" for block in self.extra)


def refresh(path: Path, source: Path, out: Path | None = None) -> Refreshed:
    """Put the figures, ratings, computed sentences, tables and charts of the report into the edited Word file, in its place or as `out`.

    PapersError where the file is refused or is none of the report's papers. A file that says all of it already is left as it is.
    """
    with reported(path):
        data = path.read_bytes()
    read = read_word(data)
    report = open_report(source)
    folder = source if source.is_dir() else source.parent
    paper = paper_of(report, folder, read.document.paper)
    if paper is None:
        raise PapersError([problem("collect-not-ours", Place(file=path.name), name=path.name)])
    stale = dict(_stale(read.document, paper.document))
    refreshing = Refreshing(data, paper.as_bytes("docx"))
    done = {key for key in stale if refreshing.block(key)}
    added = dict(_added(refreshing, read.document, paper.document))
    refreshing.properties()
    refreshing.draft(read.document.draft, paper.document.draft)
    sent = sent_document(data)
    if sent:
        new = {key: block for key, (_, block) in stale.items() if key in done}
        following = followed(with_blocks(sent, new, added), values(report.dataset, report.assessed))
        refreshing.sent(replace(following, checksum=paper.document.checksum, draft=paper.document.draft))
    made = refreshing.bytes()
    target = out or path
    found = _told(target, read.document, paper.document, made, refreshing.left)
    if found.changes or out or read.document.draft != paper.document.draft:
        write_whole(target, made)
    return found


def _stale(returned: Document, now: Document) -> Iterator[tuple[str, tuple[Block, Block]]]:
    """The computed blocks of the file that the paper words otherwise now, each with the paper's."""
    held = {unit.id: unit.block for unit in units(now)}
    for unit in units(returned):
        other = held.get(unit.id)
        if other is None or isinstance(unit.block, Commentary | Contents) or isinstance(other, Commentary | Contents):
            continue
        if (figures(unit.block), points(unit.block), lines(unit.block)) != (figures(other), points(other), lines(other)):
            yield unit.id, (unit.block, other)


def _added(refreshing: Refreshing, returned: Document, now: Document) -> Iterator[tuple[str, Block]]:
    """The computed blocks that the file lacked and has now, each by the id of the block that it stands below."""
    held, sections = {unit.id for unit in units(returned)}, {section.id for section in returned.sections}
    before = ""
    for unit in units(now):
        is_new = unit.id not in held and unit.section in sections and not isinstance(unit.block, Commentary | Contents)
        if is_new and before and refreshing.insert(unit.id, before):
            yield before, unit.block
            held.add(unit.id)
        if unit.id in held:
            before = unit.id


def _told(path: Path, before: Document, now: Document, made: bytes, left: Mapping[str, str]) -> Refreshed:
    """What the made file says otherwise than the edited one, with the pages on which it stands there."""
    after = read_word(made).document
    page_of = lay_out(after, read_house(made)).page_of
    was = {unit.id: lines(unit.block) for unit in units(before)}
    changes: list[Change] = []
    page: int | None = None
    for unit in units(after):
        page = page_of.get(unit.id, page)
        said = was.get(unit.id, ())
        if said != lines(unit.block):
            gone = [line for line in said if line not in lines(unit.block)]
            come = [line for line in lines(unit.block) if line not in said]
            changes.append(Change(unit.id, unit.head, page, "\n".join(gone), "\n".join(come)))
    computed = [{unit.id for unit in units(each) if not isinstance(unit.block, Commentary)} for each in (after, now)]
    missing = tuple(unit.id for unit in units(now) if unit.id in computed[1] - computed[0])
    extra = tuple(unit.id for unit in units(after) if unit.id in computed[0] - computed[1] and not unit.id.startswith("text/"))
    return Refreshed(path, now.paper, tuple(changes), dict(left), missing, extra)
