"""A supplement: what was to follow or stands for a faulty paper, behind a front sheet of its own that says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from papers.document import Block, Bullets, Document, Heading, Inline, Item, Link, Paragraph, Run, Section
from papers.drafting.agenda import DAYS, page_range
from papers.errors import Place, Problem, problem
from papers.packs.agenda import Agenda, Part
from papers.packs.front import Pages
from papers.packs.merging import link_to
from papers.packs.publications import Publication, Published, PublishedPaper, spoken
from papers.packs.schedule import reason
from papers.wording import date_words

Key = tuple[str, int]
"""A paper: its item's number and its place in the item (from 0)."""


@dataclass(frozen=True, slots=True)
class Supplement:
    """What a supplement is made of: its number, the papers in it, its covering note, and whether its pages begin at 1 again."""

    number: int
    date: dt.date
    papers: tuple[Key, ...]
    note: str = ""
    restart: bool = False

    @property
    def title(self) -> str:
        """Its name: "Supplement 2"."""
        return f"Supplement {self.number}"


def names(agenda: Agenda) -> dict[Key, str]:
    """Each paper's name in the record of what was published: its item with its label, or its title where it has none."""
    found: dict[Key, str] = {}
    for item in agenda.items:
        for n, part in enumerate(item.parts):
            name = f"{item.number}/{part.label or part.title}"
            found[item.number, n] = f"{name}#{n}" if name in found.values() else name
    return found


def choose(agenda: Agenda, published: Published) -> tuple[Key, ...]:
    """The papers that a supplement must carry: new ones and corrections. No paper is opened to tell."""
    named = names(agenda)
    there = [key for key in named if not part_of(agenda, key).to_follow]
    return tuple(key for key in there if published.change(named[key], part_of(agenda, key).corrected) != "same")


def changed(agenda: Agenda, published: Published, checksums: Mapping[Key, str], chosen: Sequence[Key]) -> Iterator[Problem]:
    """The published papers, of those whose checksums are given, that are not what they were, and those that vanished from the agenda."""
    named = names(agenda)
    for key, checksum in checksums.items():
        known = published.papers.get(named[key])
        if known and key not in chosen and known.checksum != checksum:
            part = part_of(agenda, key)
            yield problem("supplement-changed", part.place, value=part.named, pages=spoken(known))
    gone = [paper for name, paper in published.papers.items() if name not in named.values()]
    yield from (problem("pack-published-gone", Place(file=agenda.file), value=paper.title, pages=spoken(paper)) for paper in gone)


@dataclass(frozen=True, slots=True)
class Issue:
    """A pack (number 0) or supplement as it goes out: its day, its first and its last page."""

    number: int
    date: dt.date
    first: int
    last: int


def publication(agenda: Agenda, issue: Issue, pages: Pages, checksums: Mapping[Key, str]) -> Publication:
    """The record of an issue with its papers in the order of business."""
    named = names(agenda)
    papers = tuple(
        PublishedPaper(
            named[key], key[0], part.named, *pages[key], checksums[key], closed=part.secrecy.restricted, corrected=part.corrected
        )
        for key, part in ((key, part_of(agenda, key)) for key in named if key in pages)
    )
    return Publication(issue.number, issue.date, issue.first, issue.last, papers)


def numbered(agenda: Agenda, published: Published, supplement: Supplement) -> Agenda:
    """The agenda whose pack is the supplement: its pages go on after the last that was published, unless they begin again."""
    first = 1 if supplement.restart else published.last + 1
    return replace(agenda, settings=replace(agenda.settings, first_page=first))


def part_of(agenda: Agenda, key: Key) -> Part:
    """The paper of that key."""
    return agenda.item(key[0]).parts[key[1]]


