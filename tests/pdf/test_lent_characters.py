"""Names in every European language print: embedded, said by the text layer, and as wide as layout measured them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pypdf
import pytest

from papers.document import Document, Paragraph, Run, Section, inlines
from papers.house import read_house
from papers.layout import lay_out
from papers.readers.word import read_word
from papers.writers.pdf import write_pdf
from papers.writers.word import write_word
from tests.conftest import ROOT

NAMES = ("Łukasz Żółć", "Șerban", "Ŵyn Ŷ", "Γιώργος", "Иван", "Արամ", "ნინო", "done ✓")
TEMPLATE = (ROOT / "templates" / "house.docx").read_bytes()


def named() -> Document:
    blocks = tuple(Paragraph(f"p{n}", inlines("From ", Run(name, bold=n % 2 == 1), Run(".", figure="x/y"))) for n, name in enumerate(NAMES))
    return Document("names", "Names", (Section("s", blocks),), "Council")


@pytest.mark.parametrize("font", ["Arial", "Times New Roman", "Calibri", "Cambria"])
def test_names_print_in_every_font_and_can_be_copied_out(font):
    house = read_house(TEMPLATE)
    house = replace(house, styles={name: replace(style, font=font) for name, style in house.styles.items()})
    reader = pypdf.PdfReader(io.BytesIO(write_pdf(named(), house, lay_out(named(), house))))
    said = reader.pages[0].extract_text().replace("\n", "")
    for name in NAMES:
        assert name.replace(" ", "") in said.replace(" ", "")
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    assert all("/FontFile2" in each.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for each in fonts)


def test_word_takes_lent_characters_from_the_font_that_the_pdf_takes_them_from():
    house = read_house(TEMPLATE)
    data = write_word(named(), TEMPLATE, house, lay_out(named(), house).page_of)
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert body.count('<w:rFonts w:ascii="DejaVu Sans"') == 3
    assert read_word(data).document == named()
