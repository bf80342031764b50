"""Plain text as paragraphs and lists, and figures whole in a difference of words."""

from __future__ import annotations

from papers.document import Bullets, Paragraph
from papers.rounds.plaintext import plain_blocks
from papers.rounds.said import markdown_of
from papers.rounds.threeway import word_difference


def said(text):
    return [markdown_of(block) for block in plain_blocks(text, "text")]


def test_each_line_of_a_text_saved_by_word_is_a_paragraph():
    assert said("Holes were filled.\nMore will be.\n\nThe end.") == ["Holes were filled.", "More will be.", "The end."]


def test_lines_that_a_mail_program_broke_to_a_width_are_joined():
    text = (
        "The repairs of the quarter were made in time, and the contractor has now\n"
        "taken on two more crews for the months of winter.\n"
        "Thanks to all.\n"
    )
    assert said(text) == [" ".join(text.split("\n")[:2]), "Thanks to all."]


def test_lines_with_bullets_or_numbers_are_lists_without_their_signs():
    found = plain_blocks("Two things:\n• first\n• second\n1. one\n2. two\nDone.", "text")
    assert [type(block) for block in found] == [Paragraph, Bullets, Bullets, Paragraph]
    assert [markdown_of(block) for block in found[1:3]] == ["- first\n- second", "1. one\n2. two"]


def test_a_broken_item_of_a_list_is_one_item():
    text = "- the first action, which is told at such a length that it had to be broken\n  into two lines\n- the second\n"
    (found,) = plain_blocks(text, "text")
    assert len(found.items) == 2


def test_an_empty_text_has_no_blocks():
    assert plain_blocks(" \n\n", "text") == ()


def test_a_figure_is_one_word_of_a_difference():
    assert word_difference("It was 9.4% then.", "It was 10.3% then.") == "It was [-9.4%-]{+10.3%+} then."
    assert word_difference("£1,200", "£1,300") == "[-£1,200-]{+£1,300+}"
