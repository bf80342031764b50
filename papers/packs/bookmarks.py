"""The pack's bookmarks: its items, under each its papers, under each of those its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from papers.packs.destinations import Goal, Mark

if TYPE_CHECKING:
    import pikepdf


@dataclass(slots=True)
class Entry:
    """A bookmark of the pack: its words, where it leads, and the bookmarks below it."""

    title: str
    goal: Goal
    below: list[Entry]

    def take(self, marks: Iterable[Mark], placed: Callable[[Goal], Goal]) -> None:
        """Hang a part's own bookmarks below, by their depth."""
        line = [self]
        for mark in marks:
            del line[mark.depth + 1 :]
            entry = Entry(mark.title, placed(mark.goal), [])
            line[-1].below.append(entry)
            line.append(entry)


def add_outline(pdf: pikepdf.Pdf, entries: Iterable[Entry], destination: Callable[[Goal], Any]) -> None:
    """Write the bookmarks, all closed below the first level."""
    import pikepdf

    def item(entry: Entry) -> pikepdf.OutlineItem:
        made = pikepdf.OutlineItem(entry.title, destination(entry.goal))
        made.children.extend(item(each) for each in entry.below)
        made.is_closed = True
        return made

    with pdf.open_outline() as outline:
        outline.root.extend(item(each) for each in entries)
    pdf.Root.PageMode = pikepdf.Name.UseOutlines
