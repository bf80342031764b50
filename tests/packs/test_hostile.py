"""Hostile and damaged PDFs: refused with the reason, or made harmless and told. Nothing active gets through."""

from __future__ import annotations

import base64
import datetime as dt
import time
import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from papers.errors import PapersError, Place
from papers.packs.merging import Sheaf, merge
from papers.packs.preparing import prepare
from papers.packs.unpacking import unpacked_size
from papers.writers.pdf.xmp import About
from tests.packs.parts import DEFUSED, HARMLESS, REFUSED, plain, reopened

PLACE = Place(file="agenda.toml", block="item 5, paper 1")
ABOUT = About("Pack", "Fernshire", "Agenda", dt.date(2014, 3, 14))
ACTIVE = (
    b"/JavaScript",
    b"/JS",
    b"/Launch",
    b"/GoToR",
    b"/GoToE",
    b"/SubmitForm",
    b"/ImportData",
    b"/Rendition",
    b"/Named",
    b"/Hide",
    b"/Movie",
    b"/Sound",
    b"/Screen",
    b"/3D",
    b"/Next /",
    b"file:",
    b"server",
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


SECONDS = 10
"""For one part, on a slow machine: a file that takes longer was made to take for ever."""


def test_the_hostile_files_are_many():
    assert len(REFUSED) + len(DEFUSED) + len(HARMLESS) >= 60
    assert len(REFUSED) + len(DEFUSED) >= 45


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_no_pack_takes_is_refused_with_its_item(name):
    make, code = REFUSED[name]
    data, start = make(), time.process_time()
    with pytest.raises(PapersError) as refused:
        prepare("Part", data, PLACE, "p-")
    assert time.process_time() - start < SECONDS
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
    data, start = HARMLESS[name](), time.process_time()
    _, pack = packed(data)
    assert time.process_time() - start < SECONDS
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


def lzw_packed(data):
    """Packed with LZW as a TIFF is, which packs as a PDF does, by Pillow."""
    out = BytesIO()
    Image.frombytes("L", (len(data), 1), data).save(out, "TIFF", compression="tiff_lzw")
    with Image.open(BytesIO(out.getvalue())) as made:
        start, length = made.tag_v2[273][0], made.tag_v2[279][0]
    return out.getvalue()[start : start + length]


@pytest.mark.parametrize("data", [b"a", b"abcabcabc" * 1000, bytes(range(256)) * 40, b" " * 300_000])
def test_the_length_of_what_is_packed_is_found_without_unpacking_it(data):
    with plain() as pdf:
        for packed_data, name in [
            (zlib.compress(data), "FlateDecode"),
            (lzw_packed(data), "LZWDecode"),
        ]:
            stream = pikepdf.Stream(pdf, b"")
            stream.write(packed_data, filter=pikepdf.Name(f"/{name}"))
            assert unpacked_size(stream) == len(data)
        stream = pikepdf.Stream(pdf, b"")
        letters = base64.a85encode(zlib.compress(data)) + b"~>"
        stream.write(letters, filter=pikepdf.Array([pikepdf.Name.ASCII85Decode, pikepdf.Name.FlateDecode]))
        assert unpacked_size(stream) == len(data)
