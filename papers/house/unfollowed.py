"""What a house template asks for that papers do not follow everywhere: said once, so that nobody looks for it in the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from papers.errors import Place, Problem, problem
from papers.house.reading import A, Parts, W, header_part, read_logo, read_page, val
from papers.house.styles import FURTHER_STYLES, STYLES, WORD_STYLES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OF_WORD = ("Default Paragraph Font", "Normal Table", "No List", "Placeholder Text")
"""Styles that Word files have of themselves."""

PARAGRAPH = {
    "shd": "shading",
    "pBdr/left": "a border at the left",
    "pBdr/right": "a border at the right",
    "framePr": "a frame",
    "textAlignment": "a text alignment of its own",
}
RUN = {
    "caps": "capitals",
    "smallCaps": "small capitals",
    "u": "an underline",
    "strike": "a line through the text",
    "spacing": "letter spacing",
    "highlight": "a highlight",
    "shd": "shading",
    "outline": "outlined letters",
    "vertAlign": "raised or lowered letters",
}
"""Properties of styles that only Word's file has, by their names, as an officer calls them."""


def unfollowed(template: bytes, name: str = "the house template") -> tuple[Problem, ...]:
    """A problem (advice) for each thing that the template has and the PDF has not. The template is one that `read_house` can read."""
    parts, place = Parts(template), Place(file=name)
    return tuple(problem("house-not-followed", place, what=what, value=where) for what, where in _found(parts))


def _found(parts: Parts) -> Iterator[tuple[str, str]]:
    known = {each.lower() for each in (*STYLES, *FURTHER_STYLES, *WORD_STYLES, *OF_WORD)}
    for name, style in parts.by_name.items():
        own = val(style, "name")
        if name not in known:
            yield "a style that no paper uses", f"style {own}"
        elif name in {each.lower() for each in STYLES}:
            yield from ((what, f"style {own}") for what in _in_style(style))
    if _margins(parts, "House Strip") not in ({}, _margins(parts, "House Table")):
        yield "cell margins other than those of House Table", "style House Strip"
    yield from _running(parts)
    page, logo = read_page(parts), read_logo(parts)
    if logo and page.header + logo.height > page.top:
        yield "a logo that does not fit above the text", "the header of title pages"


def _in_style(style: Element) -> Iterator[str]:
    for kind, names in (("p", PARAGRAPH), ("r", RUN)):
        for path, what in names.items():
            found = style.find(f"{W}{kind}Pr/" + "/".join(f"{W}{step}" for step in path.split("/")))
            if found is not None and found.get(f"{W}val") not in ("none", "nil", "0", "false", "clear", "baseline"):
                yield what
    if val_of(style, "pPr", "jc") in ("both", "distribute"):
        yield "justified lines"
    indent = style.find(f"{W}pPr/{W}ind")
    if indent is not None and any(indent.get(f"{W}{side}", "0") != "0" for side in ("right", "firstLine")):
        yield "an indent at the right or of the first line"


def val_of(style: Element, group: str, tag: str) -> str:
    """The value of a property of the style itself, or nothing."""
    found = style.find(f"{W}{group}")
    return "" if found is None else val(found, tag)


def _margins(parts: Parts, name: str) -> dict[str, str]:
    style = parts.by_name.get(name.lower())
    sides = None if style is None else style.find(f"{W}tblPr/{W}tblCellMar")
    return {} if sides is None else {each.tag: each.get(f"{W}w", "") for each in sides}


def _running(parts: Parts) -> Iterator[tuple[str, str]]:
    """Pictures in the headers of ordinary pages, words in those of title pages, pictures in footers."""
    for kind, pages in (("header", "default"), ("footer", "default"), ("header", "first"), ("footer", "first")):
        part = header_part(parts, kind, pages)
        where = f"the {kind} of {'title pages' if pages == 'first' else 'ordinary pages'}"
        if part is None:
            continue
        tree = parts.tree(part)
        if tree.find(f".//{A}blip") is not None and (kind, pages) != ("header", "first"):
            yield "a picture", where
        if pages == "first" and any((each.text or "").strip() for each in tree.iter(f"{W}t")):
            yield "words", where
