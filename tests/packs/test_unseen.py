"""Words that a Word file shows to nobody are found before a pack would show them to all."""

from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from papers.commands.pack import pack
from papers.packs.unseen import unseen_words
from tests.packs.test_agenda import MEETING
from tests.packs.test_closed_and_open import paper
from tests.packs.test_supplements import codes, words

SECRET = "The sealed tender of the preferred bidder was the lowest."
WHITE, GREY, RED = RGBColor(255, 255, 255), RGBColor(190, 190, 190), RGBColor(200, 0, 0)


def shade(properties, fill):
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), fill)
    properties.append(shading)


def written(write):
    file = docx.Document()
    file.add_paragraph("Members are asked to note this report.")
    write(file)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def run_of(change):
    """A paragraph of one run."""
    return lambda file: change(file.add_paragraph().add_run(SECRET))


def coloured(colour):
    return run_of(lambda run: setattr(run.font.color, "rgb", colour))


def styled(kind):
    def write(file):
        style = file.styles.add_style("Faint", kind)
        style.font.color.rgb = WHITE
        below = file.styles.add_style("Below", kind)
        below.base_style = style
        if kind == WD_STYLE_TYPE.PARAGRAPH:
            file.add_paragraph(SECRET, style=below)
        else:
            file.add_paragraph().add_run(SECRET, style=below)

    return write


def marked(colour, ink=None):
    def change(run):
        run.font.highlight_color = colour
        if ink is not None:
            run.font.color.rgb = ink

    return run_of(change)


def on_shading(fill, ink):
    def write(file):
        paragraph = file.add_paragraph()
        shade(paragraph._p.get_or_add_pPr(), fill)
        paragraph.add_run(SECRET).font.color.rgb = ink

    return write


def in_cell(fill, style=None):
    def write(file):
        cell = file.add_table(1, 1, style=style).cell(0, 0)
        if fill:
            shade(cell._tc.get_or_add_tcPr(), fill)
        cell.paragraphs[0].add_run(SECRET).font.color.rgb = WHITE

    return write


def in_header(file):
    file.sections[0].header.paragraphs[0].add_run(SECRET).font.color.rgb = WHITE


UNSEEN = {
    "white": coloured(WHITE),
    "nearly white": coloured(RGBColor(250, 250, 245)),
    "of one point": run_of(lambda run: setattr(run.font, "size", Pt(1))),
    "white by a paragraph's style": styled(WD_STYLE_TYPE.PARAGRAPH),
    "white by a character's style": styled(WD_STYLE_TYPE.CHARACTER),
    "under a black marker": marked(WD_COLOR_INDEX.BLACK),
    "black under a black marker": marked(WD_COLOR_INDEX.BLACK, RGBColor(0, 0, 0)),
    "black on black shading": on_shading("000000", RGBColor(0, 0, 0)),
    "white in a cell": in_cell(None),
    "white in a white cell": in_cell("FFFFFF"),
    "white in a header": in_header,
}
SEEN = {
    "red": coloured(RED),
    "grey": coloured(GREY),
    "small": run_of(lambda run: setattr(run.font, "size", Pt(6))),
    "under a yellow marker": marked(WD_COLOR_INDEX.YELLOW),
    "white under a black marker": marked(WD_COLOR_INDEX.BLACK, WHITE),
    "white on blue shading": on_shading("1F3864", WHITE),
    "white in a dark cell": in_cell("1F3864"),
    "white in a table with shading by its style": in_cell(None, "Medium Shading 1 Accent 1"),
    "an empty line of one point": lambda file: setattr(file.add_paragraph().add_run(" ").font, "size", Pt(1)),
}


@pytest.mark.parametrize("way", UNSEEN)
def test_words_that_nobody_sees_are_found(way):
    assert unseen_words(written(UNSEEN[way])) == (SECRET,)


@pytest.mark.parametrize("way", SEEN)
def test_words_that_are_seen_are_none_of_them(way):
    assert unseen_words(written(SEEN[way])) == ()


@pytest.mark.parametrize("way", ["white", "of one point", "under a black marker"])
def test_an_officers_file_with_such_words_is_refused_with_the_words(tmp_path, way):
    (tmp_path / "report.docx").write_bytes(written(UNSEEN[way]))
    (tmp_path / "agenda.toml").write_text(f"{MEETING}\n{paper(1, 'Report', 'report.docx')}", "utf-8")
    assert codes(lambda: pack(tmp_path / "agenda.toml", tmp_path / "out")) == ["pack-unseen-words"]


def test_words_that_a_style_hides_are_left_out_of_the_pack_and_that_is_told(tmp_path):
    def write(file):
        style = file.styles.add_style("Secret", WD_STYLE_TYPE.PARAGRAPH)
        style.font.hidden = True
        file.add_paragraph(SECRET, style=style)

    (tmp_path / "report.docx").write_bytes(written(write))
    (tmp_path / "agenda.toml").write_text(f"{MEETING}\n{paper(1, 'Report', 'report.docx')}", "utf-8")
    made = pack(tmp_path / "agenda.toml", tmp_path / "out")
    assert "sealed tender" not in " ".join(words(tmp_path / "out" / "agenda-pack.pdf"))
    assert [each.code for each in made.problems if "sealed tender" in each.message] == ["word-left-out"]
