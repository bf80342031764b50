"""A supplement: what was to follow or stands for a faulty paper, behind a front sheet of its own that says so."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from papers.drafting.agenda import supplement_fields
from papers.errors import Problem, problem
from papers.packs.agenda import Agenda, Part
from papers.packs.front import Key, Listing, Pages, motion
from papers.packs.publications import Change, Publication, Published, PublishedPaper, spoken
from papers.packs.tables import tables_as_json
from papers.wording import date_words, listed

WHY: Mapping[Change, str] = {
    "new": "were not ready when it was published",
    "corrected": "stand for papers that were published before and need correcting",
    "reclassified": "may be seen by others than when they were published",
}
"""Why a paper is in a supplement."""


@dataclass(frozen=True, slots=True)
class Supplement:
    """What a supplement is made of: its number, the papers in it, its covering note, and whether its pages begin at 1 again.

    `withdrawn` are the items that it tells are withdrawn, by their numbers, each with the pages that its papers had, in words; `gone`
    single papers of other items likewise.
    """

    number: int
    date: dt.date
    papers: tuple[Key, ...]
    note: str = ""
    restart: bool = False
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[Key, str] = field(default_factory=dict)

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
    there = [key for key in named if not part_of(agenda, key).to_follow and agenda.takes(key)]
    return tuple(key for key in there if _change(published, named[key], part_of(agenda, key)) != "same")


def _change(published: Published, name: str, part: Part) -> Change:
    return published.change(name, part.corrected, closed=part.secrecy.restricted, reclassified=part.reclassified)


def changed(agenda: Agenda, published: Published, checksums: Mapping[Key, str], chosen: Sequence[Key]) -> Iterator[Problem]:
    """The published papers, of those whose checksums are given, that are not what they were."""
    named = names(agenda)
    for key, checksum in checksums.items():
        known = published.papers.get(named[key])
        if known and key not in chosen and known.checksum != checksum and agenda.takes(key):
            part = part_of(agenda, key)
            yield problem("supplement-changed", part.place, value=part.named, pages=spoken(known))


def uncorrected(agenda: Agenda, published: Published, checksums: Mapping[Key, str], chosen: Sequence[Key]) -> Iterator[Problem]:
    """The corrections whose file is the published one. A report of ours may look otherwise though its data are the same."""
    named = names(agenda)
    for key in chosen:
        part, known = part_of(agenda, key), published.papers.get(named[key])
        if known and part.file and known.checksum == checksums[key] and _change(published, named[key], part) == "corrected":
            yield problem("supplement-uncorrected", replace(part.place, column="corrected"), value=part.named, pages=spoken(known))


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
    """The agenda as the supplement's: published on its day, its pages going on after the last that was published or beginning again.

    Where items begin on odd pages, it does, too: in print odd numbers stand on the fronts of sheets.
    """
    first = 1 if supplement.restart else published.last + 1
    first += agenda.settings.odd_pages and first % 2 == 0
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
    notes |= {key: f"It stood on {where}." if where else "" for key, where in supplement.gone.items()}
    listing = Listing(agenda, pages, notes, public=public, linked=linked, only=notes.keys(), withdrawn=supplement.withdrawn)
    return supplement_fields(
        replace(agenda, published=supplement.date),
        listing.items(),
        motion(agenda, supplement.papers),
        number=supplement.number,
        note=supplement.note or covering_note(agenda, supplement, published),
        numbering=_numbering(supplement, agenda.settings.first_page),
    )


def covering_note(agenda: Agenda, supplement: Supplement, published: Published) -> str:
    """Why there is a supplement, in words."""
    named = names(agenda)
    changes = {_change(published, named[key], part_of(agenda, key)) for key in supplement.papers}
    why = [words for change, words in WHY.items() if change in changes]
    said = [f"The agenda for this meeting was published on {date_words(published.publications[0].date)}."]
    said += [f"These papers {', or '.join(why)}."] if why else []
    items = listed(list(supplement.withdrawn))
    said += [f"Item{'s' if len(supplement.withdrawn) > 1 else ''} {items} will not be taken."] if items else []
    gone = list(dict.fromkeys(number for number, _ in supplement.gone))
    said += [f"Papers of item{'s' if len(gone) > 1 else ''} {listed(gone)} are withdrawn."] if gone else []
    return " ".join(said)


def _numbering(supplement: Supplement, first: int) -> str:
    if supplement.restart:
        return "The pages of this supplement are numbered from 1. No page of the agenda pack has another number than before."
    return f"Its pages are numbered from {first}, after all that was published before. No page has another number than before."


def _stands_for(published: Published, name: str, part: Part) -> str:
    """What a correction stands for, and why; or that others may see the paper than before; "" for one that is new."""
    known = published.papers.get(name)
    if known is None:
        return ""
    issue = next(each for each in reversed(published.publications) if known in each.papers)
    where = f"{spoken(known)} of {issue.spoken}"
    if known.closed != part.secrecy.restricted:
        now = "closed to the public" if part.secrecy.restricted else "open to the public"
        return f"It stood on {where} and is now {now}: {part.reclassified.rstrip('.')}."
    return f"It replaces {where}: {part.corrected.rstrip('.')}."
