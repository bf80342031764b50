"""Figures in authored text that follow their data: a run with the key of a value shows what the value is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from papers.dataset import Dataset
from papers.document import AuthoredBlock, Block, Commentary, Document, Group, Inline, Link, Run
from papers.results import Assessed
from papers.rewriting import rewritten
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
    return rewritten(block, lambda part: _inline(part, shown))


def _inline(part: Inline, shown: Mapping[str, str]) -> Inline:
    match part:
        case Run():
            return _run(part, shown)
        case Link(runs=runs):
            return replace(part, runs=tuple(_run(run, shown) for run in runs))
    return part


def _run(run: Run, shown: Mapping[str, str]) -> Run:
    return replace(run, text=shown.get(run.figure) or run.text) if run.figure is not None else run
