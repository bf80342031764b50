"""The HTML twin of every paper: it says what the text says, validates, can be used without sight, and needs nothing beside it."""

import re

import pytest
from lxml import html

from papers.document import headings
from tests.html.reading import complaints, violations, words_of_html
from tests.papers.reading import words_of_text
from tests.papers.test_words import differences

JUDGED = (
    "kent/cabinet-cover-report",
    "kent/directorate-adult-social-care",
    "fernshire-q1/quarterly-performance-report",
    "fernshire-q2/quarterly-performance-report",
)
"""Every kind of page, for a browser to judge: a whole report of 66 pages takes it a minute."""


def without_pages_of_contents(each) -> str:
    """The paper's text without the page numbers of its contents: a page of HTML leads there instead."""
    listed = "|".join(re.escape(heading.name) for heading in headings(each.paper.document))
    return re.sub(rf"^( *(?:{listed}))\t\d+$", r"\1", each.text, flags=re.MULTILINE)


def test_html_says_what_the_text_says(built):
    told = {each.name: differences(words_of_text(without_pages_of_contents(each), each.draft), words_of_html(each.html)) for each in built}
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.vnu
def test_the_validator_has_nothing_against_any_page(built):
    assert complaints(each.file("html") for each in built) == []


@pytest.mark.vnu
def test_the_validator_finds_what_is_broken(built, tmp_path):
    broken = tmp_path / "broken.html"
    broken.write_bytes(built[0].html.replace(b'scope="col"', b'scope="column"', 1))
    assert len(complaints([broken])) == 1


@pytest.mark.chromium
def test_axe_has_nothing_against_any_kind_of_page(built, tmp_path):
    told = {each.name: violations(each.html, tmp_path) for each in built if each.name in JUDGED}
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.chromium
@pytest.mark.parametrize(
    ("whole", "broken", "rule"),
    [
        (b' lang="en-GB"', b"", "html-has-lang"),
        (b"#12436D", b"#C8D4E0", "color-contrast"),
        (b" aria-label=", b" data-label=", "svg-img-alt"),
    ],
)
def test_axe_finds_what_is_broken(built, tmp_path, whole, broken, rule):
    page = next(each.html for each in built if each.name == "kent/directorate-customer-services")
    assert rule in {found.partition(":")[0] for found in violations(page.replace(whole, broken), tmp_path)}


def test_a_page_asks_for_nothing_beside_it(built):
    for each in built:
        page = html.fromstring(each.html.decode())
        assert page.xpath("//script | //link | //iframe | //object") == [], each.name
        assert [source for source in page.xpath("//@src") if not source.startswith("data:")] == [], each.name
        assert not re.search(rb"@import|url\(", each.html), each.name


def test_every_chart_has_its_figures_in_a_table(built):
    for each in built:
        for figure in html.fromstring(each.html.decode()).xpath("//figure[svg]"):
            assert len(figure.xpath("details/table/tbody/tr")) > 0, each.name
