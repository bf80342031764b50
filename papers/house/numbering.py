"""The numbers of headings, where the house template's heading styles have a numbered list: counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from papers.document import Document, Heading, walk
from papers.house.styles import HouseStyle

PLACE = re.compile(r"%([1-4])")
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def heading_labels(document: Document, house: HouseStyle) -> dict[str, str]:
    """The number of each heading by its id ("2", "2.1"), authored headings included; none where the house numbers none."""
    patterns = {level: house.styles[f"Heading {level}"] for level in range(1, 5)}
    if not any(style.numbering for style in patterns.values()):
        return {}
    counts = dict.fromkeys(range(1, 5), 0)
    labels: dict[str, str] = {}
    for each in walk(document):
        if isinstance(each, Heading) and patterns[each.level].numbering:
            counts = {level: count * (level <= each.level) + (level == each.level) for level, count in counts.items()}
            shown = {level: counted(counts[level], patterns[level].number_format) for level in counts}
            labels[each.id] = _filled(patterns[each.level].numbering, shown)
    return labels


def _filled(pattern: str, shown: Mapping[int, str]) -> str:
    return PLACE.sub(lambda found: shown[int(found[1])], pattern)


def counted(number: int, how: str) -> str:
    """The number as Word's format of that name shows it: decimal, lowerLetter, upperRoman and so on."""
    shown = COUNTING.get(how.lower().removeprefix("lower").removeprefix("upper"), str)(number)
    return shown.upper() if how.startswith("upper") else shown


def letters(number: int) -> str:
    """Letters from a to z, then aa, bb, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """Small Roman numerals."""
    out = ""
    for value, signs in ROMAN:
        out += signs * (number // value)
        number %= value
    return out


COUNTING: Mapping[str, Callable[[int], str]] = {"letter": letters, "roman": roman}
