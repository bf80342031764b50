"""Answers to findings: who accepts one and why. An answer holds until the sentence or the figure changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from papers.errors import Place, Problem, problem

FILE = "answers.toml"
"""The file of answers in a report's folder."""

ACCEPTED, OFF = "accepted", "off"
KEYS = {ACCEPTED: ("finding", "by", "reason"), OFF: ("rule", "reason")}
"""What each entry must say: an answer needs somebody and a reason."""

LENGTH = 8
"""Characters of a finding's name, enough that two of a report do not share one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A finding that somebody accepts."""

    finding: str
    by: str
    reason: str
    date: dt.date | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, by the finding's name, and the rules and kinds of findings that are switched off, with the reason."""

    accepted: Mapping[str, Answer] = field(default_factory=dict)
    off: Mapping[str, str] = field(default_factory=dict)


def finding_name(code: str, block: str, sentence: str, said: str, data: str) -> str:
    """A short name of a finding that changes when the sentence or the figure does."""
    words = " ".join(sentence.split())
    return hashlib.sha256(json.dumps([code, block, words, said, data], ensure_ascii=False).encode()).hexdigest()[:LENGTH]


def read_answers(text: str) -> tuple[Answers, tuple[Problem, ...]]:
    """The answers that the file's text holds, and what can't be read of it."""
    try:
        found = tomllib.loads(text)
        _refuse_strange(found)
        accepted = {each.finding: each for each in map(_answer, _entries(found, ACCEPTED, "finding"))}
        off = {_said(each, "rule"): _said(each, "reason") for each in _entries(found, OFF, "rule")}
    except ValueError as error:
        return Answers(), (problem("answers-unreadable", Place(file=FILE), why=str(error)),)
    return Answers(accepted, off), ()


def _refuse_strange(found: Mapping[str, Any]) -> None:
    """ValueError for a table of another name, so that a misspelt one is seen."""
    for table in sorted(found.keys() - {ACCEPTED, OFF}):
        raise ValueError(f"{table} is neither {ACCEPTED} nor {OFF}")


def _entries(found: Mapping[str, Any], table: str, name: str) -> Iterator[Mapping[str, Any]]:
    """The entries of the table, each with all that it must say. ValueError, with the entry, where one is not such."""
    entries = found.get(table, [])
    if not isinstance(entries, list) or not all(isinstance(each, Mapping) for each in entries):
        raise ValueError(f"{table} is no list of entries that begin with [[{table}]]")
    for number, each in enumerate(entries, start=1):
        for key in KEYS[table]:
            if not str(each.get(key, "")).strip():
                raise ValueError(f"{key} is missing or empty in [[{table}]] number {number}{_called(each, name)}")
        yield each


def _called(entry: Mapping[str, Any], name: str) -> str:
    said = str(entry.get(name, "")).strip()
    return f", {said}" if said else ""


def _answer(plain: Mapping[str, Any]) -> Answer:
    date = plain.get("date")
    return Answer(
        _said(plain, "finding"),
        _said(plain, "by"),
        _said(plain, "reason"),
        date if isinstance(date, dt.date) else None,
        str(plain.get("sentence", "")),
    )


def _said(plain: Mapping[str, Any], key: str) -> str:
    """The text of the key."""
    return str(plain[key])


def with_answer(text: str, answer: Answer) -> str:
    """The file's text with one more answer at its end."""
    lines = ["[[accepted]]", *(f"{name} = {_quoted(getattr(answer, name))}" for name in ("finding", "by", "reason", "sentence"))]
    lines += [f"date = {answer.date.isoformat()}"] if answer.date else []
    head = text.rstrip("\n")
    return (f"{head}\n\n" if head else "") + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """The text as a TOML string; JSON's form is one."""
    return json.dumps(text, ensure_ascii=False)
