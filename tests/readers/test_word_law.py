"""The law of the round trip: what is written as a Word file is read back as the same Document, from the file's content alone."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papers.assess import assess
from papers.document import Document, Paragraph, Run, Section
from papers.drafting import draft
from papers.house import HouseStyle, read_house
from papers.intake import read_report
from papers.metrics import missing
from papers.readers.word import read_word
from papers.writers.word import write_word
from tests.conftest import ROOT
from tests.readers.documents import documents

TEMPLATE = (ROOT / "templates" / "house.docx").read_bytes()


@cache
def house() -> HouseStyle:
    return read_house(TEMPLATE)


def written(document: Document) -> bytes:
    return write_word(document, TEMPLATE, house(), defaultdict(lambda: 1))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_a_document_written_as_a_word_file_is_read_back_the_same(document: Document) -> None:
    read = read_word(written(document))
    assert read.document == document
    assert read.problems == ()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_in_another_house_with_numbered_headings_it_is_read_back_the_same(document: Document) -> None:
    template = (ROOT / "templates" / "house-serif.docx").read_bytes()
    assert read_word(write_word(document, template, read_house(template), defaultdict(lambda: 1))).document == document


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_no_custom_xml_part_is_needed_to_read_it_back(document: Document) -> None:
    """The embedded parts serve to collect edits, never as the answer."""
    package = zipfile.ZipFile(io.BytesIO(written(document)))
    kept = {name: package.read(name) for name in package.namelist() if not name.startswith("customXml/")}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in kept.items():
            made.writestr(name, data)
    assert read_word(out.getvalue()).document == document


CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff").filter(lambda each: not missing((each,)))


@settings(max_examples=60, deadline=None)
@given(st.text(CHARACTERS, min_size=1, max_size=40))
def test_every_character_that_the_papers_fonts_have_is_kept(words: str) -> None:
    document = Document("p", "Title", (Section("s", (Paragraph("s/1", (Run(words),)),)),), "Kent")
    assert read_word(written(document)).document == document


@pytest.mark.parametrize("report", ["kent-2013-14-q3", "fernshire-2025-26/q2"])
def test_a_shipped_report_is_read_back_the_same(report: str) -> None:
    dataset = read_report(ROOT / "data" / report)
    document = draft(dataset, assess(dataset), "quarterly-performance-report")
    read = read_word(written(document))
    assert read.document == document
    assert read.problems == ()
