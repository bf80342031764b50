"""`papers collect`: the Word files that officers hand back, held three ways, and their edits brought home to the folder."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from papers.commands.compose import Composer, composer_for
from papers.commands.files import reported, sha256, write_set
from papers.commands.report import Report, open_report
from papers.dataset import Dataset
from papers.document import AuthoredBlock, Commentary, Document, Picture, Table, plain
from papers.drafting import papers_of
from papers.drafting.following import followed_block
from papers.errors import PapersError, Place, Problem, problem
from papers.intake.findings import Findings
from papers.intake.narrative import Known, read_narrative
from papers.readers.word import Comment, Dropped, Read, Tracked, read_word, sent_document
from papers.rounds.account import Finding
from papers.rounds.aligning import aligned, parts_of, with_parts
from papers.rounds.comparing import Comparison, compare
from papers.rounds.homes import Home, Rewritten, homes, rewrite
from papers.rounds.memory import Collected as Remembered
from papers.rounds.memory import Memory, read_memory
from papers.rounds.merging import Merged, Merging, Origin
from papers.rounds.said import canonical, figures, markdown_of, shown
from papers.rounds.sources import place_of, quoted
from papers.rounds.strays import AUTHORED
from papers.rounds.wrappers import unwrap
from papers.serial import picture_key

KEPT = "collected/returned"
"""Where returned files are kept of which something waits."""

REPLACED = "collected/replaced"
"""Where the Word files of the narrative go whose text is in Markdown now."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One file that came back: its name, what it says of itself, and what a reader of it should know."""

    origin: Origin
    problems: tuple[Problem, ...]
    comments: tuple[Mapping[str, str], ...] = ()
    changes: tuple[Mapping[str, str], ...] = ()

    def as_json(self) -> dict[str, object]:
        """The file with the keys of the schema papers.collect/1."""
        o = self.origin
        told = {"file": o.file, "sha256": o.checksum, "paper": o.paper or None, "by": o.by or None, "date": o.date or None}
        problems = [p.as_json() for p in self.problems]
        return {**told, "problems": problems, "comments": list(self.comments), "changes": list(self.changes)}


@dataclass(frozen=True, slots=True)
class Account:
    """What came back in all files, what was written for it, and what waits for a person, of earlier rounds too."""

    files: tuple[Returned, ...]
    findings: tuple[Finding, ...]
    written: tuple[str, ...]
    waiting: tuple[Finding, ...]
    dry_run: bool
    statements: tuple[Problem, ...] = ()
    """What the text that came back states and the data does not agree with."""

    def as_json(self) -> dict[str, object]:
        """The schema papers.collect/1."""
        return {
            "schema": "papers.collect/1",
            "dry_run": self.dry_run,
            "files": [each.as_json() for each in self.files],
            "findings": [each.as_json() for each in self.findings],
            "written": list(self.written),
            "waiting": [each.as_json() for each in self.waiting],
            "statements": [each.as_json() for each in self.statements],
        }


def collect(paths: Sequence[Path], into: Path, *, dry_run: bool = False, tracked: Tracked = "accepted", section: str = "") -> Account:
    """Bring the edits of the files home into the report `into`; all of it or nothing. `dry_run` writes nothing.

    `section` names the section whose text the files are, where they are not papers of ours. PapersError where a file is refused or
    the report can't be read.
    """
    report = open_report(into)
    folder = into if into.is_dir() else into.parent
    before = read_memory(folder)
    rounds = _Rounds(report, composer_for(report, folder / "templates"), tracked, section, Merging(before.done(), before.origins()))
    files: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            files.append((path.name, _bytes(path)))
        except PapersError as refused:
            problems += refused.problems
    returned = rounds.take(dict(files), problems)
    gathered = rounds.merging.gathered()
    memory = before.with_round(rounds.remembered(gathered.merged), gathered.findings)
    written = rewritten(report.dataset, gathered.merged, folder)
    kept = _kept(dict(files), returned, memory, folder)
    files_now = dict(written.files) | (memory.files() if memory != before else {}) | kept
    if not dry_run and files_now:
        write_round(folder, files_now, written.replaced)
    stated = tuple(_stated(report, folder, gathered.merged, dry_run=dry_run))
    return Account(returned, gathered.findings, tuple(files_now), memory.waiting, dry_run, stated)


