"""Risk schemes out of their TOML files: the shipped ones, and a report's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from papers.dataset import Dataset, SchemeText
from papers.errors import PapersError, Problem, problem
from papers.metrics.contrast import LEAST, contrast
from papers.results import Band
from papers.risks.scheme import RiskLevel, RiskScheme, possible_scores

SHIPPED = ("risk-5x5", "risk-5x5-high-from-12", "risk-4x4", "kent-2012")
"""The risk schemes that come with the program."""

KEYS = {"name": str, "version": str, "likelihood": list, "impact": list, "levels": list, "note": str}
NEEDED = ("version", "likelihood", "impact", "levels")
LEVEL_KEYS = {"name": str, "low": int, "high": int, "word": str, "fill": str, "ink": str, "meaning": str, "short": str}
LEVEL_NEEDED = ("name", "low", "high", "word", "fill", "ink", "meaning")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
UNKNOWN = ("#E6E6E6", "#212121")
"""Ground and ink of a level that the last report published and no scheme at hand has."""
LARGEST = 10
"""A matrix with more rows or columns than this is no risk matrix that anyone could read."""


@cache
def shipped_risk_scheme(name: str = "risk-5x5") -> RiskScheme:
    """The shipped risk scheme of that name. KeyError where there is none."""
    if name not in SHIPPED:
        raise KeyError(name)
    return read_risk_scheme(SchemeText(name, files("papers.risks").joinpath("schemes", f"{name}.toml").read_text(encoding="utf-8")))


def risk_scheme_of(dataset: Dataset) -> RiskScheme:
    """The risk scheme that the report names. PapersError where there is none of that name, or with all that is wrong with it."""
    name = dataset.info.risk_scheme
    own = {each.name: each for each in dataset.risk_schemes}
    if name not in own and name not in SHIPPED:
        raise PapersError([problem("unknown-risk-scheme", value=name, choices=", ".join([*SHIPPED, *own]))])
    return _with_former(read_risk_scheme(own[name]) if name in own else shipped_risk_scheme(name), dataset)


def with_levels(dataset: Dataset) -> Dataset:
    """The report, each of its risks with the levels that its scores have and the papers print, whatever the register says."""
    scheme = risk_scheme_of(dataset)

    def word(score: int | None, stated: str) -> str:
        return stated if score is None else scheme.level(score).band.word

    risks = (
        replace(risk, current_level=word(risk.current_score, risk.current_level), target_level=word(risk.target_score, risk.target_level))
        for risk in dataset.risks
    )
    return replace(dataset, risks=tuple(risks))


def _with_former(scheme: RiskScheme, dataset: Dataset) -> RiskScheme:
    """The scheme with the levels of the last report that it has no word for, in the colours of the scheme that has."""
    words = dict.fromkeys(risk.previous_level for risk in dataset.risks if risk.previous_level)
    strange = [word for word in words if not any(level.called(word) for level in scheme.levels)]
    if not strange:
        return scheme
    others = [*map(read_risk_scheme, dataset.risk_schemes), *map(shipped_risk_scheme, SHIPPED)]
    known = [level for other in others for level in other.levels]
    return replace(scheme, former=tuple(_former(word, known) for word in strange))


def _former(word: str, known: Sequence[RiskLevel]) -> RiskLevel:
    """The level of that word; one in grey where no scheme has it any more."""
    found = next((level for level in known if level.called(word)), None)
    return found or RiskLevel(word, 0, 0, Band(word, *UNKNOWN, ""))


def read_risk_scheme(written: SchemeText) -> RiskScheme:
    """The risk scheme that the text describes, its levels lowest first. PapersError with everything that is wrong with it."""
    try:
        table = {"name": written.name, **tomllib.loads(written.text)}
    except tomllib.TOMLDecodeError as error:
        raise PapersError([_unclear(written, f"it is no TOML: {str(error).lower()}")]) from None
    problems = [_unclear(written, why) for why in _faults(table, written)] or [_unclear(written, why) for why in _gaps(table)]
    if problems:
        raise PapersError(problems)
    levels = sorted((_level(entry) for entry in table["levels"]), key=lambda level: level.low)
    sides = tuple(table["likelihood"]), tuple(table["impact"])
    return RiskScheme(table["name"], table["version"], *sides, tuple(levels), table.get("note", ""))


def _unclear(written: SchemeText, why: str) -> Problem:
    return problem("risk-scheme-unclear", written.place, value=written.name, why=why)


def _level(entry: Mapping[str, Any]) -> RiskLevel:
    band = Band(entry["word"], entry["fill"], entry["ink"], entry["meaning"], short=entry.get("short", ""))
    return RiskLevel(entry["name"], entry["low"], entry["high"], band)


def _faults(table: Mapping[str, Any], written: SchemeText) -> Iterator[str]:
    """What is wrong with the keys: missing, unknown, or of another kind."""
    yield from _wrong_keys(table, KEYS, NEEDED, "it")
    if table["name"] != written.name:
        yield f"it calls itself {table['name']}; its file's name is its name"
    for side in ("likelihood", "impact"):
        words = table.get(side)
        if isinstance(words, list) and not (2 <= len(words) <= LARGEST and all(isinstance(word, str) for word in words)):
            yield f"{side} is not a list of 2 to {LARGEST} words"
    levels = table.get("levels")
    for number, entry in enumerate(levels if isinstance(levels, list) else [], 1):
        if isinstance(entry, dict):
            yield from _wrong_keys(entry, LEVEL_KEYS, LEVEL_NEEDED, f"level {number}")
            yield from _wrong_colours(entry, f"level {number}")
        else:
            yield f"level {number} is not a table of its own"


def _wrong_keys(table: Mapping[str, Any], known: Mapping[str, type], needed: Sequence[str], whose: str) -> Iterator[str]:
    yield from (f"{whose} lacks {key}" for key in needed if key not in table)
    yield from (f"{whose} has the unknown key {key}" for key in table if key not in known)
    kinds = {str: "a text", int: "a whole number", list: "a list"}
    wrong = ((key, kind) for key, kind in known.items() if key in table and type(table[key]) is not kind)
    yield from (f"{key} of {'the scheme' if whose == 'it' else whose} is not {kinds[kind]}" for key, kind in wrong)


def _wrong_colours(entry: Mapping[str, Any], whose: str) -> Iterator[str]:
    """Colours that are none, and a word that can't be read on its ground."""
    given = [entry[key] for key in ("fill", "ink") if isinstance(entry.get(key), str)]
    wrong = [colour for colour in given if not COLOUR.fullmatch(colour)]
    yield from (f"{colour} of {whose} is no colour such as #A6192E" for colour in wrong)
    if len(given) == 2 and not wrong and contrast(*given) < LEAST:
        yield f"the ink of {whose} has less contrast on its fill than {LEAST} to 1"


def _gaps(table: Mapping[str, Any]) -> Iterator[str]:
    """Scores without a level, or with two; words that name two levels."""
    levels = table["levels"]
    for score in possible_scores(len(table["likelihood"]), len(table["impact"])):
        found = [entry["name"] for entry in levels if entry["low"] <= score <= entry["high"]]
        if len(found) != 1:
            yield f"the score {score} has {'no level' if not found else 'the levels ' + ' and '.join(found)}"
    for key in ("name", "word"):
        words = [entry[key].casefold() for entry in levels]
        if len(set(words)) < len(words):
            yield f"two levels have the same {key}"
