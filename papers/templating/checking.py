"""Every tag of a template held against the fields before anything is rendered, so that all errors are reported at once.

A tag may name fields, compare them, and pass them through the listed filters: the check knows these forms and refuses all
others, so that a template has no way to compute, call or reach anything.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers.errors import Problem, problem
from papers.templating.environment import FILTERS, LIST_FILTERS
from papers.templating.tags import HOLDERS, Tag
from papers.templating.values import Record, Rows, Words

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

FOR = re.compile(r"for\s+([A-Za-z_]\w*)\s+in\s+(.+)", re.DOTALL)
BRANCH = re.compile(r"(if|elif)\s+(.+)", re.DOTALL)
OPENING = re.compile(r"^\{%\w*\s*(if|for)")
LOOP = {"index": 1, "index0": 0, "first": True, "last": True, "length": 1, "revindex": 1, "revindex0": 0}
LONGEST = 1000
"""Characters of a tag: longer ones are no officer's."""

MOST_OPEN = 12
"""Loops and conditions within each other: Python compiles no more than twenty."""

DEEPEST = 24
"""Levels of an expression: deeper ones take Python long to compile."""

ALLOWED = frozenset(
    {
        "Name",
        "Const",
        "Getattr",
        "Getitem",
        "Filter",
        "Compare",
        "Operand",
        "And",
        "Or",
        "Not",
        "CondExpr",
        "Concat",
        "Output",
        "Template",
        "Keyword",
    }
)
PLAIN_WORDS = {
    "Call": "a call",
    "Add": "arithmetic",
    "Sub": "arithmetic",
    "Mul": "arithmetic",
    "Div": "arithmetic",
    "Pow": "arithmetic",
    "Test": "a test",
}


class _Unknown:
    """A value that is only known once there is one: what a loop over an empty list would give."""


UNKNOWN = _Unknown()


