"""Every Word file keeps the accessibility rules that a script can decide; and each rule would find its breach."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.papers.accessibility import RULES, contrast, findings
from tests.word.opened import parts

DOCUMENT, SETTINGS, STYLES, CORE = "word/document.xml", "word/settings.xml", "word/styles.xml", "docProps/core.xml"
BLANK = "<w:p/>"
TABLE = '<w:tbl><w:tblPr><w:tblCaption w:val="Inner"/><w:tblLook w:firstRow="1"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'

BREACHES = {
    "title": (CORE, "<dc:title>", "<dc:title/><dc:description>", "</dc:title>", "</dc:description>"),
    "language": (STYLES, '<w:lang w:val="en-GB"', '<w:lang w:val="en-US"'),
    "compatibility": (SETTINGS, 'w:val="15"', 'w:val="12"'),
    "protection": (SETTINGS, "<w:compat>", '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:compat>'),
    "heading_order": (DOCUMENT, '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading4"/>'),
    "blank_paragraphs": (DOCUMENT, "<w:body>", f"<w:body>{BLANK}{BLANK}"),
    "typed_labels": (DOCUMENT, "<w:body>", "<w:body><w:p><w:r><w:t>• An item</w:t></w:r></w:p>"),
    "alignment": (DOCUMENT, "<w:body>", '<w:body><w:p><w:pPr><w:jc w:val="both"/></w:pPr></w:p>'),
    "underlines": (DOCUMENT, "<w:body>", '<w:body><w:p><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>Note</w:t></w:r></w:p>'),
    "link_words": (DOCUMENT, "<w:body>", '<w:body><w:p><w:hyperlink w:anchor="x"><w:r><w:t>Click here</w:t></w:r></w:hyperlink></w:p>'),
    "text_size": (DOCUMENT, "<w:body>", '<w:body><w:p><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>Small</w:t></w:r></w:p>'),
    "running_size": ("word/footer1.xml", "<w:r>", '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>Small</w:t></w:r><w:r>'),
    "text_contrast": (DOCUMENT, "<w:body>", '<w:body><w:p><w:r><w:rPr><w:color w:val="999999"/></w:rPr><w:t>Pale</w:t></w:r></w:p>'),
    "colour_alone": (DOCUMENT, "<w:body>", '<w:body><w:p><w:r><w:rPr><w:shd w:fill="00693E"/></w:rPr><w:t>\u00a0</w:t></w:r></w:p>'),
    "header_rows": (DOCUMENT, "<w:tblHeader/>", ""),
    "header_cells": (DOCUMENT, "<w:tblHeader/></w:trPr>", "<w:tblHeader/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc>"),
    "table_names": (DOCUMENT, "<w:tblCaption ", "<w:tblOverlap "),
    "nested_tables": (DOCUMENT, "<w:tc>", f"<w:tc>{TABLE}"),
    "alternatives": (DOCUMENT, ' descr="', ' title="'),
    "inline_drawings": (DOCUMENT, "<wp:inline", "<wp:anchor", "</wp:inline>", "</wp:anchor>"),
    "chart_size": ("word/charts/chart1.xml", 'sz="1000"', 'sz="800"'),
    "chart_contrast": ("word/charts/chart1.xml", 'val="12436D"', 'val="C9D5E5"'),
}
"""For each rule a part and words of it that are replaced, so that the rule is broken."""


def broken(data: bytes, part: str, *replaced: str) -> bytes:
    """The file with words of one part replaced."""
    every = parts(data)
    text = every[part].decode()
    for old, new in zip(replaced[::2], replaced[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in {**every, part: text.encode()}.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.fixture(scope="module")
def sample(built) -> bytes:
    """A short paper with a chart, tables and a heading of level 2."""
    return min(
        (each for each in built if b"word/charts/chart1.xml" in each.word and "directorate" in each.name), key=lambda each: len(each.word)
    ).word


def test_no_word_file_breaks_a_rule(built):
    told = {each.name: [f"{one.rule}: {one.place}: {one.what}" for one in findings(each.word)][:5] for each in built}
    assert {name: found for name, found in told.items() if found} == {}


def test_every_rule_has_a_breach_to_find():
    assert {rule.__name__ for rule in RULES} == set(BREACHES)


@pytest.mark.parametrize("rule", BREACHES)
def test_the_rule_finds_its_breach(sample, rule):
    assert rule not in {each.rule for each in findings(sample)}
    assert rule in {each.rule for each in findings(broken(sample, *BREACHES[rule]))}


def test_contrast_is_what_wcag_says():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
