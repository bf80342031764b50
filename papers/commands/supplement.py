"""`papers supplement AGENDA`: what came after the pack was published, behind a front sheet of its own; and all of it as one pack."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

from papers import shipping
from papers.commands.pack import Packed, check_house, edition_of, rendered, searched, written
from papers.commands.pack_making import Edition, Made, MadeFile, assembled, merged_file, origin_of_edition
from papers.commands.pack_release import checksums, read_published, refuse_leaks, shown_sources, write_record
from papers.commands.pack_sources import Gatherer
from papers.commands.pack_standing import refuse_published_leaks
from papers.errors import PapersError, Place, Problem, problem
from papers.packs import Agenda, read_agenda
from papers.packs.amendments import check_date, gone, opened_or_closed, papers_withdrawn_since, to_take_off, withdrawn_since
from papers.packs.front import Key, Pages, public_title
from papers.packs.publications import Published, page_map
from papers.packs.sources import Source
from papers.packs.standing import consolidated_standing
from papers.packs.supplements import (
    Issue,
    Supplement,
    changed,
    choose,
    names,
    numbered,
    part_of,
    publication,
    supplement_front,
    uncorrected,
)

CONSOLIDATED, MAP = "Consolidated pack", "page-map.json"
SHEET = "supplement-front-sheet.docx"


def supplement(path: Path, out: Path, date: dt.date, *, note: str = "", restart: bool | None = None, force: bool = False) -> Packed:
    """Write the next supplement of the agenda in `path` to `out`, and keep the record of it beside the agenda.

    `restart` numbers its pages from 1 or, where it is false, not; None leaves that to the agenda's own setting. `force` writes over
    files in `out` that are not as they were written.

    PapersError where nothing is new, where a published paper changed without saying why, where words of a paper that comes closed are
    published already, or where a part is refused: then nothing is written. Closed papers are opened only after the public's files are made.
    """
    agenda, published = read_agenda(path), _published(path)
    chosen, withdrawn, gone_now = choose(agenda, published), withdrawn_since(agenda, published), papers_withdrawn_since(agenda, published)
    check_house(agenda)
    advice = _vetted(agenda, published, date, chosen)
    if not chosen and not withdrawn and not gone_now:
        _refuse(_changed_files(agenda, published) or [problem("supplement-nothing", Place(file=path.name))])
    again = agenda.settings.supplement_pages == "restart" if restart is None else restart
    extra = Supplement(len(published.publications), date, chosen, note, again, {each.item: each.pages for each in withdrawn}, gone_now)
    made = searched(agenda, supplement_edition(agenda, published, extra), Gatherer(agenda), published)
    known = checksums(made.sources)
    _refuse([*uncorrected(agenda, published, known, chosen), *changed(agenda, published, known, chosen)])
    refuse_published_leaks(agenda, published, made, chosen, out)
    issue = Issue(extra.number, date, made.first, made.last, note)
    packed = written(agenda, made.told(advice), out, force=force)
    write_record(path, published.with_(publication(agenda, issue, made.pages, known)))
    return packed


def _vetted(agenda: Agenda, published: Published, date: dt.date, chosen: Collection[Key]) -> list[Problem]:
    """Advice on a supplement, before any paper is opened. PapersError where its day or what became of published papers speaks against it."""
    days = list(check_date(agenda, published, date, chosen))
    wrong = [each for each in days if each.level == "error"]
    _refuse([*wrong, *gone(agenda, published.papers.values()), *opened_or_closed(agenda, published)])
    return [*days, *to_take_off(agenda, published, chosen)]


def _changed_files(agenda: Agenda, published: Published) -> list[Problem]:
    """The published papers whose files are not what they were."""
    gatherer = Gatherer(agenda)
    every = {**gatherer.sources(closed=False), **gatherer.sources(closed=True)}
    return list(changed(agenda, published, checksums(every), ()))


def supplement_edition(agenda: Agenda, published: Published, extra: Supplement) -> Edition:
    """The supplement as something to be made, with the council's own front sheet of supplements where it has one."""
    ours = numbered(agenda, published, extra)
    template = agenda.settings.supplement_template or shipping.template(SHEET)
    front = partial(_front, ours, extra, published)
    return Edition(ours, extra.title, front, template.read_bytes(), frozenset(extra.papers), template.name)


def _front(agenda: Agenda, extra: Supplement, published: Published, pages: Pages, *, public: bool, linked: bool) -> bytes:
    fields = supplement_front(agenda, extra, published, pages, public=public, linked=linked)
    return rendered(agenda, agenda.settings.supplement_template, SHEET, fields)


def consolidate(path: Path, out: Path, *, force: bool = False) -> Packed:
    """Write all that was published of the agenda as one pack, corrections in the place of what they correct, and where each page is now.

    It has the public's papers alone. PapersError where nothing was published, where a paper was not yet, or where a closed paper's
    words stand in it.
    """
    agenda, published = read_agenda(path), _published(path)
    new = [part_of(agenda, key) for key in choose(agenda, published)]
    _refuse([problem("pack-published-new", part.place, value=part.named) for part in new])
    _refuse([*gone(agenda, published.papers.values()), *opened_or_closed(agenda, published)])
    check_house(agenda)
    gatherer = Gatherer(agenda)
    made = make_consolidated(agenda, published, gatherer)
    closed = gatherer.sources(closed=True)
    _refuse(list(changed(agenda, published, checksums({**made.public, **closed}), ())))
    if closed:
        front = edition_of(agenda).front(made.pages, public=True, linked=False)
        shown = shown_sources(agenda, published, made.public)
        made = made.told(refuse_leaks(agenda, {name: each.data for name, each in made.files.items()}, shown, closed, front))
    return written(agenda, made, out, force=force)


def make_consolidated(agenda: Agenda, published: Published, gatherer: Gatherer) -> Made:
    """The consolidated pack and its page map; no closed paper is opened."""
    public: Mapping[Key, Source] = gatherer.sources(closed=False)
    edition = edition_of(agenda)
    edition = Edition(agenda, CONSOLIDATED, edition.front, edition.template, standing=consolidated_standing(published, MAP))
    pack = assembled(edition, public, public=True)
    named = names(agenda)
    spans = {named[key]: span for key, span in pack.pages.items()}
    titles = {name: public_title(agenda.item(key[0]), part_of(agenda, key)) for key, name in named.items()}
    said = {"schema": "papers.page-map/1", "papers": page_map(published, spans, titles)}
    origin = origin_of_edition(edition, public, edition.stem, edition.papers(public))
    files = {
        f"{edition.stem}.pdf": merged_file(pack.pack, origin),
        MAP: MadeFile((json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode(), origin),
    }
    return Made(files, pack.pages, pack.pack.first, pack.pack.last, (*agenda.problems, *pack.problems), public)


def _published(path: Path) -> Published:
    """What was published of the agenda. PapersError where nothing was."""
    published = read_published(path)
    if not published.publications:
        raise PapersError([problem("supplement-first", Place(file=path.name))])
    return published


def _refuse(wrong: list[Problem]) -> None:
    if wrong:
        raise PapersError(wrong)
