"""Words of a Word file that it shows to nobody, though they are not marked as hidden: in the colour of what lies under them, or too small.

A paper laid out anew, or printed, would show them to all: white words become black, words of one point become ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.readers.word.names import VAL, at, local, val, w
from papers.readers.word.package import Package, open_package
from papers.readers.word.styles import Styles, read_styles

if TYPE_CHECKING:
    from papers.readers.word.names import Element

LEAST_SIZE = 6
"""Half points: smaller letters nobody reads."""
LEAST_CONTRAST = 1.35
"""By the measure of WCAG 2: what lies between white and the grey #DEDEDE, which is faint and still seen on paper."""
WHITE, BLACK = "FFFFFF", "000000"
COLOUR = re.compile("[0-9A-Fa-f]{6}")
AUTOMATIC = "auto"
HIGHLIGHTS = {
    "black": BLACK, "white": WHITE, "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""The colours of the marker (ECMA-376, 17.18.40)."""
BODIES = ("document", "hdr", "ftr", "footnotes", "endnotes")


def unseen_words(data: bytes) -> tuple[str, ...]:
    """The words that nobody sees, those that stand together as one. PapersError where the file is refused."""
    package = open_package(data)
    eye = _Eye(package, read_styles(package))
    bodies = [root for name, root in package.trees.items() if name.startswith("word/") and local(root) in BODIES]
    return tuple(words for root in bodies for paragraph in root.iter(w("p")) for words in eye.unseen(paragraph))


@dataclass(frozen=True, slots=True)
class _Eye:
    """Looks at the words of one file."""

    package: Package
    styles: Styles

    def unseen(self, paragraph: Element) -> Iterator[str]:
        """The words of the paragraph's own runs that are not seen."""
        held = ""
        for run in paragraph.iter(w("r")):
            words = "".join(each.text or "" for each in run.iterchildren(w("t")))
            if not words.strip():
                held += words if held else ""
            elif next(run.iterancestors(w("p"))) is paragraph and self._is_unseen(run, paragraph):
                held += words
            elif held:
                yield " ".join(held.split())
                held = ""
        if held:
            yield " ".join(held.split())

    def _is_unseen(self, run: Element, paragraph: Element) -> bool:
        looks = list(self._looks(run, paragraph))
        size = next((found for each in looks if (found := val(each, "sz")) is not None), "")
        if size.isdecimal() and int(size) < LEAST_SIZE:
            return True
        ink = next((found for each in looks if (found := val(each, "color")) is not None), AUTOMATIC)
        highlight = next((found for each in looks if (found := val(each, "highlight")) is not None), "none")
        if highlight in HIGHLIGHTS:
            return _alike(BLACK if ink == AUTOMATIC else ink, HIGHLIGHTS[highlight])
        # Over shading Word itself chooses black or white for automatic ink.
        ground = self._ground(looks, paragraph) if ink != AUTOMATIC else None
        return ground is not None and _alike(ink, ground)

    def _looks(self, run: Element, paragraph: Element) -> Iterator[Element]:
        """The properties that give the run its look, nearest first."""
        own = at(run, "rPr")
        chains = (val(own, "rStyle") or "", val(paragraph, "pPr/pStyle") or self.styles.default)
        styled = (at(style, "rPr") for chain in chains for style in self.styles.chain(chain))
        root = self.package.trees.get(self.package.part_of_kind("styles", self.package.main))
        yield from (each for each in (own, *styled, at(root, "docDefaults/rPrDefault/rPr")) if each is not None)

    def _ground(self, looks: list[Element], paragraph: Element) -> str | None:
        """The colour under the words; None where that can't be told, as in a text box or a table whose style has shading."""
        style = val(paragraph, "pPr/pStyle") or self.styles.default
        shades = [at(each, "shd") for each in looks]
        shades += [at(paragraph, "pPr/shd"), *(at(each, "pPr/shd") for each in self.styles.chain(style))]
        for each in paragraph.iterancestors():
            if local(each) == "txbxContent":
                return None
            if local(each) == "tc":
                shades.append(at(each, "tcPr/shd"))
            if local(each) == "tbl":
                shades.append(at(each, "tblPr/shd"))
                if self._is_shaded(val(each, "tblPr/tblStyle") or ""):
                    return next(_fills(shades), None)
        return next(_fills(shades), WHITE)

    def _is_shaded(self, style: str) -> bool:
        return any(next(each.iter(w("shd")), None) is not None for each in self.styles.chain(style))


def _fills(shades: list[Element | None]) -> Iterator[str]:
    """The colours of those that are there and have one."""
    for each in shades:
        if each is not None:
            found = each.get(w("color") if each.get(VAL) == "solid" else w("fill")) or ""
            if COLOUR.fullmatch(found):
                yield found


def _alike(ink: str, ground: str) -> bool:
    if not COLOUR.fullmatch(ink):
        return False
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05) < LEAST_CONTRAST


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
