"""The house template is read as Word would resolve it."""

import re
import zipfile
from io import BytesIO

import pytest

from papers.document import Contents, Document, Heading, Section, inlines
from papers.errors import PapersError
from papers.house import STYLES, Line, RunningPart, contents_style, read_house
from papers.house.styles import FURTHER_STYLES
from papers.layout import lay_out
from papers.writers.word import write_word
from tests.word.opened import control, find
from tests.word.sample import house, template


def changed(part: str, old: str, new: str, *, count: int = 1) -> bytes:
    """The template with words of one part replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(template())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode()
            if name == part:
                assert old in data
                data = data.replace(old, new, count)
            target.writestr(name, data)
    return out.getvalue()


def style(data: bytes, name: str):
    return read_house(data).styles[name]


def test_every_documented_style_is_read():
    assert set(house().styles) == {*STYLES, *FURTHER_STYLES}


def test_each_level_of_the_contents_has_a_style_of_its_own_where_the_template_has_one():
    assert [contents_style(level, house()) for level in (1, 2, 3, 4)] == ["TOC 1", "TOC 2", "TOC 3", "TOC 4"]
    assert house().styles["TOC 4"].left > house().styles["TOC 3"].left
    without = read_house(changed("word/styles.xml", '<w:name w:val="toc 4"/>', '<w:name w:val="other"/>'))
    assert [contents_style(level, without) for level in (3, 4)] == ["TOC 3", "TOC 3"]


def test_the_contents_in_word_are_set_in_those_styles():
    blocks = (Contents("c", depth=4), *(Heading(f"h/{n}", n, inlines(f"Level {n}")) for n in (1, 2, 3, 4)))
    document = Document("p", "T", (Section("s", blocks),), "O")
    layout = lay_out(document, house())
    found = control(write_word(document, template(), house(), layout.page_of), "c")
    assert find(found, ".//w:pStyle/@w:val")[1:] == ["TOC1", "TOC2", "TOC3", "TOC4"]


def test_the_page_is_a4_with_the_margins_that_page_measure_assumes():
    page = house().page
    assert (page.width, page.height, page.text_width, page.text_height) == (595.3, 841.9, 471.0, pytest.approx(715.0))


def test_a_colour_changed_in_word_is_the_colour_read():
    source = zipfile.ZipFile(BytesIO(template())).read("word/styles.xml").decode()
    own = re.search(r'w:styleId="Heading1">.*?</w:style>', source)[0]
    assert style(changed("word/styles.xml", own, own.replace("12436D", "5B2A86")), "Heading 1").colour == "#5B2A86"


def test_a_style_takes_what_it_does_not_say_from_the_style_it_is_based_on():
    bigger = changed("word/styles.xml", '<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>', "</w:rPr></w:style>")
    assert style(bigger, "Normal").size == 12.0
    assert house().styles["Table Header"].font == "Arial"


def test_the_least_height_of_a_line_is_that_of_the_style_or_of_its_font():
    assert house().styles["Normal"].line == 17.0
    single = changed(
        "word/styles.xml",
        'w:before="0" w:after="160" w:line="340" w:lineRule="atLeast"',
        'w:before="0" w:after="160" w:line="240" w:lineRule="auto"',
    )
    assert style(single, "Normal").line == pytest.approx(12 * 1.149)


def test_theme_fonts_are_looked_up_in_the_theme():
    themed = changed("word/styles.xml", '<w:rFonts w:ascii="Arial"', '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"')
    assert style(themed, "Normal").font == "Arial"


def test_list_styles_know_their_indents_and_labels():
    lists = {name: (found.left, found.hanging, found.bullet) for name, found in house().styles.items() if name.startswith("List")}
    assert lists["List Bullet"] == (17.0, 17.0, "•")
    assert lists["List Bullet 2"] == (34.0, 17.0, "–")
    assert lists["List Number"] == (17.0, 17.0, "1.")
    assert lists["List Number 2"][2] == "a."
    assert lists["List Number 3"][2] == "i."


def test_rules_of_headings_and_tables_are_read():
    assert house().styles["Heading 2"].rule_above == Line(0.75, "#12436D", 8.0)
    assert house().header_line == Line(0.5, "#D5DAE2", 5.0)
    table = house().table
    assert (table.header_line, table.row_line) == (Line(1.0, "#12436D"), Line(0.5, "#D5DAE2"))
    assert (table.pad_left, table.pad_right, table.pad_top, table.pad_bottom) == (0.0, 6.0, 4.0, 4.0)


def test_header_and_footer_are_text_tabs_and_fields():
    assert house().header == (
        RunningPart("field", "STYLEREF Heading 1"),
        RunningPart("tab"),
        RunningPart("field", "DOCPROPERTY Running title"),
    )
    assert house().footer == (
        RunningPart("field", "DOCPROPERTY Notice"),
        RunningPart("tab"),
        RunningPart("text", "Page "),
        RunningPart("field", "PAGE"),
    )


def test_a_missing_style_and_an_unknown_field_are_reported_together():
    lacking = changed("word/styles.xml", '<w:name w:val="Lead"/>', '<w:name w:val="Opening"/>')
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(lacking)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b" PAGE </w:instrText>", b" FILENAME </w:instrText>"))
    with pytest.raises(PapersError) as caught:
        read_house(out.getvalue())
    assert [(p.code, p.value) for p in caught.value.problems] == [("house-style-missing", "Lead"), ("house-field-unknown", " FILENAME ")]


@pytest.mark.parametrize("data", [b"", b"no zip", template()[: len(template()) // 2]])
def test_what_is_no_word_file_is_refused_with_a_sentence(data):
    with pytest.raises(PapersError) as caught:
        read_house(data)
    assert [p.code for p in caught.value.problems] == ["house-not-word"]


def test_the_template_holds_nothing_of_a_tool_that_made_it():
    package = zipfile.ZipFile(BytesIO(template()))
    words = b"".join(package.read(name) for name in package.namelist()).lower()
    for leftover in (b"python", b"generated", b"en-us", b"calibri", b"cambria", b"times new roman"):
        assert leftover not in words


def test_the_template_opens_in_full_mode_and_in_british_english():
    package = zipfile.ZipFile(BytesIO(template()))
    assert b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in package.read("word/settings.xml")
    assert b'<w:lang w:val="en-GB"' in package.read("word/styles.xml")
