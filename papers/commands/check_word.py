"""An edited Word file held against the data and the house style, and its findings as comments in a copy of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from papers.checks.answers import Answer
from papers.checks.prose import Passage, commentaries, passages_of
from papers.commands.answering import Accepted, answers_of, folder_of, keep, unanswered
from papers.commands.check import Checked, Part, in_order
from papers.commands.check_words import Prose, found_in
from papers.commands.files import reported, write_whole
from papers.commands.report import Report, open_report
from papers.document import Document, Heading, Table, plain, walk
from papers.errors import PapersError, Place, Problem, problem
from papers.readers.word import Read, read_word
from papers.readers.word.underlined import underlined

Told = tuple[str, str, str, Problem]
"""A finding for a comment: the block, a text that stands in it, the words of it that the finding is about, and what is wrong."""

TYPED = re.compile(r"\{\+(.+?)\+\}")
"""Words of a difference that were typed."""


def check_word(path: Path, source: Path, *, part: Part | None = None, comments: Path | None = None) -> Checked:
    """What is wrong in an edited Word file, held against the report in `source`: figures that were typed over, statements, style.

    With `comments`, a copy of the file is written there, with each finding as a comment at its words. PapersError where the
    file or the report can't be read.
    """
    with reported(path):
        data = path.read_bytes()
    read = _read(path, data)
    report = open_report(source, sealed=False)
    answers, problems = answers_of(source)
    kept = tuple(commentaries(read.document))
    computed = tuple(each for each in passages_of(read.document) if each not in kept)
    prose = Prose(kept, tuple(_underlined(data, kept)), "\n".join(_titles(read.document)), computed)
    words, style = found_in(report, prose, answers, part, lambda passage, _: replace(passage.place, file=path.name))
    over = [*_typed_over(report, folder_of(source), read, path.name)] if part in (None, "data") else []
    over = [(*each[:3], found) for each in over for found in unanswered([each[3]], answers)]
    if comments:
        said = [(passage.block, sentence, about, found) for passage, sentence, about, found in (*words.remarks, *style.remarks)]
        write_whole(comments, commented(data, (*over, *said)))
    return Checked(in_order((*problems, *(each[3] for each in over), *words.problems, *style.problems)), words.counts)


def accept_in(path: Path, source: Path, answer: Answer) -> Accepted:
    """Keep in the report's folder that somebody accepts a finding in the Word file. PapersError where there is no finding of that name."""
    found = next((each for each in check_word(path, source).problems if each.name == answer.finding), None)
    if found is None:
        raise PapersError([problem("no-such-statement", value=answer.finding)])
    return keep(source, replace(answer, sentence=found.message))


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


def _typed_over(report: Report, folder: Path, read: Read, name: str) -> Iterator[Told]:
    """Figures and words that the data makes and the file has otherwise: in tables, sentences and headings."""
    from papers.commands.compose import composer_for
    from papers.drafting import papers_of
    from papers.rounds.aligning import aligned
    from papers.rounds.comparing import compare
    from papers.rounds.sources import place_of
    from papers.rounds.threeway import word_difference

    info = next((each for each in papers_of(report.dataset) if each.name == read.document.paper), None)
    if info is None:
        return
    now = composer_for(report, folder / "templates").paper(info).document
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
