"""What stands in a line: runs of text, ratings, directions, links, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from papers.document.values import NodeError, check, check_colour, check_id, check_text


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. `figure` is the key of the value it shows, such as CS01/2013-12-31/actual."""

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    subscript: bool = False
    lang: str | None = None
    figure: str | None = None

    def __post_init__(self) -> None:
        check(self.text, "a run has no text")
        check_text(self.text)
        check(not (self.superscript and self.subscript), "a run is superscript and subscript at once")

    def joins(self, other: Run) -> bool:
        """Whether the two have the same look and neither is a figure, so that they are one run."""
        return self.figure is None and other.figure is None and self.look == other.look

    @property
    def look(self) -> tuple[bool, bool, bool, bool, str | None]:
        """How the text is set."""
        return self.bold, self.italic, self.superscript, self.subscript, self.lang


ChipShape = Literal["", "star", "circle", "triangle", "square", "diamond"]
CHIP_SHAPES: tuple[ChipShape, ...] = get_args(ChipShape)


@dataclass(frozen=True, slots=True)
class Chip:
    """A rating or a risk level: its word on a coloured ground (the word is always there, the colour never alone).

    `shape` stands before the word as decoration, where the scheme of ratings has one for it.
    """

    word: str
    fill: str
    ink: str
    figure: str | None = None
    shape: ChipShape = ""

    def __post_init__(self) -> None:
        check(self.word.strip(), "a chip has no word")
        check(self.shape in CHIP_SHAPES, f"{self.shape!r} is no shape of a chip")
        check_text(self.word)
        check_colour(self.fill)
        check_colour(self.ink)


Shape = Literal["up", "down", "level"]


@dataclass(frozen=True, slots=True)
class Travel:
    """Direction of travel: a shape (decoration) and the word that says the same."""

    word: str
    shape: Shape
    figure: str | None = None

    def __post_init__(self) -> None:
        check(self.word.strip(), "a direction has no word")
        check_text(self.word)
        check(self.shape in ("up", "down", "level"), f"{self.shape!r} is no shape")


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph or cell."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page on which the block `target` begins."""

    target: str

    def __post_init__(self) -> None:
        check_id(self.target)


@dataclass(frozen=True, slots=True)
class Link:
    """Runs that lead to a web address, an e-mail address ("mailto:...") or a block ("#id")."""

    runs: tuple[Run, ...]
    target: str

    def __post_init__(self) -> None:
        check(self.runs, "a link has no text")
        check_canonical(self.runs)
        check(re.match(r"(https?://|mailto:|#).", self.target), f"{self.target!r} is no address that a link may lead to")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note set at the foot of the page, called at this place."""

    inlines: tuple[Inline, ...]

    def __post_init__(self) -> None:
        check(self.inlines, "a footnote has no text")
        check_canonical(self.inlines)
        check(not any(isinstance(i, Footnote) for i in self.inlines), "a footnote stands in a footnote")


Inline = Run | Chip | Travel | LineBreak | PageNumber | Link | Footnote


def check_canonical(inlines: Iterable[Inline]) -> None:
    """NodeError where two runs of one look stand side by side."""
    before: Inline | None = None
    for each in inlines:
        if isinstance(before, Run) and isinstance(each, Run):
            check(not before.joins(each), f"two runs of one look stand side by side: {before.text!r}, {each.text!r}")
        before = each


def inlines(*parts: Inline | str) -> tuple[Inline, ...]:
    """The parts as a canonical tuple: strings become runs, empty ones vanish, neighbours of equal look are joined."""
    out: list[Inline] = []
    for part in parts:
        node = Run(part) if isinstance(part, str) and part else part
        if isinstance(node, str):
            continue
        last = out[-1] if out else None
        if isinstance(node, Run) and isinstance(last, Run) and last.joins(node):
            out[-1] = replace(last, text=last.text + node.text)
        else:
            out.append(node)
    return tuple(out)


def plain(parts: Iterable[Inline]) -> str:
    """The words of the inlines as one string: what is read aloud, without footnotes' texts, with breaks as spaces."""
    return "".join(_plain(part) for part in parts)


def _plain(part: Inline) -> str:
    match part:
        case Run(text=text):
            return text
        case Chip(word=word) | Travel(word=word):
            return word
        case Link(runs=runs):
            return plain(runs)
        case LineBreak():
            return " "
        case PageNumber() | Footnote():
            return ""
    raise NodeError(f"{part!r} is no inline node")
