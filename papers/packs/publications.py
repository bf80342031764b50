"""What was published of a meeting, kept beside its agenda: which paper on which pages, in the pack and in each supplement.

A number that was published never moves: what came later goes on after the last one, and members' numbers of closed papers count, too.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal

from papers.errors import Place, Problem, problem
from papers.packs.tables import tables_as_json, tables_of_json

SCHEMA = "papers.publications/1"
Change = Literal["new", "corrected", "reclassified", "same"]


@dataclass(frozen=True, slots=True)
class PublishedPaper:
    """A paper on its pages. `key` names it among all papers of the agenda; `checksum` is the SHA-256 of what it was made from.

    `corrected` is the reason for which it stands for one that was published before.
    """

    key: str
    item: str
    title: str
    first: int
    last: int
    checksum: str
    closed: bool = False
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """A pack (number 0) or a supplement: its day, its first and last page, and its papers.

    `note` is the covering note that it was given, "" for the usual one; `agenda` the agenda's tables as they were then.
    """

    number: int
    date: dt.date
    first: int
    last: int
    papers: tuple[PublishedPaper, ...]
    note: str = ""
    agenda: Mapping[str, Any] = field(default_factory=dict)

    @property
    def stem(self) -> str:
        """What its files' names begin with: "agenda-pack", "supplement-2"."""
        return f"supplement-{self.number}" if self.number else "agenda-pack"

    @property
    def spoken(self) -> str:
        """What a sentence calls it: "the agenda pack", "supplement 2"."""
        return f"supplement {self.number}" if self.number else "the agenda pack"


@dataclass(frozen=True)
class Published:
    """All that was published of one meeting, the pack first."""

    publications: tuple[Publication, ...] = ()

    @cached_property
    def papers(self) -> Mapping[str, PublishedPaper]:
        """Each paper as it was last published, by its key."""
        return {paper.key: paper for each in self.publications for paper in each.papers}

    @property
    def last(self) -> int:
        """The highest page number that was given to anything; 0 before anything was."""
        return max((each.last for each in self.publications), default=0)

    def before(self, number: int) -> Published:
        """What was published before the publication of that number."""
        return Published(self.publications[:number])

    def with_(self, publication: Publication) -> Published:
        """All of it with one more."""
        return Published((*self.publications, publication))

    def change(self, key: str, corrected: str, *, closed: bool, reclassified: str) -> Change:
        """What has become of a paper, by what its agenda says: nothing of it need be opened.

        `corrected` and `reclassified` are the reasons that it gives; without one the paper is taken for the same.
        """
        known = self.papers.get(key)
        if known is None:
            return "new"
        if known.closed != closed:
            return "reclassified" if reclassified else "same"
        return "corrected" if corrected and corrected != known.corrected else "same"


class DamagedPublicationsError(Exception):
    """A record of publications that is not as it was written."""


def moved(published: Published, now: Iterable[PublishedPaper], places: Mapping[str, Place], agenda: Place) -> Iterator[Problem]:
    """The papers of the published pack that another build of it would put on other pages, change or leave out.

    `places` says where each paper stands in the agenda, by its key.
    """
    if not published.publications:
        return
    here = {each.key: each for each in now}
    for was in published.publications[0].papers:
        paper, place = here.get(was.key), places.get(was.key, agenda)
        if paper is None:
            yield problem("pack-published-gone", place, value=was.title, pages=spoken(was))
        elif (paper.first, paper.last) != (was.first, was.last):
            yield problem("pack-published-moved", place, value=was.title, pages=spoken(was), now=spoken(paper))
        elif paper.checksum != was.checksum:
            yield problem("pack-published-changed", place, value=was.title, pages=spoken(was))
    known = {was.key for was in published.publications[0].papers}
    yield from (problem("pack-published-new", places[key], value=each.title) for key, each in here.items() if key not in known)


def spoken(paper: PublishedPaper) -> str:
    """Its pages in words: "pages 9 to 98", "page 4"."""
    return f"page {paper.first}" if paper.first == paper.last else f"pages {paper.first} to {paper.last}"


def page_map(published: Published, now: Mapping[str, tuple[int, int]], titles: Mapping[str, str]) -> tuple[dict[str, Any], ...]:
    """Where each published page is in a consolidated pack, whose papers stand on the pages `now`, by their keys.

    `titles` are those that the public may read: the map is published, and the record's own can give a closed paper away. A paper of
    other length than the published one (a correction) is mapped as a whole: from its pages to its pages.
    """
    every = ((each.number, paper) for each in published.publications for paper in each.papers)
    return tuple(
        {
            "in": f"supplement {number}" if number else "agenda pack",
            "item": paper.item,
            "title": titles.get(paper.key, "" if paper.closed else paper.title),
            "published": [paper.first, paper.last],
            "consolidated": list(now[paper.key]) if paper.key in now else None,
            "replaced": published.papers[paper.key] != paper,
        }
        for number, paper in every
    )


def write_publications(published: Published) -> str:
    """The record as JSON, the same for the same publications."""
    said = [{**asdict(each), "date": each.date.isoformat()} for each in published.publications]
    return json.dumps({"schema": SCHEMA, "publications": said}, indent=1, ensure_ascii=False) + "\n"


def read_publications(text: str) -> Published:
    """The record that `write_publications` wrote. DamagedPublicationsError for anything else."""
    try:
        said = json.loads(text)
        if said["schema"] != SCHEMA:
            raise DamagedPublicationsError(f"it is not of the schema {SCHEMA}")
        found = Published(tuple(_publication(each) for each in said["publications"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise DamagedPublicationsError("it is not as it was written") from wrong
    if [each.number for each in found.publications] != list(range(len(found.publications))):
        raise DamagedPublicationsError("a publication is missing")
    return found


def _publication(said: Mapping[str, Any]) -> Publication:
    papers = tuple(PublishedPaper(**each) for each in said["papers"])
    day = dt.date.fromisoformat(said["date"])
    agenda = tables_as_json(tables_of_json(said["agenda"]))
    made = Publication(int(said["number"]), day, int(said["first"]), int(said["last"]), papers, str(said["note"]), agenda)
    if any(not made.first <= each.first <= each.last <= made.last for each in papers):
        raise DamagedPublicationsError("a paper stands outside of its pack")
    return made
