"""The words of Markdown: what stands within a paragraph, heading, list item or table cell, as canonical inlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from papers.document import Chip, ChipShape, Footnote, Inline, LineBreak, Link, NodeError, PageNumber, Run, Shape, Travel, inlines, plain
from papers.errors import Place, Problem, problem
from papers.readers.markdown_syntax import parser

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ADDRESS = re.compile(r"(https?://|mailto:|#).")

UNSUPPORTED = {
    "html_block": ("Raw HTML", "Write it in Markdown."),
    "html_inline": ("Raw HTML", "Write it in Markdown: **bold**, *italic*, ^raised^."),
    "code_block": ("Text indented as code", "Take the spaces at the start of the line away."),
    "fence": ("A block of code", "Take the lines of ``` away."),
    "code_inline": ("Text marked as code", "Take the ` marks away."),
    "blockquote": ("A quotation block", "Write it as a paragraph, in quotation marks."),
    "hr": ("A rule across the page", "Take the line away; a heading begins a new part."),
}
"""What CommonMark has and a paper has not, and what to do instead."""

LOOKS: dict[str, dict[str, Any]] = {
    "strong": {"bold": True},
    "em": {"italic": True},
    "superscript": {"superscript": True, "subscript": False},
    "subscript": {"subscript": True, "superscript": False},
}
"""What each mark changes in the look of the words in it."""

SPANS = frozenset({"bold", "italic", "superscript", "subscript", "lang", "figure"})
NODES = frozenset({"chip", "travel", "page"})
"""What a span may say of its words, and what it may make of them."""

PLAIN = Run("-")
"""The look of text without marks."""


@dataclass
class Words:
    """One reading of words: the problems found, the footnotes to call. `line` counts from 0 in the text."""

    place: Place
    problems: list[Problem] = field(default_factory=list)
    line: int = 0
    notes: dict[str, tuple[int, str]] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    in_note: bool = False

    def at(self, node: SyntaxTreeNode) -> None:
        """Go to the node's line."""
        if node.map:
            self.line = node.map[0]

    def report(self, code: str, value: str, **words: str) -> None:
        """Note the problem on the present line."""
        place = replace(self.place, row=(self.place.row or 1) + self.line)
        self.problems.append(problem(code, place, value=_short(value), **words))

    def unsupported(self, node: SyntaxTreeNode) -> None:
        """Report a node that no paper has, or a comment."""
        if node.content.lstrip().startswith("<!--"):
            self.report("markdown-comment", node.content)
        else:
            what, how = UNSUPPORTED[node.type]
            self.report("markdown-unsupported", node.content or node.markup, what=what, how=how)

    def take_notes(self, found: Iterable[tuple[str, int, str]]) -> None:
        """Keep the footnotes' texts by label."""
        for label, self.line, text in found:
            if label in self.notes:
                self.report("markdown-note-twice", label)
            elif not text:
                self.report("markdown-note-empty", label)
            self.notes.setdefault(label, (self.line, text))

    def report_unused_notes(self) -> None:
        """Report the footnotes that the text never called."""
        for label, (line, _) in self.notes.items():
            if label not in self.called:
                self.line = line
                self.report("markdown-note-unused", label)

    def of(self, node: SyntaxTreeNode, look: Run = PLAIN) -> tuple[Inline, ...]:
        """The inlines under the node, each with the look of the marks around it."""
        return inlines(*chain.from_iterable(self._of(child, look) for child in node.children))

    def of_text(self, text: str) -> tuple[Inline, ...]:
        """The inlines of one line of Markdown."""
        from markdown_it.tree import SyntaxTreeNode

        return self.of(SyntaxTreeNode(parser().parseInline(text)))

    def _of(self, node: SyntaxTreeNode, look: Run) -> Iterable[Inline | str]:
        if node.type in LOOKS:
            look = replace(look, **LOOKS[node.type])
            return self._text(node.content, look) if node.content else self.of(node, look)
        match node.type:
            case "inline":
                return self.of(node, look)
            case "text":
                return self._text(node.content, look)
            case "softbreak" | "hardbreak":
                self.line += 1
                return [LineBreak() if node.type == "hardbreak" else replace(look, text=" ")]
            case "link":
                return self._link(node, look)
            case "note":
                return self._note(node.content)
            case "span":
                return self._span(node, look)
        return self._odd(node, look)

    def _odd(self, node: SyntaxTreeNode, look: Run) -> Iterable[Inline | str]:
        if BREAK.fullmatch(node.content):
            return [LineBreak()]
        if node.type == "image":
            self.report("markdown-picture-place", str(node.attrs.get("src", "")))
            return ()
        self.unsupported(node)
        return self._text(node.content, look) if node.type == "code_inline" else ()

    def _text(self, text: str, look: Run) -> Iterator[Inline]:
        """The text as a run: a tab is a space, any other control character a problem."""
        for found in CONTROL.findall(text.replace("\t", " ")):
            self.report("markdown-control-character", f"U+{ord(found):04X}")
        clean = CONTROL.sub("", text.replace("\t", " "))
        if clean:
            yield replace(look, text=clean)

    def _span(self, node: SyntaxTreeNode, look: Run) -> Iterable[Inline | str]:
        """The words of a span with what it says of them: a look, a language, the figure that they show."""
        said = {name: unquote(value) for name, value in node.meta.items()}
        words = plain(self.of(node))
        shown = {name: self._node(name, value, words, said.get("figure")) for name, value in said.items() if name in NODES}
        if made := next((each for each in shown.values() if each), None):
            return [made]
        if strange := sorted(said.keys() - SPANS - NODES) or sorted(shown):
            self.report("markdown-span", strange[0])
        marks: dict[str, Any] = {name: True for name in ("bold", "italic") if name in said}
        for name in ("superscript", "subscript"):
            marks |= LOOKS[name] if name in said else {}
        marks |= {name: said[name] for name in ("lang", "figure") if said.get(name)}
        look = replace(look, **marks)
        return [replace(look, text=words)] if look.figure and words else self.of(node, look)

    def _node(self, name: str, value: str, words: str, figure: str | None) -> Inline | None:
        """The rating, direction or page number that a span says; None where it says none that can be."""
        try:
            if name == "chip":
                fill, ink, shape, *_ = [*value.split("/"), "", ""]
                return Chip(words, f"#{fill}", f"#{ink}", figure, cast("ChipShape", shape))
            return PageNumber(value) if name == "page" else Travel(words, cast("Shape", value), figure)
        except NodeError:
            return None

    def _link(self, node: SyntaxTreeNode, look: Run) -> Iterable[Inline | str]:
        target = str(node.attrs.get("href", ""))
        found = self.of(node, look)
        runs = tuple(part for part in found if isinstance(part, Run))
        if node.attrs.get("title"):
            self.report("markdown-link-title", str(node.attrs["title"]))
        if not ADDRESS.match(target):
            self.report("markdown-link", target or "nowhere")
        elif not runs or len(runs) < len(found):
            self.report("markdown-link-text", target)
        else:
            return [Link(runs, target)]
        return found

    def _note(self, label: str) -> Iterator[Inline | str]:
        self.called.add(label)
        if self.in_note or label not in self.notes:
            self.report("markdown-note-nested" if self.in_note else "markdown-note-missing", label)
            yield f"[^{label}]"
            return
        calling, (self.line, text) = self.line, self.notes[label]
        self.in_note = True
        found = self.of_text(text)
        self.in_note, self.line = False, calling
        if found:
            yield Footnote(found)


def _short(value: str) -> str:
    """The value as a problem shows it: one line, at most 60 characters."""
    line = " ".join(CONTROL.sub(" ", value).split())
    return line if len(line) <= 60 else line[:59] + "…"
