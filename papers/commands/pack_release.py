"""What a pack must pass before it is written: no leak, and no published page moved; and the record of what was published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from papers.commands.files import reported, sha256, write_whole
from papers.errors import PapersError, Place, Problem, problem
from papers.packs import Agenda
from papers.packs.amendments import opened_or_closed, papers_withdrawn_since, said_otherwise, withdrawn_since
from papers.packs.front import Key, Pages
from papers.packs.leaks import search, wordless
from papers.packs.publications import DamagedPublicationsError, Published, moved, read_publications, write_publications
from papers.packs.sources import Source
from papers.packs.supplements import Issue, changed, choose, names, part_of, publication
from papers.seals import Origin

RECORD = ".published.json"
"""End of the record's name beside the agenda."""
MOST = 30
"""Leaks that are told of, and as many long passages that open and closed papers share."""
QUOTED = 40
"""Words of such a passage that are quoted."""


def record_path(agenda: Path) -> Path:
    """Where the record of what was published of an agenda lies: beside it."""
    return agenda.with_name(agenda.stem + RECORD)


def read_published(agenda: Path) -> Published:
    """What was published of the agenda, nothing where there is no record. PapersError for a damaged one."""
    path = record_path(agenda)
    if not path.is_file():
        return Published()
    with reported(path):
        text = path.read_bytes().decode("utf-8", "replace")
    try:
        return read_publications(text)
    except DamagedPublicationsError as damaged:
        raise PapersError([problem("publications-damaged", Place(file=path.name), why=str(damaged))]) from damaged


def bytes_of(source: Source) -> bytes:
    """What a paper is made of; of one that is laid out for its place, the paper as it would stand alone."""
    return source.draw({}).pdf() if source.draw else source.data


def checksums(sources: Mapping[Key, Source]) -> dict[Key, str]:
    """The SHA-256 of what each paper is made from: its file, or the data, rules and template of a report of ours.

    The version of the program is no part of it: what was published is not another paper because the program was brought up to date.
    """
    return {key: _checksum(source.origin) for key, source in sources.items()}


def _checksum(origin: Origin) -> str:
    return sha256(f"{origin.paper}\n{origin.data}\n{origin.rules}\n{origin.template}".encode()) if origin.paper else origin.data


def refuse_leaks(
    agenda: Agenda, files: Mapping[str, bytes], public: Mapping[Key, Source], closed: Mapping[Key, Source], front: bytes
) -> list[Problem]:
    """PapersError where words or figures of closed papers stand in public files, or where a closed paper is an open one, too.

    What the `front` sheet and open papers show is meant to be public; advice tells what they say at length that a closed paper says.
    """
    _refuse_same(agenda, public, closed)
    shown = {in_full(agenda, key): (key, source) for key, source in public.items()}
    sources = {name: bytes_of(source) for name, (_, source) in shown.items()}
    restricted = {in_full(agenda, key): bytes_of(source) for key, source in closed.items()}
    found = search(files, restricted, {**sources, "front sheet": front})
    if found.leaks:
        raise PapersError(
            problem("pack-leak", Place(file=each.file), value=each.words, source=each.source, where=each.place)
            for each in found.leaks[:MOST]
        )
    once = {(each.file, each.source, each.words): each for each in reversed(found.shared) if each.file in shown}
    told = [(part_of(agenda, shown[each.file][0]).place, each) for each in reversed(once.values())]
    return [
        problem("pack-shared", place, value=_beginning(each.words), source=each.source, other=each.file, where=each.place)
        for place, each in told[:MOST]
    ]


def shown_sources(agenda: Agenda, published: Published, public: Mapping[Key, Source]) -> dict[Key, Source]:
    """The open papers that the public has or is to have: of those that are withdrawn the ones alone that were published before."""
    named = names(agenda)
    out = {paper.key for each in published.publications for paper in each.papers if not paper.closed}
    return {key: each for key, each in public.items() if agenda.takes(key) or named[key] in out}


def refuse_among_closed(agenda: Agenda, out: Path) -> None:
    """PapersError where what goes public would lie in one folder with the agenda, its record or a paper that is closed to the public."""
    closed = [part for item in agenda.items for part in item.parts if part.secrecy.restricted]
    private = [agenda.folder, *(part.file.parent for part in closed if part.file)]
    if closed and any(folder.resolve().is_relative_to(out.resolve()) for folder in private):
        raise PapersError([problem("pack-among-closed", Place(file=agenda.file), name=out.name or out.as_posix())])


