"""What is typed in the open controls of charts and contents is read as text of nobody's block, never lost."""

from __future__ import annotations

import re

import pytest

from papers.document import Contents, Document, Heading, Section, Table, inlines, plain, walk
from papers.readers.word import Read, read_word
from tests.readers.test_word_copy import MAIN, part_of, with_part
from tests.word.sample import bars, compact, written

ADDED = "Words typed here"
RUN = f"<w:r><w:t>{ADDED}</w:t></w:r>"
PARAGRAPH = f"<w:p>{RUN}</w:p>"


def paper() -> Document:
    blocks = (
        Contents("contents", "Contents", 2),
        Heading("one", 1, inlines("Performance in 2013")),
        Heading("two", 2, inlines("Adult social care")),
        bars(),
        compact(2),
    )
    return Document("sample", "A sample", (Section("s", blocks),), organisation="Anyshire County Council")


def edited(before: str, after: str) -> Read:
    def change(text: str) -> str:
        assert before in text
        return text.replace(before, after, 1)

    return read_word(with_part(written(paper()), MAIN, change))


def typed(read: Read) -> list[str]:
    """The words of the blocks that were not sent, in reading order."""
    sent = {each.id for each in walk(paper())}
    return [plain(each.inlines) for each in walk(read.document) if each.id not in sent]


PLACES = {
    "beside a chart": ("</w:drawing></w:r></w:p>", f"</w:drawing></w:r>{RUN}</w:p>", ADDED),
    "under a chart, in its control": ("</w:drawing></w:r></w:p>", f"</w:drawing></w:r></w:p>{PARAGRAPH}", ADDED),
    "in the title of the contents": (">Contents</w:t></w:r></w:p>", f">Contents</w:t></w:r>{RUN}</w:p>", ADDED),
    "in a line of the contents": (">Adult social care</w:t></w:r>", f">Adult social care</w:t></w:r>{RUN}", f"Adult social care{ADDED}1"),
    "under the contents, in their control": (
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent>',
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>{PARAGRAPH}</w:sdtContent>',
        ADDED,
    ),
}


def test_an_unchanged_file_has_no_added_words() -> None:
    read = read_word(written(paper()))
    assert (read.document, read.problems) == (paper(), ())


@pytest.mark.parametrize("place", PLACES)
def test_words_typed_in_an_open_control_are_text_of_their_own_and_reported(place: str) -> None:
    before, after, words = PLACES[place]
    read = edited(before, after)
    assert typed(read) == [words]
    assert [each.code for each in read.problems] == ["word-added"]
    assert {each.id for each in walk(paper())} < {each.id for each in walk(read.document)}


def test_words_typed_above_a_chart_stand_before_it() -> None:
    found = re.search(r'<w:tag w:val="indicator/AB01/chart"/>.*?<w:sdtContent>', written_text())
    assert found
    read = edited(found[0], f"{found[0]}{PARAGRAPH}")
    ids = [each.id for each in walk(read.document)]
    assert typed(read) == [ADDED]
    assert ids.index("indicator/AB01/chart") == ids.index("text/1") + 1


def written_text() -> str:
    return part_of(written(paper()), MAIN)


def test_a_line_of_the_contents_that_word_has_not_brought_up_to_date_is_no_text() -> None:
    head, tail = written_text().rsplit("Adult social care", 1)
    read = read_word(with_part(written(paper()), MAIN, lambda _: f"{head}Care of adults{tail}"))
    assert typed(read) == []


def test_words_typed_beside_a_chart_in_a_table_are_kept() -> None:
    text = written_text()
    table = next(each for each in walk(paper()) if isinstance(each, Table))
    at = text.index("</w:drawing></w:r></w:p>", text.index(f'<w:tag w:val="{table.id}"/>'))
    read = read_word(with_part(written(paper()), MAIN, lambda all_: f"{all_[:at]}</w:drawing></w:r>{RUN}{all_[at + 18 :]}"))
    assert [(each.what, each.words, each.block) for each in read.dropped] == [("Text beside a chart in a table", ADDED, table.id)]
