"""Word files that are not ours: their content controls are words, and what a paper would not show is found."""

from __future__ import annotations

import io
import zipfile

import pytest

from papers.document import Paragraph, plain, walk
from papers.errors import PapersError
from papers.readers.word import read_word, undecided
from tests.readers.test_word_beside import paper
from tests.readers.word_files import WORD, word_file
from tests.word.sample import written


def run(words="Words", properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def para(inner=None, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{run() if inner is None else inner}</w:p>"


def field(code, words=""):
    return f'<w:fldSimple w:instr="{code}">{run(words) if words else ""}</w:fldSimple>'


def shaded(row):
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>Risk</w:t></w:r></w:p></w:tc>"
    shade = '<w:shd w:val="clear" w:fill="FF0000"/>'
    rows = "".join(f"<w:tr>{cell.format(shade if n == row else '')}</w:tr>" for n in range(2))
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{rows}</w:tbl>'


def item(number=1, level=0):
    return para(properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def numbered(*body, form="decimal", text="%1.", start=1):
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    part = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="7">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )
    return word_file(*body, parts={"word/numbering.xml": part}, links=(("rIdN", "numbering", "numbering.xml"),))


def running(kind, *inner):
    part = (
        f'<w:{"hdr" if kind == "header" else "ftr"} xmlns:w="{WORD}"><w:p>{"".join(inner)}</w:p></w:{"hdr" if kind == "header" else "ftr"}>'
    )
    section = f'<w:sectPr><w:{kind}Reference w:type="default" r:id="rIdH"/></w:sectPr>'
    return word_file(para(), section, parts={f"word/{kind}1.xml": part}, links=(("rIdH", kind, f"{kind}1.xml"),))


def lost(data):
    return [each.what for each in read_word(data, from_anyone=True).losses]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (para(run("£900,000", "<w:strike/>")), "struck-out text"),
        (para(run("£900,000", "<w:dstrike/>")), "struck-out text"),
        (para(run("New", '<w:u w:val="single"/>')), "underlined text"),
        (para(run("To check", '<w:highlight w:val="yellow"/>')), "highlighted text"),
        (para(run("To check", '<w:shd w:val="clear" w:fill="FFFF00"/>')), "shaded text"),
        (para(run("Late", '<w:color w:val="FF0000"/>')), "coloured text"),
        (para(run("Secret", '<w:color w:val="FFFFFF"/>')), "text in white"),
        (para(run("Secret", '<w:sz w:val="2"/>')), "text too small to be read"),
        (para(run("Never heard of", "<w:sparkle/>")), "a look of text that Word calls sparkle"),
        (para(run("a") + "<w:r><w:tab/></w:r>" + run("b")), "tabs"),
        (para(run("a") + '<w:r><w:br w:type="page"/></w:r>'), "a page break"),
        (para(properties="<w:pageBreakBefore/>"), "a page break"),
        (para(properties="<w:framePr/>"), "a frame"),
        (para(properties='<w:shd w:val="clear" w:fill="D9D9D9"/>'), "a shaded paragraph"),
        (para(properties="<w:sparkle/>"), "a paragraph's property that Word calls sparkle"),
        (shaded(1), "shaded cells of a table"),
        (para(field("TOC \\o", "Contents 4")), "a table of contents"),
        (para(field("PAGE", "1")), "numbers of pages in its text"),
        (para(field(" PAGEREF _Ref1 \\h ", "7")), "numbers of pages in its text"),
        (para(run() + field("FORMCHECKBOX")), "a field that Word works out (FORMCHECKBOX)"),
        (para() + '<w:sectPr><w:cols w:num="2"/></w:sectPr>', "columns of text"),
        (para() + '<w:sectPr><w:textDirection w:val="tbRl"/></w:sectPr>', "turned text"),
        (para() + '<w:sectPr><w:lnNumType w:countBy="1"/></w:sectPr>', "line numbers"),
    ],
)
def test_what_a_paper_would_not_show_is_found(body, what):
    assert lost(word_file(body)) == [what]


