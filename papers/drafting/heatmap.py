"""The risk heat map as a native table: where each risk stands, only where its likelihood and impact are both given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papers.dataset import Risk
from papers.document import Block, Cell, Chip, Column, Group, Heading, LineBreak, Paragraph, Row, Table, inlines
from papers.drafting.ids import block_id
from papers.drafting.parts import bold, cell, header
from papers.drafting.shares import PADDING, TEXT_WIDTH, measure, shares
from papers.narrative.phrases import Phrases
from papers.narrative.risks import map_summary, step, unplaced
from papers.risks import HeatCell, HeatMap, RiskScheme
from papers.risks import heat_map as placed
from papers.wording import listed

LIKELIHOOD, IMPACT = "Likelihood", "Impact"


def heat_map(phrases: Phrases, risks: Sequence[Risk], scheme: RiskScheme) -> Iterator[Block]:
    """A heading, where the risks stand in a sentence, the map, and which risks are not on it; nothing where none can be placed.

    The sentence is the map's text alternative. Risks without both likelihood and impact are not placed: a score of 12 may be
    3 by 4 or 4 by 3.
    """
    found = placed(risks, scheme)
    if not found.occupied:
        return
    heading = Heading(block_id("risks", "map-heading"), 2, inlines("Likelihood and impact"))
    said = Paragraph(block_id("risks", "map", "summary"), map_summary(phrases, found))
    missing = unplaced(phrases, risks, found)
    under = [Paragraph(block_id("risks", "map", "unplaced"), missing, "note")] if missing else []
    yield Group(block_id("risks", "map", "block"), (heading, said, _map(found), *under))


def _map(found: HeatMap) -> Table:
    """Likelihood down, highest first, impact across; each cell says its level in a word, its score, and the risks that stand there."""
    scheme = found.scheme
    names = [step(number, scheme.likelihoods) for number in range(len(scheme.likelihoods), 0, -1)]
    across = [step(number, scheme.impacts) for number in range(1, len(scheme.impacts) + 1)]
    head = (header(cell(LIKELIHOOD, rowspan=2), cell(IMPACT, colspan=len(across))), header(*across))
    rows = [Row((cell(bold(name)), *map(_cell, cells))) for name, cells in zip(names, found.rows, strict=True)]
    stub = max(measure(name, bold=True) for name in (LIKELIHOOD, *names)) + PADDING
    widths = shares([stub, *[(TEXT_WIDTH - stub) / len(across)] * len(across)])
    columns = tuple(Column(share, "centre" if n else "left") for n, share in enumerate(widths))
    return Table(block_id("risks", "map"), "Risks by likelihood and impact", columns, (*head, *rows))


def _cell(place: HeatCell) -> Cell:
    band = place.level.band
    chip = Chip(f"{band.word} {place.score}", band.fill, band.ink)
    return cell(chip, *((LineBreak(), bold(listed(place.risks))) if place.risks else ()))
