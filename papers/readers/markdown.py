"""Markdown text as authored blocks. What a paper can't carry is a problem on its line, with the words kept where there are any.

Beyond CommonMark: tables with a header row (a paragraph `Table: its title` just above one captions it), footnotes (`[^1]` and
`[^1]: text`), `^raised^` and `~lowered~` text, `<br>` for a new line, and pictures alone in their paragraph, whose title is
the caption: `![what it shows](file.png "Caption")`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from papers.document import (
    Align,
    AuthoredBlock,
    Bullets,
    Cell,
    Column,
    Footnote,
    Heading,
    Inline,
    Item,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
    plain,
)
from papers.errors import Place, Problem
from papers.readers.markdown_syntax import NOTES, cells_of, parser
from papers.readers.markdown_words import Words
from papers.readers.pictures import PictureError, picture_size

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

TITLE = "Table: "
DASHES = re.compile(r"\|[|:\s-]*-[|:\s-]*|[|:\s-]*-[|:\s-]*\|[|:\s-]*")
ALIGNS: dict[object, Align] = {"text-align:right": "right", "text-align:center": "centre"}
DEEPEST_LIST = 3
DEEPEST_HEADING = 4
NARROW, WIDE = 6, 40
"""Characters between which a table's column takes its share of the width by its longest cell."""


def read_markdown(text: str, prefix: str, folder: Path | None, place: Place) -> tuple[tuple[AuthoredBlock, ...], tuple[Problem, ...]]:
    """The blocks of the text and the problems in it, by line.

    Ids are the prefix, "/" and a running number. Pictures are looked for in `folder`. `place.row` is the line of its file on
    which the text begins (1 where it is None); each problem stands on the line that has it. Nothing is raised for any text.
    """
    words = Words(place)
    try:
        blocks = _read(text, prefix, folder, words)
    except RecursionError:
        words.report("markdown-nesting", text)
        return (), tuple(words.problems)
    return blocks, tuple(sorted(words.problems, key=lambda p: p.place.row or 0))


def _read(text: str, prefix: str, folder: Path | None, words: Words) -> tuple[AuthoredBlock, ...]:
    from markdown_it.tree import SyntaxTreeNode

    source = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found: dict[str, Any] = {}
    tokens = parser().parse(source, found)
    words.take_notes(found.get(NOTES, []))
    blocks = _Blocks(prefix, folder, words, source.split("\n")).of(SyntaxTreeNode(tokens).children)
    words.report_unused_notes()
    return blocks


