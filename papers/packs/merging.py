"""Prepared parts merged into one PDF: pages, stamps, structure, bookmarks, links, labels and honest claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from papers.packs.bookmarks import Entry, add_outline
from papers.packs.destinations import Goal
from papers.packs.geometry import Matrix, Sheet, moved
from papers.packs.grafting import Tree, move_boxes
from papers.packs.metadata import describe, shared_claims
from papers.packs.preparing import Prepared
from papers.packs.stamping import Stamper
from papers.packs.vetting import annotations_of
from papers.writers.pdf.xmp import About

if TYPE_CHECKING:
    import pikepdf

LINK = "https://pack.invalid/"
"""What a link to an item or paper of the pack begins with, before its key (no address ends in .invalid: RFC 2606)."""


def link_to(key: str) -> str:
    """The address that a front sheet's link to an item or paper has until the pack is merged."""
    return LINK + quote(key, safe="")


A4: Sheet = Sheet((0.0, 0.0, 595.28, 841.89), 0, 841.89, 841.89)


@dataclass(frozen=True, slots=True)
class Sheaf:
    """The papers of one item in order. `key` is what links to it say, such as its number; `keys` what links to its papers say.

    `title` is its bookmark, `stamp` such as "Agenda Item 5" stands on its first page, `notices` (one a paper, "" for none) on every
    page of a paper.
    """

    key: str
    title: str
    parts: tuple[Prepared, ...]
    stamp: str = ""
    notices: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A merged file: its bytes, the first and last page number of each item by its key, and of all, and what it claims."""

    data: bytes
    pages: Mapping[str, tuple[int, int]]
    first: int
    last: int
    claims: tuple[str, ...]


def ranges(counts: Sequence[Sequence[int]], *, first_page: int, odd_pages: bool) -> tuple[tuple[tuple[int, int], ...], ...]:
    """First and last page of each paper of each item, from how many pages they have; the front sheet is the first item."""
    found = []
    at = first_page
    for n, pages in enumerate(counts):
        at += bool(n and odd_pages and at % 2 == 0)  # an empty page, so that the item begins on a right-hand one
        own = []
        for count in pages:
            own.append((at, at + count - 1))
            at += count
        found.append(tuple(own))
    return tuple(found)


def merge(sheaves: Sequence[Sheaf], about: About, *, first_page: int = 1, odd_pages: bool = True) -> Pack:
    """The items as one PDF with one running page number. Same input, same bytes."""
    with ExitStack() as stack:
        return _Merging(sheaves, about, first_page, stack).pack(odd_pages=odd_pages)


@dataclass(slots=True)
class _Placed:
    """A part in the pack: its first page (from 0) and where its pages' drawings were moved."""

    part: Prepared
    start: int
    moves: dict[int, Matrix] = field(default_factory=dict)

    def goal(self, goal: Goal) -> Goal:
        """A place in the part as a place in the pack."""
        move = self.moves.get(goal.page)
        x, y = goal.x, goal.y
        if move:
            at_x, at_y = moved(move, x or 0.0, y or 0.0)
            x, y = (at_x if x is not None else None), (at_y if y is not None else None)
        return Goal(self.start + goal.page, x, y)


