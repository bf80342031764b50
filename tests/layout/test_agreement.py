"""The same pages in the PDF and in the Word file, as LibreOffice sets it: what docs/page-measure.md is for."""

import re
import subprocess
from pathlib import Path

import pytest

from papers.document import headings, plain
from papers.layout import lay_out
from papers.writers.word import write_word
from tests.layout import stress

TEMPLATE = Path(__file__).parents[2] / "templates" / "house.docx"


def pages_in_libreoffice(word: bytes, folder: Path) -> list[str]:
    """The text of each page of a Word file."""
    (folder / "paper.docx").write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "paper.docx")]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    text = subprocess.run(["pdftotext", str(folder / "paper.pdf"), "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in text.split("\f")][:-1]


@pytest.mark.libreoffice
@pytest.mark.parametrize("make", [stress.every_node, lambda: stress.report(6), lambda: stress.long_document(120)])
def test_headings_stand_on_the_same_pages_in_word_and_pdf(make, tmp_path):
    document, house = make(), stress.house()
    layout = lay_out(document, house)
    pages = pages_in_libreoffice(write_word(document, TEMPLATE.read_bytes(), house, layout.page_of), tmp_path)
    assert len(pages) == layout.page_count
    for heading in headings(document):
        words = re.sub(r"\s+", " ", plain(heading.inlines))[:40]
        assert words in pages[layout.page_of[heading.id] - 1], heading.id
