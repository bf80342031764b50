"""After publication: nothing is opened, closed or withdrawn without a word; supplements come on a day that can be."""

import datetime as dt
import json

import pikepdf
import pytest

from papers.commands.pack import pack
from papers.commands.pack_release import read_published, record_path
from papers.commands.supplement import consolidate, supplement
from papers.commands.verify_packs import rebuilt_packs
from papers.errors import PapersError
from papers.packs.leaks import leaks
from papers.seals import SealedFile
from tests.packs.planted import SECRET, pdf_bytes, pdf_of
from tests.packs.test_supplements import AGENDA, DATE, LATER, agenda, codes, published, span, stamps, words

__all__ = ["agenda", "published"]
CLOSED = 'classification = "exempt"\nparagraphs = [3]\npublic_interest = "Bidders would know each other\'s prices."\n'
OPENED = AGENDA.replace(CLOSED, "")
CLOSED_NOW = AGENDA + CLOSED
PUBLIC = "There are places for every child who lives in the district this year."


def said(path):
    return " ".join(" ".join(words(path)).replace("\u00a0", " ").split())


def reason(text):
    return f'reclassified = "{text}"\n'


@pytest.mark.parametrize(("text", "code", "line"), [(OPENED, "published-opened", 18), (CLOSED_NOW, "published-closed", 36)])
def test_a_published_paper_is_not_opened_or_closed_without_a_word(published, tmp_path, text, code, line):
    published.write_text(text, "utf-8")
    record = record_path(published).read_bytes()
    for call in (
        lambda: pack(published, tmp_path / "again"),
        lambda: supplement(published, tmp_path / "again", DATE),
        lambda: consolidate(published, tmp_path / "again"),
    ):
        with pytest.raises(PapersError) as stopped:
            call()
        assert code in [each.code for each in stopped.value.problems]
        assert {each.place.row for each in stopped.value.problems if each.code == code} == {line}
    assert not (tmp_path / "again").exists()
    assert record_path(published).read_bytes() == record


def test_a_paper_is_closed_in_a_supplement_that_tells_what_to_take_off_the_web_site(published, tmp_path):
    published.write_text(CLOSED_NOW + reason("It names a child."), "utf-8")
    assert codes(lambda: pack(published, tmp_path / "again")) == ["published-closed"]
    told = [each for each in supplement(published, tmp_path / "out", DATE).problems if each.code == "published-take-off"]
    assert "agenda-pack.pdf" in told[0].message
    assert "item 7" in told[0].fix
    public, members = said(tmp_path / "out" / "supplement-1.pdf"), said(tmp_path / "out" / "members" / "members-supplement-1.pdf")
    assert PUBLIC not in public
    assert PUBLIC in members
    assert "is now closed to the public: It names a child." in members
    assert read_published(published).papers["7/Places"].closed
    assert codes(lambda: supplement(published, tmp_path / "out", DATE)) == ["supplement-nothing"]


def test_a_paper_is_opened_in_a_supplement_that_says_so(published, tmp_path):
    first, _ = span(published, "5/Appendix 1")
    published.write_text(AGENDA.replace(CLOSED, reason("The contract is signed.")), "utf-8")
    supplement(published, tmp_path / "out", DATE)
    public = said(tmp_path / "out" / "supplement-1.pdf")
    assert f"It stood on page {first} of the agenda pack and is now open to the public: The contract is signed." in public
    assert "These papers may be seen by others than when they were published." in public
    assert not (tmp_path / "out" / "members" / "members-supplement-1.pdf").exists()


def test_a_changed_file_is_named_though_nothing_else_is_new(published, tmp_path):
    (tmp_path / "places.pdf").write_bytes((tmp_path / "figures.pdf").read_bytes())
    with pytest.raises(PapersError) as stopped:
        supplement(published, tmp_path / "out", DATE)
    assert [(each.code, each.value, each.place.row) for each in stopped.value.problems] == [("supplement-changed", "Places", 36)]


@pytest.mark.parametrize(("day", "code"), [(dt.date(2014, 3, 25), "supplement-after"), (dt.date(2014, 3, 13), "supplement-before")])
def test_a_supplement_comes_after_the_agenda_and_not_after_the_meeting(published, tmp_path, day, code):
    published.write_text(LATER, "utf-8")
    assert codes(lambda: supplement(published, tmp_path / "out", day)) == [code]