def _stated(report: Report, folder: Path, merged: Mapping[str, Merged], *, dry_run: bool) -> Iterator[Problem]:
    """The statements in what came back that the data does not agree with, under the name of the file that each came in."""
    if not merged:
        return
    from papers.checks.prose import COMMAND, Passage, passages_in
    from papers.commands.check_words import command_of, false_statements

    by_file: dict[str, list[Passage]] = {}
    for key, each in merged.items():
        came = [piece.block for piece in each.pieces if piece.index is None]
        by_file.setdefault(each.origins[-1].file if each.origins else "", []).extend(passages_in(key, came))
    for file, kept in by_file.items():
        yield from false_statements(report, folder, kept, file, command_of(file) if dry_run else COMMAND)


def rewritten(dataset: Dataset, merged: Mapping[str, Merged], folder: Path) -> Rewritten:
    """The files to write, read again as the next build will. PapersError where one would not say what it must."""
    made = rewrite(dataset, merged, _texts(folder)) if merged else Rewritten()
    _verify(dataset, merged, made, folder)
    return made


def current(blocks: Iterable[AuthoredBlock]) -> tuple[AuthoredBlock, ...]:
    """The blocks as a commentary's are compared and merged: with headings from the first level on."""
    return canonical(Commentary("x", "x", tuple(blocks), "x"))


def _kept(files: Mapping[str, bytes], returned: Iterable[Returned], memory: Memory, folder: Path) -> dict[str, bytes]:
    """The returned files of which something waits, so that nothing in them is lost while it does; none that is kept already."""
    waiting = {each.file for each in memory.waiting}
    named = {
        f"{KEPT}/{each.origin.checksum[:12]}-{each.origin.file}": files[each.origin.file]
        for each in returned
        if each.origin.file in waiting
    }
    return {name: data for name, data in named.items() if not (folder / name).exists()}


