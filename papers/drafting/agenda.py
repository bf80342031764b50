"""The front sheets of an agenda and of its supplements as fields for their Word templates, with the page ranges that the pack finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from papers.document import Link, Run, inlines
from papers.wording import date_words

AGENDA, SUPPLEMENT = "agenda-front-sheet", "supplement-front-sheet"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """A paper of an item: its label ("Appendix 1"), its title and its first and last page in the pack (None: not in it).

    `link` is where its name leads, "" where nowhere; `note` says what it stands for where it is a correction.
    """

    title: str
    label: str = ""
    pages: tuple[int, int] | None = None
    link: str = ""
    note: str = ""


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
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who meets, when and where, and who published that on which day.

    `background` is the sentence on background documents, `notice` why the agenda is late, "" where it is not.
    """

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
    background: str = ""
    notice: str = ""
    language: str = "en-GB"


def agenda_fields(meeting: Meeting, items: Sequence[AgendaItem], exclusion: Sequence[str] = ()) -> dict[str, object]:
    """The fields of the front sheet's template by name (docs/fields.md): open items and exempt items apart, dates in words.

    `exclusion` is the motion that closes business.
    """
    listed = [_item(each) for each in items]
    return {
        "document": _about(meeting, AGENDA, f"Agenda: {meeting.body}, {date_words(meeting.date)}"),
        "council": meeting.organisation,
        "body": meeting.body,
        "day": DAYS[meeting.date.weekday()],
        "date": date_words(meeting.date),
        "time": meeting.time,
        "room": meeting.room,
        "contact": meeting.contact,
        "telephone": meeting.telephone,
        "email": (Link((Run(meeting.email),), f"mailto:{meeting.email}"),) if meeting.email else "",
        "webcasting": meeting.webcasting,
        "late": meeting.notice,
        "membership": list(meeting.membership),
        "items": [item for item, each in zip(listed, items, strict=True) if not each.exempt],
        "exempt_items": [item for item, each in zip(listed, items, strict=True) if each.exempt],
        "exclusion": list(exclusion),
        "officer": meeting.officer,
        "officer_post": meeting.officer_post,
        "published": date_words(meeting.published),
        "background": meeting.background,
    }


def supplement_fields(
    meeting: Meeting, items: Sequence[AgendaItem], exclusion: Sequence[str], *, number: int, note: str, numbering: str
) -> dict[str, object]:
    """The fields of a supplement's front sheet: those of the agenda's, its number, its covering note, and how its pages are numbered.

    The meeting's day of publication is that of the supplement.
    """
    title = f"Supplement {number}: {meeting.body}, {date_words(meeting.date)}"
    own = {"document": _about(meeting, SUPPLEMENT, title), "number": str(number), "note": note, "numbering": numbering}
    return {**agenda_fields(meeting, items, exclusion), **own}


def _about(meeting: Meeting, paper: str, title: str) -> Mapping[str, str]:
    return {
        "paper": paper,
        "title": title,
        "organisation": meeting.organisation,
        "period": "",
        "subject": title,
        "author": meeting.officer,
        "notice": "",
        "language": meeting.language,
        "date": meeting.published.isoformat(),
        "draft": "",
        "checksum": "",
    }


def _item(item: AgendaItem) -> dict[str, object]:
    return {
        "number": item.number,
        "title": (Link((Run(item.title),), item.link),) if item.link else item.title,
        "purpose": item.purpose,
        "pages": "Withdrawn" if item.withdrawn else "To follow" if item.to_follow else page_range(item.pages),
        "papers": [_paper(each) for each in item.papers],
        "to_follow": item.to_follow,
        "urgent": item.urgent,
        "exempt": item.exempt,
    }


def _paper(paper: AgendaPaper) -> dict[str, object]:
    name = f"{paper.label}: {paper.title}" if paper.label else paper.title
    named = (Link((Run(name),), paper.link),) if paper.link else inlines(name)
    return {"name": named, "label": paper.label, "title": paper.title, "pages": page_range(paper.pages), "note": paper.note}


def page_range(pages: tuple[int, int] | None) -> str:
    """The pages as "(Pages 9 - 98)" or "(Page 9)", with no-break spaces; nothing where there are none, as for an exempt item."""
    if pages is None:
        return ""
    first, last = pages
    words = f"(Page {first})" if first == last else f"(Pages {first} - {last})"
    return words.replace(" ", "\u00a0")
