"""Page numbers of our papers give way to the pack's: in papers built on the spot, and in Word files that were built, and edited, before."""

from __future__ import annotations

import re

import pytest
from docx import Document as WordFile
from pikepdf import Name
from pypdf import PdfReader

from papers.commands.build import build
from papers.commands.pack import pack
from papers.commands.pack_reports import origin_of_ours
from papers.document import Document, Heading, Paragraph, Run, Section, plain, walk
from papers.packs.references import renumbered, with_summary_moved, with_summary_on
from tests.intake.small_report import write
from tests.packs.parts import as_contents, bomb
from tests.packs.test_agenda import MEETING
from tests.packs.test_pack import CLOSED, FILLED, item, paper

REPORT, COVER = "quarterly-performance-report", "cabinet-cover-report"


def said(text, change):
    document = Document("a", "A", (Section("s", (Heading("h", 1, (Run("A"),)), Paragraph("p", (Run(text),)))),), "Fernshire")
    return plain(next(each for each in walk(change(document)) if isinstance(each, Paragraph)).inlines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See pages 4 to 5 of Appendix 1.", "See pages 16 to 17 (Appendix 1)."),
        ("See page 4 of appendix 1, then page 2 of Annex B.", "See page 16 (appendix 1), then page 31 (Annex B)."),
        ("Page 4 of the Appendix 1", "Page 16 (Appendix 1)"),
        ("Pages 4\u20135 in Appendix 1", "Pages 16\u201317 (Appendix 1)"),
        ("See page 4 of Appendix 10 and page 3 of the Act", "See page 4 of Appendix 10 and page 3 of the Act"),
    ],
)
def test_pages_of_an_appendix_become_the_packs(before, after):
    assert said(before, lambda document: renumbered(document, {"Appendix 1": 13, "Annex B": 30})) == after


def test_the_summarys_pages_become_the_packs():
    assert said("Its executive summary is on pages 7 to 11.", lambda document: with_summary_on(document, "12")) == (
        "Its executive summary is on page 12."
    )
    assert said("Its summary is on page 7.", lambda document: with_summary_on(document, "13 to 17")) == "Its summary is on pages 13 to 17."
    assert said("Its summary is on pages 7 to 9.", lambda document: with_summary_moved(document, 6)) == "Its summary is on pages 13 to 15."


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    found = tmp_path_factory.mktemp("references")
    (found / "report").mkdir()
    write(found / "report", FILLED)
    build(found / "report", found / "built", only=[COVER, REPORT], formats=["docx", "pdf"])
    edited = WordFile(found / "built" / f"{COVER}.docx")
    edited.paragraphs[-1].insert_paragraph_before("An officer adds: see page 2 of Appendix 1.")
    edited.save(found / "built" / "edited.docx")
    return found


KINDS = {
    "report": {"report": "report", "paper": REPORT},
    "word": {"file": f"built/{REPORT}.docx"},
    "pdf": {"file": f"built/{REPORT}.pdf"},
}
COVERS = {"report": {"report": "report", "paper": COVER}, "edited": {"file": "built/edited.docx"}}


def texts(folder, tmp_path, cover, report, **closed):
    item_text = item("5", "Performance", paper("Cover", **cover), paper("Report", label="Appendix 1", **report, **closed))
    (folder / "agenda.toml").write_text(MEETING + item_text, "utf-8")
    packed = pack(folder / "agenda.toml", tmp_path)
    found = PdfReader(tmp_path / "agenda-pack.pdf")
    pages = [re.sub(r"[\s\u00a0]+", " ", each.extract_text()) for each in found.pages]
    return packed, dict(enumerate(pages, 1))


def summary_pages(pages):
    (found,) = (each for text in pages.values() for each in re.findall(r"summary is on pages? (\d+)", text))
    return int(found)


@pytest.mark.parametrize("report", KINDS)
@pytest.mark.parametrize("cover", COVERS)
def test_the_cover_report_names_the_page_that_the_summary_has_in_the_pack(folder, tmp_path, cover, report):
    packed, pages = texts(folder, tmp_path, COVERS[cover], KINDS[report])
    there = pages[summary_pages(pages)]
    assert "Executive summary" in there
    assert "Contents" not in there
    first = next(n for n, text in pages.items() if n > 3 and "Quarterly" in text)
    if cover == "edited":
        assert any(f"see page {first + 1} (Appendix 1)." in text for text in pages.values())
    told = [each.code for each in packed.problems if each.code == "pack-own-numbers"]
    assert told == (["pack-own-numbers"] if report == "pdf" else [])


def test_papers_of_ours_show_no_numbers_but_the_packs(folder, tmp_path):
    _, pages = texts(folder, tmp_path, COVERS["edited"], KINDS["word"])
    assert [re.findall(r"\bPage (\d+)", text) for text in pages.values()] == [[str(n)] for n in pages]
    contents = next(text for text in pages.values() if "Contents" in text)
    assert re.search(rf"Executive summary[\s.]*{summary_pages(pages)}\b", contents)


def test_a_file_is_not_looked_into_for_its_origin_where_that_would_unpack_without_end():
    def as_metadata(pdf, stream):
        stream.Type, stream.Subtype = Name.Metadata, Name.XML
        pdf.Root.Metadata = stream

    assert origin_of_ours(bomb(as_metadata)) is None
    assert origin_of_ours(bomb(as_contents) + b"<dc:source>sha256:") is None


COUNTED = r"summary is on pages? \d+(?: to \d+)? \(counted from its first page\)\."


def whole(path):
    return re.sub(r"[\s\u00a0]+", " ", " ".join(each.extract_text() for each in PdfReader(path).pages))


@pytest.mark.parametrize("report", ["report", "word"])
@pytest.mark.parametrize("cover", COVERS)
def test_an_open_paper_names_pages_of_a_closed_one_as_its_own_in_both_packs(folder, tmp_path, cover, report):
    _, pages = texts(folder, tmp_path, COVERS[cover], KINDS[report], **CLOSED)
    public, members = " ".join(pages.values()), whole(tmp_path / "members" / "members-pack.pdf")
    for said in (public, members):
        assert len(re.findall(COUNTED, said)) == 1
        assert cover != "edited" or "see page 2 of Appendix 1 (counted from its first page)." in said


def test_a_cover_report_whose_report_is_to_follow_names_its_pages_as_the_reports_own(folder, tmp_path):
    follows = item("5", "Performance", paper("Cover", **COVERS["edited"]), paper("Report", label="Appendix 1", to_follow=True))
    (folder / "agenda.toml").write_text(MEETING + follows, "utf-8")
    pack(folder / "agenda.toml", tmp_path)
    said = whole(tmp_path / "agenda-pack.pdf")
    assert re.search(COUNTED, said)
    assert "see page 2 of Appendix 1 (counted from its first page)." in said
