"""Pages of HTML of any Document: they say what the text says and lead nowhere in vain."""

import pytest
from hypothesis import given, settings
from lxml import html

from papers.writers.html import write_html
from papers.writers.text import write_text
from tests.html.reading import words_of_html
from tests.papers.reading import words_of_text
from tests.papers.test_words import differences
from tests.readers.documents import documents
from tests.word.sample import house as house_style
from tests.word.sample import paper


@pytest.fixture(scope="module")
def house():
    return house_style()


@settings(max_examples=60, deadline=None)
@given(documents())
def test_a_page_of_any_document_leads_nowhere_in_vain(house, document):
    page = html.fromstring(write_html(document, house).decode())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in page.xpath("//@href") if target.startswith("#")} <= set(ids)
    assert len(page.xpath("//h1")) == 1


def test_a_page_of_every_node_says_what_its_text_says(house):
    document = paper()
    found = words_of_html(write_html(document, house))
    assert differences(words_of_text(write_text(document), document.draft), [word for word in found if word != "below"]) == []


def test_columns_keep_their_shares_and_words_below_a_figure_are_small(house):
    page = html.fromstring(write_html(paper(), house).decode())
    for table in page.xpath("//div[@class='frame']/table"):
        assert len(table.xpath("colgroup/col[@class]")) == sum(int(cell.get("colspan", 1)) for cell in table.xpath("(.//tr)[1]/*"))
    assert page.xpath("//table[contains(@class, 'strip')]/tbody//span[@class='below']")
