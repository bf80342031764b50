"""Makes the font files and width tables of this folder from Liberation Sans 2 (`python -m papers.fonts.make_fonts FOLDER`).

Run by hand, once, where the fonts change; needs fontTools, which the house itself doesn't. Each face becomes

* `sans-FACE.wide.z`: TrueType outlines without hints, one glyph a character, deflated as a PDF carries it;
* `sans-FACE.core.z`: its first `core` glyphs, all that most papers need;
* `sans-FACE.json`: what setting text needs: characters in glyph order, advances and the descriptor's measures.

One glyph a character (copies where the source shares one) makes glyph numbers a plain function of characters, and text that
is copied out of a PDF the text that was put in. Glyphs that only serve as parts of others have no character ("" in `chars`).
"""

from __future__ import annotations

import copy
import io
import json
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bolditalic": "BoldItalic"}
CORE = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x17F),
    (0x218, 0x21B),
    (0x1E80, 0x1E85),
    (0x1EF2, 0x1EF3),
    (0x2002, 0x2003),
    (0x2007, 0x2007),
    (0x2009, 0x200A),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x202F),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0x25A0, 0x25A1),
    (0x25AA, 0x25AB),
    (0x25B2, 0x25B2),
    (0x25BA, 0x25BA),
    (0x25BC, 0x25BC),
    (0x25C4, 0x25C4),
    (0x25CB, 0x25CB),
    (0x25CF, 0x25CF),
)
WIDE = (
    (0x180, 0x24F),
    (0x2C6, 0x2DD),
    (0x384, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x491),
    (0x1E00, 0x1EF9),
    (0x2070, 0x209F),
    (0x2100, 0x214F),
    (0x2150, 0x215F),
    (0x2200, 0x22FF),
    (0x25A2, 0x25FF),
)
SPACES = {0x2002: 0.5, 0x2003: 1.0, 0x2007: None, 0x2009: 0.2, 0x200A: 0.1, 0x202F: 0.2}
"""Spaces that the source may lack, in ems; None is as wide as a digit."""

HYPHENS = (0x2010, 0x2011)
"""Drawn as the hyphen where the source lacks them."""


def main(folder: str) -> None:
    """Read the four faces in `folder` and write this folder's files."""
    here = Path(__file__).parent
    sources = {face: TTFont(Path(folder) / f"LiberationSans-{name}.ttf") for face, name in FACES.items()}
    core = _shared(CORE, sources.values())
    wide = [code for code in _shared(WIDE, sources.values()) if code not in core]
    for face, source in sources.items():
        order, parts = _glyphs(source, core, wide)
        split = next(n for n, (char, _) in enumerate(order) if char == wide[0])
        for tier, glyphs in (("core", order[:split]), ("wide", order)):
            (here / f"sans-{face}.{tier}.z").write_bytes(zlib.compress(_font(source, glyphs, parts), 9))
        (here / f"sans-{face}.json").write_text(json.dumps(_table(source, order, split), separators=(",", ":")) + "\n")


def _shared(ranges: Iterable[tuple[int, int]], sources: Iterable[TTFont]) -> list[int]:
    """The characters in the ranges that every face has: a paper that sets in one sets in all."""
    maps = [source.getBestCmap() for source in sources]
    wanted = [code for first, last in ranges for code in range(first, last + 1)]
    return [code for code in wanted if code in SPACES or code in HYPHENS or all(code in each for each in maps)]


def _glyphs(source: TTFont, core: list[int], wide: list[int]) -> tuple[list[tuple[int | None, str]], dict[str, str]]:
    """(character, source glyph) in the new order, parts behind the tier that needs them; and the new name of each source glyph."""
    cmap = source.getBestCmap()
    order: list[tuple[int | None, str]] = [(None, ".notdef")]
    names = {".notdef": ".notdef"}
    for tier in (core, wide):
        for code in tier:
            glyph = cmap.get(code, cmap[0x2D if code in HYPHENS else 0x20])
            names.setdefault(glyph, f"c{code:04X}")
            order.append((code, glyph))
        for part in _parts(source, [glyph for _, glyph in order]):
            if part not in names:
                names[part] = f"p_{part}"
                order.append((None, part))
    return order, names


def _parts(source: TTFont, glyphs: Iterable[str]) -> list[str]:
    """The glyphs that composite ones are put together from, however deep."""
    found: list[str] = []
    todo = list(glyphs)
    while todo:
        glyph = source["glyf"][todo.pop()]
        fresh = [part.glyphName for part in glyph.components if part.glyphName not in found] if glyph.isComposite() else []
        found += fresh
        todo += fresh
    return sorted(set(found))


def _name(code: int | None, glyph: str, names: dict[str, str]) -> str:
    return names[glyph] if code is None else f"c{code:04X}"


def _font(source: TTFont, order: list[tuple[int | None, str]], names: dict[str, str]) -> bytes:
    """A TrueType font of these glyphs, in this order, without hints, names or character map (a PDF gives them by number)."""
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder([_name(code, glyph, names) for code, glyph in order])
    builder.setupGlyf({_name(code, glyph, names): _outline(source, glyph, names) for code, glyph in order})
    builder.setupHorizontalMetrics(
        {_name(code, glyph, names): (_advance(source, code, glyph), source["hmtx"][glyph][1]) for code, glyph in order}
    )
    builder.setupHorizontalHeader(ascent=source["hhea"].ascent, descent=source["hhea"].descent)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


def _outline(source: TTFont, glyph: str, names: dict[str, str]) -> object:
    """A copy of the glyph without hints, its parts renamed."""
    outline = copy.deepcopy(source["glyf"][glyph])
    outline.removeHinting()
    for part in outline.components if outline.isComposite() else ():
        part.glyphName = names[part.glyphName]
    return outline


def _advance(source: TTFont, code: int | None, glyph: str) -> int:
    cmap, hmtx = source.getBestCmap(), source["hmtx"].metrics
    if code is None or code in cmap or code in HYPHENS:
        return int(hmtx[glyph][0])
    ems = SPACES[code]
    return int(hmtx[cmap[0x30]][0]) if ems is None else round(ems * source["head"].unitsPerEm)


def _table(source: TTFont, order: list[tuple[int | None, str]], split: int) -> dict[str, object]:
    """Everything that setting and describing the face needs, in font units."""
    head, hhea, os2, post = source["head"], source["hhea"], source["OS/2"], source["post"]
    return {
        "name": source["name"].getDebugName(6),
        "units": head.unitsPerEm,
        "core": split,
        "chars": ["" if code is None else chr(code) for code, _ in order],
        "advances": [_advance(source, code, glyph) for code, glyph in order],
        "ascent": hhea.ascent,
        "descent": hhea.descent,
        "gap": hhea.lineGap,
        "cap_height": os2.sCapHeight,
        "box": [head.xMin, head.yMin, head.xMax, head.yMax],
        "angle": post.italicAngle,
        "weight": os2.usWeightClass,
    }


if __name__ == "__main__":
    main(sys.argv[1])
