"""Inlines in a style and a width: lines of fragments, with what they show beside text (grounds, shapes, links, notes)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from papers.document import Chip, Footnote, Inline, LineBreak, Link, PageNumber, Run, Travel, plain
from papers.house import Style
from papers.layout.breaking import Atom, Follow, Look, Mark, NoteCall, Number, fill, words
from papers.layout.placed import Box, LinkArea, Piece, PlacedPage, Polygon, Rule, Tag, Text
from papers.layout.shapes import WIDE, direction_shape, rating_shape
from papers.layout.spoken import expanded
from papers.metrics import Face, face

NBSP = "\u00a0"
SHAPES = {"up": "▲", "down": "▼", "level": "■"}
SHAPE_COLOURS = {"up": "#00693E", "down": "#A6192E", "level": "#4A5560"}
SHORT = 60
"""Characters of a text that is tried as one line before it is parted into words."""
RAISED = 0.62
"""Size of raised and lowered text in sizes of the text around it."""


@dataclass(slots=True)
class Notes:
    """Numbers the footnotes of a document in the order of their calls."""

    count: int = 0

    def next(self) -> int:
        """The next note's number."""
        self.count += 1
        return self.count


class Ink(NamedTuple):
    """What all inlines of a paragraph share: its style, its element (None: decoration), links' colour and the notes' numbers."""

    style: Style
    tag: Tag | None
    link_colour: str
    notes: Notes


class Line(NamedTuple):
    """One line: its atoms, its width without a space at its end, its height, the notes called in it, and its style's face."""

    atoms: list[Atom]
    width: float
    height: float
    size: float
    notes: list[NoteCall]
    face: Face


def set_lines(inlines: Sequence[Inline], ink: Ink, limit: float, *, bold: bool = False) -> list[Line]:
    """The inlines in lines of at most `limit` points; empty inlines make one empty line."""
    style = replace(ink.style, bold=True) if bold else ink.style
    setter = _Setter(ink._replace(style=style))
    short = setter.short(inlines, limit)
    if short:
        return [_line([short], style)]
    atoms = setter.atoms(inlines)
    made = [_line(each, style) for each in fill(atoms, limit)]
    return made or [_line([], style)]


def _line(atoms: list[Atom], style: Style) -> Line:
    size = max([style.size if atom.look.rise else atom.look.size for atom in atoms], default=style.size)
    width = sum([atom.width for atom in atoms]) + sum([atom.look.measure(" ") for atom in atoms[:-1] if atom.spaced])
    natural = face(style.font)
    notes = [atom.mark for atom in atoms if isinstance(atom.mark, NoteCall)]
    return Line(atoms, width, max(style.line, size * natural.line), size, notes, natural)


