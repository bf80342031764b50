"""What a front sheet says of its pack below its title: for whom it is, or of what it is made."""

from __future__ import annotations

from dataclasses import replace

from papers.document import Document, Heading, Paragraph, Run
from papers.packs.publications import Published
from papers.wording import date_words, listed

MEMBERS = "not for publication"


def saying(document: Document, words: str) -> Document:
    """The front sheet with these words in bold below its title, in any template; as it is where there are none."""
    if not words:
        return document
    first, *others = document.sections
    below = next((n for n, block in enumerate(first.blocks, 1) if isinstance(block, Heading)), 0)
    said = Paragraph("standing", (Run(words, bold=True),))
    return replace(document, sections=(replace(first, blocks=(*first.blocks[:below], said, *first.blocks[below:])), *others))


def members_standing(kind: str) -> str:
    """That the members' edition of that kind must not be published: "Members' agenda pack: not for publication"."""
    return f"Members' {kind.lower()}: {MEMBERS}"


def consolidated_standing(published: Published, page_map: str) -> str:
    """Of which publications a consolidated pack is made, and that its pages have other numbers; `page_map` is the file that tells which."""
    made_of = listed([f"{each.spoken} of {date_words(each.date)}" for each in published.publications])
    return (
        f"Consolidated pack: it brings together {made_of}. Its page numbers are not those of the published files; "
        f"{page_map} gives both for each paper."
    )
