"""What came back of the blocks that were sent, and the texts that stand outside of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from papers.document import AuthoredBlock, Block, Bullets, Commentary, Heading, Paragraph, Picture, Table
from papers.rounds.said import Unit, lines, markdown_of

AUTHORED = (Heading, Paragraph, Bullets, Table, Picture)


@dataclass
class Come:
    """What came back of one block that was sent: its own, and texts beside it that are taken for it."""

    unit: Unit
    block: Block | None = None
    added: list[AuthoredBlock] = field(default_factory=list)


@dataclass
class Stray:
    """Texts outside any block, in a row, with the blocks that they stand between."""

    before: Unit | None
    after: Unit | None
    blocks: list[Block]


def authored(block: Block) -> Iterator[AuthoredBlock]:
    """The authored blocks that the block is or holds."""
    if isinstance(block, AUTHORED):
        yield block
    elif isinstance(block, Commentary):
        yield from block.blocks


def alike(one: str, other: str) -> float:
    """How much of the words of two texts is the same, from 0 to 1."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def text_of(block: Block) -> str:
    """All words of the block, a line each."""
    return "\n".join(lines(block))


def joined(stray: Stray) -> str:
    """The texts as Markdown, a paragraph each."""
    return "\n\n".join(markdown_of(block) if isinstance(block, AUTHORED) else text_of(block) for block in stray.blocks)


def markdown(blocks: Iterable[AuthoredBlock]) -> str:
    """The blocks as Markdown, a paragraph each."""
    return "\n\n".join(map(markdown_of, blocks))


def between(stray: Stray) -> str:
    """What the text stands between, in words."""
    sides = [
        f"after {stray.before.id}" if stray.before else "at the beginning",
        f"before {stray.after.id}" if stray.after else "at the end",
    ]
    return ", ".join(sides)


def differing(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """The lines that only one of the two has."""
    old: list[str] = []
    new: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            old += before[a:b]
            new += after[c:d]
    return "\n".join(old), "\n".join(new)
