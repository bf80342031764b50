"""`papers pack AGENDA.toml`: the front sheet, the pack and each item's own PDF, from our papers and what others sent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from papers import shipping
from papers.commands.files import sha256, write_set
from papers.commands.pack_release import pack_record, refuse_leaks, unsearched, write_record
from papers.commands.pack_sources import Gatherer
from papers.drafting.agenda import agenda_fields
from papers.errors import Problem
from papers.house import read_house
from papers.packs import Agenda, read_agenda
from papers.packs.assembling import Assembled, Key, assemble
from papers.packs.front import Pages, front_sheet
from papers.packs.merging import Pack, Sheaf, merge
from papers.packs.metadata import About
from papers.packs.sources import Drawn, Source, drawn
from papers.wording import date_words

FRONT, PACK, MEMBERS, ITEMS = "agenda-front-sheet", "agenda-pack", "members/members-pack", "items"
LONGEST = 60
"""Characters of a title in a file's name."""


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a pack: where it is, of which item ("" for all), its pages' numbers and what it claims."""

    path: Path
    item: str
    pages: tuple[int, int] | None
    size: int
    checksum: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was made: its files, and what is to be told of it."""

    agenda: Agenda
    files: tuple[PackedFile, ...]
    problems: tuple[Problem, ...]

    def as_json(self) -> dict[str, object]:
        """The schema papers.pack/1."""
        return {
            "schema": "papers.pack/1",
            "body": self.agenda.body,
            "date": self.agenda.date.isoformat(),
            "problems": [each.as_json() for each in self.problems],
            "files": [
                {
                    "path": each.path.as_posix(),
                    "item": each.item or None,
                    "first_page": each.pages[0] if each.pages else None,
                    "last_page": each.pages[1] if each.pages else None,
                    "bytes": each.size,
                    "sha256": each.checksum,
                    "claims": list(each.claims),
                }
                for each in self.files
            ],
        }


def pack(path: Path, out: Path, *, publish: bool = False) -> Packed:
    """Make the pack of the agenda in `path` and write it to `out`: nothing, where PapersError tells why a part is refused.

    With `publish` the record of what stands on which page is kept beside the agenda; from then on the pack can't change. The papers that are closed to the public are not even opened before the public's files are made; the members' pack, which has
    them behind all others, is made after that.
    """
    agenda = read_agenda(path)
    gatherer = Gatherer(agenda)
    public = gatherer.sources(closed=False)
    files = Files(out)
    assembled = assembled_pack(agenda, public, public=True)
    files.add(f"{FRONT}.docx", _front_word(agenda, assembled.pages, public=True))
    files.add_pack(f"{PACK}.pdf", assembled.pack)
    for sheaf in assembled.sheaves[1:]:
        _add_item(files, agenda, sheaf, assembled)
    problems = [*agenda.problems, *assembled.problems]
    closed = gatherer.sources(closed=True)
    members = None
    if closed:
        refuse_leaks(agenda, files.data, public, closed, files.data[f"{FRONT}.docx"])
        problems += unsearched(agenda, closed)
        members = assembled_pack(agenda, {**public, **closed}, public=False)
        files.add_pack(f"{MEMBERS}.pdf", members.pack)
        problems += [each for each in members.problems if each not in problems]
    pages = members.pages if members else assembled.pages
    record = pack_record(
        path, agenda, {**public, **closed}, pages, (assembled.pack.first, (members or assembled).pack.last), publish=publish
    )
    write_set(out, files.data)
    if record:
        write_record(path, record)
    return Packed(agenda, tuple(files.told), tuple(problems))


class Files:
    """The files of a pack, by name, and what is told of each."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.data: dict[str, bytes] = {}
        self.told: list[PackedFile] = []

    def add(self, name: str, data: bytes, span: tuple[str, int, int] | None = None, claims: tuple[str, ...] = ()) -> None:
        """Take up a file."""
        self.data[name] = data
        item, pages = (span[0], span[1:]) if span else ("", None)
        self.told.append(PackedFile(self.out / name, item, pages, len(data), sha256(data), claims))

    def add_pack(self, name: str, pack: Pack) -> None:
        """Take up a pack or supplement."""
        self.add(name, pack.data, ("", pack.first, pack.last), pack.claims)


def assembled_pack(agenda: Agenda, sources: Mapping[Key, Source], *, public: bool, kind: str = "Agenda pack") -> Assembled:
    """The papers behind the agenda's front sheet, with what the `public`, or members, may read on it."""
    return assemble(agenda, sources, partial(_front, agenda, public=public), kind)


def _front(agenda: Agenda, pages: Pages, *, public: bool) -> Drawn:
    """The front sheet laid out for these pages, its items leading to them."""
    from papers.readers.word import read_word

    rendered = _rendered(agenda, pages, public=public, linked=True)
    return drawn(read_word(rendered).document, read_house(rendered), agenda.settings.first_page)


def _front_word(agenda: Agenda, pages: Pages, *, public: bool) -> bytes:
    """The front sheet as a Word file, which has no pack for its items to lead to."""
    return _rendered(agenda, pages, public=public, linked=False)


def _rendered(agenda: Agenda, pages: Pages, *, public: bool, linked: bool) -> bytes:
    from papers.templating import dressed, render

    own, house = agenda.settings.template, agenda.settings.house
    template = (own or shipping.template(f"{FRONT}.docx")).read_bytes()
    if house and not own:
        template = dressed(template, house.read_bytes())
    return render(template, own.name if own else f"{FRONT}.docx", agenda_fields(front_sheet(agenda, pages, public=public, linked=linked)))


def _add_item(files: Files, agenda: Agenda, sheaf: Sheaf, assembled: Assembled) -> None:
    """The item's papers as a file of their own, with the numbers that they have in the pack."""
    item = agenda.item(sheaf.key)
    about = About(
        f"Agenda item {item.number}: {item.title}", agenda.organisation, f"{agenda.body}, {date_words(agenda.date)}", agenda.published
    )
    made = merge([sheaf], about, first_page=assembled.pack.pages[sheaf.key][0], odd_pages=False)
    files.add(f"{ITEMS}/{web_name(item.number, item.title)}.pdf", made.data, (item.number, made.first, made.last), made.claims)


def web_name(number: str, title: str) -> str:
    """A file's name without its end that any web site and any system takes: "item-5-quarterly-performance-report"."""
    plain = unicodedata.normalize("NFKD", f"{number} {title}").encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"item-{words[:LONGEST].rstrip('-')}"


def lines(packed: Packed) -> Iterator[str]:
    """The account for a person: each file with its pages and claims."""
    for each in packed.files:
        pages = f"pages {each.pages[0]} to {each.pages[1]}" if each.pages else ""
        yield f"{each.path.as_posix():70} {pages:18} {each.size / 1000:8,.0f} kB  {', '.join(each.claims)}"
