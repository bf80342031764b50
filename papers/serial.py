"""Documents as text that says them exactly: canonical JSON, `decode(encode(document)) == document`.

A node is an object that names its kind under "is" and then every attribute that is not at its default; a run of plain text
is its text alone; an exact number is a string; a picture's bytes are the SHA-256 of them, for they travel beside the text.
The same Document gives the same text, all of it ASCII. What comes back from outside is checked against the types of the
model: a text that says anything else makes no Document.
"""

from __future__ import annotations

import datetime as dt
import json
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from papers.document import Document, Run

KIND = "is"
GONE = b""
"""The bytes of a picture that are not beside the text any more."""

Pictures = Mapping[str, bytes]
Decoder = Callable[[object, Pictures], object]


class SerialError(ValueError):
    """A text that makes no Document; the message says why."""


def picture_key(data: bytes) -> str:
    """The name by which a text refers to a picture's bytes: their SHA-256, in hexadecimal digits."""
    return sha256(data).hexdigest()


# --- to text --------------------------------------------------------------------------------------------------------


def encode(document: Document) -> str:
    """The Document as canonical JSON in ASCII."""
    return json.dumps(_value(document), separators=(",", ":"))


def _value(node: object) -> object:
    """What JSON says of a node, or of an attribute of one."""
    kind = type(node)
    if kind in (str, bool, int) or node is None:
        return node
    if kind is tuple:
        return [_value(each) for each in node]  # type: ignore[attr-defined]  # kind says what it is
    if isinstance(node, Decimal):
        return str(node)
    if isinstance(node, bytes):
        return picture_key(node)
    if isinstance(node, dt.date):
        return node.isoformat()
    said: dict[str, object] = {KIND: kind.__name__}
    for name, default in _attributes(kind):  # type: ignore[arg-type]  # a class can be hashed
        value = getattr(node, name)
        if value is not default and value != default:
            said[name] = _value(value)
    return said["text"] if kind is Run and said.keys() == {KIND, "text"} else said


@lru_cache(maxsize=64)
def _attributes(kind: type) -> tuple[tuple[str, object], ...]:
    """The names of a node's attributes and their defaults; MISSING where an attribute must be given."""
    return tuple((each.name, each.default) for each in fields(kind))


# --- from text ------------------------------------------------------------------------------------------------------


def decode(text: str, pictures: Pictures) -> Document:
    """The Document that the text says, its pictures' bytes taken by their keys; `GONE` for bytes that are not among them.

    SerialError where the text says no Document of this model.
    """
    try:
        found = _decoder(Document)(json.loads(text), pictures)
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise SerialError(f"{type(error).__name__}: {error}") from error
    assert isinstance(found, Document)
    return found


@lru_cache(maxsize=256)
def _decoder(hint: Any) -> Decoder:  # noqa: ANN401  # a type hint may be any form of type
    """The function that checks and turns back what JSON says of a value of that type."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _one_of(hint)
    if origin is Literal:
        return _choice(get_args(hint))
    if origin is tuple:
        return _many(get_args(hint)[0])
    if is_dataclass(hint):
        return _record(hint)  # type: ignore[arg-type]  # a class, for hints are types
    return SIMPLE[hint]


def _plain(kind: type) -> Decoder:
    def found(value: object, _: Pictures) -> object:
        if type(value) is not kind:
            raise SerialError(f"{value!r} is no {kind.__name__}")
        return value

    return found


def _of_text(make: Callable[[str], object]) -> Decoder:
    def found(value: object, _: Pictures) -> object:
        if not isinstance(value, str):
            raise SerialError(f"{value!r} is no text")
        return make(value)

    return found


def _picture(value: object, pictures: Pictures) -> object:
    return pictures.get(value, GONE) if isinstance(value, str) else _plain(str)(value, pictures)


SIMPLE: Mapping[object, Decoder] = {
    str: _plain(str),
    bool: _plain(bool),
    int: _plain(int),
    types.NoneType: _plain(types.NoneType),
    Decimal: _of_text(Decimal),
    dt.date: _of_text(dt.date.fromisoformat),
    bytes: _picture,
}


def _choice(choices: tuple[object, ...]) -> Decoder:
    def found(value: object, _: Pictures) -> object:
        if value not in choices:
            raise SerialError(f"{value!r} is none of {choices}")
        return value

    return found


def _many(hint: object) -> Decoder:
    def found(value: object, pictures: Pictures) -> object:
        if not isinstance(value, list):
            raise SerialError(f"{value!r} is no list")
        decoder = _decoder(hint)
        return tuple([decoder(part, pictures) for part in value])

    return found


def _one_of(hint: object) -> Decoder:
    """A node of one of several kinds (plain text is a run), or a value that may be absent."""
    kinds: dict[str, type] = {each.__name__: each for each in _members(hint) if isinstance(each, type) and is_dataclass(each)}
    others = [each for each in _members(hint) if not is_dataclass(each)]
    simple = next((each for each in others if each is not types.NoneType), str)

    def found(value: object, pictures: Pictures) -> object:
        if isinstance(value, str) and Run.__name__ in kinds:
            return Run(value)
        if isinstance(value, dict):
            return _decoder(kinds[value[KIND]])(value, pictures)
        if value is None and types.NoneType in others:
            return None
        return _decoder(simple)(value, pictures)

    return found


def _members(hint: object) -> Iterator[Any]:
    for each in get_args(hint):
        yield from _members(each) if get_origin(each) in (Union, types.UnionType) else (each,)


def _record(kind: type) -> Decoder:
    """A node: every attribute known and of its type, those that have no default all there."""
    hints = get_type_hints(kind)
    attributes = dict(_attributes(kind))
    needed = {name for name, default in attributes.items() if default is MISSING}

    def found(value: object, pictures: Pictures) -> object:
        if isinstance(value, str) and kind is Run:
            return Run(value)
        if not isinstance(value, dict) or value.get(KIND) != kind.__name__:
            raise SerialError(f"{str(value)[:60]} is no {kind.__name__}")
        said = {name: _decoder(hints[name])(part, pictures) for name, part in value.items() if name != KIND}
        if not needed <= said.keys():
            raise SerialError(f"a {kind.__name__} lacks {', '.join(sorted(needed - said.keys()))}")
        return kind(**said)

    return found
