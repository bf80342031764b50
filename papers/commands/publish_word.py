"""`papers publish EDITED.docx`: the PDF of what a Word file says now, refused while anything in it is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from papers import shipping
from papers.commands.compose import paper_of
from papers.commands.files import reported, sha256, write_whole
from papers.commands.report import open_report
from papers.commands.status import waiting
from papers.document import Commentary, Document, walk
from papers.errors import PapersError, Place, Problem, problem
from papers.house import HouseStyle, read_house
from papers.layout import lay_out
from papers.readers.word import Read, Tracked, read_word
from papers.rounds.account import Finding
from papers.rounds.aligning import aligned
from papers.rounds.comparing import compare
from papers.rounds.memory import read_memory
from papers.rounds.sources import place_of
from papers.rounds.threeway import word_difference

Comments = Literal["refuse", "drop"]


@dataclass(frozen=True, slots=True)
class PublishedWord:
    """The PDF that was written, and what a reader of it should know."""

    path: Path
    paper: str
    pages: int
    checksum: str
    problems: tuple[Problem, ...]

    def as_json(self) -> dict[str, object]:
        """The schema papers.publish-word/1."""
        told = {"path": self.path.as_posix(), "paper": self.paper, "pages": self.pages, "sha256": self.checksum}
        return {"schema": "papers.publish-word/1", **told, "problems": [each.as_json() for each in self.problems]}


def publish_word(
    path: Path, out: Path, *, source: Path | None = None, comments: Comments = "refuse", tracked: Tracked | None = None
) -> PublishedWord:
    """Write the PDF of what the Word file says to `out`.

    PapersError, with every reason, while the file holds open prompts, comments (unless they are to be dropped), undecided tracked
    changes (unless told how to take them) or what a paper can't carry; with a report as `source`, also where a figure or a computed
    sentence is not what its data says, and while anything that came back to it is unresolved. Then nothing is written. What commentary
    states and the data does not agree with is among the problems.
    """
    with reported(path):
        data = path.read_bytes()
    read = _read(path, data, tracked or "accepted")
    document, found = read.document, list(open_questions(read, path.name, comments, tracked))
    if source:
        document, more = _against(source, read, path.name)
        found += more
    problems = tuple(
        each if each.place.file else replace(each, place=replace(each.place, file=path.name)) for each in [*found, *read.problems]
    )
    if any(each.level == "error" for each in problems):
        raise PapersError([each for each in problems if each.level == "error"])
    return _write(document, house_of(data), out, problems)


def _read(path: Path, data: bytes, tracked: Tracked) -> Read:
    """The Word file as read. PapersError on its name where it is refused."""
    try:
        return read_word(data, tracked)
    except PapersError as refused:
        raise PapersError(replace(each, place=replace(each.place, file=path.name)) for each in refused.problems) from refused


def _write(document: Document, house: HouseStyle, out: Path, problems: tuple[Problem, ...]) -> PublishedWord:
    from papers.writers.pdf import write_pdf

    layout = lay_out(document, house)
    pdf = write_pdf(document, house, layout)
    write_whole(out, pdf)
    return PublishedWord(out, document.paper, layout.page_count, sha256(pdf), problems)


def house_of(data: bytes) -> HouseStyle:
    """The house style that the file itself carries; the shipped one where another program has spoilt it."""
    try:
        return read_house(data)
    except PapersError:
        return read_house(shipping.template("house.docx").read_bytes())


# --- what is open


def open_questions(read: Read, name: str, comments: Comments, tracked: Tracked | None) -> Iterator[Problem]:
    """What nobody has decided yet in the file: prompts, comments, tracked changes; that it is marked as a draft."""
    for block in walk(read.document):
        if isinstance(block, Commentary) and block.awaited:
            owner = f" from {block.owner}" if block.owner else ""
            yield problem("publish-prompt", Place(file=name, block=block.id), value=block.prompt, owner=owner)
    if comments == "refuse":
        for each in read.comments:
            if not each.resolved:
                yield problem("publish-comment", Place(file=name, block=each.block or None), value=each.text, by=each.author or "somebody")
    if tracked is None:
        for change in read.changes:
            by = change.author or "Somebody"
            yield problem("publish-tracked", Place(file=name, block=change.block or None), value=change.text, by=by, what=change.kind)
    if read.document.draft:
        yield problem("publish-draft", Place(file=name), value=read.document.draft)


def _against(source: Path, read: Read, name: str) -> tuple[Document, list[Problem]]:
    """The document with the draft line that the report gives it now, and where it differs from what the report's data says."""
    report = open_report(source)
    folder = source if source.is_dir() else source.parent
    paper = paper_of(report, folder, read.document.paper)
    if paper is None:
        return read.document, [problem("collect-not-ours", name=read.document.paper)]
    now = paper.document
    found = compare(now, aligned(now, read.document), now, partial(place_of, report.dataset), read.copies).findings
    problems = [*_differences(found), *_unresolved(waiting(report, read_memory(folder)))]
    from papers.checks.prose import commentaries
    from papers.commands.check_words import command_of, false_statements

    problems += false_statements(report, source, commentaries(read.document), "", command_of(name))
    return replace(read.document, draft=now.draft), problems


def _differences(findings: Iterable[Finding]) -> Iterator[Problem]:
    for each in findings:
        place = Place(block=each.block)
        if each.kind == "figure":
            yield problem("publish-figure", place, value=each.returned, data=each.sent, where=each.where)
        elif each.kind == "sentence":
            yield problem("publish-sentence", place, value=word_difference(each.sent, each.returned)[:200])
        elif each.kind in ("removed", "deleted"):
            yield problem("publish-removed", place, value=each.block)


def _unresolved(findings: Iterable[Finding]) -> Iterator[Problem]:
    for each in findings:
        yield problem("unresolved", Place(block=each.block or None), what=each.kind.capitalize(), value=each.id)
