"""On which pages the parts of a report stand, held against what prose says: "the risk register, which begins on page 45"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from papers.checks.facts import stem, stems
from papers.checks.language.matching import matcher
from papers.checks.summaries.names import GENERIC

PARTS = 2
"""The lowest level of the headings that are held: of parts and directorates, and of sections."""
NEAR = 12
"""How many words before a page the part is named, or after it."""
OURS = GENERIC | stems("corporate report section directorate update indicators all")
"""Stems of titles that are left out where a part is named."""
OPENS = matcher(r"\b(?:begin|start|open|commence)(?:s|ning|ing|ned|ed)? (?:on|at|from)|\bfrom", re.IGNORECASE)
"""What tells that a page is the first one."""
CLOSE = 20
"""One page in so many may be told amiss, for another house template moves what follows; of fewer pages, one."""


class Opening(NamedTuple):
    """A heading: its words, its level, the page on which it stands."""

    title: str
    level: int
    page: int


LaidOut = Callable[[], Sequence[Opening]]
"""What tells the headings of the report as it is laid out."""


@dataclass(frozen=True)
class Openings:
    """Holds the pages of parts; nothing where it is not known where they stand."""

    laid_out: LaidOut

    @cached_property
    def found(self) -> tuple[tuple[Opening, int], ...]:
        """The headings of parts, each with the last page of what stands under it."""
        every = tuple(self.laid_out())
        made = []
        for n, each in enumerate(every):
            after = [one.page for one in every[n + 1 :] if one.level <= each.level]
            made.append((each, max(each.page, after[0]) if after else each.page + max(0, *(one.page - each.page for one in every[n:]))))
        return tuple(each for each in made if each[0].level <= PARTS)

    def held(self, sentence: str, span: tuple[int, int], page: int) -> tuple[bool, str] | None:
        """Whether the part that is named beside it stands on the page, and what would be right; None where no part is named."""
        start, stop = span
        before = " ".join(sentence[:start].split()[-NEAR:])
        after = " ".join(sentence[stop:].split()[:NEAR])
        named = self._named(before) or self._named(after)
        if named is None:
            return None
        part, last = named
        slack = max(1, part.page // CLOSE)
        opens = OPENS.match(sentence, start) or OPENS.search(" ".join(sentence[:start].split()[-2:]) + " on")
        first = part.page - slack
        right = first <= page <= (part.page if opens else last) + slack
        return right, f"{part.title} begins on page {part.page}"

    def _named(self, words: str) -> tuple[Opening, int] | None:
        """The part whose title the words name: all of its telling words, or of a part its first one with a capital; the longest."""
        said = stems(words)
        capitals = {stem(each) for each in re.findall(r"\b[A-Z][\w'\u2019-]+", words)}
        fitting = []
        for each in self.found:
            own = stems(each[0].title) - OURS
            first = stem(each[0].title.split()[0].strip(","))
            if own and ((own <= said and (len(own) > 1 or own <= capitals)) or (each[0].level == 1 and first in capitals & own)):
                fitting.append((len(own & said), -each[0].level, each))
        best = max(fitting, key=lambda one: one[:2], default=None)
        return best[2] if best and sum(one[:2] == best[:2] for one in fitting) == 1 else None
