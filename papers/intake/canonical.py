"""A dataset's data as one text that is the same wherever it was read from, and the text's checksum."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal

from papers.dataset import Dataset
from papers.published import PublishedReport

NOT_DATA = frozenset({"place", "problems", "checksum", "narrative", "phrases"})
"""Fields that are no data: where a figure stands, what was found wrong, the prose, and how sentences are worded."""


def canonical(dataset: Dataset) -> str:
    """The data as JSON: settings and tables in report order, figures with their digits as typed, without places and prose."""
    return json.dumps(_plain(dataset), ensure_ascii=False, separators=(",", ":"))


def checksum(dataset: Dataset) -> str:
    """SHA-256 of the canonical text, in hexadecimal digits."""
    return hashlib.sha256(canonical(dataset).encode()).hexdigest()


@functools.cache
def _data_fields(record: type) -> tuple[str, ...]:
    """The names of the record's fields that are data."""
    return tuple(one.name for one in fields(record) if one.name not in NOT_DATA)


def _plain(thing: object) -> object:
    """The thing as JSON has it. TypeError for one that no dataset holds."""
    if thing is None or isinstance(thing, str | bool | int):
        return thing
    if isinstance(thing, Decimal):
        return f"{thing:f}"
    if isinstance(thing, dt.date):
        return thing.isoformat()
    if isinstance(thing, tuple):
        return [_plain(item) for item in thing]
    if isinstance(thing, Mapping):
        return {name: _plain(thing[name]) for name in sorted(thing)}
    if isinstance(thing, PublishedReport):
        return thing.seal
    if is_dataclass(thing):
        kind: type = type(thing)
        return {name: _plain(getattr(thing, name)) for name in _data_fields(kind)}
    raise TypeError(type(thing))
