"""Papers whose blocks bear no ids (those that a template renders), held against what was sent by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from papers.dataset import Narrative
from papers.document import Block, Commentary, Document, Group, Paragraph
from papers.drafting.authored import commentary_id
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


# --- authored parts of a paper that a template renders


def with_parts(document: Document, parts: Mapping[str, frozenset[str]]) -> Document:
    """The paper with the blocks of each part, by their ids, as one commentary of the part's id where the first of them stands."""
    holder = {block: key for key, blocks in parts.items() for block in blocks}
    sections = tuple(replace(section, blocks=tuple(_held(section.blocks, holder))) for section in document.sections)
    return replace(document, sections=sections) if holder else document


def parts_of(document: Document, narrative: Iterable[Narrative]) -> dict[str, frozenset[str]]:
    """The ids of the blocks that render each part of the cover, by the id of the part's commentary; only of parts that stand whole in a row."""
    held = [(unit.id, lines(unit.block)) for unit in units(document)]
    found: dict[str, frozenset[str]] = {}
    for part in narrative:
        wanted = [lines(block) for block in part.blocks if isinstance(block, Paragraph)]
        if not part.key.startswith("cover/") or not wanted or len(wanted) < len(part.blocks):
            continue
        for start in range(len(held) - len(wanted) + 1):
            row = held[start : start + len(wanted)]
            if [said for _, said in row] == wanted:
                found[commentary_id(part.key)] = frozenset(key for key, _ in row)
                break
    return found


def _held(blocks: Iterable[Block], holder: Mapping[str, str]) -> Iterator[Block]:
    """The blocks, those of one part together."""
    held: dict[str, list[Paragraph]] = {}
    for block in blocks:
        if isinstance(block, Paragraph) and block.id in holder:
            held.setdefault(holder[block.id], []).append(block)
    done: set[str] = set()
    for block in blocks:
        key = holder.get(block.id)
        if key is None or not isinstance(block, Paragraph):
            yield block
        elif key not in done:
            done.add(key)
            own = (Paragraph(f"{key}/{n}", each.inlines) for n, each in enumerate(held[key], 1))
            yield Commentary(key, key.split("/")[1].capitalize(), tuple(own))
