"""What leads a reader on a screen: from wherever an indicator is named to its block, and from its block back to the summary.

Only computed text is touched. What officers wrote is theirs, word for word and link for link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from papers.dataset import Indicator
from papers.document import Block, Bullets, Cell, Document, Group, Inline, Item, Link, Paragraph, Row, Run, Table, inlines, walk
from papers.drafting.ids import indicator_id

BACK = {"summary/indicators": "Back to the summary"}
"""What a way back is called, by the table that it leads to."""
BETWEEN = " \u00b7 "
"""A middle dot between two links that stand side by side."""
BACK_ELSEWHERE = "Back to the list of indicators"
LIST = "/indicators"
"""How the id of a table that lists indicators ends."""


def linked(document: Document, indicators: Iterable[Indicator]) -> Document:
    """The document with links from every mention of an indicator whose block it has, and a way back from each of those blocks."""
    found = tuple(indicators)
    linker = _Linker(_targets(document, found))
    backs = _ways_back(document, found)
    sections = []
    for section in document.sections:
        blocks = tuple(linker.block(block) for block in section.blocks)
        sections.append(replace(section, blocks=tuple(_with_ways_back(blocks, backs))))
    return replace(document, sections=tuple(sections))


def _targets(document: Document, indicators: Iterable[Indicator]) -> dict[str, str]:
    """The id of an indicator's heading by each of its names; a name that two have leads nowhere."""
    known = {each.id for each in walk(document)}
    found: dict[str, str] = {}
    shared: set[str] = set()
    for indicator in indicators:
        target = indicator_id(indicator.id)
        for name in {indicator.name, indicator.title} if target in known else ():
            shared |= {name} if found.setdefault(name, target) != target else set()
    return {name: target for name, target in found.items() if name not in shared}


def _ways_back(document: Document, indicators: Iterable[Indicator]) -> dict[str, tuple[str, str]]:
    """For each indicator that a list of the document names: the list that its block leads back to, and how the link is worded."""
    lists = [each for each in walk(document) if isinstance(each, Table) and each.id.endswith(LIST)]
    lists.sort(key=lambda table: table.id not in BACK)
    named = [(table.id, {link.target for link in _links(table)}) for table in lists]
    found = {}
    for indicator in indicators:
        own = next((table for table, targets in named if f"#{indicator_id(indicator.id)}" in targets), None)
        if own:
            found[indicator.id] = (own, BACK.get(own, BACK_ELSEWHERE))
    return found


def _links(table: Table) -> Iterator[Link]:
    yield from (each for row in table.rows for cell in row.cells for each in cell.inlines if isinstance(each, Link))


def _with_ways_back(blocks: Sequence[Block], backs: Mapping[str, tuple[str, str]]) -> Iterator[Block]:
    """The blocks, with the way back at the end of each indicator's."""
    ends = {_end(blocks, key): key for key in backs}
    for n, block in enumerate(blocks):
        yield from _led_back(block, ends[n], *backs[ends[n]]) if n in ends else (block,)


def _end(blocks: Sequence[Block], key: str) -> int | None:
    """Where the last block of the indicator stands; None where it has none here."""
    first, own = indicator_id(key, "block"), f"{indicator_id(key)}/"
    start = next((n for n, block in enumerate(blocks) if block.id == first), None)
    if start is None:
        return None
    following = takewhile(lambda block: block.id.startswith(own), blocks[start + 1 :])
    return start + sum(1 for _ in following)


def _led_back(block: Block, key: str, target: str, words: str) -> Iterator[Block]:
    """The indicator's last block with the link in it, where that is its notes, else with the link after it."""
    link = Link((Run(words),), f"#{target}")
    if isinstance(block, Paragraph) and block.id == indicator_id(key, "notes"):
        parted = BETWEEN if isinstance(block.inlines[-1], Link) else " "
        yield replace(block, inlines=inlines(*block.inlines, parted, link))
    else:
        yield block
        yield Paragraph(indicator_id(key, "back"), (link,), "note")


class _Linker:
    """Turns names into links. `targets` are by name."""

    def __init__(self, targets: Mapping[str, str]) -> None:
        longest_first = sorted(targets, key=lambda name: (-len(name), name))
        self.targets = targets
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")

    def block(self, block: Block, own: str = "") -> Block:
        """The block with its mentions linked, but for those of `own`, the indicator's heading that it stands under, and in headings."""
        match block:
            case Group():
                heading = block.id.removesuffix("/block")
                return replace(block, blocks=tuple(self.block(each, heading) for each in block.blocks))
            case Paragraph():
                return replace(block, inlines=self._words(block.inlines, own or block.id.rpartition("/")[0]))
            case Bullets():
                return self._bullets(block, own)
            case Table():
                return replace(block, rows=tuple(self._row(row, own) for row in block.rows))
        return block

    def _bullets(self, block: Bullets, own: str) -> Bullets:
        items = (Item(self._words(item.inlines, own), self._bullets(item.nested, own) if item.nested else None) for item in block.items)
        return replace(block, items=tuple(items))

    def _row(self, row: Row, own: str) -> Row:
        """A header may be shown again on each page, where it is decoration that leads nowhere."""
        return row if row.kind == "header" else replace(row, cells=tuple(self._cell(cell, own) for cell in row.cells))

    def _cell(self, cell: Cell, own: str) -> Cell:
        words = () if cell.chart else self._words(cell.inlines, own)
        return cell if cell.chart or words == cell.inlines else replace(cell, inlines=words)

    def _words(self, parts: Sequence[Inline], own: str) -> tuple[Inline, ...]:
        return inlines(*(each for part in parts for each in (self._run(part, own) if isinstance(part, Run) else (part,))))

    def _run(self, run: Run, own: str) -> Iterator[Inline]:
        start = 0
        for found in self.pattern.finditer(run.text) if run.figure is None else ():
            target = self.targets[found.group()]
            if target != own:
                yield from [replace(run, text=run.text[start : found.start()])] if found.start() > start else []
                yield Link((replace(run, text=found.group()),), f"#{target}")
                start = found.end()
        if start < len(run.text):
            yield replace(run, text=run.text[start:]) if start else run
