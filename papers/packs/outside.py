"""Words outside of what a page shows: cropped away or beside the sheet, and read by whoever copies its text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

LEAST_LETTERS = 3
"""Letters and digits that make words: less may be a mark of a printer's, or the end of a line that the edge cuts."""


def pages_with_words_outside(data: bytes, pages: Sequence[int]) -> list[int]:
    """Those of the pages (from 0) of the PDF that have words wholly outside their boxes."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        return [n for n in pages if _has_words_outside(pdf[n])]
    finally:
        pdf.close()


def _has_words_outside(page: Any) -> bool:  # noqa: ANN401 - a page of pypdfium2, which has no types
    inside = groupby(_letters(page))
    return any(not shown and sum(1 for _ in letters) >= LEAST_LETTERS for shown, letters in inside)


def _letters(page: Any) -> Iterator[bool]:  # noqa: ANN401 - as above
    """For every letter and digit of the page in turn whether any of it lies within the page's box."""
    from pypdfium2 import raw

    left, bottom, right, top = page.get_mediabox()
    text = page.get_textpage()
    edges = [ctypes.c_double() for _ in range(4)]
    for n in range(text.count_chars()):
        if not chr(raw.FPDFText_GetUnicode(text, n)).isalnum():
            continue
        raw.FPDFText_GetCharBox(text, n, *edges)
        at_left, at_right, low, high = (edge.value for edge in edges)
        yield at_left < right and at_right > left and low < top and high > bottom
