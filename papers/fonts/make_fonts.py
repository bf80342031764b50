"""Makes the font files and width tables of this folder (`python -m papers.fonts.make_fonts FOLDER...`).

Run by hand, once, where the fonts change; needs fontTools, which the house itself doesn't. Each face of a family becomes

* `FAMILY-FACE.wide.z`: TrueType outlines without hints, one glyph a character, deflated as a PDF carries it;
* `FAMILY-FACE.core.z`: its first `core` glyphs, all that most papers need;
* `FAMILY-FACE.json`: what setting text needs: characters in glyph order, advances and the descriptor's measures.

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

FACES = ("regular", "bold", "italic", "bolditalic")
USUAL = ("-Regular", "-Bold", "-Italic", "-BoldItalic")
FAMILIES = {
    "sans": ("LiberationSans", USUAL),
    "serif": ("LiberationSerif", USUAL),
    "carlito": ("Carlito", USUAL),
    "caladea": ("Caladea", USUAL),
    "fallback": ("DejaVuSans", ("", "-Bold", "-Oblique", "-BoldOblique")),
}
"""The source files of each family by face. `fallback` holds only what `sans` lacks."""

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
MORE = (
    (0x2B0, 0x2C5),
    (0x2DE, 0x2FF),
    (0x370, 0x3FF),
    (0x460, 0x52F),
    (0x1F00, 0x1FFF),
    (0x2016, 0x2017),
    (0x2023, 0x2023),
    (0x2025, 0x2025),
    (0x2031, 0x2031),
    (0x2034, 0x203F),
    (0x20A0, 0x20BF),
    (0x2194, 0x2195),
    (0x263A, 0x263C),
    (0x2640, 0x2640),
    (0x2642, 0x2642),
    (0xFB01, 0xFB02),
)
"""After the others, so that their glyph numbers stay as they are."""

RARE = (*CORE, *WIDE, *MORE, (0x531, 0x58F), (0x10A0, 0x10FF), (0x2190, 0x21FF), (0x2600, 0x26FF), (0x2713, 0x2718))
"""What the fallback is asked for: also Armenian, Georgian, arrows, ticks and crosses."""

SPACES = {0x2002: 0.5, 0x2003: 1.0, 0x2007: None, 0x2009: 0.2, 0x200A: 0.1, 0x202F: 0.2}
"""Spaces that the source may lack, in ems; None is as wide as a digit."""

HYPHENS = (0x2010, 0x2011)
"""Drawn as the hyphen where the source lacks them."""


def main(folders: list[str]) -> None:
    """Read the faces in the folders and write this folder's files. FileNotFoundError where a face is in none of them."""
    has: set[int] = set()
    for family, (name, ends) in FAMILIES.items():
        sources = {face: TTFont(_file(folders, f"{name}{end}.ttf")) for face, end in zip(FACES, ends, strict=True)}
        if family == "fallback":
            tiers = [[], [code for code in _shared(RARE, sources.values()) if code not in has and code not in SPACES]]
        else:
            tiers = [_shared(each, sources.values()) for each in (CORE, WIDE, MORE)]
        has = has or {code for tier in tiers for code in tier}
        _write(family, sources, _once(tiers))


def _file(folders: list[str], name: str) -> Path:
    found = (Path(folder) / name for folder in folders)
    return next((each for each in found if each.is_file()), Path(folders[0]) / name)


def _once(tiers: list[list[int]]) -> list[list[int]]:
    """The tiers without what an earlier one has."""
    return [[code for code in dict.fromkeys(tier) if code not in {c for t in tiers[:n] for c in t}] for n, tier in enumerate(tiers)]


def _write(family: str, sources: dict[str, TTFont], tiers: list[list[int]]) -> None:
    here = Path(__file__).parent
    for face, source in sources.items():
        order, parts = _glyphs(source, tiers)
        split = next(n for n, (char, _) in enumerate(order) if char == tiers[1][0])
        for tier, glyphs in (("core", order[:split]), ("wide", order)):
            (here / f"{family}-{face}.{tier}.z").write_bytes(zlib.compress(_font(source, glyphs, parts), 9))
        (here / f"{family}-{face}.json").write_text(json.dumps(_table(source, order, split), separators=(",", ":")) + "\n")


def _shared(ranges: Iterable[tuple[int, int]], sources: Iterable[TTFont]) -> list[int]:
    """The characters in the ranges that every face has: a paper that sets in one sets in all."""
    maps = [source.getBestCmap() for source in sources]
    wanted = [code for first, last in ranges for code in range(first, last + 1)]
    return [code for code in wanted if code in SPACES or code in HYPHENS or all(code in each for each in maps)]


def _glyphs(source: TTFont, tiers: list[list[int]]) -> tuple[list[tuple[int | None, str]], dict[str, str]]:
    """(character, source glyph) in the new order, parts behind the tier that needs them; and the new name of each source glyph."""
    cmap = source.getBestCmap()
    order: list[tuple[int | None, str]] = [(None, ".notdef")]
    names = {".notdef": ".notdef"}
    for tier in tiers:
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
        "cap_height": getattr(os2, "sCapHeight", 0) or source["glyf"]["H"].yMax,
        "box": [head.xMin, head.yMin, head.xMax, head.yMax],
        "angle": post.italicAngle,
        "weight": os2.usWeightClass,
    }


if __name__ == "__main__":
    main(sys.argv[1:])
