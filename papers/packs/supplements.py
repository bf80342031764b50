"""A supplement: what was to follow or stands for a faulty paper, behind a front sheet of its own that says so."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from papers.drafting.agenda import supplement_fields
from papers.errors import Place, Problem, problem
from papers.packs.agenda import Agenda, Part
from papers.packs.front import Key, Listing, Pages, motion
from papers.packs.publications import Publication, Published, PublishedPaper, spoken
from papers.packs.tables import tables_as_json
from papers.wording import date_words


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
    """Each paper's name in the record of what was published: its item with its label, or its title where it has none.

    The second of the same name in an item is told apart by a number.
    """
    found: dict[Key, str] = {}
    seen: Counter[str] = Counter()
    for item in agenda.items:
        for n, part in enumerate(item.parts):
            name = f"{item.number}/{part.label or part.title}"
            seen[name] += 1
            found[item.number, n] = name if seen[name] == 1 else f"{name} #{seen[name]}"
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
    """A pack (number 0) or supplement as it goes out: its day, its first and its last page, the covering note that it was given."""

    number: int
    date: dt.date
    first: int
    last: int
    note: str = ""


def publication(agenda: Agenda, issue: Issue, pages: Pages, checksums: Mapping[Key, str]) -> Publication:
    """The record of an issue with its papers in the order of business, and with the agenda from which it can be made again."""
    named = names(agenda)
    papers = tuple(
        PublishedPaper(
            named[key], key[0], part.named, *pages[key], checksums[key], closed=part.secrecy.restricted, corrected=part.corrected
        )
        for key, part in ((key, part_of(agenda, key)) for key in named if key in pages)
    )
    return Publication(issue.number, issue.date, issue.first, issue.last, papers, issue.note, tables_as_json(agenda.said))


def numbered(agenda: Agenda, published: Published, supplement: Supplement) -> Agenda:
    """The agenda as the supplement's: published on its day, its pages going on after the last that was published or beginning again."""
    first = 1 if supplement.restart else published.last + 1
    return replace(agenda, published=supplement.date, settings=replace(agenda.settings, first_page=first))


def part_of(agenda: Agenda, key: Key) -> Part:
    """The paper of that key."""
    return agenda.item(key[0]).parts[key[1]]


def supplement_front(
    agenda: Agenda, supplement: Supplement, published: Published, pages: Pages, *, public: bool, linked: bool
) -> dict[str, object]:
    """The fields of its front sheet: the meeting, the covering note, each paper with its pages, and what a correction stands for."""
    named = names(agenda)
    notes = {key: _stands_for(published, named[key], part_of(agenda, key)) for key in supplement.papers}
    listing = Listing(agenda, pages, notes, public=public, linked=linked, only=supplement.papers)
    return supplement_fields(
        replace(agenda, published=supplement.date),
        listing.items(),
        motion(agenda, supplement.papers),
        number=supplement.number,
        note=supplement.note or covering_note(agenda, supplement, published),
        numbering=_numbering(supplement, published),
    )


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


def _numbering(supplement: Supplement, published: Published) -> str:
    if supplement.restart:
        return "The pages of this supplement are numbered from 1. No page of the agenda pack has another number than before."
    return f"Its pages are numbered from {published.last + 1}, after all that was published before. No page has another number than before."


def _stands_for(published: Published, name: str, part: Part) -> str:
    """What a correction stands for, and why; "" for a paper that is new."""
    known = published.papers.get(name)
    if known is None:
        return ""
    number = next(each.number for each in reversed(published.publications) if known in each.papers)
    where = f"supplement {number}" if number else "the agenda pack"
    return f"It replaces {spoken(known)} of {where}: {part.corrected.rstrip('.')}."
