"""A record as text and back: canonical JSON with a seal, so that a record that somebody changed is known for one."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from papers.errors import NOWHERE, Place
from papers.published import PublishedIndicator, PublishedPeriod, PublishedRating, PublishedReport, PublishedRisk
from papers.records.figures import day

SCHEMA = "papers.published/1"


class DamagedRecordError(ValueError):
    """A text that is no record, or one that was changed since it was published; the message says which."""


def write_record(record: PublishedReport) -> str:
    """The record as JSON that people can read and compare, ending with a line break. The same record gives the same text."""
    plain = _plain(record)
    return json.dumps({"schema": SCHEMA, "seal": _seal(plain), "record": plain}, indent=1, ensure_ascii=False) + "\n"


def read_record(text: str, place: Place = NOWHERE) -> PublishedReport:
    """The record that the text holds. DamagedRecordError where it holds none, or its seal does not fit."""
    try:
        found = json.loads(text)
        schema, seal, plain = found["schema"], found["seal"], found["record"]
        if schema != SCHEMA:
            raise DamagedRecordError(f"its schema is {schema}, not {SCHEMA}")
        if seal != _seal(plain):
            raise DamagedRecordError("it was changed after it was published")
        return _report(plain, place, seal)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        if isinstance(error, DamagedRecordError):
            raise
        raise DamagedRecordError("it is no record of a report") from error


def _seal(plain: object) -> str:
    """SHA-256 over the record, whatever its white space."""
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _plain(thing: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The thing as JSON has it; fields that say nothing are left out."""
    if isinstance(thing, dt.date):
        return thing.isoformat()
    if isinstance(thing, tuple):
        return [_plain(item) for item in thing]
    if isinstance(thing, Mapping):
        return {name: _plain(what) for name, what in thing.items()}
    if is_dataclass(thing):
        named = ((one.name, getattr(thing, one.name)) for one in fields(thing) if one.compare)
        return {name: _plain(what) for name, what in named if what not in (None, "", (), {})}
    return thing


def _report(plain: Mapping[str, Any], place: Place, seal: str) -> PublishedReport:
    texts = {name: _text(plain, name) for name in ("organisation", "title", "period", "version", "checksum", "rule")}
    return PublishedReport(
        **texts,
        period_end=day(plain["period_end"]),
        date=day(plain["date"]),
        bands=tuple({name: _text(band, name) for name in band} for band in plain.get("bands", ())),
        counts={str(word): int(count) for word, count in plain.get("counts", {}).items()},
        indicators=tuple(_indicator(each) for each in plain.get("indicators", ())),
        risks=tuple(_risk(each) for each in plain.get("risks", ())),
        ended=tuple(_indicator(each) for each in plain.get("ended", ())),
        place=place,
        seal=seal,
    )


def _indicator(plain: Mapping[str, Any]) -> PublishedIndicator:
    names = ("id", "title", "short_title", "section", "directorate", "kind", "unit", "polarity", "frequency", "unrated", "direction")
    return PublishedIndicator(
        **{name: _text(plain, name) for name in names},
        current=day(plain["current"]) if "current" in plain else None,
        rating=_text(plain, "rating") or None,
        periods=tuple(_period(each) for each in plain.get("periods", ())),
        ratings=tuple(
            PublishedRating(day(each["end"]), _text(each, "rating") or None, _text(each, "rule")) for each in plain.get("ratings", ())
        ),
    )


def _period(plain: Mapping[str, Any]) -> PublishedPeriod:
    figures, notes = ({str(name): str(what) for name, what in plain.get(part, {}).items()} for part in ("figures", "notes"))
    return PublishedPeriod(day(plain["end"]), _text(plain, "label"), _text(plain, "spoken"), figures, notes)


def _risk(plain: Mapping[str, Any]) -> PublishedRisk:
    return PublishedRisk(
        _text(plain, "id"),
        _text(plain, "title"),
        _whole(plain, "current_score"),
        _text(plain, "current_level"),
        _whole(plain, "target_score"),
        _text(plain, "target_level"),
        _whole(plain, "current_likelihood"),
        _whole(plain, "current_impact"),
    )


def _whole(plain: Mapping[str, Any], name: str) -> int | None:
    found = plain.get(name)
    return None if found is None else int(found)


def _text(plain: Mapping[str, Any], name: str) -> str:
    found = plain.get(name, "")
    if not isinstance(found, str):
        raise TypeError(name)
    return found
