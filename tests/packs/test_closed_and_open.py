"""What open and closed papers of one meeting share: the same file is refused, a long passage is told, what is hidden is a leak."""

import datetime as dt
import json

import pytest
from PIL import Image

from papers.commands.pack import pack
from papers.commands.supplement import consolidate, supplement
from papers.errors import PapersError
from papers.packs.leaks.texts import texts_of
from tests.packs.parts import ours
from tests.packs.planted import BOILERPLATE, OPEN, SECRET, pdf_bytes, pdf_of
from tests.packs.test_agenda import MEETING
from tests.packs.test_sight import HIDDEN
from tests.packs.test_supplements import codes, words

CLOSED = 'classification = "exempt"\nparagraphs = [3]\npublic_interest = "Bidders would know each other\'s prices."\n'


def paper(number, title, file, secrecy=""):
    return f'[[items]]\nnumber = "{number}"\ntitle = "{title}"\n[[items.papers]]\ntitle = "{title}"\nfile = "{file}"\n{secrecy}'


@pytest.fixture
def agenda(tmp_path):
    """An agenda with an open paper and a closed one."""
    (tmp_path / "open.pdf").write_bytes(pdf_bytes(pdf_of(f"{BOILERPLATE} {OPEN}")))
    (tmp_path / "closed.pdf").write_bytes(pdf_bytes(pdf_of(f"{BOILERPLATE} {SECRET}")))
    path = tmp_path / "agenda.toml"
    path.write_text(f"{MEETING}\n{paper(1, 'Depot', 'open.pdf')}{paper(2, 'Tender', 'closed.pdf', CLOSED)}", "utf-8")
    return path


@pytest.mark.parametrize("way", HIDDEN)
def test_an_open_paper_that_hides_words_of_a_closed_one_stops_the_pack(agenda, tmp_path, way):
    (tmp_path / "open.pdf").write_bytes(pdf_bytes(HIDDEN[way]()))
    (code,) = set(codes(lambda: pack(agenda, tmp_path / "out")))
    assert code in ("pack-leak", "pdf-cropped-words")
    assert not (tmp_path / "out").exists()


def test_a_closed_paper_of_ours_is_no_leak_for_its_day_its_language_and_its_program(agenda, tmp_path):
    (tmp_path / "closed.pdf").write_bytes(ours("Tender"))
    assert [each.code for each in pack(agenda, tmp_path / "out").problems if each.code == "pack-leak"] == []


def test_the_same_file_as_an_open_and_as_a_closed_paper_is_refused(agenda, tmp_path):
    (tmp_path / "open.pdf").write_bytes((tmp_path / "closed.pdf").read_bytes())
    assert codes(lambda: pack(agenda, tmp_path / "out")) == ["pack-same-paper"]
    assert not (tmp_path / "out").exists()


def test_a_long_passage_that_an_open_and_a_closed_paper_share_is_told_with_its_page(agenda, tmp_path):
    (tmp_path / "open.pdf").write_bytes(pdf_bytes(pdf_of(OPEN, SECRET)))
    (told,) = [each for each in pack(agenda, tmp_path / "out").problems if each.code == "pack-shared"]
    assert told.level == "advice"
    assert "Depot (item 1, paper 1)" in told.message
    assert "page 2" in told.message
    assert "preferred bidder for the Northgate depot" in told.message


def test_a_shared_passage_that_comes_again_and_again_is_told_once(agenda, tmp_path):
    (tmp_path / "open.pdf").write_bytes(pdf_bytes(pdf_of(OPEN, SECRET, SECRET, SECRET)))
    (told,) = [each for each in pack(agenda, tmp_path / "out").problems if each.code == "pack-shared"]
    assert "page 2" in told.message


def test_two_closed_papers_of_one_name_are_both_searched_for(agenda, tmp_path):
    (tmp_path / "other.pdf").write_bytes(pdf_bytes(pdf_of("Nothing of the kind is said here at all.")))
    second = paper(3, "Tender", "other.pdf", CLOSED)
    agenda.write_text(agenda.read_text("utf-8") + second, "utf-8")
    (tmp_path / "open.pdf").write_bytes(pdf_bytes(HIDDEN["white"]()))
    assert set(codes(lambda: pack(agenda, tmp_path / "out"))) == {"pack-leak"}


