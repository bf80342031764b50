"""Papers whose blocks bear no ids (those that a template renders), held against what was sent by their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from papers.document import Block, Commentary, Document, Group
from papers.rounds.said import lines, units

STRAY = "text/"
NEW = "text/new-"


def aligned(sent: Document, returned: Document) -> Document:
    """The paper that came back, its blocks without ids of ours under the ids of those that were sent with the same words or in their place.

    A paper whose blocks all bear ids of ours is returned as it is.
    """
    before = [unit for unit in units(sent) if unit.id.startswith(STRAY)]
    if not before:
        return returned
    after = [unit for unit in units(returned) if unit.id.startswith(STRAY)]
    ids = {unit.id: f"{NEW}{n}" for n, unit in enumerate(after, 1)}
    old, new = [lines(unit.block) for unit in before], [lines(unit.block) for unit in after]
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and b - a == d - c):
            ids |= {after[c + n].id: before[a + n].id for n in range(b - a)}
    sections = tuple(replace(section, blocks=tuple(_renamed(section.blocks, ids))) for section in returned.sections)
    return replace(returned, sections=sections)


def _renamed(blocks: tuple[Block, ...], ids: dict[str, str]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield replace(block, blocks=tuple(_renamed(block.blocks, ids)))
        elif isinstance(block, Commentary):
            yield block
        else:
            yield replace(block, id=ids.get(block.id, block.id))