def supplement_sheet(agenda: Agenda, supplement: Supplement, published: Published, pages: Pages, *, public: bool) -> Document:
    """The front sheet: the meeting, the covering note, and each paper with its pages and what it stands for."""
    title = f"{supplement.title}: {agenda.body}, {date_words(agenda.date)}"
    blocks = tuple(_blocks(agenda, supplement, published, pages, public=public))
    return Document(
        paper=f"supplement-{supplement.number}",
        title=title,
        sections=(Section("supplement", blocks),),
        organisation=agenda.organisation,
        subject=title,
        author=agenda.officer,
        language=agenda.language,
        date=supplement.date,
    )


def _blocks(agenda: Agenda, supplement: Supplement, published: Published, pages: Pages, *, public: bool) -> Iterator[Block]:
    yield Heading("supplement/title", 1, (Run(f"{supplement.title} to the agenda"),))
    meeting = f"{agenda.organisation}, {agenda.body}, {DAYS[agenda.date.weekday()]} {date_words(agenda.date)}, {agenda.time}, {agenda.room}"
    yield Paragraph("supplement/meeting", (Run(meeting),))
    yield Paragraph("supplement/note", (Run(supplement.note or covering_note(agenda, supplement, published)),))
    yield Paragraph("supplement/numbers", (Run(_numbers(supplement, published)),))
    shown = [key for key in supplement.papers if not (public and part_of(agenda, key).secrecy.restricted)]
    for n, number in enumerate(dict.fromkeys(item for item, _ in supplement.papers), 1):
        item = agenda.item(number)
        name = item.public_title if public and item.restricted and item.public_title else item.title
        yield Heading(f"supplement/item-{n}", 2, (Run(f"Agenda item {number}: {name}"),))
        own = [key for key in supplement.papers if key[0] == number]
        lines = [_line(agenda, key, published, pages) if key in shown else _closed(agenda, key) for key in own]
        yield Bullets(f"supplement/papers-{n}", tuple(Item(line) for line in lines))
    yield Paragraph("supplement/published", (Run(f"Published on {date_words(supplement.date)} by {agenda.officer}."),))


def covering_note(agenda: Agenda, supplement: Supplement, published: Published) -> str:
    """Why there is a supplement, in words."""
    named = names(agenda)
    replaced = any(named[key] in published.papers for key in supplement.papers)
    new = any(named[key] not in published.papers for key in supplement.papers)
    first = published.publications[0].date
    parts = [
        *(["were not ready when it was published"] if new else []),
        *(["stand for papers that were published with it and need correcting"] if replaced else []),
    ]
    return f"The agenda for this meeting was published on {date_words(first)}. These papers {', or '.join(parts)}."


def _numbers(supplement: Supplement, published: Published) -> str:
    if supplement.restart:
        return "The pages of this supplement are numbered from 1. No page of the agenda pack has another number than before."
    return f"Its pages are numbered from {published.last + 1}, after all that was published before. No page has another number than before."


def _line(agenda: Agenda, key: Key, published: Published, pages: Pages) -> tuple[Inline, ...]:
    part = part_of(agenda, key)
    known = published.papers.get(names(agenda)[key])
    span = pages.get(key)
    said = f" {page_range(span)}" if span else ""
    closed = f" ({reason(part.secrecy, agenda.nation)})" if part.secrecy.restricted else ""
    more = f"{closed}{said}{_stands_for(known, part, published)}"
    if span is None:
        return (Run(f"{part.named}{more}"),)
    name = Link((Run(part.named),), link_to(f"{key[0]}/{key[1]}"))
    return (name, Run(more))


def _stands_for(known: PublishedPaper | None, part: Part, published: Published) -> str:
    """What a correction stands for, and why."""
    if known is None:
        return ""
    number = next(each.number for each in reversed(published.publications) if known in each.papers)
    where = f"supplement {number}" if number else "the agenda pack"
    return f". It replaces {spoken(known)} of {where}: {part.corrected.rstrip('.')}."


def _closed(agenda: Agenda, key: Key) -> tuple[Inline, ...]:
    """A paper that the public may not see: that there is one, and why."""
    part = part_of(agenda, key)
    return (Run(f"{part.label or 'A paper'} ({reason(part.secrecy, agenda.nation)})"),)
