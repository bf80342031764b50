"""`papers supplement AGENDA.toml`: what came after the pack was published, behind a front sheet of its own; and all of it as one pack."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from papers import shipping
from papers.commands.files import write_set
from papers.commands.pack import Files, Packed, assembled_pack
from papers.commands.pack_release import checksums, read_published, refuse_leaks, unsearched, write_record
from papers.commands.pack_sources import Gatherer
from papers.errors import PapersError, Place, problem
from papers.house import HouseStyle, read_house
from papers.packs import Agenda, read_agenda
from papers.packs.assembling import Assembled, assemble
from papers.packs.front import Pages
from papers.packs.publications import Published, page_map
from papers.packs.sources import Drawn, Source, drawn
from papers.packs.supplements import Issue, Key, Supplement, changed, choose, names, numbered, publication, supplement_sheet

CONSOLIDATED, MAP = "consolidated-pack", "page-map.json"


def supplement(path: Path, out: Path, date: dt.date, *, note: str = "", restart: bool = False) -> Packed:
    """Write the next supplement of the agenda in `path` to `out`, and keep the record of it beside the agenda.

    PapersError where nothing is new, where a published paper changed without saying why, or where a part is refused: then nothing is
    written. Closed papers are opened only after the public's file is made.
    """
    agenda, published = read_agenda(path), read_published(path)
    if not published.publications:
        raise PapersError([problem("supplement-first", Place(file=path.name))])
    chosen = choose(agenda, published)
    if not chosen:
        raise PapersError([problem("supplement-nothing", Place(file=path.name))])
    extra = Supplement(len(published.publications), date, chosen, note, restart)
    gatherer = Gatherer(agenda)
    public = gatherer.sources(closed=False)
    made = _assembled(agenda, published, extra, public, public=True)
    files, name = Files(out), f"supplement-{extra.number}"
    files.add_pack(f"{name}.pdf", made.pack)
    closed = gatherer.sources(closed=True)
    every = {**public, **closed}
    known = checksums(every)
    wrong = list(changed(agenda, published, known, chosen))
    if wrong:
        raise PapersError(wrong)
    problems = [*agenda.problems, *made.problems]
    if closed:
        refuse_leaks(agenda, files.data, public, closed, made.sheaves[0].parts[0].data)
        problems += unsearched(agenda, {key: each for key, each in closed.items() if key in chosen})
    if any(key in chosen for key in closed):
        made = _assembled(agenda, published, extra, every, public=False)
        files.add_pack(f"members/members-{name}.pdf", made.pack)
        problems += [each for each in made.problems if each not in problems]
    issue = Issue(extra.number, date, made.pack.first, made.pack.last)
    write_set(out, files.data)
    write_record(path, published.with_(publication(agenda, issue, made.pages, known)))
    return Packed(agenda, tuple(files.told), tuple(problems))


def consolidate(path: Path, out: Path) -> Packed:
    """Write all that was published of the agenda as one pack, corrections in the place of what they correct, and where each page is now.

    It has the public's papers alone. PapersError where nothing was published, or where a paper was not yet.
    """
    agenda, published = read_agenda(path), read_published(path)
    if not published.publications:
        raise PapersError([problem("supplement-first", Place(file=path.name))])
    late = choose(agenda, published)
    if late:
        raise PapersError(problem("pack-published-new", Place(file=path.name), value=names(agenda)[key]) for key in late)
    public = Gatherer(agenda).sources(closed=False)
    wrong = list(changed(agenda, published, checksums(public), ()))
    if wrong:
        raise PapersError(wrong)
    made = assembled_pack(agenda, public, public=True, kind="Consolidated pack")
    files = Files(out)
    files.add_pack(f"{CONSOLIDATED}.pdf", made.pack)
    named = names(agenda)
    files.add(MAP, _map(published, {named[key]: span for key, span in made.pages.items()}))
    write_set(out, files.data)
    return Packed(agenda, tuple(files.told), (*agenda.problems, *made.problems))


def _map(published: Published, pages: Mapping[str, tuple[int, int]]) -> bytes:
    said = {"schema": "papers.page-map/1", "papers": page_map(published, pages)}
    return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()


def _assembled(agenda: Agenda, published: Published, extra: Supplement, sources: Mapping[Key, Source], *, public: bool) -> Assembled:
    """The supplement's papers behind its front sheet."""
    ours = numbered(agenda, published, extra)
    ours = replace(ours, published=extra.date)
    front = partial(_front, ours, extra, published, public=public)
    return assemble(ours, {key: each for key, each in sources.items() if key in extra.papers}, front, extra.title)


def _front(agenda: Agenda, extra: Supplement, published: Published, pages: Pages, *, public: bool) -> Drawn:
    document = supplement_sheet(agenda, extra, published, pages, public=public)
    return drawn(document, _house(agenda), agenda.settings.first_page)


def _house(agenda: Agenda) -> HouseStyle:
    return read_house((agenda.settings.house or shipping.template("house.docx")).read_bytes())
