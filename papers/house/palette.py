"""Colours of charts as the house has them: the accents of the template's theme stand in the place of the shipped template's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from papers.document import Block, Chart, Document, Group, Table
from papers.house.styles import HouseStyle

ACCENTS = ("#12436D", "#28A197", "#801650", "#F46A25", "#4A5560", "#8A94A3")
"""The accents of the shipped template's theme, with which charts are drafted: bars, a comparator, thresholds, targets, greys."""

B = TypeVar("B", bound=Block)


def in_palette(document: Document, house: HouseStyle) -> Document:
    """The document with its charts in the house's accents; itself where these are the shipped ones. Colours of ratings stay."""
    colours = {usual: own for usual, own in zip(ACCENTS, house.accents, strict=False) if usual != own}
    if not colours:
        return document
    sections = (replace(each, blocks=tuple(_block(block, colours) for block in each.blocks)) for each in document.sections)
    return replace(document, sections=tuple(sections))


def _block(block: B, colours: Mapping[str, str]) -> B:
    match block:
        case Chart(series=series):
            return replace(block, series=tuple(replace(each, colour=colours.get(each.colour, each.colour)) for each in series))
        case Group(blocks=blocks):
            return replace(block, blocks=tuple(_block(each, colours) for each in blocks))
        case Table(rows=rows) if any(cell.chart for row in rows for cell in row.cells):
            made = (
                replace(row, cells=tuple(replace(c, chart=_block(c.chart, colours)) if c.chart else c for c in row.cells)) for row in rows
            )
            return replace(block, rows=tuple(made))
        case _:
            return block