class _FoundError(Exception):
    """What is wrong with an expression: a kind of problem and its words."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


@dataclass
class Check:
    """A check of one part of a template: the tags that are open, what the names mean there, and the problems found."""

    environment: ImmutableSandboxedEnvironment
    fields: Mapping[str, object]
    open: list[Tag] = field(default_factory=list)
    loops: list[tuple[str, object]] = field(default_factory=list)
    found: list[tuple[Tag, Problem]] = field(default_factory=list)
    misread: list[str] = field(default_factory=list)
    """What tags that could not be read would have opened."""

    def check(self, tags: Iterable[Tag]) -> tuple[tuple[Tag, Problem], ...]:
        """The tags that are wrong, in order, each with its problem."""
        order: dict[int, int] = {}
        for number, tag in enumerate(tags):
            order[id(tag)] = number
            try:
                self.tag(tag)
            except _FoundError as found:
                if found.code != "template-opens-nothing" or not self.excused(tag):
                    self.found.append((tag, problem(found.code, tag.place, value=tag.text, **found.words)))
                self.misread += OPENING.findall(tag.words if tag.kind == "broken" else tag.text) if tag not in self.open else []
        for tag in self.open:
            self.found.append((tag, problem("template-unclosed", tag.place, value=tag.text, end=f"end{tag.words.split()[0]}")))
        return tuple(sorted(self.found, key=lambda each: order[id(each[0])]))

    def excused(self, tag: Tag) -> bool:
        """Whether the tag goes on or closes one that could not be read, which is told already."""
        name = tag.words.split()[0]
        opening = next((each for each in self.misread if each == name.removeprefix("end") or name in ("else", "elif")), None)
        if opening and name.startswith("end"):
            self.misread.remove(opening)
        return opening is not None

    def tag(self, tag: Tag) -> None:
        """Check one tag. _FoundError says what is wrong with it."""
        if len(tag.text) > LONGEST:
            raise _FoundError("template-syntax", why=f"it is longer than {LONGEST} characters")
        if tag.kind == "broken":
            raise _FoundError("template-syntax", why="its brackets have no counterpart in the same paragraph")
        if not tag.alone:
            raise _FoundError("template-beside", holder=HOLDERS.get(tag.scope, "paragraph"))
        if tag.kind == "print":
            self.printed(tag)
        elif tag.kind == "statement":
            self.statement(tag)

    def printed(self, tag: Tag) -> None:
        """Check a tag that prints."""
        if tag.scope:
            raise _FoundError("template-forbidden", what=f"the form {{{{{tag.scope} ...}}}}")
        value = self.value(tag.words)
        if value is None or value == "" or (isinstance(value, Rows) and not len(value)):
            self.missing()
        elif isinstance(value, Record | Rows):
            raise _FoundError("template-list")

    def missing(self) -> None:
        """A value is missing: an error, but under a condition only if the rendering comes to it."""
        if not any(tag.words.startswith("if") for tag in self.open):
            raise _FoundError("template-missing")

    def statement(self, tag: Tag) -> None:
        """Check a tag that steers, and open or close what it begins or ends."""
        name = (tag.words.split() or [""])[0]
        if name in ("for", "if"):
            if len(self.open) == MOST_OPEN:
                raise _FoundError("template-syntax", why=f"more than {MOST_OPEN} tags are open at once")
            self.open.append(tag)
            self.opening(tag)
        elif name in ("elif", "else"):
            self.matching(tag, ("if", "for") if name == "else" else ("if",))
            if name == "elif":
                self.opening(tag)
        elif name in ("endfor", "endif"):
            opened = self.matching(tag, (name.removeprefix("end"),))
            self.open.remove(opened)
            if name == "endfor":
                self.loops.pop()
        elif name in ("vm", "hm"):
            return
        else:
            raise _FoundError("template-forbidden", what=f"“{name}”")

    def opening(self, tag: Tag) -> None:
        """Check what follows for, if or elif."""
        loop, branch = FOR.fullmatch(tag.words), BRANCH.fullmatch(tag.words)
        if loop:
            self.loops.append((loop[1], UNKNOWN))
            rows = self.value(loop[2], outside=1)
            if rows is not UNKNOWN and not isinstance(rows, Rows):
                raise _FoundError("template-no-list")
            self.loops[-1] = (loop[1], _row(rows))
        elif branch:
            self.value(branch[2])
        else:
            if tag.words.startswith("for"):
                self.loops.append(("", UNKNOWN))
            raise _FoundError("template-syntax", why="write “for line in lines” or “if name”")

    def matching(self, tag: Tag, names: tuple[str, ...]) -> Tag:
        """The tag that this one goes on or closes: the last one open, of that name, in the same place and form."""
        opened = self.open[-1] if self.open else None
        if opened is None or opened.words.split()[0] not in names:
            raise _FoundError("template-opens-nothing", what=" or ".join(names))
        if opened.scope != tag.scope or opened.holder is not tag.holder:
            self.open.remove(opened)
            if opened.words.startswith("for"):
                self.loops.pop()
            raise _FoundError("template-apart", opened=opened.text)
        return opened

    # --- expressions

    def value(self, words: str, outside: int = 0) -> object:
        """The value of an expression over the fields and the loops that are open (without the innermost `outside`)."""
        from jinja2 import TemplateSyntaxError

        try:
            tree = self.environment.parse(f"{{{{ {words} }}}}")
            return self.worth(tree, outside)
        except TemplateSyntaxError as error:
            raise _FoundError("template-syntax", why=f"{error.message}{_dash(words)}") from error
        except RecursionError:
            raise _FoundError("template-syntax", why="its brackets stand too deep in each other") from None

    def worth(self, tree: nodes.Template, outside: int) -> object:
        """The value of a parsed expression."""
        known = dict(self.fields)
        loops = self.loops[: len(self.loops) - outside]
        known |= dict(loops) | ({"loop": Record(LOOP)} if loops else {})
        return _value(_expression(tree), known)


def _dash(words: str) -> str:
    return "; Word may have made a long dash of a hyphen" if re.search("[–—]", words) else ""  # noqa: RUF001 - the dash is what we look for


def _row(rows: object) -> object:
    """One item of the list, for the names in the loop: of records, a record of all names that any of them has."""
    if not isinstance(rows, Rows) or not len(rows):
        return UNKNOWN
    if all(isinstance(item, Record) for item in rows.items):
        merged: dict[str, object] = {}
        for item in rows.items:
            assert isinstance(item, Record)
            merged |= {name: item[name] for name in item.names if name not in merged or item[name] is None}
        return Record(merged)
    return next((item for item in rows.items if item is None), rows.items[0])


def _expression(tree: nodes.Template) -> nodes.Node:
    from jinja2 import nodes

    for node in tree.find_all(nodes.Node):
        kind = type(node).__name__
        if kind not in ALLOWED:
            raise _FoundError("template-forbidden", what=PLAIN_WORDS.get(kind, f"what Jinja calls {kind}"))
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise _FoundError("template-filter", name=node.name, fix=_nearest(node.name, FILTERS))
        if isinstance(node, nodes.Getattr) and (
            node.attr.startswith("_") or not isinstance(node.node, nodes.Name | nodes.Getattr | nodes.Getitem)
        ):
            raise _FoundError("template-forbidden", what=f"{node.attr} of something that is no field")
    if _depth(tree) > DEEPEST:
        raise _FoundError("template-syntax", why="its parts stand too deep in each other")
    output = tree.body[0] if len(tree.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise _FoundError("template-syntax", why="it says more than one thing")
    return output.nodes[0]


def _depth(node: nodes.Node) -> int:
    """How deep the parts of an expression stand in each other."""
    return 1 + max(map(_depth, node.iter_child_nodes()), default=0)


def _value(node: nodes.Node, known: Mapping[str, object]) -> object:
    """The value of the expression: exactly where it names a field; UNKNOWN where it would have to be computed."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return _named(node.name, node.name, known)
    if isinstance(node, nodes.Getattr):
        return _part(_value(node.node, known), node.attr, _path(node))
    if isinstance(node, nodes.Getitem):
        item = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if not isinstance(item, str):
            raise _FoundError("template-forbidden", what="an index that is no name")
        return _part(_value(node.node, known), item, _path(node))
    if isinstance(node, nodes.Const):
        return node.value
    values = [_value(child, known) for child in node.iter_child_nodes()]
    if isinstance(node, nodes.Filter):
        return _filtered(node.name, values[0] if values else None)
    if isinstance(node, nodes.Concat) and any(value is None or isinstance(value, Record | Rows) for value in values):
        raise _FoundError("template-missing")
    return UNKNOWN


