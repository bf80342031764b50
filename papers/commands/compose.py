"""From a report to one paper in every form: the Document, its pages, and the bytes of each format. Touches no file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from papers import shipping
from papers.commands.report import Report
from papers.dataset import Dataset
from papers.document import Document
from papers.drafting import PaperInfo, cover_fields, draft, named, papers_of
from papers.errors import PapersError, Place, Problem, problem
from papers.house import HouseStyle, read_house
from papers.layout import Layout, lay_out

REPORT = "quarterly-performance-report"
COVER = "cabinet-cover-report"

SUFFIX = {"docx": ".docx", "pdf": ".pdf", "html": ".html", "text": ".txt"}
"""The formats that can be asked for, and the ends of their files' names."""

CLAIMS = {"pdf": ("ua1", "2a")}
"""What a format's files claim to be: PDF/UA-1 and PDF/A-2a."""


@dataclass(frozen=True)
class Paper:
    """One paper, laid out once: Word's contents and the PDF show the same page numbers."""

    info: PaperInfo
    document: Document
    house: HouseStyle
    template: bytes
    rendered: bytes | None = None
    """The officer's own Word file, where the paper is written by a template."""

    @cached_property
    def layout(self) -> Layout:
        """The pages of the document in the house style."""
        return lay_out(self.document, self.house)

    def as_bytes(self, fmt: str) -> bytes:
        """The paper in that format. KeyError for a format there is not."""
        return {"docx": self._docx, "pdf": self._pdf, "html": self._html, "text": self._text}[fmt]()

    def _docx(self) -> bytes:
        from papers.writers.word import write_word

        return self.rendered or write_word(self.document, self.template, self.house, self.layout.page_of)

    def _pdf(self) -> bytes:
        from papers.writers.pdf import write_pdf

        return write_pdf(self.document, self.house, self.layout)

    def _html(self) -> bytes:
        from papers.writers.html import write_html

        return write_html(self.document, self.house, self.layout.page_of)

    def _text(self) -> bytes:
        from papers.writers.text import write_text

        return write_text(self.document, self.layout.page_of).encode()


@dataclass(frozen=True)
class Composer:
    """Makes the papers of one report with one house template and the officers' templates by paper name."""

    report: Report
    template: bytes
    officers_templates: Mapping[str, bytes]

    @cached_property
    def house(self) -> HouseStyle:
        """The house style as the template says."""
        return read_house(self.template)

    @cached_property
    def full_report(self) -> Paper:
        """The whole report, to which the cover report refers by page."""
        return self._drafted(PaperInfo(REPORT, self.report.dataset.info.title))

    def paper(self, info: PaperInfo) -> Paper:
        """The paper: rendered from the officer's template, in the look of that template, where there is one; else drafted."""
        if info.name == REPORT:
            return self.full_report
        return self._rendered(info) if info.name in self.officers_templates else self._drafted(info)

    def _drafted(self, info: PaperInfo) -> Paper:
        document = draft(self.report.dataset, self.report.assessed, info.name)
        return Paper(info, document, self.house, self.template)

    def _rendered(self, info: PaperInfo) -> Paper:
        from papers.readers.word import read_word
        from papers.templating import render

        fields = cover_fields(self.report.dataset, self.report.assessed, self.full_report.layout.page_of)
        rendered = render(self.officers_templates[info.name], f"{info.name}.docx", fields)
        return Paper(info, read_word(rendered).document, read_house(rendered), self.template, rendered)


def composer_for(report: Report, own: Path | None = None) -> Composer:
    """A composer with the templates in the folder `own`, and the shipped ones for those it lacks."""

    def find(name: str) -> bytes:
        path = own / name if own else None
        return (path if path and path.is_file() else shipping.template(name)).read_bytes()

    return Composer(report, find("house.docx"), {COVER: find(f"{COVER}.docx")})


def chosen(dataset: Dataset, only: Sequence[str]) -> tuple[PaperInfo, ...]:
    """The papers asked for, in their own order; all that a build makes by itself where none is named. PapersError names every stranger."""
    offered = papers_of(dataset)
    if not only:
        return tuple(info for info in offered if info.default)
    wanted: list[PaperInfo] = []
    strangers: list[Problem] = []
    for name in only:
        try:
            wanted += named(offered, name)
        except PapersError as unknown:
            strangers += unknown.problems
    if strangers:
        raise PapersError(strangers)
    return tuple(info for info in offered if info in wanted)


def format_of(path: Path) -> str:
    """The format that the path's end names. PapersError for an end that names none."""
    found = [name for name, suffix in SUFFIX.items() if suffix == path.suffix.lower()]
    if not found:
        raise PapersError([problem("no-such-format", Place(file=str(path)), name=path.name, choices=", ".join(SUFFIX.values()))])
    return found[0]
