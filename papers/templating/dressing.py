"""An officer's template in the look of another house: its styles, theme, page and widths of tables, all else as it was."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from papers.readers.word.names import at, val, w
from papers.readers.word.package import Package, open_package
from papers.templating.packing import Parts

if TYPE_CHECKING:
    from papers.readers.word.names import Element

WIDTHS = ("tblW", "gridCol", "tcW")
TWIPS = "dxa"


def dressed(template: bytes, house: bytes) -> bytes:
    """The template with the house's styles of the same names, defaults, theme and page; tables keep their shares of the width.

    Styles that only the template has stay, and so do its lists, headers and footers. PapersError where a file is refused.
    """
    own, other = open_package(template), open_package(house)
    parts = Parts(dict(own.parts), dict(own.trees))
    _take_styles(_part(own, "styles"), _part(other, "styles"))
    name, theme = own.part_of_kind("theme", own.main), other.part_of_kind("theme", other.main)
    if name and theme:
        parts.trees[name] = other.trees[theme]
    _take_page(own.trees[own.main], other.trees[other.main])
    return parts.archive()


def _part(package: Package, kind: str) -> Element:
    return package.trees[package.part_of_kind(kind, package.main)]


def _take_styles(own: Element, other: Element) -> None:
    """Put the other's styles in the place of those of the same kind and name, under the ids that the template knows them by."""
    mine = {_key(each): each for each in own.iter(w("style"))}
    ids = {each.get(w("styleId")): mine[_key(each)].get(w("styleId")) for each in other.iter(w("style")) if _key(each) in mine}
    for each in other.iter(w("style")):
        old = mine.get(_key(each))
        if old is None:
            own.append(_renamed(each, ids, None))
        else:
            _replace(old, _renamed(each, ids, at(old, "pPr/numPr")))
    defaults, others = at(own, "docDefaults"), at(other, "docDefaults")
    if defaults is not None and others is not None:
        _replace(defaults, copy.deepcopy(others))


def _key(style: Element) -> tuple[str, str]:
    return style.get(w("type")) or "", (val(style, "name") or "").lower()


def _renamed(style: Element, ids: dict[str | None, str | None], numbering: Element | None) -> Element:
    """A copy under the template's ids, with the numbering that the template gives it or none: numbers belong to its lists."""
    made = copy.deepcopy(style)
    made.set(w("styleId"), ids.get(style.get(w("styleId"))) or style.get(w("styleId")) or "")
    for name in ("basedOn", "next", "link"):
        found = at(made, name)
        if found is not None:
            found.set(w("val"), ids.get(found.get(w("val"))) or found.get(w("val")) or "")
    properties, theirs = at(made, "pPr"), at(made, "pPr/numPr")
    if properties is not None and theirs is not None:
        if numbering is None:
            properties.remove(theirs)
        else:
            properties.replace(theirs, copy.deepcopy(numbering))
    return made


def _replace(old: Element, new: Element) -> None:
    parent = old.getparent()
    assert parent is not None
    parent.replace(old, new)


def _take_page(own: Element, other: Element) -> None:
    """Take size and margins over to every section that stands upright, and stretch the tables to the new width."""
    section = at(other, "body/sectPr")
    size, margins = at(section, "pgSz"), at(section, "pgMar")
    sections = [each for each in own.iter(w("sectPr")) if at(each, "pgSz") is not None and at(each, "pgMar") is not None]
    if size is None or margins is None or not sections:
        return
    before, after = _room(sections[-1]), _room(section)
    for each in sections:
        for found, wanted in ((at(each, "pgSz"), size), (at(each, "pgMar"), margins)):
            if found is not None:
                _replace(found, copy.deepcopy(wanted))
    for each in own.iter(*(w(name) for name in WIDTHS)):
        if each.get(w("type"), TWIPS) == TWIPS and (each.get(w("w")) or "").isdigit():
            each.set(w("w"), str(round(int(each.get(w("w")) or 0) * after / before)))


def _room(section: Element | None) -> int:
    """The width between the margins in twips."""
    size, margins = at(section, "pgSz"), at(section, "pgMar")
    assert size is not None
    assert margins is not None
    return int(size.get(w("w")) or 0) - int(margins.get(w("left")) or 0) - int(margins.get(w("right")) or 0)
