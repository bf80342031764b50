"""Faces as embedded fonts: composite fonts whose codes are glyph numbers of the shipped font files (ISO 32000-1, 9.7)."""

from __future__ import annotations

import zlib
from importlib.resources import files

from papers.metrics import Face
from papers.writers.pdf.objects import Objects
from papers.writers.pdf.syntax import number

FIXED_PITCH, SYMBOLIC, ITALIC = 1, 4, 64
MAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
MAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
PER_MAP_BLOCK = 100


class Fonts:
    """The faces that a file uses, each with its name in resources and the characters it has set."""

    def __init__(self) -> None:
        self._faces: dict[str, tuple[Face, str, dict[int, str], set[str]]] = {}

    def of(self, face: Face) -> tuple[str, dict[int, str], set[str]]:
        """The face's resource name, its map from characters to glyphs, and the set that gathers what it sets."""
        known = self._faces.get(face.key)
        if known is None:
            glyphs = {ord(character): chr(glyph) for character, glyph in face.glyphs.items()}
            known = self._faces[face.key] = (face, f"F{len(self._faces)}", glyphs, set())
        return known[1:]

    def resources(self, objects: Objects) -> str:
        """The font dictionary of all pages, its fonts added to the file."""
        return "<<" + "".join(f"/{name} {_font(face, used, objects)} 0 R" for face, name, _, used in self._faces.values()) + ">>"


def _font(face: Face, used: set[str], objects: Objects) -> int:
    """Embed the face: the small file where it has all that is used, else the wide one."""
    small = all(face.glyphs[character] < face.core for character in used)
    tier, tag = ("core", "PAPERC") if small else ("wide", "PAPERW")
    base = f"/{tag}+{face.name}"
    shown = {glyph: character for character, glyph in face.glyphs.items() if not small or glyph < face.core}
    to_unicode = objects.stream(_to_unicode(shown).encode("ascii"))
    descendant = objects.put(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/CIDToGIDMap/Identity/DW 0/W[0[{_widths(face, shown)}]]/FontDescriptor {_descriptor(face, base, tier, objects)} 0 R>>"
    )
    return objects.put(
        f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
    )


def _widths(face: Face, shown: dict[int, str]) -> str:
    return " ".join([number(face.advances[shown[glyph]]) if glyph in shown else "0" for glyph in range(max(shown) + 1)])


def _descriptor(face: Face, base: str, tier: str, objects: Objects) -> int:
    packed = (files("papers.fonts") / f"{face.key}.{tier}.z").read_bytes()
    program = objects.stream(packed, f"/Length1 {len(zlib.decompress(packed))}", packed=True)
    flags = SYMBOLIC | (ITALIC if face.angle else 0)
    box = " ".join(number(value) for value in face.box)
    return objects.put(
        f"<</Type/FontDescriptor/FontName{base}/Flags {flags}/FontBBox[{box}]/ItalicAngle {number(face.angle)}/Ascent {number(face.ascent)}"
        f"/Descent {number(face.descent)}/CapHeight {number(face.cap_height)}/StemV {80 if face.weight < 600 else 140}/FontFile2 {program} 0 R>>"
    )


def _to_unicode(shown: dict[int, str]) -> str:
    """The map from codes to characters, in blocks of at most a hundred, as the specification limits them."""
    lines = [f"<{glyph:04X}> <{character.encode('utf-16-be').hex().upper()}>" for glyph, character in sorted(shown.items())]
    blocks = [lines[start : start + PER_MAP_BLOCK] for start in range(0, len(lines), PER_MAP_BLOCK)]
    return MAP_HEAD + "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks) + MAP_TAIL
