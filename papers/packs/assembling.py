"""An agenda and its papers to a pack: numbered, then laid out, until the numbers that papers print are those that pages have."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from papers.errors import PapersError, Place, Problem, problem
from papers.packs.agenda import Agenda, Item
from papers.packs.front import Key, Pages
from papers.packs.merging import Pack, Sheaf, merge, ranges
from papers.packs.preparing import Prepared, prepare
from papers.packs.schedule import notice
from papers.packs.sources import Drawn, Source, Starts
from papers.wording import date_words
from papers.writers.pdf.xmp import About

FRONT = ""
MOST_ROUNDS = 8
"""A front sheet grows by a page or two at most; numbers that have not settled by then never will."""

Task = tuple[str, bytes, Place, str]
"""What `prepare` takes."""

TAG_IT = "Ask its author for a tagged PDF: in Word, Save As PDF, Options, Document structure tags for accessibility."
MEND_IT = "Ask its author to mend that; papers inspect lists all that is wrong with a file."

MOST_PROCESSES = 4
WORTH_SHARING = 1_000_000
"""Fewer bytes of papers than this are made ready sooner than another process is started."""

Front = Callable[[Pages], Drawn]
"""Lays out the front sheet for the pages that papers have."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A pack, the pages of each paper, its sheaves (the front sheet first), and what is to be told of its parts."""

    pack: Pack
    pages: Pages
    sheaves: tuple[Sheaf, ...]
    problems: tuple[Problem, ...]
    about: About


@dataclass(frozen=True, slots=True)
class _Group:
    """Papers of one item that stand together: those open to all, or behind all others those that are not."""

    item: Item
    places: tuple[int, ...]
    closed: bool

    @property
    def key(self) -> str:
        return f"{self.item.number} (closed)" if self.closed and not self.item.restricted else self.item.number


def assemble(agenda: Agenda, sources: Mapping[Key, Source], front: Front, kind: str = "Agenda pack") -> Assembled:
    """The pack of the papers in `sources`, those closed to the public behind all others; `kind` is what its title calls it.

    PapersError with every part that is refused, and with the reason.
    """
    about = About(
        f"{agenda.body}, {date_words(agenda.date)}: {kind[0].lower()}{kind[1:]}",
        agenda.organisation,
        kind,
        agenda.published,
        agenda.language,
    )
    groups = _groups(agenda, sources)
    named = {(item.number, n): part.named for item in agenda.items for n, part in enumerate(item.parts)}
    ready = _prepared({key: (named[key], each.place, each.data) for key, each in sources.items() if each.draw is None})
    pages, drawn, first = _numbered(agenda, groups, sources, ready, front)
    ready |= _prepared({key: (named[key], sources[key].place, each.pdf()) for key, each in drawn.items()})
    sheet = prepare("Agenda", first.pdf(), Place(file=agenda.file), "agenda-")
    private = f"{kind}: not for publication" if any(group.closed for group in groups) else ""
    front_sheaf = Sheaf(FRONT, f"Agenda ({private[0].lower()}{private[1:]})" if private else "Agenda", (sheet,), notices=(private,))
    sheaves = (front_sheaf, *(_sheaf(group, ready, agenda) for group in groups))
    settings = agenda.settings
    pack = merge(sheaves, about, first_page=settings.first_page, odd_pages=settings.odd_pages)
    parts = [part for sheaf in sheaves for part in sheaf.parts]
    closed = {part.place.block for group, sheaf in zip(groups, sheaves[1:], strict=True) if group.closed for part in sheaf.parts}
    told = [each for source in sources.values() for each in source.problems]
    return Assembled(
        pack, pages, sheaves, (*told, *(each for part in parts for each in part.problems), *_downgrades(parts, pack, closed)), about
    )


def _groups(agenda: Agenda, sources: Mapping[Key, Source]) -> list[_Group]:
    """The papers that there are: open ones in the order of business, then the others in the same order."""
    found = []
    for closed in (False, True):
        for item in agenda.items:
            places = tuple(n for n, part in enumerate(item.parts) if (item.number, n) in sources and part.secrecy.restricted == closed)
            if places:
                found.append(_Group(item, places, closed))
    return found


