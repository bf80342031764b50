"""Characters that no font of the papers has: those that say nothing are folded, the others reported."""

from __future__ import annotations

import pytest

from papers.document import Paragraph, plain
from papers.metrics import missing
from papers.readers.characters import printable
from papers.readers.word import read_blocks
from tests.readers.test_word_tracked import control
from tests.readers.test_word_tracked import read as returned
from tests.readers.word_files import para, run, word_file

FOLDED = {
    "a soft hyphen": ("infor\u00admation", "information"),
    "a space without width": ("one\u200btwo", "onetwo"),
    "a byte order mark": ("\ufeffone", "one"),
    "a mark of direction": ("one\u200e", "one"),
    "a joiner of words": ("one\u2060two", "onetwo"),
    "a separator of lines": ("one\u2028two", "one two"),
    "a new line of mainframes": ("one\x85two", "one two"),
    "Symbol's bullet": ("\uf0b7 one", "• one"),
    "an accent apart from its letter": ("cafe\u0301", "café"),
    "a selector of forms": ("one\ufe0f", "one"),
}


@pytest.mark.parametrize("case", FOLDED)
def test_characters_that_say_nothing_are_folded_where_a_word_file_is_read(case: str) -> None:
    before, after = FOLDED[case]
    (block,), problems = read_blocks(word_file(para(before)), "x")
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == after
    assert problems == ()
    assert missing((after,)) == ""


@pytest.mark.parametrize("words", ["£1,000 – 5%", "na\u00efve", "½ “so” …"])
def test_a_text_that_the_fonts_have_stays_as_it_is(words: str) -> None:
    assert printable(words) is words


def test_words_soft_hyphen_is_no_character() -> None:
    (block,), _ = read_blocks(word_file(para("<w:r><w:t>infor</w:t><w:softHyphen/><w:t>mation</w:t></w:r>")), "x")
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == "information"


@pytest.mark.parametrize("character", ["\U0001f600", "漢", "ش"])
def test_a_character_that_no_font_has_is_reported_with_its_place(character: str) -> None:
    read = returned(control("a/commentary", para(run(f"Well done {character}{character}")), alias="Commentary"))
    assert [(each.code, each.value) for each in read.problems if each.code != "word-emptied"] == [("character-without-glyph", character)]
    assert character in str(read.document)
    assert "Well done" in read.problems[0].place.block


def test_words_symbol_for_a_bullet_is_a_bullet() -> None:
    (block,), problems = read_blocks(
        word_file(para('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> one</w:t></w:r>')), "x"
    )
    assert isinstance(block, Paragraph)
    assert (plain(block.inlines), problems) == ("• one", ())
