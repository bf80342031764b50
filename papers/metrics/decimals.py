"""Numbers in a column, aligned on the decimal point by moving each text left from the right edge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.metrics.faces import width

NUMBER = re.compile(r"\d(?:[\d,\u00a0\u2009\u202f]*\d)?")


def decimal_pads(texts: Sequence[str], font: str, size: float, *, bold: Sequence[bool] = ()) -> tuple[float, ...]:
    """How far in points each text stands from the column's right edge so that all decimal points stand in one line.

    What follows a number's whole part ("%", ".5 days", " [p]") hangs to the right of that line; a text without a digit that
    is one character (a dash for nil) ends at it, and any other such text ("n/a", "New") stands at the edge.
    """
    heavy = bold or (False,) * len(texts)
    tails = [_tail(text) for text in texts]
    widths = [0.0 if tail is None else width(tail, font, size, bold=is_bold) for tail, is_bold in zip(tails, heavy, strict=True)]
    widest = max((w for w, tail in zip(widths, tails, strict=True) if tail is not None), default=0.0)
    return tuple(0.0 if tail is None else widest - own for own, tail in zip(widths, tails, strict=True))


def _tail(text: str) -> str | None:
    """What hangs to the right of the decimal line, or None where the text doesn't stand on it."""
    found = NUMBER.search(text)
    if found:
        return text[found.end() :]
    return "" if len(text.strip()) == 1 else None
