"""The files of a supplement: its front sheet from a Word template, each item's own PDF, what it claims, and what it keeps from the public."""

import datetime as dt
import io
import re
import zipfile

import pytest
from pikepdf import OutlineItem
from pypdf import PdfReader

from papers.commands.pack import pack
from papers.commands.supplement import consolidate, supplement
from papers.errors import PapersError
from papers.readers.word import read_word
from tests.conftest import ROOT
from tests.drafting.test_fields import words as blocks
from tests.intake.small_report import write
from tests.packs.parts import ours
from tests.packs.planted import SECRET, pdf_bytes, pdf_of
from tests.packs.test_agenda import MEETING
from tests.packs.test_pack import CLOSED, FILLED, item, paper
from tests.packs.test_supplements import stamps, words
from tests.pdf.validators import QUICK, quick_failures, verapdf_failures
from tests.word.opened import ooxml_faults

DAY = dt.date(2014, 3, 18)
MINUTES = item("2", "Minutes", paper("Minutes", file="minutes.pdf"))
BUDGET = item("6", "Budget & tax", paper("Figures", label="Appendix 1", to_follow=True))
START = MEETING + MINUTES + BUDGET
THERE = START.replace("to_follow = true", 'file = "figures.pdf"')
QUARTER = item("8", "Quarter", paper("Report", report="report", paper="quarterly-performance-report"))
LATER = THERE.replace('file = "minutes.pdf"', 'file = "minutes-2.pdf"\ncorrected = "A name was misspelt."') + QUARTER
LATE_CLOSED = paper("Preferred bidder", label="Appendix 2", public_title="Appendix to the report", file="closed.pdf", **CLOSED)


@pytest.fixture
def agenda(tmp_path):
    """A published agenda whose every paper is tagged."""
    (tmp_path / "report").mkdir()
    write(tmp_path / "report", FILLED)
    for name, title in (("minutes", "Minutes"), ("minutes-2", "Right minutes"), ("figures", "Figures"), ("closed", "Closed words")):
        (tmp_path / f"{name}.pdf").write_bytes(ours(title))
    path = tmp_path / "agenda.toml"
    path.write_text(START, "utf-8")
    pack(path, tmp_path / "out", publish=True)
    return path


def supplemented(agenda, text=LATER, **options):
    agenda.write_text(text, "utf-8")
    done = supplement(agenda, agenda.parent / "out", DAY, **options)
    return {each.path.relative_to(agenda.parent / "out").as_posix(): each for each in done.files}


def text(data):
    """All words of a Word file's body."""
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).replace("\u00a0", " ")


def plain(path):
    return re.sub(r"[\s\u00a0]+", " ", " ".join(words(path)))


def test_a_supplement_has_a_front_sheet_as_a_word_file_and_a_file_for_each_item(agenda):
    files = supplemented(agenda)
    assert list(files) == [
        "supplement-1-front-sheet.docx", "supplement-1.pdf", "items/supplement-1-item-2-minutes.pdf",
        "items/supplement-1-item-6-budget-tax.pdf", "items/supplement-1-item-8-quarter.pdf",
    ]  # fmt: skip
    front = (agenda.parent / "out" / "supplement-1-front-sheet.docx").read_bytes()
    said = text(front)
    assert "Cabinet: supplement 1 to the agenda" in said
    assert "It replaces pages 3 to 4 of the agenda pack: A name was misspelt." in said
    assert "This supplement has no exempt papers." in said
    first, last = files["items/supplement-1-item-6-budget-tax.pdf"].pages
    assert f"(Pages {first} - {last})" in said
    assert read_word(front).problems == ()


def test_the_word_front_sheet_and_the_one_in_the_supplement_say_the_same(agenda):
    supplemented(agenda)
    out = agenda.parent / "out"
    inside = "".join(words(out / "supplement-1.pdf")[0].split()).replace("\u00a0", "")
    body = read_word((out / "supplement-1-front-sheet.docx").read_bytes()).document
    assert all("".join(each.split()) in inside for each in blocks(body))


def test_each_items_file_has_its_own_title_and_the_supplements_numbers(agenda):
    files = supplemented(agenda)
    each = files["items/supplement-1-item-6-budget-tax.pdf"]
    found = PdfReader(each.path)
    assert found.metadata.title == "Supplement 1, agenda item 6: Budget & tax"
    assert found.metadata.subject == "Cabinet, 24 March 2014"
    assert stamps(each.path) == [f"Page {n}" for n in range(each.pages[0], each.pages[1] + 1)]
    assert found.page_labels[0] == str(each.pages[0])


def test_a_supplement_of_tagged_papers_claims_what_they_claim(agenda):
    files = [each for each in supplemented(agenda).values() if each.path.suffix == ".pdf"]
    assert {each.claims for each in files} == {("ua1", "2a")}
    assert [quick_failures(each.path.read_bytes(), profile) for each in files for profile in QUICK] == [[]] * 8


@pytest.mark.verapdf
def test_verapdf_finds_the_claims_of_a_supplement_and_of_a_consolidated_pack_true(agenda):
    files = [each.path for each in supplemented(agenda, LATER + LATE_CLOSED).values() if each.path.suffix == ".pdf"]
    done = consolidate(agenda, agenda.parent / "all")
    assert done.files[0].claims == ("ua1", "2a")
    assert (agenda.parent / "out" / "members" / "members-supplement-1.pdf") in files
    assert verapdf_failures("ua1,2a", *files, done.files[0].path) == []


