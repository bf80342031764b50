"""From a report to one paper in every form: the Document, its pages, and the bytes of each format. Touches no file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from papers import shipping
from papers.commands.report import Report
from papers.dataset import Dataset
from papers.document import Document
from papers.drafting import PaperInfo, cover_fields, draft, front_fields, named, papers_of
from papers.errors import PapersError, Place, Problem, problem
from papers.house import HouseStyle, in_palette, read_house
from papers.layout import Layout, lay_out

REPORT = "quarterly-performance-report"
COVER = "cabinet-cover-report"
FRONT = "report-front"

SUFFIX = {"docx": ".docx", "pdf": ".pdf", "html": ".html", "text": ".txt"}
"""The formats that can be asked for, and the ends of their files' names."""


def claims(fmt: str, *, attach_data: bool = False) -> tuple[str, ...]:
    """What a format's files claim to be: PDFs PDF/UA-1 and PDF/A-2a, or PDF/A-3a where they carry their data."""
    return ("ua1", "3a" if attach_data else "2a") if fmt == "pdf" else ()


@dataclass(frozen=True)
class Paper:
    """One paper, laid out once: Word's contents and the PDF show the same page numbers."""

    info: PaperInfo
    document: Document
    house: HouseStyle
    template: bytes
    rendered: bytes | None = None
    """The officer's own Word file, where the paper is written by a template."""
    attach_data: bool = False
    """Whether the PDF carries the figures that it prints."""

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
        from papers.writers.figures import printed_figures
        from papers.writers.pdf import Attachment, write_pdf

        described = f"The figures that the paper prints: {self.document.title}, {self.document.period}"
        data = [Attachment(f"{self.info.name}.csv", printed_figures(self.document), "text/csv", described)] if self.attach_data else []
        return write_pdf(self.document, self.house, self.layout, data)

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
    attach_data: bool = False
    """Whether PDFs carry the figures that they print."""
    front: bytes | None = None
    """The officers' template of title pages, where they have one."""

    @cached_property
    def house(self) -> HouseStyle:
        """The house style as the template says."""
        return read_house(self.template)

    @cached_property
    def full_report(self) -> Paper:
        """The whole report, to which the cover report refers by page."""
        return self._drafted(PaperInfo(REPORT, self.report.dataset.info.title))

    def paper(self, info: PaperInfo, first_page: int = 1) -> Paper:
        """The paper: rendered from the officer's template, in the look of that template, where there is one; else drafted.

        `first_page` is the number that the full report's first page shows, in a pack another than 1: the cover report names its pages.
        """
        if info.name == REPORT:
            return self.full_report
        return self._rendered(info, first_page) if info.name in self.officers_templates else self._drafted(info)

    def _drafted(self, info: PaperInfo) -> Paper:
        document = draft(self.report.dataset, self.report.assessed, info.name)
        document = self._fronted(document) if self.front and document.sections[0].title_page else document
        document = in_palette(document, self.house)
        return Paper(info, document, self.house, self.template, attach_data=self.attach_data)

    def _fronted(self, document: Document) -> Document:
        """The document with the officers' title page in the place of its own. PapersError where a paper can't carry what it holds."""
        from papers.readers.word import read_word
        from papers.templating import render

        name = f"{FRONT}.docx"
        fields = front_fields(document, cover_fields(self.report.dataset, self.report.assessed))
        made = read_word(render(self.front or b"", name, fields))
        refused = [replace(each, place=replace(each.place, file=name)) for each in made.problems if each.level == "error"]
        if refused:
            raise PapersError(refused)
        return replace(document, sections=(*made.document.sections, *document.sections[1:]))

    def _rendered(self, info: PaperInfo, first_page: int) -> Paper:
        from papers.readers.word import read_word
        from papers.templating import render
        from papers.writers.word.carrying import carrying

        pages = {each: page + first_page - 1 for each, page in self.full_report.layout.page_of.items()}
        fields = cover_fields(self.report.dataset, self.report.assessed, pages)
        rendered = render(self.officers_templates[info.name], f"{info.name}.docx", fields)
        document = read_word(rendered).document
        return Paper(info, document, read_house(rendered), self.template, carrying(rendered, document), self.attach_data)


def paper_of(report: Report, folder: Path, name: str) -> Paper | None:
    """The paper of that name as the report in `folder` makes it now, with the folder's own templates; None where it makes none of that name."""
    info = next((each for each in papers_of(report.dataset) if each.name == name), None)
    return composer_for(report, folder / "templates").paper(info) if info else None


def composer_for(report: Report, own: Path | None = None, house: Path | None = None) -> Composer:
    """A composer with the templates in the folder `own`, and the shipped ones for those it lacks.

    `house` is another house template, a file or the name of a shipped one. The shipped cover report takes the look of the house;
    an officer's own keeps its look. PapersError where there is no such house template.
    """

    def find(name: str) -> Path | None:
        path = own / name if own else None
        return path if path and path.is_file() else None

    usual, shipped = shipping.template("house.docx"), shipping.template(f"{COVER}.docx")
    chosen_house = (house_file(house) if house else find("house.docx")) or usual
    template, cover, front = chosen_house.read_bytes(), find(f"{COVER}.docx"), find(f"{FRONT}.docx")
    covering = (cover or shipped).read_bytes()
    if cover is None and chosen_house != usual:
        from papers.templating import dressed

        covering = dressed(covering, template)
    return Composer(report, template, {COVER: covering}, front=front.read_bytes() if front else None)


def house_file(house: Path) -> Path:
    """The file of a house template: the path, or a shipped one by its name. PapersError where there is neither."""
    found = next((each for each in (house, shipping.template(f"{house.stem}.docx")) if each.is_file()), None)
    if found is None:
        raise PapersError([problem("no-such-file", Place(file=str(house)), name=house.name)])
    return found


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
