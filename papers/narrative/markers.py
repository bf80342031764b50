"""Markers beside figures in words: one word under a large figure, and what they stand for under a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papers.dataset import Marker, SmallNumbers, Value
from papers.wording import count_word

CONFIDENTIAL: Marker = "c"

MARKERS: dict[Marker, tuple[str, str]] = {
    "p": ("provisional", "provisional"),
    "r": ("revised", "revised since it was last published"),
    "x": ("not available", "not available"),
    "b": ("break in series", "a break in the series: not comparable with the figures before it"),
    "c": ("suppressed", "a figure that is suppressed because it could identify a person"),
}
"""Markers in a word, and as explained under a table."""


def marker_notes(values: Iterable[Value | None], small: SmallNumbers) -> Iterator[str]:
    """What the markers of the values stand for, each once, and why a figure is suppressed."""
    found = [value for value in values if value is not None]
    used = {marker for value in found for marker in value.markers}
    if any(value.number is None and value.text.strip().casefold() == CONFIDENTIAL for value in found):
        yield f"c stands for {MARKERS[CONFIDENTIAL][1]}."
    yield from (f"[{marker}] stands for {_meaning(marker, small)}." for marker in MARKERS if marker in used)


def _meaning(marker: Marker, small: SmallNumbers) -> str:
    """What the marker stands for; of a suppressed figure with the limit, where the report sets one."""
    if marker != CONFIDENTIAL or small.limit is None:
        return MARKERS[marker][1]
    few = f"fewer than {count_word(small.limit)} people"
    counts = f"it counts {few}{'' if small.zeros else ' or nobody'}"
    return f"a number that is suppressed: {counts}, could identify a person otherwise, or would let such a number be worked out"
