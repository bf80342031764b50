"""The copy of the sent Document in the file: exact, never the answer, and enough to find blocks whose controls are gone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from papers.document import Bullets, Commentary, Document, Heading, Paragraph, Picture, Run, Section, Table, plain, walk
from papers.errors import PapersError
from papers.readers.word import read_word, sent_document
from papers.serial import GONE, picture_key
from tests.readers.documents import documents
from tests.readers.test_word_law import written
from tests.readers.word_files import para, png, word_file

MAIN, COPY = "word/document.xml", "customXml/item1.xml"
quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def part_of(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for each in package.namelist():
            part = package.read(each)
            made.writestr(each, change(part.decode()) if each == name else part)
    return out.getvalue()


def without_controls(data: bytes) -> bytes:
    """The file as LibreOffice would leave it at worst: no control bears an id, none stands in another."""

    def bare(text: str) -> str:
        text = re.sub(
            r"<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*<w:showingPlcHdr/></w:sdtPr><w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\1", text
        )
        return re.sub(r"<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>|</w:sdtContent></w:sdt>", "", text)

    return with_part(data, MAIN, bare)


def simple(*blocks: Paragraph | Commentary | Heading | Table | Bullets | Picture) -> Document:
    return Document("p", "Title", (Section("s", blocks),), "Kent")


@quick
@given(documents())
def test_the_copy_is_the_document_that_was_sent(document: Document) -> None:
    assert sent_document(written(document)) == document


@quick
@given(documents(), documents())
def test_anothers_copy_changes_nothing_of_what_is_read(document: Document, other: Document) -> None:
    data = with_part(written(document), COPY, lambda _: part_of(written(other), COPY))
    read = read_word(data)
    assert read.document == document
    assert {each.code for each in read.problems} <= {"word-running-changed"}


@quick
@given(documents())
def test_blocks_whose_controls_are_all_gone_are_found_by_their_bookmarks(document: Document) -> None:
    read = read_word(without_controls(written(document)))
    inner = {item.nested.id for each in walk(document) if isinstance(each, Bullets) for item in each.items if item.nested}
    sent = [each.id for each in walk(document) if each.id not in inner]
    found = [each.id for each in walk(read.document)]
    assert [each for each in sent if each not in found] == []
    assert said(read.document) == said(document)
    assert "word-controls-restored" in [each.code for each in read.problems]


def said(document: Document) -> list[str]:
    """The words of headings, paragraphs and tables in reading order."""
    out = []
    for each in walk(document):
        match each:
            case Heading(inlines=inlines) | Paragraph(inlines=inlines):
                out.append(plain(inlines))
            case Table(rows=rows):
                out += [plain(cell.inlines) for row in rows for cell in row.cells]
    return out


def test_a_block_whose_control_alone_was_removed_in_word_is_found_again() -> None:
    document = simple(Paragraph("s/1", (Run("One."),)), Paragraph("s/2", (Run("Two."),)), Paragraph("s/3", (Run("Three."),)))
    data = with_part(
        written(document),
        MAIN,
        lambda text: re.sub(r'<w:sdt><w:sdtPr><w:tag w:val="s/2"/>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>', r"\1", text),
    )
    assert '"s/2"' not in part_of(data, MAIN)
    read = read_word(data)
    assert read.document == document
    assert read.restored == ("s/2",)


def test_words_typed_after_a_block_that_lost_its_control_follow_it_as_a_block_of_their_own() -> None:
    document = simple(Paragraph("s/1", (Run("One."),)), Paragraph("s/2", (Run("Two."),)))
    data = with_part(
        without_controls(written(document)),
        MAIN,
        lambda text: text.replace("One.</w:t></w:r></w:p>", f"One.</w:t></w:r></w:p>{para('Typed.')}"),
    )
    read = read_word(data)
    assert [plain(each.inlines) for each in walk(read.document) if isinstance(each, Paragraph)] == ["One.", "Typed.", "Two."]
    assert [each.id for each in read.document.sections[0].blocks][::2] == ["s/1", "s/2"]


def test_a_file_without_a_copy_has_none() -> None:
    assert sent_document(word_file(para("Words"))) is None


@pytest.mark.parametrize(
    "copy", ["", "<p", '<!DOCTYPE x><paper xmlns="urn:papers:paper"/>', '<paper xmlns="urn:papers:paper"><sent>{}</sent></paper>']
)
def test_a_copy_that_says_no_document_is_none(copy: str) -> None:
    data = with_part(written(simple(Paragraph("s/1", (Run("One."),)))), COPY, lambda _: copy)
    assert sent_document(data) is None


def test_a_file_that_may_not_be_opened_is_refused() -> None:
    with pytest.raises(PapersError):
        sent_document(b"MZ")


def test_a_picture_that_was_deleted_from_the_file_is_taken_from_those_given() -> None:
    document = simple(Picture("s/1", png(), "image/png", "A map", 9, 9))
    data = written(document)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for each in package.namelist():
            if not each.startswith("word/media/"):
                made.writestr(each, package.read(each))
    assert sent_document(out.getvalue(), {picture_key(png()): png()}) == document
    bare = sent_document(out.getvalue())
    assert bare is not None
    (picture,) = bare.sections[0].blocks
    assert isinstance(picture, Picture)
    assert picture.data == GONE
