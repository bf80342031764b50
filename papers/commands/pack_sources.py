"""The papers of an agenda fetched: reports of ours built, Word files and images laid out, PDFs as they are."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from papers import shipping
from papers.commands.compose import COVER, REPORT, Composer, composer_for
from papers.commands.files import reported
from papers.commands.publish_word import house_of, open_questions
from papers.commands.report import open_report
from papers.document import Document, Heading, Picture, Run, Section
from papers.drafting import named, papers_of
from papers.errors import PapersError, Place, Problem, problem
from papers.house import HouseStyle, read_house
from papers.packs import Agenda, Part
from papers.packs.assembling import Key
from papers.packs.checks import IMAGES, PDF
from papers.packs.sources import Drawn, Source, Starts, drawn
from papers.readers.pictures import PictureError, picture_size
from papers.readers.word import read_word

OFFICE = ("soffice", "libreoffice")
PATIENCE = 180
"""Seconds after which LibreOffice is given up."""
EXPORT = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"2"}}'
ASK_PDF = "Ask its author for a tagged PDF, or mend what is named."


class Gatherer:
    """Fetches the papers of one agenda. Nothing of a paper is opened before it is asked for."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self._composers: dict[Path, Composer] = {}

    def sources(self, *, closed: bool) -> dict[Key, Source]:
        """The papers open to the public, or those that are not. PapersError with every one that can't be had."""
        found: dict[Key, Source] = {}
        refused: list[Problem] = []
        for item in self.agenda.items:
            for n, part in enumerate(item.parts):
                if part.to_follow or part.secrecy.restricted != closed:
                    continue
                try:
                    found[item.number, n] = self._source((item.number, n), part)
                except PapersError as stopped:
                    refused += [each if each.place.block else replace(each, place=part.place) for each in stopped.problems]
        if refused:
            raise PapersError(refused)
        return found

    def _source(self, key: Key, part: Part) -> Source:
        if part.report:
            return self._ours(key, part, part.report)
        assert part.file
        with reported(part.file):
            data = part.file.read_bytes()
        suffix = part.file.suffix.lower()
        if suffix in PDF:
            return Source(part.place, data)
        if suffix in IMAGES:
            return _of_document(key, part.place, self._image(part, data), self._house())
        return _word(key, part.place, part.file, data)

    def _ours(self, key: Key, part: Part, folder: Path) -> Source:
        """A paper built from its report. The cover report names the pages that the report has in the pack."""
        composer = self._composers.get(folder)
        if composer is None:
            house = self.agenda.settings.house
            composer = self._composers[folder] = composer_for(open_report(folder), folder / "templates", house)
        (info, *_) = named(papers_of(composer.report.dataset), part.paper)
        report = self._key_of(folder, REPORT)

        def draw(starts: Starts) -> Drawn:
            told = replace(composer, first_page=starts.get(report, 1)) if info.name == COVER and report else composer
            paper = told.paper(info)
            return drawn(paper.document, paper.house, starts.get(key, 1))

        return Source(part.place, draw=draw)

    def _key_of(self, folder: Path, paper: str) -> Key | None:
        """Where a paper of a report stands in the agenda, None where it does not."""
        parts = [((item.number, n), part) for item in self.agenda.items for n, part in enumerate(item.parts)]
        return next((key for key, part in parts if part.report == folder and part.paper == paper), None)

    def _image(self, part: Part, data: bytes) -> Document:
        """A page of ours with the picture under its title."""
        assert part.file
        try:
            media_type, width, height = picture_size(data)
        except PictureError as error:
            raise PapersError([problem("pack-picture", part.place, name=part.file.name, why=str(error))]) from None
        blocks = (Heading("image/title", 1, (Run(part.named),)), Picture("image/picture", data, media_type, part.alt, width, height))
        agenda = self.agenda
        return Document(
            paper="image",
            title=part.named,
            sections=(Section("image", blocks),),
            organisation=agenda.organisation,
            language=agenda.language,
            date=agenda.published,
        )

    def _house(self) -> HouseStyle:
        return read_house((self.agenda.settings.house or shipping.template("house.docx")).read_bytes())


def _of_document(key: Key, place: Place, document: Document, house: HouseStyle, problems: tuple[Problem, ...] = ()) -> Source:
    return Source(place, draw=lambda starts: drawn(document, house, starts.get(key, 1)), problems=problems)


def _word(key: Key, place: Place, path: Path, data: bytes) -> Source:
    """A Word file as our reader reads it; printed by LibreOffice where it holds what a paper can't carry."""
    if path.suffix.lower() != ".docx":
        return _printed(place, path, "it is no Word file of today's kind")
    read = read_word(data, "accepted")
    undecided = [replace(each, place=place) for each in open_questions(read, path.name, "refuse", None)]
    if any(each.level == "error" for each in undecided):
        raise PapersError([each for each in undecided if each.level == "error"])
    faults = [each for each in read.problems if each.level == "error"]
    if faults:
        return _printed(place, path, faults[0].message)
    return _of_document(key, place, read.document, house_of(data), tuple(undecided))


def _printed(place: Place, path: Path, fault: str) -> Source:
    """The file printed by LibreOffice, saying so. PapersError where it is not installed or fails."""
    program = next((found for name in OFFICE if (found := shutil.which(name))), None)
    if program is None:
        raise PapersError([problem("pack-no-converter", place, name=path.name, fault=fault, ask=ASK_PDF)])
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copyfile(path, Path(folder) / f"paper{path.suffix.lower()}")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", EXPORT, "--outdir", folder, str(copy)]
        why = _run(command)
        made = copy.with_suffix(".pdf")
        if not made.is_file():
            raise PapersError([problem("pack-converter-failed", place, name=path.name, why=why or "it wrote nothing")])
        return Source(place, made.read_bytes(), problems=(problem("pack-converted", place, name=path.name, fault=fault),))


def _run(command: list[str]) -> str:
    """Run LibreOffice; why it failed, "" where it did not."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603 - its own path, no shell
    except subprocess.TimeoutExpired:
        return f"it took longer than {PATIENCE} seconds"
    return done.stderr.strip()[:200] if done.returncode else ""
