"""Paragraphs and tables of a Word file as authored blocks: headings, paragraphs, lists, tables and pictures, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from papers.document import AuthoredBlock, Bullets, Heading, Inline, Item, NodeError, Paragraph, Picture, Run, Table, inlines, plain
from papers.readers.word.drawings import read_picture
from papers.readers.word.house_tables import LOOKS, read_house_table
from papers.readers.word.names import at, children, is_on, local, val, w, words_of
from papers.readers.word.parts import Drawn, Part, only_inlines
from papers.readers.word.places import block_of
from papers.readers.word.reading import shortened
from papers.readers.word.styles import ListPlace
from papers.readers.word.tables import is_header, read_columns, read_rows, table_rows
from papers.readers.word.words import read_words

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

DEEPEST_LIST = 3
DEEPEST_HEADING = 4
ENTERED = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
PASSED = frozenset(
    {"sectPr", "sdtPr", "sdtEndPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd",
     "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlPr", "tcPr"}
)  # fmt: skip
CONTENTS_FIELD = "TOC"


def block_elements(container: Element) -> Iterator[Element]:
    """What stands at block level, in order, also within content controls and insertions; tracked deletions are gone."""
    for child in children(container):
        if local(child) in ENTERED:
            yield from block_elements(child)
        elif local(child) not in PASSED:
            yield child


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that stands in a list."""

    place: ListPlace
    words: tuple[Inline, ...]
    tag: str
    """The id that the nearest content control around it bears; "" where there is none."""


