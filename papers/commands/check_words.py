"""The words of a report held against the data and the house style; answers to findings."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from papers.checks.answers import Answer, Answers
from papers.checks.prose import COMMAND, Passage, Words, check_style, check_words, passages, row_in
from papers.commands.answering import Accepted, accepting, answers_of, folder_of, keep, unanswered
from papers.commands.check import Part, data_problems
from papers.commands.refereeing import referee_of
from papers.commands.report import Report, open_report
from papers.dataset import Dataset
from papers.errors import PapersError, Place, Problem

STATEMENTS = "words"
STYLE = "style"


def words_of(source: Path, report: Report, answers: Answers, part: Part | None = None) -> tuple[tuple[Problem, ...], Mapping[str, int]]:
    """What is wrong with the report's prose, and how many of its sentences are true, rounded, false and unknown."""
    words, style = _found(source, report, answers, part)
    return (*words.problems, *style.problems), words.counts


def _found(source: Path, report: Report, answers: Answers, part: Part | None) -> tuple[Words, Words]:
    """What was found in the prose of the report in `source`."""
    folder = folder_of(source)
    lined = _underlined(folder, report.dataset) if part in (None, STYLE) else ()
    return found_in(report, Prose(tuple(passages(report.dataset)), tuple(lined)), answers, part, _placer(folder), folder=folder)


def _underlined(folder: Path, dataset: Dataset) -> Iterator[tuple[Passage, str]]:
    """The underlined words of the parts that are written in Word."""
    files = {part.place.file: part for part in dataset.narrative if part.place.file and part.place.file.endswith(".docx")}
    for name, part in files.items():
        if (folder / name).is_file():
            from papers.readers.word.underlined import underlined

            for each in underlined((folder / name).read_bytes()):
                yield Passage(part.key, each.text, replace(part.place, row=None, block=part.key)), each.words


@dataclass(frozen=True, slots=True)
class Prose:
    """What is checked: passages, and words in them that are underlined and no links."""

    passages: tuple[Passage, ...]
    underlined: tuple[tuple[Passage, str], ...] = ()
    titles: str = ""
    """Other text in which abbreviations may be spelt out."""
    changed: tuple[Passage, ...] = ()
    """Sentences of ours that somebody changed: held against the data, and not against rules of style that no writer could follow there."""


def found_in(
    report: Report,
    prose: Prose,
    answers: Answers,
    part: Part | None,
    place_of: Callable[[Passage, str], Place],
    *,
    command: str = COMMAND,
    folder: Path | None = None,
) -> tuple[Words, Words]:
    """What was found in the prose: statements that are false, and slips of style; nothing of a part that is not asked for.

    `folder` is that of the report, whose own templates tell on which page each part stands.
    """
    nothing = Words((), {})
    kept, known = prose.passages, f"{_spelt_out(report.dataset)}\n{prose.titles}"
    stated = (*kept, *prose.changed)
    referee = referee_of(report, folder)
    words = check_words(referee, stated, answers, place_of, command) if part in (None, STATEMENTS) else nothing
    style = check_style(kept, known, answers, place_of, prose.underlined) if part in (None, STYLE) else nothing
    return words, style


def command_of(file: str) -> str:
    """The command that finds what is wrong in the Word file of that name."""
    return f"papers check {shlex.quote(file)} --from FOLDER"


def false_statements(report: Report, source: Path, kept: Iterable[Passage], file: str, command: str = COMMAND) -> tuple[Problem, ...]:
    """The statements in text of a Word file that the data does not agree with and nobody accepted, on the file's name.

    `command` finds them again: in the file, or in the folder where the text came home.
    """
    answers, _ = answers_of(source)
    referee = referee_of(report, folder_of(source))
    return check_words(referee, kept, answers, lambda passage, _: replace(passage.place, file=file), command).problems


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


def accept(source: Path, *given: Answer) -> Accepted:
    """Keep in the folder that somebody accepts findings, all of them or none. PapersError where there is no finding of one's name."""
    with accepting():
        report = open_report(source, sealed=False)
        answers = readable(source)
    data = ((each, each.message) for each in unanswered(data_problems(report), answers))
    words, style = _found(source, report, answers, None)
    said = ((problem, sentence) for _, sentence, _, problem in (*words.remarks, *style.remarks))
    return keep(source, given, {each.name: about for each, about in (*data, *said) if each.name}, COMMAND)


def readable(source: Path) -> Answers:
    """The answers that the folder keeps. PapersError where they can't be read: one more would be lost among them."""
    answers, unclear = answers_of(source)
    if errors := [each for each in unclear if each.level == "error"]:
        raise PapersError(errors)
    return answers
