"""Where a line may end: units of text that stay together, and the greedy filling of lines with them.

The places follow docs/page-measure.md, so that lines end where Word and LibreOffice end them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from papers.document import Chip, Inline, LineBreak, Travel
from papers.layout.placed import Piece, Tag
from papers.metrics import Face

OPPORTUNITY = re.compile(r"(?<=[^\s-]-)(?=[^\W\d_]|[£$€])|(?<=[\u2013\u2014])(?=.)|(?<=.)(?=\u2014)|(?<=[^\s/]/)(?=[^\W\d_])|(?<=//)(?=\w)")
SPLITTERS = frozenset("-\u2013\u2014/")
SLACK = 0.05
"""Points by which a line may be too wide: rounding in other programs' coordinates of a twentieth of a point."""


class Look(NamedTuple):
    """How text is drawn: its face, size, colour and how far it is raised."""

    face: Face
    size: float
    colour: str
    rise: float = 0.0

    def measure(self, text: str) -> float:
        """Its width in points."""
        return self.face.measure(text) * self.size / 1000


class NoteCall(NamedTuple):
    """The call of a footnote: its number in the document and the elements of its call and its text."""

    number: int
    inlines: tuple[Inline, ...]
    tag: Tag | None


class Number(NamedTuple):
    """A page number that is not known yet: of the page on which `target` begins."""

    target: str


class Follow(NamedTuple):
    """Text that leads somewhere: the link's target, all its words and its element."""

    target: str
    words: str
    tag: Tag | None


Mark = Chip | Travel | NoteCall | Number | Follow | LineBreak


class Atom(NamedTuple):
    """Text of one look that holds together. `joins`: no line ends before it; `spaced`: a space follows."""

    text: str
    width: float
    look: Look
    piece: Piece | None
    joins: bool
    spaced: bool
    mark: Mark | None = None


def words(text: str, look: Look, piece: Piece | None, *, joins: bool, mark: Mark | None = None) -> Iterator[Atom]:
    """The text as atoms; `joins` says whether its first word belongs to what stands before it."""
    parts = text.split(" ")
    last = len(parts) - 1
    for n, word in enumerate(parts):
        if n == last and not word and n:
            return
        pieces = OPPORTUNITY.split(word) if len(word) > 2 and not SPLITTERS.isdisjoint(word) else (word,)
        for k, part in enumerate(pieces):
            ends = k == len(pieces) - 1
            yield Atom(part, look.measure(part), look, piece, joins and n == k == 0, ends and n < last, mark)


def fill(atoms: list[Atom], limit: float) -> Iterator[list[Atom]]:
    """The atoms in lines no wider than `limit`, broken within a word only where a word alone is wider."""
    line: list[Atom] = []
    x = 0.0
    for unit in _units(atoms):
        width = _width(unit)
        if line and x + width > limit + SLACK:
            yield line
            line, x = [], 0.0
        if isinstance(unit[-1].mark, LineBreak):
            yield line + unit
            line, x = [], 0.0
            continue
        if width > limit + SLACK:
            *whole, rest = _crumbled(unit, limit)
            yield from whole
            line, width = rest, _width(rest)
        else:
            line = line + unit if line else unit
        x += width + (unit[-1].look.measure(" ") if unit[-1].spaced else 0.0)
    if line:
        yield line


def _units(atoms: list[Atom]) -> Iterator[list[Atom]]:
    unit: list[Atom] = []
    for atom in atoms:
        if unit and not atom.joins:
            yield unit
            unit = []
        unit.append(atom)
    if unit:
        yield unit


def _width(unit: list[Atom]) -> float:
    """Its width without the space after it."""
    if len(unit) == 1:
        return unit[0].width
    inner = sum(atom.look.measure(" ") for atom in unit[:-1] if atom.spaced)
    return sum(atom.width for atom in unit) + inner


def _crumbled(unit: list[Atom], limit: float) -> list[list[Atom]]:
    """A unit that is too wide for a line, cut between characters into lines that are not."""
    lines: list[list[Atom]] = [[]]
    x = 0.0
    for atom in unit:
        for start, text in _cut(atom, limit, x):
            part = atom._replace(text=text, width=atom.look.measure(text), spaced=atom.spaced and start + len(text) == len(atom.text))
            if x + part.width > limit + SLACK and lines[-1]:
                lines.append([])
                x = 0.0
            lines[-1].append(part)
            x += part.width
    return lines


def _cut(atom: Atom, limit: float, x: float) -> Iterator[tuple[int, str]]:
    """Where each stretch of the atom's text begins and its text, cut so that each fits on a line of which `x` is taken."""
    start, room = 0, limit - x
    for end in range(1, len(atom.text) + 1):
        if end > start + 1 and atom.look.measure(atom.text[start:end]) > room + SLACK:
            yield start, atom.text[start : end - 1]
            start, room = end - 1, limit
    yield start, atom.text[start:]
