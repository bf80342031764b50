"""What a Word file's styles and numbering mean for a paper: headings, roles, lists, and looks that character styles give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers.document import Role
from papers.readers.word.names import at, is_on, val, w

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.package import Package

HEADING = re.compile(r"heading (\d)")
LIST = re.compile(r"list (bullet|number)(?: ([2-5]))?")
ROLES: Mapping[str, Role] = {
    "title": "title",
    "subtitle": "subtitle",
    "meta": "meta",
    "lead": "lead",
    "status": "status",
    "label": "label",
    "note": "note",
    "caption": "caption",
}
STRONG = frozenset({"strong", "intense emphasis", "intense reference", "book title"})
EMPHASIS = frozenset({"emphasis", "intense emphasis", "subtle emphasis"})
NUMBERLESS = "0"
"""The number id that takes a paragraph out of its style's list (ECMA-376, 17.9.18)."""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in lists: numbered or not, how deep (0 is outermost), and the list's number id."""

    ordered: bool
    level: int
    number: str


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles and numbering of one file."""

    by_id: Mapping[str, Element]
    numbering: Element | None
    default: str
    _chains: dict[str, tuple[Element, ...]] = field(default_factory=dict)
    _hidden: dict[str, bool] = field(default_factory=dict)

    def chain(self, style: str) -> tuple[Element, ...]:
        """The style and what it is based on, nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._chain(style))
        return self._chains[style]

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = val(self.by_id[style], "basedOn") or ""

    def name(self, style: str | None) -> str:
        """The style's name in small letters; "" where it is not in the file."""
        found = self.by_id.get(style or self.default)
        return (val(found, "name") or "").lower() if found is not None else ""

    def names(self, style: str | None) -> list[str]:
        """The names in small letters of the style and all that it is based on, nearest first."""
        return [(val(each, "name") or "").lower() for each in self.chain(style or self.default)]

    def heading_level(self, style: str | None) -> int | None:
        """The level of a heading style, by its name or its outline level, or None."""
        for name, each in zip(self.names(style), self.chain(style or self.default), strict=True):
            found = HEADING.fullmatch(name)
            if found:
                return int(found[1])
            outline = val(each, "pPr/outlineLvl")
            if outline is not None:
                return int(outline) + 1 if int(outline) < 9 else None
        return None

    def role(self, style: str | None) -> Role:
        """The role that a paragraph style stands for; body for all others."""
        return next((ROLES[name] for name in self.names(style) if name in ROLES), "body")

    def list_place(self, properties: Element | None) -> ListPlace | None:
        """Where a paragraph of these properties stands in lists, or None."""
        style = val(properties, "pStyle") or self.default
        number, level = val(properties, "numPr/numId"), val(properties, "numPr/ilvl")
        if number is None:
            number, from_style = self._style_number(style)
            level = level or self._named_level(style) or from_style
        if number is None:
            named = next((found for found in map(LIST.fullmatch, self.names(style)) if found), None)
            return ListPlace(named[1] == "number", int(named[2] or 1) - 1, "") if named else None
        if number == NUMBERLESS:
            return None
        deep = int(level or 0)
        form = self._format(number, deep) or self._format(number, 0) or "bullet"
        return None if form == "none" else ListPlace(form != "bullet", deep, number)

    def goes_on(self, place: ListPlace, first: ListPlace) -> bool:
        """Whether numbers of the one list go on with those of the other: the same list, or the same definition and no start of its own."""
        if place.number == first.number:
            return True
        numbered = self._numbered(place.number)
        starts = () if numbered is None else numbered.iterchildren(w("lvlOverride"))
        if numbered is None or any(at(each, "startOverride") is not None for each in starts if each.get(w("ilvl")) == str(place.level)):
            return False
        return val(numbered, "abstractNumId") == val(self._numbered(first.number), "abstractNumId")

    def definition(self, number: str) -> str:
        """The number of the definition that a list's number stands for; "" for none."""
        return val(self._numbered(number), "abstractNumId") or ""

    def starts_anew(self, place: ListPlace) -> bool:
        """Whether the list's own number has a start of its own."""
        return any(at(each, "startOverride") is not None for each in self._overrides(place))

    def number_form(self, place: ListPlace) -> tuple[str, str, str]:
        """The format of numbers, their text with %1 for the number, and the first number of a list, as Word has it where nothing is said."""
        level = next((each for each in self._levels(place.number) if each.get(w("ilvl")) == str(place.level)), None)
        start = next((val(each, "startOverride") for each in self._overrides(place)), None) or val(level, "start") or "1"
        return val(level, "numFmt") or "decimal", val(level, "lvlText") or "%1.", start

    def _overrides(self, place: ListPlace) -> list[Element]:
        numbered = self._numbered(place.number)
        found = [] if numbered is None else numbered.iterchildren(w("lvlOverride"))
        return [each for each in found if each.get(w("ilvl")) == str(place.level)]

    def _levels(self, number: str) -> Iterator[Element]:
        for holder in (self._numbered(number), self._abstract(number)):
            yield from () if holder is None else holder.iter(w("lvl"))

    def hides(self, style: str | None) -> bool:
        """Whether the style hides its text."""
        own = style or self.default
        if own not in self._hidden:
            said = (is_on(at(each, "rPr"), "vanish") for each in self.chain(own))
            self._hidden[own] = bool(next((each for each in said if each is not None), False))
        return self._hidden[own]

    def _named_level(self, style: str) -> str | None:
        """The level that a style's name says: Word's own List Bullet 2 is a list for itself, on the outermost level."""
        found = LIST.fullmatch(self.name(style))
        return str(int(found[2]) - 1) if found and found[2] else None

    def _style_number(self, style: str) -> tuple[str | None, str | None]:
        for each in self.chain(style):
            number = val(each, "pPr/numPr/numId")
            if number is not None:
                return number, val(each, "pPr/numPr/ilvl") or self._level_of_style(number, each.get(w("styleId")))
        return None, None

    def _level_of_style(self, number: str, style: str | None) -> str | None:
        abstract = self._abstract(number)
        levels = () if abstract is None else abstract.iter(w("lvl"))
        return next((each.get(w("ilvl")) for each in levels if val(each, "pStyle") == style), None)

    def _format(self, number: str, level: int) -> str:
        found = (each for each in self._levels(number) if each.get(w("ilvl")) == str(level))
        return next((val(each, "numFmt") or "decimal" for each in found), "")

    def _numbered(self, number: str) -> Element | None:
        nums = () if self.numbering is None else self.numbering.iterchildren(w("num"))
        return next((each for each in nums if each.get(w("numId")) == number), None)

    def _abstract(self, number: str) -> Element | None:
        wanted = val(self._numbered(number), "abstractNumId")
        every = () if self.numbering is None else self.numbering.iterchildren(w("abstractNum"))
        found = next((each for each in every if each.get(w("abstractNumId")) == wanted), None)
        linked = val(found, "numStyleLink")
        if linked is None or linked not in self.by_id:
            return found
        other = val(self.by_id[linked], "pPr/numPr/numId")
        return found if other is None or other == number else self._abstract(other)

    def character_toggle(self, style: str | None, toggle: str) -> bool:
        """Whether a character style makes bold (`b`) or italic (`i`)."""
        plain_meaning = STRONG if toggle == "b" else EMPHASIS
        for name, each in zip(self.names(style), self.chain(style), strict=True) if style else ():
            said = is_on(at(each, "rPr"), toggle)
            if said is not None:
                return said
            if name in plain_meaning:
                return True
        return False


def read_styles(package: Package) -> Styles:
    """The styles of the package's main part."""
    root = package.trees.get(package.part_of_kind("styles", package.main))
    styles = [] if root is None else list(root.iterchildren(w("style")))
    default = next(
        (s.get(w("styleId")) or "" for s in styles if s.get(w("type")) == "paragraph" and s.get(w("default")) in ("1", "true")), ""
    )
    numbering = package.trees.get(package.part_of_kind("numbering", package.main))
    return Styles({s.get(w("styleId")) or "": s for s in styles}, numbering, default)
