"""What runs along every page: header, footer and the mark of a draft, all decoration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from papers.document import Document, Heading, Picture, Run, headings
from papers.house import HouseStyle, Line, Page, RunningPart, Style, running_values
from papers.layout.breaking import Look
from papers.layout.flow import Place
from papers.layout.lines import Ink, Notes, draw_line, set_lines
from papers.layout.placed import Image, Rule
from papers.layout.texts import SHARES
from papers.metrics import face

PARTED = 14.0
"""The least white between the parts of a running line."""


def run_along(
    document: Document, house: HouseStyle, places: Sequence[tuple[Place, Page, bool]], page_of: Mapping[str, int], first_page: int
) -> None:
    """Set header and footer on each page (not on title pages), and the draft mark on all. The first page shows `first_page`."""
    values = {**running_values(document), "NUMPAGES": str(len(places))}
    heads = _heads(document, page_of, len(places))
    for place, frame, title_page in places:
        along = _Along(house, {**values, **heads[place.number], "PAGE": str(place.number + first_page - 1)}, place, frame)
        top = frame.header
        if document.draft:
            top = along.mark(document.draft)
        if title_page:
            along.logo(top)
        else:
            along.header(top)
            along.footer()


def _heads(document: Document, page_of: Mapping[str, int], count: int) -> dict[int, dict[str, str]]:
    """For each page what STYLEREF shows: the first heading of the level on the page, else the last before it."""
    found: dict[int, dict[str, str]] = {number: {} for number in range(1, count + 1)}
    for level in range(1, 5):
        field = f"STYLEREF Heading {level}"
        on = list(_first_on_page(document, page_of, level))
        for number, shown in found.items():
            before = [name for page, name, _ in on if page < number]
            first = next((name for page, _, name in on if page == number), None)
            shown[field] = first or (before[-1] if before else "")
    return found


def _first_on_page(document: Document, page_of: Mapping[str, int], level: int) -> Iterator[tuple[int, str, str]]:
    """Page, last and first heading of that level on it."""
    by_page: dict[int, list[Heading]] = {}
    for heading in headings(document):
        if heading.level == level:
            by_page.setdefault(page_of[heading.id], []).append(heading)
    yield from ((page, on[-1].name, on[0].name) for page, on in sorted(by_page.items()))


class _Along(NamedTuple):
    """One page's running lines: the house, what its fields show, the page and its measures."""

    house: HouseStyle
    shown: Mapping[str, str]
    place: Place
    frame: Page

    def mark(self, text: str) -> float:
        """Set the draft mark above the header; where the header begins."""
        style = self.house.styles["Draft Mark"]
        line = set_lines((Run(text),), Ink(style, None, style.colour, Notes()), self.frame.text_width)[0]
        draw_line(line, self.place.page, self.frame.left, self.frame.header)
        return self.frame.header + line.height

    def header(self, top: float) -> None:
        """Set the header's line and the rule below it."""
        style = self.house.styles["Header"]
        rule = style.rule_below or self.house.header_line
        self._parts(self.house.header, style, top)
        if rule and self.house.header:
            self._rule(top + _height(style) + rule.space + rule.width / 2, rule)

    def logo(self, top: float) -> None:
        """Set the house's logo, where it has one: a decoration, for the page's words name the council."""
        logo = self.house.logo
        if logo:
            x = self.frame.left + SHARES[logo.align] * (self.frame.text_width - logo.width)
            picture = Picture("logo", logo.data, logo.media_type, "", round(logo.width), round(logo.height))
            self.place.page.items.append(Image(x, top, logo.width, logo.height, picture, None))

    def footer(self) -> None:
        """Set the footer's line and the rule above it."""
        style = self.house.styles["Footer"]
        rule = style.rule_above or self.house.footer_line
        top = self.frame.height - self.frame.footer - _height(style)
        self._parts(self.house.footer, style, top)
        if rule and self.house.footer:
            self._rule(top - rule.space - rule.width / 2, rule)

    def _rule(self, y: float, rule: Line) -> None:
        self.place.page.items.append(Rule(self.frame.left, y, self.frame.width - self.frame.right, y, rule.width, rule.colour))

    def _parts(self, parts: Sequence[RunningPart], style: Style, top: float) -> None:
        """The parts between tabs: one at the left, the last at the right, one between them in the middle."""
        texts = self._texts(parts)
        shares = {1: (0.0,), 2: (0.0, 1.0)}.get(len(texts), (0.0, 0.5, 1.0))
        look = Look(face(style.font, bold=style.bold, italic=style.italic), style.size, style.colour)
        taken, room = 0.0, self.frame.text_width
        for text, share in reversed(list(zip(texts, shares, strict=False))):
            shortened = _shortened(text, look, room - taken)
            if shortened:
                taken += look.measure(shortened) + PARTED
                line = set_lines((Run(shortened),), Ink(style, None, style.colour, Notes()), room)[0]
                draw_line(line, self.place.page, self.frame.left + share * (room - line.width), top)

    def _texts(self, parts: Sequence[RunningPart]) -> list[str]:
        """The words of each part between tabs, fields filled in."""
        texts = [""]
        for part in parts:
            if part.kind == "tab":
                texts.append("")
            else:
                texts[-1] += part.value if part.kind == "text" else self.shown.get(part.value, "")
        return texts


def _height(style: Style) -> float:
    return max(style.line, style.size * face(style.font).line)


def _shortened(text: str, look: Look, room: float) -> str:
    """The text, cut after a word and ended with an ellipsis where it is wider than its room: running lines are one line high."""
    if look.measure(text) <= room:
        return text
    words = text.split(" ")
    cut = (" ".join(words[:count]).rstrip(",;:") + "…" for count in range(len(words) - 1, 0, -1))
    return next((each for each in cut if look.measure(each) <= room), "")
