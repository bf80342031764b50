"""Numbers of paragraphs in an officer's Word file that a paper would show otherwise: it numbers each list from 1, and no headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from papers.readers.word.blocks import block_elements
from papers.readers.word.names import at, local, val, words_of

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.styles import Styles

SIMPLE = re.compile(r"%1[.)]?")
"""The form of a number in our papers' lists: one number and its stop."""


def lost_numbers(root: Element, styles: Styles) -> Iterator[tuple[str, str]]:
    """What numbers would be lost, and the words that they stand before."""
    seen: set[str] = set()
    last = ""
    body = at(root, "body")
    for each in () if body is None else block_elements(body):
        properties = at(each, "pPr") if local(each) == "p" else None
        words = words_of(each)
        if not words:
            continue
        place = styles.list_place(properties) if local(each) == "p" else None
        if place is None or not place.ordered:
            last = last if place is not None and place.level else ""
            continue
        if styles.heading_level(val(properties, "pStyle")):
            yield "numbered headings", words
            continue
        if place.level == 0:
            own = styles.definition(place.number) or place.number
            if own in seen and last != own and not styles.starts_anew(place):
                yield "a numbered list that goes on after other text", words
            seen.add(own)
            last = own
        form, text, start = styles.number_form(place)
        if start != "1":
            yield f"a list numbered from {start}", words
        if form != "decimal" or not SIMPLE.fullmatch(text):
            yield f"numbers of the form {text.replace('%', '')}" if form == "decimal" else f"a list numbered in {_in_words(form)}", words


def _in_words(form: str) -> str:
    """The name of a number's format in words: "lowerLetter" is "lower letter"."""
    return re.sub(r"(?=[A-Z])", " ", form).lower()
