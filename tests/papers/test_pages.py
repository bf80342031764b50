"""The page numbers printed in contents are those of the PDF's bookmarks and those that LibreOffice gives the Word file."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
import pytest

from tests.papers.conftest import Built
from tests.word.opened import W, find, tree


def bookmarks(reader: pypdf.PdfReader) -> list[tuple[str, int]]:
    """Each bookmark's words and page, in order."""

    def entries(items) -> Iterator[tuple[str, int]]:
        for each in items:
            if isinstance(each, list):
                yield from entries(each)
            else:
                yield " ".join(each.title.split()), reader.get_destination_page_number(each) + 1

    return list(entries(reader.outline))


def contents(built: Built) -> list[tuple[str, str, int]]:
    """Each line of the Word file's contents: the bookmark it leads to, its words and its page number."""
    out = []
    for line in find(tree(built.word), "//w:hyperlink[starts-with(@w:anchor, '_Toc')]"):
        shown = "".join({W + "tab": "\t", W + "br": " "}.get(each.tag, each.text or "") for each in line.iter(W + "t", W + "tab", W + "br"))
        name, page = shown.rsplit("\t", 1)
        out.append((line.get(W + "anchor"), " ".join(name.split()), int(page)))
    return out


def headings(built: Built) -> dict[str, str]:
    """The words of each heading that contents lead to, by its bookmark."""
    root = tree(built.word)
    starts = find(root, "//w:p/w:bookmarkStart[starts-with(@w:name, '_Toc')]")
    return {each.get(W + "name"): " ".join("".join(each.getparent().itertext(W + "t")).split()) for each in starts}


def test_contents_lead_to_headings(reports):
    for built in reports:
        found, at = contents(built), headings(built)
        assert len(found) > 15, built.name
        assert {anchor for anchor, _, _ in found} <= set(at), built.name


def test_contents_print_the_pages_of_the_pdfs_bookmarks(reports):
    for built in reports:
        marks = bookmarks(pypdf.PdfReader(io.BytesIO(built.pdf)))
        listed = [(name, page) for _, name, page in contents(built)]
        assert [each for each in marks if each in listed] == listed, built.name


def test_every_heading_outside_of_commentary_is_a_bookmark_of_the_pdf(built):
    for each in built:
        listed = list(headings(each).values())
        marks = [name for name, _ in bookmarks(pypdf.PdfReader(io.BytesIO(each.pdf)))]
        assert marks, each.name
        assert len(listed) in (0, len(marks)), each.name  # an officer's template has headings of its own, without our bookmarks


@pytest.mark.libreoffice
def test_libreoffice_gives_headings_the_pages_that_contents_print(reports, in_libreoffice):
    for built in reports:
        outline = iter(bookmarks(pypdf.PdfReader(in_libreoffice[built.name])))
        at = headings(built)
        wanted = [(at[anchor], page) for anchor, _, page in contents(built)]
        assert [next((found for found in outline if found[0] == name), (name, 0)) for name, _ in wanted] == wanted, built.name


@pytest.mark.libreoffice
def test_libreoffice_gives_every_paper_as_many_pages_as_we_do(built, in_libreoffice):
    pages = {each.name: (len(pypdf.PdfReader(in_libreoffice[each.name]).pages), each.paper.layout.page_count) for each in built}
    assert {name: both for name, both in pages.items() if both[0] != both[1]} == {}
