"""What became of a published agenda: papers opened or closed, items withdrawn, the day of what comes after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from papers.errors import Place, Problem, problem
from papers.packs.agenda import Agenda
from papers.packs.checks import check_days
from papers.packs.front import Key
from papers.packs.publications import Publication, Published, PublishedPaper, spoken
from papers.packs.supplements import names, part_of
from papers.packs.tables import tables_as_json
from papers.wording import date_words, listed


def gone(agenda: Agenda, papers: Collection[PublishedPaper]) -> Iterator[Problem]:
    """The published papers that vanished from the agenda."""
    known = set(names(agenda).values())
    for paper in papers:
        if paper.key not in known:
            yield problem("pack-published-gone", Place(file=agenda.file), value=paper.title, pages=spoken(paper))


def opened_or_closed(agenda: Agenda, published: Published, *, excused: bool = True) -> Iterator[Problem]:
    """The published papers that the public may see now and might not then, or the other way round; a reason excuses that, unless told.

    No paper is opened to tell.
    """
    for key, name in names(agenda).items():
        part, known = part_of(agenda, key), published.papers.get(name)
        if known is None or (excused and part.reclassified) or known.closed == part.secrecy.restricted:
            continue
        code = "published-opened" if known.closed else "published-closed"
        yield problem(code, part.place, value=part.named, pages=spoken(known))


def said_otherwise(agenda: Agenda, published: Published) -> Iterator[Problem]:
    """Advice on what the agenda says otherwise than when its pack was published, of the meeting and of each item itself."""
    before, now = published.publications[0].agenda, tables_as_json(agenda.said)
    place = Place(file=agenda.file)
    for key in _differing(before.get("agenda", {}), now.get("agenda", {})):
        yield problem("pack-published-said", replace(place, column=key), value=key)
    items = {str(each.get("number")): each for each in _rows(before)}
    for item, said in zip(agenda.items, _rows(now), strict=True):
        for key in _differing(items.get(str(said.get("number")), said), said):
            yield problem("pack-published-said", item.place, value=key)


def _differing(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The keys with other values, papers aside, in the order in which they stand."""
    return [key for key in {**before, **now} if key != "papers" and before.get(key) != now.get(key)]


def _rows(tables: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The items in an agenda's tables; a single one may stand as a table alone."""
    return _listed(tables.get("items", []))


def _listed(rows: Any) -> list[Mapping[str, Any]]:  # noqa: ANN401 - what a table has
    return list(rows) if isinstance(rows, list) else [rows]


def to_take_off(agenda: Agenda, published: Published, chosen: Collection[Key]) -> Iterator[Problem]:
    """Advice on each paper that is closed now: in which public files it still stands."""
    named = names(agenda)
    for key in chosen:
        part = part_of(agenda, key)
        issues = [each for each in published.publications if _shows(each, named[key])]
        if part.secrecy.restricted and issues:
            files = listed([f"{each.stem}.pdf" for each in issues])
            yield problem("published-take-off", part.place, value=part.named, files=files, item=key[0])


def _shows(publication: Publication, name: str) -> bool:
    """Whether the paper stands in the public's file of it."""
    return any(paper.key == name and not paper.closed for paper in publication.papers)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An item that the meeting does not take after all, and the public pages that its papers had, in words ("" where they had none)."""

    item: str
    pages: str = ""


def withdrawn_since(agenda: Agenda, published: Published) -> tuple[Withdrawn, ...]:
    """The items that were on the agenda when something of it was last published, and are withdrawn now."""
    if not published.publications:
        return ()
    before = _withdrawals(published.publications[-1].agenda)
    now = [item.number for item in agenda.items if item.withdrawn and not before.get(item.number, True)]
    return tuple(Withdrawn(number, _pages(published, number)) for number in now)


def papers_withdrawn_since(agenda: Agenda, published: Published) -> dict[Key, str]:
    """The published papers that are withdrawn since something was last published, their items not, with the pages that they had, in words."""
    if not published.publications:
        return {}
    told = {(number, named) for number, named in _papers_withdrawn(published.publications[-1].agenda)}
    found: dict[Key, str] = {}
    for key, name in names(agenda).items():
        part, known = part_of(agenda, key), published.papers.get(name)
        if known and part.withdrawn and not agenda.item(key[0]).withdrawn and (key[0], part.label or part.title) not in told:
            found[key] = _page_of(published, known)
    return found


def _papers_withdrawn(tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The item's number and the label, or title, of each paper that an agenda's tables call withdrawn."""
    for item in _rows(tables):
        for paper in _listed(item.get("papers", [])):
            if str(paper.get("withdrawn", "")).strip():
                words = (str(each).split() for each in (item.get("number", ""), paper.get("label") or paper.get("title", "")))
                number, named = (" ".join(each) for each in words)
                yield number, named


def _page_of(published: Published, known: PublishedPaper) -> str:
    """The pages of a paper that was open when it was published: "pages 9 to 11 of the agenda pack"."""
    issue = next(each for each in reversed(published.publications) if known in each.papers)
    return "" if known.closed else f"{spoken(known)} of {issue.spoken}"


def _withdrawals(tables: Mapping[str, Any]) -> dict[str, bool]:
    """Of each item in an agenda's tables whether it is withdrawn."""
    return {" ".join(str(each.get("number", "")).split()): bool(str(each.get("withdrawn", "")).strip()) for each in _rows(tables)}


def _pages(published: Published, number: str) -> str:
    """The public pages of an item's papers, those that follow each other as one range: "pages 89 to 93 of the agenda pack"."""
    found = []
    for each in published.publications:
        own = [paper for paper in each.papers if paper.item == number and not paper.closed and published.papers[paper.key] == paper]
        found += [f"{spoken(span)} of {each.spoken}" for span in _spans(own)]
    return listed(found) if found else ""


def _spans(papers: Collection[PublishedPaper]) -> list[PublishedPaper]:
    """The papers with each run of them that has no page between as one."""
    found: list[PublishedPaper] = []
    for paper in papers:
        if found and paper.first == found[-1].last + 1:
            found[-1] = replace(found[-1], last=paper.last)
        else:
            found.append(paper)
    return found


def check_date(agenda: Agenda, published: Published, date: dt.date, chosen: Collection[Key]) -> Iterator[Problem]:
    """A supplement comes after what it adds to and not after the meeting: errors; advice where it leaves too few clear days.

    Papers that correct others are not late, nor are items that say why they are urgent, which an executive can't take.
    """
    place, last = Place(file=agenda.file), published.publications[-1]
    if date > agenda.date:
        yield problem("supplement-after", place, value=date_words(date), data=date_words(agenda.date))
    elif date < last.date:
        yield problem("supplement-before", place, value=date_words(date), what=last.spoken, data=date_words(last.date))
    else:
        new = [number for number, n in chosen if names(agenda)[number, n] not in published.papers]
        late = [number for number in new if agenda.executive or not agenda.item(number).urgent]
        yield from check_days(agenda.said["agenda"], date, list(dict.fromkeys(late)), place)
