"""A placed page as a content stream, every stretch marked as a piece of the structure or as an artifact."""

from __future__ import annotations

from collections.abc import Callable

from papers.layout.placed import Box, Drawing, Image, Piece, Placed, PlacedPage, Polygon, Rule, Text
from papers.writers.pdf.charts import chart_labels, chart_marks
from papers.writers.pdf.fonts import Fonts
from papers.writers.pdf.syntax import colour, number

ROUND = 0.5523
"""How far a curve's control points stand along the tangents of a quarter circle."""


class PageContent:
    """Writes one page. `marks` is what each marked sequence of the page belongs to, by its number on the page."""

    def __init__(self, page: PlacedPage, fonts: Fonts, image_of: Callable[[Image], str]) -> None:
        self.page, self.fonts, self.image_of = page, fonts, image_of
        self.marks: list[Piece] = []
        self._out: list[str] = []
        self._font = self._fill = ""

    def stream(self) -> bytes:
        """The page's operators."""
        out = self._out
        piece: Piece | None = None
        opened = False
        for item in self.page.items:
            owner = getattr(item, "piece", None)
            if not opened or owner is not piece:
                if opened:
                    out.append("EMC")
                out.append(self._begin(owner))
                piece, opened = owner, True
            self._item(item)
        if opened:
            out.append("EMC")
        return "\n".join(out).encode("ascii")

    def _begin(self, piece: Piece | None) -> str:
        if piece is None:
            return "/Artifact BMC"
        self.marks.append(piece)
        return f"/{piece.tag.role} <</MCID {len(self.marks) - 1}>> BDC"

    def _item(self, item: Placed) -> None:
        match item:
            case Text():
                self.text(item)
            case Rule():
                self._rule(item)
            case Box():
                self._box(item)
            case Polygon():
                self._polygon(item)
            case Drawing():
                drawn = item.plan.drawn()
                self._out += chart_marks(drawn.marks, item.x, self.page.height - item.y, self.fill)
                for label in chart_labels(drawn.labels, item):
                    self.text(label)
            case Image():
                self._image(item)

    def text(self, item: Text) -> None:
        """Text on its baseline; characters that the face lacks are set in the face that lends them."""
        name, glyphs, used = self.fonts.of(item.face)
        if not used.issuperset(item.text) and not item.face.covers(item.text):
            self._lent(item)
            return
        used.update(item.text)
        font = f"/{name} {number(item.size)} Tf "
        setting = "" if font == self._font else font
        self._font = font
        codes = item.text.translate(glyphs).encode("utf-16-be").hex()
        self._out.append(f"{self.fill(item.colour)}BT {setting}{item.x:.2f} {self.page.height - item.y:.2f} Td <{codes}> Tj ET")

    def _lent(self, item: Text) -> None:
        x = item.x
        for face, words in item.face.parts(item.text):
            self.text(item._replace(x=x, text=words, face=face))
            x += face.measure(words) * item.size / 1000

    def fill(self, wanted: str) -> str:
        """The operator that sets the fill colour, where it isn't set."""
        if wanted == self._fill:
            return ""
        self._fill = wanted
        return f"{colour(wanted)} rg "

    def _rule(self, item: Rule) -> None:
        high = self.page.height
        dots = "[0 3.2] 0 d 1 J " if item.dots else ""
        after = " [] 0 d 0 J" if item.dots else ""
        self._out.append(
            f"{colour(item.colour)} RG {number(item.width)} w {dots}{item.x1:.2f} {high - item.y1:.2f} m "
            f"{item.x2:.2f} {high - item.y2:.2f} l S{after}"
        )

    def _box(self, item: Box) -> None:
        low = self.page.height - item.y - item.height
        if not item.radius:
            self._out.append(f"{self.fill(item.colour)}{item.x:.2f} {low:.2f} {item.width:.2f} {item.height:.2f} re f")
            return
        self._out.append(self.fill(item.colour) + _rounded(item.x, low, item.width, item.height, item.radius))

    def _polygon(self, item: Polygon) -> None:
        (x, y), *rest = item.points
        high = self.page.height
        path = " ".join([f"{px:.2f} {high - py:.2f} l" for px, py in rest])
        self._out.append(f"{self.fill(item.colour)}{x:.2f} {high - y:.2f} m {path} h f")

    def _image(self, item: Image) -> None:
        low = self.page.height - item.y - item.height
        self._out.append(f"q {item.width:.2f} 0 0 {item.height:.2f} {item.x:.2f} {low:.2f} cm /{self.image_of(item)} Do Q")


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """A filled rectangle with rounded corners."""
    right, top, bend = x + width, y + height, radius * (1 - ROUND)
    points = (
        f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l",
        f"{right - bend:.2f} {y:.2f} {right:.2f} {y + bend:.2f} {right:.2f} {y + radius:.2f} c",
        f"{right:.2f} {top - radius:.2f} l",
        f"{right:.2f} {top - bend:.2f} {right - bend:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c",
        f"{x + radius:.2f} {top:.2f} l",
        f"{x + bend:.2f} {top:.2f} {x:.2f} {top - bend:.2f} {x:.2f} {top - radius:.2f} c",
        f"{x:.2f} {y + radius:.2f} l",
        f"{x:.2f} {y + bend:.2f} {x + bend:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h f",
    )
    return " ".join(points)
