"""The search for restricted words and figures in public files finds each planted leak and takes no shared wording for one."""

import time
from io import BytesIO

import pikepdf
import pytest

from papers.commands.build import build
from papers.errors import PapersError
from papers.packs.leaks import Leak, leaks, wordless
from tests.conftest import KENT
from tests.packs.planted import BOILERPLATE, OPEN, PLANTED, RUN, SECRET, docx_of, pdf_bytes, pdf_of, public_pdf, workbook_of

RESTRICTED = {"exempt.pdf": pdf_bytes(pdf_of(f"{BOILERPLATE} {SECRET}"))}
SOURCES = {"open.docx": docx_of(), "open.pdf": pdf_bytes(public_pdf())}


def found(data, restricted=RESTRICTED, sources=SOURCES):
    return leaks({"public": data}, restricted, sources)


@pytest.mark.parametrize("place", PLANTED)
def test_a_planted_leak_is_found(place):
    words = " ".join(leak.words for leak in found(PLANTED[place]()))
    plain = "".join(filter(str.isalnum, words.casefold()))
    assert "".join(filter(str.isalnum, RUN.casefold())) in plain


def test_the_hiding_places_are_many():
    assert len(PLANTED) >= 29
    assert {
        "in_text",
        "in_metadata",
        "in_attachment",
        "in_bookmark",
        "in_alternative",
        "in_chart_workbook",
        "in_xmp",
        "in_hidden_layer",
        "in_earlier_revision",
        "in_word_comment",
        "in_deleted_text",
        "in_hidden_text",
        "in_word_properties",
        "in_form_field",
        "in_annotation",
    } <= set(PLANTED)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("in_metadata", "metadata"),
        ("in_bookmark", "title or bookmark"),
        ("in_alternative", "text alternative"),
        ("in_attachment", "attachment working.csv, text"),
        ("in_attached_pdf", "attachment draft.pdf, page 1"),
        ("in_earlier_revision", "earlier revision 1"),
        ("in_word_comment", "comment"),
        ("in_deleted_text", "deleted text of a tracked change"),
        ("in_hidden_text", "hidden text"),
        ("in_custom_xml", "custom XML"),
        ("in_chart_workbook", "chart workbook, sheet"),
        ("in_hidden_layer", "page 1"),
        ("in_removed_page", "page that was taken out"),
    ],
)
def test_a_leak_says_where_it_is(place, said):
    assert said in {leak.place for leak in found(PLANTED[place]())}


def test_a_leak_quotes_the_restricted_words_as_they_stand_and_names_their_file():
    (leak,) = [each for each in found(PLANTED["in_word_comment"]()) if each.kind == "words"]
    assert leak == Leak("public", "comment", " ".join(leak.words.split()), "exempt.pdf")
    assert leak.words.startswith("The preferred bidder for the Northgate depot is Harrow")


@pytest.mark.parametrize("name", SOURCES)
def test_shared_wording_is_no_leak(name):
    assert found(SOURCES[name]) == ()


def test_what_an_open_paper_shows_may_be_said_again():
    assert found(PLANTED["in_metadata"](), sources={**SOURCES, "agenda": SECRET.encode()}) == ()


def test_what_an_open_paper_hides_excuses_nothing():
    hiding = PLANTED["in_word_comment"]()
    assert found(hiding, sources={"open.docx": hiding})


def test_a_picture_that_both_papers_carry_with_the_same_alternative_is_no_leak():
    logo = "The white horse of the county on a red field above the words of its motto"
    body = f'<w:p><w:r><w:drawing><docPr descr="{logo}"/></w:drawing></w:r></w:p>'
    assert found(docx_of(body), {"exempt.docx": docx_of(body)}, {"open.docx": docx_of(body)}) == ()


def test_seven_words_are_no_run_and_eight_are():
    words = ["Harrow", "and", "Finch", "Limited", "whose", "sealed", "tender", "was"]
    restricted = {"exempt.txt": " ".join(words).encode()}
    assert found(" ".join(words[:7]).encode(), restricted) == ()
    assert len(found(" ".join(words).encode(), restricted)) == 1