class _Rounds:
    """The files of one call, one after the other, against the report's papers as the folder drafts them now."""

    def __init__(self, report: Report, composer: Composer, tracked: Tracked, section: str, merging: Merging) -> None:
        self.report, self.composer, self.tracked, self.section = report, composer, tracked, section
        self.merging = merging
        self.papers: dict[str, Document] = {}
        self.shown: dict[str, str] = {}

    def take(self, files: Mapping[str, bytes], problems: list[Problem]) -> tuple[Returned, ...]:
        """What each file says, each compared and merged, the earlier ones first. PapersError with every file's reasons."""
        read: list[tuple[str, bytes, Read]] = []
        foreign: list[Returned] = []
        for name, data in files.items():
            try:
                if self.section:
                    foreign.append(self._foreign(name, data))
                else:
                    read.append((name, data, self._read(name, data)))
            except PapersError as refused:
                problems += [each if each.place.file else replace(each, place=replace(each.place, file=name)) for each in refused.problems]
        if problems:
            raise PapersError(problems)
        read.sort(key=lambda each: (each[2].modified.isoformat() if each[2].modified else "", each[0]))
        return (*(self._take(*each) for each in read), *foreign)

    def _read(self, name: str, data: bytes) -> Read:
        """The file as a paper of the report. PapersError where it is none."""
        from papers.rounds.foreign import refuse_other_kinds

        refuse_other_kinds(name, data)
        found = read_word(data, self.tracked)
        if found.document.paper not in {info.name for info in papers_of(self.report.dataset)}:
            raise PapersError([problem("collect-not-ours", Place(file=name), name=name)])
        return found

    def _now(self, paper: str) -> Document:
        """The paper as the folder drafts it now."""
        if paper not in self.papers:
            info = next(each for each in papers_of(self.report.dataset) if each.name == paper)
            self.papers[paper] = self.composer.paper(info).document
        return self.papers[paper]

    def _take(self, name: str, data: bytes, read: Read) -> Returned:
        """Compare and merge one paper of ours."""
        document, links = unwrap(read.document)
        now = self._now(document.paper)
        sent = sent_document(data, _pictures(self.report.dataset))
        problems = [each if each.place.file else replace(each, place=replace(each.place, file=name)) for each in read.problems]
        sure = sent is not None and sent.paper == document.paper
        if sent is None or not sure:
            sent = now
            problems.append(problem("collect-no-copy", Place(file=name), name=name))
        problems += [problem("collect-link-unwrapped", Place(file=name), value=was, data=leads) for was, leads in links]
        date = read.modified.isoformat() if read.modified else ""
        origin = Origin(name, sha256(data), document.paper, read.modified_by, date, sure)
        back, parts = aligned(sent, document), parts_of(sent, self.report.dataset.narrative)
        sent, back, now = with_parts(sent, parts), with_parts(back, parts), with_parts(now, parts_of(now, self.report.dataset.narrative))
        lost = (*read.dropped, *_remarks(read.comments), *_retitled(sent, document, read.dropped))
        found = compare(sent, back, now, partial(place_of, self.report.dataset), read.copies, dropped=lost)
        problems += [problem("collect-picture", Place(file=name, block=block), value=alt) for block, alt in _pasted(found)]
        problems += [problem("collect-merged-cells", Place(file=name, block=block), value=words) for block, words in _merged(found)]
        self.merging.take(_signed(found, read), now, origin)
        self.shown |= shown(sent) | shown(document)
        comments = tuple({"by": c.author, "date": _date(c.date), "block": c.block, "words": c.words, "text": c.text} for c in read.comments)
        changes = tuple({"by": c.author, "date": _date(c.date), "block": c.block, "kind": c.kind, "text": c.text} for c in read.changes)
        return Returned(origin, tuple(problems), comments, changes)

    def _foreign(self, name: str, data: bytes) -> Returned:
        """Take a file without our ids as the proposed text of a section."""
        from papers.rounds.foreign import proposal, read_foreign

        own = next((each for each in self.report.dataset.sections if self.section in (each.slug, each.title)), None)
        key = f"section/{own.slug}" if own else self.section
        part = next((each for each in self.report.dataset.narrative if each.key == key), None)
        if own is None and part is None:
            choices = ", ".join(each.slug for each in self.report.dataset.sections)
            raise PapersError([problem("collect-no-section", Place(file=name), value=self.section, choices=choices)])
        read = read_foreign(name, data)
        origin = Origin(name, sha256(data))
        self.merging.note(origin.sign(proposal(key, part, read.blocks)))
        for each in read.dropped:
            where = ", ".join(filter(None, (each.what, each.where)))
            self.merging.note(origin.sign(Finding("unplaced", key, part.title if part else "", returned=each.words, where=where)))
        return Returned(
            origin, tuple(each if each.place.file else replace(each, place=replace(each.place, file=name)) for each in read.problems)
        )

    def remembered(self, merged: Mapping[str, Merged]) -> dict[str, Remembered]:
        """For each commentary that is written: from which files, and which figures its words quote as they were shown."""
        indicators = self.report.dataset.indicators
        return {
            key: Remembered(each.origins, quoted("\n".join(p.text for p in each.pieces), key, self.shown, indicators))
            for key, each in merged.items()
        }


def _pictures(dataset: Dataset) -> dict[str, bytes]:
    """The narrative's pictures by the keys that a sent copy has for them: one that was replaced in the file is not in it any more."""
    return {picture_key(block.data): block.data for part in dataset.narrative for block in part.blocks if isinstance(block, Picture)}


def _remarks(comments: Iterable[Comment]) -> Iterator[Dropped]:
    """The comments that nobody has marked as done, as words that no block has."""
    for each in comments:
        if not each.resolved:
            about = f" on “{each.words}”" if each.words else ""
            yield Dropped(f"A comment by {each.author or 'somebody'}{about}", each.text, each.block)


def _retitled(sent: Document, returned: Document, told: Iterable[Dropped]) -> Iterator[Dropped]:
    """The title of the file's properties where somebody wrote another, which is printed in headers; none that is told of already."""
    if returned.title != sent.title and returned.title not in {each.words for each in told}:
        yield Dropped("The title among the file's properties", returned.title, sent=sent.title)