def test_a_late_supplement_is_told_unless_its_items_say_why(published, tmp_path):
    published.write_text(LATER, "utf-8")
    record = record_path(published).read_bytes()
    found = {each.code: each for each in supplement(published, tmp_path / "out", DATE).problems}
    assert "leaves 3 clear days of 5 for item 6" in found["supplement-late"].message
    record_path(published).write_bytes(record)
    published.write_text(LATER.replace('"Budget"', '"Budget"\nurgent = "The grant lapses."'), "utf-8")
    again = supplement(published, tmp_path / "out", DATE)
    assert "supplement-late" not in [each.code for each in again.problems]
    assert "Urgent: The grant lapses." in said(tmp_path / "out" / "supplement-1.pdf")


def test_an_executive_is_not_helped_by_an_urgent_reason(published, tmp_path):
    text = LATER.replace('"Budget"', '"Budget"\nurgent = "The grant lapses."').replace(
        'body = "Cabinet"', 'body = "Cabinet"\nexecutive = true'
    )
    published.write_text(text, "utf-8")
    found = {each.code: each for each in supplement(published, tmp_path / "out", DATE).problems}
    assert "convene it at shorter notice" in found["supplement-late"].fix


def test_a_correction_is_not_late(published, tmp_path):
    (tmp_path / "places.pdf").write_bytes((tmp_path / "figures.pdf").read_bytes())
    published.write_text(AGENDA + 'corrected = "A village was left out."\n', "utf-8")
    assert "supplement-late" not in [each.code for each in supplement(published, tmp_path / "out", DATE).problems]


WITHDRAWN = AGENDA.replace('"Schools"', '"Schools"\nwithdrawn = "The school stays."')


def test_a_published_item_is_withdrawn_by_a_supplement_and_its_pages_stay_counted(published, tmp_path):
    first, last = span(published, "7/Places")
    end = read_published(published).last
    published.write_text(WITHDRAWN, "utf-8")
    assert codes(lambda: pack(published, tmp_path / "again")) == ["pack-published-withdrawn"]
    supplement(published, tmp_path / "out", DATE)
    front = said(tmp_path / "out" / "supplement-1.pdf")
    assert "Item 7 will not be taken." in front
    assert f"This item is withdrawn: The school stays. Its papers stood on pages {first} to {last} of the agenda pack." in front
    assert stamps(tmp_path / "out" / "supplement-1.pdf")[0] == f"Page {end + 1 + end % 2}"
    assert span(published, "7/Places") == (first, last)
    assert codes(lambda: supplement(published, tmp_path / "out", DATE)) == ["supplement-nothing"]


def test_a_consolidated_pack_lists_a_withdrawn_item_without_its_papers(published, tmp_path):
    published.write_text(WITHDRAWN, "utf-8")
    supplement(published, tmp_path / "out", DATE)
    consolidate(published, tmp_path / "all")
    whole = said(tmp_path / "all" / "consolidated-pack.pdf")
    assert "This item is withdrawn: The school stays." in whole
    assert PUBLIC not in whole
    mapped = json.loads((tmp_path / "all" / "page-map.json").read_text("utf-8"))["papers"]
    assert [each["consolidated"] for each in mapped if each["item"] == "7"] == [None]


GONE = AGENDA.replace('file = "places.pdf"', 'file = "places.pdf"\nwithdrawn = "The school stays."')


def test_a_single_paper_is_withdrawn_by_a_supplement_and_its_pages_stay_counted(published, tmp_path):
    (paper,) = [each for each in read_published(published).papers.values() if each.item == "7"]
    published.write_text(GONE, "utf-8")
    assert codes(lambda: pack(published, tmp_path / "again")) == ["pack-published-withdrawn"]
    supplement(published, tmp_path / "out", DATE)
    front = said(tmp_path / "out" / "supplement-1.pdf")
    assert "Papers of item 7 are withdrawn." in front
    assert "Places (withdrawn: The school stays)" in front
    assert f"It stood on pages {paper.first} to {paper.last} of the agenda pack." in front
    assert PUBLIC not in front
    assert codes(lambda: supplement(published, tmp_path / "more", DATE)) == ["supplement-nothing"]
    consolidate(published, tmp_path / "all")
    assert PUBLIC not in said(tmp_path / "all" / "consolidated-pack.pdf")


