"""The papers of an agenda fetched: reports of ours built, Word files and images laid out, PDFs as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from papers import shipping
from papers.commands.build import origin_of
from papers.commands.compose import REPORT, Composer, Paper, composer_for
from papers.commands.files import reported, sha256
from papers.commands.pack_reports import Reports, origin_of_ours
from papers.commands.printing import DOCX, PDF, PrintingError, converted, converter
from papers.commands.publish_word import house_of, open_questions
from papers.commands.report import open_report
from papers.document import Document, Heading, Picture, Run, Section
from papers.drafting import named, papers_of
from papers.errors import PapersError, Place, Problem, problem
from papers.house import HouseStyle, read_house
from papers.packs import Agenda, Part
from papers.packs.checks import IMAGES
from papers.packs.checks import PDF as PDFS
from papers.packs.front import Key, public_title
from papers.packs.images import upright
from papers.packs.sources import Source, Starts, drawing, quiet
from papers.packs.unseen import unseen_words
from papers.readers.pictures import PictureError, picture_size
from papers.readers.word import Read, read_word, undecided
from papers.seals import Origin
from papers.wording import listed

MOST_UNSEEN = 10
"""Passages of one file that are quoted."""
ASK_PDF = "Ask its author for a tagged PDF, or mend what is named."
CHANGED = ("word-left-out", "word-words-kept", "word-list-start", "word-link")
"""Kinds of advice on what a paper made of a Word file does not show as the file does."""
FIELD = "A field "
"""How the advice on a field begins: its words are what Word shows, and those that number pages are losses."""


class Gatherer:
    """Fetches the papers of one agenda. Nothing of a paper is opened before it is asked for."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self._composers: dict[Path, Composer] = {}
        self._reports = Reports(agenda)

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
        if suffix in PDFS:
            found = self._pdf(key, part, data)
        elif suffix in IMAGES:
            found = self._of_document(key, part.place, self._image(key, part, data), quiet(self._house()))
        else:
            found = self._word(key, part.place, part.file, data)
        return replace(found, origin=Origin(data=sha256(data)))

    def _pdf(self, key: Key, part: Part, data: bytes) -> Source:
        """A PDF as it is. One that we built before has page numbers of its own, which is told."""
        said = origin_of_ours(data)
        if said is None or not said.data:
            return Source(part.place, data)
        self._reports.take(key, said.paper, said.data)
        return Source(part.place, data, problems=(problem("pack-own-numbers", part.place, value=part.named),))

    def _ours(self, key: Key, part: Part, folder: Path) -> Source:
        """A paper built from its report. The cover report names the pages that the report has in the pack."""
        composer = self._composer(folder)
        (info, *_) = named(papers_of(composer.report.dataset), part.paper)
        self._reports.take(key, info.name, composer.report.dataset.checksum, lambda: composer.full_report.layout.page_of)
        report = self._key_of(folder, REPORT)

        @cache
        def paper(first: int) -> Paper:
            return composer.paper(info, first)

        def settle(starts: Starts) -> tuple[Document, HouseStyle]:
            own = paper(self._reports.seen(key, starts).get(report, 1) if report else 1)
            return self._reports.settled(own.document, key, starts), own.house

        return Source(part.place, draw=drawing(key, settle), origin=origin_of(composer, info.name))

    def _composer(self, folder: Path) -> Composer:
        if folder not in self._composers:
            self._composers[folder] = composer_for(open_report(folder), folder / "templates", self.agenda.settings.house)
        return self._composers[folder]

    def _key_of(self, folder: Path, paper: str) -> Key | None:
        """Where a paper of a report stands in the agenda, None where it does not."""
        parts = [((item.number, n), part) for item in self.agenda.items for n, part in enumerate(item.parts)]
        return next((key for key, part in parts if part.report == folder and part.paper == paper), None)

    def _image(self, key: Key, part: Part, data: bytes) -> Document:
        """A page of ours with the picture under its title, of an open paper that which the public may read."""
        assert part.file
        try:
            data = upright(data)
            media_type, width, height = picture_size(data)
        except PictureError as error:
            raise PapersError([problem("pack-picture", part.place, name=part.file.name, why=str(error))]) from None
        title = part.named if part.secrecy.restricted else public_title(self.agenda.item(key[0]), part)
        blocks = (Heading("image/title", 1, (Run(title),)), Picture("image/picture", data, media_type, part.alt, width, height))
        agenda = self.agenda
        return Document(
            paper="image",
            title=title,
            sections=(Section("image", blocks),),
            organisation=agenda.organisation,
            language=agenda.language,
            date=agenda.published,
        )

    def _word(self, key: Key, place: Place, path: Path, data: bytes) -> Source:
        """A Word file as our reader reads it; printed by LibreOffice where it holds what a paper can't carry."""
        if path.suffix.lower() != ".docx":
            fault = "it is no Word file of today's kind"
            today = _converted(place, path, data, fault, DOCX)
            _refuse_unseen(place, path, today)
            told = _undecided(place, path, read_word(today, from_anyone=True))
            return _printed(place, path, data, fault, told)
        _refuse_unseen(place, path, data)
        try:
            read = read_word(data, from_anyone=True)
        except PapersError as refused:
            if any(each.code != "word-not-ours" for each in refused.problems):
                raise
            _refuse_undecided(place, data)
            return _printed(place, path, data, f"Our papers can't show it: {refused.problems[0].message}", ())
        told = _undecided(place, path, read)
        fault = _lost(read)
        if fault:
            return _printed(place, path, data, fault, told)
        house = house_of(data) if read.ours else quiet(house_of(data))
        return self._of_document(key, place, read.document, house, (*told, *_changed(place, path, read)))

    def _of_document(self, key: Key, place: Place, document: Document, house: HouseStyle, problems: tuple[Problem, ...] = ()) -> Source:
        """A paper that we lay out for its place. If it is of a report of ours, its references say the pack's pages."""
        ours = bool(document.checksum)
        if ours:
            self._reports.take_document(key, document, house)

        def settle(starts: Starts) -> tuple[Document, HouseStyle]:
            return self._reports.settled(document, key, starts) if ours else document, house

        return Source(place, draw=drawing(key, settle), problems=problems)

    def _house(self) -> HouseStyle:
        return read_house((self.agenda.settings.house or shipping.template("house.docx")).read_bytes())


