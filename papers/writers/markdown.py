"""Authored blocks as Markdown, such that reading it gives the same blocks: what officers wrote, in the file that holds it.

The law is `read_markdown(write_markdown(blocks)) == blocks` for all that Markdown can say. Words are escaped only where they would
mean something else. A look that marks can't bear (raised words with spaces, a language, a figure with its key) is a span:
`[84%]{figure=CS01/2013-12-31/actual}`. What Markdown has no form for (merged cells, a picture's size) is written without it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from papers.document import (
    AuthoredBlock,
    Bullets,
    Cell,
    Chip,
    Footnote,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
    Travel,
)

WIDTH = 130
"""Characters after which a paragraph goes on on a new line, so that differences of two versions stay small."""

UNBROKEN = 1_000_000
"""As many characters as no paragraph has."""

SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~^]|&(?=[#A-Za-z])|!$")
OPENING = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|-{2,}|=+|\d{1,9}[.)](?=\s|$)|:?-+:?(?=\s*$))")
"""What would begin a heading, list or rule at the start of a line."""

RAISED = re.compile(r"[0-9A-Za-z+-]+")
PLAIN_ADDRESS = re.compile(r"[^\s<>()\\\"]+")
ALIGNED = {"right": "---:", "decimal": "---:", "centre": ":---:", "left": "---"}
SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg"}
UNDESCRIBED = "Picture: say here what it shows"
"""What stands for a picture's text alternative where nobody wrote one."""

TITLE = "Table:"


@dataclass(frozen=True, slots=True)
class Written:
    """The text, and the bytes of its pictures by the names of their files."""

    text: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def write_markdown(blocks: Iterable[AuthoredBlock], labels: Collection[str] = (), width: int = WIDTH) -> Written:
    """The blocks as Markdown in lines of that many characters. Footnotes are numbered from 1, past the `labels` that are taken."""
    writer = _Writer(frozenset(labels), width)
    parts: list[str] = []
    before: AuthoredBlock | None = None
    other = False
    for block in blocks:
        other = not other if isinstance(before, Bullets) and isinstance(block, Bullets) else False
        parts += [text for text in [writer.block(block, other=other)] if text]
        before = block
    parts += writer.written_notes()
    return Written("".join(f"{part}\n\n" for part in parts)[:-1], writer.pictures)


def write_block(block: AuthoredBlock) -> str:
    """One block as Markdown, each paragraph on one line, its footnotes below it: the same for blocks that say the same, whatever their ids."""
    return write_markdown((block,), width=UNBROKEN).text.strip("\n")


@dataclass
class _Writer:
    """One writing: the footnotes that were called, the pictures that were met."""

    taken: frozenset[str]
    width: int
    notes: list[tuple[str, Footnote]] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    number: int = 0

    def block(self, block: AuthoredBlock, *, other: bool) -> str:
        """The block; `other` takes the other sign for a list, so that it does not join the list before it."""
        match block:
            case Heading():
                return f"{'#' * block.level} {self.line(block.inlines)}"
            case Paragraph():
                return _wrapped(_opened(self.line(block.inlines)), self.width)
            case Bullets():
                return "\n".join(self.items(block, other=other))
            case Table():
                return self.table(block)
            case Picture():
                return self.picture(block)

    # --- words

    def line(self, inlines: Iterable[Inline], out: str = "") -> str:
        """The inlines on one line after `out`, spaces at its ends made to last."""
        for each in inlines:
            out += self.inline(each, out)
        return _edged(out)

    def inline(self, node: Inline, before: str) -> str:
        """The inline, as it must be written after what stands before it."""
        match node:
            case Run():
                return _run(node, before)
            case LineBreak():
                return "<br>"
            case Link():
                return f"{self.line(node.runs, '[')}]({_address(node.target)})"
            case Footnote():
                return self.call(node)
            case Chip():
                return _span(node.word, [f"chip={_chip(node)}", *_figure(node.figure)])
            case Travel():
                return _span(node.word, [f"travel={node.shape}", *_figure(node.figure)])
            case PageNumber():
                return _span("page", [f"page={node.target}"])

    def call(self, note: Footnote) -> str:
        """The call of a footnote, which is written at the end."""
        self.number = next(n for n in range(self.number + 1, self.number + 2 + len(self.taken)) if str(n) not in self.taken)
        self.notes.append((str(self.number), note))
        return f"[^{self.number}]"

    def written_notes(self) -> list[str]:
        """The texts of the footnotes that were called."""
        return [f"[^{label}]: {self.line(note.inlines)}" for label, note in self.notes]

    # --- lists, tables, pictures

    def items(self, bullets: Bullets, indent: str = "", *, other: bool = False) -> Iterable[str]:
        """The list's lines, each item on one."""
        for number, item in enumerate(bullets.items, 1):
            sign = f"{number}{')' if other else '.'}" if bullets.ordered else "*" if other else "-"
            yield f"{indent}{sign} {_opened(self.line(item.inlines))}"
            yield from self.nested(item, indent + " " * (len(sign) + 1))

    def nested(self, item: Item, indent: str) -> Iterable[str]:
        """The lines of the list under an item."""
        return self.items(item.nested, indent) if item.nested else ()

    def table(self, table: Table) -> str:
        """The table, its title above it where it is captioned. Of several header rows the last one heads it."""
        head = [row for row in table.rows if row.kind == "header"]
        first = head[-1] if head else table.rows[0]
        body = [row for row in table.rows if row is not first]
        rule = "| " + " | ".join(ALIGNED[column.align] for column in table.columns) + " |"
        rows = [self.row(first, len(table.columns)), rule, *(self.row(row, len(table.columns)) for row in body)]
        title = [f"{TITLE} {_opened(_edged(_escaped(table.title.strip())))}", ""] if table.captioned else []
        return "\n".join([*title, *rows])

    def row(self, row: Row, width: int) -> str:
        """The row's cells; one that spans columns is followed by empty ones."""
        cells = [text for cell in row.cells for text in [self.cell(cell), *[""] * (cell.colspan - 1)]]
        return "| " + " | ".join([*cells, *[""] * width][:width]) + " |"

    def cell(self, cell: Cell) -> str:
        """The words of a cell; of a chart in it, what it says."""
        return _edged(_escaped(cell.chart.alt)) if cell.chart else self.line(cell.inlines)

    def picture(self, picture: Picture) -> str:
        """The picture as a file beside the text, named by its content."""
        name = f"picture-{hashlib.sha256(picture.data).hexdigest()[:12]}{SUFFIXES[picture.media_type]}"
        self.pictures[name] = picture.data
        alt = re.sub(r"([\\`<>\[\]&*_!])", r"\\\1", picture.alt.strip() or UNDESCRIBED)
        caption = self.line(picture.caption)
        title = ' "' + re.sub(r'([\\"&])', r"\\\1", caption) + '"' if caption else ""
        return f"![{alt}]({name}{title})"


