"""Slabs on pages: the rules of docs/page-measure.md for gaps, breaks and what keeps together.

A slab is a stretch of page that doesn't split: a line of a paragraph, a row of a table, a chart. The flow knows nothing of
what a slab shows; it asks for its height and lets it draw itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from papers.house import Page
from papers.layout.lines import Line, draw_line, resolved, waits
from papers.layout.placed import PlacedPage, Rule

NOTE_GAP, NOTE_RULE, NOTE_SPACE = 6.0, 0.5, 4.0
NOTE_RULE_LENGTH = 144.0
NOTE_COLOUR = "#8A92A3"
SLACK = 0.05
"""Points by which a page may be too full: rounding to twips in other programs."""


Draw = Callable[["Place", float], None]
"""Puts something on a page with its top at a height."""


@dataclass(slots=True)
class Slab:
    """A stretch that doesn't split. `draw(place, y)` puts it on the page with its top at y.

    `keep`: stands on the page of the next slab. `begins`: ids of the blocks that begin here. `lead`: what stands above it where
    it is the first of a page (a table's header again). `notes`: footnotes called in it, as slabs. `breaks`: begins a page.
    """

    height: float
    draw: Draw
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    begins: tuple[str, ...] = ()
    lead: Callable[[], Slab] | None = None
    notes: Sequence[Slab] = ()
    breaks: bool = False


@dataclass(slots=True)
class Place:
    """Where slabs draw: the page, where its text begins, and lines that wait for page numbers."""

    page: PlacedPage
    number: int
    left: float
    waiting: list[tuple[int, Line, float, float, float, float]] = field(default_factory=list)

    def line(self, line: Line, x: float, top: float, room: float, share: float = 0.0) -> None:
        """Place a line in `room` points from x: at its left (share 0), middle (0.5) or right end (1)."""
        if waits(line):
            self.waiting.append((len(self.page.items), line, x, top, room, share))
        else:
            draw_line(line, self.page, x + share * (room - line.width), top)

    def settle(self, page_of: dict[str, int]) -> None:
        """Place the lines that waited, each where it would have stood among the page's items."""
        items = self.page.items
        for position, line, x, top, room, share in reversed(self.waiting):
            known = resolved(line, page_of)
            rest = items[position:]
            del items[position:]
            draw_line(known, self.page, x + share * (room - known.width), top)
            items.extend(rest)
        self.waiting.clear()


class Flow:
    """Fills pages with slabs. `page_of` and `places` say where each id began."""

    def __init__(self) -> None:
        self.pages: list[Place] = []
        self.page_of: dict[str, int] = {}
        self.places: dict[str, tuple[int, float]] = {}
        self._frame: Page | None = None
        self._y = self._after = self._foot = 0.0
        self._empty = self._forced = True
        self._notes: list[Slab] = []

    def section(self, frame: Page, slabs: Sequence[Slab], ids: tuple[str, ...]) -> None:
        """Begin a page of this frame and place the slabs; the ids begin at its top."""
        self._frame = frame
        self._turn(forced=True)
        self._begin(ids, frame.top)
        start = 0
        while start < len(slabs):
            end = start + 1
            while end < len(slabs) and slabs[end - 1].keep and not slabs[end].breaks:
                end += 1
            self._chain(slabs[start:end])
            start = end
        self._close()

    def settle(self, first_page: int) -> None:
        """Fill in the page numbers that lines waited for, where the first page has this one."""
        shown = {each: page + first_page - 1 for each, page in self.page_of.items()}
        for place in self.pages:
            place.settle(shown)

    def _chain(self, slabs: Sequence[Slab]) -> None:
        """Slabs that keep together: on this page where they fit, else from the next page's top on."""
        if slabs[0].breaks and not self._empty:
            self._turn(forced=True)
        if not self._empty and not self._fits(slabs):
            self._turn(forced=False)
        for slab in slabs:
            if not self._empty and not self._fits((slab,)):
                self._turn(forced=False)
            self._put(slab)

    def _gap(self, slab: Slab) -> float:
        if self._empty:
            return slab.before if self._forced else 0.0
        return max(self._after, slab.before)

    def _fits(self, slabs: Sequence[Slab]) -> bool:
        need, after = self._gap(slabs[0]), 0.0
        for n, slab in enumerate(slabs):
            need += slab.height + (max(after, slab.before) if n else 0.0)
            after = slab.after
        foot = self._foot + sum(note_height([*self._notes, *slab.notes]) - note_height(self._notes) for slab in slabs if slab.notes)
        return self._y + need <= self._bottom() - foot + SLACK

    def _bottom(self) -> float:
        assert self._frame
        return self._frame.height - self._frame.bottom

    def _put(self, slab: Slab) -> None:
        place = self.pages[-1]
        if self._empty and not self._forced and slab.lead:
            lead = slab.lead()
            lead.draw(place, self._y)
            self._y += lead.height
        self._y += self._gap(slab)
        self._begin(slab.begins, self._y)
        slab.draw(place, self._y)
        self._y += slab.height
        self._after, self._empty = slab.after, False
        if slab.notes:
            self._notes += slab.notes
            self._foot = note_height(self._notes)

    def _begin(self, ids: tuple[str, ...], y: float) -> None:
        for each in ids:
            self.page_of[each] = len(self.pages)
            self.places[each] = (len(self.pages), y)

    def _turn(self, *, forced: bool) -> None:
        """Close the page and open the next."""
        self._close()
        assert self._frame
        frame = self._frame
        self.pages.append(Place(PlacedPage(frame.width, frame.height), len(self.pages) + 1, frame.left))
        self._y, self._after, self._empty, self._forced = frame.top, 0.0, True, forced

    def _close(self) -> None:
        """Set the page's notes at its foot."""
        if self._notes:
            place, y = self.pages[-1], self._bottom() - self._foot + NOTE_GAP
            place.page.items.append(Rule(place.left, y, place.left + NOTE_RULE_LENGTH, y, NOTE_RULE, NOTE_COLOUR))
            y += NOTE_RULE + NOTE_SPACE
            for note in self._notes:
                note.draw(place, y)
                y += note.height + note.after
        self._notes, self._foot = [], 0.0


def note_height(notes: Sequence[Slab]) -> float:
    """How much of the page's foot the notes take, with the rule above them."""
    return NOTE_GAP + NOTE_RULE + NOTE_SPACE + sum(note.height + note.after for note in notes) if notes else 0.0
