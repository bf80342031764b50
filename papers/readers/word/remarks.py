"""Comments in the margin of a Word file: who wrote them, when, and at which words of which block."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.readers.word.names import WORD_2010, WORD_2012, w, words_of
from papers.readers.word.places import block_of, moment
from papers.readers.word.reading import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from papers.readers.word.names import Element
    from papers.readers.word.package import Package


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its author and date, its text, the id of the block it stands in ("" in none) and the words it is on."""

    author: str
    date: dt.datetime | None
    text: str
    block: str
    words: str
    resolved: bool = False
    """Whether somebody has marked it as done."""
    answers: str = ""
    """The text of the comment that this one answers."""


def read_comments(package: Package) -> tuple[Comment, ...]:
    """The comments on the body, in reading order; those whose place is gone come last."""
    root = package.trees.get(package.part_of_kind("comments", package.main))
    found = {} if root is None else {each.get(w("id")) or "": each for each in root.iterchildren(w("comment"))}
    if not found:
        return ()
    threads = _threads(package, found)
    places = _places(package.trees[package.main])
    order = [number for number in places if number in found]
    return tuple(_comment(found[n], n, places.get(n, ("", "")), threads) for n in [*order, *(found.keys() - places.keys())])


def _comment(element: Element, number: str, place: tuple[str, str], threads: Mapping[str, tuple[bool, str]]) -> Comment:
    resolved, answers = threads.get(number, (False, ""))
    block, words = place
    return Comment(
        element.get(w("author")) or "", moment(element.get(w("date"))), words_of(element), block, shortened(words), resolved, answers
    )


def _places(root: Element) -> dict[str, tuple[str, str]]:
    """By each comment's number: the block it stands in and the words it is on, or those of its paragraph."""
    out: dict[str, tuple[str, str]] = {}
    open_words: dict[str, list[str]] = {}
    for element in root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"), w("t"), w("delText")):
        number = element.get(w("id")) or ""
        if element.tag in (w("t"), w("delText")):
            for words in open_words.values():
                words.append(element.text or "")
        elif element.tag == w("commentRangeStart"):
            open_words[number] = []
            out.setdefault(number, (block_of(element), ""))
        else:
            said = "".join(open_words.pop(number, ())).strip()
            before = out.get(number, ("", ""))[1]
            out[number] = (block_of(element) or out.get(number, ("", ""))[0], before or said or _paragraph(element))
    return out


def _paragraph(element: Element) -> str:
    holder = next(element.iterancestors(w("p")), None)
    return "" if holder is None else words_of(holder)


def _threads(package: Package, found: Mapping[str, Element]) -> dict[str, tuple[bool, str]]:
    """By each comment's number: whether it is done with, and the text of the one it answers (Word 2013's part of threads)."""
    part = package.trees.get(package.part_of_kind("commentsExtended", package.main))
    ids = {identity: number for number, each in found.items() for identity in _identities(each)}
    out: dict[str, tuple[bool, str]] = {}
    for each in () if part is None else part.iter(f"{{{WORD_2012}}}commentEx"):
        number = ids.get(each.get(f"{{{WORD_2012}}}paraId") or "")
        parent = ids.get(each.get(f"{{{WORD_2012}}}paraIdParent") or "")
        if number is not None:
            done = each.get(f"{{{WORD_2012}}}done") in ("1", "true")
            out[number] = (done, words_of(found[parent]) if parent is not None else "")
    return out


def _identities(comment: Element) -> Iterator[str]:
    for paragraph in comment.iter(w("p")):
        own = paragraph.get(f"{{{WORD_2010}}}paraId")
        if own:
            yield own
