"""The faces that papers are set in: their characters, advances and measures, read once from the tables in papers/fonts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

FAMILIES = {"arial": "sans", "helvetica": "sans", "arimo": "sans", "liberation sans": "sans"}
"""Font names, lower case, and the shipped family whose widths they have."""

LINE_RATIO = 1.149
"""Natural height of a line in sizes: ascent, descent and gap of Arial and Liberation Sans."""


class UnknownFontError(ValueError):
    """A font of which no metrics are shipped; `args[0]` is its name."""


class MissingGlyphError(ValueError):
    """Characters that the shipped fonts lack: `characters`."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(f"the fonts lack {', '.join(f'{c!r} (U+{ord(c):04X})' for c in characters)}")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face. Advances and measures are in thousandths of the size; `glyphs` gives a character's glyph number.

    `core` is the number of glyphs in the small font file; a text whose glyphs are all below it needs no other.
    """

    key: str
    name: str
    core: int
    advances: dict[str, float]
    glyphs: dict[str, int]
    ascent: float
    descent: float
    cap_height: float
    box: tuple[float, float, float, float]
    angle: float
    weight: int
    _known: dict[str, float] = field(default_factory=dict)

    def measure(self, text: str) -> float:
        """The width of `text` in thousandths of the size. MissingGlyphError where the face lacks a character."""
        known = self._known.get(text)
        if known is None:
            try:
                known = sum(map(self.advances.__getitem__, text))
            except KeyError:
                raise MissingGlyphError("".join(sorted(set(text) - self.advances.keys()))) from None
            self._known[text] = known
        return known


def width(text: str, font: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide `text` is set in points. UnknownFontError for a font without metrics, MissingGlyphError for a character without glyph."""
    return face(font, bold=bold, italic=italic).measure(text) * size / 1000


def missing(texts: Iterable[str]) -> str:
    """The characters in the texts that the shipped fonts lack, in order; all faces have the same."""
    return "".join(sorted(set().union(*texts) - _face("sans", "regular").advances.keys()))


@cache
def face(font: str, *, bold: bool = False, italic: bool = False) -> Face:
    """The face of that font name. UnknownFontError where no metrics of it are shipped."""
    try:
        family = FAMILIES[font.lower()]
    except KeyError:
        raise UnknownFontError(font) from None
    return _face(family, ("bold" if bold else "") + ("italic" if italic else "") or "regular")


@cache
def _face(family: str, style: str) -> Face:
    table = json.loads((files("papers.fonts") / f"{family}-{style}.json").read_text("ascii"))
    scale = 1000 / table["units"]
    characters = [(character, number) for number, character in enumerate(table["chars"]) if character]
    left, bottom, right, top = (value * scale for value in table["box"])
    return Face(
        key=f"{family}-{style}",
        name=table["name"],
        core=table["core"],
        advances={character: table["advances"][number] * scale for character, number in characters},
        glyphs=dict(characters),
        ascent=table["ascent"] * scale,
        descent=table["descent"] * scale,
        cap_height=table["cap_height"] * scale,
        box=(left, bottom, right, top),
        angle=table["angle"],
        weight=table["weight"],
    )
