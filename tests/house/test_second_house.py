"""The second house template is different in everything, and the Word files and the PDFs change together."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile

import pypdf
import pytest

from papers.commands.build import build
from papers.commands.compose import composer_for
from papers.commands.report import open_report
from papers.document import Document, Heading, Paragraph, Run, Section, walk
from papers.errors import PapersError
from papers.house import STYLES, heading_labels, read_house, unfollowed
from papers.layout import lay_out
from papers.readers.word import read_word
from papers.writers.word import write_word
from tests.conftest import FERNSHIRE, KENT, ROOT

USUAL = (ROOT / "templates" / "house.docx").read_bytes()
SECOND = (ROOT / "templates" / "house-serif.docx").read_bytes()
PAPERS = ("quarterly-performance-report", "cabinet-cover-report")


def changed(template: bytes, part: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            target.writestr(name, data)
    return out.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The report and its cover in each house, by the house's name: Word bytes and PDF by paper."""
    found = {}
    for house in ("house", "house-serif"):
        out = tmp_path_factory.mktemp(house)
        build(KENT, out, only=PAPERS, house=ROOT / "templates" / f"{house}.docx")
        found[house] = {f"{name}.{end}": (out / f"{name}.{end}").read_bytes() for name in PAPERS for end in ("docx", "pdf")}
    return found


def test_the_second_template_differs_in_every_style_and_all_else():
    one, two = read_house(USUAL), read_house(SECOND)
    assert all(one.styles[name] != two.styles[name] and one.styles[name].font != two.styles[name].font for name in STYLES)
    for what in ("page", "table", "header", "footer", "header_line", "footer_line", "logo"):
        assert getattr(one, what) != getattr(two, what), what
    assert {style.font for style in two.styles.values()} == {"Times New Roman"}
    assert unfollowed(SECOND) == unfollowed(USUAL) == ()


@pytest.mark.parametrize("paper", PAPERS)
def test_fonts_change_in_both(built, paper):
    for house, pdf_font, word_font in (("house", "LiberationSans", "Arial"), ("house-serif", "LiberationSerif", "Times New Roman")):
        reader = pypdf.PdfReader(io.BytesIO(built[house][f"{paper}.pdf"]))
        fonts = {str(font.get_object()["/BaseFont"]) for page in reader.pages for font in page["/Resources"]["/Font"].values()}
        assert all(pdf_font in each for each in fonts if "DejaVu" not in each)
        styles = zipfile.ZipFile(io.BytesIO(built[house][f"{paper}.docx"])).read("word/styles.xml").decode()
        assert set(re.findall(r'w:ascii="([^"]+)"', styles)) == {word_font}


@pytest.mark.parametrize("paper", PAPERS)
def test_colours_and_margins_change_in_both(built, paper):
    for house, colour, left in (("house", "12436D", 1243), ("house-serif", "14532D", 1480)):
        word = zipfile.ZipFile(io.BytesIO(built[house][f"{paper}.docx"]))
        assert f'w:color w:val="{colour}"' in word.read("word/styles.xml").decode()
        assert f'w:left="{left}"' in re.search(r"<w:pgMar [^>]*>", word.read("word/document.xml").decode())[0]
        pages = pypdf.PdfReader(io.BytesIO(built[house][f"{paper}.pdf"])).pages
        drawn = "\n".join(page.get_contents().get_data().decode() for page in pages)
        shares = (f"{int(colour[n : n + 2], 16) / 255:.4f}" for n in (0, 2, 4))
        assert " ".join(f"{float(each):g}" for each in shares) in drawn
        assert f"Tf {left / 20:.2f} " in drawn


