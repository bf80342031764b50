"""What the public has already of a meeting, searched for the words of closed papers that come in a supplement."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from papers.commands.files import reported
from papers.commands.pack import edition_of
from papers.commands.pack_folder import PUBLIC_FOLDERS, edition_named, names_in
from papers.commands.pack_making import Made, assembled
from papers.commands.pack_release import MOST, bytes_of, in_full, shown_sources
from papers.errors import PapersError, problem
from papers.packs import Agenda
from papers.packs.front import Key
from papers.packs.leaks import search
from papers.packs.publications import Published
from papers.packs.supplements import names, part_of

SHEET = "front-sheet.docx"
"""How the name of a front sheet ends, whose words are the public's."""


def refuse_published_leaks(agenda: Agenda, published: Published, made: Made, chosen: Collection[Key], out: Path) -> None:
    """PapersError where words or figures of the closed papers among `chosen` stand in what was published before them.

    Published files are searched as they lie in `out`; of a publication that does not lie there its open papers as they are now, those
    that are `chosen` aside. So a file that was taken off and a paper that is corrected no longer stand in the way. Papers that the
    public could read are not sought.
    """
    named = names(agenda)
    seen = {paper.key for each in published.publications for paper in each.papers if not paper.closed}
    new = {key: source for key, source in made.closed.items() if key in chosen and named[key] not in seen}
    if not new:
        return
    there = _files_there(published, out)
    sheets = {name: data for name, data in there.items() if name.endswith(SHEET)}
    files = {name: data for name, data in there.items() if name not in sheets} | dict(_remade(agenda, published, made, chosen, there))
    known = shown_sources(agenda, published, made.public) | {key: each for key, each in made.closed.items() if named[key] in seen}
    front = edition_of(agenda).front(made.pages, public=True, linked=False)
    shown = {in_full(agenda, key): bytes_of(source) for key, source in known.items()} | sheets | {"front sheet": front}
    found = search(files, {in_full(agenda, key): bytes_of(source) for key, source in new.items()}, shown).leaks
    places = {in_full(agenda, key): part_of(agenda, key).place for key in new}
    once = {(each.file, each.source): each for each in reversed(found)}
    if once:
        raise PapersError(
            problem("published-leak", places[each.source], value=each.words, source=each.source, name=each.file, where=each.place)
            for each in list(reversed(once.values()))[:MOST]
        )


def _files_there(published: Published, out: Path) -> Mapping[str, bytes]:
    """The public files of all publications that lie in the folder, by their names in it."""
    stems = {each.stem for each in published.publications}
    with reported(out):
        return {name: (out / name).read_bytes() for name in names_in(out, PUBLIC_FOLDERS) if edition_named(name) in stems}


def _remade(
    agenda: Agenda, published: Published, made: Made, chosen: Collection[Key], there: Collection[str]
) -> Iterator[tuple[str, bytes]]:
    """For each publication that is not `there`, a pack of the open papers that were last published in it and are not `chosen`."""
    for issue in published.publications:
        own = {paper.key for paper in issue.papers if not paper.closed and published.papers[paper.key] == paper}
        keys = {key for key, name in names(agenda).items() if name in own and key in made.public and key not in chosen}
        edition = replace(edition_of(agenda), only=keys)
        if f"{issue.stem}.pdf" not in there and edition.papers(made.public):
            yield f"{issue.stem}.pdf", assembled(edition, made.public, public=True).pack.data
