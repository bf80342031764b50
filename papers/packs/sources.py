"""Where the pages of a pack's papers come from: bytes that are there, or a paper of ours that is laid out for its place in the pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from papers.document import Document
from papers.errors import Place, Problem
from papers.house import HouseStyle
from papers.house.styles import RunningPart
from papers.seals import Origin

Starts = Mapping[tuple[str, int], int]
"""The first page of each paper in the pack, by its item's number and its place in the item (from 0)."""

NUMBERS = ("PAGE", "NUMPAGES")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper laid out: how many pages it has, and what writes it."""

    pages: int
    pdf: Callable[[], bytes]


NOT_KNOWN = Origin()


@dataclass(frozen=True, slots=True)
class Source:
    """A paper's pages: `data` where they are there, else `draw`, which lays them out for the places that papers have.

    `origin` is what it is made from.
    """

    place: Place
    data: bytes = b""
    draw: Callable[[Starts], Drawn] | None = None
    problems: tuple[Problem, ...] = ()
    origin: Origin = NOT_KNOWN


def drawn(document: Document, house: HouseStyle, first_page: int) -> Drawn:
    """A paper of ours as it stands in a pack: its own page numbers give way to the pack's, which its references show, too."""
    from papers.layout import lay_out
    from papers.writers.pdf import write_pdf

    quiet = unnumbered(house)
    layout = lay_out(document, quiet, first_page)
    return Drawn(layout.page_count, cache(lambda: write_pdf(document, quiet, layout)))


Settle = Callable[[Starts], tuple[Document, HouseStyle]]
"""Gives a paper of ours as it reads where papers begin on these pages, and its look."""


def drawing(key: tuple[str, int], settle: Settle) -> Callable[[Starts], Drawn]:
    """What lays out the paper at `key` for the places that papers have: once for each place and wording, though it is asked again and again.

    A pack is numbered in rounds, and the members' pack has most papers where the public's has them.
    """
    held: list[tuple[int, Document, HouseStyle, Drawn]] = []

    def draw(starts: Starts) -> Drawn:
        (document, house), first = settle(starts), starts.get(key, 1)
        found = next((each for at, *how, each in held if at == first and how == [document, house]), None)
        if found is None:
            found = drawn(document, house, first)
            held.append((first, document, house, found))
        return found

    return draw


def quiet(house: HouseStyle) -> HouseStyle:
    """The house style without running lines, for what is no paper of ours: nobody wrote a running head for it."""
    return replace(house, header=(), footer=())


def unnumbered(house: HouseStyle) -> HouseStyle:
    """The house style without page numbers in its running lines; what else stands there stays where it stood."""
    return replace(house, header=_without_numbers(house.header), footer=_without_numbers(house.footer))


def _without_numbers(parts: tuple[RunningPart, ...]) -> tuple[RunningPart, ...]:
    """The parts of a line, less every stretch between tabs in which a page's number stands."""
    stretches: list[list[RunningPart]] = [[]]
    for part in parts:
        if part.kind == "tab":
            stretches.append([])
        else:
            stretches[-1].append(part)
    kept = [[] if any(part.kind == "field" and part.value in NUMBERS for part in each) else each for each in stretches]
    if not any(kept):
        return ()
    tab = RunningPart("tab")
    return tuple(part for n, each in enumerate(kept) for part in ((tab, *each) if n else each))