def _numbered(
    agenda: Agenda, groups: Sequence[_Group], sources: Mapping[Key, Source], ready: Mapping[Key, Prepared], front: Front
) -> tuple[dict[Key, tuple[int, int]], dict[Key, Drawn], Drawn]:
    """The pages of each paper, our papers as laid out for them, and the front sheet that shows them."""
    pages: dict[Key, tuple[int, int]] = {}
    for _ in range(MOST_ROUNDS):
        starts = {key: span[0] for key, span in pages.items()}
        drawn = _drawn(sources, starts)
        first = front(pages)
        counts = {key: each.pages for key, each in ready.items()} | {key: each.pages for key, each in drawn.items()}
        now = _places(agenda, groups, counts, first.pages)
        if now == pages:
            return pages, drawn, first
        pages = now
    raise ArithmeticError("the pack's page numbers never settle")


def _drawn(sources: Mapping[Key, Source], starts: Starts) -> dict[Key, Drawn]:
    """Our papers laid out for the places that they have. PapersError with all that can't be, under the item and paper that it stands in."""
    found: dict[Key, Drawn] = {}
    refused: list[Problem] = []
    for key, source in sources.items():
        try:
            found |= {key: source.draw(starts)} if source.draw else {}
        except PapersError as stopped:
            refused += [replace(each, place=_within(source.place, each.place)) for each in stopped.problems]
    if refused:
        raise PapersError(refused)
    return found


def _within(place: Place, own: Place) -> Place:
    """The paper's place in the agenda, with the block of the paper; of a problem that names a file that file's."""
    return own if own.file else replace(place, block=", ".join(each for each in (place.block, own.block) if each))


def _places(agenda: Agenda, groups: Sequence[_Group], counts: Mapping[Key, int], front: int) -> dict[Key, tuple[int, int]]:
    keys = [[(group.item.number, n) for n in group.places] for group in groups]
    settings = agenda.settings
    found = ranges([[front], *([counts[key] for key in own] for own in keys)], first_page=settings.first_page, odd_pages=settings.odd_pages)
    return {key: span for own, spans in zip(keys, found[1:], strict=True) for key, span in zip(own, spans, strict=True)}


def _prepared(papers: Mapping[Key, tuple[str, Place, bytes]]) -> dict[Key, Prepared]:
    """The papers made ready, by several processes where there is much to do. PapersError with every one that is refused."""
    tasks = [(title, data, place, f"{_slug(number)}-{n}-") for (number, n), (title, place, data) in papers.items()]
    found = _shared(tasks) if sum(len(data) for _, data, _, _ in tasks) > WORTH_SHARING and len(tasks) > 1 else list(map(_attempt, tasks))
    refused = [each for one in found if isinstance(one, tuple) for each in one]
    if refused:
        raise PapersError(refused)
    return {key: one for key, one in zip(papers, found, strict=True) if isinstance(one, Prepared)}


def _shared(tasks: Sequence[Task]) -> list[Prepared | tuple[Problem, ...]]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(os.cpu_count() or 1, MOST_PROCESSES)) as pool:
        return list(pool.map(_attempt, tasks))


def _attempt(task: Task) -> Prepared | tuple[Problem, ...]:
    """The part made ready, or why it is refused."""
    try:
        return prepare(*task)
    except PapersError as refused:
        return refused.problems


def _slug(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text)


def _sheaf(group: _Group, ready: Mapping[Key, Prepared], agenda: Agenda) -> Sheaf:
    """The papers of a group with what is stamped on them."""
    item = group.item
    return Sheaf(
        key=group.key,
        title=f"{item.number}. {item.title}" + (" (closed)" if group.closed and not item.restricted else ""),
        parts=tuple(ready[item.number, n] for n in group.places),
        stamp=f"Agenda Item {item.number}",
        notices=tuple(notice(item.parts[n].secrecy, agenda.nation, executive=agenda.executive) for n in group.places),
        keys=tuple(f"{item.number}/{n}" for n in group.places),
    )


def _downgrades(parts: Sequence[Prepared], pack: Pack, closed: Collection[str | None]) -> list[Problem]:
    """For each claim that the pack can't make, which parts stand against it and what to ask their authors for.

    Those at the `closed` places are in the members' pack alone.
    """
    found = []
    for part in parts:
        which = "the members' pack" if part.place.block in closed else "the pack"
        if "ua1" not in part.claims:
            fault = part.faults[0] if part.faults else "It does not keep what it says of itself."
            found.append(
                problem(
                    "pack-not-accessible", part.place, value=part.title, pack=which, fault=fault, ask=TAG_IT if not part.tagged else MEND_IT
                )
            )
        if "2a" not in pack.claims and not any(claim[-1] == "a" and claim[0] in "123" for claim in part.claims):
            found.append(problem("pack-not-archival", part.place, value=part.title, pack=which))
    return found
