"""Exempt papers stay out of the public's files, supplements move no page, and a consolidated pack says where each page went."""

import datetime as dt
import json
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from papers.cli import main
from papers.commands.pack import pack
from papers.commands.pack_release import read_published, record_path
from papers.commands.supplement import consolidate, supplement
from papers.errors import PapersError
from papers.packs.leaks import leaks
from papers.packs.publications import DamagedPublicationsError, read_publications, write_publications
from tests.packs.planted import BOILERPLATE, OPEN, SECRET, pdf_bytes, pdf_of
from tests.packs.test_agenda import MEETING

AGENDA = (
    MEETING
    + """
[[items]]
number = "5"
title = "Refuse lorries"
[[items.papers]]
title = "Report"
file = "report.pdf"
[[items.papers]]
title = "Tender"
label = "Appendix 1"
file = "tender.pdf"
classification = "exempt"
paragraphs = [3]
public_interest = "Bidders would know each other's prices."

[[items]]
number = "6"
title = "Budget"
[[items.papers]]
title = "Figures"
to_follow = true

[[items]]
number = "7"
title = "Schools"
[[items.papers]]
title = "Places"
file = "places.pdf"
"""
)
LATER = AGENDA.replace("to_follow = true", 'file = "figures.pdf"')
DATE = dt.date(2014, 3, 18)


@pytest.fixture
def agenda(tmp_path):
    """An agenda whose second item is to follow and whose first has an exempt appendix."""
    files = {
        "report.pdf": [f"{BOILERPLATE} {OPEN}", "More of the depot."],
        "tender.pdf": [f"{BOILERPLATE} {SECRET}"],
        "places.pdf": ["There are places for every child who lives in the district this year.", "And more."],
        "figures.pdf": ["The budget of the service is set out in this table."] * 3,
    }
    for name, pages in files.items():
        (tmp_path / name).write_bytes(pdf_bytes(pdf_of(*pages)))
    path = tmp_path / "agenda.toml"
    path.write_text(AGENDA, "utf-8")
    return path


@pytest.fixture
def published(agenda, tmp_path):
    """The agenda with its pack published."""
    pack(agenda, tmp_path / "out", publish=True)
    return agenda


def codes(call):
    with pytest.raises(PapersError) as stopped:
        call()
    return [each.code for each in stopped.value.problems]


def words(path):
    """The text of each page."""
    pdf = pypdfium2.PdfDocument(path)
    said = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return said


def stamps(path):
    """The number that each page bears, by its first words."""
    return [next(line for line in page.splitlines() if line.startswith("Page ")) for page in words(path)]


def span(agenda, name):
    return next((each.first, each.last) for key, each in read_published(agenda).papers.items() if key == name)


def test_the_public_pack_is_made_though_nobody_can_read_the_exempt_file(agenda, tmp_path, monkeypatch):
    opened = []
    real = type(agenda).read_bytes

    def watched(self):
        opened.append(self.name)
        return real(self)

    def make_public(*arguments):
        made = original(*arguments)
        assert "tender.pdf" not in opened
        return made

    from papers.commands import pack as module

    original = module.make_public
    monkeypatch.setattr(module, "make_public", make_public)
    monkeypatch.setattr(type(agenda), "read_bytes", watched)
    pack(agenda, tmp_path / "out")
    assert opened.index("tender.pdf") > max(opened.index("report.pdf"), opened.index("places.pdf"))


def test_the_members_pack_has_exempt_pages_behind_the_last_public_one(published, tmp_path):
    public, members = words(tmp_path / "out" / "agenda-pack.pdf"), words(tmp_path / "out" / "members" / "members-pack.pdf")
    assert len(members) > len(public)
    assert stamps(tmp_path / "out" / "members" / "members-pack.pdf")[: len(public)] == stamps(tmp_path / "out" / "agenda-pack.pdf")
    assert span(published, "5/Appendix 1")[0] > span(published, "7/Places")[1]
    assert "Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A" in " ".join(members[len(public) :]).replace("\r\n", " ")


def test_no_public_file_holds_a_word_of_the_exempt_paper(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    files = {each.name: each.read_bytes() for each in (tmp_path / "out").rglob("*.*") if not each.name.startswith("members")}
    assert len(files) >= 4
    restricted = {"tender.pdf": (tmp_path / "tender.pdf").read_bytes()}
    assert leaks(files, restricted, {"report.pdf": (tmp_path / "report.pdf").read_bytes()}) == ()


def test_a_leak_stops_the_pack_before_anything_is_written(agenda, tmp_path):
    with pikepdf.open(BytesIO((tmp_path / "report.pdf").read_bytes())) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(SECRET, 0))
        pdf.save(tmp_path / "report.pdf")
    assert set(codes(lambda: pack(agenda, tmp_path / "out"))) == {"pack-leak"}
    assert not (tmp_path / "out").exists()


