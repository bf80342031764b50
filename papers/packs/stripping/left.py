"""What stays in a stripped Word file although its pages do not show it, in words: whoever publishes the file should know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from papers.readers.word.names import DUBLIN, PLACED, w
from papers.readers.word.styles import read_styles
from papers.readers.word.survey import TINY, WHITE, losses

if TYPE_CHECKING:
    from papers.readers.word.package import Package


def unseen(package: Package) -> Iterator[str]:
    """What the cleaned package holds beside what its pages show."""
    core = package.trees.get(package.part_of_kind("core-properties"))
    for name in ("title", "subject"):
        said = "" if core is None else (core.findtext(f"{{{DUBLIN}}}{name}") or "").strip()
        if said:
            yield f"the {name} “{said}”"
    for each in losses(package, read_styles(package)):
        if each.what in (WHITE, TINY):
            yield f"{each.what} (“{each.words}”)"
    described = [
        each for root in package.trees.values() for each in root.iter(f"{{{PLACED}}}docPr") if each.get("descr") or each.get("title")
    ]
    described += [each for root in package.trees.values() for each in root.iter(w("tblDescription"))]
    if described:
        yield f"text alternatives of pictures and tables ({len(described)})"
    addresses = {each.target for part in package.trees for each in package.relations(part).values() if each.kind == "hyperlink"}
    if addresses:
        yield f"addresses of links ({len(addresses)})"
    books = [name for name in package.parts if name.lower().endswith(".xlsx")]
    if books:
        yield f"workbooks of charts ({len(books)})"