class _Merging:
    def __init__(self, sheaves: Sequence[Sheaf], about: About, first_page: int, stack: ExitStack) -> None:
        import pikepdf

        self.sheaves, self.about, self.first, self.stack = sheaves, about, first_page, stack
        self.pdf = stack.enter_context(pikepdf.new())
        self.tree = Tree(self.pdf)
        self.stamper = Stamper(self.pdf, [text for sheaf in sheaves for text in (sheaf.stamp, *sheaf.notices)])
        self.starts: dict[str, int] = {}
        self.outline: list[Entry] = []
        self.count = 0

    def pack(self, *, odd_pages: bool) -> Pack:
        """Add all, then write."""
        placed = ranges([[part.pages for part in sheaf.parts] for sheaf in self.sheaves], first_page=self.first, odd_pages=odd_pages)
        above: Any = None
        for sheaf, own in zip(self.sheaves, placed, strict=True):
            if own[0][0] > self.first + self.count:
                self._blank(above)
            above = self.tree.part(sheaf.title)
            self._sheaf(sheaf, above)
        claims = shared_claims([part.claims for sheaf in self.sheaves for part in sheaf.parts])
        pages = {sheaf.key: (own[0][0], own[-1][1]) for sheaf, own in zip(self.sheaves, placed, strict=True)}
        return Pack(self._written(claims), pages, self.first, self.first + self.count - 1, claims)

    def _blank(self, above: Any) -> None:  # noqa: ANN401 - a PDF dictionary
        """An empty page of the size of the one before, part of the item before."""
        import pikepdf

        page = self.pdf.add_blank_page(page_size=A4.size)
        self.stamper.blank(page, A4)
        element = self.tree.element(pikepdf.Name.P, above)
        element.Pg = page.obj
        element.K = 0
        self.tree.page(page.obj, [element])
        self._stamp(page, A4, ())

    def _stamp(self, page: pikepdf.Page, sheet: Sheet, head: Sequence[str]) -> Matrix | None:
        page.obj.Tabs = _name("S")
        move = self.stamper.page(page, sheet, f"Page {self.first + self.count}", head)
        self.count += 1
        return move

    def _sheaf(self, sheaf: Sheaf, above: Any) -> None:  # noqa: ANN401 - a PDF dictionary
        entries: list[Entry] = []
        nothing = ("",) * len(sheaf.parts)
        self.starts[sheaf.key] = self.count
        for n, (part, notice, key) in enumerate(zip(sheaf.parts, sheaf.notices or nothing, sheaf.keys or nothing, strict=True)):
            self.starts[key or sheaf.key] = self.count if key else self.starts[sheaf.key]
            placed = self._part(part, above, notice, "" if n else sheaf.stamp)
            own = Entry(part.title, Goal(placed.start), [])
            own.take(part.marks, placed.goal)
            entries.append(own)
        below = entries[0].below if len(entries) == 1 else entries
        self.outline.append(Entry(sheaf.title, Goal(self.starts[sheaf.key]), below))

    def _part(self, part: Prepared, above: Any, notice: str, stamp: str) -> _Placed:  # noqa: ANN401 - a PDF dictionary
        import pikepdf

        source = self.stack.enter_context(pikepdf.open(BytesIO(part.data)))
        placed = _Placed(part, self.count)
        self.pdf.pages.extend(source.pages)
        pages = [self.pdf.pages[placed.start + n] for n in range(part.pages)]
        tree = None
        if part.tagged:
            language = part.language if part.language != self.about.language else ""
            tree = self.tree.graft(source, [page.obj for page in pages], self.tree.part(part.title, above, language))
        for n, (page, sheet) in enumerate(zip(pages, part.sheets, strict=True)):
            move = self._stamp(page, sheet, (stamp if not n else "", notice))
            if move:
                placed.moves[n] = move
        if tree is not None and placed.moves:
            move_boxes(tree, {pages[n].obj.objgen: move for n, move in placed.moves.items()})
        for n, page in enumerate(pages):
            self._settle_links(page.obj, placed, placed.moves.get(n))
        return placed

    def _settle_links(self, page: Any, placed: _Placed, move: Matrix | None) -> None:  # noqa: ANN401 - a PDF dictionary
        """Point links to the pages that they lead to, now in the pack, and move them with what they lie over."""
        import pikepdf

        for link in annotations_of(page):
            link["/F"] = 4
            if "/Dest" in link:
                at, x, y = link["/Dest"]
                link["/Dest"] = self._destination(placed.goal(Goal(int(at), _float(x), _float(y))))
            if move:
                for entry in ("/Rect", "/QuadPoints"):
                    if entry in link:
                        values = [float(each) for each in link[entry]]
                        points = [moved(move, values[n], values[n + 1]) for n in range(0, len(values) - 1, 2)]
                        link[entry] = pikepdf.Array([round(each, 2) for point in points for each in point])

    def _destination(self, goal: Goal) -> Any:  # noqa: ANN401 - a PDF array
        from pikepdf import Array, Name

        page = self.pdf.pages[goal.page].obj
        if goal.x is None and goal.y is None:
            return Array([page, Name.Fit])
        return Array([page, Name.XYZ, *(None if each is None else round(each, 2) for each in goal[1:]), None])

    def _written(self, claims: tuple[str, ...]) -> bytes:
        import pikepdf

        self._link_items()
        self.tree.finish()
        add_outline(self.pdf, self.outline, self._destination)
        self.pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D, St=self.first)]))
        describe(self.pdf, self.about, claims)
        out = BytesIO()
        self.pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, min_version="1.7")
        return out.getvalue()

    def _link_items(self) -> None:
        """Let links to items and papers, which a front sheet has, lead to their first pages."""
        for page in self.pdf.pages:
            for link in annotations_of(page.obj):
                target = str(link.get("/A", {}).get("/URI", ""))
                if target.startswith(LINK):
                    del link["/A"]
                    link["/Dest"] = self._destination(Goal(self.starts[unquote(target.removeprefix(LINK))]))


def _float(value: Any) -> float | None:  # noqa: ANN401 - a PDF number or null
    return None if value is None else float(value)


def _name(name: str) -> Any:  # noqa: ANN401 - a PDF name
    import pikepdf

    return pikepdf.Name(f"/{name}")
