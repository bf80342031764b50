"""What a Word file holds where its pages don't show it: codes of fields and tips of links go, what stays is told."""

from __future__ import annotations

from io import BytesIO

import pytest
from click.testing import CliRunner
from docx import Document as WordDocument

from papers.cli import main
from papers.packs.leaks import leaks
from papers.packs.stripping import strip_word
from tests.readers.test_word_from_anyone import control, para, run
from tests.readers.word_files import word_file

SECRET = "the buyer offered four million and asked us to keep that to ourselves until May"
LINK = (("rIdL", "hyperlink", "https://example.org"),)


def complex_field(code, shown="Shown"):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    name, *rest = code.partition(" ")
    halves = name, "".join(rest)
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{half}</w:instrText></w:r>' for half in halves)
    return f"{mark('begin')}{codes}{mark('separate')}{run(shown)}{mark('end')}"


def stripped(*body):
    return strip_word(word_file(*body, links=LINK, external=("rIdL",)), "accepted")


def words(data):
    return [each.text for each in WordDocument(BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    "inner",
    [
        complex_field(f"COMMENTS &quot;{SECRET}&quot;"),
        complex_field(f"PAGE {SECRET}"),
        complex_field(f"HYPERLINK &quot;https://example.org&quot; \\o &quot;{SECRET}&quot;"),
        f'<w:fldSimple w:instr="QUOTE &quot;{SECRET}&quot;">{run("Shown")}</w:fldSimple>',
        f'<w:hyperlink r:id="rIdL" w:tooltip="{SECRET}">{run("Shown")}</w:hyperlink>',
        run("Shown") + complex_field(f"XE &quot;{SECRET}&quot;", ""),
    ],
)
def test_codes_and_tips_go_and_the_words_stay(inner):
    found = stripped(para(run("Before ") + inner + run(" after")))
    assert words(found.data) == ["Before Shown after"]
    assert leaks({"a.docx": found.data}, {"e.txt": SECRET.encode()}, {}) == ()
    assert set(found.taken) <= {"codes of fields", "tips of links"}
    assert found.taken


def test_fields_within_the_code_of_a_field_go_with_it():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    inner = (
        f"{mark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>{complex_field('PAGE', '3')}{mark('separate')}{run('Shown')}{mark('end')}"
    )
    assert words(stripped(para(inner)).data) == ["Shown"]


@pytest.mark.parametrize("code", ["PAGE", " PAGEREF _Ref1 \\h ", "TOC \\o &quot;1-3&quot; \\h \\z \\u", "DOCPROPERTY &quot;Period&quot;"])
def test_fields_that_word_must_work_out_stay(code):
    found = stripped(para(complex_field(code)))
    assert found.taken == {}
    assert code.replace("&quot;", '"').strip() in leaks_text(found.data)


def leaks_text(data):
    root = WordDocument(BytesIO(data)).element
    return "".join(each.text or "" for each in root.iter("{*}instrText")).strip()


def test_what_stays_unseen_is_told():
    body = (para(run("Seen") + run("In white", '<w:color w:val="FFFFFF"/>') + run("Tiny", '<w:sz w:val="2"/>')),)
    assert stripped(*body).unseen == ("text in white (“In white”)", "text too small to be read (“Tiny”)", "addresses of links (1)")


def test_title_and_subject_are_told():
    made, out = WordDocument(), BytesIO()
    made.add_paragraph("Words")
    made.core_properties.title, made.core_properties.subject = "Depots", "What the buyer offered"
    made.save(out)
    assert strip_word(out.getvalue(), "accepted").unseen == ("the title “Depots”", "the subject “What the buyer offered”")


def strip(path, out):
    return CliRunner().invoke(main, ["strip", str(path), "--out", str(out)])


def test_a_file_is_not_written_over_itself(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(para()))
    before = path.read_bytes()
    done = strip(path, tmp_path / "." / "a.docx")
    assert done.exit_code == 1
    assert "over itself" in done.output
    assert path.read_bytes() == before


def test_a_file_with_controls_of_a_template_is_stripped(tmp_path):
    (tmp_path / "a.docx").write_bytes(word_file(para(), control('<w:tag w:val="Report Date"/><w:date/>')))
    done = strip(tmp_path / "a.docx", tmp_path / "b.docx")
    assert done.exit_code == 0
    assert "holds nothing beside what it shows" in done.output