def test_a_paper_withdrawn_before_publication_is_listed_and_left_out(agenda, tmp_path):
    agenda.write_text(GONE, "utf-8")
    pack(agenda, tmp_path / "out", publish=True)
    whole = said(tmp_path / "out" / "agenda-pack.pdf")
    assert "Places (withdrawn: The school stays)" in whole
    assert PUBLIC not in whole
    assert not list((tmp_path / "out" / "items").glob("item-7-*"))


def test_an_item_that_a_supplement_withdrew_is_not_asked_to_be_withdrawn_again(published, tmp_path):
    published.write_text(WITHDRAWN, "utf-8")
    supplement(published, tmp_path / "out", DATE)
    assert codes(lambda: pack(published, tmp_path / "again")) == ["pack-published-later"]


def test_an_open_paper_that_was_withdrawn_unpublished_makes_nothing_public(agenda, tmp_path):
    (tmp_path / "places.pdf").write_bytes(pdf_bytes(pdf_of(SECRET)))
    with pikepdf.open(tmp_path / "report.pdf", allow_overwriting_input=True) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(SECRET, 0))
        pdf.save()
    agenda.write_text(WITHDRAWN, "utf-8")
    assert set(codes(lambda: pack(agenda, tmp_path / "out"))) == {"pack-leak"}


def test_an_item_withdrawn_before_publication_is_listed_and_its_papers_left_out(agenda, tmp_path):
    text = WITHDRAWN.replace('"Refuse lorries"', '"Refuse lorries"\nwithdrawn = "No bids came."')
    agenda.write_text(text, "utf-8")
    pack(agenda, tmp_path / "out", publish=True)
    front = said(tmp_path / "out" / "agenda-pack.pdf")
    assert "This item is withdrawn: No bids came." in front
    assert "100A(4)" not in front
    assert not (tmp_path / "out" / "members").exists()
    assert read_published(agenda).papers == {}


def test_a_supplement_that_withdraws_can_be_made_again(published, tmp_path):
    published.write_text(WITHDRAWN, "utf-8")
    done = supplement(published, tmp_path / "out", DATE)
    sealed = [SealedFile(each.path.name, each.checksum, each.size) for each in done.files]
    assert all(each.reproduced for each in rebuilt_packs(sealed, published))


def test_no_word_of_a_withdrawn_exempt_paper_gets_out(published, tmp_path):
    published.write_text(AGENDA.replace('"Refuse lorries"', '"Refuse lorries"\nwithdrawn = "No bids came."'), "utf-8")
    supplement(published, tmp_path / "out", DATE)
    files = {"supplement-1.pdf": (tmp_path / "out" / "supplement-1.pdf").read_bytes()}
    assert leaks(files, {"tender.pdf": (tmp_path / "tender.pdf").read_bytes()}, {}) == ()


def test_an_agenda_that_says_otherwise_than_it_was_published_is_told(published, tmp_path):
    text = AGENDA.replace("Room 1, County Hall", "Room 2").replace('"Schools"', '"School places"')
    published.write_text(text, "utf-8")
    told = [each for each in pack(published, tmp_path / "out").problems if each.code == "pack-published-said"]
    assert [(each.value, each.place.column or each.place.block) for each in told] == [("room", "room"), ("title", "item 7")]


@pytest.mark.parametrize("key", ["house", "template", "supplement_template"])
def test_what_is_wrong_with_the_councils_own_template_is_told_under_its_name(published, tmp_path, key):
    (tmp_path / "own.docx").write_bytes(b"no Word file")
    published.write_text(LATER + f'[pack]\n{key} = "own.docx"\n', "utf-8")
    with pytest.raises(PapersError) as stopped:
        supplement(published, tmp_path / "out", DATE) if key != "template" else pack(published, tmp_path / "out")
    assert {each.place.file for each in stopped.value.problems} == {"own.docx"}


def test_the_front_sheet_tells_during_which_items_the_meeting_is_likely_not_to_be_open(agenda, tmp_path):
    sentence = "During these items the meeting is likely not to be open to the public."
    pack(agenda, tmp_path / "open")
    assert sentence not in said(tmp_path / "open" / "agenda-pack.pdf")
    agenda.write_text(CLOSED_NOW, "utf-8")
    pack(agenda, tmp_path / "closed")
    assert sentence in said(tmp_path / "closed" / "agenda-pack.pdf")


