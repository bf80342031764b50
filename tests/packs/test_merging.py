"""What a part's pages, links and tags become in a pack."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from papers import shipping
from papers.document import Document, Heading, Picture, Run, Section
from papers.errors import Place
from papers.house import read_house
from papers.packs.merging import Sheaf, merge
from papers.packs.preparing import prepare
from papers.packs.sources import drawn
from papers.writers.pdf.xmp import About
from tests.packs.parts import plain, reopened, saved

ABOUT = About("Pack", "Fernshire", "Agenda", dt.date(2014, 3, 14))


def pictured():
    """A tagged paper of ours with a picture."""
    out = BytesIO()
    Image.new("RGB", (300, 200), "teal").save(out, "PNG")
    blocks = (Heading("title", 1, (Run("A map"),)), Picture("map", out.getvalue(), "image/png", "Four sites", 300, 200))
    document = Document("test", "A map", (Section("all", blocks),), "Fernshire", date=dt.date(2014, 3, 14))
    return drawn(document, read_house(shipping.template("house.docx").read_bytes()), 1).pdf()


def picture_on(data):
    """Left, bottom, right and top of the picture on the first page, as pdfium finds it."""
    pdf = pypdfium2.PdfDocument(data)
    found = [each.get_bounds() if hasattr(each, "get_bounds") else each.get_pos() for each in pdf[0].get_objects() if each.type == 3]
    pdf.close()
    return found[0]


def figure_box(data):
    with reopened(data) as pdf:
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        (figure,) = figures
        return tuple(float(edge) for edge in figure.A.BBox)


def tightened(turn):
    """The paper on a page with no white about its picture, turned, and without its words, which would lie outside."""
    data = pictured()
    left, bottom, right, _ = picture_on(data)
    with reopened(data) as pdf:
        pdf.pages[0].obj["/MediaBox"] = pikepdf.Array([left - 2, bottom - 2, right + 2, 842])
        pdf.pages[0].obj["/Rotate"] = turn
        wordless = [each for each in pikepdf.parse_content_stream(pdf.pages[0]) if str(each.operator) not in ("Tj", "TJ")]
        pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(wordless))
        return saved(pdf)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_box_of_a_figure_follows_its_picture_where_a_page_is_moved(turn):
    before = tightened(turn)
    part = prepare("A map", before, Place(), "p-")
    pack = merge([Sheaf("5", "5. A map", (part,), "Agenda Item 5")], ABOUT).data
    assert picture_on(pack) != pytest.approx(picture_on(before), abs=1)
    assert figure_box(before) == pytest.approx(picture_on(before), abs=1)
    assert figure_box(pack) == pytest.approx(picture_on(pack), abs=1)


def merged(data):
    return merge([Sheaf("5", "5. A map", (prepare("A map", data, Place(), "p-"),), "Agenda Item 5")], ABOUT).data


def test_what_a_page_did_not_show_is_not_seen_where_it_is_moved():
    red, seen = b"1 0 0 rg 0 0 595 199 re f 0 800 595 42 re f ", b"0 0 1 rg 0 200 595 599 re f"
    with plain(content=red + seen) as pdf:
        pdf.pages[0].obj.CropBox = pikepdf.Array([0, 200, 595, 799])
        pack = merged(saved(pdf))
    drawn = pypdfium2.PdfDocument(pack)
    colours = {colour for _, colour in drawn[0].render().to_pil().convert("RGB").getcolors(100_000)}
    drawn.close()
    assert (0, 0, 255) in colours
    assert not [colour for colour in colours if colour[0] > 150 and colour[1] < 100]


def test_a_page_in_larger_units_keeps_its_size():
    with plain(content=b"0 0 1 rg 100 400 50 50 re f") as pdf:
        pdf.pages[0].obj.UserUnit = 2
        pack = merged(saved(pdf))
    with reopened(pack) as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox] == [0, 0, 1190, 1684]
        assert "/UserUnit" not in pdf.pages[0].obj
    drawn = pypdfium2.PdfDocument(pack)
    (box,) = [each.get_bounds() for each in drawn[0].get_objects() if each.type == 2]
    drawn.close()
    assert box == pytest.approx((200, 800, 300, 900), abs=2)