@pytest.mark.ooxml
def test_microsofts_own_validator_accepts_the_front_sheets(agenda):
    supplemented(agenda, LATER + LATE_CLOSED)
    out = agenda.parent / "out"
    assert [ooxml_faults(out / f"{name}-front-sheet.docx") for name in ("agenda", "supplement-1")] == [[], []]


@pytest.mark.parametrize(("option", "first"), [(None, 1), (False, 5), (True, 1)])
def test_the_option_wins_over_the_agendas_own_setting(agenda, option, first):
    setting = '\n[pack]\nsupplement_pages = "restart"\n'
    files = supplemented(agenda, THERE + setting, restart=option)
    assert files["supplement-1.pdf"].pages[0] == first


def test_without_a_setting_the_numbers_go_on(agenda):
    assert supplemented(agenda, THERE)["supplement-1.pdf"].pages[0] == 5


def test_a_councils_own_front_sheet_takes_the_place_of_the_shipped_one(agenda):
    source = zipfile.ZipFile(ROOT / "templates" / "supplement-front-sheet.docx")
    with zipfile.ZipFile(agenda.parent / "own.docx", "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"Unrestricted papers", b"Papers for everybody"))
    supplemented(agenda, THERE + '\n[pack]\nsupplement_template = "own.docx"\n')
    out = agenda.parent / "out"
    assert "Papers for everybody" in text((out / "supplement-1-front-sheet.docx").read_bytes())
    assert "Papers for everybody" in plain(out / "supplement-1.pdf")


def test_a_supplement_of_another_house_is_in_its_look(agenda):
    (agenda.parent / "house.docx").write_bytes((ROOT / "templates" / "house-serif.docx").read_bytes())
    supplemented(agenda, THERE + '\n[pack]\nhouse = "house.docx"\n')
    resources = PdfReader(agenda.parent / "out" / "supplement-1.pdf").pages[0]["/Resources"]
    assert any("Serif" in str(each.get_object()["/BaseFont"]) for each in resources["/Font"].values())


def test_a_late_closed_paper_is_listed_by_its_public_title_with_the_motion_and_behind_the_others(agenda):
    files = supplemented(agenda, THERE + LATE_CLOSED)
    out = agenda.parent / "out"
    public, members = plain(out / "supplement-1.pdf"), plain(out / "members" / "members-supplement-1.pdf")
    assert "Appendix 2: Appendix to the report (exempt, paragraph 3 of Part 1" in public
    assert "That under section 100A(4)" in public
    assert "Preferred bidder" not in public
    assert "Preferred bidder" not in text((out / "supplement-1-front-sheet.docx").read_bytes())
    assert "Appendix 2: Preferred bidder" in members
    assert "Closed words" in members
    assert files["members/members-supplement-1.pdf"].pages[1] > files["supplement-1.pdf"].pages[1]


def test_why_a_closed_paper_was_corrected_is_told_to_members_alone(agenda):
    supplemented(agenda, THERE + LATE_CLOSED)
    (agenda.parent / "closed-2.pdf").write_bytes(ours("Other closed words"))
    corrected = LATE_CLOSED.replace('file = "closed.pdf"', 'file = "closed-2.pdf"\ncorrected = "The sum was wrong."')
    supplemented(agenda, THERE + corrected)
    out = agenda.parent / "out"
    assert "The sum was wrong" not in plain(out / "supplement-2.pdf")
    assert "of supplement 1: The sum was wrong." in plain(out / "members" / "members-supplement-2.pdf")


def test_a_leak_stops_a_supplement_before_anything_is_written(agenda):
    (agenda.parent / "closed.pdf").write_bytes(pdf_bytes(pdf_of(SECRET)))
    figures = pdf_of("The budget.")
    with figures.open_outline() as outline:
        outline.root.append(OutlineItem(SECRET, 0))
    (agenda.parent / "figures.pdf").write_bytes(pdf_bytes(figures))
    record = agenda.with_name("agenda.published.json").read_bytes()
    agenda.write_text(THERE + LATE_CLOSED, "utf-8")
    with pytest.raises(PapersError) as stopped:
        supplement(agenda, agenda.parent / "out", DAY)
    assert {each.code for each in stopped.value.problems} == {"pack-leak"}
    assert not (agenda.parent / "out" / "supplement-1.pdf").exists()
    assert agenda.with_name("agenda.published.json").read_bytes() == record


def test_a_consolidated_pack_resolves_what_was_to_follow_and_says_what_was_corrected(agenda):
    supplemented(agenda)
    consolidate(agenda, agenda.parent / "all")
    said = plain(agenda.parent / "all" / "consolidated-pack.pdf")
    assert "To follow" not in said
    assert "Corrected: A name was misspelt." in said
    assert "Right minutes" in said


def test_a_supplement_of_closed_papers_alone_has_a_public_front_sheet(agenda):
    closed = item("9", "Land", LATE_CLOSED)
    files = supplemented(agenda, START + closed)
    assert list(files) == ["supplement-1-front-sheet.docx", "supplement-1.pdf", "members/members-supplement-1.pdf"]
    assert files["supplement-1.pdf"].pages == (5, 5)
    assert "All papers of this supplement are closed to the public." in plain(files["supplement-1.pdf"].path)
