"""Word templates with docxtpl tags, written by officers, filled with fields: strictly, safely, every error at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from papers.errors import PapersError
from papers.house import PROPERTIES
from papers.readers.word.names import at, local, w
from papers.readers.word.package import Package, open_package
from papers.readers.word.properties import CHECKSUM, DRAFT, PAPER
from papers.templating.comments import Remark, with_comments
from papers.templating.dressing import dressed
from papers.templating.examining import Examined, Finding, about, examine
from papers.templating.filling import fill
from papers.templating.marks import Setting, set_marks
from papers.templating.packing import Parts, set_core, set_custom, unpacked
from papers.templating.repair import repair
from papers.templating.tags import parts_with_text
from papers.templating.values import Ledger

if TYPE_CHECKING:
    from papers.readers.word.names import Element

__all__ = ["Examined", "Finding", "Remark", "commented", "dressed", "examine", "render", "with_comments"]

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
PROPERTY = re.compile(r'\s*(?:DOCPROPERTY\s+"?([^"\\]+?)"?|(TITLE))\s*(?:\\\*\s*\w+\s*)?')


def render(template: bytes, name: str, fields: Mapping[str, object]) -> bytes:
    """The Word file that the template makes of the fields (docs/templates.md), the same bytes for the same input.

    `name` is what problems call the template. PapersError with every problem of the template and the fields at once; nothing
    is printed blank. A template from outside is vetted first.
    """
    examined = examine(template, name, fields)
    if examined.findings:
        raise PapersError([each.problem for each in examined.findings])
    filled = fill(_archive(examined.package), name, dict(examined.context), examined.environment)
    return _finish(unpacked(filled), examined.ledger, about(fields))


def commented(template: bytes, findings: Sequence[Finding]) -> bytes:
    """A copy of the template with each finding as a Word comment at its tag, so that an officer reads it where the work is.

    Word has no comments in headers, footers and notes, so what is wrong there is said at the first paragraph of the body.
    """
    main = open_package(template).main
    places = [(each.part, each.paragraph, each.tag) for each in findings]
    return with_comments(template, [_remark(each, main, places[:n].count(places[n])) for n, each in enumerate(findings)])


def _remark(finding: Finding, main: str, occurrence: int) -> Remark:
    words = f"{finding.problem.message} {finding.problem.fix}"
    if finding.part == main:
        return Remark(finding.paragraph, finding.tag, words, occurrence)
    where = f"In the {finding.called}: " if finding.called else ""
    return Remark(0, "", f"{where}{words}")


def _archive(package: Package) -> bytes:
    """The template without tracked changes and comments."""
    parts = Parts(dict(package.parts), {part: package.trees[part] for part, _ in parts_with_text(package)})
    parts.drop_comments()
    return parts.archive()


def _finish(parts: Parts, ledger: Ledger, said_of: Mapping[str, str]) -> bytes:
    """The rendered file with its marks set, its parts repaired and its properties said."""
    package = Package(parts.data, {name: parts.tree(name) for name in list(parts.data) if name.endswith((".rels", "[Content_Types].xml"))})
    styles = package.part_of_kind("styles", package.main)
    figures: dict[str, str] = {}
    said = _properties(said_of)
    for part in dict.fromkeys(
        [package.main, *(each.target for each in package.relations(package.main).values() if each.target.endswith(".xml"))]
    ):
        root = parts.tree(part) if part in parts.data else None
        if root is None or local(root) not in ("document", "hdr", "ftr", "footnotes", "endnotes"):
            continue
        set_marks(root, Setting(ledger.entries, partial(parts.style, styles), _linker(parts, part), figures))
        repair(root)
        _show_properties(root, {**said, "TITLE": said_of["title"]})
    set_core(parts, said_of)
    set_custom(parts, {**said, **figures})
    return parts.archive()


def _linker(parts: Parts, part: str) -> Callable[[str], str]:
    """What gives the relationship of a part to a web address."""
    return lambda target: parts.relate(part, LINK, target, external=True)


def _properties(said_of: Mapping[str, str]) -> dict[str, str]:
    """The custom properties of the paper, by the names that headers and footers show them under."""
    running = ", ".join(each for each in (said_of["title"], said_of["period"]) if each)
    shown = dict(zip(PROPERTIES, (running, said_of["notice"], said_of["organisation"], said_of["period"]), strict=True))
    own = {PAPER: said_of["paper"], DRAFT: said_of["draft"], CHECKSUM: said_of["checksum"]}
    return {name: text for name, text in (shown | own).items() if text}


def _show_properties(root: Element, said: Mapping[str, str]) -> None:
    """Let fields over the paper's own properties show what those now say, so that the file is right before Word updates it."""
    for run in root.iter(w("instrText")):
        name = PROPERTY.fullmatch(run.text or "")
        value = said.get((name[1] or name[2]).strip()) if name else None
        if value is not None:
            _show(_result_of(run), value)


def _result_of(instruction: Element) -> list[Element]:
    """The texts that a field shows: those between its separator and its end."""
    run = instruction.getparent()
    shown: list[Element] = []
    inside = False
    for each in () if run is None else run.itersiblings():
        mark = at(each, "fldChar")
        kind = mark.get(w("fldCharType")) if mark is not None else None
        if kind == "end":
            break
        inside = inside or kind == "separate"
        shown += each.iter(w("t")) if inside else ()
    return shown


def _show(texts: list[Element], value: str) -> None:
    for number, each in enumerate(texts):
        each.text = "" if number else value
