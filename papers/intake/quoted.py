"""Texts that may tell a suppressed number: nobody but their author can say whether they do, so they are reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from papers.dataset import Narrative, Placed
from papers.document import AuthoredBlock, Bullets, Cell, Footnote, Heading, Inline, Paragraph, Table, plain
from papers.errors import Place
from papers.intake.findings import Findings

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""Numbers that texts write in words."""

LONGER = re.compile(r"[^\W\d_]{5,}")
"""Words that are long enough to tell what a text is about."""

Owner = tuple[str, str]
"""Whose figure it is: "indicator" or "table", and its id."""

Subject = tuple[str, frozenset[str]]
"""The section that it stands in, and the words that tell what it counts."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A suppressed figure: whose it is, its number, and where it stood."""

    owner: Owner
    number: Decimal
    place: Place


def report_quoted(parts: Mapping[str, Any], narrative: Iterable[Narrative], told: Iterable[Withheld], findings: Findings) -> None:
    """Report each text on an indicator or a table that holds a number which is suppressed of it.

    An indicator's own commentary and all notes are on it; a text of its section is where it has a word of its title or of what its
    series are called, and any other text where it names it.
    """
    numbers: defaultdict[Owner, set[Decimal]] = defaultdict(set)
    for each in told:
        numbers[each.owner].add(each.number)
    if not numbers:
        return
    written = [(part, [words for block in part.blocks if not isinstance(block, Placed) for words in _texts(block)]) for part in narrative]
    subjects = _subjects(parts)
    for owner, title, notes in _owners(parts):
        if owner in numbers:
            pattern = _pattern(numbers[owner])
            for words, place in (*notes, *_on(owner, title, subjects[owner], written)):
                if pattern.search(words):
                    findings.add("small-number-told", place, name=title)


def _owners(parts: Mapping[str, Any]) -> Iterator[tuple[Owner, str, list[tuple[str, Place]]]]:
    """Whose figures there are, with the title and the notes of each."""
    by_indicator: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
    for each in parts["observations"]:
        by_indicator[each.indicator] += [(each.note, each.place), *((value.note, each.place) for value in each.values.values())]
    for one in parts["indicators"]:
        yield ("indicator", one.id), one.name, [(one.note, one.place), *by_indicator[one.id]]
    for table in parts["tables"]:
        rows = [(row.note, table.place) for row in table.rows]
        cells = [(cell.value.note, cell.value.place) for row in table.rows for cell in row.cells if cell]
        yield ("table", table.id), table.title, [*((note, table.place) for note in table.notes), *rows, *cells]


def _subjects(parts: Mapping[str, Any]) -> Mapping[Owner, Subject]:
    """The section of each indicator and table, and the words that tell what it counts."""
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for each in parts["series"]:
        labels[each.indicator].append(each.label)
    indicators = {
        ("indicator", one.id): (one.section, _telling(one.title, one.short_title, *labels[one.id])) for one in parts["indicators"]
    }
    rows = {table.id: [row.label for row in table.rows] for table in parts["tables"]}
    return indicators | {("table", one.id): (one.section, _telling(one.title, *rows[one.id])) for one in parts["tables"]}


def _telling(*texts: str) -> frozenset[str]:
    """The longer words of the texts."""
    return frozenset(word.casefold() for text in texts for word in LONGER.findall(text))


def _on(owner: Owner, title: str, subject: Subject, written: Iterable[tuple[Narrative, list[str]]]) -> Iterator[tuple[str, Place]]:
    """The texts on it: each with its place."""
    section, telling = subject
    for part, texts in written:
        own = owner[0] == "indicator" and part.key.startswith(f"indicator/{owner[1]}/")
        near = part.key == f"section/{section}" or part.key.startswith(f"section/{section}/")
        for words in texts:
            if own or title.casefold() in words.casefold() or (near and not telling.isdisjoint(_telling(words))):
                yield words, part.place


def _pattern(numbers: Iterable[Decimal]) -> re.Pattern[str]:
    """What finds any of the numbers, in digits or in words, and no other number that has it among its digits."""
    digits = [re.escape(f"{number:f}") for number in numbers] + [re.escape(f"{number:,f}") for number in numbers]
    words = [WORDS[int(number)] for number in numbers if number == int(number) and 0 <= number < len(WORDS)]
    return re.compile(rf"(?<![\w.,/])(?:{'|'.join(sorted({*digits, *words}))})(?![\w/%]|[.,]\d)", re.IGNORECASE)


def _texts(block: AuthoredBlock) -> Iterator[str]:
    """The words of the block, piece by piece."""
    match block:
        case Paragraph(inlines=parts) | Heading(inlines=parts):
            yield from _words(parts)
        case Bullets(items=items):
            for item in items:
                yield from _words(item.inlines)
                yield from _texts(item.nested) if item.nested else ()
        case Table(rows=rows):
            yield from (words for row in rows for cell in row.cells for words in _of_cell(cell))


def _of_cell(cell: Cell) -> Iterator[str]:
    yield from _words(cell.inlines)


def _words(parts: Iterable[Inline]) -> Iterator[str]:
    """The words as one text, then those of each footnote."""
    held = tuple(parts)
    yield plain(held)
    yield from (plain(part.inlines) for part in held if isinstance(part, Footnote))
