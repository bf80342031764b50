"""Independent validators accept every file: page-validation and veraPDF the PDFs, Microsoft's Open XML SDK, openxml-audit and python-docx the Word files."""

import io
import zipfile

import docx
import pypdf
import pytest
from openxml_audit import OpenXmlValidator

from tests.pdf.validators import QUICK, quick_failures, verapdf_failures
from tests.word.opened import ooxml_faults


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


@pytest.mark.ooxml
def test_microsofts_own_validator_accepts_every_word_file(built):
    told = {each.name: ooxml_faults(each.file("docx")) for each in built}
    assert {name: faults[:5] for name, faults in told.items() if faults} == {}


@pytest.mark.ooxml
def test_microsofts_own_validator_finds_what_is_broken(built, tmp_path):
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(io.BytesIO(built[0].word)) as whole, zipfile.ZipFile(broken, "w") as out:
        for each in whole.infolist():
            data = whole.read(each)
            out.writestr(each, data.replace(b"<w:tab/>", b"<w:tabb/>", 1) if each.filename == "word/document.xml" else data)
    assert ooxml_faults(broken)


def test_python_docx_opens_every_word_file(built):
    for each in built:
        opened = docx.Document(io.BytesIO(each.word))
        assert opened.core_properties.title == each.paper.document.title, each.name
        assert opened.sections, each.name


@pytest.mark.libreoffice
def test_libreoffice_converts_every_word_file(built, in_libreoffice):
    for each in built:
        assert pypdf.PdfReader(in_libreoffice[each.name]).pages, each.name
