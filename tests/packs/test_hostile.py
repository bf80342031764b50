"""Hostile and damaged PDFs: refused with the reason, or made harmless and told. Nothing active gets through."""

from __future__ import annotations

import datetime as dt

import pikepdf
import pytest

from papers.errors import PapersError, Place
from papers.packs.merging import Sheaf, merge
from papers.packs.preparing import prepare
from papers.writers.pdf.xmp import About
from tests.packs.parts import DEFUSED, HARMLESS, REFUSED, reopened

PLACE = Place(file="agenda.toml", block="item 5, paper 1")
ABOUT = About("Pack", "Fernshire", "Agenda", dt.date(2014, 3, 14))
ACTIVE = (
    b"/JavaScript",
    b"/JS",
    b"/Launch",
    b"/GoToR",
    b"/RichMedia",
    b"/EmbeddedFile",
    b"/FileAttachment",
    b"/AA",
    b"/AcroForm",
    b"javascript:",
)


def packed(data):
    part = prepare("Part", data, PLACE, "p-")
    return part, merge([Sheaf("5", "5. Part", (part,), "Agenda Item 5")], ABOUT)


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_no_pack_takes_is_refused_with_its_item(name):
    make, code = REFUSED[name]
    with pytest.raises(PapersError) as refused:
        prepare("Part", make(), PLACE, "p-")
    (problem,) = refused.value.problems
    assert (problem.code, problem.place) == (code, PLACE)


@pytest.mark.parametrize("name", DEFUSED)
def test_what_is_active_or_private_is_taken_out_and_told(name):
    make, code = DEFUSED[name]
    part, pack = packed(make())
    assert code in [each.code for each in part.problems]
    with reopened(pack.data) as pdf:
        held = b" ".join(each.unparse(resolved=False) for each in pdf.objects if isinstance(each, (pikepdf.Dictionary, pikepdf.Array)))
        assert [word for word in ACTIVE if word in held] == []
        assert not pdf.attachments
        assert not pdf.is_encrypted


@pytest.mark.parametrize("name", HARMLESS)
def test_a_strange_file_makes_a_sound_pack(name):
    _, pack = packed(HARMLESS[name]())
    with reopened(pack.data) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_what_a_form_shows_becomes_part_of_the_page():
    _, pack = packed(DEFUSED["a form"][0]())
    with reopened(pack.data) as pdf:
        assert "/Annots" not in pdf.pages[0]
        shown = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"]
        assert any(b"Typed" in each for each in shown)


def test_remarks_are_in_no_object_of_the_pack():
    _, pack = packed(DEFUSED["remarks"][0]())
    with reopened(pack.data) as pdf:
        assert not any(b"Is this right" in each.unparse(resolved=False) for each in pdf.objects if isinstance(each, pikepdf.Dictionary))