def _lost(read: Read) -> str:
    """Why our papers can't show the file as it is, in a sentence; "" where they can. Of a file of ours only what no paper holds counts."""
    faults = [each.message for each in read.problems if each.level == "error"]
    if read.losses:
        shown = listed([f"{each.what} (“{each.words}”)" if each.words else each.what for each in read.losses])
        faults.append(f"It holds {shown}, which our papers don't show.")
    if not read.ours:
        faults += [each.message for each in read.problems if each.code == "word-words-kept" and not each.message.startswith(FIELD)]
    return faults[0] if faults else ""


def _changed(place: Place, path: Path, read: Read) -> Iterator[Problem]:
    """What the paper does not say as the file does, such as hidden text that is left out, or struck-out text in a paper of ours."""
    for each in read.problems:
        if each.code in CHANGED:
            yield replace(each, place=replace(place, file=place.file or path.name), message=f"{path.name}: {each.message}")


def _refuse_unseen(place: Place, path: Path, data: bytes) -> None:
    """PapersError for words that the Word file shows to nobody and that a paper made of it, or its print, would show."""
    unseen = unseen_words(data)
    if unseen:
        raise PapersError(problem("pack-unseen-words", place, name=path.name, value=each) for each in unseen[:MOST_UNSEEN])


def _undecided(place: Place, path: Path, read: Read) -> tuple[Problem, ...]:
    """Advice on what nobody decided. PapersError for comments, tracked changes and prompts: LibreOffice would print changes as they stand."""
    found = [replace(each, place=place) for each in open_questions(read, path.name, "refuse", None)]
    found += [problem("pack-empty-control", place, name=path.name, value=each) for each in read.prompts]
    if any(each.level == "error" for each in found):
        raise PapersError([each for each in found if each.level == "error"])
    return tuple(found)


def _refuse_undecided(place: Place, data: bytes) -> None:
    """PapersError for comments and tracked changes of a file that makes no Document."""
    comments, changes = undecided(data)
    found = [problem("publish-comment", place, value=each.text, by=each.author or "somebody") for each in comments if not each.resolved]
    found += [problem("publish-tracked", place, value=each.text, by=each.author or "Somebody", what=each.kind) for each in changes]
    if found:
        raise PapersError(found)


def _printed(place: Place, path: Path, data: bytes, fault: str, told: tuple[Problem, ...]) -> Source:
    """The file printed by LibreOffice, saying so."""
    pdf = _converted(place, path, data, fault, PDF)
    return Source(place, pdf, problems=(*told, problem("pack-converted", place, name=path.name, fault=_stopped(fault))))


def _stopped(fault: str) -> str:
    """The fault with a full stop: what to do follows it."""
    return f"{fault.rstrip('.')}."


def _converted(place: Place, path: Path, data: bytes, fault: str, to: str) -> bytes:
    """What LibreOffice makes of the file. PapersError where it is not installed or fails."""
    program = converter()
    if program is None:
        raise PapersError([problem("pack-no-converter", place, name=path.name, fault=_stopped(fault), ask=ASK_PDF)])
    try:
        return converted(program, data, path.suffix.lower(), to)
    except PrintingError as failed:
        raise PapersError([problem("pack-converter-failed", place, name=path.name, why=str(failed))]) from None