def test_an_exempt_scan_is_told_of(agenda, tmp_path):
    (tmp_path / "tender.pdf").write_bytes(pdf_bytes(pdf_of("")))
    assert "pack-unsearched" in [each.code for each in pack(agenda, tmp_path / "out").problems]


def test_a_pack_that_is_not_published_leaves_no_record(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    assert not record_path(agenda).exists()


def test_a_published_pack_can_be_made_again_as_it_was(published, tmp_path):
    before = (tmp_path / "out" / "agenda-pack.pdf").read_bytes()
    pack(published, tmp_path / "again", publish=True)
    assert (tmp_path / "again" / "agenda-pack.pdf").read_bytes() == before
    assert len(read_published(published).publications) == 1


def test_a_published_pack_is_never_made_otherwise(published, tmp_path):
    published.write_text(LATER, "utf-8")
    found = codes(lambda: pack(published, tmp_path / "out"))
    assert "pack-published-new" in found
    assert "pack-published-moved" in found


def test_what_came_in_a_supplement_is_not_asked_to_be_published_again(published, tmp_path):
    published.write_text(LATER, "utf-8")
    supplement(published, tmp_path / "out", DATE)
    assert codes(lambda: pack(published, tmp_path / "again")) == ["pack-published-later"]
    (tmp_path / "places.pdf").write_bytes(pdf_bytes(pdf_of("Other places.")))
    assert codes(lambda: pack(published, tmp_path / "again")) == ["supplement-changed"]


def test_a_supplement_goes_on_after_every_page_that_was_published(published, tmp_path):
    last, before = read_published(published).last, dict(read_published(published).papers)
    published.write_text(LATER, "utf-8")
    supplement(published, tmp_path / "out", DATE)
    path = tmp_path / "out" / "supplement-1.pdf"
    start = last + 1 + last % 2
    assert stamps(path)[0] == f"Page {start}"
    assert not (tmp_path / "out" / "members" / "members-supplement-1.pdf").exists()
    now = read_published(published)
    assert {key: now.papers[key] for key in before} == before
    first, end = span(published, "6/Figures")
    assert f"(Pages {first} - {end})" in words(path)[0].replace("\u00a0", " ").replace("\r\n", " ")
    assert stamps(path)[first - start] == f"Page {first}"


def test_a_supplement_may_number_its_pages_from_one(published, tmp_path):
    published.write_text(LATER, "utf-8")
    supplement(published, tmp_path / "out", DATE, restart=True, note="Here are the figures.")
    assert stamps(tmp_path / "out" / "supplement-1.pdf")[0] == "Page 1"
    assert "Here are the figures." in words(tmp_path / "out" / "supplement-1.pdf")[0]


def test_a_corrected_paper_says_what_it_stands_for(published, tmp_path):
    first, end = span(published, "7/Places")
    (tmp_path / "places.pdf").write_bytes(pdf_bytes(pdf_of("There are places for nearly every child who lives in the district.")))
    assert codes(lambda: supplement(published, tmp_path / "out", DATE)) == ["supplement-changed"]
    published.write_text(AGENDA.replace('file = "places.pdf"', 'file = "places.pdf"\ncorrected = "A village was left out."'), "utf-8")
    supplement(published, tmp_path / "out", DATE)
    said = " ".join(words(tmp_path / "out" / "supplement-1.pdf")[0].split())
    assert f"It replaces pages {first} to {end} of the agenda pack: A village was left out." in said
    assert codes(lambda: supplement(published, tmp_path / "out", DATE)) == ["supplement-nothing"]


def test_a_paper_that_changed_without_a_word_stops_the_supplement(published, tmp_path):
    published.write_text(LATER, "utf-8")
    (tmp_path / "places.pdf").write_bytes(pdf_bytes(pdf_of("Other words.")))
    assert codes(lambda: supplement(published, tmp_path / "out", DATE)) == ["supplement-changed"]
    assert not (tmp_path / "out" / "supplement-1.pdf").exists()


def test_a_paper_that_vanished_stops_the_supplement(published, tmp_path):
    published.write_text(LATER.replace('title = "Places"', 'title = "Other"'), "utf-8")
    assert "pack-published-gone" in codes(lambda: supplement(published, tmp_path / "out", DATE))


def test_an_exempt_late_paper_goes_to_members_alone(published, tmp_path):
    late = LATER.replace(
        'file = "figures.pdf"', 'file = "figures.pdf"\nclassification = "exempt"\nparagraphs = [3]\npublic_interest = "Prices."'
    )
    published.write_text(late, "utf-8")
    supplement(published, tmp_path / "out", DATE)
    public = " ".join(" ".join(words(tmp_path / "out" / "supplement-1.pdf")).split())
    assert "All papers of this supplement are closed to the public." in public
    assert "6 Budget Reason: Exempt, paragraph 3 of Part 1" in public
    assert "That under section 100A(4)" in public
    assert "set out in this table" not in public
    assert "set out in this table" in " ".join(" ".join(words(tmp_path / "out" / "members" / "members-supplement-1.pdf")).split())


def test_a_supplement_wants_a_published_pack(agenda, tmp_path):
    assert codes(lambda: supplement(agenda, tmp_path / "out", DATE)) == ["supplement-first"]
    assert codes(lambda: consolidate(agenda, tmp_path / "out")) == ["supplement-first"]


def test_a_consolidated_pack_maps_every_published_page(published, tmp_path):
    published.write_text(LATER, "utf-8")
    assert codes(lambda: consolidate(published, tmp_path / "all")) == ["pack-published-new"]
    supplement(published, tmp_path / "out", DATE)
    consolidate(published, tmp_path / "all")
    said = json.loads((tmp_path / "all" / "page-map.json").read_text("utf-8"))
    mapped = {each["title"]: each for each in said["papers"]}
    pages = stamps(tmp_path / "all" / "consolidated-pack.pdf")
    text = words(tmp_path / "all" / "consolidated-pack.pdf")
    first, last = mapped["Figures"]["consolidated"]
    assert mapped["Figures"]["in"] == "supplement 1"
    assert mapped["Figures"]["published"] == list(span(published, "6/Figures"))
    assert all("set out in this table" in text[pages.index(f"Page {n}")].replace("\r\n", " ") for n in range(first, last + 1))
    assert mapped["Appendix 1: Tender"]["consolidated"] is None
    assert not mapped["Report"]["replaced"]


def test_the_same_supplement_has_the_same_bytes(published, tmp_path):
    published.write_text(LATER, "utf-8")
    record = record_path(published).read_bytes()
    supplement(published, tmp_path / "one", DATE)
    record_path(published).write_bytes(record)
    supplement(published, tmp_path / "two", DATE)
    assert (tmp_path / "one" / "supplement-1.pdf").read_bytes() == (tmp_path / "two" / "supplement-1.pdf").read_bytes()


def test_a_record_is_read_as_it_was_written(published):
    held = read_published(published)
    assert read_publications(write_publications(held)) == held


def test_a_record_whose_agenda_was_damaged_is_refused(published):
    text = record_path(published).read_text("utf-8").replace('"2014-03-24"', '"tomorrow"')
    with pytest.raises(DamagedPublicationsError):
        read_publications(text)


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "papers.publications/1", "publications": [{"number": 1}]}', "[" * 9000])
def test_a_damaged_record_is_refused(text):
    with pytest.raises(DamagedPublicationsError):
        read_publications(text)


