"""The risk heat map: which risks stand at which likelihood and impact, only where both are given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from papers.dataset import Risk
from papers.document import Block, Cell, Chip, Column, Heading, LineBreak, Row, Table, inlines
from papers.drafting.ids import block_id
from papers.drafting.parts import bold, cell, header
from papers.drafting.shares import TEXT_WIDTH, shares
from papers.risks import RiskScheme
from papers.wording import listed

STUB = 92
"""Points for the names of the rows."""


def heat_map(risks: Sequence[Risk], scheme: RiskScheme) -> Iterator[Block]:
    """A heading and the map as a table, its cells saying their level in a word; nothing where a position would be a guess.

    Risks without both likelihood and impact are not placed: a score of 12 may be 3 by 4 or 4 by 3.
    """
    placed = _placed(risks)
    if not placed:
        return
    yield Heading(block_id("risks", "map-heading"), 2, inlines("Likelihood and impact"))
    steps = range(1, scheme.size + 1)
    rows = [header("Likelihood", *(f"Impact {impact}" for impact in steps))]
    rows += [Row((cell(bold(str(step))), *(_cell(scheme, step, i, placed.get((step, i), [])) for i in steps))) for step in reversed(steps)]
    widths = shares([STUB, *[(TEXT_WIDTH - STUB) / scheme.size] * scheme.size])
    columns = tuple(Column(share, "centre" if n else "left") for n, share in enumerate(widths))
    yield Table(block_id("risks", "map"), "Risks by likelihood and impact", columns, tuple(rows))


def _placed(risks: Sequence[Risk]) -> dict[tuple[int, int], list[str]]:
    places: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for risk in risks:
        if risk.current_likelihood and risk.current_impact:
            places[risk.current_likelihood, risk.current_impact].append(risk.id)
    return dict(places)


def _cell(scheme: RiskScheme, likelihood: int, impact: int, risks: list[str]) -> Cell:
    level = scheme.level(likelihood * impact)
    chip = Chip(f"{level.band.word} {likelihood * impact}", level.band.fill, level.band.ink)
    return cell(chip, *((LineBreak(), bold(listed(risks))) if risks else ()))
