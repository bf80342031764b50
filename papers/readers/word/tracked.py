"""Tracked changes of a Word file: listed with who made them and when, then settled, as if all were accepted or rejected.

Settling changes the parsed part, so that all that reads it afterwards finds words that stand and nothing else
(ECMA-376, 17.13.5: insertions, deletions, moves, paragraph marks, rows, cells and properties).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from papers.readers.word.names import at, children, local, w, words_of
from papers.readers.word.places import block_of, moment
from papers.readers.word.reading import shortened

if TYPE_CHECKING:
    from papers.readers.word.names import Element

Tracked = Literal["accepted", "rejected"]
ChangeKind = Literal["inserted", "deleted", "moved here", "moved away", "formatted", "row inserted", "row deleted"]


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: what it is, who made it and when, its words, and the id of the block it stands in ("" in none).

    `near` is what its paragraph says, all insertions and no deletions in it.
    """

    kind: ChangeKind
    author: str
    date: dt.datetime | None
    text: str
    block: str
    near: str = ""


KINDS: dict[str, ChangeKind] = {
    "ins": "inserted",
    "del": "deleted",
    "moveTo": "moved here",
    "moveFrom": "moved away",
    "cellIns": "inserted",
    "cellDel": "deleted",
}
FORMATS = frozenset({"rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange", "tblPrExChange"})
ROWS: dict[str, ChangeKind] = {"ins": "row inserted", "del": "row deleted"}
CELLS = ("cellIns", "cellDel")
KEPT = frozenset({"rPr", "sectPr", "headerReference", "footerReference", *KINDS})
"""What properties hold beside themselves; what they were before says nothing of it."""

MARKS = tuple(w(name) for name in (*KINDS, *FORMATS))


# --- who changed what -----------------------------------------------------------------------------------------------


def changes_in(root: Element) -> tuple[Change, ...]:
    """The tracked changes below the root in reading order; pieces of one change, as Word splits them, are one.

    A paragraph that was only parted or joined is a change without words.
    """
    out: list[Change] = []
    last: Element | None = None
    for mark in root.iter(*MARKS):
        if local(mark.getparent()) == "numPr":
            continue
        found = _change(mark)
        before = out[-1] if out else None
        if before and last is not None and _goes_on(last, mark) and replace(before, text="") == replace(found, text=""):
            out[-1] = replace(before, text=before.text + found.text)
        else:
            out.append(found)
        last = mark
    return tuple(replace(each, text=each.text.strip()) for each in out)


def _goes_on(last: Element, mark: Element) -> bool:
    """Whether the mark goes on where the last one ended, or the last one is that of its paragraph."""
    before = mark.getprevious()
    while before is not None and local(before) in ("bookmarkStart", "bookmarkEnd", "proofErr"):
        before = before.getprevious()
    ended = local(last.getparent()) == "rPr" and next(last.iterancestors(w("p")), None) is mark.getparent()
    return before is last or ended


def _change(mark: Element) -> Change:
    """The change that the mark tells of."""
    name, holder = local(mark), local(mark.getparent())
    paragraph = next(mark.iterancestors(w("p")), None)
    kind = ROWS.get(name, "formatted") if holder == "trPr" else KINDS.get(name, "formatted")
    near = "" if paragraph is None else shortened(words_of(paragraph))
    return Change(kind, mark.get(w("author")) or "", moment(mark.get(w("date"))), _text(mark, name, holder), block_of(mark), near)


def _text(mark: Element, name: str, holder: str) -> str:
    """The words that the change is about: those of a run, row, cell or paragraph whose property it is, or those it holds."""
    whole = holder == "trPr" or name in FORMATS or name in CELLS
    about = next((each for each in mark.iterancestors(w("r"), w("p"), w("tc"), w("tr"), w("tbl"))), None) if whole else mark
    return "" if about is None else _said(about)


