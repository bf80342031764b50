"""The order of two figures: "from 4.8% to 3.9%" where the data went from 3.9% to 4.8%."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from papers.checks.facts import Figure
from papers.checks.grounds.pairs import FROM_TO
from papers.checks.grounds.sheet import Sheet, agrees, in_unit
from papers.checks.grounds.told import Told


def orders(sheet: Sheet) -> Iterator[tuple[tuple[int, int], Told]]:
    """Where the coded text tells of two figures as one after the other that follow each other the other way round only."""
    for found in FROM_TO.finditer(sheet.reading.text):
        if sheet.reading.is_guarded(found.start()):
            continue
        earlier, later = (_figures(sheet, index) for index in found.groups())
        pairs = [
            (one, two) for one, two in itertools.product(earlier, later) if one.name == two.name and one.observation is not two.observation
        ]
        if pairs and all(one.observation.period.end > two.observation.period.end for one, two in pairs):
            yield found.span(), Told("false", "change", pairs[0])


def _figures(sheet: Sheet, index: str) -> list[Figure]:
    """The figures that a number says; none of one that is rounded, which may be several."""
    amount = sheet.reading.amount(index)
    return [] if amount.around else [each for each in in_unit(amount, sheet.all_figures) if agrees(amount, each)]
