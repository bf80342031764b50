"""The shipped phrases, read from phrases.toml beside this file: what they say, when they are used, which places they have."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from papers.phrases.grammar import Piece, parse, slots

OTHER = "other"
"""The case that stands where a phrase has no other for it."""

FIGURES, WORDS = "figures", "words"
"""The parts of the file that say what its places hold: those that a sentence keeps, those that it may do without."""

PLAIN = frozenset({"numbers.words"})
"""Keys that hold a list of words, not a sentence."""

HEADER = re.compile(r"\[(?P<part>[a-z_]+)\]")
KEY = re.compile(r"(?P<name>[a-z_]+)(\.[a-z_]+)* *=")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A shipped phrase: its key, its words by case (`other` alone where there are no cases), and when it is used."""

    key: str
    cases: Mapping[str, str]
    when: str

    def pieces(self, case: str) -> tuple[Piece, ...]:
        """The pieces of that case's words."""
        return parse(self.cases[case])

    @property
    def places(self) -> frozenset[str]:
        """The places that its words may have: those of any of its cases."""
        return frozenset(slot.name for case in self.cases for slot in slots(self.pieces(case)))

    def needed(self, case: str = "") -> frozenset[str]:
        """The figures that other words for that case must have; without a case, those that all its cases have."""
        held = [frozenset(slot.name for slot in slots(self.pieces(each))) for each in ([case] if case else self.cases)]
        return frozenset.intersection(*held) & frozenset(book().figures)


@dataclass(frozen=True, slots=True)
class Book:
    """The shipped phrases by key, what their parts are about, and what their places hold."""

    phrases: Mapping[str, Phrase]
    parts: Mapping[str, str]
    figures: Mapping[str, str]
    words: Mapping[str, str]


@cache
def book() -> Book:
    """The shipped phrases."""
    text = (resources.files("papers.phrases") / "phrases.toml").read_text("utf-8")
    tables, said = tomllib.loads(text), comments(text)
    figures, words = tables.pop(FIGURES), tables.pop(WORDS)
    phrases = dict(_phrases(tables, said))
    return Book(phrases, {part: said.get(part, "") for part in tables}, figures, words)


def _phrases(tables: Mapping[str, Mapping[str, Any]], said: Mapping[str, str]) -> Iterator[tuple[str, Phrase]]:
    for part, entries in tables.items():
        for name, what in entries.items():
            key = f"{part}.{name}"
            yield key, Phrase(key, {OTHER: what} if isinstance(what, str) else what, said.get(key, ""))


def comments(text: str) -> dict[str, str]:
    """The comment right above each part and above each phrase, by its key."""
    found: dict[str, str] = {}
    part, above = "", []
    for line in text.splitlines():
        header, key = HEADER.match(line), KEY.match(line)
        if line.startswith("#"):
            above.append(line.removeprefix("#").strip())
            continue
        if header:
            part = header["part"]
            found[part] = " ".join(above)
        elif key:
            found.setdefault(f"{part}.{key['name']}", " ".join(above))
        above = []
    return found
