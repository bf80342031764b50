"""Where links and bookmarks lead, said by page number, so that it outlives the file that it stood in (ISO 32000-1, 12.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from papers.packs.vetting import annotations_of

if TYPE_CHECKING:
    import pikepdf

DEEPEST = 12
"""A bookmark deeper than this stands at this depth; files that nest them without end are made to do harm."""
MOST_MARKS = 5000
TOPS = {"/XYZ": 3, "/FitH": 2, "/FitBH": 2, "/FitR": 5}
"""Where a destination of a kind says how far up the page it leads."""


class Goal(NamedTuple):
    """A place: the page (from 0) and how far in and up it; None for the whole page."""

    page: int
    x: float | None = None
    y: float | None = None


class Mark(NamedTuple):
    """A bookmark: how deep it stands (from 0), its words and where it leads."""

    depth: int
    title: str
    goal: Goal


class Places:
    """The pages and the named places of one file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        self.named = dict(_named(pdf.Root))

    def settle(self) -> None:
        """Let every link within the file say its page by number: `/Dest [page x y]`. Links to nowhere lead nowhere any more."""
        import pikepdf

        for page in self.pdf.pages:
            for link in annotations_of(page.obj):
                goal = self.goal(link["/Dest"]) if "/Dest" in link else None
                if goal:
                    link["/Dest"] = pikepdf.Array([goal.page, *(round(each, 2) if each is not None else None for each in goal[1:])])
                elif "/Dest" in link:
                    del link["/Dest"]

    def goal(self, held: Any) -> Goal | None:  # noqa: ANN401 - a PDF value of any type
        """Where a destination leads: given as such, by name, or in a dictionary. None where that is nowhere."""
        import pikepdf

        if isinstance(held, (pikepdf.String, pikepdf.Name)):
            held = self.named.get(str(held))
        if isinstance(held, pikepdf.Dictionary):
            held = held.get("/D")
        if not isinstance(held, pikepdf.Array) or not len(held) or not isinstance(held[0], pikepdf.Dictionary):
            return None
        page = self.numbers.get(held[0].objgen)
        if page is None:
            return None
        kind = str(held[1]) if len(held) > 1 else "/Fit"
        at = TOPS.get(kind, 0)
        top = _number(held[at]) if at and len(held) > at else None
        left = _number(held[2]) if kind in ("/XYZ", "/FitR") and len(held) > 2 else None
        return Goal(page, left, top)

    def marks(self) -> Iterator[Mark]:
        """The bookmarks that lead to pages of the file, in their order."""
        outlines: Any = self.pdf.Root.get("/Outlines", {})
        first = outlines.get("/First")
        seen: set[tuple[int, int]] = set()
        stack = [(first, 0)]
        while stack and len(seen) < MOST_MARKS:
            entry, depth = stack.pop()
            if entry is None or entry.objgen in seen:
                continue
            seen.add(entry.objgen)
            stack += [(entry.get("/Next"), depth), (entry.get("/First"), min(depth + 1, DEEPEST))]
            action: Any = entry.get("/A", {})
            goal = self.goal(entry.get("/Dest", action.get("/D") if str(action.get("/S")) == "/GoTo" else None))
            title = " ".join(str(entry.get("/Title", "")).split())
            if title and goal:
                yield Mark(depth, title, goal)


def _named(root: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a PDF dictionary
    import pikepdf

    tree = root.get("/Names", {}).get("/Dests")
    if tree is not None:
        yield from ((str(name), held) for name, held in pikepdf.NameTree(tree).items())
    yield from ((str(name), held) for name, held in root.get("/Dests", {}).items())


def _number(value: Any) -> float | None:  # noqa: ANN401 - a PDF value of any type
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
