"""Where charts, tables and indicators stand, never twice; and how a part's pieces become pages of one orientation each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from papers.dataset import Narrative, Placed
from papers.document import Block, Group, Heading, Section
from papers.drafting.ids import block_id


@dataclass(frozen=True, slots=True)
class Turned:
    """Blocks that need the page turned."""

    blocks: tuple[Block, ...]


Piece = Block | Turned


class Placing:
    """What narratives place in this paper, and what has been drafted so far."""

    def __init__(self, parts: Iterable[Narrative]) -> None:
        self._wanted = {(block.kind, block.id) for part in parts for block in part.blocks if isinstance(block, Placed)}
        self._done: set[tuple[str, str]] = set()

    def stands_elsewhere(self, kind: str, key: str) -> bool:
        """Whether a narrative of this paper places it, so that its own section doesn't."""
        return (kind, key) in self._wanted

    def take(self, kind: str, key: str) -> bool:
        """Whether it may stand here: True the first time that it is asked for, False ever after."""
        if (kind, key) in self._done:
            return False
        self._done.add((kind, key))
        return True


def pages(key: str, pieces: Iterable[Piece]) -> Iterator[Section]:
    """The pieces as sections: turned ones on landscape pages, what stands between them on portrait ones.

    A heading goes with what it heads: onto the turned page, or to the top of the page that its first block opens.
    """
    upright: list[Block] = []
    number = 0
    for piece in pieces:
        if not isinstance(piece, Turned):
            upright = [*_with(upright, piece)]
            continue
        heads = _trailing_headings(upright)
        before = upright[: len(upright) - len(heads)]
        for blocks, landscape in ((before, False), ([*heads, *piece.blocks], True)):
            if blocks:
                number += 1
                yield Section(_numbered(key, number), tuple(blocks), landscape=landscape)
        upright = []
    if upright:
        yield Section(_numbered(key, number + 1), tuple(upright))


def _numbered(key: str, number: int) -> str:
    return block_id("pages", key) if number == 1 else block_id("pages", key, str(number))


def _with(blocks: list[Block], block: Block) -> list[Block]:
    """The blocks and one more. Where it opens a page and a heading stands just before it, the heading opens that page instead."""
    heads = _trailing_headings(blocks)
    if not heads or not _opens_page(block):
        return [*blocks, block]
    first, *rest = heads
    opened = replace(first, new_page=len(heads) < len(blocks))
    return [*blocks[: len(blocks) - len(heads)], opened, *rest, _closed(block)]


def _trailing_headings(blocks: list[Block]) -> list[Heading]:
    heads: list[Heading] = []
    for block in reversed(blocks):
        if not isinstance(block, Heading):
            break
        heads.insert(0, block)
    return heads


def _opens_page(block: Block) -> bool:
    first = block.blocks[0] if isinstance(block, Group) else block
    return isinstance(first, Heading) and first.new_page


def _closed(block: Block) -> Block:
    """The block without its opening of a page."""
    if isinstance(block, Group):
        return replace(block, blocks=(_closed(block.blocks[0]), *block.blocks[1:]))
    return replace(block, new_page=False) if isinstance(block, Heading) else block
