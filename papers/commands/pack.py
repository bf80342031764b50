"""`papers pack AGENDA`: the front sheet, the pack and each item's own PDF, from our papers and what others sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from papers import shipping
from papers.commands.files import sha256, within, write_set
from papers.commands.pack_folder import left_over
from papers.commands.pack_making import Edition, Made, make_public, with_members
from papers.commands.pack_release import (
    otherwise,
    pack_record,
    read_published,
    refuse_amended,
    refuse_among_closed,
    refuse_leaks,
    shown_sources,
    unsearched,
    write_record,
)
from papers.commands.pack_sources import Gatherer
from papers.errors import Place, Problem, problem
from papers.house import read_house
from papers.packs import Agenda, read_agenda
from papers.packs.front import Pages, front_fields
from papers.packs.publications import Published

PACK, SHEET = "Agenda pack", "agenda-front-sheet.docx"


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


def pack(path: Path, out: Path, *, publish: bool = False, force: bool = False) -> Packed:
    """Make the pack of the agenda in `path` and write it to `out`: nothing, where PapersError tells why a part is refused.

    With `publish` the record of what stands on which page is kept beside the agenda; from then on the pack can't change. The papers
    that are closed to the public are not even opened before the public's files are made; the members' pack, which has them behind all
    others, is made after that. What an earlier run left in `out` and this one does not make is removed; PapersError where something there
    is not as it was written, unless `force` gives it up.
    """
    agenda = read_agenda(path)
    refuse_amended(path, agenda)
    check_house(agenda)
    made = searched(agenda, edition_of(agenda), Gatherer(agenda), read_published(path))
    record = pack_record(path, agenda, made.sources, made.pages, (made.first, made.last), publish=publish)
    packed = written(agenda, made.told(otherwise(path, agenda)), out, force=force)
    if record:
        write_record(path, record)
    return packed


def check_house(agenda: Agenda) -> None:
    """PapersError where the council's own house template can't serve as one."""
    house = agenda.settings.house
    if house:
        with within(house.name):
            read_house(house.read_bytes())


def edition_of(agenda: Agenda) -> Edition:
    """The agenda's pack, with the council's own front sheet where it has one."""
    template = agenda.settings.template or shipping.template(SHEET)
    return Edition(agenda, PACK, partial(_front, agenda), template.read_bytes(), sheet=template.name)


def _front(agenda: Agenda, pages: Pages, *, public: bool, linked: bool) -> bytes:
    fields = front_fields(agenda, pages, public=public, linked=linked)
    return rendered(agenda, agenda.settings.template, SHEET, fields)


def rendered(agenda: Agenda, own: Path | None, shipped: str, fields: dict[str, object]) -> bytes:
    """A front sheet as a Word file: the council's own template as it is, or the shipped one in the look of the council's house."""
    from papers.templating import dressed, render

    house = agenda.settings.house
    template = (own or shipping.template(shipped)).read_bytes()
    if house and not own:
        template = dressed(template, house.read_bytes())
    return render(template, own.name if own else shipped, fields)


def searched(agenda: Agenda, edition: Edition, gatherer: Gatherer, published: Published) -> Made:
    """The edition with its members' version. PapersError where words or figures of closed papers stand in the public's files.

    What was `published` before is known to the public, too.
    """
    made = make_public(edition, gatherer)
    public = {name: each.data for name, each in made.files.items()}
    made = with_members(edition, made, gatherer)
    if not made.closed:
        return made
    shown = shown_sources(agenda, published, made.public)
    shared = refuse_leaks(agenda, public, shown, made.closed, next(iter(public.values())))
    return made.told([*shared, *unsearched(agenda, edition.papers(made.closed))])


def written(agenda: Agenda, made: Made, out: Path, *, force: bool = False) -> Packed:
    """Write the files and what they were built from to `out`, without what an earlier run left there, and give the account of them.

    PapersError where a file that stands there is not as it was written, unless `force` gives it up; and where closed papers lie there.
    """
    refuse_among_closed(agenda, out)
    files = {name: each.data for name, each in made.files.items()}
    gone = left_over(out, files, force=force)
    write_set(out, files, {name: each.origin for name, each in made.files.items()}, gone)
    told = [
        PackedFile(out / name, each.item, each.pages, len(each.data), sha256(each.data), each.claims) for name, each in made.files.items()
    ]
    removed = [problem("pack-removed", Place(file=(out / name).as_posix()), name=name) for name in gone]
    return Packed(agenda, tuple(told), (*made.problems, *removed))


def lines(packed: Packed) -> Iterator[str]:
    """The account for a person: each file with its pages and claims."""
    for each in packed.files:
        pages = f"pages {each.pages[0]} to {each.pages[1]}" if each.pages else ""
        yield f"{each.path.as_posix():70} {pages:18} {each.size / 1000:8,.0f} kB  {', '.join(each.claims)}"
