"""The table of contents as slabs: an entry a slab, each a link to its heading, numbers filled in when the pages are known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from papers.document import Contents, PageNumber, Run
from papers.house import Style
from papers.layout.flow import Place, Slab
from papers.layout.lines import Line, set_lines
from papers.layout.placed import LinkArea, Rule, Tag
from papers.layout.texts import Setting, text_slabs

NUMBER_ROOM = 36.0
"""Width at the right that is kept for page numbers."""
LEADER_COLOUR = "#B4BBC8"


class Entry(NamedTuple):
    """A heading as contents list it."""

    id: str
    level: int
    name: str


def contents(block: Contents, entries: Sequence[Entry], setting: Setting, parent: Tag) -> list[Slab]:
    """The heading of the contents and a line for each entry down to the depth."""
    title = text_slabs((Run(block.title),), setting.style("TOC Heading"), setting, Tag("H1", parent), keep=True)
    tag = Tag("TOC", parent)
    listed = [_entry(entry, setting, Tag("TOCI", tag)) for entry in entries if entry.level <= block.depth]
    if listed:
        listed[0].keep = len(listed) > 1
    return title + listed


def _entry(entry: Entry, setting: Setting, item: Tag) -> Slab:
    style = setting.style(f"TOC {min(entry.level, 3)}")
    tag = Tag("Link", Tag("Reference", item))
    room = setting.width - style.left - NUMBER_ROOM
    lines = set_lines((Run(entry.name + " "),), setting.ink(style, tag), room)
    number = set_lines((PageNumber(entry.id),), setting.ink(style, tag), NUMBER_ROOM)[0]
    height = sum(line.height for line in lines)
    return Slab(height, partial(_draw, entry, lines, number, style, tag, setting.width), style.before, style.after)


def _draw(entry: Entry, lines: Sequence[Line], number: Line, style: Style, tag: Tag, width: float, place: Place, y: float) -> None:
    top, x = y, place.left + style.left
    for line in lines:
        place.line(line, x, y, 0.0)
        y += line.height
    last = lines[-1]
    base = y - last.height / 2 + style.size * 0.34
    end = place.left + width - NUMBER_ROOM + 8
    if x + last.width + 8 < end:
        place.page.items.append(Rule(x + last.width + 6, base, end, base, 0.9, LEADER_COLOUR, dots=True))
    place.line(number, place.left + width - NUMBER_ROOM, y - last.height, NUMBER_ROOM, 1.0)
    place.page.links.append(LinkArea(x, top, place.left + width - x, y - top, f"#{entry.id}", entry.name, tag))
