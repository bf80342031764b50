"""Words of headers, footers and the title, which papers make themselves: what differs from what was sent is told and kept."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from papers.document import Document, Paragraph, Section, inlines
from papers.house import read_house
from papers.readers.word import Dropped, Read, read_authored, read_word
from papers.writers.word import write_word
from tests.conftest import ROOT
from tests.readers.test_word_copy import with_part
from tests.readers.word_files import WORD, para, word_file

DOCUMENT = Document(
    "p",
    "Performance report",
    (Section("s", (Paragraph("s/1", inlines("One.")),), title_page=True),),
    "Kent",
    period="Quarter 3",
    notice="Figures of January",
    draft="DRAFT, version 2",
)
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>'
CORE = "docProps/core.xml"


def written(name: str = "house") -> bytes:
    template = (ROOT / "templates" / f"{name}.docx").read_bytes()
    return write_word(DOCUMENT, template, read_house(template), {})


def running(data: bytes, kind: str) -> str:
    """The name of the part that stands on the pages after the first."""
    package = zipfile.ZipFile(BytesIO(data))
    names = [name for name in package.namelist() if name.startswith(f"word/{kind}") and b"<w:r>" in package.read(name)]
    return names[0]


def changed(part: str, before: str, after: str) -> Read:
    def change(text: str) -> str:
        assert before in text
        return text.replace(before, after, 1)

    return read_word(with_part(written(), part, change))


@pytest.mark.parametrize("name", ["house", "house-serif"])
def test_headers_footers_and_the_title_as_they_were_sent_are_no_change(name: str) -> None:
    read = read_word(written(name))
    assert (read.problems, read.dropped) == ((), ())


@pytest.mark.parametrize(("kind", "what"), [("header", "The header"), ("footer", "The footer")])
def test_words_typed_in_a_header_or_footer_are_told_and_kept(kind: str, what: str) -> None:
    part = running(written(), kind)
    root = "</w:hdr>" if kind == "header" else "</w:ftr>"
    read = changed(part, root, f"<w:p><w:r><w:t>For members only</w:t></w:r></w:p>{root}")
    assert read.dropped == (Dropped(what, "For members only", "", part),)
    assert [(each.code, each.value, each.place.block) for each in read.problems] == [("word-running-changed", "For members only", part)]


def test_a_word_changed_in_a_header_is_shown_beside_what_was_sent() -> None:
    read = changed(running(written(), "header"), "DRAFT, version 2", "DRAFT, version 9")
    assert ("DRAFT, version 9", "DRAFT, version 2") in {(each.words, each.sent) for each in read.dropped}


def test_words_typed_over_what_a_field_shows_are_told() -> None:
    part = next(
        name
        for name in zipfile.ZipFile(BytesIO(written())).namelist()
        if name.startswith("word/header") and b"Running title" in zipfile.ZipFile(BytesIO(written())).read(name)
    )
    read = changed(part, ">Performance report, Quarter 3<", ">Performance report, Quarter 4<")
    assert any("Quarter 4" in each.words for each in read.dropped)


def test_a_changed_title_is_told_and_kept() -> None:
    read = changed(CORE, "<dc:title>Performance report<", "<dc:title>Another report<")
    assert Dropped("The title", "Another report", "", CORE, "Performance report") in read.dropped


def test_a_draft_mark_that_was_taken_out_everywhere_is_told() -> None:
    data = written()
    for part in [name for name in zipfile.ZipFile(BytesIO(data)).namelist() if name.startswith("word/header")]:
        data = with_part(data, part, lambda text: text.replace("DRAFT, version 2", ""))
    read = read_word(data)
    assert [(each.code, each.value, each.data) for each in read.problems] == [("word-running-changed", "nothing", "DRAFT, version 2")]
    assert read.dropped == ()


def test_words_of_headers_in_an_officers_own_file_are_told_and_kept() -> None:
    header = f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>Highways</w:t></w:r></w:p></w:hdr>'
    read = read_authored(
        word_file(para("One."), SECTION, parts={"word/header1.xml": header}, links=(("rIdH", "header", "header1.xml"),)), "x"
    )
    assert read.dropped == (Dropped("The header", "Highways", "", "word/header1.xml"),)
    assert [each.code for each in read.problems] == ["word-left-out"]
