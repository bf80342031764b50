"""A template looked at before anything is rendered: every tag held against the fields, every problem with its paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from papers.errors import PapersError, Place, Problem, problem
from papers.readers.word.names import val, w
from papers.readers.word.package import Package, open_package
from papers.templating.checking import Check
from papers.templating.environment import make_environment
from papers.templating.repair import accept_changes
from papers.templating.tags import find_tags, parts_with_text
from papers.templating.values import MAX_ROUNDS, Ledger, Record, ValueProblemError, wrapped

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

ABOUT = ("paper", "title", "organisation", "period", "subject", "author", "notice", "language", "date", "draft", "checksum")
"""What `fields["document"]` says of the paper."""

MOST_TAGS = 1000
"""Tags of one part: an officer's template has a hundred, and each takes time."""

MOST_MADE = 200_000_000
"""Characters of markup that all loops of one template may make together: the rounds of long parts are fewer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and where an officer can see it: the part, the paragraph's place in it (from 0) and the tag.

    Without a part it is a problem of the fields, or of the file as a whole.
    """

    problem: Problem
    part: str = ""
    called: str = ""
    paragraph: int = 0
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """A template opened and checked. Its tracked changes count as accepted in the trees of `package`."""

    package: Package
    context: Mapping[str, object]
    environment: ImmutableSandboxedEnvironment
    ledger: Ledger
    findings: tuple[Finding, ...]


def examine(template: bytes, name: str, fields: Mapping[str, object]) -> Examined:
    """The template, the fields as it sees them, and all that is wrong. PapersError where the file is refused or is no Word file."""
    package = open_package(template)
    ledger = Ledger(most=max(1, min(MAX_ROUNDS, MOST_MADE // max(len(package.parts[part]) for part, _ in parts_with_text(package)))))
    context, problems = _context(fields, name, ledger)
    environment = make_environment()
    names = _style_names(package)
    findings = [Finding(each) for each in problems]
    for part, called in parts_with_text(package):
        root = package.trees[part]
        paragraphs = list(root.iter(w("p")))
        accept_changes(root)
        places = {id(each): number for number, each in enumerate(paragraphs)}
        tags = tuple(islice(find_tags(root, name, called, names), MOST_TAGS + 1))
        if len(tags) > MOST_TAGS:
            why = f"its {called} has more than {MOST_TAGS} tags"
            raise PapersError([problem("template-result", Place(file=name), why=why)])
        found = Check(environment, context).check(tags)
        findings += [Finding(each, part, called, places[id(tag.paragraph)], tag.text) for tag, each in found]
    return Examined(package, context, environment, ledger, tuple(findings))


def about(fields: Mapping[str, object]) -> dict[str, str]:
    """What the fields say of the paper, as text; "" for what they do not say."""
    found = fields.get("document")
    return {key: str(found.get(key) or "") if isinstance(found, Mapping) else "" for key in ABOUT}


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
    said = about(fields)
    missing = (each for each in ("paper", "title", "language", "date") if not said[each])
    problems += [problem("template-field", Place(file=name), name=f"document.{each}", why="it is not given") for each in missing]
    return context, problems


def _style_names(package: Package) -> dict[str, str]:
    root = package.trees.get(package.part_of_kind("styles", package.main))
    styles = () if root is None else root.iter(w("style"))
    return {each.get(w("styleId")) or "": (val(each, "name") or "").lower() for each in styles}
