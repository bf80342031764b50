"""A report's own phrases, from phrases.toml or the table `phrases`: each held against the shipped one that it stands for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from papers.dataset import Phrasing
from papers.errors import Place
from papers.intake.delimited import decoded
from papers.intake.findings import Findings, hint
from papers.intake.relations import Reading
from papers.phrases import OTHER, PLAIN, Phrase, PhraseError, book, parse, slots

PHRASES = "phrases"
FILE = "phrases.toml"


@dataclass(frozen=True, slots=True)
class Given:
    """A line of the report's phrases: its key with the case behind it, if any, what it says, and where it stands."""

    name: str
    what: Any
    place: Place


def toml_phrases(data: bytes, place: Place, findings: Findings) -> tuple[Given, ...]:
    """The lines of phrases.toml; none, and a problem, where it can't be read."""
    text = decoded(data, place, findings)
    try:
        tables = tomllib.loads(text or "")
    except tomllib.TOMLDecodeError as error:
        findings.add("phrases-not-toml", place, why=str(error).lower())
        return ()
    rows = _rows(text or "")
    given = (Given(name, what, replace(place, row=rows.get(name), column=name)) for name, what in _lines(tables))
    return tuple(sorted(given, key=lambda each: each.place.row or 0))


def _lines(tables: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every key with its parts before it, joined by full stops, and what it says."""
    for key, what in tables.items():
        if isinstance(what, dict):
            yield from _lines(what, f"{above}{key}.")
        else:
            yield f"{above}{key}", what


def _rows(text: str) -> dict[str, int]:
    """The line of each key that stands alone on a line."""
    rows, part = {}, ""
    for row, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            part = bare.strip("[] ") + "."
        elif "=" in bare and not bare.startswith("#"):
            rows[part + bare.partition("=")[0].replace('"', "").strip()] = row
    return rows


def phrases(reading: Reading, given: Iterable[Given]) -> tuple[Phrasing, ...]:
    """The report's own phrases that are sound, from its file and its table; every other is a problem."""
    table = (Given(record["key"], record["words"], record.at("key")) for record in reading.sound(PHRASES))
    found: dict[tuple[str, str], Phrasing] = {}
    for each in (*given, *table):
        phrase = _phrasing(each, reading.findings)
        if phrase is None:
            continue
        first = found.setdefault((phrase.key, phrase.case), phrase)
        if first is not phrase:
            reading.findings.add("phrase-twice", each.place, value=each.name, first=str(first.place))
    return tuple(found.values())


def _phrasing(given: Given, findings: Findings) -> Phrasing | None:
    """The line as a phrase; None, and a problem, where there is no such phrase or its words don't fit."""
    phrase, case = _meant(given.name)
    if phrase is None:
        findings.add("unknown-phrase", given.place, value=given.name, hint=hint(given.name, _names()))
    elif case and (case not in phrase.cases or list(phrase.cases) == [OTHER]):
        choices = ", ".join(phrase.cases) if len(phrase.cases) > 1 else "no case at all"
        findings.add("unknown-phrase-case", given.place, value=case, key=phrase.key, choices=choices)
    elif not isinstance(given.what, str):
        findings.add("phrase-no-text", given.place, value=str(given.what), key=given.name)
    elif _fits(given, given.what, phrase, case, findings):
        return Phrasing(phrase.key, case, given.what, given.place)
    return None


def _meant(name: str) -> tuple[Phrase | None, str]:
    """The shipped phrase of that name and the case behind it."""
    part, _, rest = name.partition(".")
    stem, _, case = rest.partition(".")
    return book().phrases.get(f"{part}.{stem}"), case


def _names() -> list[str]:
    """Every name that a line may have."""
    return [name for key, phrase in book().phrases.items() for name in (key, *(f"{key}.{case}" for case in phrase.cases))]


def _fits(given: Given, words: str, phrase: Phrase, case: str, findings: Findings) -> bool:
    """Whether the words can stand for the shipped ones: they can be read, know their places, and keep the figures."""
    if phrase.key in PLAIN:
        return True
    try:
        places = [slot.name for slot in slots(parse(words))]
    except PhraseError as error:
        findings.add("phrase-unclear", given.place, value=given.name, why=str(error))
        return False
    strange = [name for name in places if name not in phrase.places]
    for name in strange:
        choices = ", ".join(f"{{{each}}}" for each in sorted(phrase.places)) or "none"
        findings.add("unknown-place", given.place, value=f"{{{name}}}", key=given.name, hint=hint(name, phrase.places), choices=choices)
    lost = sorted(phrase.needed(case) - set(places))
    for name in lost:
        findings.add("missing-place", given.place, value=f"{{{name}}}", key=given.name, meaning=book().figures[name])
    return not strange and not lost
