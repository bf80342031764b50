"""The faces that papers are set in: their characters, advances and measures, read once from the tables in papers/fonts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

FAMILIES = {
    "arial": "sans",
    "helvetica": "sans",
    "arimo": "sans",
    "liberation sans": "sans",
    "times new roman": "serif",
    "times": "serif",
    "tinos": "serif",
    "liberation serif": "serif",
    "calibri": "carlito",
    "carlito": "carlito",
    "cambria": "caladea",
    "caladea": "caladea",
}
"""Font names, lower case, and the shipped family whose widths they have."""

LINES = {"sans": (1.149, 0.9215), "serif": (1.149, 0.912), "carlito": (1.221, 0.952), "caladea": (1.172, 0.95), "fallback": (1.164, 0.928)}
"""Natural height of a line, and from its top to the baseline, in sizes: ascent, descent and gap of Arial, Times New Roman, Calibri, Cambria."""

FALLBACKS = {
    "sans": ("fallback",),
    "serif": ("sans", "fallback"),
    "carlito": ("sans", "fallback"),
    "caladea": ("serif", "sans", "fallback"),
}
"""Families that lend a character that the family itself lacks, nearest first."""

FONT_NAMES = {"sans": "Liberation Sans", "serif": "Liberation Serif", "fallback": "DejaVu Sans"}
"""What programs call the families that lend characters."""

SERIF = ("serif", "roman", "times", "georgia", "garamond", "book", "palatino", "cambria", "century", "minion")
"""Parts of the names of fonts with serifs, for the nearest font of one that is not here."""


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

    `line` and `baseline` are the natural height of a line and the place of its baseline, in sizes. `core` is the number of glyphs in the small font file; a text whose glyphs are all below it needs no other.
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
    line: float
    baseline: float
    family: str = ""
    style: str = ""
    _known: dict[str, float] = field(default_factory=dict)

    def measure(self, text: str) -> float:
        """The width of `text` in thousandths of the size. MissingGlyphError where the face lacks a character."""
        known = self._known.get(text)
        if known is None:
            try:
                known = sum(map(self.advances.__getitem__, text))
            except KeyError:
                known = sum(part.measure(words) for part, words in self.parts(text))
            self._known[text] = known
        return known

    def covers(self, text: str) -> bool:
        """Whether the face itself has every character."""
        return self.advances.keys() >= set(text)

    def parts(self, text: str) -> list[tuple[Face, str]]:
        """The text as stretches of one face each, others lending what this one lacks. MissingGlyphError where none has a character."""
        chain = [self, *(_face(family, self.style) for family in FALLBACKS.get(self.family, ()))]
        lacking = "".join(sorted(set(text) - set().union(*(each.advances for each in chain))))
        if lacking:
            raise MissingGlyphError(lacking)
        owners = [next(each for each in chain if character in each.advances) for character in text]
        grouped = groupby(zip(owners, text, strict=True), key=itemgetter(0))
        return [(owner, "".join(character for _, character in group)) for owner, group in grouped]


def width(text: str, font: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide `text` is set in points. UnknownFontError for a font without metrics, MissingGlyphError for a character without glyph."""
    return face(font, bold=bold, italic=italic).measure(text) * size / 1000


def missing(texts: Iterable[str]) -> str:
    """The characters in the texts that the shipped fonts lack, in order; with what is lent, all faces have the same."""
    lacking = set().union(*texts) - _face("sans", "regular").advances.keys()
    return "".join(sorted(lacking - _face("fallback", "regular").advances.keys())) if lacking else ""


def nearest(font: str) -> str:
    """The font with metrics that is most like one without: near in its name, else with or without serifs as its name suggests."""
    near = [name for name in FAMILIES if name in font.lower()] or get_close_matches(font.lower(), FAMILIES, 1, 0.75)
    named = (
        near[0] if near else "times new roman" if any(part in font.lower() for part in SERIF) and "sans" not in font.lower() else "arial"
    )
    return named.title()


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
    line, baseline = LINES[family]
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
        line=line,
        baseline=baseline,
        family=family,
        style=style,
    )