@dataclass
class BlockReader:
    """Reads block after block. Ids are the prefix, "/" and a running number."""

    reading: Reading
    prefix: str
    out: list[AuthoredBlock] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    caption: tuple[Inline, ...] = ()
    carried: list[Part] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    count: int = 0
    level: int = 0
    first: str = ""
    """The id of the first block, where its content control says it."""
    starts: frozenset[str] = frozenset()
    """Names of the bookmarks with which blocks begin, in a file of our own writing."""

    def read(self, elements: Iterable[Element], *, ended: bool = True) -> tuple[AuthoredBlock, ...]:
        """The blocks of the elements, after those read before; unless `ended`, a list may go on with the next ones."""
        for element in elements:
            if local(element) == "p":
                self.paragraph(element)
            elif local(element) == "tbl":
                self.table(element)
            else:
                self.reading.enter(element)
                what = "An equation" if local(element).startswith("oMath") else f"Something that Word calls {local(element)}"
                self.reading.not_carried(what, words_of(element), "Write it as plain text.")
        if ended:
            self.end()
        return tuple(self.out)

    def end(self) -> None:
        """Add what still waits for more: a list, a caption."""
        self.end_list()
        self.end_caption()

    def next_id(self) -> str:
        """The id of the next block."""
        self.count += 1
        named, self.first = self.first, ""
        return named or f"{self.prefix}/{self.count}"

    def begins(self, element: Element) -> bool:
        """Whether a bookmark says that a block begins with the element, whatever stands before it."""
        first = element if local(element) == "p" else next(element.iter(w("p")), None)
        marks = () if first is None or not self.starts else first.iter(w("bookmarkStart"))
        return any(each.get(w("name")) in self.starts for each in marks)

    # --- paragraphs

    def paragraph(self, element: Element) -> None:
        """Read a paragraph as what its style says it is."""
        self.reading.enter(element)
        if self.begins(element):
            self.end_list()
            self.end_caption()
        properties = at(element, "pPr")
        style = val(properties, "pStyle")
        if self._is_contents(element, style):
            return
        parts = [*self.carried, *read_words(element, self.reading)]
        mark = at(properties, "rPr")
        if at(mark, "del") is not None or at(mark, "moveFrom") is not None:
            self.carried = parts
            return
        self.carried = []
        level = self.reading.styles.heading_level(style)
        place = None if level else self.reading.styles.list_place(properties)
        if place:
            self.line(place, parts, block_of(element))
        elif level:
            self.heading(level, parts, new_page=self.reading.exact and bool(is_on(properties, "pageBreakBefore")))
        else:
            self.prose(style, parts, own=self.begins(element))

    def _is_contents(self, element: Element, style: str | None) -> bool:
        """Whether the paragraph belongs to a table of contents, which papers make themselves; it is reported once."""
        begins = any((each.text or "").split()[:1] == [CONTENTS_FIELD] for each in element.iter(w("instrText")))
        if begins:
            self.reading.report("word-left-out", words_of(element), what="A table of contents", how="Papers make their own.")
        return begins or any(name.startswith("toc ") for name in self.reading.styles.names(style))

    def heading(self, level: int, parts: list[Part], *, new_page: bool) -> None:
        """Add a heading."""
        self.end_list()
        words = self.trimmed(only_inlines(parts, self.reading, "a heading"))
        if not plain(words).strip():
            return
        if level > DEEPEST_HEADING:
            self.reading.report("word-heading-level", str(level))
        elif self.level and level > self.level + 1:
            self.reading.report("word-heading-jump", str(level), before=str(self.level))
        self.level = min(level, DEEPEST_HEADING)
        self.add(Heading(self.next_id(), self.level, words, new_page))

    def prose(self, style: str | None, parts: list[Part], *, own: bool = False) -> None:
        """Add a paragraph, split where pictures stand in it. A caption goes to the picture above or the table below, unless it is its `own` block."""
        if not any(isinstance(part, Drawn) for part in parts) and not self.trimmed(only_inlines(parts, self.reading, "")):
            return
        self.end_list()
        role = self.reading.styles.role(style)
        if role == "caption" and not any(isinstance(part, Drawn) for part in parts):
            self.captions(self.trimmed(only_inlines(parts, self.reading, "")), own=own)
            return
        words: list[Inline] = []
        for part in [*parts, None]:
            if part is not None and not isinstance(part, Drawn):
                words.append(part)
                continue
            said = self.trimmed(inlines(*words))
            if said:
                self.add(Paragraph(self.next_id(), said, role))
            words = []
            if part is not None:
                self.picture(part.element)

    def captions(self, words: tuple[Inline, ...], *, own: bool) -> None:
        """Give the caption to the picture just above, or keep it for the table or picture that follows."""
        last = self.out[-1] if self.out else None
        if isinstance(last, Picture) and not last.caption and not self.caption and not own:
            self.out[-1] = replace(last, caption=words)
        else:
            self.end_caption()
            self.caption = words

    def picture(self, element: Element) -> None:
        """Add a picture."""
        found = read_picture(element, self.reading)
        if found:
            caption = () if self.reading.exact else self.caption
            self.caption = self.caption if self.reading.exact else ()
            self.end_caption()
            self.add(Picture(self.next_id(), found.data, found.media_type, found.alt, found.width, found.height, caption))

    # --- lists

    def line(self, place: ListPlace, parts: list[Part], tag: str) -> None:
        """Take a paragraph into the list that is open."""
        words = self.trimmed(only_inlines(parts, self.reading, "a list"))
        if not words:
            return
        self.end_caption()
        if place.level >= DEEPEST_LIST:
            self.reading.report("word-list-depth", plain(words))
        first = self.lines[0].place if self.lines else None
        if first and place.level == first.level and self._begins_anew(place, first):
            self.end_list()
        if not self.reading.exact and not self.lines and place.ordered and place.number in self.numbers and place.number:
            self.reading.report("word-list-start", plain(words))
        self.numbers.add(place.number)
        self.lines.append(Line(place, words, tag))

    def _begins_anew(self, place: ListPlace, first: ListPlace) -> bool:
        return place.ordered != first.ordered or (place.ordered and not self.reading.styles.goes_on(place, first))

    def end_list(self) -> None:
        """Add the list that is open, if one is."""
        if self.lines:
            lines, self.lines = self.lines, []
            self.add(self.bullets(lines, 1, self.next_id()))

    def bullets(self, lines: list[Line], depth: int, own: str) -> Bullets:
        """The lines as a list with the id `own`, those that stand deeper nested under the item above them.

        A nested list's id is its list's, "/" and the number of the item, unless a content control says another.
        """
        ordered = lines[0].place.ordered
        level = min(line.place.level for line in lines) if depth < DEEPEST_LIST else lines[0].place.level
        items: list[Item] = []
        for group in _groups(lines, level if depth < DEEPEST_LIST else None):
            head, under = group[0], group[1:]
            if head.place.ordered != ordered:
                self.reading.report(
                    "word-words-kept", plain(head.words), what="An item of another kind of list", how="Keep to one kind at a level."
                )
            named = under[0].tag if under and under[0].tag != head.tag else ""
            items.append(Item(head.words, self.bullets(under, depth + 1, named or f"{own}/{len(items) + 1}") if under else None))
        return Bullets(own, tuple(items), ordered)

    # --- tables

    def table(self, element: Element) -> None:
        """Add a table; a caption just above it is its title."""
        self.end_list()
        if self.begins(element):
            self.end_caption()
        if self.reading.exact and self.reading.styles.name(val(element, "tblPr/tblStyle")) in LOOKS:
            self.house_table(element)
            return
        rows = table_rows(element)
        heads = sum(1 for _ in _leading_headers(rows))
        near = shortened(words_of(rows[0])) if rows else ""
        if not heads and rows and not self.reading.exact:
            heads = 1 if len(rows) > 1 else 0
            self.reading.report("word-table-header", near)
        title, caption = val(element, "tblPr/tblCaption") or "", self.caption
        self.caption = ()
        if any(not isinstance(each, Run) for each in caption):
            self.reading.not_carried(
                "A table's title with more than words", plain(caption), "Put notes and links into the table or the text."
            )
        if not plain(caption).strip() and not title.strip():
            self.reading.report("word-table-title", near)
        stub = 1 if _first_column(element) else 0
        try:
            body, columns = read_rows(element, heads, self.reading), read_columns(element, heads)
            words = plain(caption).strip() or title.strip() or near or "Table"
            self.add(Table(self.next_id(), words, columns, body, stub, bool(plain(caption).strip())))
        except NodeError as error:
            self.reading.not_carried("A table", words_of(element), f"Make it a plain grid ({error}).")

    def house_table(self, element: Element) -> None:
        """Add a table in one of the house's looks."""
        caption, self.caption = self.caption, ()
        title = plain(caption) or val(element, "tblPr/tblCaption") or "Table"
        try:
            self.add(read_house_table(element, self.next_id(), title, self.reading, captioned=bool(caption)))
        except NodeError as error:
            self.reading.not_carried("A table", words_of(element), f"Restore it from the paper as it was built ({error}).")

    # --- what waits

    def trimmed(self, words: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """The inlines without white space at their ends, which an officer does not mean; as they are in a file of our own writing."""
        return words if self.reading.exact else _trimmed(words)

    def add(self, block: AuthoredBlock) -> None:
        """Add a block; a caption that waits for a table becomes a paragraph."""
        if not isinstance(block, Table | Picture):
            self.end_caption()
        self.out.append(block)

    def end_caption(self) -> None:
        """Add a caption that no table or picture took as a paragraph."""
        if self.caption:
            words, self.caption = self.caption, ()
            self.out.append(Paragraph(self.next_id(), words, "caption"))


def _groups(lines: list[Line], level: int | None) -> Iterator[list[Line]]:
    """The lines in groups that each begin with one of `level` (or above it); each line alone where level is None."""
    group: list[Line] = []
    for line in lines:
        if group and (level is None or line.place.level <= level):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _leading_headers(rows: list[Element]) -> Iterator[Element]:
    for row in rows:
        if not is_header(row):
            return
        yield row


def _first_column(table: Element) -> bool:
    look = at(table, "tblPr/tblLook")
    if look is None:
        return True
    said = look.get(w("firstColumn"))
    return said in ("1", "true") if said is not None else bool(int(look.get(w("val")) or "80", 16) & 0x80)


def _trimmed(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The inlines without white space at their ends."""
    out = list(words)
    while out and isinstance(out[0], Run) and not out[0].text.lstrip():
        out.pop(0)
    while out and isinstance(out[-1], Run) and not out[-1].text.rstrip():
        out.pop()
    if out and isinstance(out[0], Run):
        out[0] = replace(out[0], text=out[0].text.lstrip())
    if out and isinstance(out[-1], Run):
        out[-1] = replace(out[-1], text=out[-1].text.rstrip())
    return tuple(out)