@pytest.mark.parametrize(
    "body",
    [
        para(run("Bold", "<w:b/><w:i/>") + run("2", '<w:vertAlign w:val="superscript"/>')),
        para(run("Set in type", '<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/><w:color w:val="000000"/><w:u w:val="none"/>')),
        para(run("Black", '<w:color w:val="000000" w:themeColor="text1"/>')),
        para(properties='<w:jc w:val="center"/><w:spacing w:after="200"/><w:shd w:val="clear" w:fill="auto"/>'),
        para("<w:r><w:tab/></w:r>" + run("Set in")),
        para(f'<w:hyperlink r:id="rIdL">{run("a link", "<w:u w:val=" + chr(34) + "single" + chr(34) + "/>")}</w:hyperlink>'),
        para(field("REF _Ref1", "Table 1")),
        para(run() + run("Hidden", "<w:vanish/><w:strike/>")),
        shaded(0),
        para(properties='<w:textDirection w:val="lrTb"/><x:collapsed xmlns:x="urn:x"/>')
        + '<w:sectPr><w:textDirection w:val="lrTb"/></w:sectPr>',
        para(run("As ever", '<w:bdr w:val="nil"/><w:position w:val="0"/><w:highlight w:val="none"/><x:glow xmlns:x="urn:x"/>')),
    ],
)
def test_what_a_paper_carries_or_has_its_own_look_for_is_no_loss(body):
    assert lost(word_file(body, links=(("rIdL", "hyperlink", "https://example.org"),), external=("rIdL",))) == []


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (numbered(item(), para(), item()), ["a numbered list that goes on after other text"]),
        (numbered(item(), item(), start=4), ["a list numbered from 4"]),
        (numbered(item(), form="lowerLetter", text="(%1)"), ["a list numbered in lower letter"]),
        (numbered(item(), text="%1.%2"), ["numbers of the form 1.2"]),
        (numbered(para(properties='<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="1"/></w:numPr>')), ["numbered headings"]),
        (numbered(item(), item(), para(), item(2)), []),
        (numbered(item(), text="%1)"), []),
    ],
)
def test_numbers_that_a_paper_would_show_otherwise_are_found(data, what):
    assert lost(data) == what


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (running("header", run("DRAFT")), ["a header"]),
        (running("footer", run("A. Smith")), ["a footer"]),
        (running("footer", run("Page "), field("PAGE", "1"), run(" of "), field("NUMPAGES", "9")), []),
        (running("header"), []),
    ],
)
def test_headers_and_footers_count_but_for_the_numbers_of_pages(data, what):
    assert lost(data) == what


def control(properties, words="1 March 2014"):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{para(run(words))}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("tag", ["ReportDate", "Report Date", "date", "x" * 90])
def test_a_control_that_is_not_ours_is_the_words_in_it(tag):
    read = read_word(word_file(para(), control(f'<w:tag w:val="{tag}"/><w:date/>')), from_anyone=True)
    assert [plain(each.inlines) for each in walk(read.document) if isinstance(each, Paragraph)] == ["Words", "1 March 2014"]
    assert (read.ours, read.prompts) == (False, ())


def test_the_prompt_of_an_empty_control_is_told_and_is_no_text():
    read = read_word(word_file(para(), control('<w:tag w:val="T"/><w:showingPlcHdr/>', "Click to enter a date.")), from_anyone=True)
    assert [plain(each.inlines) for each in walk(read.document) if isinstance(each, Paragraph)] == ["Words"]
    assert read.prompts == ("Click to enter a date.",)


def test_a_paper_of_ours_is_read_as_it_always_was():
    data = written(paper())
    read, before = read_word(data, from_anyone=True), read_word(data)
    assert (read.document, read.problems, read.losses, read.ours) == (before.document, before.problems, (), True)


def test_a_foreign_control_in_a_paper_of_ours_is_the_words_in_it():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written(paper()))) as archive, zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:body>", b"<w:body>" + control('<w:tag w:val="Report Date"/>').encode(), 1)
            made.writestr(name, part)
    read = read_word(out.getvalue(), from_anyone=True)
    assert read.ours
    assert "1 March 2014" in [plain(each.inlines) for each in walk(read.document) if isinstance(each, Paragraph)]


@pytest.mark.parametrize(("kind", "use"), [("paragraph", "<w:pStyle w:val='Secret'/>"), ("character", "")])
def test_text_that_a_style_hides_is_left_out_and_told(kind, use):
    style = f'<w:style w:type="{kind}" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = f'<w:styles xmlns:w="{WORD}">{style}</w:styles>'
    own = "<w:rStyle w:val='Secret'/>" if kind == "character" else ""
    body = para(run("Hidden words", own) + run(" shown", own + '<w:vanish w:val="0"/>'), use)
    read = read_word(word_file(body, parts={"word/styles.xml": styles}))
    assert [plain(each.inlines).strip() for each in walk(read.document) if isinstance(each, Paragraph)] == ["shown"]
    assert [each.code for each in read.problems if each.code == "word-left-out"] == ["word-left-out"]


def test_comments_and_changes_are_found_in_a_file_that_makes_no_paper():
    data = word_file('<w:p><w:del w:author="A. Smith"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>')
    with pytest.raises(PapersError):
        read_word(data, from_anyone=True)
    comments, changes = undecided(data)
    assert (comments, [each.text for each in changes]) == ((), ["Gone"])
