"""The PDF: valid, tagged in reading order, the same bytes each time, with working links and bookmarks."""

import io
import os
import re
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import pytest

from papers.document import Bullets, Chart, Commentary, Contents, Document, Heading, Paragraph, Picture, Table, plain, walk
from papers.errors import PapersError
from papers.layout import lay_out
from papers.writers.pdf import Attachment, write_pdf
from papers.writers.pdf.objects import Objects
from tests.layout import stress
from tests.pdf.breakages import elements
from tests.pdf.validators import quick_failures, verapdf_failures

ROOT = Path(__file__).parents[2]


DATA = Attachment("figures (£).csv", b"block,shown\r\nsummary,19\r\n", "text/csv", "The figures that the paper prints")


def pdf_of(document: Document, *attachments: Attachment) -> bytes:
    return write_pdf(document, stress.house(), lay_out(document, stress.house()), attachments)


@cache
def everything() -> bytes:
    return pdf_of(stress.every_node(draft="DRAFT, version 2, data of 5 February 2014"))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_paper_with_every_node_is_valid(profile):
    assert quick_failures(everything(), profile) == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_forty_page_table_is_valid(profile):
    assert quick_failures(pdf_of(stress.long_document(700)), profile) == []


@pytest.mark.verapdf
def test_verapdf_accepts_every_node_long_tables_and_a_report(tmp_path):
    made = {"every": everything(), "long": pdf_of(stress.long_document(120)), "report": pdf_of(stress.report(4))}
    for name, data in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    assert verapdf_failures("ua1,2a", *sorted(tmp_path.glob("*.pdf"))) == []


@pytest.mark.verapdf
def test_verapdf_accepts_the_claim_of_pdfa_3(tmp_path):
    (tmp_path / "three.pdf").write_bytes(pdf_of(stress.every_node(), DATA))
    assert verapdf_failures("ua1,3a", tmp_path / "three.pdf") == []


def test_another_reader_finds_the_attached_data():
    with pikepdf.open(io.BytesIO(pdf_of(stress.every_node(), DATA))) as pdf:
        assert pdf.attachments[DATA.name].get_file().read_bytes() == DATA.data
        assert pdf.Root.AF[0].AFRelationship == pikepdf.Name("/Data")


# --- words


def shown(data: bytes, tmp_path: Path) -> str:
    """All text of the structure tree in reading order."""
    (tmp_path / "paper.pdf").write_bytes(data)
    told = subprocess.run(["pdfinfo", "-struct-text", str(tmp_path / "paper.pdf")], capture_output=True, text=True, check=True).stdout
    return " ".join(" ".join(re.findall(r'^\s*"(.*)"$', told, re.MULTILINE)).split())


def texts(document: Document):
    """What the document says, block by block."""
    for each in walk(document):
        match each:
            case Heading(inlines=inlines) | Paragraph(inlines=inlines) | Picture(caption=inlines):
                yield inlines
            case Table(rows=rows):
                yield from (cell.inlines for row in rows for cell in row.cells)
            case Bullets(items=items):
                yield from (item.inlines for item in items[:1])
            case Commentary(label=label):
                yield label
            case Contents(title=title):
                yield title
            case Chart():
                pass


@pytest.mark.libreoffice
def test_the_structure_says_the_words_of_the_document_in_its_order(tmp_path):
    document = stress.every_node()
    said = shown(pdf_of(document), tmp_path).replace(" ", "")
    place = 0
    for each in texts(document):
        words = each if isinstance(each, str) else plain(each)
        for part in re.split(r"\bpage |provisional|unaudited", words):
            wanted = part.replace(" ", "").replace("\u00a0", "")
            found = said.find(wanted, place)
            assert found >= 0, part
            place = found + len(wanted)


def test_the_text_of_a_page_can_be_copied():
    page = pypdf.PdfReader(io.BytesIO(everything())).pages[2].extract_text()
    for words in ("Tŷ Hywel", "Łódź, Škoda", "Ștefan", "Ελλάδα", "Москва", "council’s"):
        assert words in page


def test_words_at_a_line_end_are_parted_for_screen_readers():
    assert "fewer than last quarter." in " ".join(pypdf.PdfReader(io.BytesIO(everything())).pages[2].extract_text().split())


# --- structure


def test_a_table_over_pages_is_one_table_and_its_header_is_read_once():
    with pikepdf.open(io.BytesIO(pdf_of(stress.long_document(120)))) as pdf:
        assert len(elements(pdf, "/Table")) == 1
        assert len(elements(pdf, "/TH")) == 4 + 120
        assert len(elements(pdf, "/TR")) == 121


def test_a_paragraph_over_pages_is_one_paragraph():
    blocks = tuple(Paragraph(f"p{n}", stress.text(stress.WORDS * 3)) for n in range(12))
    document = Document("p", "P", (stress.Section("s", blocks),), "Kent County Council")
    layout = lay_out(document, stress.house())
    with pikepdf.open(io.BytesIO(write_pdf(document, stress.house(), layout))) as pdf:
        assert len(elements(pdf, "/P")) == 12
        over = [each for each in elements(pdf, "/P") if isinstance(each.get("/K"), pikepdf.Array)]
        assert over
        assert any(isinstance(kid, pikepdf.Dictionary) and kid.Type == "/MCR" for kid in over[0].K)


