"""The gate: no file is labelled accessible whose structure is not."""

import pytest

from papers.errors import PapersError
from papers.layout import lay_out
from papers.layout.placed import Tag
from papers.writers.pdf import write_pdf
from tests.layout import stress


def tags(tag: Tag):
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from tags(kid)


def first(layout, role: str) -> Tag:
    return next(each for each in tags(layout.structure) if each.role == role)


def lose_alternative(layout):
    first(layout, "Figure").alt = " "


def lose_scope(layout):
    first(layout, "TH").scope = None


def skip_a_level(layout):
    first(layout, "H2").role = "H4"


def lose_a_cell(layout):
    first(layout, "TR").kids.pop()


def list_a_paragraph(layout):
    first(layout, "LI").role = "P"


def silence_a_link(layout):
    page = next(page for page in layout.pages if page.links)
    page.links[0] = page.links[0]._replace(words=" ")


@pytest.mark.parametrize("change", [lose_alternative, lose_scope, skip_a_level, lose_a_cell, list_a_paragraph, silence_a_link])
def test_nothing_is_written_where_the_structure_breaks_a_rule(change):
    document = stress.every_node()
    layout = lay_out(document, stress.house())
    change(layout)
    with pytest.raises(PapersError) as refused:
        write_pdf(document, stress.house(), layout)
    assert {each.code for each in refused.value.problems} == {"not-accessible"}
