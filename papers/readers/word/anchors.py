"""Bookmarks as the ids of the blocks that begin with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha1
from typing import TYPE_CHECKING

from papers.readers.word.names import VAL, at, val, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element

PREFIX = "_p"
DIGITS = 12
MOST_MISSING = 24
"""How many places in a row, in one commentary or list, may hold blocks that bear controls of their own."""


def anchor_of(block: str) -> str:
    """The name of the bookmark with which a block begins: `_p` and the first digits of the SHA-1 of its id."""
    return PREFIX + sha1(block.encode(), usedforsecurity=False).hexdigest()[:DIGITS]


def anchored(root: Element) -> dict[str, str]:
    """The ids of blocks by the names of their bookmarks: ids that controls bear, and those that places give under them."""
    waiting = {each.get(w("name")) or "" for each in root.iter(w("bookmarkStart"))}
    waiting = {name for name in waiting if name.startswith(PREFIX)}
    tags = list(dict.fromkeys(each.get(VAL) or "" for each in root.iter(w("tag"))))
    found: dict[str, str] = {}
    for tag in tags:
        name = anchor_of(tag)
        if name in waiting:
            found[name] = tag
    left = waiting - found.keys()
    for missing in (0, MOST_MISSING):  # nearly all places follow each other: the long search is for the rest
        for tag in tags if left else ():
            for part in _parts(tag, left, missing):
                found[anchor_of(part)] = part
                left.discard(anchor_of(part))
    return found


def unexplained(root: Element, anchors: Mapping[str, str]) -> bool:
    """Whether a block may have lost its control, as after another program has saved the file: its bookmark stands in none of its own."""
    tags = {each.get(VAL) for each in root.iter(w("tag"))}
    for mark in root.iter(w("bookmarkStart")):
        name = mark.get(w("name")) or ""
        if name.startswith(PREFIX) and anchors.get(name) not in tags and (name not in anchors or _among_controls(mark)):
            return True
    return False


def _among_controls(mark: Element) -> bool:
    """Whether the control around the bookmark holds blocks' controls, and is no commentary, whose blocks need none."""
    holder = next((each for each in mark.iterancestors(w("sdt")) if val(each, "sdtPr/tag")), None)
    content = at(holder, "sdtContent")
    if content is None or val(holder, "sdtPr/alias") is not None:
        return holder is None
    return any(val(each, "sdtPr/tag") for each in content.iterchildren(w("sdt")))


def _parts(holder: str, waiting: set[str], most: int) -> Iterator[str]:
    """Ids that places give under the holder, and under those; after more than `most` that are not waited for there is none."""
    number = missing = 0
    while missing <= most:
        number += 1
        part = f"{holder}/{number}"
        missing += 1
        if anchor_of(part) in waiting:
            missing = 0
            yield part
            yield from _parts(part, waiting, most)
