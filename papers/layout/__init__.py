"""Document and house style to placed pages: where every line, rule, chart and picture stands, and on which page each block begins."""

from __future__ import annotations

from collections.abc import Mapping

from papers.document import Document, Heading, headings
from papers.house import HouseStyle, Page, heading_labels
from papers.layout.blocks import Setter
from papers.layout.charts import ChartPlan
from papers.layout.checks import check
from papers.layout.contents import Entry
from papers.layout.flow import Flow, Place
from papers.layout.lines import Notes
from papers.layout.placed import Bookmark, Layout, Tag
from papers.layout.running import run_along
from papers.layout.texts import Setting

__all__ = ["ChartPlan", "Layout", "lay_out"]


def lay_out(document: Document, house: HouseStyle, first_page: int = 1) -> Layout:
    """The document's pages. Laid out once; page numbers are filled in afterwards, for they change no line.

    `first_page` is the number that its first page shows, in a pack another than 1; `Layout.page_of` counts from 1 all the same.

    PapersError where a character has no glyph, a font no metrics, or a link or page number leads to no block.
    """
    check(document, house)
    flow, root = Flow(), Tag("Document")
    root.lang = document.language
    labels = heading_labels(document, house)
    entries = [Entry(each.id, each.level, _numbered(each, labels)) for each in headings(document)]
    notes = Notes()
    frames: list[tuple[Page, bool]] = []
    for section in document.sections:
        frame = house.page.turned() if section.landscape else house.page
        setter = Setter(Setting(house, frame.text_width, notes, labels), frame.text_height, entries)
        flow.section(frame, setter.part(section.blocks, Tag("Part", root)), (section.id,))
        frames += [(frame, section.title_page)] * (len(flow.pages) - len(frames))
    flow.settle(first_page)
    places: list[tuple[Place, Page, bool]] = [(place, *frame) for place, frame in zip(flow.pages, frames, strict=True)]
    run_along(document, house, places, flow.page_of, first_page)
    marks = tuple(_bookmark(each, _numbered(each, labels), flow) for each in headings(document))
    return Layout(document, tuple(place.page for place in flow.pages), flow.page_of, flow.places, root, marks)


def _numbered(heading: Heading, labels: Mapping[str, str]) -> str:
    """The heading's name after its number, where it has one."""
    return f"{labels[heading.id].rstrip()} {heading.name}" if heading.id in labels else heading.name


def _bookmark(heading: Heading, name: str, flow: Flow) -> Bookmark:
    page, y = flow.places[heading.id]
    return Bookmark(heading.level, name, page, y)