def _filtered(name: str, value: object) -> object:
    """What a filter gives, once it is known that it fits the value."""
    if value is None:
        raise _FoundError("template-missing")
    if value is not UNKNOWN and (name in LIST_FILTERS) != isinstance(value, Rows) and not (name == "length" and isinstance(value, str)):
        raise _FoundError("template-filter", name=name, fix=f"It is for {'lists' if name in LIST_FILTERS else 'text'}.")
    return _row(value) if name in ("first", "last") else value if name == "sort" else UNKNOWN


def _named(name: str, path: str, known: Mapping[str, object]) -> object:
    if name not in known:
        raise _FoundError("template-name", name=path, fix=_nearest(name, known))
    return known[name]


def _part(value: object, name: str, path: str) -> object:
    if value is UNKNOWN:
        return UNKNOWN
    if value is None:
        raise _FoundError("template-missing")
    if not isinstance(value, Record):
        what = "a list; go through it with “for”" if isinstance(value, Rows) else "text" if isinstance(value, str | Words) else "a number"
        raise _FoundError("template-name", name=path, fix=f"What stands before its last dot is {what}.")
    return _named(name, path, {each: value[each] for each in value.names})


def _path(node: nodes.Node) -> str:
    from jinja2 import nodes

    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_path(node.node)}.{node.arg.value}"
    return node.name if isinstance(node, nodes.Name) else "..."


def _nearest(name: str, known: Iterable[str]) -> str:
    """What to write instead: the nearest name, also among those that a field with names of its own has, or where the names are listed."""
    paths = {each: each for each in sorted(known)}
    for each, value in sorted(known.items()) if isinstance(known, Mapping) else ():
        paths = {inner: f"{each}.{inner}" for inner in (value.names if isinstance(value, Record) else ())} | paths
    near = difflib.get_close_matches(name, paths, n=1)
    return f"Did you mean {paths[near[0]]}?" if near else "docs/fields.md lists the names."
