"""Authored blocks with each of their inlines changed in one way: what follows its data, what leads home."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from papers.document import AuthoredBlock, Bullets, Footnote, Heading, Inline, Item, Paragraph, Picture, Table

Change = Callable[[Inline], Inline]


def rewritten(block: AuthoredBlock, change: Change) -> AuthoredBlock:
    """The block with every inline as `change` gives it; what stands in a footnote is changed one by one."""
    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=_words(block.inlines, change))
        case Bullets():
            return _bullets(block, change)
        case Table():
            rows = (replace(row, cells=tuple(replace(c, inlines=_words(c.inlines, change)) for c in row.cells)) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case Picture():
            return replace(block, caption=_words(block.caption, change))


def _bullets(block: Bullets, change: Change) -> Bullets:
    items = (Item(_words(item.inlines, change), _bullets(item.nested, change) if item.nested else None) for item in block.items)
    return replace(block, items=tuple(items))


def _words(parts: Iterable[Inline], change: Change) -> tuple[Inline, ...]:
    return tuple(replace(part, inlines=_words(part.inlines, change)) if isinstance(part, Footnote) else change(part) for part in parts)
