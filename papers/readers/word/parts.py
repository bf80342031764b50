"""What a Word paragraph is made of while it is read: inlines, drawings among them, and fields and links that are open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from papers.document import Chip, Inline, Link, Run, Travel, inlines, plain
from papers.readers.word.looks import Look, specials
from papers.readers.word.names import PLACED

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

VARIANT = re.compile(r"~[0-9]+$")
"""Ends the name of a property that shows a figure in another wording than the first."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing among the words: its w:drawing element, which the block reader makes a picture or chart of."""

    element: Element


@dataclass(frozen=True, slots=True)
class Special:
    """Text of a chip or direction, which Word may have split over runs."""

    text: str
    look: Look


Part = Inline | Drawn


@dataclass
class Open:
    """A field or link that is open: a field's code, whether its result has begun, what it shows so far."""

    target: str | None = None
    code: str = ""
    showing: bool = True
    raw: list[Part | Special] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        """What it shows, with chips and directions whole."""
        out: list[Part] = []
        held: Special | None = None
        for part in [*self.raw, None]:
            if held and isinstance(part, Special) and part.look == held.look:
                held = Special(held.text + part.text, held.look)
                continue
            out += specials(held.text, held.look) if held else []
            held = part if isinstance(part, Special) else None
            out += [part] if part is not None and not isinstance(part, Special) else []
        return out


def only_inlines(parts: Iterable[Part], reading: Reading, where: str) -> tuple[Inline, ...]:
    """The inlines among the parts, canonical; a drawing there is reported. `where` completes "A picture in ..."."""
    out = []
    for part in parts:
        if isinstance(part, Drawn):
            reading.not_carried(f"A picture in {where}", alternative_of(part.element), "Give it a paragraph of its own.")
        else:
            out.append(part)
    return inlines(*out)


def alternative_of(drawing: Element) -> str:
    """The text alternative, or else the name, of a drawing; never nothing, for a chart must say something."""
    found = next(drawing.iter(f"{{{PLACED}}}docPr"), None)
    said = () if found is None else (found.get("descr"), found.get("name"))
    return next((each for each in said if each and each.strip()), "A drawing")


def as_run(part: Part) -> Run | str:
    """The part as what may stand in a link: a run, or its words."""
    match part:
        case Run():
            return part
        case Chip(word=word) | Travel(word=word):
            return word
        case Link(runs=runs):
            return plain(runs)
    return " "


def as_figure(parts: list[Part], key: str) -> list[Part]:
    """The field's result as one node that knows its figure; Word may have split its run."""
    key = VARIANT.sub("", key)
    runs = [part for part in parts if isinstance(part, Run)]
    if runs and len(runs) == len(parts):
        return [replace(runs[0], text="".join(run.text for run in runs), figure=key)]
    return [replace(part, figure=key) if isinstance(part, Chip | Travel) else part for part in parts]


def canonical(parts: list[Part]) -> list[Part]:
    """The parts with neighbouring runs of one look joined."""
    out: list[Part] = []
    words: list[Inline] = []
    for part in parts:
        if isinstance(part, Drawn):
            out += [*inlines(*words), part]
            words = []
        else:
            words.append(part)
    return [*out, *inlines(*words)]


def without_gap(words: list[Inline]) -> list[Inline]:
    """The words without the one space that Word puts after a note's mark."""
    first = words[0] if words else None
    if not isinstance(first, Run) or not first.text.startswith(" "):
        return words
    return words[1:] if first.text == " " else [replace(first, text=first.text[1:]), *words[1:]]
