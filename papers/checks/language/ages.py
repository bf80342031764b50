"""Spans of age and school years, which name groups: "under five", "aged 10 to 15", "16 or 17", "65 and over", "Year 7"."""

from __future__ import annotations

import re
from functools import lru_cache

from papers.checks.language.matching import matcher
from papers.checks.language.numerals import NUMBER_WORDS, WORD_NUMBER

_N = rf"(\d{{1,2}}|{WORD_NUMBER})"
SPANS = matcher(
    rf"(?<![\w.,])(?:(?P<year>year ){_N}(?![.,]?\d)"
    rf"|(?:aged? )?(?:under|below(?: the age of)?|younger than|less than)[ -](?:the age of )?{_N}(?! ?%| per ?cent|\d|[.,]\d)(?:s\b)?"
    rf"|(?:aged? )?{_N} (?P<up>(?:and|or) (?:over|older|above))"
    rf"|(?:aged? )?{_N} (?P<down>(?:and|or) (?:under|younger))"
    rf"|(?P<aged>aged? |between |from )?(?:the ages of )?{_N}(?: ?(?P<to>to|-|\u2013|and|or) ?){_N}(?:s\b)?(?![\w%]|[.,]\d))",
    re.IGNORECASE,
)
OLDEST = 120


@lru_cache(maxsize=1 << 11)
def age_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where the text names a span, and the span by its one name: "0-4", "65-", "year 7"."""
    spans = []
    found = SPANS.search(text)
    while found:
        numbers = [_number(each) for each in found.groups()[1:] if each and re.fullmatch(_N, each, re.IGNORECASE)]
        if name := _name(found, numbers):
            spans.append((found.start(), found.end(), name))
        elif found["to"]:
            found = SPANS.search(text, found.end("to"))
            continue
        found = SPANS.search(text, found.end())
    return tuple(spans)


def _name(found: re.Match[str], numbers: list[int]) -> str:
    if found["year"]:
        return f"year {numbers[0]}"
    if found["up"] or found["down"]:
        return f"{numbers[0]}-" if found["up"] else f"0-{numbers[0]}"
    if not found["to"]:
        return f"0-{numbers[0] - 1}"
    low, high = numbers
    plain = found["to"].lower() not in ("and", "or") or found["aged"] or high == low + 1
    return f"{low}-{high}" if low < high <= OLDEST and plain else ""


def _number(words: str) -> int:
    return int(words) if words.isdigit() else sum(NUMBER_WORDS[each] for each in re.split("[- ]", words.lower()))