def test_papers_have_the_same_numbers_for_all_though_members_read_more_on_the_front_sheet(agenda, tmp_path):
    titles = [f"A subject of some length that takes a line of the front sheet, number {n}" for n in range(9)]
    papers = "".join(f'[[items.papers]]\ntitle = "{title}"\nfile = "tender.pdf"\n' for title in titles)
    last = f'[[items]]\nnumber = "8"\ntitle = "Tenders"\n{CLOSED}{papers}[pack]\nodd_pages = false\n'
    agenda.write_text(AGENDA + last, "utf-8")
    pack(agenda, tmp_path / "out", publish=True)
    public, members = tmp_path / "out" / "agenda-pack.pdf", tmp_path / "out" / "members" / "members-pack.pdf"
    first, _ = span(agenda, "7/Places")
    shown = [dict(zip(stamps(path), words(path), strict=True))[f"Page {first}"] for path in (public, members)]
    assert all(PUBLIC in " ".join(text.split()) for text in shown)
    assert "This page is intentionally left blank" in said(public)


def test_a_correction_whose_file_is_the_published_one_is_refused_at_its_line(published, tmp_path):
    published.write_text(AGENDA + 'corrected = "A village was left out."\n', "utf-8")
    with pytest.raises(PapersError) as stopped:
        supplement(published, tmp_path / "new", DATE)
    assert [(each.code, each.place.column) for each in stopped.value.problems] == [("supplement-uncorrected", "corrected")]
    assert not (tmp_path / "new").exists()


def test_a_correction_of_a_supplements_paper_is_not_said_to_be_of_the_agendas(published, tmp_path):
    published.write_text(LATER, "utf-8")
    supplement(published, tmp_path / "out", DATE)
    (tmp_path / "figures.pdf").write_bytes(pdf_bytes(pdf_of("Other figures of the budget.")))
    published.write_text(LATER.replace('"figures.pdf"', '"figures.pdf"\ncorrected = "A sum was wrong."'), "utf-8")
    supplement(published, tmp_path / "out", DATE)
    front = said(tmp_path / "out" / "supplement-2.pdf")
    assert "stand for papers that were published before and need correcting" in front
    assert "of supplement 1: A sum was wrong." in front


def test_a_closed_paper_of_an_open_item_is_listed_among_exempt_papers(published, tmp_path):
    text = AGENDA + '[[items.papers]]\ntitle = "A letter"\nfile = "letter.pdf"\nclassification = "confidential"\n'
    (tmp_path / "letter.pdf").write_bytes(pdf_bytes(pdf_of("Whitehall asks that nobody tells of its wish for the school.")))
    published.write_text(text, "utf-8")
    supplement(published, tmp_path / "out", DATE)
    for path in ("supplement-1.pdf", "members/members-supplement-1.pdf"):
        unrestricted, exempt = said(tmp_path / "out" / path).split("Exempt papers")
        assert "A letter" not in unrestricted
        assert "A letter" in exempt


def test_the_pages_of_a_withdrawn_item_are_one_range(agenda, tmp_path):
    text = AGENDA + '[[items.papers]]\ntitle = "More figures"\nfile = "figures.pdf"\n'
    agenda.write_text(text, "utf-8")
    pack(agenda, tmp_path / "out", publish=True)
    first, last = span(agenda, "7/Places")[0], span(agenda, "7/More figures")[1]
    agenda.write_text(text.replace('"Schools"', '"Schools"\nwithdrawn = "The school stays."'), "utf-8")
    supplement(agenda, tmp_path / "out", DATE)
    assert f"Its papers stood on pages {first} to {last} of the agenda pack." in said(tmp_path / "out" / "supplement-1.pdf")


def test_a_consolidated_pack_says_on_its_front_sheet_of_what_it_is_made(published, tmp_path):
    published.write_text(LATER, "utf-8")
    supplement(published, tmp_path / "out", DATE)
    consolidate(published, tmp_path / "all")
    front = " ".join(words(tmp_path / "all" / "consolidated-pack.pdf")[0].replace("\u00a0", " ").split())
    assert "Consolidated pack: it brings together the agenda pack of 14 March 2014 and supplement 1 of 18 March 2014." in front
    assert "Its page numbers are not those of the published files; page-map.json gives both for each paper." in front
