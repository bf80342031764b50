"""Every kind of problem, its sentence, its fix and its exit code, in one table.

A problem is found by code anywhere below; its words come from here alone, so that a kind reads the same wherever it is
found, can be documented and can be tested. `problem("missing-column", place, column="period_end")` makes one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "contradiction", "advice"]

LEVELS: tuple[Level, ...] = ("error", "contradiction", "advice")
"""Most serious first. An error builds nothing; a contradiction builds and is noted; advice is advice."""

EXIT_GOOD = 0
EXIT_ERRORS = 1
EXIT_USAGE = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its level, its sentence and what to do, both with {names} to fill."""

    level: Level
    sentence: str
    fix: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands: a file, in it a sheet, a row (the header is row 1), a column by its name, or a block of a paper."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    block: str | None = None

    def __str__(self) -> str:
        parts = [self.file, self.sheet and f"sheet {self.sheet}", self.row and f"row {self.row}", self.column and f"column {self.column}"]
        return ", ".join(str(part) for part in [*parts, self.block] if part)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem on its place, worded. `value` is what stands there, `data` what the data says instead."""

    level: Level
    code: str
    place: Place
    message: str
    fix: str
    value: str | None = None
    verdict: str | None = None
    data: str | None = None

    def as_json(self) -> dict[str, object]:
        """The problem with the keys of the schema papers.check/1."""
        where = {name: getattr(self.place, name) for name in ("file", "sheet", "row", "column", "block")}
        said = {"value": self.value, "message": self.message, "fix": self.fix, "verdict": self.verdict, "data": self.data}
        return {"level": self.level, "code": self.code, **where, **said}


class PapersError(Exception):
    """Work that stops, with every problem that stopped it (never only the first)."""

    exit_code = EXIT_ERRORS

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{p.place}: {p.message} {p.fix}".lstrip(": ") for p in self.problems))


KINDS: dict[str, Kind] = {
    # --- files and folders
    "no-such-file": Kind("error", "There is no {name}.", "Check the name, or make the file."),
    # --- commands
    "already-there": Kind("error", "{name} is there already.", "Choose another name, or move what is there."),
    "no-such-paper": Kind("error", "There is no paper or section called {name}.", "Choose from: {choices}."),
    "not-writable": Kind("error", "The folder {name} can't be written to.", "Choose another folder with --out, or ask for the right to write there."),
    "open-elsewhere": Kind("error", "{name} can't be replaced: it is open in another program.", "Close it in Word or the PDF reader and build again."),
    "still-awaited": Kind("error", "{what} is awaited{owner}.", "Fill it in, or build a draft without --final."),
    # --- Markdown
    "markdown-unsupported": Kind("error", "{what} can't be carried into a paper: {value}", "{how}"),
    "markdown-nesting": Kind("error", "Marks stand too deep in each other: {value}", "Write the text with fewer marks."),
    "markdown-comment": Kind("advice", "A comment is left out of the paper: {value}", "Take it out if it is done with."),
    "markdown-control-character": Kind("error", "The text holds the control character {value}.", "Delete it and type the words again."),
    "markdown-heading-level": Kind("error", "A heading of level {value} is deeper than a paper goes.", "Use at most four # signs."),
    "markdown-heading-jump": Kind("error", "A heading of level {value} follows one of level {before}.", "Go down one level at a time."),
    "markdown-heading-empty": Kind("error", "A heading has no words.", "Write its words after the # signs, or delete it."),
    "markdown-list-depth": Kind("error", "A list stands more than three deep: {value}", "Use at most three levels of lists."),
    "markdown-list-item": Kind("error", "{what} stands in a list item: {value}", "A list item holds its words and one list under them."),
    "markdown-list-empty": Kind("error", "A list item has no words.", "Write its words on the line of its bullet, or delete it."),
    "markdown-list-start": Kind("error", "A numbered list begins with {value}.", "Begin with 1, or write the numbers into headings."),
    "markdown-table": Kind("error", "This looks like a table but is none: {value}", "Give the header and the line of dashes the same columns."),
    "markdown-table-cells": Kind("error", "This row of a table and its header differ: {value} against {columns} cells.", "Give the row as many cells."),
    "markdown-table-title": Kind("error", "A table's title holds more than plain words: {value}", "Put notes and links into the table or the text."),
    "markdown-link": Kind("error", "A link leads to {value}.", "Begin with https://, mailto: or # and a part of the paper."),
    "markdown-link-title": Kind("advice", "A link's title is left out: {value}", "Say it in the text."),
    "markdown-link-text": Kind("error", "A link to {value} has no words or holds more than words.", "Write plain words between the brackets."),
    "markdown-note-missing": Kind("error", "The footnote {value} is called but not written.", "Write a line that begins [^{value}]: below the text."),
    "markdown-note-unused": Kind("error", "The footnote {value} is never called.", "Write [^{value}] in the text where it belongs, or delete it."),
    "markdown-note-twice": Kind("error", "Two footnotes are called {value}.", "Give each its own name."),
    "markdown-note-empty": Kind("error", "The footnote {value} has no text.", "Write it after the colon."),
    "markdown-note-nested": Kind("error", "A footnote calls the footnote {value}.", "Write both in one."),
    "markdown-picture-alt": Kind("error", "The picture {value} has no text alternative.", "Say what it shows: ![words]({value})."),
    "markdown-picture-place": Kind("error", "The picture {value} stands in a sentence.", "Give it a paragraph of its own."),
    "markdown-picture-missing": Kind("error", "There is no picture {value}.", "Put the file beside the text, or correct its name."),
    "markdown-picture-outside": Kind("error", "The picture {value} is not in the report's folder.", "Copy it beside the text."),
    "markdown-picture-file": Kind("error", "The picture {value} can't be used: {why}.", "Save it as PNG or JPEG."),
    # --- the house template
    "house-not-word": Kind(
        "error", "This is no Word file that can serve as a house template: {value}.", "Start from the shipped templates/house.docx."
    ),
    "house-style-missing": Kind(
        "error", "The house template has no style {value!r}.", "Add the style in Word under this name (docs/house-style.md lists them all)."
    ),
    "house-field-unknown": Kind(
        "error",
        "The {part} of the house template has the field {value!r}, which papers can't show.",
        "Use text, a tab, PAGE, NUMPAGES, TITLE, STYLEREF or one of the DOCPROPERTY names in docs/house-style.md.",
    ),
    # --- Word files
    "word-refused": Kind("error", "The Word file is refused: {why}.", "{how}"),
    "word-not-carried": Kind("error", "{what} can't be carried into a paper: {value}", "{how}"),
    "word-words-kept": Kind("advice", "{what} is read as the words that it shows: {value}", "{how}"),
    "word-left-out": Kind("advice", "{what} is left out of the paper: {value}", "{how}"),
    "word-heading-level": Kind("error", "A heading of level {value} is deeper than a paper goes.", "Use the styles Heading 1 to Heading 4."),
    "word-heading-jump": Kind("error", "A heading of level {value} follows one of level {before}.", "Go down one level at a time."),
    "word-list-depth": Kind("error", "A list stands more than three deep: {value}", "Use at most three levels of lists."),
    "word-list-start": Kind("advice", "A numbered list goes on from an earlier one; it will begin with 1 again: {value}", "Join the two lists, or type the numbers."),
    "word-table-header": Kind("advice", "A table has no header row; its first row is taken for one: {value}", "In Word, under Table Layout, choose Repeat Header Rows."),
    "word-table-title": Kind("advice", "A table has no title: {value}", "Write a line in the style Caption just above it."),
    "word-picture-alt": Kind("error", "A picture has no text alternative.", "In Word, choose View Alt Text and say what it shows, or mark it as decorative."),
    "word-link": Kind("error", "A link leads to {value}.", "Lead to an address that begins with https:// or mailto:, or to a place in the paper."),
    "word-not-ours": Kind("error", "The Word file does not make a paper: {why}.", "{how}"),
}
"""Every kind by its code. docs/problems.md is written from it and a test keeps the two alike."""


def problem(code: str, place: Place = NOWHERE, *, value: str | None = None, data: str | None = None, **words: object) -> Problem:
    """The problem of kind `code` on `place`, its sentence and fix filled with `words` and `value`. KeyError for an unknown code."""
    kind = KINDS[code]
    filled = {"value": value, "data": data, **words}
    return Problem(kind.level, code, place, kind.sentence.format(**filled), kind.fix.format(**filled), value=value, data=data)
