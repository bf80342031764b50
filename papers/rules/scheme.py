"""Rating schemes out of their TOML files: the shipped ones, and a report's own, which may extend one of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from papers.dataset import SchemeText
from papers.errors import PapersError, Problem, problem
from papers.results import Scheme
from papers.rules.book import RuleBook
from papers.rules.building import build

SHIPPED = (
    "floor-standard",
    "tolerance-5",
    "tolerance-10",
    "tolerance-10-or-better-than-last-year",
    "star-circle-triangle",
    "brag",
    "share-and-count-gaps",
    "deviation",
)
"""The schemes that come with the program."""

NAMED = ("settings", "limits", "ranges")
"""The parts of a scheme that extend another's entry by entry."""


@cache
def shipped_book(name: str) -> RuleBook:
    """The shipped scheme of that name with its rules. KeyError where there is none."""
    return read_book(_shipped(name), {})


def shipped_scheme(name: str) -> Scheme:
    """The shipped scheme of that name. KeyError where there is none."""
    return shipped_book(name).scheme


def _shipped(name: str) -> SchemeText:
    if name not in SHIPPED:
        raise KeyError(name)
    return SchemeText(name, files("papers.rules").joinpath("schemes", f"{name}.toml").read_text(encoding="utf-8"))


def read_book(written: SchemeText, own: Mapping[str, SchemeText]) -> RuleBook:
    """The scheme that the text describes. It may extend a shipped one, or one of the report's `own`.

    PapersError with every problem of the text.
    """
    problems: list[Problem] = []
    table = _whole(written, own, problems, (written.name,))
    if not problems and table["name"] != written.name:
        why = f"it calls itself {table['name']}; its file's name is its name"
        problems.append(problem("scheme-unclear", written.place, value=written.name, why=why))
    if problems:
        raise PapersError(problems)
    return build(table, written.place)


def _whole(written: SchemeText, own: Mapping[str, SchemeText], problems: list[Problem], line: tuple[str, ...]) -> dict[str, Any]:
    """The scheme's table with everything that it takes from those it extends; `line` are the names on the way."""
    try:
        table = {"name": written.name, **tomllib.loads(written.text, parse_float=Decimal)}
    except tomllib.TOMLDecodeError as error:
        problems.append(problem("scheme-not-toml", written.place, value=written.name, why=str(error).lower()))
        return {}
    parent = table.pop("extends", None)
    if parent is None:
        return table
    known = isinstance(parent, str) and (parent in own or parent in SHIPPED)
    if not known or parent in line:
        why = "it extends itself" if parent in line else f"it extends {parent}, which is no scheme"
        problems.append(problem("scheme-unclear", written.place, value=written.name, why=why))
        return {}
    base = _whole(own[parent] if parent in own else _shipped(parent), own, problems, (*line, parent))
    return _extended(base, table)


def _extended(base: dict[str, Any], table: dict[str, Any]) -> dict[str, Any]:
    """The table over its base: named entries one by one, bands by their words, rules for what they serve."""
    merged = {**base, "version": "1", **table}
    for part in NAMED:
        merged[part] = _entries(base.get(part, {}), table.get(part, {}))
    for part, join in (("bands", _bands), ("rules", _rules)):
        if _is_list(base.get(part)) and _is_list(table.get(part)):
            merged[part] = join(base[part], table[part])
    return merged


def _is_list(part: Any) -> bool:  # noqa: ANN401 - what a file holds; building says what is wrong with it
    return isinstance(part, list) and all(isinstance(each, dict) for each in part)


def _entries(base: Any, table: Any) -> Any:  # noqa: ANN401 - what a file holds; building says what is wrong with it
    """The entries of both; a bare value in the place of an entry changes only its value."""
    if not isinstance(base, dict) or not isinstance(table, dict):
        return table
    changed = {name: each if isinstance(each, dict) else {"value": each, "chosen": True} for name, each in table.items()}
    return {**base, **{name: {**base.get(name, {}), **each} for name, each in changed.items()}}


def _bands(base: list[dict[str, Any]], table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The table's bands in its order, each with what the base says of the same word; the base's order where no word is new."""
    known = {str(each.get("word")): each for each in base}
    given = {str(each.get("word")): {**known.get(str(each.get("word")), {}), **each} for each in table}
    return [given.get(word, each) for word, each in known.items()] if given.keys() <= known.keys() else list(given.values())


def _rules(base: list[dict[str, Any]], table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The table's rules, then the base's for what none of them serves without a condition."""
    plain = [each for each in table if not {"units", "from", "until"} & each.keys()]
    served = [polarity for each in plain for polarity in _served(each)]
    left = [{**each, "for": [polarity for polarity in _served(each) if polarity not in served]} for each in base]
    return [*table, *(each for each in left if each["for"])]


def _served(rule: dict[str, Any]) -> list[Any]:
    """The polarities that the rule names."""
    found = rule.get("for")
    return found if isinstance(found, list) else []
