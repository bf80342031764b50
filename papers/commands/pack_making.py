"""A pack or a supplement made in memory: front sheet, merged papers, each item's own PDF, and the members' version behind them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from itertools import count

from papers.commands.files import sha256, within
from papers.commands.pack_sources import Gatherer
from papers.document import Paragraph, Run, Section
from papers.errors import Problem
from papers.house import read_house
from papers.packs import Agenda
from papers.packs.assembling import Assembled, assemble
from papers.packs.front import Key, Pages, for_public
from papers.packs.merging import Pack, Sheaf, merge
from papers.packs.sources import Drawn, Source, drawn
from papers.packs.stamping import BLANK
from papers.packs.standing import members_standing, saying
from papers.seals import Origin
from papers.wording import date_words
from papers.writers.pdf.xmp import About

LONG_SPAN = (99_998, 99_999)
LONGEST = 60
"""Characters of a title in a file's name."""
FRONT, MEMBERS, ITEMS = "front-sheet", "members/members", "items"


@dataclass(frozen=True, slots=True)
class Edition:
    """A pack or a supplement that is to be made of an agenda.

    `kind` is what its title calls it, `stem` what its files' names begin with, `only` the papers in it (None: all that there are).
    `front` gives the front sheet as a Word file for the pages that papers have, for the public or for members, its items leading to
    their pages or not; `template` is the Word template of it, `sheet` that file's name. `standing` is what the public's says of its pack.
    """

    agenda: Agenda
    kind: str
    front: Callable[..., bytes]
    template: bytes
    only: Collection[Key] | None = None
    sheet: str = ""
    standing: str = ""

    @property
    def stem(self) -> str:
        """Its kind as a file's name: "agenda-pack", "supplement-1"."""
        return self.kind.lower().replace(" ", "-")

    def papers(self, sources: Mapping[Key, Source]) -> dict[Key, Source]:
        """The papers that are in it."""
        mine = {key: each for key, each in sources.items() if self.only is None or key in self.only}
        return {key: each for key, each in mine.items() if self.agenda.takes(key)}


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file: its bytes, its item ("" for all), its pages' numbers, what it claims and what it was built from."""

    data: bytes
    origin: Origin
    item: str = ""
    pages: tuple[int, int] | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """An edition: its files by name, the pages of every paper, its first and last page, and what is to be told of it.

    `public` and `closed` are all papers of the agenda, whether they are in this edition or not; `front` is how many pages the front
    sheet has.
    """

    files: dict[str, MadeFile]
    pages: Pages
    first: int
    last: int
    problems: tuple[Problem, ...]
    public: Mapping[Key, Source]
    closed: Mapping[Key, Source] = field(default_factory=dict)
    front: int = 0

    def told(self, problems: Iterable[Problem]) -> Made:
        """The same with more to be told."""
        return replace(self, problems=(*self.problems, *problems))

    @property
    def sources(self) -> dict[Key, Source]:
        """All papers."""
        return {**self.public, **self.closed}


def make_public(edition: Edition, gatherer: Gatherer) -> Made:
    """The public's files; no paper that is closed to the public is opened. PapersError with every part that is refused, and why."""
    public = gatherer.sources(closed=False)
    made = assembled(edition, public, public=True, least=_members_front(edition))
    origin = partial(origin_of_edition, edition, public)
    files = {
        f"{front_stem(edition)}.docx": MadeFile(
            edition.front(made.pages, public=True, linked=False), origin(front_stem(edition), edition.papers(public))
        ),
        f"{edition.stem}.pdf": merged_file(made.pack, origin(edition.stem, edition.papers(public))),
    }
    for sheaf in made.sheaves[1:]:
        name, item = _item_file(edition, sheaf, made, files)
        keys = [key for key in edition.papers(public) if key[0] == sheaf.key]
        files[name] = MadeFile(item.data, origin(f"item {sheaf.key}", keys), sheaf.key, (item.first, item.last), item.claims)
    problems = (*edition.agenda.problems, *made.problems)
    return Made(files, made.pages, made.pack.first, made.pack.last, problems, public, front=made.sheaves[0].parts[0].pages)


def with_members(edition: Edition, made: Made, gatherer: Gatherer) -> Made:
    """The same with the members' version, where papers of it are closed to the public: those stand behind all others."""
    closed = gatherer.sources(closed=True)
    every = {**made.public, **closed}
    if not edition.papers(closed):
        return replace(made, closed=closed)
    members = assembled(edition, every, public=False, least=made.front)
    stem = "pack" if edition.only is None else edition.stem
    file = merged_file(members.pack, origin_of_edition(edition, every, edition.stem, edition.papers(every)))
    problems = (*made.problems, *(each for each in members.problems if each not in made.problems))
    files = {**made.files, f"{MEMBERS}-{stem}.pdf": file}
    return replace(
        made, files=files, pages=members.pages, first=members.pack.first, last=members.pack.last, problems=problems, closed=closed
    )


