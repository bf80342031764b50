"""The structure tree: elements in reading order with their marked content, links and attributes (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Sequence

from papers.layout.placed import Piece, Tag
from papers.writers.pdf.objects import Objects
from papers.writers.pdf.syntax import number, string

ALWAYS = frozenset({"TD", "TH", "Document"})
"""Elements that stand in the tree though nothing of them is drawn: an empty cell is still a cell."""


class Structure:
    """Gathers what is drawn of each element, page by page, and writes the tree."""

    def __init__(self, root: Tag, objects: Objects) -> None:
        self.root, self.objects = root, objects
        self._tree = objects.reserve()
        self._content: dict[Piece, list[tuple[int, int]]] = {}
        self._links: dict[Tag, list[tuple[int, int]]] = {}
        self._pages: list[tuple[int, float, list[Piece]]] = []
        self._page_heights: dict[int, float] = {}
        self._keys: list[Tag] = []

    def page(self, page: int, height: float, marks: Sequence[Piece]) -> int:
        """Take up the marked content of a page (an object number); the page's key in the parent tree."""
        for mark, piece in enumerate(marks):
            self._content.setdefault(piece, []).append((page, mark))
        self._pages.append((page, height, list(marks)))
        self._page_heights[page] = height
        return len(self._pages) - 1

    def link(self, tag: Tag, page: int, annotation: int) -> None:
        """Take up a link's annotation as part of its element."""
        self._links.setdefault(tag, []).append((page, annotation))

    def key(self, tag: Tag, pages: int) -> int:
        """The next annotation's key in the parent tree, behind those of all `pages`."""
        self._keys.append(tag)
        return pages + len(self._keys) - 1

    def write(self) -> int:
        """Add the tree to the file; its root's number."""
        numbers: dict[Tag, int] = {}
        self._drop_empty(self.root)
        self._element(self.root, self._tree, numbers)
        parents = self._parents(numbers)
        tree = self.objects.put(f"<</Nums[{parents}]>>")
        ids = self._ids(numbers)
        self.objects.put(
            f"<</Type/StructTreeRoot/K {numbers[self.root]} 0 R/ParentTree {tree} 0 R"
            f"/ParentTreeNextKey {len(self._pages) + len(self._keys)}{ids}>>",
            self._tree,
        )
        return self._tree

    def _drop_empty(self, tag: Tag) -> bool:
        """Leave out elements of which nothing was drawn; whether anything of this one was."""
        tag.kids = [kid for kid in tag.kids if (kid in self._content if isinstance(kid, Piece) else self._drop_empty(kid))]
        return bool(tag.kids) or tag.role in ALWAYS

    def _element(self, tag: Tag, parent: int, numbers: dict[Tag, int]) -> int:
        at = numbers[tag] = self.objects.reserve()
        page, kids = self._kids(tag, at, numbers)
        shown = f"/Pg {page} 0 R" if page else ""
        content = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        self.objects.put(f"<</Type/StructElem/S/{tag.role}/P {parent} 0 R{shown}{content}{self._properties(tag, page)}>>", at)
        return at

    def _kids(self, tag: Tag, at: int, numbers: dict[Tag, int]) -> tuple[int, list[str]]:
        """The page of the first marked content, and the element's kids in its own syntax."""
        page = 0
        kids: list[str] = []
        for kid in tag.kids:
            if isinstance(kid, Tag):
                kids.append(f"{self._element(kid, at, numbers)} 0 R")
                continue
            for on, mark in self._content[kid]:
                page = page or on
                kids.append(str(mark) if on == page else f"<</Type/MCR/Pg {on} 0 R/MCID {mark}>>")
        kids += [f"<</Type/OBJR/Pg {on} 0 R/Obj {annotation} 0 R>>" for on, annotation in self._links.get(tag, ())]
        return page, kids

    def _properties(self, tag: Tag, page: int) -> str:
        alt = f"/Alt{string(tag.alt)}" if tag.alt else ""
        lang = f"/Lang{string(tag.lang)}" if tag.lang else ""
        spoken = f"/E{string(tag.spoken)}" if tag.spoken else ""
        name = f"/ID{string(tag.id)}" if tag.id else ""
        attributes = _attributes(tag, self._page_heights.get(page, 0.0))
        return alt + lang + spoken + name + (f"/A{attributes}" if attributes else "")

    def _parents(self, numbers: dict[Tag, int]) -> str:
        """Keys and elements: for each page the elements of its marks, for each annotation its element."""
        rows = [f"{key}[{' '.join([f'{numbers[piece.tag]} 0 R' for piece in marks])}]" for key, (_, _, marks) in enumerate(self._pages)]
        rows += [f"{len(self._pages) + n} {numbers[tag]} 0 R" for n, tag in enumerate(self._keys)]
        return "\n".join(rows)

    def _ids(self, numbers: dict[Tag, int]) -> str:
        named = sorted((tag.id, at) for tag, at in numbers.items() if tag.id)
        return "/IDTree<</Names[" + " ".join(f"{string(name)}{at} 0 R" for name, at in named) + "]>>" if named else ""


def _attributes(tag: Tag, height: float) -> str:
    """The attributes of tables' cells, lists and figures; nothing for other elements."""
    if tag.role in ("TH", "TD"):
        scope = f"/Scope/{tag.scope}" if tag.scope else ""
        columns = f"/ColSpan {tag.colspan}" if tag.colspan > 1 else ""
        rows = f"/RowSpan {tag.rowspan}" if tag.rowspan > 1 else ""
        return f"<</O/Table{scope}{columns}{rows}>>" if scope or columns or rows else ""
    if tag.summary:
        return f"<</O/Table/Summary{string(tag.summary)}>>"
    if tag.numbering:
        return f"<</O/List/ListNumbering/{tag.numbering}>>"
    if tag.box:
        x, y, width, high = tag.box
        corners = (x, height - y - high, x + width, height - y)
        return f"<</O/Layout/Placement/Block/BBox[{' '.join(map(number, corners))}]>>"
    return ""