def test_words_are_found_however_they_are_written():
    restricted = {"exempt.txt": "The efficiency of the official café offering was re-examined by staff".encode()}
    written = "THE E\ufb03CIENCY of  the of\ufb01cial cafe\u0301 off\u00adering\nwas reexam-\nined by staff"
    assert len(found(written.encode(), restricted)) == 1


def test_letter_by_letter_is_found():
    runs = "".join(f"<w:r><w:t>{each}</w:t></w:r>" for each in SECRET.replace("'", "’"))
    assert found(docx_of(f"<w:p>{runs}</w:p>"))


def test_a_run_over_two_pages_is_found():
    words = SECRET.split()
    assert found(pdf_bytes(pdf_of(" ".join(words[:4]), " ".join(words[4:8]))))


def test_runs_of_bare_numbers_are_no_leak():
    ticks = b"0 20 40 60 80 100 120 140 160 180"
    assert found(ticks, {"exempt.txt": ticks}) == ()


def test_titles_that_stand_apart_make_no_run_together():
    titles = ("Financial implications", "Legal implications", "Equality implications", "Climate implications")
    pdf = public_pdf()
    with pdf.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(title, 0) for title in titles)
    assert found(pdf_bytes(pdf), {"exempt.txt": " ".join(titles).encode()}) == ()


def test_a_long_figure_is_found_without_words():
    (leak,) = found(docx_of(word__embeddings__Sheet1_xlsx=workbook_of("412350")))
    assert (leak.kind, leak.source) == ("figure", "exempt.pdf")
    assert "£412,350" in leak.words


def test_a_short_figure_is_found_near_its_words_alone():
    near = "a payment of 87.5 thousand to the dismissed person"
    far = "the lorries were in use for 87.5 hours"
    assert [leak.kind for leak in found(docx_of(f"<w:p><w:r><w:t>{near}</w:t></w:r></w:p>"))] == ["figure"]
    assert found(docx_of(f"<w:p><w:r><w:t>{far}</w:t></w:r></w:p>")) == ()


def test_a_figure_that_an_open_paper_prints_is_no_leak():
    said = "The sealed tender was £412,350 at Northgate"
    assert found(said.encode(), sources={"open.txt": said.encode()}) == ()


def test_a_locked_public_file_is_refused_not_passed():
    locked = BytesIO()
    public_pdf().save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(PapersError) as stopped:
        found(locked.getvalue())
    assert [each.code for each in stopped.value.problems] == ["leak-unsearchable"]


@pytest.mark.parametrize("data", [b"%PDF-1.7 rubbish", b"PK\x03\x04 rubbish"])
def test_a_damaged_public_file_is_refused_not_passed(data):
    with pytest.raises(PapersError):
        found(data)


def test_a_scan_has_no_words_to_look_for():
    assert wordless({"scan.pdf": pdf_bytes(pdf_of("")), "exempt.pdf": RESTRICTED["exempt.pdf"]}) == ("scan.pdf",)


def test_papers_of_one_report_are_no_leak_of_each_other_but_of_what_only_one_says(tmp_path):
    build(KENT, tmp_path, only=("cabinet-cover-report", "quarterly-performance-report"), formats=("docx", "pdf", "html"))
    files = {each.name: each.read_bytes() for each in tmp_path.iterdir() if not each.name.startswith(".")}
    report = {name: data for name, data in files.items() if name.startswith("quarterly")}
    cover = {name: data for name, data in files.items() if name.startswith("cabinet")}
    assert leaks(report, {"exempt.pdf": report["quarterly-performance-report.pdf"]}, report) == ()
    assert leaks(cover, {"exempt.pdf": report["quarterly-performance-report.pdf"]}, cover) == ()
    assert leaks(report, {"exempt.pdf": cover["cabinet-cover-report.pdf"]}, {}) != ()


def test_twice_the_text_takes_about_twice_the_time():
    def seconds(copies):
        public = "\n".join(f"{OPEN} {n} {BOILERPLATE}" for n in range(copies)).encode()
        secret = "\n".join(f"{SECRET} {n}" for n in range(copies)).encode()
        start = time.process_time()
        leaks({"public.txt": public}, {"exempt.txt": secret}, {"open.txt": public})
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 12 * seconds(1000)
