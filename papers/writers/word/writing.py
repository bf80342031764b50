"""One writing of one Word file: what is counted, what the next paragraph carries, and the parts that gather beside the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha1

from papers.document import Document, Heading
from papers.house import HouseStyle
from papers.metrics import Face, face
from papers.writers.word.template import Template
from papers.writers.word.xml import attribute, twips

TABLE_GAP = 10.0
"""Least distance in points between a table and what follows (docs/page-measure.md)."""

ANCHOR_DIGITS = 12


def anchor_of(block: str) -> str:
    """The name of the hidden bookmark that stands in a block: `_p` and the first digits of the SHA-1 of its id."""
    return "_p" + sha1(block.encode(), usedforsecurity=False).hexdigest()[:ANCHOR_DIGITS]


@dataclass(slots=True)
class Relations:
    """Relationships of one part, each target once; `prefix` keeps their ids clear of the template's."""

    prefix: str
    made: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship of that kind to that target."""
        return self.made.setdefault((kind, target, external), f"{self.prefix}{len(self.made) + 1}")


@dataclass(slots=True)
class Writing:
    """The state of a writing. What `pending` holds, bookmarks for blocks that begin here, the next paragraph takes up."""

    document: Document
    template: Template
    house: HouseStyle
    page_of: Mapping[str, int]
    headings: tuple[Heading, ...]
    width: int = 0
    """Width of the text in twips, on the pages of the section that is being written."""
    height: float = 0.0
    """Height of the text in points, likewise."""
    pending: list[str] = field(default_factory=list)
    after_table: bool = False
    relations: Relations = field(default_factory=lambda: Relations("rIdP"))
    note_relations: Relations = field(default_factory=lambda: Relations("rIdN"))
    in_note: bool = False
    notes: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    prompts: dict[str, str] = field(default_factory=dict)
    parts: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    """Content types of the new parts that need one of their own."""
    pictures: dict[bytes, str] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)
    """Bookmarks of headings for the contents, by the headings' ids."""
    controls: int = 0
    bookmarks: int = 0
    drawings: int = 0
    charts: int = 0

    @property
    def face(self) -> Face:
        """The face of the body's words: what it lacks is lent by others."""
        return face(self.house.styles["Normal"].font)

    def style(self, name: str) -> str:
        """The id of the template's style of that name."""
        return self.template.style_ids[name.lower()]

    def anchors(self) -> str:
        """The bookmarks that wait for a paragraph, which are now in it."""
        if not self.pending:
            return ""
        waiting, self.pending = self.pending, []
        return "".join([self.bookmark(name) for name in waiting])

    def bookmark(self, name: str, content: str = "") -> str:
        """A bookmark around the content."""
        self.bookmarks += 1
        return f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{self.bookmarks}"/>'

    def figure(self, key: str, shown: str) -> str:
        """The name of the document property that holds the value's shown text: its key, and `~2`, `~3` where it is shown otherwise too."""
        name, times = key, 1
        while self.figures.setdefault(name, shown) != shown:
            times += 1
            name = f"{key}~{times}"
        return name

    def paragraph(
        self,
        style: str,
        content: str,
        *,
        keep: bool = False,
        whole: bool = False,
        start: str = "",
        middle: str = "",
        before: float | None = None,
        end: str = "",
    ) -> str:
        """A paragraph of the style, its bookmarks at its start; after a table its distance is never less than the gap.

        `start` are properties up to numbering, `middle` up to tabs, `end` those after spacing, in the order of the schema.
        """
        spacing = self._spacing(style, before)
        named = "" if self.style(style) == self.template.default_style else f'<w:pStyle w:val="{self.style(style)}"/>'
        kept = f"{'<w:keepNext/>' if keep else ''}{'<w:keepLines/>' if whole else ''}"
        properties = f"{named}{kept}{start}{middle}{spacing}{end}"
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{self.anchors()}{content}</w:p>"

    def _spacing(self, style: str, before: float | None) -> str:
        """Direct spacing where the style's own would not do."""
        if self.after_table:
            self.after_table = False
            own = self.house.styles[style].before if before is None else before
            if own < TABLE_GAP:
                before = TABLE_GAP
        return "" if before is None else f'<w:spacing w:before="{twips(before)}"/>'

    def control(self, block: str, content: str, lock: str, *, alias: str = "", kind: str = "", hidden: bool = False) -> str:
        """The content as a content control whose tag is the block's id; a hidden one has no frame to see."""
        self.controls += 1
        named = f'<w:alias w:val="{attribute(alias)}"/>' if alias else ""
        looks = '<w15:appearance w15:val="hidden"/>' if hidden else ""
        properties = f'{named}<w:tag w:val="{block}"/><w:id w:val="{self.controls}"/><w:lock w:val="{lock}"/>{looks}{kind}'
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def begin(self, block: str) -> None:
        """Let the next paragraph carry the bookmark of the block, which begins with it."""
        self.pending.append(anchor_of(block))
