"""Word templates with docxtpl tags, written by officers, filled with fields: strictly, safely, every error at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from papers.errors import PapersError, Place, Problem, problem
from papers.house import PROPERTIES
from papers.readers.word.names import at, local, val, w
from papers.readers.word.package import Package, open_package
from papers.readers.word.properties import CHECKSUM, DRAFT, PAPER
from papers.templating.checking import Check
from papers.templating.environment import make_environment
from papers.templating.filling import fill
from papers.templating.marks import Setting, set_marks
from papers.templating.packing import Parts, set_core, set_custom, unpacked
from papers.templating.repair import accept_changes, repair
from papers.templating.tags import find_tags, parts_with_text
from papers.templating.values import Ledger, Record, ValueProblemError, wrapped

if TYPE_CHECKING:
    from papers.readers.word.names import Element

__all__ = ["render"]

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
PROPERTY = re.compile(r'\s*(?:DOCPROPERTY\s+"?([^"\\]+?)"?|(TITLE))\s*(?:\\\*\s*\w+\s*)?')
ABOUT = ("paper", "title", "organisation", "period", "subject", "author", "notice", "language", "date", "draft", "checksum")
"""What `fields["document"]` says of the paper."""


def render(template: bytes, name: str, fields: Mapping[str, object]) -> bytes:
    """The Word file that the template makes of the fields (docs/templates.md), the same bytes for the same input.

    `name` is what problems call the template. PapersError with every problem of the template and the fields at once; nothing
    is printed blank. A template from outside is vetted first.
    """
    package = open_package(template)
    ledger = Ledger()
    context, problems = _context(fields, name, ledger)
    environment = make_environment()
    _accept_all(package)
    names = _style_names(package)
    for part, called in parts_with_text(package):
        problems += Check(environment, context).check(find_tags(package.trees[part], name, called, names))
    if problems:
        raise PapersError(problems)
    filled = fill(_archive(package), name, context, environment)
    return _finish(unpacked(filled), ledger, _about(fields))


def _context(fields: Mapping[str, object], name: str, ledger: Ledger) -> tuple[dict[str, object], list[Problem]]:
    """The fields as a template sees them, and the problems of those that it can't see."""
    context: dict[str, object] = {}
    problems = []
    for key, value in fields.items():
        try:
            context[key] = wrapped(value, ledger)
        except ValueProblemError as error:
            problems.append(problem("template-field", Place(file=name), name=key, why=str(error)))
            context[key] = Record({})
    about = _about(fields)
    missing = (each for each in ("paper", "title", "language", "date") if not about[each])
    problems += [problem("template-field", Place(file=name), name=f"document.{each}", why="it is not given") for each in missing]
    return context, problems


def _about(fields: Mapping[str, object]) -> dict[str, str]:
    found = fields.get("document")
    return {key: str(found.get(key) or "") if isinstance(found, Mapping) else "" for key in ABOUT}


def _accept_all(package: Package) -> None:
    for part, _ in parts_with_text(package):
        accept_changes(package.trees[part])


def _style_names(package: Package) -> dict[str, str]:
    root = package.trees.get(package.part_of_kind("styles", package.main))
    styles = () if root is None else root.iter(w("style"))
    return {each.get(w("styleId")) or "": (val(each, "name") or "").lower() for each in styles}


def _archive(package: Package) -> bytes:
    """The template without tracked changes and comments."""
    parts = Parts(dict(package.parts), {part: package.trees[part] for part, _ in parts_with_text(package)})
    parts.drop_comments()
    return parts.archive()


def _finish(parts: Parts, ledger: Ledger, about: Mapping[str, str]) -> bytes:
    """The rendered file with its marks set, its parts repaired and its properties said."""
    package = Package(parts.data, {name: parts.tree(name) for name in list(parts.data) if name.endswith((".rels", "[Content_Types].xml"))})
    styles = package.part_of_kind("styles", package.main)
    figures: dict[str, str] = {}
    said = _properties(about)
    for part in dict.fromkeys(
        [package.main, *(each.target for each in package.relations(package.main).values() if each.target.endswith(".xml"))]
    ):
        root = parts.tree(part) if part in parts.data else None
        if root is None or local(root) not in ("document", "hdr", "ftr", "footnotes", "endnotes"):
            continue
        set_marks(root, Setting(ledger.entries, partial(parts.style, styles), _linker(parts, part), figures))
        repair(root)
        _show_properties(root, {**said, "TITLE": about["title"]})
    set_core(parts, about)
    set_custom(parts, {**said, **figures})
    return parts.archive()


def _linker(parts: Parts, part: str) -> Callable[[str], str]:
    """What gives the relationship of a part to a web address."""
    return lambda target: parts.relate(part, LINK, target, external=True)


def _properties(about: Mapping[str, str]) -> dict[str, str]:
    """The custom properties of the paper, by the names that headers and footers show them under."""
    running = ", ".join(each for each in (about["title"], about["period"]) if each)
    shown = dict(zip(PROPERTIES, (running, about["notice"], about["organisation"], about["period"]), strict=True))
    own = {PAPER: about["paper"], DRAFT: about["draft"], CHECKSUM: about["checksum"]}
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
