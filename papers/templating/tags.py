"""The tags of a template, found paragraph by paragraph in the officer's own Word file, before docxtpl touches it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from papers.errors import Place
from papers.readers.word.names import at, local, val, w
from papers.readers.word.reading import shortened

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.package import Package

OPENER = re.compile(r"\{[{%#]")
CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
STATEMENT = re.compile(r"\{%(p|tr|tc|r)?[\s-]\s*(.*?)\s*-?%\}", re.DOTALL)
PRINTED = re.compile(r"\{\{(p|tr|tc|r)?(?=[\s-])-?\s*(.*?)\s*-?\}\}|\{\{(.*?)\}\}", re.DOTALL)
QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u00a0": " "})
"""What Word makes of quotation marks while one types; docxtpl turns them back inside tags."""

PLACES = {"header": "page header", "footer": "page footer", "footnotes": "footnotes", "endnotes": "endnotes", "main": "body"}
Scope = Literal["", "p", "tr", "tc", "r"]
SCOPES: dict[str, Scope] = {"": "", "p": "p", "tr": "tr", "tc": "tc", "r": "r"}
HOLDERS = {"tr": "row", "tc": "cell", "p": "paragraph"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its text as typed, whether it prints or steers, what it repeats (`scope`), and where it stands."""

    text: str
    kind: Literal["print", "statement", "note", "broken"]
    words: str
    scope: Scope
    place: Place
    paragraph: Element
    alone: bool = True
    """Whether nothing else stands in the paragraph, cell or row that goes with the tag."""

    @property
    def holder(self) -> Element | None:
        """What holds the lines that the tag repeats: the paragraph itself, or what its paragraph, cell or row stands in."""
        if not self.scope or self.scope == "r":
            return self.paragraph
        found = self.scoped
        return None if found is None else found.getparent()

    @property
    def scoped(self) -> Element | None:
        """The paragraph, cell or row that goes with the tag."""
        if self.scope == "p":
            return self.paragraph
        return next(self.paragraph.iterancestors(w(self.scope)), None)


def parts_with_text(package: Package) -> Iterator[tuple[str, str]]:
    """Names of the parts that are rendered, each with what an officer calls it, the body first."""
    yield package.main, PLACES["main"]
    for relation in package.relations(package.main).values():
        if relation.kind in PLACES and relation.target in package.trees:
            yield relation.target, PLACES[relation.kind]


def find_tags(root: Element, template: str, part: str, styles: dict[str, str]) -> Iterator[Tag]:
    """Every tag of a part in reading order. `styles` names the paragraph styles by their ids."""
    heading = ""
    for number, paragraph in enumerate(root.iter(w("p")), 1):
        words = own_words(paragraph)
        if "heading" in styles.get(val(paragraph, "pPr/pStyle") or "", ""):
            heading = words
        attributes = " ".join(_attributes(paragraph))
        if "{" not in words + attributes and "}" not in words:
            continue
        under = f", under “{shortened(heading)}”" if heading and heading != words else ""
        place = Place(file=template, block=f"{part}, paragraph {number}{under}, near “{shortened(words)}”")
        yield from _tags(words, paragraph, place)
        yield from _tags(attributes, paragraph, place)


def _tags(words: str, paragraph: Element, place: Place) -> Iterator[Tag]:
    rest = ""
    for text, whole in _pieces(words):
        if whole:
            yield _tag(text, paragraph, place)
        else:
            rest = rest or next((each for each in (*CLOSERS, *CLOSERS.values()) if each in text), "")
    if rest:
        yield Tag(rest, "broken", words, "", place, paragraph)


def _pieces(words: str) -> Iterator[tuple[str, bool]]:
    """The words as tags (True) and what stands between them, in time that grows with their length alone."""
    at, found = 0, OPENER.search(words)
    while found:
        end = words.find(CLOSERS[found[0]], found.end())
        if end < 0:
            break
        yield words[at : found.start()], False
        at = end + 2
        yield words[found.start() : at], True
        found = OPENER.search(words, at)
    yield words[at:], False


def _tag(text: str, paragraph: Element, place: Place) -> Tag:
    if text.startswith("{#"):
        return Tag(text, "note", "", "", place, paragraph)
    found = (PRINTED if text.startswith("{{") else STATEMENT).fullmatch(text)
    if found is None:
        return Tag(text, "broken", text, "", place, paragraph)
    scope = SCOPES[found[1] or ""]
    inner = (found[2] if found[2] is not None else found[3]).strip().strip("-").strip().translate(QUOTES)
    tag = Tag(text, "print" if text.startswith("{{") else "statement", inner, scope, place, paragraph)
    return Tag(text, tag.kind, inner, scope, place, paragraph, _alone(tag))


def _alone(tag: Tag) -> bool:
    """Whether the tag is all that its paragraph, cell or row says, as it must be where that goes with it."""
    if not tag.scope or tag.scope == "r":
        return True
    scoped = tag.scoped
    if scoped is None or at(scoped, "pPr/sectPr") is not None:
        return False
    return "".join(own_words(p) for p in ([scoped] if tag.scope == "p" else scoped.iter(w("p")))).strip() == tag.text


def own_words(paragraph: Element) -> str:
    """The paragraph's text, without that of text boxes in it."""
    own = (each for each in paragraph.iter(w("t"), w("tab"), w("br")) if next(each.iterancestors(w("p"))) is paragraph)
    return "".join((each.text or "") if local(each) == "t" else " " for each in own)


def _attributes(paragraph: Element) -> Iterator[str]:
    for each in paragraph.iter():
        yield from (str(value) for value in each.attrib.values() if "{{" in str(value) or "{%" in str(value))
