"""An edited Word file held against the data and the house style, and its findings as comments in a copy of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from papers.checks.answers import Answer, Answers
from papers.checks.prose import Passage, commentaries, passages_of
from papers.commands.answering import Accepted, accepting, answers_of, folder_of, keep, unanswered
from papers.commands.check import Checked, Part, in_order
from papers.commands.check_words import STYLE, Prose, command_of, found_in, readable
from papers.commands.files import reported, write_whole
from papers.commands.report import Report, open_report
from papers.document import Document, Heading, Table, plain, walk
from papers.errors import PapersError, Place, Problem, problem
from papers.readers.word import Read, read_word
from papers.readers.word.underlined import underlined

Told = tuple[str, str, str, Problem]
"""A finding for a comment: the block, a text that stands in it, the words of it that the finding is about, and what is wrong."""

TYPED_OVER = ("figure-typed-over", "words-typed-over")
"""Kinds whose own words say more than the text that they stand at."""

TYPED = re.compile(r"\{\+(.+?)\+\}")
"""Words of a difference that were typed."""


def check_word(path: Path, source: Path, *, part: Part | None = None, comments: Path | None = None) -> Checked:
    """What is wrong in an edited Word file, held against the report in `source`: figures that were typed over, statements, style.

    With `comments`, a copy of the file is written there, with each finding as a comment at its words. PapersError where the
    file or the report can't be read, where the file is none of the report's papers, and where the copy would replace the file.
    """
    _refuse_copy(path, comments)
    with reported(path):
        data = path.read_bytes()
    report = open_report(source, sealed=False)
    answers, problems = answers_of(source)
    told, counts = _found(path, data, report, source, answers, part=part)
    if comments:
        write_whole(comments, commented(data, told))
    return Checked(in_order((*problems, *(each[3] for each in told))), counts)


def _refuse_copy(path: Path, comments: Path | None) -> None:
    """PapersError where the copy with comments would replace the file itself, or is named as no Word file."""
    if comments is None:
        return
    if comments.resolve() == path.resolve() or (comments.exists() and comments.samefile(path)):
        raise PapersError([problem("check-over-input", Place(file=comments.name), name=path.name)])
    if comments.suffix.lower() != ".docx":
        raise PapersError([problem("check-copy-not-word", Place(file=comments.name), name=comments.name)])


def accept_in(path: Path, source: Path, *given: Answer) -> Accepted:
    """Keep in the report's folder that somebody accepts findings in the Word file, all of them or none.

    PapersError where there is no finding of one's name.
    """
    with accepting():
        with reported(path):
            data = path.read_bytes()
        report = open_report(source, sealed=False)
        told, _ = _found(path, data, report, source, readable(source))
    sentences = {found.name: found.message if found.code in TYPED_OVER else text for _, text, _, found in told if found.name}
    return keep(source, given, sentences, command_of(path.name))


def _found(
    path: Path, data: bytes, report: Report, source: Path, answers: Answers, *, part: Part | None = None
) -> tuple[tuple[Told, ...], Mapping[str, int]]:
    """Every finding in the file that is not answered, and how many sentences are true, rounded, false and unknown."""
    read = _read(path, data)
    _refuse_other(path.name, read.document, report)
    now = _as_made(report, folder_of(source), read.document.paper) if part != STYLE else None
    prose = _prose(data, read.document, now)
    command = command_of(path.name)
    words, style = found_in(
        report, prose, answers, part, lambda passage, _: replace(passage.place, file=path.name), command=command, folder=folder_of(source)
    )
    over = [*_typed_over(report, now, read, path.name)] if now and part in (None, "data") else []
    told = [(*each[:3], found) for each in over for found in unanswered([each[3]], answers)]
    told += [(passage.block, sentence, about, found) for passage, sentence, about, found in (*words.remarks, *style.remarks)]
    return tuple(told), words.counts


def _as_made(report: Report, folder: Path, name: str) -> Document | None:
    """The paper of that name as the data makes it now."""
    from papers.commands.compose import paper_of

    paper = paper_of(report, folder, name)
    return paper.document if paper else None


def _prose(data: bytes, document: Document, now: Document | None) -> Prose:
    """What of the file is checked; of our own sentences those that are not as the data makes them now."""
    kept = tuple(commentaries(document))
    known = {*kept, *passages_of(now)} if now else {*passages_of(document)}
    changed = tuple(each for each in passages_of(document) if each not in known)
    return Prose(kept, tuple(_underlined(data, kept)), "\n".join(_titles(document)), changed)


def _refuse_other(name: str, document: Document, report: Report) -> None:
    """PapersError where the file is no paper of the report, or one of another council's or another period's."""
    from papers.drafting import papers_of

    if document.paper not in {info.name for info in papers_of(report.dataset)}:
        raise PapersError([problem("check-not-ours", Place(file=name), name=name)])
    info = report.dataset.info
    pairs = ((document.organisation, info.organisation), (document.period, info.period))
    if any(said and said != own for said, own in pairs):
        was, own = (", ".join(filter(None, (pair[n] for pair in pairs))) for n in (0, 1))
        raise PapersError([problem("check-other-report", Place(file=name), name=name, value=was, data=own)])


def _read(path: Path, data: bytes) -> Read:
    """The file as read. PapersError on its name where it is refused."""
    try:
        return read_word(data)
    except PapersError as refused:
        raise PapersError(replace(each, place=replace(each.place, file=path.name)) for each in refused.problems) from refused


def _underlined(data: bytes, kept: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """The underlined words of the file that stand in its prose, each with the paragraph and the block that it belongs to."""
    blocks = {each.block for each in kept}
    for each in underlined(data):
        block = next((tag for tag in each.tags if tag in blocks), None)
        if block:
            yield Passage(block, each.text, Place(block=block)), each.words


def _titles(document: Document) -> Iterator[str]:
    """The headings and titles of tables, in which an abbreviation may be spelt out."""
    for each in walk(document):
        if isinstance(each, Heading | Table):
            yield plain(each.inlines) if isinstance(each, Heading) else each.title


# --- what the data makes


def _typed_over(report: Report, now: Document, read: Read, name: str) -> Iterator[Told]:
    """Figures and words that the data makes and the file has otherwise: in tables, sentences and headings."""
    from papers.rounds.aligning import aligned
    from papers.rounds.comparing import compare
    from papers.rounds.sources import place_of
    from papers.rounds.threeway import word_difference

    for each in compare(now, aligned(now, read.document), now, partial(place_of, report.dataset), read.copies).findings:
        place = Place(name, block=each.block)
        if each.kind == "figure":
            found = problem("figure-typed-over", place, value=each.returned, data=each.sent, where=each.where)
            yield each.block, each.returned, each.returned, found
        elif each.kind == "sentence":
            difference = word_difference(each.sent, each.returned)
            words = next(iter(TYPED.findall(difference)), "")
            yield each.block, each.returned, words, problem("words-typed-over", place, value=difference[:200])


# --- comments


def commented(data: bytes, told: Iterable[Told]) -> bytes:
    """A copy of the file with each finding as a comment at its words, in the block where they stand."""
    from papers.templating import Remark, with_comments

    paragraphs = _paragraphs(data)
    remarks = []
    for block, text, words, found in told:
        own = [n for n, (tags, said) in enumerate(paragraphs) if text in said and block in tags]
        number = next(iter(own or [n for n, (_, said) in enumerate(paragraphs) if text in said]), None)
        number = next((n for n, (tags, _) in enumerate(paragraphs) if block in tags), None) if number is None else number
        if number is not None:
            said = paragraphs[number][1]
            remarks.append(Remark(number, words if words in said else text, f"{found.message} {found.fix}", _occurrence(said, text, words)))
    return with_comments(data, remarks)


def _occurrence(said: str, text: str, words: str) -> int:
    """How often the words stand in the paragraph before the text that they are of."""
    start = said.find(text)
    return said[: max(start, 0)].count(words) if words and words in said else 0


def _paragraphs(data: bytes) -> Sequence[tuple[frozenset[str], str]]:
    """The paragraphs of the file's body: the tags of the content controls around each, and its words."""
    from papers.readers.word.names import w
    from papers.readers.word.package import open_package

    package = open_package(data)
    found = []
    for each in package.trees[package.main].iter(w("p")):
        controls = (one.find(f"{w('sdtPr')}/{w('tag')}") for one in each.iterancestors(w("sdt")))
        tags = frozenset(str(tag.get(w("val"))) for tag in controls if tag is not None)
        found.append((tags, "".join(str(text) for text in each.itertext(w("t")))))
    return found