def _signed(found: Comparison, read: Read) -> Comparison:
    """The edits with the names of those who tracked changes in their blocks, and the last date of these."""
    edits = []
    for edit in found.edits:
        own = [each for each in read.changes if each.block == edit.block or each.block.startswith(f"{edit.block}/")]
        by = ", ".join(dict.fromkeys(each.author for each in own if each.author))
        date = max((_date(each.date) for each in own), default="")
        edits.append(replace(edit, found=replace(edit.found, by=by, date=date)))
    return Comparison(found.findings, tuple(edits))


def _pasted(found: Comparison) -> Iterator[tuple[str, str]]:
    """The pictures that came with edits: their blocks and text alternatives."""
    for edit in found.edits:
        before = {each.data for each in edit.base if isinstance(each, Picture)}
        yield from ((edit.block, each.alt or "no words") for each in edit.theirs if isinstance(each, Picture) and each.data not in before)


def _merged(found: Comparison) -> Iterator[tuple[str, str]]:
    """The cells over several rows or columns that came with edits, which Markdown has no way to write: their blocks and words."""
    for edit in found.edits:
        tables = (each for each in edit.theirs if isinstance(each, Table) and each not in edit.base)
        cells = (cell for table in tables for row in table.rows for cell in row.cells if row.kind != "group")
        yield from ((edit.block, plain(cell.inlines)) for cell in cells if cell.colspan > 1 or cell.rowspan > 1)


def _date(moment: object) -> str:
    return moment.isoformat() if hasattr(moment, "isoformat") else ""


def _bytes(path: Path) -> bytes:
    with reported(path):
        return path.read_bytes()


def _texts(folder: Path) -> dict[str, bytes]:
    """The narrative's files by their names within the folder."""
    root = folder / "narrative"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def _verify(dataset: Dataset, merged: Mapping[str, Merged], rewritten: Rewritten, folder: Path) -> None:
    """Read the new files as the next build will, and hold every commentary against what it must say. PapersError where one differs."""
    if not merged:
        return
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        texts = {name: data for name, data in _texts(folder).items() if name not in rewritten.replaced}
        for name, data in {**texts, **rewritten.files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        files = tuple(path for path in sorted((root / "narrative").rglob("*")) if path.suffix.lower() in (".md", ".docx"))
        findings = Findings()
        narrative = read_narrative(root, files, _known(dataset), findings)
    now = homes(replace(dataset, narrative=narrative))
    lost = [key for key, each in merged.items() if _says(now.get(key), each) != [piece.text for piece in each.pieces]]
    if lost:
        raise PapersError([problem("collect-not-written", Place(block=key), value=key) for key in lost])


def _says(home: Home | None, merged: Merged) -> list[str]:
    """The commentary's blocks as Markdown, as they are compared: with figures as the merged ones show them."""
    if home is None:
        return []
    shown = dict(pair for piece in merged.pieces for pair in figures(piece.block))
    blocks = (block for block in home.part.blocks[home.start : home.end] if isinstance(block, AUTHORED))
    return [markdown_of(followed_block(block, shown)) for block in current(blocks)]


def _known(dataset: Dataset) -> Known:
    return Known(
        frozenset(each.slug for each in dataset.sections) | frozenset(each.slug for each in dataset.directorates),
        frozenset(each.slug for each in dataset.directorates),
        {each.id: each.commentary_parts for each in dataset.indicators},
        frozenset(each.id for each in dataset.tables),
        dataset.info.outline,
    )


def write_round(folder: Path, files: Mapping[str, bytes], replaced: Iterable[str]) -> None:
    """Write all files or none; Word files whose text is in Markdown now are kept in a folder of their own."""
    moved: list[tuple[Path, Path]] = []
    try:
        for name in dict.fromkeys(replaced):
            kept = folder / REPLACED / Path(name).name
            with reported(kept):
                kept.parent.mkdir(parents=True, exist_ok=True)
                moved.append(((folder / name).rename(kept), folder / name))
        write_set(folder, files)
    except PapersError:
        for kept, own in moved:
            kept.rename(own)
        raise
