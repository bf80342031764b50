"""A PDF opened for looking at: its pages, its structure, its metadata and what stands on its pages, each read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from papers.inspection.tree import Element, read_tree

if TYPE_CHECKING:
    import pikepdf

SHOWING = frozenset("Tj TJ ' \" Do S s f F f* B B* b b* sh EI INLINE_IMAGE".split())  # noqa: SIM905 - as the standard lists them
"""Operators that put something on a page (ISO 32000-1, annex A)."""
PDFUA = re.compile(r"pdfuaid:part(?:>|=[\"'])\s*(\d)")
PDFA_PART = re.compile(r"pdfaid:part(?:>|=[\"'])\s*(\d)")
PDFA_LEVEL = re.compile(r"pdfaid:conformance(?:>|=[\"'])\s*([A-Za-z])")


class Opened:
    """The file with what checks ask of it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.root: Any = pdf.Root
        self.pages = list(pdf.pages)

    @cached_property
    def numbers(self) -> dict[tuple[int, int], int]:
        """The pages' numbers (from 1) by their object numbers."""
        return {page.obj.objgen: n for n, page in enumerate(self.pages, 1)}

    @cached_property
    def tree(self) -> Element | None:
        """The structure, or None."""
        return read_tree(self.pdf, self.numbers)

    def elements(self, *roles: str) -> Iterator[Element]:
        """The elements of these roles (all where none is named), in reading order."""
        for each in self.tree.walk() if self.tree else ():
            if each.role != "Root" and (not roles or each.role in roles):
                yield each

    @cached_property
    def packet(self) -> str:
        """The XMP metadata as text, "" where there is none."""
        stream = self.root.get("/Metadata")
        return "" if stream is None else bytes(stream.read_bytes()).decode("utf-8", "replace")

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """What the file says it is: "ua1", "2a", "3b" ..."""
        ua = [f"ua{part}" for part in PDFUA.findall(self.packet)[:1]]
        level = (PDFA_LEVEL.findall(self.packet) or [""])[0].lower()
        return (*ua, *(f"{part}{level}" for part in PDFA_PART.findall(self.packet)[:1]))

    @cached_property
    def annotations(self) -> list[tuple[int, Any]]:
        """Every annotation with the number of its page."""
        return [(n, each) for n, page in enumerate(self.pages, 1) for each in page.obj.get("/Annots", [])]

    @cached_property
    def fonts(self) -> dict[str, Any]:
        """The fonts of the pages and of the forms on them, by name."""
        found: dict[str, Any] = {}
        seen: set[tuple[int, int]] = set()
        for page in self.pages:
            _gather_fonts(page.obj.get("/Resources", {}), found, seen)
        return found

    @cached_property
    def untagged(self) -> list[int]:
        """The pages on which something is shown that is neither tagged nor marked as decoration."""
        return [n for n, page in enumerate(self.pages, 1) if _shows_untagged(page)]


def _gather_fonts(resources: Any, found: dict[str, Any], seen: set[tuple[int, int]]) -> None:  # noqa: ANN401 - a PDF dictionary
    for font in resources.get("/Font", {}).values():
        found.setdefault(str(font.get("/BaseFont", font.get("/Subtype", "?"))).removeprefix("/"), font)
    for form in resources.get("/XObject", {}).values():
        if form.get("/Subtype") == "/Form" and form.objgen not in seen:
            seen.add(form.objgen)
            _gather_fonts(form.get("/Resources", {}), found, seen)


def _shows_untagged(page: pikepdf.Page) -> bool:
    """Whether an operator shows something outside every mark that is an element's content or an artifact."""
    import pikepdf

    inside = 0
    marks: list[bool] = []
    for each in pikepdf.parse_content_stream(page):
        operands, name = each.operands, str(each.operator)
        if name in ("BDC", "BMC"):
            marks.append(str(operands[0]) == "/Artifact" or (name == "BDC" and _has_mark(operands[1], page)))
            inside += marks[-1]
        elif name == "EMC":
            inside -= marks.pop() if marks else 0
        elif name in SHOWING and not inside:
            return True
    return False


def _has_mark(properties: Any, page: pikepdf.Page) -> bool:  # noqa: ANN401 - a dictionary or the name of one
    import pikepdf

    if isinstance(properties, pikepdf.Name):
        resources: Any = page.obj.get("/Resources", {})
        properties = resources.get("/Properties", {}).get(str(properties), {})
    return "/MCID" in properties