def _said(element: Element) -> str:
    """The words below the element as they stand, deleted ones too."""
    return "".join(each.text or "" for each in element.iter(w("t"), w("delText")))


# --- as if accepted, as if rejected ---------------------------------------------------------------------------------


def settle(root: Element, tracked: Tracked) -> None:
    """Accept or reject all tracked changes below the root, in place."""
    if next(root.iter(*MARKS), None) is None:
        return
    gone, stays = ({"del", "moveFrom"}, {"ins", "moveTo"}) if tracked == "accepted" else ({"ins", "moveTo"}, {"del", "moveFrom"})
    _settle_rows(root, gone)
    _settle_formats(root, restored=tracked == "rejected")
    joined = _ended(root, gone)
    for mark in list(root.iter(*(w(name) for name in gone))):
        _remove(mark)
    for mark in list(root.iter(*(w(name) for name in stays))):
        _unwrap(mark)
    if tracked == "rejected":
        _undelete(root)
    for paragraph in joined:
        _join(paragraph)


def _settle_rows(root: Element, gone: set[str]) -> None:
    """Take out rows and cells that the changes take out, and a table that has no row left."""
    cell = "cellDel" if "del" in gone else "cellIns"
    for name, holder in (*((each, "trPr") for each in gone), (cell, "tcPr")):
        for mark in list(root.iter(w(name))):
            properties = mark.getparent()
            if properties is not None and local(properties) == holder:
                _remove(properties.getparent())
    for name in ("tr", "tbl"):
        for element in list(root.iter(w(name))):
            if not any(local(each) in ("tr", "tc", "sdt", "ins", "customXml") for each in children(element)):
                _remove(element)


def _settle_formats(root: Element, *, restored: bool) -> None:
    """Drop what properties were before, or (`restored`) put that in place of what they are."""
    for mark in list(root.iter(*(w(name) for name in FORMATS))):
        properties, before = mark.getparent(), next(iter(children(mark)), None)
        if properties is None:
            continue
        properties.remove(mark)
        if restored and before is not None:
            kept = [each for each in children(properties) if local(each) in KEPT]
            for each in list(properties):
                properties.remove(each)
            properties.extend([*before, *kept])


def _ended(root: Element, gone: set[str]) -> list[Element]:
    """The paragraphs whose mark the changes take away, so that the next paragraph goes on where they end."""
    out = []
    for paragraph in root.iter(w("p")):
        mark = at(paragraph, "pPr/rPr")
        if mark is not None and any(at(mark, name) is not None for name in gone):
            out.append(paragraph)
    return out


def _join(paragraph: Element) -> None:
    """Give the paragraph's words to the one after it. One that nothing follows stays if it says anything."""
    words = [each for each in children(paragraph) if local(each) != "pPr"]
    after = next(iter(paragraph.itersiblings()), None)
    if after is not None and after.tag == w("p"):
        start = 0 if at(after, "pPr") is None else 1
        for number, each in enumerate(words):
            after.insert(start + number, each)
    elif any(local(each) not in ("bookmarkStart", "bookmarkEnd") for each in words) or _alone(paragraph):
        return
    _remove(paragraph)


def _alone(paragraph: Element) -> bool:
    """Whether the paragraph is all that its holder has: a cell or a control has one."""
    parent = paragraph.getparent()
    return parent is None or sum(1 for each in children(parent) if local(each) in ("p", "tbl", "sdt")) == 1


def _undelete(root: Element) -> None:
    """Make deleted text and codes of fields what they were."""
    for before, after in (("delText", "t"), ("delInstrText", "instrText")):
        for each in root.iter(w(before)):
            each.tag = w(after)


def _remove(element: Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def _unwrap(mark: Element) -> None:
    """Put what the mark holds in its place."""
    parent = mark.getparent()
    if parent is None:
        return
    place = parent.index(mark)
    for number, each in enumerate(list(children(mark))):
        parent.insert(place + number, each)
    parent.remove(mark)