def front_stem(edition: Edition) -> str:
    """The name of the front sheet's file without its end."""
    return f"agenda-{FRONT}" if edition.only is None else f"{edition.stem}-{FRONT}"


def assembled(edition: Edition, sources: Mapping[Key, Source], *, public: bool, least: int = 0) -> Assembled:
    """The edition's papers behind its front sheet, with what the `public`, or members, may read on it.

    Empty pages fill the front sheet up to the `least` pages that it must have.
    """
    return assemble(
        for_public(edition.agenda) if public else edition.agenda,
        edition.papers(sources),
        partial(_drawn, edition, public=public, least=least),
        edition.kind if public else f"Members' {edition.kind.lower()}",
    )


def _drawn(edition: Edition, pages: Pages, *, public: bool, least: int) -> Drawn:
    """The front sheet laid out for these pages, its items leading to them."""
    from papers.readers.word import read_word

    with within(edition.sheet):
        rendered = edition.front(pages, public=public, linked=True)
        standing = edition.standing if public else members_standing(edition.kind)
        document, house = saying(read_word(rendered).document, standing), read_house(rendered)
        first = edition.agenda.settings.first_page
        found = drawn(document, house, first)
        blank = [Section(f"blank-{n}", (Paragraph(f"blank-{n}/words", (Run(BLANK),)),)) for n in range(found.pages, least)]
        return drawn(replace(document, sections=(*document.sections, *blank)), house, first) if blank else found


def _members_front(edition: Edition) -> int:
    """How many pages the members' front sheet may need, 0 where members have none of their own.

    The public's has as many, so that papers have the same numbers in both. No paper is opened to tell: each has the longest of numbers.
    """
    parts = [((item.number, n), part) for item in edition.agenda.items for n, part in enumerate(item.parts)]
    there = {
        key: part
        for key, part in parts
        if edition.agenda.takes(key) and not part.to_follow and (edition.only is None or key in edition.only)
    }
    if not any(part.secrecy.restricted for part in there.values()):
        return 0
    return _drawn(edition, dict.fromkeys(there, LONG_SPAN), public=False, least=0).pages


def merged_file(pack: Pack, origin: Origin) -> MadeFile:
    """A merged pack as one of its files."""
    return MadeFile(pack.data, origin, "", (pack.first, pack.last), pack.claims)


def _item_file(edition: Edition, sheaf: Sheaf, made: Assembled, taken: Collection[str]) -> tuple[str, Pack]:
    """The item's papers as a file of their own, with the numbers that they have in the pack, under a name that none has taken."""
    agenda = for_public(edition.agenda)
    item = agenda.item(sheaf.key)
    before, name = ("", "") if edition.only is None else (f"{edition.kind}, ", f"{edition.stem}-")
    title = f"{before}agenda item {item.number}: {item.title}"
    about = About(
        title[0].upper() + title[1:], agenda.organisation, f"{agenda.body}, {date_words(agenda.date)}", agenda.published, agenda.language
    )
    pack = merge([sheaf], about, first_page=made.pack.pages[sheaf.key][0], odd_pages=False)
    stem = f"{ITEMS}/{name}{web_name(item.number, item.title)}"
    names = (f"{stem}{'' if n == 1 else f'-{n}'}.pdf" for n in count(1))
    return next(each for each in names if each not in taken), pack


def web_name(number: str, title: str) -> str:
    """A file's name without its end that any web site and any system takes: "item-5-quarterly-performance-report"."""
    plain = unicodedata.normalize("NFKD", f"{number} {title}").encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"item-{words[:LONGEST].rstrip('-')}"


def origin_of_edition(edition: Edition, sources: Mapping[Key, Source], paper: str, keys: Collection[Key]) -> Origin:
    """What a file is built from: the agenda, its front sheet's template, this version of the program, and each paper in it."""
    parts = tuple((part_name(key), sources[key].origin) for key in keys)
    rules = " ".join(sorted({each.rules for _, each in parts if each.rules}))
    return Origin(paper, agenda_checksum(edition.agenda), rules, sha256(edition.template), version("papers"), parts)


def part_name(key: Key) -> str:
    """What a paper is called where nothing of it may be given away: "item 5, paper 1"."""
    return f"item {key[0]}, paper {key[1] + 1}"


def agenda_checksum(agenda: Agenda) -> str:
    """SHA-256 of what the agenda says, whatever its file."""
    return sha256(json.dumps(agenda.said, sort_keys=True, default=str).encode())