class _Setter:
    """Turns inlines into atoms, knowing whether the text so far ended in a space and which piece is open."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.piece: Piece | None = None
        self.open = False

    def atoms(self, inlines: Iterable[Inline]) -> list[Atom]:
        """All atoms of the inlines."""
        return [atom for inline in inlines for atom in self._of(inline)]

    def short(self, inlines: Sequence[Inline], limit: float) -> Atom | None:
        """One plain run that fits on one line, as most cells of tables are, as one atom; None for all else."""
        if len(inlines) != 1 or not isinstance(inlines[0], Run) or len(inlines[0].text) > SHORT:
            return None
        run = inlines[0]
        look = self._look(run)
        width = look.measure(run.text)
        return Atom(run.text, width, look, self._own(run), joins=False, spaced=False) if width <= limit else None

    def _of(self, inline: Inline) -> Iterable[Atom]:
        match inline:
            case Run():
                return self._run(inline, self._own(inline), None)
            case Link():
                return self._link(inline)
            case Chip():
                return self._chip(inline)
            case Travel():
                return self._travel(inline)
            case PageNumber(target=target):
                return self._one("00", self._look(), self._own(), Number(target))
            case LineBreak():
                made = Atom("", 0.0, self._look(), self._own(), joins=True, spaced=True, mark=inline)
                self.open = False
                return [made]
            case Footnote():
                return self._call(inline)
        raise TypeError(f"{inline!r} is no inline node")

    def _own(self, run: Run | None = None) -> Piece | None:
        """The piece that text belongs to now: the paragraph's own, or a span's with a language or a spoken form of its own."""
        if self.ink.tag is None:
            return None
        spoken = expanded(run.text) if run and len(run.text) <= SHORT else None
        if run and (run.lang or spoken):
            self.piece = None
            return Tag("Span", self.ink.tag, lang=run.lang, spoken=spoken).piece()
        self.piece = self.piece or self.ink.tag.piece()
        return self.piece

    def _look(self, run: Run | None = None, *, bold: bool = False, colour: str | None = None) -> Look:
        style = self.ink.style
        heavy = bold or style.bold or (run is not None and run.bold)
        italic = style.italic or (run is not None and run.italic)
        raised = run is not None and (run.superscript or run.subscript)
        rise = style.size * (0.0 if not raised else 0.33 if run and run.superscript else -0.12)
        size = style.size * RAISED if raised else style.size
        return Look(face(style.font, bold=heavy, italic=italic), size, colour or style.colour, rise)

    def _run(self, run: Run, piece: Piece | None, mark: Mark | None, colour: str | None = None) -> list[Atom]:
        made = list(words(run.text, self._look(run, colour=colour), piece, joins=self.open, mark=mark))
        self.open = not run.text.endswith(" ")
        return made

    def _one(self, text: str, look: Look, piece: Piece | None, mark: Mark, extra: float = 0.0) -> list[Atom]:
        made = Atom(text, look.measure(text) + extra, look, piece, self.open, spaced=False, mark=mark)
        self.open = True
        return [made]

    def _link(self, link: Link) -> list[Atom]:
        tag = Tag("Link", self.ink.tag) if self.ink.tag else None
        inner = _Setter(self.ink._replace(tag=tag))
        inner.open = self.open
        mark = Follow(link.target, plain(link.runs), tag)
        made = [atom for run in link.runs for atom in inner._run(run, inner._own(run), mark, self.ink.link_colour)]
        self.piece, self.open = None, inner.open
        return made

    def _chip(self, chip: Chip) -> list[Atom]:
        look = self._look(bold=True, colour=chip.ink)
        return self._one(chip.word, look, self._own(), chip, 2 * look.measure(NBSP) + _shape_width(chip, look))

    def _travel(self, travel: Travel) -> list[Atom]:
        look = self._look()
        lead = look.measure(SHAPES[travel.shape] + NBSP)
        first, *rest = words(travel.word, look, self._own(), joins=self.open)
        self.open = True
        return [first._replace(width=first.width + lead, mark=travel), *rest]

    def _call(self, note: Footnote) -> list[Atom]:
        number = self.ink.notes.next()
        tag = None
        piece = None
        if self.ink.tag:
            piece = Tag("Reference", self.ink.tag).piece()
            tag = Tag("Note", self.ink.tag)
            tag.id = f"note-{number}"
            self.piece = None
        look = self._look(Run("1", superscript=True))
        self.open = True
        text = str(number)
        return [Atom(text, look.measure(text), look, piece, joins=True, spaced=False, mark=NoteCall(number, note.inlines, tag))]


def draw_line(line: Line, page: PlacedPage, x: float, top: float) -> None:
    """Place the line with its left end at x and its top at `top`: grounds and shapes first, then its text."""
    baseline = top + (line.height - line.size * line.face.line) / 2 + line.size * line.face.baseline
    texts: list[Text] = []
    for group, start, end in _groups(line.atoms, x):
        first = group[0]
        shift = _decorate(first, page, start, end, baseline)
        text = "".join([atom.text + " " if atom.spaced else atom.text for atom in group])
        if text:
            texts.append(
                Text(start + shift, baseline - first.look.rise, text, first.look.face, first.look.size, first.look.colour, first.piece)
            )
    page.items.extend(texts)


def _groups(atoms: list[Atom], x: float) -> Iterable[tuple[list[Atom], float, float]]:
    """Neighbouring atoms of one look, piece and mark, with where they begin and end (without a space at the end)."""
    group: list[Atom] = []
    start = end = x
    for atom in atoms:
        first = group[0] if group else None
        if first and not (atom.look == first.look and atom.piece is first.piece and atom.mark == first.mark and _plain_mark(atom.mark)):
            yield group, start, end
            group, start = [], x
        group.append(atom)
        end = x + atom.width
        x = end + (atom.look.measure(" ") if atom.spaced else 0.0)
    if group:
        yield group, start, end


def _shape_width(chip: Chip, look: Look) -> float:
    """What a rating's shape and the space after it add to its chip."""
    return WIDE[chip.shape] * look.size + look.measure(NBSP) if chip.shape else 0.0


def _plain_mark(mark: Mark | None) -> bool:
    return mark is None or isinstance(mark, Follow)


def _decorate(atom: Atom, page: PlacedPage, start: float, end: float, baseline: float) -> float:
    """Draw what stands behind or before the text; how far the text moves right for it."""
    look, mark = atom.look, atom.mark
    if isinstance(mark, Chip):
        height = look.size * 1.2
        page.items.append(Box(start - 1, baseline - look.size * 0.96, end - start + 2, height, mark.fill, 2.5))
        corners = rating_shape(mark.shape, start + look.measure(NBSP), baseline, look.size)
        page.items.extend([Polygon(corners, look.colour)] if corners else [])
        return look.measure(NBSP) + _shape_width(mark, look)
    if isinstance(mark, Travel):
        page.items.append(Polygon(direction_shape(mark.shape, start, baseline, look.size), SHAPE_COLOURS[mark.shape]))
        return look.measure(SHAPES[mark.shape] + NBSP)
    if isinstance(mark, Follow):
        page.items.append(Rule(start, baseline + 1.6, end, baseline + 1.6, 0.6, look.colour))
        if mark.tag:
            page.links.append(LinkArea(start, baseline - look.size, end - start, look.size * 1.3, mark.target, mark.words, mark.tag))
    return 0.0


def resolved(line: Line, page_of: Mapping[str, int]) -> Line:
    """The line with its page numbers filled in. KeyError for a target that stands nowhere."""
    atoms = [_numbered(atom, page_of) for atom in line.atoms]
    change = sum(new.width - old.width for new, old in zip(atoms, line.atoms, strict=True))
    return line._replace(atoms=atoms, width=line.width + change)


def _numbered(atom: Atom, page_of: Mapping[str, int]) -> Atom:
    if not isinstance(atom.mark, Number):
        return atom
    text = str(page_of[atom.mark.target])
    return atom._replace(text=text, width=atom.look.measure(text))


def waits(line: Line) -> bool:
    """Whether the line holds a page number that isn't known yet."""
    return any(isinstance(atom.mark, Number) for atom in line.atoms)
