"""The time limit of an indicator's title, said beside its figure: "84% of calls were answered within 30 seconds" where it is 20."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from papers.checks.grounds.sheet import Sheet, agrees, in_unit
from papers.checks.grounds.told import Told
from papers.checks.language.matching import matcher

TITLED = matcher(r"\b(?:within|in) (\d+) (?:working )?(second|minute|hour|day|week|month)s?\b", re.IGNORECASE)
SAID = matcher(r"~within-(\d+)-(?:working-)?(second|minute|hour|day|week|month)s?$")


def limits(sheet: Sheet) -> Iterator[tuple[tuple[int, int], Told]]:
    """Where a statement with one number, a result of the indicator, says another limit than the title has."""
    titled = TITLED.search(sheet.facts.indicator.title)
    for piece in sheet.pieces if titled else ():
        for token in piece.tokens:
            said = SAID.match(token.text)
            if not said or not titled or said[1] == titled[1] or said[2] != titled[2].lower() or Decimal(said[1]) in sheet.noted:
                continue
            amount = sheet.reading.amount(piece.numbers[0].index) if len(piece.numbers) == 1 else None
            results = [each for each in sheet.all_figures if each.name == sheet.main]
            found = [each for each in in_unit(amount, results) if agrees(amount, each)] if amount and amount.unit == "%" else []
            if found and not sheet.reading.is_guarded(token.start):
                yield (token.start, token.stop), Told("false", "unit", tuple(found[:1]), wording=titled[0].lower())
