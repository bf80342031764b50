"""Packs from an agenda: numbers that agree, structure that is kept, claims that hold."""

from __future__ import annotations

import io
import json
import re
import shutil

import pytest
from click.testing import CliRunner
from PIL import Image
from pypdf import PdfReader

from papers import shipping
from papers.cli import main
from papers.commands.pack import pack
from papers.commands.pack_making import web_name
from papers.document import Document, Paragraph, Run, Section
from papers.errors import PapersError
from papers.house import read_house
from papers.packs import read_agenda
from papers.packs.assembling import assemble
from papers.packs.sources import Source, drawn
from tests.intake.small_report import write
from tests.packs.parts import ours, plain, saved
from tests.packs.test_agenda import MEETING
from tests.pdf.validators import QUICK, quick_failures, verapdf_failures

FILLED = {"narrative/section-waste.md": "# Waste\n\nHeavier bins.\n\n{{table loads}}\n\n# WA01\n\nMore waste came in.\n"}
STAMP = re.compile(r"^Page (\d+)\s*$", re.MULTILINE)
RANGE = re.compile(r"\(Pages? (\d+)(?: - (\d+))?\)")


def item(number, title, *papers, **keys):
    said = "".join(f"{name} = {json.dumps(value)}\n" for name, value in keys.items())
    return f'\n[[items]]\nnumber = "{number}"\ntitle = "{title}"\n{said}' + "".join(papers)


def paper(title, **keys):
    return f'[[items.papers]]\ntitle = "{title}"\n' + "".join(f"{name} = {json.dumps(value)}\n" for name, value in keys.items())


CLOSED = {"classification": "exempt", "paragraphs": [3], "public_interest": "The tender still runs."}
CLEAN = (
    MEETING
    + item("1", "Apologies")
    + item("2", "Minutes", paper("Minutes", file="minutes.pdf"), minutes_of="x").replace('"x"', "2014-01-22")
    + item(
        "5",
        "Performance & risk",
        paper("Cover report", report="report", paper="cabinet-cover-report"),
        paper("Report", label="Appendix 1", report="report", paper="quarterly-performance-report"),
        purpose="For noting",
    )
    + item("E3", "The map", paper("Map", file="map.png", alt="Four sites along the coast"))
    + item("7", "Budget", to_follow=True)
)


def picture(size=(300, 200)):
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    found = tmp_path_factory.mktemp("agenda")
    (found / "report").mkdir()
    write(found / "report", FILLED)
    (found / "minutes.pdf").write_bytes(ours("Minutes", 3))
    (found / "map.png").write_bytes(picture())
    (found / "clean.toml").write_text(CLEAN, "utf-8")
    return found


@pytest.fixture(scope="module")
def clean(folder):
    return pack(folder / "clean.toml", folder / "clean")


def reader(packed, name):
    return PdfReader(next(each.path for each in packed.files if each.path.name == name))


def stamps(pdf):
    """The number stamped on each page, read off it."""
    return [int(STAMP.findall(page.extract_text())[-1]) for page in pdf.pages]


def test_a_pack_of_tagged_papers_claims_what_they_claim(clean):
    assert {each.path.name: each.claims for each in clean.files if each.path.suffix == ".pdf"} == dict.fromkeys(
        ["agenda-pack.pdf", "item-2-minutes.pdf", "item-5-performance-risk.pdf", "item-e3-the-map.pdf"], ("ua1", "2a")
    )
    for each in clean.files:
        if each.path.suffix == ".pdf":
            assert [quick_failures(each.path.read_bytes(), profile) for profile in QUICK] == [[], []]


@pytest.mark.verapdf
def test_verapdf_finds_the_claims_true(clean):
    assert verapdf_failures("ua1,2a", *(each.path for each in clean.files if each.path.suffix == ".pdf")) == []


def test_every_page_has_its_number(clean):
    pdf = reader(clean, "agenda-pack.pdf")
    assert stamps(pdf) == list(range(1, len(pdf.pages) + 1))


def test_the_ranges_on_the_front_sheet_are_the_numbers_on_the_pages(clean):
    pdf = reader(clean, "agenda-pack.pdf")
    front = re.sub(r"[\s\u00a0]+", " ", pdf.pages[0].extract_text())
    printed = {(int(first), int(last or first)) for first, last in RANGE.findall(front)}
    told = {each.pages for each in clean.files if each.item}
    assert told <= printed
    for each in clean.files:
        if each.item:
            assert stamps(PdfReader(each.path)) == list(range(each.pages[0], each.pages[1] + 1))