def test_header_footer_logo_and_numbers_of_headings_change_in_both(built):
    pdf = pypdf.PdfReader(io.BytesIO(built["house-serif"]["quarterly-performance-report.pdf"]))
    words = pdf.pages[4].extract_text()
    assert "Kent County Council" in words
    assert "5 / " in words
    assert "Page 5" in pypdf.PdfReader(io.BytesIO(built["house"]["quarterly-performance-report.pdf"])).pages[4].extract_text()
    assert len(pdf.pages[0].images) == 1
    word = zipfile.ZipFile(io.BytesIO(built["house-serif"]["quarterly-performance-report.docx"]))
    assert "word/media/logo.png" in word.namelist()
    assert 'DOCPROPERTY "Organisation"' in word.read("word/header1.xml").decode()
    assert re.search(r'styleId="Heading2".*?<w:numId w:val="3"/>', word.read("word/styles.xml").decode(), re.DOTALL)
    assert any(str(mark.title).startswith("4 Executive summary") for mark in pdf.outline if not isinstance(mark, list))
    assert "4.1 Ratings by directorate" in pdf.pages[1].extract_text().replace("\n", " ")


def test_charts_take_the_accents_of_the_house_in_both(built):
    for house, bars in (("house", "12436D"), ("house-serif", "14532D")):
        word = zipfile.ZipFile(io.BytesIO(built[house]["quarterly-performance-report.docx"]))
        charts = [word.read(name).decode() for name in word.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
        assert any(f'<a:srgbClr val="{bars}"/>' in chart for chart in charts)
        other = {"12436D": "14532D", "14532D": "12436D"}[bars]
        assert not any(other in chart for chart in charts)


def test_colours_of_ratings_are_those_of_the_scheme_in_every_house(built):
    for house in ("house", "house-serif"):
        word = zipfile.ZipFile(io.BytesIO(built[house]["quarterly-performance-report.docx"])).read("word/document.xml").decode()
        assert 'w:fill="00693E"' in word


def test_headings_are_numbered_as_word_counts_them():
    composer = composer_for(open_report(FERNSHIRE), None, ROOT / "templates" / "house-serif.docx")
    document = composer.full_report.document
    labels = heading_labels(document, composer.house)
    headings = [each for each in walk(document) if isinstance(each, Heading)]
    ones = [labels[each.id] for each in headings if each.level == 1]
    assert ones == [str(n) for n in range(1, len(ones) + 1)]
    under: dict[str, list[str]] = {}
    for each in headings:
        if each.level == 2:
            under.setdefault(labels[each.id].split(".")[0], []).append(labels[each.id])
    assert all(found == [f"{part}.{n}" for n in range(1, len(found) + 1)] for part, found in under.items())
    assert max(map(len, under.values())) > 2
    assert heading_labels(document, read_house(USUAL)) == {}


def test_a_number_with_a_space_stands_in_the_heading_and_letters_and_roman_numbers_count():
    numbering = zipfile.ZipFile(io.BytesIO(SECOND)).read("word/numbering.xml").decode()
    one = re.search(r'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>', numbering)[0]
    roman = one.replace('"decimal"/>', '"upperRoman"/>').replace("<w:pStyle", '<w:suff w:val="space"/><w:pStyle')
    house = read_house(changed(SECOND, "word/numbering.xml", one, roman))
    blocks = tuple(Heading(f"h{n}", 1, (Run(f"Part {n}"),)) for n in range(4))
    document = Document("d", "D", (Section("s", blocks),), "Council")
    assert list(heading_labels(document, house).values()) == ["I ", "II ", "III ", "IV "]
    assert lay_out(document, house).bookmarks[3].title == "IV Part 3"


def test_a_paper_in_the_second_house_is_read_back_as_it_was():
    composer = composer_for(open_report(FERNSHIRE), None, ROOT / "templates" / "house-serif.docx")
    paper = composer.full_report
    assert read_word(paper.as_bytes("docx")).document == paper.document


def test_an_officers_own_cover_template_keeps_its_look(tmp_path):
    own = tmp_path / "templates"
    own.mkdir()
    (own / "cabinet-cover-report.docx").write_bytes((ROOT / "templates" / "cabinet-cover-report.docx").read_bytes())
    (own / "house.docx").write_bytes(SECOND)
    report = open_report(KENT)
    assert b"Arial" in zipfile.ZipFile(io.BytesIO(composer_for(report, own).officers_templates[PAPERS[1]])).read("word/styles.xml")
    (own / "cabinet-cover-report.docx").unlink()
    dressed = composer_for(report, own)
    assert b"Arial" not in zipfile.ZipFile(io.BytesIO(dressed.officers_templates[PAPERS[1]])).read("word/styles.xml")
    assert {style.font for style in dressed.house.styles.values()} == {"Times New Roman"}


def test_an_officers_own_front_takes_the_place_of_the_drafted_one(tmp_path):
    shipped = (ROOT / "templates" / "report-front.docx").read_bytes()
    own = changed(shipped, "word/document.xml", "{{ page.title }}", "{{ page.title }} of {{ council }}")
    (tmp_path / "report-front.docx").write_bytes(own)
    paper = composer_for(open_report(FERNSHIRE), tmp_path).full_report
    title = next(each for each in walk(paper.document) if isinstance(each, Paragraph) and each.role == "title")
    assert title.id == "title/title"
    assert title.inlines[0].text.endswith(" of Fernshire County Council (fictitious)")
    usual = composer_for(open_report(FERNSHIRE)).full_report.document
    assert paper.document.sections[1:] == usual.sections[1:]


def test_what_the_pdf_does_not_follow_is_reported():
    styled = '<w:style w:type="paragraph" w:styleId="Lead"'
    styles = zipfile.ZipFile(io.BytesIO(USUAL)).read("word/styles.xml").decode()
    lead = re.search(r'w:styleId="Lead">.*?</w:style>', styles, re.DOTALL)[0]
    shaded = lead.replace("<w:pPr>", '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>').replace(
        "<w:rPr>", "<w:rPr><w:smallCaps/>"
    )
    more = f'{styled.replace("Lead", "Own")}><w:name w:val="Our Own"/></w:style></w:styles>'
    template = changed(changed(USUAL, "word/styles.xml", lead, shaded), "word/styles.xml", "</w:styles>", more)
    said = [each.message for each in unfollowed(template)]
    assert any("small capitals in style Lead" in each for each in said)
    assert any("a style that no paper uses in style Our Own" in each for each in said)


def test_a_font_without_a_file_is_named_with_the_nearest_one():
    house = read_house(changed(SECOND, "word/styles.xml", "Times New Roman", "Garamond"))
    document = Document("d", "D", (Section("s", (Paragraph("p", (Run("Words"),)),)),), "Council")
    with pytest.raises(PapersError, match=r"Garamond.*nearest is Times New Roman"):
        lay_out(document, house)


@pytest.mark.libreoffice
def test_pages_break_at_the_same_places_in_word_and_in_the_pdf(tmp_path, built):
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    for name in PAPERS:
        (tmp_path / f"{name}.docx").write_bytes(built["house-serif"][f"{name}.docx"])
    files = [tmp_path / f"{name}.docx" for name in PAPERS]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name in PAPERS:
        ours = pypdf.PdfReader(io.BytesIO(built["house-serif"][f"{name}.pdf"]))
        theirs = pypdf.PdfReader(tmp_path / f"{name}.pdf")
        assert len(ours.pages) == len(theirs.pages)
        for one, two in zip(ours.pages, theirs.pages, strict=True):
            assert set(re.findall(r"\w{6,}", one.extract_text())) & set(re.findall(r"\w{6,}", two.extract_text()))


def test_word_writes_the_same_document_in_both_houses():
    document = Document("d", "D", (Section("s", (Paragraph("p", (Run("Words"),)), Heading("h", 1, (Run("Part"),)))),), "Council")
    for template in (USUAL, SECOND):
        house = read_house(template)
        assert read_word(write_word(document, template, house, lay_out(document, house).page_of)).document == document
