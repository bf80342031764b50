"""Names in every European language are read as they are written; a character that no font has is named with its cell."""

import shutil
import unicodedata

import pytest

from papers.commands.check import check
from papers.intake import read_report
from tests.conftest import KENT

NAMES = ("Łukasz Żółć", "Șerban", "Ŵyn Ŷ", "Γιώργος", "Иван")


@pytest.fixture
def folder(tmp_path):
    """A copy of the Kent report."""
    return shutil.copytree(KENT, tmp_path / "report")


def named(folder, name):
    """Give the first directorate of the folder another director."""
    file = folder / "directorates.csv"
    file.write_text(file.read_text("utf-8").replace("Mike Hill", name), "utf-8")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_read_in_letters_that_fonts_have_however_it_was_typed(folder, name, form):
    named(folder, unicodedata.normalize(form, name))
    assert any(name in str(each) for each in read_report(folder).directorates)


def test_a_character_that_no_font_has_is_named_with_its_cell(folder):
    named(folder, "Mike 漢 Hill")
    found = [each for each in check(folder).problems if each.code == "character-without-glyph"]
    assert [(each.value, each.place.file) for each in found][:1] == [("漢", "directorates.csv")]
    assert found[0].place.row
    assert found[0].place.column
    assert "U+6F22" in found[0].message