def _run(run: Run, before: str) -> str:
    """The run with its marks; as a span where marks would not hold."""
    if run.figure is None and run.lang is None and not (run.bold or run.italic):
        if not (run.superscript or run.subscript):
            return _escaped(run.text)
        if RAISED.fullmatch(run.text) and not before.endswith("["):
            sign = "^" if run.superscript else "~"
            return f"{sign}{run.text}{sign}"
    marks = "**" * run.bold + "*" * run.italic
    special = run.figure is not None or run.lang is not None or run.superscript or run.subscript
    if not special and run.text[0].isalnum() and run.text[-1].isalnum() and not before.endswith("*"):
        return f"{marks}{_escaped(run.text)}{marks}"
    looks = [name for name in ("bold", "italic", "superscript", "subscript") if getattr(run, name)]
    return _span(run.text, [*looks, *([f"lang={run.lang}"] if run.lang is not None else []), *_figure(run.figure)])


def _figure(key: str | None) -> list[str]:
    return [] if key is None else [f"figure={quote(key, safe='/:.,+-')}"]


def _chip(chip: Chip) -> str:
    """Its colours and, where it has one, its shape."""
    return f"{chip.fill[1:]}/{chip.ink[1:]}" + (f"/{quote(chip.shape, safe='')}" if chip.shape else "")


def _span(text: str, attributes: Iterable[str]) -> str:
    return f"[{_escaped(text)}]{{{' '.join(attributes)}}}"


def _escaped(text: str) -> str:
    """The text with a backslash before what would be read as a mark."""
    return SPECIAL.sub(lambda found: "\\" + found.group(), text)


def _edged(line: str) -> str:
    """The line with the spaces at its ends written so that they last."""
    inner = line.strip()
    if inner == line:
        return line
    head = len(line) - len(line.lstrip()) if inner else len(line)
    return _lasting(line[:head]) + inner + _lasting(line[head + len(inner) :])


def _lasting(spaces: str) -> str:
    """The spaces as entities."""
    return "".join(f"&#{ord(each)};" for each in spaces)


def _opened(line: str) -> str:
    """The line, with a backslash or an entity in it where its start would make it something else than a paragraph."""
    if line.startswith(TITLE):
        return line.replace(":", "\\:", 1)
    found = OPENING.match(line)
    if not found:
        return line
    last = found.end() - 1 if found[0][0].isdigit() else 0
    return f"{line[:last]}\\{line[last:]}"


def _address(target: str) -> str:
    return target if PLAIN_ADDRESS.fullmatch(target) else "<" + re.sub(r"([<>])", r"\\\1", target) + ">"


def _wrapped(line: str, width: int) -> str:
    """The line broken at single spaces, never so that a new line would begin something else."""
    out: list[str] = []
    current = ""
    for word in re.split(r"(?<! ) (?! )", line):
        joined = f"{current} {word}" if current else word
        if current and len(joined) > width and not OPENING.match(word) and not word.startswith((TITLE, " ")) and not current.endswith("\\"):
            out.append(current)
            joined = word
        current = joined
    return "\n".join([*out, current])
