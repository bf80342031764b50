"""The Document that strains a writer most is valid, says what the text writer says, in its order, and is the same bytes each time."""

import io
import re
import subprocess
from functools import cache

import pikepdf
import pytest

from papers.document import Chart, Document, Picture, walk
from papers.inspection import inspect_pdf
from papers.layout import Layout, lay_out
from papers.writers.figures import printed_figures
from papers.writers.pdf import Attachment, write_pdf
from papers.writers.text import write_text
from tests.layout import ordeal, stress
from tests.papers.reading import PdfText, tokens, words_of_pdf, words_of_text
from tests.papers.test_words import differences
from tests.pdf.validators import quick_failures, verapdf_failures


@cache
def whole() -> tuple[Document, Layout, bytes]:
    document = ordeal.ordeal()
    layout = lay_out(document, stress.house())
    return document, layout, write_pdf(document, stress.house(), layout)


@cache
def with_data() -> bytes:
    document, _, _ = whole()
    layout = lay_out(document, stress.house())
    return write_pdf(document, stress.house(), layout, [Attachment("figures.csv", printed_figures(document), "text/csv", "Its figures")])


def test_it_has_a_forty_page_table_and_four_hundred_links():
    _, layout, data = whole()
    assert layout.page_count > 90
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert sum(len(page.get("/Annots", [])) for page in pdf.pages) >= ordeal.LINKS
    table = layout.page_of["ordeal/lists"] - layout.page_of["long/table"]
    assert table >= 40


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_quick_validator_accepts_it(profile):
    assert quick_failures(whole()[2], profile) == []


@pytest.mark.verapdf
def test_verapdf_accepts_it_with_and_without_its_data(tmp_path):
    (tmp_path / "two.pdf").write_bytes(whole()[2])
    (tmp_path / "three.pdf").write_bytes(with_data())
    assert verapdf_failures("ua1,2a", tmp_path / "two.pdf") == []
    assert verapdf_failures("ua1,3a", tmp_path / "three.pdf") == []


def test_our_own_inspection_has_nothing_against_it():
    assert [each.check.name for each in inspect_pdf(whole()[2], "whole.pdf").findings if not each.holds] == []


def test_its_structure_says_what_the_text_writer_says():
    document, layout, data = whole()
    wanted = words_of_text(write_text(document, layout.page_of), None)
    assert differences(wanted, words_of_pdf(PdfText(data))) == []


@pytest.mark.libreoffice
def test_poppler_reads_from_the_structure_what_the_text_writer_says(tmp_path):
    document = stress.every_node()
    layout = lay_out(document, stress.house())
    (tmp_path / "paper.pdf").write_bytes(write_pdf(document, stress.house(), layout))
    told = subprocess.run(["pdfinfo", "-struct-text", str(tmp_path / "paper.pdf")], capture_output=True, text=True, check=True).stdout
    body, notes = _said(told, document)
    text = write_text(document, layout.page_of)
    for note in notes:
        assert f"\n\n{note}\n\n" in text
        text = text.replace(f"\n\n{note}\n\n", "\n\n")
    assert len(notes) == 2
    assert differences(list("".join(words_of_text(text, None))), list("".join(tokens(iter(body))))) == []


def _said(told: str, document: Document) -> tuple[list[str], list[str]]:
    """What poppler lists, in order, and notes by themselves; figures by their text alternatives, list items without labels."""
    alternatives = iter([each.alt for each in walk(document) if isinstance(each, (Chart, Picture)) and each.alt])
    body, notes = [], []
    within, element = 0, ""
    for line in told.splitlines():
        depth = len(line) - len(line.lstrip())
        within, element = (within, element) if depth > within else (0, "")
        words = re.fullmatch(r'\s*"(.*)"', line)
        if not element and re.match(r"\s*(?:Figure|Lbl|Note)\b", line):
            within, element = depth, line.split()[0].rstrip(":")
            body += [next(alternatives)] if element == "Figure" else []
        elif words and element in ("", "Note"):
            (notes if element else body).append(words[1])
    return body, notes
