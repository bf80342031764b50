"""LibreOffice shows the file as our own layout has it: every heading and every page of the contents on the same page."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

import papers
from papers.document import Document, headings, plain
from papers.layout import Layout, lay_out
from papers.writers.word import write_word
from tests.conftest import KENT
from tests.layout import stress
from tests.word.sample import house, paper, template

pytestmark = pytest.mark.libreoffice


def rendered(data: bytes, folder: Path) -> pypdf.PdfReader:
    """The file as LibreOffice prints it."""
    (folder / "paper.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "paper.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return pypdf.PdfReader(folder / "paper.pdf")


def outline(reader: pypdf.PdfReader) -> Iterator[tuple[str, int]]:
    """Each heading with the page that LibreOffice puts it on."""

    def entries(items) -> Iterator[tuple[str, int]]:
        for each in items:
            if isinstance(each, list):
                yield from entries(each)
            else:
                yield " ".join(each.title.split()), reader.get_destination_page_number(each) + 1

    return entries(reader.outline)


def expected(document: Document, layout: Layout) -> list[tuple[str, int]]:
    return [(" ".join(plain(each.inlines).split()), layout.page_of[each.id]) for each in headings(document)]


def kent() -> Document:
    return papers.draft(papers.read(KENT), "quarterly-performance-report").document


@pytest.mark.parametrize(
    "make", [lambda: paper(12), lambda: paper(3, draft="DRAFT"), stress.every_node, kent], ids=["sample", "draft", "every-node", "kent"]
)
def test_headings_stand_on_the_same_pages(make, tmp_path):
    document = make()
    layout = lay_out(document, house())
    found = rendered(write_word(document, template(), house(), layout.page_of), tmp_path)
    assert list(outline(found)) == expected(document, layout)
    assert len(found.pages) == layout.page_count


def test_words_chips_and_fields_are_shown_as_they_are_written(tmp_path):
    document = paper(2)
    found = rendered(write_word(document, template(), house(), lay_out(document, house()).page_of), tmp_path)
    text = " ".join(" ".join(page.extract_text() for page in found.pages).split())
    for words in ("19 of the 35 indicators", "Green", "See the first indicator on page 5", "Commentary by the service"):
        assert words in text
    assert "DOCPROPERTY" not in text
    assert "HYPERLINK" not in text
