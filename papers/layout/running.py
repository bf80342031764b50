"""What runs along every page: header, footer and the mark of a draft, all decoration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from papers.document import Document, Heading, Run, headings
from papers.house import HouseStyle, Page, RunningPart, Style, running_values
from papers.layout.flow import Place
from papers.layout.lines import Ink, Notes, draw_line, set_lines
from papers.layout.placed import Rule
from papers.metrics import LINE_RATIO


def run_along(document: Document, house: HouseStyle, places: Sequence[tuple[Place, Page, bool]], page_of: Mapping[str, int]) -> None:
    """Set header and footer on each page (not on title pages), and the draft mark on all."""
    values = {**running_values(document), "NUMPAGES": str(len(places))}
    heads = _heads(document, page_of, len(places))
    for place, frame, title_page in places:
        shown = {**values, **heads[place.number], "PAGE": str(place.number)}
        top = frame.header
        if document.draft:
            top = _mark(document.draft, house.styles["Draft Mark"], place, frame)
        if not title_page:
            _header(house, shown, place, frame, top)
            _footer(house, shown, place, frame)


def _heads(document: Document, page_of: Mapping[str, int], count: int) -> dict[int, dict[str, str]]:
    """For each page what STYLEREF shows: the first heading of the level on the page, else the last before it."""
    found: dict[int, dict[str, str]] = {number: {} for number in range(1, count + 1)}
    for level in range(1, 5):
        field = f"STYLEREF Heading {level}"
        on = list(_first_on_page(document, page_of, level))
        for number in found:
            before = [name for page, name, _ in on if page < number]
            first = next((name for page, _, name in on if page == number), None)
            found[number][field] = first or (before[-1] if before else "")
    return found


def _first_on_page(document: Document, page_of: Mapping[str, int], level: int) -> Iterator[tuple[int, str, str]]:
    """Page, last and first heading of that level on it."""
    by_page: dict[int, list[Heading]] = {}
    for heading in headings(document):
        if heading.level == level:
            by_page.setdefault(page_of[heading.id], []).append(heading)
    yield from ((page, on[-1].name, on[0].name) for page, on in sorted(by_page.items()))


def _mark(text: str, style: Style, place: Place, frame: Page) -> float:
    """The draft mark above the header; where the header begins."""
    line = set_lines((Run(text),), Ink(style, None, style.colour, Notes()), frame.text_width)[0]
    draw_line(line, place.page, frame.left, frame.header)
    return frame.header + line.height


def _header(house: HouseStyle, shown: Mapping[str, str], place: Place, frame: Page, top: float) -> None:
    style = house.styles["Header"]
    rule = style.rule_below or house.header_line
    _parts(house.header, style, shown, place, frame, top)
    if rule and house.header:
        y = top + _line(style) + rule.space + rule.width / 2
        place.page.items.append(Rule(frame.left, y, frame.width - frame.right, y, rule.width, rule.colour))


def _footer(house: HouseStyle, shown: Mapping[str, str], place: Place, frame: Page) -> None:
    style = house.styles["Footer"]
    rule = style.rule_above or house.footer_line
    top = frame.height - frame.footer - _line(style)
    _parts(house.footer, style, shown, place, frame, top)
    if rule and house.footer:
        y = top - rule.space - rule.width / 2
        place.page.items.append(Rule(frame.left, y, frame.width - frame.right, y, rule.width, rule.colour))


def _line(style: Style) -> float:
    return max(style.line, style.size * LINE_RATIO)


def _parts(parts: Sequence[RunningPart], style: Style, shown: Mapping[str, str], place: Place, frame: Page, top: float) -> None:
    """The parts between tabs: one at the left, the last at the right, one between them in the middle."""
    texts = [""]
    for part in parts:
        if part.kind == "tab":
            texts.append("")
        else:
            texts[-1] += part.value if part.kind == "text" else shown.get(part.value, "")
    shares = {1: (0.0,), 2: (0.0, 1.0)}.get(len(texts), (0.0, 0.5, 1.0))
    ink = Ink(style, None, style.colour, Notes())
    room = frame.text_width
    for text, share in zip(texts, shares, strict=False):
        if text:
            line = set_lines((Run(text),), ink, room)[0]
            draw_line(line, place.page, frame.left + share * (frame.text_width - line.width), top)


