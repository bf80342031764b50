"""Word files and images of other officers: laid out by us where a paper shows all that they show, printed by LibreOffice or refused else."""

from __future__ import annotations

import shutil
import zipfile
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from papers.commands import pack_sources
from papers.commands.pack import pack
from papers.errors import PapersError
from tests.packs.test_agenda import MEETING
from tests.packs.test_pack import item, paper
from tests.readers.test_word_beside import paper as ours
from tests.readers.test_word_from_anyone import control, para, run
from tests.readers.word_files import word_file
from tests.word.sample import written

STRUCK = word_file(para(run("We will spend ") + run("900,000 pounds", "<w:strike/>")))
DATED = word_file(para(run("Words of an officer")), control('<w:tag w:val="ReportDate"/><w:date/>'))


def packed(folder, name, data, **keys):
    (folder / name).write_bytes(data)
    (folder / "agenda.toml").write_text(MEETING + item("1", "Depots", paper("Paper of an officer", file=name, **keys)), "utf-8")
    return pack(folder / "agenda.toml", folder / "out")


def text(packed):
    pdf = pypdfium2.PdfDocument(next(each.path for each in packed.files if each.item).read_bytes())
    return pdf[0].get_textpage().get_text_range()


def codes(packed):
    return [each.code for each in packed.problems]


def test_without_libreoffice_a_file_that_shows_more_than_a_paper_is_refused_with_the_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(pack_sources, "converter", lambda: None)
    with pytest.raises(PapersError) as refused:
        packed(tmp_path, "struck.docx", STRUCK)
    (problem,) = refused.value.problems
    assert problem.code == "pack-no-converter"
    assert "struck-out text (“900,000 pounds”)" in problem.message
    assert problem.place.block == "item 1, paper 1"


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_that_shows_more_than_a_paper_is_printed_by_libreoffice_and_the_account_says_why(tmp_path):
    made = packed(tmp_path, "struck.docx", STRUCK)
    (problem,) = [each for each in made.problems if each.code == "pack-converted"]
    assert "It holds struck-out text (“900,000 pounds”), which our papers don't show." in problem.message
    assert "900,000 pounds" in text(made)


def test_a_control_of_a_template_is_the_words_in_it(tmp_path):
    made = packed(tmp_path, "dated.docx", DATED)
    assert "pack-converted" not in codes(made)
    assert "1 March 2014" in text(made)


def test_a_field_that_nobody_has_filled_in_stops_the_pack(tmp_path):
    data = word_file(para(), control('<w:tag w:val="T"/><w:showingPlcHdr/>', "Click to enter a date."))
    with pytest.raises(PapersError) as refused:
        packed(tmp_path, "empty.docx", data)
    assert [(each.code, each.value) for each in refused.value.problems] == [("pack-empty-control", "Click to enter a date.")]


def test_hidden_text_is_left_out_and_told(tmp_path):
    made = packed(tmp_path, "hidden.docx", word_file(para(run("Words of an officer") + run(" not for all", "<w:vanish/>"))))
    assert "word-left-out" in codes(made)
    assert "not for all" not in text(made)


@pytest.mark.parametrize(
    ("body", "code"),
    [('<w:p><w:del w:author="A. Smith"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>', "publish-tracked")],
)
def test_changes_stop_the_pack_in_a_file_that_makes_no_paper_too(tmp_path, body, code):
    with pytest.raises(PapersError) as refused:
        packed(tmp_path, "gone.docx", word_file(body))
    assert [each.code for each in refused.value.problems] == [code]


def photograph(size=(300, 200), orientation=1, kind="JPEG"):
    picture = Image.effect_noise(size, 60)
    picture.paste(0, (0, 0, size[0] // 2, size[1] // 2))
    exif = picture.getexif()
    exif[0x0112] = orientation
    out = BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(("name", "data", "keys"), [("dated.docx", DATED, {}), ("map.jpg", photograph(), {"alt": "A map"})])
def test_what_is_no_paper_of_ours_gets_no_running_head(tmp_path, name, data, keys):
    made = packed(tmp_path, name, data, **keys)
    assert text(made).count("Paper of an officer") == (name == "map.jpg")
    assert "Fernshire" not in text(made)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_an_image_that_ends_before_its_last_line_is_refused(tmp_path, kind):
    data = photograph(kind=kind)
    cut = data[: len(data) // 2] + (data[-12:] if kind == "PNG" else b"")
    with pytest.raises(PapersError) as refused:
        packed(tmp_path, f"cut.{'png' if kind == 'PNG' else 'jpg'}", cut, alt="A map")
    assert [each.code for each in refused.value.problems] == ["pack-picture"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_as_its_camera_was_held(tmp_path, orientation):
    """The dark corner lies where the orientation puts the first row and column (Exif 2.3, 4.6.4)."""
    made = packed(tmp_path, "photo.jpg", photograph(orientation=orientation), alt="A map")
    pdf = pikepdf.open(next(each.path for each in made.files if each.item))
    (image,) = pdf.pages[0].get_images().values()
    shown = pikepdf.PdfImage(image).as_pil_image().convert("L")
    wide, high = shown.size
    assert (wide > high) == (orientation < 5)
    corner = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[orientation]
    quarters = {
        (x, y): shown.crop((x * wide // 2, y * high // 2, (x + 1) * wide // 2, (y + 1) * high // 2)) for x in (0, 1) for y in (0, 1)
    }
    darkest = min(quarters, key=lambda each: sum(quarters[each].tobytes()))
    assert darkest == corner


def test_struck_out_text_in_a_paper_of_ours_is_told(tmp_path):
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(written(ours()))) as archive, zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:body>", b"<w:body>" + para(run("No more", "<w:strike/>")).encode(), 1)
            made.writestr(name, part)
    made = packed(tmp_path, "ours.docx", out.getvalue())
    assert "pack-converted" not in codes(made)
    assert ["No more" in each.message for each in made.problems if each.code == "word-words-kept"] == [True]
