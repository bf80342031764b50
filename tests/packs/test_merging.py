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
from tests.packs.parts import reopened, saved

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
    """The paper on a page with no white about its picture, turned."""
    data = pictured()
    left, bottom, right, _ = picture_on(data)
    with reopened(data) as pdf:
        pdf.pages[0].obj["/MediaBox"] = pikepdf.Array([left - 2, bottom - 2, right + 2, 842])
        pdf.pages[0].obj["/Rotate"] = turn
        return saved(pdf)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_box_of_a_figure_follows_its_picture_where_a_page_is_moved(turn):
    before = tightened(turn)
    part = prepare("A map", before, Place(), "p-")
    pack = merge([Sheaf("5", "5. A map", (part,), "Agenda Item 5")], ABOUT).data
    assert picture_on(pack) != pytest.approx(picture_on(before), abs=1)
    assert figure_box(before) == pytest.approx(picture_on(before), abs=1)
    assert figure_box(pack) == pytest.approx(picture_on(pack), abs=1)