def test_a_confidential_paper_of_an_executive_is_closed_by_its_regulations_on_sheet_and_stamp(agenda, tmp_path):
    secret = agenda.read_text("utf-8").replace(CLOSED, 'classification = "confidential"\n')
    agenda.write_text(secret.replace("[[items]]", "executive = true\n\n[[items]]", 1), "utf-8")
    pack(agenda, tmp_path / "out")
    for name in ("agenda-pack.pdf", "members/members-pack.pdf"):
        said = " ".join(" ".join(words(tmp_path / "out" / name)).split())
        assert "onfidential under regulation 4(2)(a) of SI 2012/2089" in said
        assert "section 100A(2)" not in said


def test_nothing_public_has_a_closed_papers_title_where_there_is_another(agenda, tmp_path):
    hidden = 'title = "Buy-out price from Sea Limited"\npublic_title = "A property matter"\n'
    text = (
        agenda.read_text("utf-8")
        .replace('title = "Tender"\n', hidden, 1)
        .replace('title = "Tender"\n', 'title = "Sea valuation by Knight"\n')
    )
    late = '[[items.papers]]\nlabel = "Appendix 2"\ntitle = "Sea heads of terms"\nfile = "late.pdf"\n'
    mixed = f'[[items]]\nnumber = "3"\ntitle = "Land"\n[[items.papers]]\ntitle = "Land"\nfile = "land.pdf"\n[[items.papers]]\n{hidden}file = "terms.pdf"\n'
    (tmp_path / "late.pdf").write_bytes(pdf_bytes(pdf_of("The heads of terms were settled with the seller in January.")))
    (tmp_path / "terms.pdf").write_bytes(pdf_bytes(pdf_of("The seller asks for half of the price before Easter and half after it.")))
    (tmp_path / "land.pdf").write_bytes(pdf_bytes(pdf_of("Members are asked to note the report on land.")))
    agenda.write_text(f"{text}{mixed}{CLOSED}", "utf-8")
    pack(agenda, tmp_path / "out", publish=True)
    agenda.write_text(f"{text}{late}{CLOSED}{mixed}{CLOSED}", "utf-8")
    supplement(agenda, tmp_path / "out", dt.date(2014, 3, 18))
    consolidate(agenda, tmp_path / "all")
    public = [each for name in ("out", "all") for each in (tmp_path / name).rglob("*") if each.is_file() and each.parent.name != "members"]
    assert {"page-map.json", "supplement-1.pdf", "agenda-front-sheet.docx", "consolidated-pack.pdf"} <= {each.name for each in public}
    said = {each.name: " ".join(text.words for text in texts_of(each.name, each.read_bytes())) for each in public}
    assert [name for name, text in said.items() if "Sea " in text] == []
    titles = [each["title"] for each in json.loads((tmp_path / "all" / "page-map.json").read_text("utf-8"))["papers"]]
    assert titles == ["Depot", "A property matter", "Land", "A property matter", "Appendix 2: A property matter"]


def test_an_items_public_title_stands_everywhere_in_public_where_one_paper_of_it_is_closed(agenda, tmp_path):
    sale = 'title = "Sale to Sea Limited"\n'
    head = f'[[items]]\nnumber = "3"\n{sale}public_title = "A property matter"\n'
    same = f'[[items.papers]]\n{sale}file = "land.pdf"\n'
    closed = '[[items.papers]]\nlabel = "Appendix 1"\ntitle = "Valuation of Sea Limited"\nfile = "terms.pdf"\n' + CLOSED
    late = f'[[items.papers]]\nlabel = "Appendix 2"\n{sale}file = "map.png"\nalt = "A field"\n'
    (tmp_path / "land.pdf").write_bytes(pdf_bytes(pdf_of("Members are asked to note the report on land.")))
    (tmp_path / "terms.pdf").write_bytes(pdf_bytes(pdf_of("The seller asks for half of the price before Easter and half after it.")))
    Image.new("RGB", (400, 300), "green").save(tmp_path / "map.png")
    agenda.write_text(agenda.read_text("utf-8") + head + same + closed, "utf-8")
    pack(agenda, tmp_path / "out", publish=True)
    agenda.write_text(agenda.read_text("utf-8") + late, "utf-8")
    supplement(agenda, tmp_path / "out", dt.date(2014, 3, 18))
    consolidate(agenda, tmp_path / "all")
    public = [each for name in ("out", "all") for each in (tmp_path / name).rglob("*") if each.is_file() and each.parent.name != "members"]
    assert {"item-3-a-property-matter.pdf", "supplement-1-item-3-a-property-matter.pdf"} <= {each.name for each in public}
    said = {each.name: " ".join(text.words for text in texts_of(each.name, each.read_bytes())) for each in public}
    assert [name for name, text in said.items() if "Sea " in text or "sea-" in name] == []
    titles = [each["title"] for each in json.loads((tmp_path / "all" / "page-map.json").read_text("utf-8"))["papers"]]
    assert titles[2:] == ["A property matter", "Appendix 1: A property matter", "Appendix 2: A property matter"]
    assert "Sale to Sea Limited" in " ".join(words(tmp_path / "out" / "members" / "members-pack.pdf"))