def test_items_begin_on_odd_pages_after_empty_ones_that_say_so(clean):
    pdf = reader(clean, "agenda-pack.pdf")
    assert all(each.pages[0] % 2 for each in clean.files if each.item)
    blank = [page.extract_text() for page in pdf.pages if "intentionally left blank" in page.extract_text()]
    assert blank
    assert all(not re.search(r"Agenda Item", text) for text in blank)


def test_each_item_says_which_it_is_on_its_first_page_alone(clean):
    pdf = reader(clean, "agenda-pack.pdf")
    said = {n: found[0] for n, page in enumerate(pdf.pages, 1) if (found := re.findall(r"Agenda Item (\w+)", page.extract_text()))}
    assert said == {each.pages[0]: each.item for each in clean.files if each.item}


def test_the_front_sheet_leads_to_the_items(clean):
    pdf = reader(clean, "agenda-pack.pdf")
    goals = [_page(pdf, link) for link in _links(pdf.pages[0])]
    firsts = {each.pages[0] for each in clean.files if each.item}
    assert firsts <= set(goals)


def _links(page):
    return [each.get_object() for each in page.get("/Annots", []) if "/Dest" in each.get_object()]


def _page(pdf, link):
    return next(n for n, page in enumerate(pdf.pages, 1) if page.indirect_reference == link["/Dest"][0])


def test_links_within_a_paper_survive(clean):
    pdf = reader(clean, "agenda-pack.pdf")
    first = next(each.pages[0] for each in clean.files if each.item == "2")
    assert {_page(pdf, link) for link in _links(pdf.pages[first + 1])} == {first}


def test_our_own_numbers_give_way_to_the_packs(clean):
    pdf = reader(clean, "agenda-pack.pdf")
    first, last = next(each.pages for each in clean.files if each.item == "5")
    texts = {n: pdf.pages[n - 1].extract_text() for n in range(first, last + 1)}
    assert all(len(re.findall(r"\bPage \d+", text)) == 1 for text in texts.values())
    summary = int(re.search(r"summary is on pages? (\d+)", re.sub(r"\s+", " ", texts[first]))[1])
    assert "Executive summary" in texts[summary]
    contents = next(text for text in texts.values() if "Contents" in text)
    assert re.search(rf"Executive summary[\s.]*{summary}\b", contents)


def test_bookmarks_stand_by_item_with_each_papers_own_below(clean):
    outline = reader(clean, "agenda-pack.pdf").outline
    assert [each.title for each in outline if not isinstance(each, list)] == [
        "Agenda",
        "2. Minutes",
        "5. Performance & risk",
        "E3. The map",
    ]
    below = outline[outline.index(next(each for each in outline if not isinstance(each, list) and each.title.startswith("5."))) + 1]
    assert [each.title for each in below if not isinstance(each, list)] == ["Cover report", "Appendix 1: Report"]


def test_page_labels_are_the_packs_numbers(folder, tmp_path):
    text = CLEAN + "\n[pack]\nfirst_page = 41\n"
    (folder / "late.toml").write_text(text, "utf-8")
    pdf = reader(pack(folder / "late.toml", tmp_path), "agenda-pack.pdf")
    assert pdf.page_labels[:2] == ["41", "42"]
    assert stamps(pdf)[0] == 41


def test_items_may_follow_each_other_without_empty_pages(folder, tmp_path):
    (folder / "tight.toml").write_text(CLEAN + "\n[pack]\nodd_pages = false\n", "utf-8")
    pdf = reader(pack(folder / "tight.toml", tmp_path), "agenda-pack.pdf")
    assert not any("intentionally left blank" in page.extract_text() for page in pdf.pages)


def test_a_pack_made_again_is_the_same(folder, clean, tmp_path):
    again = pack(folder / "clean.toml", tmp_path)
    assert [each.checksum for each in again.files] == [each.checksum for each in clean.files]


def test_what_is_to_follow_and_what_has_no_papers_is_listed_without_pages(clean):
    front = reader(clean, "agenda-pack.pdf").pages[0].extract_text()
    assert "To follow" in front
    assert "Apologies" in front
    assert "There are no exempt items" in front


def test_each_items_file_has_its_own_title(clean):
    assert reader(clean, "item-5-performance-risk.pdf").metadata.title == "Agenda item 5: Performance & risk"


def test_a_files_name_suits_any_web_site():
    assert web_name("E3", "Café & “bar”: 50% / review?") == "item-e3-cafe-bar-50-review"


