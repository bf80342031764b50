"""Independent validators accept every file: page-validation and veraPDF the PDFs, openxml-audit and python-docx the Word files."""

import io

import docx
import pypdf
import pytest
from openxml_audit import OpenXmlValidator

from tests.pdf.validators import QUICK, quick_failures, verapdf_failures


@pytest.mark.parametrize("profile", QUICK)
def test_the_quick_validator_accepts_every_pdf(built, profile):
    told = {each.name: quick_failures(each.pdf, profile) for each in built}
    assert {name: failures for name, failures in told.items() if failures} == {}


@pytest.mark.verapdf
def test_verapdf_accepts_every_pdf(built):
    assert verapdf_failures("ua1,2a", *(each.file("pdf") for each in built)) == []


def test_a_validator_that_knows_words_schemas_accepts_reports_and_cover_reports(built):
    whole = [each for each in built if "directorate" not in each.name]  # extracts are parts of the reports
    assert len(whole) == 6
    told = {each.name: [str(error) for error in OpenXmlValidator().validate(str(each.file("docx"))).errors] for each in whole}
    assert {name: errors[:5] for name, errors in told.items() if errors} == {}


def test_python_docx_opens_every_word_file(built):
    for each in built:
        opened = docx.Document(io.BytesIO(each.word))
        assert opened.core_properties.title == each.paper.document.title, each.name
        assert opened.sections, each.name


@pytest.mark.libreoffice
def test_libreoffice_converts_every_word_file(built, in_libreoffice):
    for each in built:
        assert pypdf.PdfReader(in_libreoffice[each.name]).pages, each.name
