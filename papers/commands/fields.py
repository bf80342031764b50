"""`papers fields` and `papers preview`: what a Word template can use, with its values now, and a template rendered to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from papers import shipping
from papers.commands.compose import COVER, Composer, composer_for
from papers.commands.files import write_whole
from papers.commands.report import Report, open_report
from papers.drafting import TEMPLATES, Field, cover_fields, described, example_agenda, example_supplement, front_fields
from papers.errors import PapersError, Place, Problem, problem

HOUSE = "house"
FRONT, AGENDA, SUPPLEMENT = (name for name in TEMPLATES if name != COVER)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one template with their values in one report."""

    template: str
    fields: tuple[Field, ...]

    def as_json(self) -> dict[str, object]:
        """The schema papers.fields/1."""
        return {"schema": "papers.fields/1", "template": self.template, "fields": [each.as_json() for each in self.fields]}


@dataclass(frozen=True, slots=True)
class Previewed:
    """The files that a preview wrote, and what a house template has that the PDF has not."""

    paths: tuple[Path, ...]
    pages: int
    problems: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The schema papers.preview/1."""
        said = [each.as_json() for each in self.problems]
        return {"schema": "papers.preview/1", "pages": self.pages, "files": [each.as_posix() for each in self.paths], "problems": said}


def fields(folder: Path, template: str = COVER) -> Fields:
    """The fields that the template of that name can use. PapersError for a name that none has."""
    if template not in TEMPLATES:
        near = (get_close_matches(template, TEMPLATES, 1, 0.0) or TEMPLATES)[0]
        raise PapersError([problem("no-such-template", name=template, near=near, choices=", ".join(TEMPLATES))])
    report = open_report(folder)
    words = [band.word for band in report.assessed.scheme.bands]
    return Fields(template, described(_values(report, template, _composer(report, folder)), template, words))


def preview(template: str, folder: Path, out: Path | None = None, comments: Path | None = None) -> Previewed:
    """Render the template, a file or the name of one, with the report's fields, as a Word file and beside it a PDF.

    A house template, whose name begins with "house", is shown by the whole report in its look. `out` is the Word file, by default the template's name with "-preview". `comments` is where a copy of a faulty template goes,
    with each error as a Word comment. PapersError with every error, also where the copy is written.
    """
    from papers.templating import commented, examine

    path = _found(template, folder)
    report = open_report(folder)
    if path.stem.startswith(HOUSE):
        return _in_house(report, folder, path, out or Path(f"{path.stem}-preview.docx"))
    values = _values(report, path.stem, _composer(report, folder))
    data = path.read_bytes()
    findings = examine(data, path.name, values).findings
    if findings and comments:
        write_whole(comments, commented(data, findings))
    if findings:
        raise PapersError([each.problem for each in findings])
    return _written(data, path, values, out or Path(f"{path.stem}-preview.docx"))


def _written(data: bytes, path: Path, values: Mapping[str, object], out: Path) -> Previewed:
    from papers.house import read_house
    from papers.layout import lay_out
    from papers.readers.word import read_word
    from papers.templating import render
    from papers.writers.pdf import write_pdf

    rendered = render(data, path.name, values)
    document, house = read_word(rendered).document, read_house(rendered, path.name)
    layout = lay_out(document, house)
    write_whole(out, rendered)
    write_whole(out.with_suffix(".pdf"), write_pdf(document, house, layout))
    return Previewed((out, out.with_suffix(".pdf")), layout.page_count)


def _in_house(report: Report, folder: Path, path: Path, out: Path) -> Previewed:
    from papers.house import unfollowed

    paper = composer_for(report, _own(folder), path).full_report
    write_whole(out, paper.as_bytes("docx"))
    write_whole(out.with_suffix(".pdf"), paper.as_bytes("pdf"))
    return Previewed((out, out.with_suffix(".pdf")), paper.layout.page_count, unfollowed(path.read_bytes(), path.name))


def _own(folder: Path) -> Path:
    """The folder of the report's own templates."""
    return (folder if folder.is_dir() else folder.parent) / "templates"


def _composer(report: Report, folder: Path) -> Composer:
    return composer_for(report, _own(folder))


def _values(report: Report, template: str, composer: Composer) -> Mapping[str, object]:
    """The fields by name: those of the front and of front sheets for their templates, the cover report's for all others."""
    if template in (AGENDA, SUPPLEMENT):
        return {AGENDA: example_agenda, SUPPLEMENT: example_supplement}[template](report.dataset)
    paper = composer.full_report
    found = cover_fields(report.dataset, report.assessed, paper.layout.page_of)
    return front_fields(paper.document, found) if template == FRONT else found


def _found(template: str, folder: Path) -> Path:
    """The template's file: the path itself, or by its name in the report's own templates, or among the shipped ones."""
    named = f"{Path(template).stem}.docx"
    places = (Path(template), _own(folder) / named, shipping.template(named))
    path = next((each for each in places if each.is_file()), None)
    if path is None:
        raise PapersError([problem("no-such-file", Place(file=template), name=template)])
    return path
