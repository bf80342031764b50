"""What a pack must pass before it is written: no leak, and no published page moved; and the record of what was published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from papers.commands.files import reported, sha256, write_whole
from papers.errors import PapersError, Place, Problem, problem
from papers.packs import Agenda
from papers.packs.front import Key, Pages
from papers.packs.leaks import leaks, wordless
from papers.packs.publications import DamagedPublicationsError, Published, moved, read_publications, write_publications
from papers.packs.sources import Source
from papers.packs.supplements import Issue, part_of, publication
from papers.seals import Origin

RECORD = ".published.json"
"""End of the record's name beside the agenda."""
MOST = 30
"""Leaks that are told of."""


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
) -> None:
    """PapersError where words or figures of closed papers stand in public files. What the `front` sheet shows is meant to be public."""
    restricted = {part_of(agenda, key).named: bytes_of(source) for key, source in closed.items()}
    sources = {part_of(agenda, key).named: bytes_of(source) for key, source in public.items()}
    found = leaks(files, restricted, {**sources, "front sheet": front})
    if found:
        raise PapersError(
            problem("pack-leak", Place(file=each.file), value=each.words, source=each.source, where=each.place) for each in found[:MOST]
        )


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
    wrong = list(moved(before, now.papers, Place(file=path.name)))
    if wrong:
        raise PapersError(wrong)
    return None if before.publications else before.with_(now)


def write_record(path: Path, published: Published) -> None:
    """Write the record beside the agenda."""
    write_whole(record_path(path), write_publications(published).encode())
