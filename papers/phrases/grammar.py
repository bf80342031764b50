"""The grammar of a phrase: words, places in braces, and what is left out where a place is empty. It holds no code and runs none.

`{count}` is a place, `{Count}` the same with a capital. `{count|Both}` prints the words after the bar in its stead, and keeps them
tied to the figure. `[: {change}]` is left out where one of the places in it is empty. A brace or bracket that is meant as such
is written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[^{}\[\]]*\}|\[|\]|\{|\}|[^{}\[\]]+")
SLOT = re.compile(r"\{(?P<name>[A-Za-z][a-z_]*)(?:\|(?P<words>[^|]+))?\}")
DOUBLED = {"{{": "{", "}}": "}", "[[": "[", "]]": "]"}


class PhraseError(ValueError):
    """A phrase that can't be read; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: its name, whether it begins with a capital, and the words that stand for the value where there are any."""

    name: str
    capital: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Droppable:
    """Pieces that are left out together where one of their places is empty."""

    pieces: tuple[str | Slot, ...]


Piece = str | Slot | Droppable


def parse(text: str) -> tuple[Piece, ...]:
    """The phrase as its pieces. PhraseError where a brace or bracket is open, or a place has no proper name."""
    pieces: list[Piece] = []
    inner: list[str | Slot] | None = None
    for token in TOKEN.findall(text):
        if token == "[":  # noqa: S105 - a bracket is no password
            if inner is not None:
                raise PhraseError("a square bracket stands inside another")
            inner = []
        elif token == "]":  # noqa: S105 - a bracket is no password
            if inner is None:
                raise PhraseError("a square bracket is closed that was never opened")
            pieces.append(Droppable(tuple(inner)))
            inner = None
        else:
            (pieces if inner is None else inner).append(_piece(token))
    if inner is not None:
        raise PhraseError("a square bracket is never closed")
    return tuple(pieces)


def _piece(token: str) -> str | Slot:
    """A token as words or as a place."""
    if token in DOUBLED:
        return DOUBLED[token]
    if token[0] not in "{}":
        return token
    found = SLOT.fullmatch(token)
    if found is None:
        raise PhraseError(f"{token} is no place: write its name in braces, such as {{count}}")
    name = found["name"]
    return Slot(name[:1].lower() + name[1:], name[0].isupper(), found["words"] or "")


def slots(pieces: Sequence[Piece]) -> Iterator[Slot]:
    """Every place of the phrase, in order."""
    for piece in pieces:
        match piece:
            case Slot():
                yield piece
            case Droppable(pieces=inner):
                yield from slots(inner)