def test_items_whose_names_differ_in_signs_alone_have_a_file_each(folder, tmp_path):
    text = MEETING + item("5.1", "Plan", paper("A", file="minutes.pdf")) + item("5-1", "Plan", paper("B", file="minutes.pdf"))
    (folder / "signs.toml").write_text(text, "utf-8")
    packed = pack(folder / "signs.toml", tmp_path)
    assert {each.path.name: each.item for each in packed.files if each.item} == {"item-5-1-plan.pdf": "5.1", "item-5-1-plan-2.pdf": "5-1"}


def test_every_part_that_is_refused_is_told_with_its_item_and_nothing_is_written(folder, tmp_path):
    (folder / "bad.pdf").write_bytes(b"no pdf")
    (folder / "bad.toml").write_text(
        MEETING + item("1", "A", paper("A", file="bad.pdf")) + item("2", "B", paper("B", file="bad.pdf")), "utf-8"
    )
    with pytest.raises(PapersError) as refused:
        pack(folder / "bad.toml", tmp_path / "out")
    assert [(each.code, each.place.block) for each in refused.value.problems] == [
        ("pdf-damaged", "item 1, paper 1"),
        ("pdf-damaged", "item 2, paper 1"),
    ]
    assert not (tmp_path / "out").exists()


def test_the_public_pack_is_made_without_opening_a_closed_paper(folder, tmp_path):
    (folder / "closed.pdf").write_bytes(ours("Contract sums"))
    text = MEETING + item(
        "5", "Contract", paper("Open", file="minutes.pdf"), paper("Sums", label="Appendix 1", file="closed.pdf", **CLOSED)
    )
    (folder / "closed.toml").write_text(text, "utf-8")
    packed = pack(folder / "closed.toml", tmp_path)
    public, members = reader(packed, "agenda-pack.pdf"), reader(packed, "members-pack.pdf")
    assert not any("Contract sums" in page.extract_text() for page in public.pages)
    assert members.metadata.title == "Cabinet, 24 March 2014: members' agenda pack"
    closed = [n for n, page in enumerate(members.pages, 1) if "Not for publication" in page.extract_text()]
    assert closed
    assert min(closed) > len(public.pages)


def test_what_cannot_be_laid_out_is_told_with_its_item_and_the_line_of_its_paper(folder):
    (folder / "foreign.toml").write_text(MEETING + item("1", "A", paper("A", file="minutes.pdf")), "utf-8")
    agenda = read_agenda(folder / "foreign.toml")
    document = Document("test", "Foreign", (Section("all", (Paragraph("text", (Run("Words in Chinese: 会"),)),)),), "Fernshire")
    house = read_house(shipping.template("house.docx").read_bytes())
    source = Source(agenda.items[0].parts[0].place, draw=lambda *_: drawn(document, house, 1))
    with pytest.raises(PapersError) as refused:
        assemble(agenda, {("1", 0): source}, lambda *_: drawn(document, house, 1))
    (told,) = refused.value.problems
    assert str(told.place) == "foreign.toml, line 15, item 1, paper 1, text"


def test_the_command_prints_what_it_made(folder, tmp_path):
    done = CliRunner().invoke(main, ["pack", str(folder / "clean.toml"), "--out", str(tmp_path), "--json"])
    assert done.exit_code == 0, done.output
    found = json.loads(done.output)
    assert found["schema"] == "papers.pack/1"
    assert found["files"][1]["claims"] == ["ua1", "2a"]


# --- parts of many kinds


def typst(path):
    import typst

    source = '#set document(title: "Typst paper", date: none)\n#set text(lang: "en", region: "GB")\n= Typst paper\nWords.\n#pagebreak()\n== More\nWords.\n'
    path.with_suffix(".typ").write_text(source, "utf-8")
    typst.compile(str(path.with_suffix(".typ")), output=str(path), pdf_standards=["ua-1"])


def scanned():
    """A picture of a page and nothing else."""
    out = io.BytesIO()
    Image.new("RGB", (827, 1169), "white").save(out, "PDF", resolution=100)
    return out.getvalue()


@pytest.fixture(scope="module")
def mixed(folder):
    pytest.importorskip("typst")
    typst(folder / "typst.pdf")
    (folder / "scan.pdf").write_bytes(scanned())
    (folder / "a3.pdf").write_bytes(saved(plain(1191, 842, content=b"BT /F 12 Tf 20 5 Td (At the very foot) Tj ET")))
    turned = plain(content=b"q 0 0 1 rg 0 0 595 842 re f Q")
    turned.pages[0].Rotate = 90
    (folder / "turned.pdf").write_bytes(saved(turned))
    (folder / "closed.pdf").write_bytes(ours("Contract sums"))
    text = (
        CLEAN
        + item("8", "Typst", paper("Typst", file="typst.pdf"))
        + item("9", "Scan", paper("Scan", file="scan.pdf"))
        + item("10", "Plan", paper("Plan", file="a3.pdf"), paper("Turned", file="turned.pdf"))
        + item("11", "Contract", paper("Sums", file="closed.pdf", **CLOSED))
    )
    (folder / "mixed.toml").write_text(text, "utf-8")
    return pack(folder / "mixed.toml", folder / "mixed")


