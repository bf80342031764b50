"""The agenda's front sheet as fields for its Word template: what the clerk fills in, and the page ranges that the pack finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from papers.document import Link, Run, inlines
from papers.wording import date_words

AGENDA = "agenda-front-sheet"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """A paper of an item: its label ("Appendix 1"), its title and its first and last page in the pack (None: not in it).

    `link` is where its name leads, "" where nowhere.
    """

    title: str
    label: str = ""
    pages: tuple[int, int] | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item as the front sheet lists it. `exempt` is the reason in words; `urgent` likewise; "" where it is neither.

    `link` is where its title leads, "" where nowhere.
    """

    number: str
    title: str
    purpose: str = ""
    pages: tuple[int, int] | None = None
    papers: tuple[AgendaPaper, ...] = ()
    to_follow: bool = False
    urgent: str = ""
    exempt: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class AgendaSheet:
    """A meeting and its agenda. `background` is the sentence on background documents, `exclusion` the motion that closes business."""

    organisation: str
    body: str
    date: dt.date
    time: str
    room: str
    published: dt.date
    officer: str
    officer_post: str
    contact: str = ""
    telephone: str = ""
    email: str = ""
    webcasting: str = ""
    membership: tuple[str, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    background: str = ""
    exclusion: tuple[str, ...] = ()
    language: str = "en-GB"


def agenda_fields(sheet: AgendaSheet) -> dict[str, object]:
    """The fields of the front sheet's template by name (docs/fields.md): open items and exempt items apart, dates in words."""
    items = [_item(each) for each in sheet.items]
    return {
        "document": _about(sheet),
        "council": sheet.organisation,
        "body": sheet.body,
        "day": DAYS[sheet.date.weekday()],
        "date": date_words(sheet.date),
        "time": sheet.time,
        "room": sheet.room,
        "contact": sheet.contact,
        "telephone": sheet.telephone,
        "email": (Link((Run(sheet.email),), f"mailto:{sheet.email}"),) if sheet.email else "",
        "webcasting": sheet.webcasting,
        "membership": list(sheet.membership),
        "items": [item for item, each in zip(items, sheet.items, strict=True) if not each.exempt],
        "exempt_items": [item for item, each in zip(items, sheet.items, strict=True) if each.exempt],
        "exclusion": list(sheet.exclusion),
        "officer": sheet.officer,
        "officer_post": sheet.officer_post,
        "published": date_words(sheet.published),
        "background": sheet.background,
    }


def _about(sheet: AgendaSheet) -> Mapping[str, str]:
    title = f"Agenda: {sheet.body}, {date_words(sheet.date)}"
    return {
        "paper": AGENDA,
        "title": title,
        "organisation": sheet.organisation,
        "period": "",
        "subject": title,
        "author": sheet.officer,
        "notice": "",
        "language": sheet.language,
        "date": sheet.published.isoformat(),
        "draft": "",
        "checksum": "",
    }


def _item(item: AgendaItem) -> dict[str, object]:
    return {
        "number": item.number,
        "title": (Link((Run(item.title),), item.link),) if item.link else item.title,
        "purpose": item.purpose,
        "pages": "To follow" if item.to_follow else page_range(item.pages),
        "papers": [_paper(each) for each in item.papers],
        "to_follow": item.to_follow,
        "urgent": item.urgent,
        "exempt": item.exempt,
    }


def _paper(paper: AgendaPaper) -> dict[str, object]:
    name = f"{paper.label}: {paper.title}" if paper.label else paper.title
    named = (Link((Run(name),), paper.link),) if paper.link else inlines(name)
    return {"name": named, "label": paper.label, "title": paper.title, "pages": page_range(paper.pages)}


def page_range(pages: tuple[int, int] | None) -> str:
    """The pages as "(Pages 9 - 98)" or "(Page 9)", with no-break spaces; nothing where there are none, as for an exempt item."""
    if pages is None:
        return ""
    first, last = pages
    words = f"(Page {first})" if first == last else f"(Pages {first} - {last})"
    return words.replace(" ", "\u00a0")
