"""Fields without codes that say what nobody sees: a field that Word must work out anew keeps its code, all others become their words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers.readers.word.names import local, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element

KEPT = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF TOC SEQ STYLEREF TITLE DOCPROPERTY HYPERLINK FORMTEXT FORMCHECKBOX FORMDROPDOWN".split()  # noqa: SIM905 - a list of names
)
"""Fields whose words change with the paper, that lead somewhere, or that are filled in."""
MOST_WORDS = 12
"""In the code of such a field: more are a text that somebody put there."""
TIP = re.compile(r'\s*\\o\s+"(?:[^"\\]|\\.)*"', re.IGNORECASE)
"""What a link's code says when a mouse stands over it."""


@dataclass
class _Field:
    """A field that is open: its code, the marks and codes that make it one, and whether its words have begun."""

    marks: list[Element]
    code: str = ""
    inner: list[Element] = field(default_factory=list)
    showing: bool = False


def clean_fields(root: Element, taken: Counter[str]) -> None:
    """Leave of fields their words, but for those that are kept; take out what shows over links only."""
    for each in list(root.iter(w("fldSimple"))):
        if not _is_kept(each.get(w("instr")) or ""):
            taken["codes of fields"] += 1
            _unwrap(each)
    for found in _complex(root):
        if _is_kept(found.code):
            _without_tip(found, taken)
            continue
        taken["codes of fields"] += 1
        for each in (*found.marks, *found.inner):
            _take(each)
    for each in root.iter():
        for name in [name for name in each.attrib if str(name).rpartition("}")[2] == "tooltip"]:
            taken["tips of links"] += 1
            del each.attrib[name]


def _is_kept(code: str) -> bool:
    words = TIP.sub("", code).split()
    return bool(words) and words[0].upper() in KEPT and len(words) <= MOST_WORDS


def _complex(root: Element) -> list[_Field]:
    """The fields that marks begin, part and end, the inner ones first."""
    done: list[_Field] = []
    open_: list[_Field] = []
    for each in root.iter(w("fldChar"), w("instrText"), w("t"), w("drawing")):
        kind = each.get(w("fldCharType"))
        for outer in open_ if local(each) != "fldChar" else ():
            if not outer.showing:
                outer.inner.append(each)
        if kind == "begin":
            open_.append(_Field([each]))
        elif kind and open_:
            open_[-1].marks.append(each)
            open_[-1].showing = kind == "separate"
            if kind == "end":
                done.append(open_.pop())
        elif local(each) == "instrText" and open_:
            open_[-1].code += each.text or ""
    return done


def _without_tip(found: _Field, taken: Counter[str]) -> None:
    codes = [each for each in found.inner if local(each) == "instrText"]
    if found.code.split()[0].upper() == "HYPERLINK" and TIP.search(found.code):
        taken["tips of links"] += 1
        codes[0].text = TIP.sub("", found.code)
        for each in codes[1:]:
            each.text = ""


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for n, each in enumerate(list(element)):
        parent.insert(place + n, each)
    parent.remove(element)


def _take(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if local(parent) == "r" and all(local(each) == "rPr" for each in parent):
            _take(parent)
