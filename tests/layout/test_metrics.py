"""Widths and decimal alignment."""

import json
import zlib
from importlib.resources import files

import pytest

from papers.metrics import MissingGlyphError, UnknownFontError, decimal_pads, face, missing, nearest, width
from tests.conftest import liberation_fonts


def test_widths_are_those_of_arial():
    from reportlab.pdfbase.pdfmetrics import stringWidth

    for text in ("Hamburgefonstiv", "0123456789 £%", "Quarterly Performance Report, 2013/14"):
        assert width(text, "Arial", 12) == pytest.approx(stringWidth(text, "Helvetica", 12), rel=0.001)
        assert width(text, "Arial", 12, bold=True) == pytest.approx(stringWidth(text, "Helvetica-Bold", 12), rel=0.001)


def test_text_isnt_kerned():
    assert width("AV", "Arial", 12) == width("A", "Arial", 12) + width("V", "Arial", 12)


def test_a_figure_space_is_as_wide_as_a_digit():
    assert width("\u2007", "Arial", 12) == width("8", "Arial", 12)


def test_the_faces_have_the_same_characters():
    faces = [face("Arial", bold=bold, italic=italic) for bold in (False, True) for italic in (False, True)]
    assert len({frozenset(each.advances) for each in faces}) == 1


@pytest.mark.parametrize("text", ["Ŵyl, Tŷ, gŵyr, ẁ ẃ ẅ ỳ", "Łódź Žilina Győr Țară Ñ ß Ø Ħ ĸ", "Ελληνικά", "Привет", "▲▼■●→≥≤≠−½€…–—‘’“”•"])
def test_the_fonts_have_the_letters_of_europe(text):
    assert missing([text]) == ""


FONTS = ["Arial", "Times New Roman", "Calibri", "Cambria"]
NAMES = ["Łukasz Żółć", "Șerban", "Ŵyn Ŷ", "Γιώργος", "Ὀδυσσεύς", "Иван", "Їжак Ґалаґан", "Đorđe", "Þór", "Արամ", "ნინო", "✓"]  # fmt: skip


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_font_sets_every_european_name_lending_what_it_lacks(font, name):
    for style in ({}, {"bold": True}, {"italic": True}, {"bold": True, "italic": True}):
        own = face(font, **style)
        parts = own.parts(name)
        assert "".join(text for _, text in parts) == name
        assert all(lender.covers(text) for lender, text in parts)
        assert own.measure(name) == pytest.approx(sum(lender.measure(text) for lender, text in parts))
        assert missing([name]) == ""


def test_a_face_lends_only_what_the_font_lacks():
    assert [(part.family, text) for part, text in face("Cambria").parts("Ann Иван")] == [("caladea", "Ann "), ("serif", "Иван")]
    assert [(part.family, text) for part, text in face("Arial").parts("A ნ b")] == [("sans", "A "), ("fallback", "ნ"), ("sans", " b")]


@pytest.mark.parametrize(
    ("font", "near"),
    [("Calibri Light", "Calibri"), ("Cambira", "Cambria"), ("Gill Sans MT", "Arial"), ("Garamond", "Times New Roman"), ("Times", "Times")],
)
def test_the_nearest_font_is_named_for_one_that_is_not_here(font, near):
    assert nearest(font) == near


def test_a_character_without_glyph_is_named():
    with pytest.raises(MissingGlyphError) as caught:
        width("snow ☃, 漢 and 中", "Arial", 12)
    assert caught.value.characters == "中漢"


def test_a_font_without_metrics_is_refused():
    with pytest.raises(UnknownFontError, match="Comic Sans"):
        width("x", "Comic Sans", 12)


def test_the_small_font_files_are_the_first_glyphs_of_the_wide_ones():
    for style in ("regular", "bold", "italic", "bolditalic"):
        table = json.loads((files("papers.fonts") / f"sans-{style}.json").read_text())
        assert len(table["chars"]) == len(table["advances"])
        assert "ŵ" in table["chars"][: table["core"]]
        for tier in ("core", "wide"):
            assert zlib.decompress((files("papers.fonts") / f"sans-{style}.{tier}.z").read_bytes())[:4] == b"\0\1\0\0"


@pytest.mark.libreoffice
@pytest.mark.parametrize(("family", "file"), [("sans", "LiberationSans"), ("serif", "LiberationSerif")])
@pytest.mark.parametrize(("style", "name"), [("regular", "Regular"), ("bold", "Bold"), ("italic", "Italic"), ("bolditalic", "BoldItalic")])
def test_widths_are_those_of_the_liberation_fonts_that_renderers_use(style, name, family, file):
    from fontTools.ttLib import TTFont

    font = TTFont(liberation_fonts()[0].parent / f"{file}-{name}.ttf")
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    table = json.loads((files("papers.fonts") / f"{family}-{style}.json").read_text())
    shared = {c: a for c, a in zip(table["chars"], table["advances"], strict=True) if len(c) == 1 and ord(c) in glyphs}
    assert len(shared) > 600
    wrong = {c: a for c, a in shared.items() if a != advances[glyphs[ord(c)]][0]}
    assert wrong == {}


def test_decimal_points_stand_in_one_line():
    texts = ["84%", "82.5%", "1,234.25%", "–", "n/a"]
    pads = decimal_pads(texts, "Arial", 12)
    points = [
        pad + width(text[text.index("4") + 1 if text == "84%" else text.index(".") :], "Arial", 12)
        for text, pad in zip(texts[:3], pads, strict=False)
    ]
    assert points == pytest.approx([points[0]] * 3)
    assert pads[2] == 0
    assert pads[3] == pytest.approx(points[0])
    assert pads[4] == 0


def test_bold_texts_are_measured_bold():
    assert decimal_pads(["1.5", "10.25"], "Arial", 12, bold=(True, False))[0] == pytest.approx(
        width(".25", "Arial", 12) - width(".5", "Arial", 12, bold=True)
    )
