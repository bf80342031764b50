"""Numbers of what is still to come, or stands beside another number: they are no results."""

from __future__ import annotations

import itertools
import re

from papers.checks.facts import stem, stems
from papers.checks.grounds.apart import is_size
from papers.checks.grounds.number import Number
from papers.checks.grounds.pairs import every
from papers.checks.grounds.sheet import is_slip
from papers.checks.grounds.told import DOUBTED, Told
from papers.checks.grounds.words import LACKING, NEEDING
from papers.checks.language.matching import matcher

FURTHER = matcher(r"(?:a further|another) ", re.IGNORECASE)
"""With which a number begins that is told beside another."""
NEAR = 6
"""How many words after a number may tell that it is still to come."""


def to_come(number: Number) -> Told | None:
    """The distance that a number of what is lacking or comes on top gives, else a doubt; None of any other number."""
    if not _is_lacking(number) and not _is_beside(number):
        return None
    right = next((each for each in every(number) if is_size(number, each)), None)
    return Told("true", "change", right) if right else DOUBTED


def _is_lacking(number: Number) -> bool:
    """Whether it is what is still to come: "447 more are needed", "1,250 are planned"."""
    words = set(itertools.takewhile(lambda each: each[0] not in "#=", number.right[:NEAR]))
    needed = NEEDING & set(number.left[:2])
    return not number.role and any(each not in number.sheet.facts.indicator.title.lower() for each in needed | LACKING & words)


def _is_beside(number: Number) -> bool:
    """Whether it comes on top of another number, as no change and of no period or series of its own: "with a further 310 waiting"."""
    sheet = number.sheet
    told = {stem(each) for each in number.piece.words} - sheet.facts.words
    if number.gap or number.own or any(stems(each.label) & told for each in sheet.facts.series if each.name in sheet.series):
        return False
    begin, _ = sheet.reading.coded.words(number.token.start, number.token.stop)
    return bool(FURTHER.match(sheet.reading.coded.sentence, begin)) and not any(
        is_slip(number.amount, each.number) for each in sheet.all_figures
    )
