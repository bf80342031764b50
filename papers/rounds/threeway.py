"""Three sequences merged: what two people made of one base, taken together where they changed different places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

Pick = tuple[Literal["ours", "theirs"], int]
"""Which side's item, and its place there."""


def merge3(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[Pick, ...] | None:
    """The items of the merged sequence in order; None where both sides changed one place differently.

    Changes that touch each other are one place: nobody's change is joined to a neighbour that its author never saw.
    """
    picks: list[Pick] = []
    at = here = there = 0
    for base_end, our_end, their_end in _common(base, ours, theirs):
        found = _chunk(base[at:base_end], ours[here:our_end], theirs[there:their_end])
        if found is None:
            return None
        start, end = (here, our_end) if found == "ours" else (there, their_end)
        picks += [(found, n) for n in range(start, end)]
        if base_end < len(base):
            picks.append(("ours", our_end))
        at, here, there = base_end + 1, our_end + 1, their_end + 1
    return tuple(picks)


def _chunk(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Literal["ours", "theirs"] | None:
    """The side that holds what is to stand between two common items; None where both changed it differently."""
    if list(ours) == list(base):
        return "theirs"
    return "ours" if list(theirs) in (list(base), list(ours)) else None


def _common(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Places of the items that stand unchanged on both sides, in the base and on each side; the three ends last."""
    here, there = dict(_kept(base, ours)), dict(_kept(base, theirs))
    yield from ((n, here[n], there[n]) for n in range(len(base)) if n in here and n in there)
    yield len(base), len(ours), len(theirs)


def _kept(base: Sequence[str], side: Sequence[str]) -> Iterator[tuple[int, int]]:
    for a, b, size in SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks():
        yield from ((a + n, b + n) for n in range(size))


# --- for showing

WORD = re.compile(r"\s+|[£$€]?\d+(?:[.,:/]\d+)*%?|\w+|[^\w\s]")
"""A figure is one word, with its point, its commas and its percent sign."""


def word_difference(before: str, after: str) -> str:
    """Both texts in one: what went as `[-gone-]`, what came as `{+come+}`, word by word."""
    old, new = WORD.findall(before), WORD.findall(after)
    out: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            out.append(gone)
            continue
        out += [f"[-{gone}-]" if gone else "", f"{{+{come}+}}" if come else ""]
    return "".join(out)
