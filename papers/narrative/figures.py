"""Figures in sentences: words that carry the key of the value they show, and the turns of phrase that counts need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from papers.document import Inline, Run
from papers.wording import capital, count_word, plural

Words = tuple[Inline, ...]
Part = Inline | str


def figure(text: str, key: str) -> Run:
    """The text as a shown value of that key."""
    return Run(text, figure=key)


def counted(count: int, key: str, *, first: bool = False, none: str = "none") -> Run:
    """The count in words as a figure: "none", "two", "35"; with a capital where it begins a sentence."""
    words = count_word(count) if count else none
    return figure(capital(words) if first else words, key)


def compared(now: int, before: int, key: str, *, than: str = "", equal: str = "as many as before") -> list[Part]:
    """The change of a count: "one more", "two fewer than in the last report", or that there is none; never "0 more"."""
    if now == before:
        return [equal]
    difference = abs(now - before)
    return [figure(count_word(difference), key), f" {'more' if now > before else 'fewer'}{than}"]


def joined(clauses: Sequence[Sequence[Part]], *, joint: str = " and ", comma: str = ", ") -> list[Part]:
    """The clauses as one list in a sentence: "a, b and c"."""
    out: list[Part] = []
    for n, clause in enumerate(clauses):
        if n:
            out.append(joint if n == len(clauses) - 1 else comma)
        out.extend(clause)
    return out


def are(count: int) -> str:
    """The verb that goes with the count: none are, one is, two are."""
    return plural(count, "is", "are")


def paragraph(sentences: Iterable[Sequence[Part]]) -> list[Part]:
    """The sentences with a space between them; an empty one leaves no gap."""
    return joined([sentence for sentence in sentences if any(sentence)], joint=" ", comma=" ")
