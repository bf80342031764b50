"""Runs of a Word file as runs, chips and directions: what a run's properties and character style say of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.document import Chip, ChipShape, Inline, Run, Shape, Travel
from papers.readers.word.names import at, is_on, val, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

CHIP, DIRECTION = "chip", "direction"
SHAPE_OF: dict[str, Shape] = {"▲": "up", "▼": "down", "■": "level"}
"""What the house draws for each shape (papers.house.SHAPES), turned about."""

CHIP_SHAPE_OF: dict[str, ChipShape] = {"★": "star", "●": "circle", "▲": "triangle", "■": "square", "◆": "diamond"}
"""What the house writes for a rating's shape (papers.house.CHIP_MARKS), turned about."""

TRAVEL = re.compile("([▲▼■])\u00a0?((?:(?![▲▼■]\u00a0).)*)")
GAP = "\u00a0"
"""Stands between a direction's shape and its word, and inside a chip's edges."""

CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
WHITE = re.compile("[\t\n\r]")


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a run of text, as far as a paper keeps it."""

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    subscript: bool = False
    lang: str | None = None
    special: str = ""
    fill: str = ""
    ink: str = ""


PLAIN = Look()


def look_of(properties: Element | None, reading: Reading) -> Look:
    """The look that a run's properties give."""
    if properties is None:
        return PLAIN
    style = val(properties, "rStyle")
    name = reading.styles.name(style) if style else ""
    if name == DIRECTION:
        return Look(special=name)
    if name == CHIP:
        return Look(special=name, fill=_colour(at(properties, "shd"), "fill"), ink=_colour(at(properties, "color"), "val"))
    raised = val(properties, "vertAlign")
    return Look(
        _toggle(properties, "b", style, reading),
        _toggle(properties, "i", style, reading),
        raised == "superscript",
        raised == "subscript",
        _language(properties, reading),
    )


def _toggle(properties: Element, name: str, style: str | None, reading: Reading) -> bool:
    said = is_on(properties, name)
    return reading.styles.character_toggle(style, name) if said is None else said


def _language(properties: Element, reading: Reading) -> str | None:
    """The run's own language. In an officer's file, the English of Word's spelling checker is no statement about the text."""
    found = val(properties, "lang")
    if not found or found == reading.language:
        return None
    return found if reading.exact or found.partition("-")[0] != (reading.language or "en").partition("-")[0] else None


def _colour(element: Element | None, name: str) -> str:
    found = (element.get(w(name)) or "") if element is not None else ""
    return f"#{found.upper()}" if re.fullmatch("[0-9A-Fa-f]{6}", found) else ""


def text_of(element: Element) -> str:
    """The text of a w:t as Word shows it: white space at its ends only counts where it is preserved."""
    text = WHITE.sub(" ", element.text or "")
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return CONTROL.sub("", text if kept else text.strip(" "))


def shown(text: str, look: Look) -> Run:
    """The text in its look as a run."""
    return Run(text, look.bold, look.italic, look.superscript, look.subscript, look.lang)


def specials(text: str, look: Look) -> list[Inline]:
    """The text of chips or directions, which may stand side by side. A chip without colours is its words, as is a direction without a shape."""
    if look.special == CHIP and look.fill and look.ink:
        found: list[Inline] = [_chip(word, look) for word in _padded(text) if word.strip()]
        if not text.strip(GAP):
            return []  # the padding around a chip that is a field
    else:
        found = [Travel(each[2], SHAPE_OF[each[1]]) for each in TRAVEL.finditer(text) if look.special == DIRECTION and each[2].strip()]
    return found or [Run(text)]


def _chip(words: str, look: Look) -> Chip:
    """The chip of the words, which may begin with its shape."""
    shape = CHIP_SHAPE_OF.get(words[0], "") if words[1:2] == GAP and words[2:].strip() else ""
    return Chip(words[2:] if shape else words, look.fill, look.ink, shape=shape)


def _padded(text: str) -> list[str]:
    """The words between no-break spaces, which pad each chip on both sides."""
    if text.startswith(GAP) and text.endswith(GAP) and len(text) > 2:
        return [word.strip(GAP) for word in text[1:-1].split(GAP + GAP)]
    return [text.strip(GAP)]


def is_hidden(properties: Element | None) -> bool:
    """Whether Word hides the run's text on paper."""
    return bool(is_on(properties, "vanish"))


def struck(properties: Element | None) -> bool:
    """Whether the run is struck out."""
    return bool(is_on(properties, "strike") or is_on(properties, "dstrike"))
