"""The records of the house style. Lengths are points, colours #RRGGBB."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from papers.document import ChipShape, Role

STYLES = (
    "Normal",
    "Title",
    "Subtitle",
    "Meta",
    "Lead",
    "Status",
    "Label",
    "Note",
    "Caption",
    "Prompt",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Heading 4",
    "TOC Heading",
    "TOC 1",
    "TOC 2",
    "TOC 3",
    "List Bullet",
    "List Bullet 2",
    "List Bullet 3",
    "List Number",
    "List Number 2",
    "List Number 3",
    "Table Text",
    "Table Header",
    "Strip Label",
    "Strip Figure",
    "Chart Label",
    "Header",
    "Footer",
    "Footnote Text",
    "Draft Mark",
)
"""The paragraph styles that a house template has, all documented in docs/house-style.md."""

FURTHER_STYLES = ("TOC 4",)
"""Paragraph styles that a house template may also have."""

WORD_STYLES = (
    "Table Group",
    "Table Subtotal",
    "Table Total",
    "House Table",
    "House Strip",
    "House Compact",
    "Chip",
    "Direction",
    "Hyperlink",
    "Footnote Reference",
)
"""Styles that a template also has and that only the Word writer uses: kinds of table rows, looks of tables, looks of runs."""

SHAPES = {"up": "▲", "down": "▼", "level": "■"}
SHAPE_COLOURS = {"up": "#00693E", "down": "#A6192E", "level": "#4A5560"}
"""How a direction's shape is written and coloured; its word says the same."""

CHIP_MARKS: Mapping[ChipShape, str] = {"star": "★", "circle": "●", "triangle": "▲", "square": "■", "diamond": "◆"}
"""How a rating's shape is written before its word in Word; on paper it is drawn."""
CHIP_MARK_FONT = "Segoe UI Symbol"
"""The font of those characters: the house font need not have them, and LibreOffice finds them in a font of its own."""

ROLE_STYLES: Mapping[Role, str] = {
    "body": "Normal",
    "lead": "Lead",
    "title": "Title",
    "subtitle": "Subtitle",
    "meta": "Meta",
    "status": "Status",
    "label": "Label",
    "note": "Note",
    "caption": "Caption",
}
"""The house style of each role of a paragraph."""

KEEPING_ROLES: frozenset[Role] = frozenset({"status", "label", "caption"})
"""Roles whose paragraphs stay on the page of the block after them, whatever their style says."""


@dataclass(frozen=True, slots=True)
class Line:
    """A rule: its width in points and its colour (#RRGGBB)."""

    width: float
    colour: str
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, resolved through what it is based on. `line` is the least height of a line."""

    name: str
    font: str
    size: float
    line: float
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    hanging: float = 0.0
    align: Literal["left", "right", "centre"] = "left"
    keep_next: bool = False
    rule_above: Line | None = None
    rule_below: Line | None = None
    bullet: str = ""
    numbering: str = ""
    """How headings of the style are numbered: "%1.%2" is the number of the part and of the section; nothing where they are not."""
    number_format: str = "decimal"
    """How the style's own numbers are counted, by the name that Word has for it."""


@dataclass(frozen=True, slots=True)
class RunningPart:
    """A stretch of a header or footer: text, or a field (PAGE, NUMPAGES, TITLE, STYLEREF Heading 1, DOCPROPERTY name)."""

    kind: Literal["text", "field", "tab"]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Page size and margins of portrait pages; landscape ones are turned."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Between the margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> Page:
        """The landscape page: the left margin becomes the top one, as Word turns a page."""
        return Page(self.height, self.width, self.right, self.top, self.left, self.bottom, self.header, self.footer)


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Rules and cell padding of the house table."""

    header_line: Line
    row_line: Line
    pad_left: float
    pad_right: float
    pad_top: float
    pad_bottom: float


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture in the header of title pages: its file, its size in points and where between the margins it stands."""

    data: bytes = field(repr=False)
    media_type: Literal["image/png", "image/jpeg"]
    width: float
    height: float
    align: Literal["left", "right", "centre"] = "left"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Everything read from the house template."""

    page: Page
    styles: Mapping[str, Style]
    table: TableStyle
    header: tuple[RunningPart, ...]
    footer: tuple[RunningPart, ...]
    header_line: Line | None = None
    footer_line: Line | None = None
    logo: Logo | None = None
    accents: tuple[str, ...] = ()
    """The accents of the template's theme, in their order, which charts take."""


def contents_style(level: int, house: HouseStyle) -> str:
    """The style of a line of the contents for a heading of the level: the deepest that the template has, where it has none so deep."""
    return next(name for name in (f"TOC {each}" for each in range(level, 0, -1)) if name in house.styles)
