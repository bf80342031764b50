"""What writing one page needs to know: names for ids, classes for colours, notes that wait for the end of their section."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from papers.document import Document, Paragraph, walk
from papers.house import HouseStyle

OUTSIDE_NAME = re.compile(r"[^A-Za-z0-9_.-]")


def text(words: str) -> str:
    """The words as text of an element."""
    return escape(words, quote=False)


def attributes(**values: object) -> str:
    """The attributes that have a value, with a space before each; `class_` and `for_` lose their line, others write it as a hyphen."""
    return "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for name, value in values.items() if value is not None)


def name_of(block: str) -> str:
    """The block's id as an id of the page. Ids hold slashes, which a link must not need to escape."""
    return OUTSIDE_NAME.sub(lambda found: f"-{ord(found.group()):x}-" if found.group() != "/" else "--", block)


@dataclass
class Writing:
    """The page in the making."""

    document: Document
    house: HouseStyle
    page_of: Mapping[str, int] | None
    looks: dict[str, str] = field(default_factory=dict)
    """Classes of colours by what they declare, in order of use: a page has few colours and many chips."""
    notes: list[str] = field(default_factory=list)
    """Footnotes of the section being written, as items of its list."""
    called: int = 0

    @cached_property
    def title(self) -> Paragraph | None:
        """The first paragraph in the role of a title: the page's one heading of the first level."""
        return next((block for block in walk(self.document) if isinstance(block, Paragraph) and block.role == "title"), None)

    def look(self, declarations: str) -> str:
        """The class that declares this."""
        return self.looks.setdefault(declarations, f"look-{len(self.looks) + 1}")

    def lang(self, lang: str | None) -> str | None:
        """The language where it differs from the page's."""
        return lang if lang and lang != self.document.language else None