def test_the_commands_do_it(agenda, tmp_path):
    runner = CliRunner()
    done = runner.invoke(main, ["pack", str(agenda), "--out", str(tmp_path / "out"), "--publish", "--json"])
    assert done.exit_code == 0, done.output
    agenda.write_text(LATER, "utf-8")
    done = runner.invoke(main, ["supplement", str(agenda), "--out", str(tmp_path / "out"), "--date", "2014-03-18", "--json"])
    assert [each["path"].rpartition("/out/")[2] for each in json.loads(done.stdout)["files"]] == [
        "supplement-1-front-sheet.docx",
        "supplement-1.pdf",
        "items/supplement-1-item-6-budget.pdf",
    ]
    done = runner.invoke(main, ["supplement", str(agenda), "--out", str(tmp_path / "out"), "--consolidated"])
    assert done.exit_code == 0, done.output
    assert runner.invoke(main, ["supplement", str(agenda)]).exit_code == 2


def test_the_front_sheet_has_the_motion_for_an_open_item_with_a_closed_paper(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    said = " ".join(" ".join(words(tmp_path / "out" / "agenda-pack.pdf")[:2]).split())
    assert "That under section 100A(4) of the Local Government Act 1972 the public be excluded" in said
    assert "Item 5: information relating to the financial or business affairs" in said
    assert "There are no exempt items" not in said


def test_an_executive_moves_it_under_its_own_regulations(agenda, tmp_path):
    agenda.write_text(AGENDA.replace('body = "Cabinet"', 'body = "Cabinet"\nexecutive = true'), "utf-8")
    pack(agenda, tmp_path / "out")
    assert "regulation 4(2)(b)" in " ".join(" ".join(words(tmp_path / "out" / "agenda-pack.pdf")[:2]).split())


def test_an_agenda_without_closed_papers_says_so(agenda, tmp_path):
    closed = 'classification = "exempt"\nparagraphs = [3]\npublic_interest = "Bidders would know each other\'s prices."\n'
    agenda.write_text(AGENDA.replace(closed, ""), "utf-8")
    pack(agenda, tmp_path / "out")
    assert "There are no exempt items" in " ".join(" ".join(words(tmp_path / "out" / "agenda-pack.pdf")[:2]).split())
