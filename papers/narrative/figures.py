"""Figures in sentences, which carry the key of the value they show, and sentences that make a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from papers.document import Inline, Run

Words = tuple[Inline, ...]
Part = Inline | str


def figure(text: str, key: str) -> Run:
    """The text as a shown value of that key."""
    return Run(text, figure=key)


def paragraph(sentences: Iterable[Sequence[Part]]) -> list[Part]:
    """The sentences with a space between them; an empty one leaves no gap."""
    out: list[Part] = []
    for sentence in sentences:
        if any(sentence):
            out += [*([" "] if out else []), *sentence]
    return out
