"""Authored text in its place: a narrative's blocks as commentary, with the charts and tables that it places between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from papers.dataset import Awaited, Narrative, Placed
from papers.document import AuthoredBlock, Bullets, Commentary, Heading, Item
from papers.drafting.ids import block_id
from papers.drafting.placing import Piece

DEEPEST = 4

Place = Callable[[Placed], Iterable[Piece]]
"""What drafts a chart, table or indicator that a narrative places."""


def authored(part: Narrative | None, label: str, level: int, place: Place) -> Iterator[Piece]:
    """The part's text under a heading of that level, with what it places between; the prompt where the text is awaited.

    Nothing where there is no such part. Each stretch between placed blocks is a commentary of its own.
    """
    if part is None:
        return
    key = commentary_id(part.key)
    if part.awaited:
        yield Commentary(key, label, prompt=due(part.awaited), owner=part.awaited.owner or None)
        return
    stretch: list[AuthoredBlock] = []
    count = 0
    for block in relevelled(part.blocks, level):
        if not isinstance(block, Placed):
            stretch.append(block)
            continue
        if stretch:
            count += 1
            yield _commentary(key, count, label, stretch)
            stretch = []
        yield from place(block)
    if stretch:
        yield _commentary(key, count + 1, label, stretch)


def due(awaited: Awaited) -> str:
    """What stands in the place of a text that is awaited: from whom, and what it is to say."""
    if not awaited.owner:
        return f"Awaited. {awaited.prompt}" if awaited.prompt[:1].isupper() else f"Awaited: {awaited.prompt}"
    return f"Awaited from {awaited.owner}{'.' if awaited.prompt[:1].isupper() else ':'} {awaited.prompt}"


def commentary_id(key: str) -> str:
    """The id of the commentary that holds the part: indicator/CS01/commentary, section/customer-services/commentary."""
    return block_id(key) if key.startswith("indicator/") else block_id(key, "commentary")


def _commentary(key: str, number: int, label: str, blocks: Sequence[AuthoredBlock]) -> Commentary:
    own = key if number == 1 else block_id(key, f"part-{number}")
    label = label if number == 1 else f"{label}, continued"
    return Commentary(own, label, tuple(_renamed(block, block_id(own, str(n))) for n, block in enumerate(blocks, 1)))


def _renamed(block: AuthoredBlock, key: str) -> AuthoredBlock:
    """The block with the id that its place gives it; so are the lists nested in a list."""
    if isinstance(block, Bullets):
        return replace(block, id=key, items=tuple(_renamed_item(item, block_id(key, str(n))) for n, item in enumerate(block.items, 1)))
    return replace(block, id=key)


def _renamed_item(item: Item, key: str) -> Item:
    if item.nested is None:
        return item
    items = tuple(_renamed_item(each, block_id(key, str(n))) for n, each in enumerate(item.nested.items, 1))
    return replace(item, nested=replace(item.nested, id=key, items=items))


def relevelled(blocks: Iterable[AuthoredBlock | Placed], level: int) -> list[AuthoredBlock | Placed]:
    """The blocks with their headings below a heading of that level: the highest one step below it, none skipping a level."""
    found = list(blocks)
    top = min((block.level for block in found if isinstance(block, Heading)), default=1)
    before = level
    out: list[AuthoredBlock | Placed] = []
    for block in found:
        if isinstance(block, Heading):
            before = min(level + 1 + block.level - top, before + 1, DEEPEST)
            out.append(replace(block, level=before, new_page=False))
        else:
            out.append(block)
    return out
