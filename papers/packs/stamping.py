"""What a pack prints on its parts' pages: the running number, the item, who may not see it. All decoration, in white that is free."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from papers.metrics import face
from papers.packs.geometry import Matrix, Sheet
from papers.writers.pdf.fonts import Fonts
from papers.writers.pdf.objects import Objects
from papers.writers.pdf.syntax import number

if TYPE_CHECKING:
    import pikepdf

FONT = "Arial"
SIZE, SMALL = 10.0, 6.0
EDGE, GAP = 13.0, 5.0
"""From the page's edge to a stamp's baseline at the foot or to its top at the head, and the white between a stamp and the paper."""
SIDE = 28.0
FOOT_ROOM = EDGE + SIZE + GAP
BLANK = "This page is intentionally left blank"
ALPHABET = "".join(map(chr, range(32, 127)))
"""What stamps are mostly written in; other characters join when they come."""


def head_room(lines: int) -> float:
    """How much white so many lines of stamps want at a page's head."""
    return EDGE + lines * SIZE * 1.3 + GAP if lines else 0.0


class Stamper:
    """Writes stamps for one pack, with one font for all."""

    def __init__(self, pdf: pikepdf.Pdf, texts: Iterable[str]) -> None:
        self.pdf = pdf
        self.faces = {"Plain": face(FONT), "Bold": face(FONT, bold=True)}
        self._glyphs: dict[str, dict[int, str]] = {}
        self._fonts = self._embedded("".join(texts) + BLANK + ALPHABET)

    def _embedded(self, characters: str) -> dict[str, Any]:
        """The faces as fonts of the pack, by the names that they have on its pages. MissingGlyphError for a character they lack."""
        import pikepdf

        from papers.metrics import MissingGlyphError

        objects, fonts = Objects(), Fonts()
        names = {}
        for key, each in self.faces.items():
            if not each.covers(characters):
                raise MissingGlyphError("".join(c for c in sorted(set(characters)) if not each.covers(c)))
            names[key], self._glyphs[key], used = fonts.of(each)
            used.update(characters)
        pages = objects.put("<</Type/Pages/Count 0/Kids[]>>")
        catalogue = objects.put(f"<</Type/Catalog/Pages {pages} 0 R/Fonts{fonts.resources(objects)}>>")
        # Left open: what is copied from a file is read from it when the pack is written.
        held: Any = pikepdf.open(BytesIO(objects.file(catalogue, objects.put("<<>>"))))
        return {f"/Pack{key}": self.pdf.copy_foreign(held.Root.Fonts[f"/{names[key]}"]) for key in names}

    def page(self, page: pikepdf.Page, sheet: Sheet, foot: str, head: Iterable[str]) -> Matrix | None:
        """Stamp a page; how its drawing was moved to make room, None where there was room."""
        lines = [each for each in head if each]
        move = sheet.room(head_room(len(lines)), FOOT_ROOM)
        stamps = [self._footer(sheet, foot), *(self._header(sheet, each, n) for n, each in enumerate(lines))]
        shown = " ".join(map(number_exactly, sheet.displayed))
        after = f"\n{sheet.tail}Q " + "".join(
            f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC q {shown} cm {ops} Q EMC\n" for kind, ops in stamps
        )
        before = "q " + (_moved(move, sheet) if move else "") + sheet.lead
        self._wrap(page.obj, before.encode("ascii"), after.encode("ascii"))
        return move

    def blank(self, page: pikepdf.Page, sheet: Sheet) -> None:
        """Say on an empty page that it is empty; the words are its mark 0."""
        width, height = sheet.size
        ops = self._text(BLANK, "Plain", 12.0, (width - self._wide(BLANK, "Plain", 12.0)) / 2, height / 2)
        self._wrap(page.obj, f"/P <</MCID 0>> BDC {ops} EMC\n".encode("ascii"), b"")

    def _wrap(self, page: Any, before: bytes, after: bytes) -> None:  # noqa: ANN401 - a PDF dictionary
        import pikepdf

        held: Any = page.get("/Contents", [])
        streams = [each for each in (held if isinstance(held, pikepdf.Array) else [held]) if isinstance(each, pikepdf.Stream)]
        page.Contents = pikepdf.Array([self.pdf.make_stream(before), *streams, self.pdf.make_stream(after)])
        resources = page.setdefault("/Resources", pikepdf.Dictionary()) if "/Resources" not in page else page.Resources
        if "/Font" not in resources:
            resources.Font = pikepdf.Dictionary()
        for name, font in self._fonts.items():
            resources.Font[name] = font

    def _footer(self, sheet: Sheet, words: str) -> tuple[str, str]:
        width, _ = sheet.size
        return "Footer", self._text(words, "Plain", SIZE, (width - self._wide(words, "Plain", SIZE)) / 2, EDGE)

    def _header(self, sheet: Sheet, words: str, line: int) -> tuple[str, str]:
        """A line at the head's right end, set smaller where it is too long."""
        width, height = sheet.size
        room = width - 2 * SIDE
        size = max(SMALL, min(SIZE, SIZE * room / self._wide(words, "Bold", SIZE)))
        top = height - EDGE - (line + 0.8) * SIZE * 1.3
        return "Header", self._text(words, "Bold", size, max(GAP, width - SIDE - self._wide(words, "Bold", size)), top)

    def _wide(self, words: str, key: str, size: float) -> float:
        return self.faces[key].measure(words) * size / 1000

    def _text(self, words: str, key: str, size: float, x: float, y: float) -> str:
        codes = words.translate(self._glyphs[key]).encode("utf-16-be").hex()
        return f"0 g BT /Pack{key} {number(size)} Tf {x:.2f} {y:.2f} Td <{codes}> Tj ET"


def _moved(move: Matrix, sheet: Sheet) -> str:
    """Operators that move what follows, cut at the edges that the page had: what lay beyond them must not come into view."""
    left, bottom, right, top = (edge / sheet.unit for edge in sheet.box)
    box = " ".join(map(number_exactly, (left, bottom, right - left, top - bottom)))
    return f"{' '.join(map(number_exactly, move))} cm {box} re W n "


def number_exactly(value: float) -> str:
    """A number of a matrix, whose small parts count."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"