def test_header_cells_say_what_they_head():
    with pikepdf.open(io.BytesIO(everything())) as pdf:
        heads = elements(pdf, "/TH")
        scopes = {str(each.A.Scope) for each in heads}
        spans = [int(each.A.ColSpan) for each in heads if "/ColSpan" in each.A]
    assert scopes == {"/Column", "/Row"}
    assert sorted(spans) == [3, 3, 7]


def test_an_ornament_is_no_figure_and_a_picture_has_its_text():
    with pikepdf.open(io.BytesIO(everything())) as pdf:
        told = [str(each.Alt) for each in elements(pdf, "/Figure")]
    assert "A bridge over the Medway at dusk" in told
    assert len(told) == 9


def test_a_run_in_another_language_says_so():
    with pikepdf.open(io.BytesIO(everything())) as pdf:
        assert [str(each.Lang) for each in elements(pdf, "/Span") if "/Lang" in each] == ["cy"]


def test_bookmarks_are_the_headings_and_lead_to_their_pages():
    document = stress.every_node()
    layout = lay_out(document, stress.house())
    reader = pypdf.PdfReader(io.BytesIO(write_pdf(document, stress.house(), layout)))

    def flat(entries):
        return [item for each in entries for item in (flat(each) if isinstance(each, list) else [each])]

    found = [(each.title, reader.get_destination_page_number(each) + 1) for each in flat(reader.outline)]
    assert found == [(mark.title, mark.page) for mark in layout.bookmarks]


def test_links_lead_where_they_say():
    document = stress.every_node()
    layout = lay_out(document, stress.house())
    reader = pypdf.PdfReader(io.BytesIO(write_pdf(document, stress.house(), layout)))
    links = [each.get_object() for each in reader.pages[2]["/Annots"]]
    webs = [each["/A"]["/URI"] for each in links if "/A" in each]
    assert set(webs) == {"https://www.kent.gov.uk/about-the-council/", "mailto:performance@example.gov.uk"}
    inner = next(each for each in links if "/Dest" in each)
    assert reader.get_page_number(inner["/Dest"][0].get_object()) + 1 == layout.page_of["cs01/heading"]


def test_the_file_says_what_it_is():
    reader = pypdf.PdfReader(io.BytesIO(everything()))
    assert reader.metadata.title == "Quarterly Performance Report"
    assert reader.metadata.author == "Performance & Evaluation"
    assert str(reader.metadata.creation_date.date()) == "2014-02-05"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    packet = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A<" in packet
    assert "Performance &amp; Evaluation" in packet


# --- bytes


def test_a_stream_may_end_in_a_line_end():
    objects = Objects()
    at = objects.stream(b"ends in CR\r", plain=True)
    root = objects.put("<</Type/Catalog>>")
    assert f"{at} 0 obj\n<</Length 11>>\nstream\nends in CR\r\r\nendstream".encode() in objects.file(root, root)


def test_the_same_paper_is_the_same_bytes_in_any_process():
    script = (
        "import sys, hashlib; from papers.layout import lay_out; from papers.writers.pdf import Attachment, write_pdf; from tests.layout import stress;"
        "d = stress.every_node(draft='DRAFT, version 2, data of 5 February 2014'); h = stress.house();"
        "print(hashlib.sha256(write_pdf(d, h, lay_out(d, h))).hexdigest())"
    )
    digests = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}
        digests.add(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment).stdout)
    assert len(digests) == 1


def test_a_paper_with_only_western_letters_carries_the_small_fonts():
    small = pdf_of(stress.long_document(10))
    assert len(small) < 60_000
    assert b"PAPERW" not in b"".join(
        zlib.decompress(each) for each in re.findall(rb"/Type/ObjStm.*?stream\n(.*?)\r\nendstream", small, re.DOTALL)
    )


def test_the_pictures_bytes_are_carried_once():
    picture = Picture("one", stress.png(), "image/png", "One", 300, 200)
    section = stress.Section("s", (picture, Picture("two", stress.png(), "image/png", "Two", 100, 60)))
    data = pdf_of(Document("p", "P", (section,), "Kent County Council"))
    assert data.count(b"/Subtype/Image") == 2  # the picture and its transparency


def test_bytes_that_are_no_picture_are_refused_by_name():
    section = stress.Section("s", (Picture("logo", b"\x89PNG nonsense", "image/png", "Logo", 300, 200),))
    with pytest.raises(PapersError) as caught:
        pdf_of(Document("p", "P", (section,), "Kent County Council"))
    assert caught.value.problems[0].place.block == "logo"


def test_without_pictures_no_picture_library_is_loaded():
    script = (
        "import sys; from papers.layout import lay_out; from papers.writers.pdf import Attachment, write_pdf; from tests.layout import stress;"
        "d = stress.long_document(5); h = stress.house(); write_pdf(d, h, lay_out(d, h));"
        "print(sorted({'reportlab', 'PIL', 'fontTools', 'pandas', 'docx'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment).stdout.strip() == "[]"
    )
