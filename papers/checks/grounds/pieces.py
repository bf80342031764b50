"""A coded sentence in pieces: what stands between marks and conjunctions, each with its numbers, periods, measures and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from papers.checks.language.coding import Coded
from papers.checks.language.matching import matcher

MARKS = frozenset((",", ";", ":", "(", ")", ".", "\u2013", "\u2014"))
JOINTS = frozenset(
    (
        "but",
        "while",
        "whilst",
        "whereas",
        "although",
        "though",
        "when",
        "because",
        "which",
        "with",
        "after",
        "yet",
        "where",
        "that",
        "leaving",
        "taking",
        "who",
    )
)
"""Conjunctions with which another statement begins."""

LEADING = frozenset(("the", "our", "its", "a", "an", "and", "this", "that", "for", "in", "from", "also", "now"))
"""Small words before the subject of a statement."""
NOT_BEFORE = {
    "that": frozenset(("of", "in", "on", "at", "for", "by", "to", "from", "than", "with", "under", "over", "above", "below", "against")),
    "with": frozenset(("dealt", "deal", "met", "along", "together", "contact", "working", "in", "line", "level")),
}
"""Words after which a conjunction is none."""

FROM_TO = matcher(r"(?<!\S)from #(\d+)(?: (?!#|from |to )\S+){0,4} to #(\d+)")
"""Two numbers told as one after the other."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the coded text, with its place there."""

    text: str
    start: int
    stop: int

    @property
    def index(self) -> int:
        """Of a number or period, which one it is."""
        return int(self.text[1:])

    @property
    def is_number(self) -> bool:
        """Whether it stands for a number."""
        return self.text[0] == "#"

    @property
    def is_period(self) -> bool:
        """Whether it stands for a period."""
        return self.text[0] == "@"

    @property
    def is_measure(self) -> bool:
        """Whether it names a target, a comparator or another series."""
        return self.text[0] == "="


@dataclass(frozen=True)
class Piece:
    """The tokens of one statement, and how it is joined to what stands before it."""

    tokens: tuple[Token, ...]
    joint: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens' texts."""
        return tuple(each.text for each in self.tokens)

    @cached_property
    def periods(self) -> tuple[Token, ...]:
        """Its periods, in order."""
        return tuple(each for each in self.tokens if each.is_period)

    @cached_property
    def numbers(self) -> tuple[Token, ...]:
        """Its numbers, in order."""
        return tuple(each for each in self.tokens if each.is_number)

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The names of the measures that it holds."""
        return tuple(each.text[1:] for each in self.tokens if each.is_measure)

    @cached_property
    def subject(self) -> str | None:
        """The measure that it begins with: "our target rises to ..."; None of any other."""
        first = next((each for each in self.tokens if each.text not in LEADING and not each.is_period), None)
        return first.text[1:] if first and first.is_measure else None

    def before(self, token: Token) -> tuple[str, ...]:
        """The words before the token, the nearest first."""
        return tuple(reversed(self.words[: self.tokens.index(token)]))

    def after(self, token: Token) -> tuple[str, ...]:
        """The words after the token, the nearest first."""
        return self.words[self.tokens.index(token) + 1 :]


def pieces_of(coded: Coded) -> list[Piece]:
    """The pieces of a sentence, in order; marks and conjunctions that part them belong to none."""
    tokens = [Token(coded.text[each[0] : each[1]], each[0], each[1]) for each in coded.spans]
    found: list[Piece] = []
    run: list[Token] = []
    joint = ""
    for at, token in enumerate(tokens):
        if token.text in MARKS or _joins(token, run) or (token.text == "and" and _parts(run, tokens[at + 1 :])):
            if run:
                found.append(Piece(tuple(run), joint))
            run, joint = [], token.text
        else:
            run.append(token)
    return [*found, Piece(tuple(run), joint)] if run else found


def _joins(token: Token, before: list[Token]) -> bool:
    """Whether the word begins another statement; not in "under that year's target", "dealt with", "compared with"."""
    last = before[-1].text if before else ""
    return token.text in JOINTS and last not in NOT_BEFORE.get(token.text, ())


def _parts(before: list[Token], after: list[Token]) -> bool:
    """Whether "and" joins two statements, not two names or numbers: each side has a number, or a measure, of its own."""
    if any(each.text == "between" for each in before[-3:]) or not _telling(before):
        return False
    after = list(_until_mark(after))
    return _telling(after) or any(each.is_period for each in after)


def _telling(tokens: list[Token]) -> bool:
    return any(each.is_number or each.is_measure or each.text[0] == "*" for each in tokens)


def _until_mark(tokens: list[Token]) -> Iterator[Token]:
    for each in tokens:
        if each.text in MARKS or each.text in JOINTS or each.text == "and":
            return
        yield each
