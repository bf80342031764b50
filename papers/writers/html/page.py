"""The whole page: head, landmarks, sections, styles."""

from __future__ import annotations

from collections.abc import Mapping

from papers.document import Document, Heading, Section, walk
from papers.house import HouseStyle
from papers.writers.html.blocks import blocks
from papers.writers.html.style import style_sheet
from papers.writers.html.writing import Writing, attributes, name_of, text


def page(document: Document, house: HouseStyle, page_of: Mapping[str, int] | None) -> str:
    """The page as text."""
    writing = Writing(document, house, page_of)
    body = "\n".join(_section(section, writing) for section in document.sections)
    return (
        f"<!DOCTYPE html>\n<html{attributes(lang=document.language)}>\n<head>\n{_head(writing)}\n</head>\n<body>\n"
        f'<a class="skip" href="#main">Skip to the paper</a>\n{_banner(writing)}\n<main id="main">\n{body}\n</main>\n'
        f"{_foot(document)}\n</body>\n</html>\n"
    )


def _head(writing: Writing) -> str:
    """What the page says of itself; styles come last, for writing the body has found the colours in use."""
    document = writing.document
    said = {
        "author": document.author or document.organisation,
        "description": document.subject,
        "dcterms.title": document.title,
        "dcterms.publisher": document.organisation,
        "dcterms.issued": document.date.isoformat(),
        "dcterms.temporal": document.period,
        "dcterms.identifier": f"sha256:{document.checksum}" if document.checksum else "",
    }
    metas = [f"<meta{attributes(name=name, content=value)}>" for name, value in said.items() if value]
    return "\n".join(
        [
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{text(_title(document))}</title>",
            *metas,
            f"<style>\n{style_sheet(writing.house, writing.looks)}</style>",
        ]
    )


def _title(document: Document) -> str:
    return ", ".join(part for part in (document.title, document.period, document.organisation) if part)


def _banner(writing: Writing) -> str:
    """Who publishes which paper, where the paper has no title page that says so; that it is a draft."""
    document = writing.document
    name = "" if writing.title else f"<p>{text(document.organisation)}</p><h1>{text(document.title)}</h1>"
    draft = f'<p class="draft">{text(document.draft)}</p>' if document.draft else ""
    return f"<header>{name}{draft}</header>"


def _foot(document: Document) -> str:
    notice = f"<p>{text(document.notice)}</p>" if document.notice else ""
    return f"<footer><p>{text(_title(document))}</p>{notice}</footer>"


def _section(section: Section, writing: Writing) -> str:
    writing.notes = []
    content = blocks(section.blocks, writing)
    first = next((block for block in walk(section) if isinstance(block, Heading)), None)
    notes = f'<div class="notes" role="group" aria-label="Notes"><ol>{"".join(writing.notes)}</ol></div>' if writing.notes else ""
    element = "section" if first else "div"
    named = attributes(id=name_of(section.id), class_="page", aria_labelledby=name_of(first.id) if first else None)
    return f"<{element}{named}>\n{content}\n{notes}</{element}>"
