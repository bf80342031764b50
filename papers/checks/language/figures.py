"""Whether a text is figures, not words."""

from __future__ import annotations

import re

from papers.checks.language.ages import age_spans
from papers.checks.language.matching import matcher

FIGURES = matcher(r"\(?[\d,.]+%?\)?|GREEN|AMBER|RED|[^\w\s]+")
LEAST_FIGURES = 5


def is_figures(sentence: str) -> bool:
    """Whether the text is a row of a table, or a few of them, not a sentence."""
    ages = age_spans(sentence)
    tokens = [each[0] for each in re.finditer(r"\S+", sentence) if not any(start <= each.start() < stop for start, stop, _ in ages)]
    figures = sum(bool(FIGURES.fullmatch(each)) for each in tokens)
    bracketed = len(re.findall(r"\d+%? \(\d+%?\)", sentence))
    return (
        (figures >= LEAST_FIGURES and figures > 0.35 * len(tokens))
        or bracketed >= LEAST_FIGURES - 2
        or bool(re.search(r"(?:GREEN|AMBER|RED) (?:GREEN|AMBER|RED)", sentence))
    )