@pytest.fixture
def leaking(agenda, tmp_path):
    """An agenda whose published pack hides what a closed paper says that comes later; the account of a supplement with it."""
    closed = agenda.read_text("utf-8")
    (tmp_path / "open.pdf").write_bytes(pdf_bytes(HIDDEN["white"]()))
    agenda.write_text(f"{MEETING}\n{paper(1, 'Depot', 'open.pdf')}", "utf-8")
    pack(agenda, tmp_path / "out", publish=True)
    agenda.write_text(closed, "utf-8")
    return agenda


@pytest.mark.parametrize("out", ["out", "elsewhere"])
def test_a_closed_paper_whose_words_are_published_already_stops_its_supplement(leaking, tmp_path, out):
    before = leaking.with_name("agenda.published.json").read_bytes()
    with pytest.raises(PapersError) as stopped:
        supplement(leaking, tmp_path / out, dt.date(2014, 3, 18))
    assert {each.code for each in stopped.value.problems} == {"published-leak"}
    files = [each.message.split(" already, in ")[1].split(" (")[0] for each in stopped.value.problems]
    assert files == ["agenda-pack.pdf", *(["items/item-1-depot.pdf"] if out == "out" else [])]
    assert all("Tender (item 2, paper 1)" in each.message for each in stopped.value.problems)
    assert leaking.with_name("agenda.published.json").read_bytes() == before
    assert not list(tmp_path.rglob("supplement-*"))


def test_what_is_taken_off_and_corrected_lets_the_closed_paper_come(leaking, tmp_path):
    (tmp_path / "mended.pdf").write_bytes(pdf_bytes(pdf_of(f"{BOILERPLATE} {OPEN}")))
    mended = 'file = "mended.pdf"\ncorrected = "It held words of another paper."'
    leaking.write_text(leaking.read_text("utf-8").replace('file = "open.pdf"', mended), "utf-8")
    assert set(codes(lambda: supplement(leaking, tmp_path / "out", dt.date(2014, 3, 18)))) == {"published-leak"}
    (tmp_path / "out" / "agenda-pack.pdf").unlink()
    (tmp_path / "out" / "items" / "item-1-depot.pdf").unlink()
    assert supplement(leaking, tmp_path / "out", dt.date(2014, 3, 18)).files


def test_what_published_papers_openly_say_a_late_closed_paper_may_say(agenda, tmp_path):
    closed = agenda.read_text("utf-8")
    (tmp_path / "open.pdf").write_bytes(pdf_bytes(pdf_of(OPEN, SECRET)))
    agenda.write_text(f"{MEETING}\n{paper(1, 'Depot', 'open.pdf')}", "utf-8")
    pack(agenda, tmp_path / "out", publish=True)
    agenda.write_text(closed, "utf-8")
    assert "pack-shared" in {each.code for each in supplement(agenda, tmp_path / "out", dt.date(2014, 3, 18)).problems}


@pytest.mark.parametrize("out", [".", "..", "papers"])
def test_files_for_the_public_go_to_no_folder_that_has_the_agenda_or_a_closed_paper(agenda, tmp_path, out):
    (tmp_path / "papers").mkdir()
    (tmp_path / "closed.pdf").rename(tmp_path / "papers" / "closed.pdf")
    agenda.write_text(agenda.read_text("utf-8").replace('"closed.pdf"', '"papers/closed.pdf"'), "utf-8")
    assert codes(lambda: pack(agenda, tmp_path / out)) == ["pack-among-closed"]
    assert not list(tmp_path.rglob("agenda-pack.pdf"))


def test_an_agenda_without_closed_papers_may_lie_beside_its_pack(agenda, tmp_path):
    agenda.write_text(agenda.read_text("utf-8").replace(CLOSED, ""), "utf-8")
    assert pack(agenda, tmp_path).files
