"""Headings as bookmarks, nested by their levels."""

from __future__ import annotations

from collections.abc import Sequence

from papers.layout.placed import Bookmark
from papers.writers.pdf.objects import Objects
from papers.writers.pdf.syntax import number, string

ROOT = -1


def add_outline(marks: Sequence[Bookmark], pages: Sequence[int], heights: Sequence[float], objects: Objects) -> int | None:
    """Add the bookmarks, the first level open; the number of their root, None where there are no headings."""
    if not marks:
        return None
    numbers = {n: objects.reserve() for n in range(ROOT, len(marks))}
    kids = _kids(marks)
    for parent, children in kids.items():
        for place, n in enumerate(children):
            mark = marks[n]
            top = heights[mark.page - 1] - mark.y
            before = f"/Prev {numbers[children[place - 1]]} 0 R" if place else ""
            after = f"/Next {numbers[children[place + 1]]} 0 R" if place + 1 < len(children) else ""
            goal = f"/Dest[{pages[mark.page - 1]} 0 R/XYZ 0 {number(top)} null]"
            objects.put(
                f"<</Title{string(mark.title)}/Parent {numbers[parent]} 0 R{before}{after}{goal}{_below(kids.get(n), numbers)}>>",
                numbers[n],
            )
    top_level = kids[ROOT]
    objects.put(
        f"<</Type/Outlines/First {numbers[top_level[0]]} 0 R/Last {numbers[top_level[-1]]} 0 R/Count {len(top_level)}>>", numbers[ROOT]
    )
    return numbers[ROOT]


def _kids(marks: Sequence[Bookmark]) -> dict[int, list[int]]:
    """The bookmarks under each bookmark (and under the root), in order."""
    kids: dict[int, list[int]] = {}
    open_marks: list[int] = []
    for n, mark in enumerate(marks):
        while open_marks and marks[open_marks[-1]].level >= mark.level:
            open_marks.pop()
        kids.setdefault(open_marks[-1] if open_marks else ROOT, []).append(n)
        open_marks.append(n)
    return kids


def _below(children: Sequence[int] | None, numbers: dict[int, int]) -> str:
    """What an entry says of the closed entries under it."""
    return f"/First {numbers[children[0]]} 0 R/Last {numbers[children[-1]]} 0 R/Count -{len(children)}" if children else ""