def claims(packed):
    return {each.item or each.path.name: each.claims for each in packed.files if each.path.suffix == ".pdf"}


def test_a_mixed_pack_claims_only_what_all_its_parts_keep(mixed):
    found = claims(mixed)
    assert found["agenda-pack.pdf"] == ()
    assert found["5"] == ("ua1", "2a")
    assert found["8"] == ("ua1",)
    assert found["9"] == found["10"] == ()


def test_the_account_names_the_item_and_what_to_ask_its_author_for(mixed):
    told = {each.place.block: each for each in mixed.problems if each.code == "pack-not-accessible"}
    assert set(told) == {"item 9, paper 1", "item 10, paper 1", "item 10, paper 2"}
    assert "Document structure tags" in told["item 9, paper 1"].fix
    assert "pdf-scanned" in [each.code for each in mixed.problems]


@pytest.mark.verapdf
def test_verapdf_agrees_with_the_claims_of_each_items_file(mixed):
    by_claim = {claim: [each.path for each in mixed.files if claim in each.claims] for claim in ("ua1", "2a")}
    assert verapdf_failures("ua1", *by_claim["ua1"]) == []
    assert verapdf_failures("2a", *by_claim["2a"]) == []


def test_every_page_of_a_mixed_pack_has_its_number(mixed):
    pdf = reader(mixed, "agenda-pack.pdf")
    assert stamps(pdf) == list(range(1, len(pdf.pages) + 1))


def test_a_paper_without_white_at_its_foot_is_moved_from_under_the_stamp(mixed):
    page = next(page for page in PdfReader(next(each.path for each in mixed.files if each.item == "10")).pages)
    heights = {}

    def visit(text, cm, tm, _font, _size):
        if text.strip():
            heights[text.strip()] = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]

    page.extract_text(visitor_text=visit)
    assert heights["At the very foot"] > heights[next(each for each in heights if each.startswith("Page"))] + 10


def test_the_tags_of_a_weasyprint_file_are_kept(folder, tmp_path):
    weasyprint = pytest.importorskip("weasyprint")
    page = '<html lang="en-GB"><title>Weasy paper</title><body><h1>Weasy paper</h1><p>Words <a href="#more">below</a>.</p><h2 id="more">More</h2></body>'
    weasyprint.HTML(string=page).write_pdf(folder / "weasy.pdf", pdf_variant="pdf/ua-1")
    (folder / "weasy.toml").write_text(MEETING + item("1", "Weasy", paper("Weasy", file="weasy.pdf")), "utf-8")
    packed = pack(folder / "weasy.toml", tmp_path)
    assert claims(packed) == {"agenda-pack.pdf": ("ua1",), "1": ("ua1",)}
    assert quick_failures(next(each.path for each in packed.files if each.item).read_bytes(), "pdfua-1") == []


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_that_our_reader_does_not_know_is_printed_by_libreoffice_and_that_is_told(folder, tmp_path):
    (folder / "old.rtf").write_text(r"{\rtf1\ansi Words of an officer.\par}", "ascii")
    (folder / "office.toml").write_text(MEETING + item("1", "Old", paper("Old", file="old.rtf")), "utf-8")
    packed = pack(folder / "office.toml", tmp_path)
    assert "pack-converted" in [each.code for each in packed.problems]
    assert "Words of an officer." in reader(packed, "item-1-old.pdf").pages[0].extract_text()


def test_a_word_file_of_an_officers_is_laid_out_by_us_with_the_packs_numbers(folder, tmp_path):
    from papers.commands.build import build

    build(folder / "report", tmp_path / "built", only=["cabinet-cover-report"], formats=["docx"])
    shutil.copyfile(next((tmp_path / "built").glob("*.docx")), folder / "cover.docx")
    (folder / "word.toml").write_text(MEETING + item("1", "Word", paper("Word", file="cover.docx")), "utf-8")
    packed = pack(folder / "word.toml", tmp_path / "out")
    assert claims(packed)["1"] == ("ua1", "2a")
