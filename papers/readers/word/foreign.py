"""Word files that are not ours, and content controls that are not: date pickers, titles and the like are the words in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from papers.document import ID, MAX_ID
from papers.readers.word.anchors import DIGITS, PREFIX
from papers.readers.word.names import VAL, at, w, words_of
from papers.readers.word.properties import PAPER

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.package import Package

ANCHOR = re.compile(f"{PREFIX}[0-9a-f]{{{DIGITS}}}")
"""The bookmarks of our blocks, which stay when the properties are taken out."""


def is_ours(package: Package) -> bool:
    """Whether the file is a paper of ours, edited since or not: its properties name the paper, or a block of ours begins in it."""
    if package.custom_properties().get(PAPER):
        return True
    return any(ANCHOR.fullmatch(each.get(w("name")) or "") for each in package.trees[package.main].iter(w("bookmarkStart")))


def without_controls(root: Element, *, every: bool) -> tuple[str, ...]:
    """Leave of the content controls that are not ours the words; the prompts of empty ones, which are no words.

    Ours bear the id of a block; with `every`, none is.
    """
    prompts = []
    for control in list(root.iter(w("sdt"))):
        tag, content = at(control, "sdtPr/tag"), at(control, "sdtContent")
        if not every and (tag is None or _is_block(tag.get(VAL) or "")):
            continue
        properties = at(control, "sdtPr")
        for name in ("tag", "docPartObj"):
            found = at(properties, name)
            if properties is not None and found is not None:
                properties.remove(found)
        if content is not None and at(properties, "showingPlcHdr") is not None:
            prompts += [words_of(content)] if words_of(content) else []
            for each in list(content.iter(w("t"))):
                each.text = ""
    return tuple(prompts)


def _is_block(tag: str) -> bool:
    return len(tag) <= MAX_ID and ID.fullmatch(tag) is not None
