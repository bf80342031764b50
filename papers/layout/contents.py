"""The table of contents as slabs: an entry a slab, each a link to its heading, numbers filled in when the pages are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from papers.document import Contents, PageNumber, Run
from papers.house import Style, contents_style
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
    style = setting.style(contents_style(entry.level, setting.house))
    tag = Tag("Link", Tag("Reference", item))
    room = setting.width - style.left - NUMBER_ROOM
    lines = set_lines((Run(entry.name + " "),), setting.ink(style, tag), room)
    number = set_lines((PageNumber(entry.id),), setting.ink(style, tag), NUMBER_ROOM)[0]
    drawn = _DrawEntry(entry, lines, number, style, setting.width, tag)
    return Slab(sum(line.height for line in lines), drawn, style.before, style.after)


@dataclass(frozen=True, slots=True)
class _DrawEntry:
    """Draws an entry: its lines, a dotted leader, its page number, and the link over all of it."""

    entry: Entry
    lines: Sequence[Line]
    number: Line
    style: Style
    width: float
    tag: Tag

    def __call__(self, place: Place, top: float) -> None:
        """Place the entry with its top at `top`."""
        x, y = place.left + self.style.left, top
        for line in self.lines:
            place.line(line, x, y, 0.0)
            y += line.height
        self._leader(place, x + self.lines[-1].width, y)
        place.line(self.number, place.left + self.width - NUMBER_ROOM, y - self.number.height, NUMBER_ROOM, 1.0)
        place.page.links.append(LinkArea(x, top, place.left + self.width - x, y - top, f"#{self.entry.id}", self.entry.name, self.tag))

    def _leader(self, place: Place, end: float, bottom: float) -> None:
        base = bottom - self.lines[-1].height / 2 + self.style.size * 0.34
        right = place.left + self.width - NUMBER_ROOM + 8
        if end + 8 < right:
            place.page.items.append(Rule(end + 6, base, right, base, 0.9, LEADER_COLOUR, dots=True))
