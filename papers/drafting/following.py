"""Figures in authored text that follow their data: a run with the key of a value shows what the value is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from papers.dataset import Dataset
from papers.document import (
    AuthoredBlock,
    Block,
    Bullets,
    Commentary,
    Document,
    Footnote,
    Group,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Picture,
    Run,
    Table,
)
from papers.results import Assessed
from papers.wording import shown_value


def values(dataset: Dataset, assessed: Assessed) -> dict[str, str]:
    """Every figure as shown, by key: observations, and counts of the summary."""
    units = {each.id: each.unit for each in dataset.indicators}
    infos = {(each.indicator, each.name): each.unit for each in dataset.series}
    out = {
        f"{each.indicator}/{each.period.end.isoformat()}/{name}": text
        for each in dataset.observations
        for name, value in each.values.items()
        if (text := shown_value(replace(value, markers=()), infos.get((each.indicator, name), units.get(each.indicator, ""))))
    }
    return out | {f"summary/rating/{word}": str(count) for word, count in assessed.counts.rating.items()}


def quotes_figures(dataset: Dataset) -> bool:
    """Whether any authored text holds a figure with its key."""
    return any("figure='" in repr(part.blocks) for part in dataset.narrative)


def followed(document: Document, shown: Mapping[str, str]) -> Document:
    """The document with the figures in its commentaries as they are shown now."""
    sections = (replace(section, blocks=tuple(_block(block, shown) for block in section.blocks)) for section in document.sections)
    return replace(document, sections=tuple(sections))


def _block(block: Block, shown: Mapping[str, str]) -> Block:
    match block:
        case Group():
            return replace(block, blocks=tuple(_block(each, shown) for each in block.blocks))
        case Commentary():
            return replace(block, blocks=tuple(followed_block(each, shown) for each in block.blocks))
    return block


def followed_block(block: AuthoredBlock, shown: Mapping[str, str]) -> AuthoredBlock:
    """The authored block with its figures as they are shown now; one that is not among them stays as it stands."""
    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=_words(block.inlines, shown))
        case Bullets():
            return replace(block, items=tuple(_item(item, shown) for item in block.items))
        case Table():
            rows = (replace(row, cells=tuple(replace(c, inlines=_words(c.inlines, shown)) for c in row.cells)) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case Picture():
            return replace(block, caption=_words(block.caption, shown))


def _item(item: Item, shown: Mapping[str, str]) -> Item:
    nested = followed_block(item.nested, shown) if item.nested else None
    return Item(_words(item.inlines, shown), nested if isinstance(nested, Bullets) else None)


def _words(parts: tuple[Inline, ...], shown: Mapping[str, str]) -> tuple[Inline, ...]:
    return tuple(_inline(part, shown) for part in parts)


def _inline(part: Inline, shown: Mapping[str, str]) -> Inline:
    match part:
        case Run(figure=str(key)):
            return replace(part, text=shown.get(key) or part.text)
        case Link(runs=runs):
            return replace(part, runs=tuple(run for run in _words(runs, shown) if isinstance(run, Run)))
        case Footnote(inlines=inner):
            return replace(part, inlines=_words(inner, shown))
    return part