@dataclass
class _Blocks:
    """One reading of blocks: the number of the last id, the level of the last heading."""

    prefix: str
    folder: Path | None
    words: Words
    lines: list[str]
    count: int = 0
    level: int = 0

    def next_id(self) -> str:
        """The id of the next block."""
        self.count += 1
        return f"{self.prefix}/{self.count}"

    def of(self, nodes: list[SyntaxTreeNode]) -> tuple[AuthoredBlock, ...]:
        """The blocks of the nodes, in order. A table takes the paragraph above it that says its title."""
        out: list[AuthoredBlock] = []
        title = None
        for node, following in zip_longest(nodes, nodes[1:]):
            self.words.at(node)
            if following and following.type == "table" and _is_title(node):
                title = self.title(node)
            else:
                block = self.block(node, title)
                out += [block] if block else []
                title = None
        return tuple(out)

    def block(self, node: SyntaxTreeNode, title: str | None) -> AuthoredBlock | None:
        """The node as a block, or None where a paper has no such thing."""
        match node.type:
            case "heading":
                return self.heading(node)
            case "paragraph":
                return self.paragraph(node)
            case "bullet_list" | "ordered_list":
                return self.bullets(node, 1, self.next_id())
            case "table":
                return self.table(node, title)
        self.words.unsupported(node)
        return None

    def heading(self, node: SyntaxTreeNode) -> Heading | None:
        """The heading, at the level of its marks."""
        level, before = int(node.tag[1:]), self.level
        inlines = self.words.of(node)
        if not plain(inlines).strip():
            self.words.report("markdown-heading-empty", node.markup)
            return None
        if level > DEEPEST_HEADING:
            self.words.report("markdown-heading-level", str(level))
        elif before and level > before + 1:
            self.words.report("markdown-heading-jump", str(level), before=str(before))
        self.level = min(level, DEEPEST_HEADING)
        return Heading(self.next_id(), self.level, inlines)

    def paragraph(self, node: SyntaxTreeNode) -> Paragraph | Picture | None:
        """The paragraph, or the picture that stands alone in it."""
        parts = node.children[0].children
        if len(parts) == 1 and parts[0].type == "image":
            return self.picture(parts[0])
        broken = next((line for line in node.children[0].content.split("\n") if DASHES.fullmatch(line.strip())), None)
        if broken:
            self.words.report("markdown-table", node.children[0].content)
        inlines = self.words.of(node)
        return Paragraph(self.next_id(), inlines) if _says(inlines) else None

    # --- lists

    def bullets(self, node: SyntaxTreeNode, depth: int, own: str) -> Bullets | None:
        """The list with its nested lists. A nested list's id is its list's, "/" and the number of the item."""
        if depth > DEEPEST_LIST:
            self.words.report("markdown-list-depth", _content(node))
            return None
        if node.attrs.get("start", 1) != 1:
            self.words.report("markdown-list-start", str(node.attrs["start"]))
        found = (self.item(child, depth, f"{own}/{number}") for number, child in enumerate(node.children, 1))
        items = tuple(item for item in found if item)
        return Bullets(own, items, ordered=node.type == "ordered_list") if items else None

    def item(self, node: SyntaxTreeNode, depth: int, nested_id: str) -> Item | None:
        """The list item: the words of its first paragraph and the list under them. Anything else is a problem."""
        self.words.at(node)
        inlines: tuple[Inline, ...] = ()
        nested = None
        for child in node.children:
            self.words.at(child)
            if child.type == "paragraph" and not inlines and not nested:
                inlines = self.words.of(child)
            elif child.type in ("bullet_list", "ordered_list") and not nested:
                nested = self.bullets(child, depth + 1, nested_id)
            else:
                self.words.report("markdown-list-item", _content(child), what=_kind(child))
        if _says(inlines):
            return Item(inlines, nested)
        self.words.at(node)
        self.words.report("markdown-list-empty", _content(node))
        return None

    # --- tables

    def title(self, node: SyntaxTreeNode) -> str:
        """The title that the paragraph above a table says."""
        inlines = self.words.of(node)
        if not all(isinstance(part, Run) for part in inlines):
            self.words.report("markdown-table-title", node.children[0].content)
        return plain(inlines).removeprefix(TITLE).strip()

    def table(self, node: SyntaxTreeNode, title: str | None) -> Table:
        """The table. Without a title of its own it is named after its columns."""
        head = node.children[0].children[0]
        body = [row for part in node.children[1:] for row in part.children]
        rows = (Row(self.cells(head), "header"), *(Row(self.cells(row)) for row in body))
        names = ", ".join(filter(None, (plain(cell.inlines).strip() for cell in rows[0].cells)))
        columns = _columns(head, rows)
        self._check_cells(body, len(columns))
        return Table(self.next_id(), title or names or "Table", columns, rows, captioned=bool(title))

    def cells(self, row: SyntaxTreeNode) -> tuple[Cell, ...]:
        """The cells of the row."""
        self.words.at(row)
        return tuple(Cell(self.words.of(cell)) for cell in row.children)

    def _check_cells(self, rows: list[SyntaxTreeNode], columns: int) -> None:
        """The parser fills short rows and cuts long ones without a word; the source tells."""
        for row in rows:
            self.words.at(row)
            found = len(cells_of(self.lines[self.words.line]))
            if found != columns:
                self.words.report("markdown-table-cells", str(found), columns=str(columns))

    # --- pictures

    def picture(self, node: SyntaxTreeNode) -> Picture | None:
        """The picture from its file in the folder."""
        from markdown_it.common.utils import unescapeAll

        name, alt = str(node.attrs.get("src", "")), unescapeAll(node.content).strip()
        if not alt:
            self.words.report("markdown-picture-alt", name)
        data = self._bytes(name)
        if not alt or data is None:
            return None
        try:
            media_type, width, height = picture_size(data)
        except PictureError as why:
            self.words.report("markdown-picture-file", name, why=str(why))
            return None
        caption = self.words.of_text(str(node.attrs.get("title", "")))
        return Picture(self.next_id(), data, media_type, alt, width, height, caption)

    def _bytes(self, name: str) -> bytes | None:
        """The file's bytes; only files within the report's folder are opened."""
        if self.folder is None or "://" in name:
            self.words.report("markdown-picture-outside", name)
            return None
        try:
            path = (self.folder / unquote(name)).resolve()
            if path.is_relative_to(self.folder.resolve()):
                return path.read_bytes()
            self.words.report("markdown-picture-outside", name)
        except (OSError, ValueError):
            self.words.report("markdown-picture-missing", name)
        return None


def _is_title(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph" and node.children[0].content.startswith(TITLE)


def _says(inlines: tuple[Inline, ...]) -> bool:
    return bool(plain(inlines).strip()) or any(isinstance(part, Footnote) for part in inlines)


def _content(node: SyntaxTreeNode) -> str:
    """The words of the node and all below it, as written."""
    return " ".join(each.content for each in node.walk() if each.type in ("inline", "fence", "code_block", "html_block"))


def _kind(node: SyntaxTreeNode) -> str:
    """What the node is, as a problem calls it."""
    names = {"paragraph": "A second paragraph", "bullet_list": "A second list", "ordered_list": "A second list"}
    return names.get(node.type, f"A {node.type.replace('_', ' ')}")


def _columns(head: SyntaxTreeNode, rows: tuple[Row, ...]) -> tuple[Column, ...]:
    """The columns, each with a share by its longest cell; the shares sum to 1000."""
    longest = [max(len(plain(cell.inlines)) for cell in column) for column in zip(*(row.cells for row in rows), strict=True)]
    weights = [min(max(length, NARROW), WIDE) for length in longest]
    shares = [1000 * weight // sum(weights) for weight in weights]
    shares[0] += 1000 - sum(shares)
    aligns = (ALIGNS.get(cell.attrs.get("style"), "left") for cell in head.children)
    return tuple(Column(share, align) for share, align in zip(shares, aligns, strict=True))