def _refuse_same(agenda: Agenda, public: Mapping[Key, Source], closed: Mapping[Key, Source]) -> None:
    """PapersError for each closed paper that is made from what an open one is made from."""
    there = {checksum: key for key, checksum in checksums(public).items()}
    same = [(key, there[checksum]) for key, checksum in checksums(closed).items() if checksum in there]
    if same:
        raise PapersError(
            problem("pack-same-paper", part_of(agenda, key).place, value=in_full(agenda, key), other=in_full(agenda, other))
            for key, other in same
        )


def in_full(agenda: Agenda, key: Key) -> str:
    """A paper's name among all papers of the agenda, two of which may have the same title: "Appendix 1: Budget (item 5, paper 2)"."""
    return f"{part_of(agenda, key).named} (item {key[0]}, paper {key[1] + 1})"


def _beginning(words: str) -> str:
    parts = words.split()
    return words if len(parts) <= QUOTED else f"{' '.join(parts[:QUOTED])} ... ({len(parts)} words)"


def unsearched(agenda: Agenda, closed: Mapping[Key, Source]) -> list[Problem]:
    """Advice on each closed paper without words to look for, such as a scan."""
    return [
        problem("pack-unsearched", part.place, value=part.named)
        for part, source in ((part_of(agenda, key), source) for key, source in closed.items())
        if wordless({part.named: bytes_of(source)})
    ]


def pack_record(
    path: Path, agenda: Agenda, sources: Mapping[Key, Source], pages: Pages, span: tuple[int, int], *, publish: bool
) -> Published | None:
    """What to keep of a pack that is to be published now; None where it was published before, or is not yet to be.

    PapersError where it was published and would now differ.
    """
    before = read_published(path)
    if not before.publications and not publish:
        return None
    now = publication(agenda, Issue(0, agenda.published, *span), pages, checksums(sources))
    wrong = list(moved(before, now.papers, places(agenda), Place(file=path.name)))
    if wrong:
        out = _out_already(path, agenda, before)
        altered = list(changed(agenda, before, checksums(sources), ())) if out else []
        raise PapersError(altered or out or wrong)
    return None if before.publications else before.with_(now)


def refuse_amended(path: Path, agenda: Agenda) -> None:
    """PapersError where papers of the published pack were opened or closed since, or items of it withdrawn. No paper is opened to tell."""
    pack = read_published(path).before(1)
    gone = [agenda.item(each.item) for each in withdrawn_since(agenda, pack)]
    wrong = [problem("pack-published-withdrawn", item.place, value=f"Item {item.number}") for item in gone]
    papers = [part_of(agenda, key) for key in papers_withdrawn_since(agenda, pack)]
    wrong += [problem("pack-published-withdrawn", part.place, value=part.named) for part in papers]
    wrong += opened_or_closed(agenda, pack, excused=False)
    if wrong:
        raise PapersError(_out_already(path, agenda, read_published(path)) or wrong)


def _out_already(path: Path, agenda: Agenda, published: Published) -> list[Problem]:
    """That supplements published all by which the agenda differs from the published pack; nothing where they did not."""
    last = published.publications[-1]
    news = [
        *choose(agenda, published),
        *withdrawn_since(agenda, published),
        *papers_withdrawn_since(agenda, published),
        *opened_or_closed(agenda, published),
    ]
    return [problem("pack-published-later", Place(file=path.name), value=last.spoken)] if last.number and not news else []


def otherwise(path: Path, agenda: Agenda) -> list[Problem]:
    """Advice on what the agenda says otherwise than when it was published; none where it was not."""
    published = read_published(path)
    return list(said_otherwise(agenda, published)) if published.publications else []


def places(agenda: Agenda) -> dict[str, Place]:
    """Where each paper stands in the agenda, by its name in the record."""
    return {name: part_of(agenda, key).place for key, name in names(agenda).items()}


def write_record(path: Path, published: Published) -> None:
    """Write the record beside the agenda."""
    write_whole(record_path(path), write_publications(published).encode())
