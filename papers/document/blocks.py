"""What stands on a page, one below the other; commentaries hold what people write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from papers.document.charts import Chart
from papers.document.spans import Inline, check_canonical, plain
from papers.document.tables import Table
from papers.document.values import check, check_id

Role = Literal["body", "lead", "title", "subtitle", "meta", "status", "label", "note", "caption"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4. `short` is the wording of contents and running heads where the full one is long."""

    id: str
    level: int
    inlines: tuple[Inline, ...]
    new_page: bool = False
    short: str | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        check(1 <= self.level <= 4, f"heading {self.id} has level {self.level}, not 1 to 4")
        check(plain(self.inlines).strip(), f"heading {self.id} has no words")
        check_canonical(self.inlines)

    @property
    def name(self) -> str:
        """The wording for contents, bookmarks and running heads."""
        return self.short or plain(self.inlines)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Its role names the house style it is set in; `status` and `label` stay with the block after them."""

    id: str
    inlines: tuple[Inline, ...]
    role: Role = "body"

    def __post_init__(self) -> None:
        check_id(self.id)
        check(self.inlines, f"paragraph {self.id} is empty")
        check_canonical(self.inlines)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its words, and the list nested under it."""

    inlines: tuple[Inline, ...]
    nested: Bullets | None = None

    def __post_init__(self) -> None:
        check(self.inlines, "a list item is empty")
        check_canonical(self.inlines)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, bulleted or (`ordered`) numbered. At most three deep."""

    id: str
    items: tuple[Item, ...]
    ordered: bool = False

    def __post_init__(self) -> None:
        check_id(self.id)
        check(self.items, f"list {self.id} has no items")
        check(self.depth <= 3, f"list {self.id} is more than three deep")

    @property
    def depth(self) -> int:
        """How many lists stand within each other."""
        return 1 + max((item.nested.depth for item in self.items if item.nested), default=0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG or JPEG) with its text alternative; an empty `alt` is a decoration that says nothing."""

    id: str
    data: bytes = field(repr=False)
    media_type: Literal["image/png", "image/jpeg"]
    alt: str
    width: int
    height: int
    caption: tuple[Inline, ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id)
        check(self.media_type in ("image/png", "image/jpeg"), f"picture {self.id} is {self.media_type}, not PNG or JPEG")
        check(self.width > 0 and self.height > 0, f"picture {self.id} has no size")
        check_canonical(self.caption)


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: headings down to `depth`, with the numbers of their pages."""

    id: str
    title: str = "Contents"
    depth: int = 2

    def __post_init__(self) -> None:
        check_id(self.id)
        check(1 <= self.depth <= 4, f"contents {self.id} go {self.depth} deep")


AuthoredBlock = Heading | Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Commentary:
    """Authored text in its place. Without blocks it shows `prompt` (what is due, and from `owner`) and the paper is a draft."""

    id: str
    label: str
    blocks: tuple[AuthoredBlock, ...] = ()
    prompt: str | None = None
    owner: str | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        check(self.label.strip(), f"commentary {self.id} has no label")
        check(self.blocks or self.prompt, f"commentary {self.id} has neither text nor prompt")

    @property
    def awaited(self) -> bool:
        """Whether the text is still to come."""
        return not self.blocks


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stay on one page where they fit on one: a KPI's heading, rating, figures, chart and table."""

    id: str
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        check_id(self.id)
        check(self.blocks, f"group {self.id} is empty")


Block = Heading | Paragraph | Bullets | Table | Chart | Picture | Contents | Commentary | Group
