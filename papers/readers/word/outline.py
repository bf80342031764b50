"""The sent Document as an outline: which block stands in which, and by which bookmark each is found again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from papers.document import Block, Chart, Commentary, Document, Group, Section
from papers.readers.word.anchors import anchor_of

Holder = Section | Group | Commentary


@dataclass(frozen=True, slots=True)
class Outline:
    """Blocks by their ids, with the ids of all that they stand in, outermost first."""

    blocks: Mapping[str, Section | Block]
    chains: Mapping[str, tuple[str, ...]]
    by_anchor: Mapping[str, str] = field(default_factory=dict)

    def holds(self, block: str) -> bool:
        """Whether blocks stand in the block."""
        return isinstance(self.blocks.get(block), Holder)

    def placed(self, block: str) -> bool:
        """Whether the block needs no control, for its place in a commentary says its id."""
        chain = self.chains[block]
        holder = self.blocks[chain[-1]] if chain else None
        if not isinstance(holder, Commentary):
            return False
        number = next(n for n, each in enumerate(holder.blocks, 1) if each.id == block)
        return block == f"{holder.id}/{number}"

    def chart(self, block: str) -> Chart | None:
        """The chart of that id."""
        found = self.blocks.get(block)
        return found if isinstance(found, Chart) else None


def outline_of(document: Document) -> Outline:
    """The outline of a Document. Lists within lists and charts within tables stand in blocks and are none of their own here."""
    blocks: dict[str, Section | Block] = {}
    chains: dict[str, tuple[str, ...]] = {}

    def enter(node: Section | Block, chain: tuple[str, ...]) -> None:
        blocks[node.id], chains[node.id] = node, chain
        for each in node.blocks if isinstance(node, Holder) else ():
            enter(each, (*chain, node.id))

    for section in document.sections:
        enter(section, ())
    return Outline(blocks, chains, {anchor_of(block): block for block in blocks})
