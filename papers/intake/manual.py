"""The documentation's tables of columns, written from the one table of columns so that they can't go stale."""

from __future__ import annotations

import re
from collections.abc import Iterable

from papers.intake.columns import BY_NAME, MEANING, SETTINGS, Column, Setting, TableSpec
from papers.intake.columns import WIDE as WIDE_OBSERVATIONS
from papers.intake.vocabulary import MARKERS, SUBJECTS, UNITS, WORDS

MARK = re.compile(r"(<!-- (?P<name>[a-z_ ]+): written by papers\.intake\.manual -->\n).*?(<!-- end -->)", re.DOTALL)


def fill(page: str) -> str:
    """The page with every marked stretch written anew. KeyError for a mark that names nothing."""
    return MARK.sub(lambda found: f"{found[1]}\n{part(found['name'])}\n{found[3]}", page)


def part(name: str) -> str:
    """The Markdown of one stretch: a table's columns by its name, or `settings`, `units` and so on."""
    if name in BY_NAME:
        return of_table(BY_NAME[name])
    if name == "wide observations":
        return of_table(WIDE_OBSERVATIONS)
    return of_settings() if name == "settings" else _vocabulary()[name]


def _vocabulary() -> dict[str, str]:
    """The Markdown of the stretches that are no tables of columns."""
    return {
        "markers": _grid(("marker", "meaning"), ((f"`[{name}]`", meaning) for name, meaning in MARKERS.items())),
        "words": _grid(("word", "meaning"), ((f"`{word}`", meaning) for word, meaning in WORDS.items())),
        "subjects": _grid(("subject", "what is counted"), ((f"`{name}`", meaning) for name, meaning in SUBJECTS.items())),
        "units": ", ".join(f"`{unit}`" for unit in UNITS) + "\n",
        "kinds of cells": _grid(("kind", "what a cell may hold"), MEANING.items()),
    }


def of_table(table: TableSpec) -> str:
    """What a table is for, and its columns."""
    rows = ((f"`{column.name}`", column.kind, explained(column), _code(column.example)) for column in table.columns)
    return f"{table.meaning}\n\n{_grid(('column', 'kind', 'meaning', 'example'), rows)}"


def of_settings() -> str:
    """The keys of report.toml."""
    rows = ((f"`[{key.part}]`", f"`{key.name}`", key.kind, explained(key), _code(in_toml(key))) for key in SETTINGS)
    return _grid(("part", "key", "kind", "meaning", "example"), rows)


def in_toml(setting: Setting) -> str:
    """The setting's example as report.toml has it."""
    if setting.kind == "list":
        return "[" + ", ".join(f'"{item}"' for item in setting.example.split(" | ")) + "]"
    return f'"{setting.example}"'


def explained(thing: Column | Setting) -> str:
    """The meaning of a column or key, with what it allows, its default and whether it is needed, in one line."""
    said = [thing.meaning]
    if thing.kind == "choice":
        said.append(f"One of: {', '.join(thing.allowed)}.")
    if thing.default:
        said.append(f"Empty: {thing.default}.")
    if thing.required:
        said.append("Required.")
    return " ".join(said)


def _code(example: str) -> str:
    return f"`{example}`" if example else ""


def _grid(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = tuple(header)
    lines = [names, tuple("---" for _ in names), *rows]
    escaped = ((cell.replace("|", "\\|") for cell in line) for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in escaped)
