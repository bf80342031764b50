"""The Document that strains writers most, as Word and as HTML: it says what its text says, and other judges accept it."""

import re
from functools import cache

import pytest
from openxml_audit import OpenXmlValidator

from papers.document import Document, headings
from papers.layout import Layout, lay_out
from papers.readers.word import read_word
from papers.writers.html import write_html
from papers.writers.text import write_text
from papers.writers.word import write_word
from tests.conftest import ROOT
from tests.html.reading import complaints, violations, words_of_html
from tests.layout import ordeal, stress
from tests.papers.reading import words_of_text, words_of_word
from tests.papers.test_words import differences

TEMPLATE = ROOT / "templates" / "house.docx"


@cache
def whole() -> tuple[Document, Layout]:
    document = ordeal.ordeal(60)
    return document, lay_out(document, stress.house())


@cache
def as_word() -> bytes:
    document, layout = whole()
    return write_word(document, TEMPLATE.read_bytes(), stress.house(), layout.page_of)


@cache
def as_html() -> bytes:
    document, layout = whole()
    return write_html(document, stress.house(), layout.page_of)


def test_word_says_what_the_text_says():
    document, layout = whole()
    assert differences(words_of_text(write_text(document, layout.page_of), None), words_of_word(as_word())) == []


def test_word_comes_back_as_it_was():
    assert read_word(as_word()).document == whole()[0]


def test_a_validator_that_knows_words_schemas_accepts_it(tmp_path):
    (tmp_path / "ordeal.docx").write_bytes(as_word())
    assert [str(each) for each in OpenXmlValidator().validate(str(tmp_path / "ordeal.docx")).errors] == []


def test_html_says_what_the_text_says():
    document, layout = whole()
    listed = "|".join(re.escape(heading.name) for heading in headings(document))
    text = re.sub(rf"^( *(?:{listed}))\t\d+$", r"\1", write_text(document, layout.page_of), flags=re.MULTILINE)
    assert differences(words_of_text(text, None), words_of_html(as_html())) == []


@pytest.mark.vnu
def test_the_html_validator_accepts_it(tmp_path):
    (tmp_path / "ordeal.html").write_bytes(as_html())
    assert complaints([tmp_path / "ordeal.html"]) == []


@pytest.mark.chromium
def test_axe_accepts_it(tmp_path):
    assert violations(as_html(), tmp_path) == []
