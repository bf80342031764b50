"""The papers of a report: which there are, and each drafted as a Document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from papers.dataset import Dataset, Narrative, ReportSection
from papers.document import Document, Section
from papers.drafting.cover import COVER, draft_line
from papers.drafting.following import followed, quotes_figures, values
from papers.drafting.front import title_page
from papers.drafting.links import linked
from papers.drafting.material import Material, material
from papers.drafting.placing import Placing, pages
from papers.drafting.report import report_pages
from papers.drafting.sections import Pages
from papers.errors import PapersError, Problem, problem
from papers.results import Assessed

REPORT = "quarterly-performance-report"


@dataclass(frozen=True, slots=True)
class PaperInfo:
    """A paper that a report has: its name, its title, the directorate it is an extract for. `default` says whether a build makes it unasked."""

    name: str
    title: str
    directorate: str | None = None
    default: bool = True


def papers_of(dataset: Dataset) -> tuple[PaperInfo, ...]:
    """Every paper that the report has: the cover report, the report itself, and extracts by directorate, section and committee."""
    info = dataset.info
    directorates = {each.slug for each in dataset.directorates}
    sections = [each for each in dataset.sections if each.slug not in directorates]
    committees = dict.fromkeys(each.committee for each in dataset.sections if each.committee)
    return (
        PaperInfo(COVER, f"{info.title}: cover report"),
        PaperInfo(REPORT, info.title),
        *(PaperInfo(f"directorate-{each.slug}", each.title, each.slug) for each in dataset.directorates),
        *(PaperInfo(f"section-{each.slug}", each.title, each.directorate, default=False) for each in sections),
        *(PaperInfo(f"committee-{slug(name)}", name, default=False) for name in committees),
    )


def draft(dataset: Dataset, assessed: Assessed, name: str) -> Document:
    """The paper of that name. PapersError where the report has none; the cover report is a Word template's, so it has none here."""
    if name == REPORT:
        source = material(dataset, assessed)
        return _document(source, REPORT, dataset.info.title, report_pages(source), dataset.narrative)
    offered = [info for info in papers_of(dataset) if info.name != COVER]
    found = next((info for info in offered if info.name == name), None)
    if found is None:
        raise PapersError([_stranger(offered, name)])
    return _extract(material(_without_outline(dataset), assessed), found)


def named(offered: Sequence[PaperInfo], name: str) -> tuple[PaperInfo, ...]:
    """The papers of that name, or of that directorate, section or committee. PapersError for a stranger, with the nearest name."""
    names = {name, f"section-{name}", f"committee-{name}"}
    found = tuple(info for info in offered if info.name in names or info.directorate == name)
    if not found:
        raise PapersError([_stranger(offered, name)])
    return found


def _stranger(offered: Sequence[PaperInfo], name: str) -> Problem:
    """That no paper has this name, with the nearest one that some paper has."""
    choices = [info.name for info in offered]
    near = get_close_matches(name, [*choices, *(c.partition("-")[2] for c in choices)], 1, 0.5)
    return problem("no-such-paper", name=name, near=(near or choices)[0], choices=", ".join(choices))


def slug(title: str) -> str:
    """The title as a name for machines: small letters and digits, joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _document(source: Material, name: str, title: str, sections: Iterable[Section], parts: Iterable[Narrative]) -> Document:
    info = source.info
    made = Document(
        name,
        title,
        tuple(sections),
        info.organisation,
        period=info.period,
        subject=f"{info.title}, {info.period}",
        author=info.author,
        notice=info.notice,
        language=info.language,
        date=info.date,
        draft=draft_line(source.dataset, parts),
        checksum=source.dataset.checksum,
    )
    made = linked(made, source.dataset.indicators)
    return followed(made, values(source.dataset, source.assessed)) if quotes_figures(source.dataset) else made


# --- extracts


def _without_outline(dataset: Dataset) -> Dataset:
    """The dataset without the report's outline: an extract has none of its parts, nor links into them."""
    return replace(dataset, info=replace(dataset.info, outline=()))


def _extract(source: Material, info: PaperInfo) -> Document:
    """The pages of a directorate, section or committee alone, after a title page; ids are those of the whole report."""
    sections = _of_extract(source, info)
    parts = [part for part in source.dataset.narrative if _concerns(source, part, sections)]
    drawn = Pages(source, Placing(parts))
    title = f"{info.title}: {source.info.title}"
    made = [title_page(source.info, info.title, f"{source.info.title}, {source.info.period}")]
    if info.name.startswith("directorate-"):
        own = next(each for each in source.dataset.directorates if each.slug == info.directorate)
        made += pages(own.slug, drawn.directorate(own))
    else:
        made += [page for section in sections for page in pages(section.slug, drawn.alone(section))]
    return _document(source, info.name, title, made, parts)


def _of_extract(source: Material, info: PaperInfo) -> list[ReportSection]:
    kind = info.name.partition("-")[0]
    everything = [section for directorate in source.dataset.directorates for section in source.sections(directorate)]
    if kind == "directorate":
        return [section for section in everything if section.directorate == info.directorate]
    if kind == "section":
        return [section for section in everything if info.name == f"section-{section.slug}"]
    return [section for section in everything if section.committee and info.name == f"committee-{slug(section.committee)}"]


def _concerns(source: Material, part: Narrative, sections: Sequence[ReportSection]) -> bool:
    """Whether the part stands in those sections' pages: the section's own, or that of one of its indicators."""
    head, _, rest = part.key.partition("/")
    owner = rest.partition("/")[0]
    slugs = {section.slug for section in sections}
    if head == "indicator":
        return owner in source.indicators and source.indicators[owner].section in slugs
    return head == "section" and owner in slugs
