"""Runs of a Word file as runs, chips and directions: what a run's properties and character style say of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.document import Chip, ChipShape, Inline, Run, Shape, Travel
from papers.readers.word.names import OFF, VAL, at, w

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


Said = Mapping[str, "Element"]
"""A run's properties by their names, each looked for often."""

NOTHING: Said = {}
STYLE, BOLD, ITALIC, RAISED, LANGUAGE = (w(name) for name in ("rStyle", "b", "i", "vertAlign", "lang"))
SHADE, COLOUR, VANISH, STRIKES = w("shd"), w("color"), w("vanish"), (w("strike"), w("dstrike"))


def said_of(run: Element) -> Said:
    """What a run's properties say."""
    properties = at(run, "rPr")
    return NOTHING if properties is None else {str(each.tag): each for each in properties}


def look_of(said: Said, reading: Reading) -> Look:
    """The look that a run's properties give."""
    if not said:
        return PLAIN
    style = _value(said, STYLE)
    name = reading.styles.name(style) if style else ""
    if name == DIRECTION:
        return Look(special=name)
    if name == CHIP:
        return Look(special=name, fill=_colour(said.get(SHADE), "fill"), ink=_colour(said.get(COLOUR), "val"))
    raised = _value(said, RAISED)
    return Look(
        _toggle(said, BOLD, "b", style, reading),
        _toggle(said, ITALIC, "i", style, reading),
        raised == "superscript",
        raised == "subscript",
        _language(said, reading),
    )


def _value(said: Said, name: str) -> str | None:
    found = said.get(name)
    return None if found is None else found.get(VAL)


def _is_on(said: Said, name: str) -> bool | None:
    """Whether a toggle property is on, off, or not there (None)."""
    found = said.get(name)
    return None if found is None else found.get(VAL, "1") not in OFF


def _toggle(said: Said, name: str, short: str, style: str | None, reading: Reading) -> bool:
    own = _is_on(said, name)
    return reading.styles.character_toggle(style, short) if own is None else own


def _language(said: Said, reading: Reading) -> str | None:
    """The run's own language. In an officer's file, the English of Word's spelling checker is no statement about the text."""
    found = _value(said, LANGUAGE)
    if not found or found == reading.language:
        return None
    return found if reading.exact or found.partition("-")[0] != (reading.language or "en").partition("-")[0] else None


def _colour(element: Element | None, name: str) -> str:
    found = (element.get(w(name)) or "") if element is not None else ""
    return f"#{found.upper()}" if re.fullmatch("[0-9A-Fa-f]{6}", found) else ""


def text_of(element: Element) -> str:
    """The text of a w:t as Word shows it: white space at its ends only counts where it is preserved."""
    text = element.text or ""
    if not (text.isascii() and text.isprintable()):
        text = CONTROL.sub("", WHITE.sub(" ", text))
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if kept else text.strip(" ")


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


def is_hidden(said: Said) -> bool | None:
    """Whether the run's own properties hide its text on paper; None where they say nothing of it."""
    return _is_on(said, VANISH)


def style_of(said: Said) -> str | None:
    """The run's character style."""
    return _value(said, STYLE)


def struck(said: Said) -> bool:
    """Whether the run is struck out."""
    return any(_is_on(said, name) for name in STRIKES)
