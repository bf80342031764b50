"""Answers to findings: those that a folder keeps, what they leave to be told, and a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from papers.checks.answers import FILE, Answer, Answers, finding_name, read_answers, with_answer
from papers.commands.files import reported, write_whole
from papers.errors import KINDS, PapersError, Place, Problem, problem

OF_WORDS = frozenset({"statement-false", "statement-doubtful", "style-slip"})
"""Kinds that are not switched off as a whole: statements are accepted one by one, slips of style by their rule."""

UNANSWERABLE = ("error",)
"""Levels of problems that nobody can accept: nothing is built with them."""


def folder_of(source: Path) -> Path:
    """The folder that keeps the answers of the report."""
    return source if source.is_dir() else source.parent


def answers_of(source: Path) -> tuple[Answers, tuple[Problem, ...]]:
    """The answers that the report's folder keeps, and what is wrong with them; none where it keeps none."""
    path = folder_of(source) / FILE
    if not path.is_file():
        return Answers(), ()
    with reported(path):
        answers, problems = read_answers(path.read_text(encoding="utf-8"))
    return answers, (*problems, *_unknown(answers))


def _unknown(answers: Answers) -> Iterator[Problem]:
    """Rules that are switched off and do not exist, so that a misspelt one is seen."""
    from papers.checks.style import RULES
    from papers.intake.findings import hint

    known = {rule.name for rule in RULES} | {code for code, kind in KINDS.items() if kind.level not in UNANSWERABLE} - OF_WORDS
    for name in answers.off:
        if name not in known:
            yield problem("answer-unknown-rule", Place(FILE), value=name, hint=hint(name, sorted(known)))


def unanswered(problems: Iterable[Problem], answers: Answers) -> Iterator[Problem]:
    """The problems that nobody accepted or switched off, each with its name. Errors stay as they are.

    A name does not tell the row, which moves when another is added; of problems that say the same, the later ones are numbered.
    """
    told: Counter[str] = Counter()
    for each in problems:
        if each.level in UNANSWERABLE:
            yield each
            continue
        where = each.place.file or each.place.block or ""
        told[f"{where}: {each.message}"] += 1
        name = each.name or finding_name(each.code, where, each.message, str(told[f"{where}: {each.message}"]), "")
        if name not in answers.accepted and each.code not in answers.off:
            yield replace(each, name=name)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Findings that were answered, and the file that keeps the answers."""

    path: Path
    answers: tuple[Answer, ...]

    def as_json(self) -> dict[str, object]:
        """The schema papers.accept/1."""
        told = [{"finding": each.finding, "by": each.by, "reason": each.reason} for each in self.answers]
        return {"schema": "papers.accept/1", "path": self.path.as_posix(), "accepted": told}


def keep(source: Path, given: Iterable[Answer], sentences: Mapping[str, str], command: str) -> Accepted:
    """Keep the answers in the report's folder, each with its sentence, all or none.

    `sentences` are those of the findings by name; PapersError, which tells the `command` that lists them, where one is not there.
    """
    answers = tuple({each.finding: each for each in given}.values())
    unknown = [each.finding for each in answers if each.finding not in sentences]
    if unknown:
        raise PapersError(problem("no-such-statement", value=name, command=command) for name in unknown)
    path = folder_of(source) / FILE
    with reported(path):
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for each in answers:
        text = with_answer(text, replace(each, sentence=sentences[each.finding]))
    write_whole(path, text.encode())
    return Accepted(path, answers)


@contextmanager
def accepting() -> Iterator[None]:
    """PapersError of what is done within says also that nothing was accepted."""
    try:
        yield
    except PapersError as stopped:
        raise PapersError([*stopped.problems, problem("nothing-accepted")]) from stopped
