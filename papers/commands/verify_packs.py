"""Packs and supplements that were published, made again from their agenda and compared: each as the agenda said at that time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from papers.commands.files import sha256
from papers.commands.pack import edition_of
from papers.commands.pack_folder import CONSOLIDATED, PACK, edition_named
from papers.commands.pack_making import Edition, MadeFile, make_public, part_name, with_members
from papers.commands.pack_release import read_published
from papers.commands.pack_sources import Gatherer
from papers.commands.rebuilding import SAID_OF_PACKS, Rebuilt, changed_parts, reason
from papers.commands.supplement import make_consolidated, supplement_edition
from papers.errors import PapersError, Place
from papers.intake.findings import Findings
from papers.packs import Agenda, read_agenda
from papers.packs.amendments import papers_withdrawn_since, withdrawn_since
from papers.packs.publications import Publication, Published
from papers.packs.reading import agenda_of
from papers.packs.supplements import Supplement, choose
from papers.packs.tables import Written, tables_of_json
from papers.seals import Origin, SealedFile


def rebuilt_packs(files: Sequence[SealedFile], agenda: Path) -> Iterator[Rebuilt]:
    """Each sealed file that is one of a pack of the agenda, against that as it is made now. PapersError for a damaged record."""
    found = {file.path: edition_named(file.path) for file in files}
    sealed = {name: file.origin for file in files if (name := found[file.path]) and file.path.endswith(f"{name}.pdf")}
    published = read_published(agenda)
    for edition in dict.fromkeys(filter(None, found.values())):
        own = [file for file in files if found[file.path] == edition]
        try:
            again = _Again(agenda, published, edition, members=any("members/" in file.path for file in own))
        except PapersError as stopped:
            why = "; ".join(f"{each.place}: {each.message}" for each in stopped.problems)
            yield from (Rebuilt(file.path, reproduced=False, why=f"it can't be made again: {why}") for file in own)
        else:
            yield from (again.against(file, sealed.get(edition)) for file in own)


class _Again:
    """An edition made again. PapersError where it can't be."""

    def __init__(self, path: Path, published: Published, edition: str, *, members: bool) -> None:
        self.edition = edition
        if edition == CONSOLIDATED:
            self.agenda = read_agenda(path)
            self.files: Mapping[str, MadeFile] = make_consolidated(self.agenda, published, Gatherer(self.agenda)).files
            return
        number = int(edition.rpartition("-")[2]) if edition != PACK else 0
        known = published.publications[number] if number < len(published.publications) else None
        self.agenda = _as_published(path, known) if known else read_agenda(path)
        gatherer = Gatherer(self.agenda)
        again = _edition(self.agenda, published, number, known)
        made = make_public(again, gatherer)
        self.files = (with_members(again, made, gatherer) if members else made).files

    def against(self, file: SealedFile, pack: Origin | None) -> Rebuilt:
        """The sealed file against the one that is made now; `pack` is what the whole was built from, on which pages' numbers hang."""
        made = next((each for name, each in self.files.items() if f"/{file.path}".endswith(f"/{name}")), None)
        if made is None:
            return Rebuilt(file.path, reproduced=False, why="the agenda makes no such file")
        if sha256(made.data) == file.sha256:
            return Rebuilt(file.path, reproduced=True)
        others = list(changed_parts(pack or Origin(), self.files[f"{self.edition}.pdf"].origin))
        own = reason(file.origin, made.origin, SAID_OF_PACKS)
        moved = not own.startswith("other") and others
        why = f"other papers of the pack are not what they were: {' and '.join(others)}" if moved else own
        return Rebuilt(file.path, reproduced=False, why=self._named(why))

    def _named(self, why: str) -> str:
        """The words with the papers' titles behind their places."""
        for item in self.agenda.items:
            for n, part in enumerate(item.parts):
                name = part_name((item.number, n))
                why = why.replace(f"{name} (", f"{name}, {part.named} (")
        return why


def _edition(agenda: Agenda, published: Published, number: int, known: Publication | None) -> Edition:
    if not (number and known):
        return edition_of(agenda)
    before = published.before(number)
    withdrawn = {each.item: each.pages for each in withdrawn_since(agenda, before)}
    again = Supplement(
        number, known.date, choose(agenda, before), known.note, known.first == 1, withdrawn, papers_withdrawn_since(agenda, before)
    )
    return supplement_edition(agenda, before, again)


def _as_published(path: Path, known: Publication) -> Agenda:
    """The agenda as it was when that was published."""
    written = Written(tables_of_json(known.agenda), Place(file=path.name), {})
    return agenda_of(written, path.parent, Findings())
