"""The words of a report folder or of an edited Word file, held against the data and the house style; answers to findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from papers.checks import Answer, Answers, Passage, Referee, Words, check_style, check_words, passages, passages_of, row_in
from papers.commands.answering import Accepted, answers_of, folder_of, keep, unanswered
from papers.commands.check import Checked, Part, data_problems, in_order
from papers.commands.files import reported, write_whole
from papers.commands.report import Report, open_report
from papers.dataset import Dataset
from papers.document import Heading, Table, plain, walk
from papers.errors import PapersError, Place, Problem, problem
from papers.readers.word import read_word
from papers.templating import Remark, with_comments

STATEMENTS = "words"
STYLE = "style"


def words_of(source: Path, report: Report, answers: Answers, part: Part | None = None) -> tuple[tuple[Problem, ...], Mapping[str, int]]:
    """What is wrong with the report's prose, and how many of its sentences are true, rounded, false and unknown."""
    words, style = _found(report, tuple(passages(report.dataset)), answers, part, _placer(folder_of(source)))
    return (*words.problems, *style.problems), words.counts


def _found(
    report: Report, kept: tuple[Passage, ...], answers: Answers, part: Part | None, place_of: Callable[[Passage, str], Place]
) -> tuple[Words, Words]:
    nothing = Words((), {})
    words = check_words(Referee(report.dataset, report.assessed), kept, answers, place_of) if part in (None, STATEMENTS) else nothing
    style = check_style(kept, _spelt_out(report.dataset), answers, place_of) if part in (None, STYLE) else nothing
    return words, style


def _spelt_out(dataset: Dataset) -> str:
    """The texts of the data in which an abbreviation may be spelt out, and the council's own initials."""
    titles = (f"{each.title}\n{each.short_title}" for each in dataset.indicators)
    capitals = "".join(word[0] for word in dataset.info.organisation.split() if word[0].isupper())
    return "\n".join([*titles, f"({capitals})", *(text for _, text in _tables(dataset))])


def _tables(dataset: Dataset) -> Iterable[tuple[str, str]]:
    return ((each.id, "\n".join([each.title, *each.notes])) for each in dataset.tables)


def _placer(folder: Path) -> Callable[[Passage, str], Place]:
    """What gives the line of a Markdown file on which a sentence begins."""

    @cache
    def text(file: str) -> str:
        path = folder / file
        return path.read_text(encoding="utf-8", errors="replace") if path.suffix == ".md" and path.is_file() else ""

    def place_of(passage: Passage, sentence: str) -> Place:
        file = passage.place.file
        return replace(passage.place, row=row_in(text(file), sentence)) if file else passage.place

    return place_of


# --- answers


def accept(source: Path, name: str, by: str, reason: str, today: dt.date) -> Accepted:
    """Keep in the folder that somebody accepts the finding. PapersError where there is no finding of that name, or nobody or no reason."""
    report = open_report(source, sealed=False)
    answers, unclear = answers_of(source)
    if errors := [each for each in unclear if each.level == "error"]:
        raise PapersError(errors)
    data = ((each, each.message) for each in unanswered(data_problems(report), answers))
    words, style = _found(report, tuple(passages(report.dataset)), answers, None, _placer(folder_of(source)))
    said = ((problem, sentence) for _, sentence, _, problem in (*words.remarks, *style.remarks))
    found = next((about for each, about in (*data, *said) if each.name == name), None)
    if found is None:
        raise PapersError([problem("no-such-statement", value=name)])
    return keep(source, Answer(name, by, reason, today, found))


# --- Word files


def check_word(path: Path, source: Path, *, part: Part | None = None, comments: Path | None = None) -> Checked:
    """What is wrong with the prose of an edited Word file, held against the report in `source`.

    With `comments`, a copy of the file is written there, with each finding as a comment at its words. PapersError where the
    file or the report can't be read.
    """
    with reported(path):
        data = path.read_bytes()
    try:
        document = read_word(data).document
    except PapersError as refused:
        raise PapersError(replace(each, place=replace(each.place, file=path.name)) for each in refused.problems) from refused
    report = open_report(source, sealed=False)
    answers, problems = answers_of(source)
    titles = "\n".join(
        plain(each.inlines) if isinstance(each, Heading) else each.title for each in walk(document) if isinstance(each, Heading | Table)
    )
    kept = (*passages_of(document), Passage("", titles, heading=True))
    words, style = _found(report, kept, answers, part, lambda passage, _: replace(passage.place, file=path.name))
    if comments:
        write_whole(comments, with_comments(data, remarks_in(data, (*words.remarks, *style.remarks))))
    return Checked(in_order((*problems, *words.problems, *style.problems)), words.counts)


def remarks_in(data: bytes, found: Iterable[tuple[Passage, str, str, Problem]]) -> list[Remark]:
    """The findings as comments on the paragraphs of the file's body that hold their sentences."""
    from papers.readers.word.names import w
    from papers.readers.word.package import open_package

    package = open_package(data)
    texts = ["".join(str(text) for text in each.itertext(w("t"))) for each in package.trees[package.main].iter(w("p"))]
    remarks = []
    for _, sentence, words, told in found:
        number = next((n for n, text in enumerate(texts) if sentence in text), None)
        if number is not None:
            remarks.append(Remark(number, words if words in texts[number] else sentence, f"{told.message} {told.fix}"))
    return remarks
