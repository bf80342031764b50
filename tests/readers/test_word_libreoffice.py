"""What LibreOffice saves is read back as it was sent: it drops controls' tags, tables' titles and what charts say in words."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import papers
from papers.document import Commentary, Document, Paragraph, Run, Section, walk
from papers.layout import lay_out
from papers.readers.word import Read, read_word, sent_document
from papers.writers.word import write_word
from tests.conftest import ROOT
from tests.layout import stress
from tests.word.sample import house, template

pytestmark = pytest.mark.libreoffice


def written(document: Document) -> bytes:
    return write_word(document, template(), house(), lay_out(document, house()).page_of)


def saved(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it."""
    (folder / "in").mkdir()
    (folder / "in" / "paper.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "in" / "paper.docx")], check=True, capture_output=True, timeout=300)
    return (folder / "paper.docx").read_bytes()


def changed(data: bytes, part: str, before: str, after: str) -> bytes:
    """The file with words of one part replaced, which stand there once."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            text = package.read(name)
            if name == part:
                assert text.count(before.encode()) == 1
                text = text.replace(before.encode(), after.encode())
            made.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("report", ["kent-2013-14-q3", "fernshire-2025-26/q2"])
def test_a_shipped_report_that_libreoffice_saved_is_read_back_as_it_was_sent(report: str, tmp_path: Path) -> None:
    document = papers.draft(papers.read(ROOT / "data" / report), "quarterly-performance-report").document
    data = saved(written(document), tmp_path)
    read = read_word(data)
    assert sent_document(data) == document
    assert read.document == document
    assert read.program.startswith("LibreOffice")
    assert {problem.level for problem in read.problems} == {"advice"}
    assert Counter(problem.code for problem in read.problems)["word-controls-restored"] == 1
    assert read.restored


def test_every_node_keeps_its_place_and_nothing_is_lost(tmp_path: Path) -> None:
    document = stress.every_node()
    read = read_word(saved(written(document), tmp_path))
    assert [each.id for each in walk(read.document)] == [each.id for each in walk(document)]
    assert [type(each) for each in walk(read.document)] == [type(each) for each in walk(document)]


def edited(tmp_path: Path) -> Read:
    blocks = (
        Commentary("a/commentary", "Commentary", (Paragraph("a/commentary/1", (Run("What the officer wrote."),)),)),
        Paragraph("a/status", (Run("Computed and kept."),)),
        Commentary("b/commentary", "Commentary", (), "Say why.", "Mr Smith"),
    )
    data = saved(written(Document("p", "Title", (Section("s", blocks),), "Kent")), tmp_path)
    return read_word(changed(data, "word/document.xml", "What the officer wrote.", "What she typed in LibreOffice."))


def test_words_typed_in_libreoffice_are_in_their_commentary(tmp_path: Path) -> None:
    first, status, second = edited(tmp_path).document.sections[0].blocks
    assert first == Commentary("a/commentary", "Commentary", (Paragraph("a/commentary/1", (Run("What she typed in LibreOffice."),)),))
    assert status == Paragraph("a/status", (Run("Computed and kept."),))
    assert second == Commentary("b/commentary", "Commentary", (), "Say why.", "Mr Smith")


def test_without_the_copy_the_words_are_there_and_no_id_is_guessed(tmp_path: Path) -> None:
    document = stress.every_node()
    data = saved(written(document), tmp_path)
    bare = re.sub(rb"<sent>.*?</sent>", b"", zipfile.ZipFile(io.BytesIO(data)).read("customXml/item1.xml"), flags=re.DOTALL)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            made.writestr(name, bare if name == "customXml/item1.xml" else package.read(name))
    read = read_word(out.getvalue())
    assert not read.restored
    assert sent_document(out.getvalue()) is None
    ids = {each.id for each in walk(replace(document, sections=document.sections))}
    assert not ids & {each.id for each in walk(read.document)}
