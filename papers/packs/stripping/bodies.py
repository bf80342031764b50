"""The body of a Word file, its headers, footers, notes and settings, without what they hold and do not show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from papers.packs.stripping.fields import clean_fields
from papers.readers.word.names import OFF, VAL, WORD, WORD_2010, at, local, w
from papers.readers.word.tracked import changes_in, settle

if TYPE_CHECKING:
    from papers.readers.word import Tracked
    from papers.readers.word.names import Element

REMARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
EDITING = ("proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "dataBinding")
"""Marks of spelling, of who may edit, of an old view; and ties to custom XML that is gone."""
SETTINGS = ("rsids", "trackRevisions", "docVars", "attachedTemplate", "mailMerge", "saveThroughXslt", "showXMLTags", "activeWritingStyle")
PARAGRAPH_IDS = frozenset({f"{{{WORD_2010}}}paraId", f"{{{WORD_2010}}}textId"})


def clean_body(root: Element, tracked: Tracked, hidden: frozenset[str], taken: Counter[str]) -> None:
    """Settle changes and take out remarks, hidden text (set by hand or by one of the styles `hidden`) and marks of editing."""
    taken["tracked changes"] += len(changes_in(root))
    settle(root, tracked)
    for each in list(root.iter(*(w(name) for name in REMARKS))):
        _take(each)
    for each in list(root.iter(*(w(name) for name in EDITING))):
        _take(each)
    clean_fields(root, taken)
    for paragraph in list(root.iter(w("p"))):
        _clean_paragraph(paragraph, hidden, taken)
    _forget_revisions(root, taken)


def clean_settings(root: Element, taken: Counter[str]) -> None:
    """Take out of the settings what tells of editing, of templates and of mail merges; ask Word to keep names out from now on."""
    for name in SETTINGS:
        for each in list(root.iter(w(name))):
            taken["settings"] += 1
            _take(each)
    for name in ("removeDateAndTime", "removePersonalInformation"):
        if at(root, name) is None:
            before = sum(local(each) in ("writeProtection", "view", "zoom") for each in root)
            root.insert(before, root.makeelement(w(name), {}))
    _forget_revisions(root, taken)


def hidden_styles(trees: Iterable[Element]) -> frozenset[str]:
    """The ids of styles whose text is hidden, those that are based on one included."""
    based: dict[str, str] = {}
    found: dict[str, bool | None] = {}
    for style in (each for root in trees if root.tag == w("styles") for each in root.iter(w("style"))):
        name, base = style.get(w("styleId")) or "", at(style, "basedOn")
        based[name] = "" if base is None else base.get(VAL) or ""
        found[name] = _vanishes(at(style, "rPr"))
    return frozenset(name for name in found if _hides(name, based, found))


def _hides(name: str, based: dict[str, str], found: dict[str, bool | None]) -> bool:
    seen: set[str] = set()
    while name in found and name not in seen:
        seen.add(name)
        if found[name] is not None:
            return bool(found[name])
        name = based[name]
    return False


def _clean_paragraph(paragraph: Element, hidden: frozenset[str], taken: Counter[str]) -> None:
    """Take the hidden runs out of a paragraph; a field whose code alone is hidden stays whole."""
    properties = at(paragraph, "pPr")
    styled = properties is not None and _style(properties, "pStyle") in hidden
    runs = [run for run in paragraph.iter(w("r")) if _hidden(run, hidden, styled=styled)]
    if not runs:
        return
    marks = Counter(mark.get(w("fldCharType")) for run in runs for mark in run.iter(w("fldChar")))
    whole = marks["begin"] == marks["end"]
    for run in runs:
        if whole or next(run.iter(w("fldChar")), None) is None:
            taken["hidden text"] += 1
            _take(run)
        else:
            for each in list(run.iter(w("t"))):
                _take(each)


def _hidden(run: Element, hidden: frozenset[str], *, styled: bool) -> bool:
    properties = at(run, "rPr")
    own = _vanishes(properties)
    if own is not None:
        return own
    return styled or (properties is not None and _style(properties, "rStyle") in hidden)


def _vanishes(properties: Element | None) -> bool | None:
    """Whether the properties hide text; None where they say nothing of it."""
    said = None if properties is None else at(properties, "vanish")
    return None if said is None else (said.get(VAL) or "1") not in OFF


def _style(properties: Element, name: str) -> str:
    said = at(properties, name)
    return "" if said is None else said.get(VAL) or ""


def _forget_revisions(root: Element, taken: Counter[str]) -> None:
    """Take out the numbers that tell which words were written at one sitting (rsid), and names and dates on what is left."""
    for element in root.iter():
        for name in [str(each) for each in element.attrib]:
            bare = name.rpartition("}")[2]
            revision = name.startswith(f"{{{WORD}}}rsid")
            if revision or name in PARAGRAPH_IDS or (local(element) != "comment" and bare in ("author", "initials")):
                taken["marks of editing"] += revision
                del element.attrib[name]


def _take(element: Element) -> None:
    """Take an element out; a run that held nothing else goes with it."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if local(parent) == "r" and all(local(each) == "rPr" for each in parent):
        _take(parent)
