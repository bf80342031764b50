"""Whether text that came back can be printed: what the next build would refuse, said when the text comes home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papers.document import AuthoredBlock
from papers.errors import Place, Problem, problem
from papers.metrics import missing
from papers.rounds.said import lines


def unprintable(blocks: Iterable[AuthoredBlock], commentary: str | None = None) -> Iterator[Problem]:
    """A problem for each character of the blocks that the papers' fonts lack."""
    for character in missing(line for block in blocks for line in lines(block)):
        yield problem("character-without-glyph", Place(block=commentary), value=character, point=f"U+{ord(character):04X}")
