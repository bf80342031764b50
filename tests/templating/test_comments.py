"""Errors as Word comments, and comments in general: each at its words, in a part as Word writes it."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from papers.templating import Remark, commented, examine, render, with_comments
from tests.readers.word_files import WORD, para, run, word_file
from tests.templating.test_render import ABOUT

W = f"{{{WORD}}}"


def ranges(data: bytes) -> dict[str, str]:
    """The words that each comment's range covers, by its text."""
    document = Document(io.BytesIO(data))
    texts = {str(each.comment_id): each.text for each in document.comments}
    found: dict[str, str] = {}
    for own, text in texts.items():
        covered, inside = "", False
        for each in document.element.body.iter():
            if each.tag == f"{W}commentRangeStart" and each.get(f"{W}id") == own:
                inside = True
            if each.tag == f"{W}commentRangeEnd" and each.get(f"{W}id") == own:
                inside = False
            covered += (each.text or "") if inside and each.tag == f"{W}t" else ""
        found[text] = covered
    return found


def test_each_error_stands_as_a_comment_at_its_tag():
    template = word_file(
        para("Of {{ nmae }} and more"), para(run("A {{ na") + run("me.x }} b", "<w:b/>")), para("{{ nmae }} {{ nmae }}"), para("Fine")
    )
    findings = examine(template, "board.docx", {"document": ABOUT, "name": "n"}).findings
    data = commented(template, findings)
    assert set(ranges(data).values()) == {"{{ nmae }}", "{{ name.x }}"}
    document = Document(io.BytesIO(data))
    assert len(list(document.comments)) == len(findings) == 4
    assert any("Did you mean name?" in each.text for each in document.comments)
    assert [p.text for p in document.paragraphs] == ["Of {{ nmae }} and more", "A {{ name.x }} b", "{{ nmae }} {{ nmae }}", "Fine"]
    assert [r.text for r in document.paragraphs[1].runs if r.bold] == ["me.x }}", " b"]


def test_the_copy_keeps_tracked_changes_and_comments_and_renders_no_less():
    deleted = f'<w:del w:id="1" w:author="x">{run("{{ old }}").replace("w:t", "w:delText")}</w:del>'
    comments = f'<w:comments xmlns:w="{WORD}"><w:comment w:id="4" w:author="A. Officer">{para("mine")}</w:comment></w:comments>'
    template = word_file(
        para(deleted + run("{{ nmae }}")),
        parts={"word/comments.xml": comments},
        links=(("rIdC", "comments", "comments.xml"),),
    )
    data = commented(template, examine(template, "t", {"document": ABOUT, "name": "n"}).findings)
    assert "mine" in ranges(data)
    assert b"{{ old }}" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    assert render(data, "t", {"document": ABOUT, "nmae": "n"})


def test_what_is_wrong_in_a_header_is_said_at_the_first_paragraph():
    header = f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>{{{{ nmae }}}}</w:t></w:r></w:p></w:hdr>'
    template = word_file(para("First"), parts={"word/header1.xml": header}, links=(("rIdH", "header", "header1.xml"),))
    data = commented(template, examine(template, "t", {"document": ABOUT, "name": "n"}).findings)
    ((text, covered),) = ranges(data).items()
    assert text.startswith("In the page header: {{ nmae }}")
    assert covered == "First"


def test_words_that_are_not_there_put_the_comment_on_the_whole_paragraph():
    data = with_comments(
        word_file(para("One"), para("Two words")), [Remark(1, "three", "Where?"), Remark(0, "", "All\nof it")], "A. Reader"
    )
    assert ranges(data) == {"Where?": "Two words", "All\nof it": "One"}


def test_comments_are_the_same_bytes_for_the_same_input():
    template = word_file(para("One two three"))
    remarks = [Remark(0, "two", "Why?")]
    assert with_comments(template, remarks) == with_comments(template, remarks)
    assert ranges(with_comments(template, remarks)) == {"Why?": "two"}


def test_a_comment_on_the_result_of_a_field_stands_around_the_field():
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText xml:space="preserve"> DOCPROPERTY x </w:instrText></w:r>'
    data = word_file(para(run("Before ") + mark("begin") + code + mark("separate") + run("84%") + mark("end") + run(" after")))
    document = Document(io.BytesIO(with_comments(data, [Remark(0, "84%", "It is 48%.")])))
    parts = list(document.paragraphs[0]._p)
    kinds = [next((f.get(f"{W}fldCharType") for f in each.iter(f"{W}fldChar")), each.tag.removeprefix(W)) for each in parts]
    assert kinds.index("commentRangeStart") == kinds.index("begin") - 1
    assert kinds.index("commentRangeEnd") == kinds.index("end") + 1
