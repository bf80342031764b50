"""The Word file and the PDF of every paper say what its text says, word for word."""

import difflib

import pypdf

from tests.papers.reading import labels_of_pdf, labels_of_word, words_of_pdf, words_of_text, words_of_word
from tests.word.opened import find, parts, tree, words


def differences(wanted: list[str], found: list[str]) -> list[str]:
    """The stretches that differ, with a few words around them."""
    out = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes() if wanted != found else ():
        if kind != "equal":
            out.append(f"… {' '.join(wanted[max(0, i - 4) : i])} [{' '.join(wanted[i:j])}] became [{' '.join(found[k:m])}]")
    return out[:5]


def test_word_says_what_the_text_says(built):
    told = {each.name: differences(words_of_text(each.text, each.draft), words_of_word(each.word)) for each in built}
    assert {name: found for name, found in told.items() if found} == {}


def test_the_pdf_says_what_the_text_says(built, pdf_texts):
    told = {each.name: differences(words_of_text(each.text, each.draft), words_of_pdf(pdf_texts[each.name])) for each in built}
    assert {name: found for name, found in told.items() if found} == {}


def test_list_items_have_the_same_labels_in_word_and_pdf(built, pdf_texts):
    labels = {each.name: (labels_of_word(each.word), labels_of_pdf(pdf_texts[each.name])) for each in built}
    assert sum(len(found) for found, _ in labels.values()) > 50
    assert {name: both for name, both in labels.items() if both[0] != both[1]} == {}


def test_every_page_of_a_draft_says_so_and_no_page_of_another_paper(built):
    drafts = [each for each in built if each.draft]
    assert {each.report for each in drafts} == {"fernshire-q2"}
    for each in built:
        pages = pypdf.PdfReader(each.file("pdf")).pages
        marked = [bool(each.draft) and " ".join(each.draft.split()) in " ".join(page.extract_text().split()) for page in pages]
        assert marked == [bool(each.draft)] * len(pages), each.name


def test_every_header_of_a_drafts_word_file_says_so(built):
    for each in (one for one in built if one.draft):
        relations = {found.get("Id"): found.get("Target") for found in tree(each.word, "word/_rels/document.xml.rels")}
        used = {relations[found] for found in find(tree(each.word), "//w:headerReference/@r:id")}
        assert used, each.name
        assert all(each.draft in words(tree(each.word, f"word/{name}")) for name in used), each.name


def test_no_word_file_shows_a_field_instead_of_its_result(built):
    for each in built:
        shown = [name for name, part in parts(each.word).items() if name.startswith("word/") and b"Error! " in part]
        assert shown == [], each.name
