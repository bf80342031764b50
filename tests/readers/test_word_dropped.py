"""Words of a Word file that no Document can carry are kept in full, with what they stood in and their place."""

from __future__ import annotations

import pytest

from papers.readers.word import Dropped, read_authored
from tests.readers.test_word_tracked import control, read
from tests.readers.word_files import WORD, para, run, word_file

LONG = "words that go on for a good while and are longer than what a problem shows of them"
BOX = (
    "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='Box'/><a:graphic><a:graphicData "
    "uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:txbx><w:txbxContent>"
    f"{para(LONG)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
CASES = {
    "text box": (para(run("Before.") + BOX), "A text box or shape"),
    "equation": (para(run("Before.") + f"<m:oMath><m:r><m:t>{LONG}</m:t></m:r></m:oMath>"), "An equation"),
    "hidden text": (para(run("Before.") + f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{LONG}</w:t></w:r>"), "Hidden text"),
    "ruby": (
        para(run("Before.") + f"<w:r><w:ruby><w:rubyBase>{run(LONG)}</w:rubyBase></w:ruby></w:r>"),
        "Something that Word calls ruby",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_words_that_no_document_carries_are_kept_in_full_with_their_block(case: str) -> None:
    body, what = CASES[case]
    found = read(control("indicator/CS01/commentary", para("Commentary"), body, alias="Commentary"))
    kept = next(each for each in found.dropped if each.what == what)
    assert (kept.words, kept.block) == (LONG, "indicator/CS01/commentary")
    assert kept.where.startswith("paragraph 2")


def test_comments_in_an_officers_own_file_are_kept() -> None:
    comments = f'<w:comments xmlns:w="{WORD}"><w:comment w:id="1" w:author="B. Care">{para("Is this so?")}</w:comment></w:comments>'
    data = word_file(
        para(run("It rose.") + '<w:r><w:commentReference w:id="1"/></w:r>'),
        parts={"word/comments.xml": comments},
        links=(("rIdC", "comments", "comments.xml"),),
    )
    assert read_authored(data, "x").dropped == (Dropped("A comment", "B. Care: Is this so?", "", "paragraph 1, near “It rose.”"),)
