"""What layout gives: pages of placed things, each with the piece of the document's structure that it shows.

Places are points from the page's top left corner, downwards. A thing without a piece is decoration (an artifact): running
lines, rules, grounds, shapes. Tags form the logical tree in reading order; their names are those of ISO 32000's structure types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from papers.document import Document, Picture
from papers.metrics import Face

if TYPE_CHECKING:
    from papers.layout.charts import ChartPlan


class Tag:
    """One element of the logical structure. Built once, while a document is laid out, and only read after that."""

    __slots__ = ("alt", "box", "colspan", "id", "kids", "lang", "numbering", "role", "rowspan", "scope", "spoken", "summary")

    def __init__(
        self, role: str, parent: Tag | None = None, *, alt: str | None = None, lang: str | None = None, spoken: str | None = None
    ) -> None:
        self.role = role
        self.kids: list[Tag | Piece] = []
        self.alt, self.lang, self.spoken = alt, lang, spoken
        self.id: str | None = None
        self.scope: str | None = None
        self.numbering: str | None = None
        self.summary: str | None = None
        self.colspan = self.rowspan = 1
        self.box: tuple[float, float, float, float] | None = None
        if parent is not None:
            parent.kids.append(self)

    def piece(self) -> Piece:
        """A new stretch of this element's own content, after all it has so far."""
        made = Piece(self)
        self.kids.append(made)
        return made


class Piece:
    """A stretch of content of one element, between its children. It may run over several pages."""

    __slots__ = ("tag",)

    def __init__(self, tag: Tag) -> None:
        self.tag = tag


class Text(NamedTuple):
    """Text on its baseline at (x, y)."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: str
    piece: Piece | None = None


class Rule(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    dots: bool = False


class Box(NamedTuple):
    """A filled rectangle with its top left corner at (x, y), its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0.0


class Polygon(NamedTuple):
    """A filled polygon."""

    points: tuple[tuple[float, float], ...]
    colour: str


class Drawing(NamedTuple):
    """A chart with its top left corner at (x, y)."""

    x: float
    y: float
    plan: ChartPlan
    piece: Piece


class Image(NamedTuple):
    """A picture in a rectangle with its top left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    piece: Piece | None


class LinkArea(NamedTuple):
    """Where a link can be followed: its element, where it leads and the words it shows."""

    x: float
    y: float
    width: float
    height: float
    target: str
    words: str
    tag: Tag


Placed = Text | Rule | Box | Polygon | Drawing | Image


@dataclass(slots=True)
class PlacedPage:
    """One page: its size and what stands on it, in reading order, decoration where it is drawn."""

    width: float
    height: float
    items: list[Placed] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)


class Bookmark(NamedTuple):
    """A heading for the list of bookmarks: level, wording, page (from 1) and how far down it."""

    level: int
    title: str
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out document.

    `page_of` gives the page (from 1) on which each section and block begins, `places` also how far down the page.
    """

    document: Document
    pages: tuple[PlacedPage, ...]
    page_of: Mapping[str, int]
    places: Mapping[str, tuple[int, float]]
    structure: Tag
    bookmarks: tuple[Bookmark, ...]

    @property
    def page_count(self) -> int:
        """How many pages the document has."""
        return len(self.pages)
