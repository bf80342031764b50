"""What loops and conditions leave broken in a Word file, put right: ids said twice, emptied cells, properties out of order.

And what must not be in a template's rendering at all, taken out before: tracked changes, read as accepted, and comments.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from papers.readers.word.names import PLACED, VAL, at, children, local, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element

PARAGRAPH_IDS = tuple(f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId"))
CELL_ORDER = [
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
]
"""Cell properties in the order of the schema (ECMA-376, 17.4.70); docxtpl puts some at the front."""

COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
LAST_IN_CELL = ("p", "sdt")


def accept_changes(root: Element) -> None:
    """Accept every tracked change below the element, and take out the marks of comments."""
    for row in [each for each in root.iter(w("tr")) if at(each, "trPr/del") is not None]:
        _remove(row)
    for each in [found for found in root.iter(w("del"), w("moveFrom")) if local(_parent(found)) not in ("rPr", "trPr")]:
        _remove(each)
    for each in list(root.iter(w("p"))):
        mark = at(each, "pPr/rPr")
        if at(mark, "del") is not None or at(mark, "moveFrom") is not None:
            _join_next(each)
    for each in list(root.iter(w("ins"), w("moveTo"), w("del"), w("moveFrom"))):
        _unwrap(each)
    for each in [found for found in root.iter() if local(found).endswith("Change") and local(found) != "sectPrChange"]:
        _remove(each)
    for each in list(root.iter(*(w(name) for name in COMMENT_MARKS))):
        _remove(each)


def _join_next(paragraph: Element) -> None:
    """Put the words of a paragraph whose mark is deleted before those of the next one, which gives the properties."""
    following = paragraph.getnext()
    if following is None or local(following) != "p":
        return
    start = 1 if at(following, "pPr") is not None else 0
    following[start:start] = [each for each in children(paragraph) if local(each) != "pPr"]
    _remove(paragraph)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _remove(element: Element) -> None:
    _parent(element).remove(element)


def _unwrap(element: Element) -> None:
    parent = _parent(element)
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def repair(root: Element) -> None:
    """Make a rendered part valid again."""
    _fill_holders(root)
    for properties in root.iter(w("tcPr")):
        properties[:] = sorted(properties, key=lambda each: CELL_ORDER.index(local(each)) if local(each) in CELL_ORDER else len(CELL_ORDER))
    for number, each in enumerate(root.iterfind(f".//{w('sdtPr')}/{w('id')}"), 1):
        each.set(VAL, str(number))
    for number, each in enumerate(root.iter(f"{{{PLACED}}}docPr"), 1):
        each.set("id", str(number))
    for each in root.iter(w("p")):
        for name in PARAGRAPH_IDS:
            each.attrib.pop(name, "")
    for prompt in list(root.iter(w("showingPlcHdr"))):
        _remove(prompt)
    _repair_bookmarks(root)


def _fill_holders(root: Element) -> None:
    """Give every cell that a condition emptied, and every control at block level, the paragraph that the schema asks for."""
    for cell in root.iter(w("tc")):
        if not len(cell) or local(cell[-1]) not in LAST_IN_CELL:
            cell.append(cell.makeelement(w("p"), {}))
    for content in root.iter(w("sdtContent")):
        if not len(content) and local(_parent(_parent(content))) in ("body", "tc", "hdr", "ftr"):
            content.append(content.makeelement(w("p"), {}))
    for table in [each for each in root.iter(w("tbl")) if at(each, "tr") is None and next(each.iter(w("tr")), None) is None]:
        _remove(table)


def _repair_bookmarks(root: Element) -> None:
    """Number bookmarks anew and name the copies that loops made apart; an end without its start goes."""
    numbers: dict[str, list[str]] = {}
    names: Counter[str] = Counter()
    for number, each in enumerate(root.iter(w("bookmarkStart")), 1):
        numbers.setdefault(each.get(w("id")) or "", []).append(str(number))
        name = each.get(w("name")) or ""
        names[name] += 1
        each.set(w("id"), str(number))
        if names[name] > 1:
            each.set(w("name"), f"{name[:35]}_{names[name]}")
    for each in list(root.iter(w("bookmarkEnd"))):
        waiting = numbers.get(each.get(w("id")) or "")
        if waiting:
            each.set(w("id"), waiting.pop(0))
        else:
            _remove(each)
