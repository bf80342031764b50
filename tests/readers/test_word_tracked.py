"""Tracked changes, read as if accepted or as if rejected and listed; comments with their author, date and place."""

from __future__ import annotations

import datetime as dt

import pytest

from papers.document import Heading, Paragraph, Table, plain, walk
from papers.readers.word import Read, Tracked, read_blocks, read_word
from tests.readers.word_files import WORD, para, run, types, word_file

BY = 'w:id="9" w:author="A. Officer" w:date="2014-02-20T09:30:00Z"'
WHEN = dt.datetime(2014, 2, 20, 9, 30, tzinfo=dt.UTC)
INS, DEL = f"<w:ins {BY}>{{}}</w:ins>", f"<w:del {BY}>{{}}</w:del>"


def gone(words: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'


def mark(kind: str) -> str:
    """A paragraph's properties that say its mark was inserted, deleted or moved."""
    return f"<w:rPr><w:{kind} {BY}/></w:rPr>"


def control(tag: str, *content: str, alias: str = "") -> str:
    named = f'<w:alias w:val="{alias}"/><w:lock w:val="sdtLocked"/>' if alias else ""
    return f'<w:sdt><w:sdtPr>{named}<w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{"".join(content)}</w:sdtContent></w:sdt>'


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Title</dc:title>'
    "<cp:lastModifiedBy>N. Jones</cp:lastModifiedBy><dcterms:modified>2014-02-21T10:00:00Z</dcterms:modified></cp:coreProperties>"
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="core.xml"/>'
    "</Relationships>"
)


def read(*body: str, tracked: Tracked = "accepted", comments: str = "") -> Read:
    parts: dict[str, bytes | str] = {"core.xml": CORE, "_rels/.rels": LINKS}
    if comments:
        parts["word/comments.xml"] = f'<w:comments xmlns:w="{WORD}">{comments}</w:comments>'
    links = (("rIdC", "comments", "comments.xml"),) if comments else ()
    return read_word(word_file(*body, parts=parts, links=links), tracked)


def words(found: Read) -> list[str]:
    return [plain(each.inlines) for each in walk(found.document) if isinstance(each, Paragraph | Heading)]


PAIRS: dict[str, tuple[str, list[str], list[str]]] = {
    "insertion": (para(run("It rose") + INS.format(run(" by 3%")) + run(".")), ["It rose by 3%."], ["It rose."]),
    "deletion": (para(run("It ") + DEL.format(gone("hardly ")) + run("rose.")), ["It rose."], ["It hardly rose."]),
    "deleted insertion": (para(run("It rose") + INS.format(DEL.format(gone(" a lot")))), ["It rose"], ["It rose"]),
    "parted paragraph": (para(run("One. "), properties=mark("ins")) + para(run("Two.")), ["One. ", "Two."], ["One. Two."]),
    "joined paragraphs": (para(run("One. "), properties=mark("del")) + para(run("Two.")), ["One. Two."], ["One. ", "Two."]),
    "new paragraph": (
        para(run("One."), properties=mark("ins")) + para(INS.format(run("Two."))),
        ["One.", "Two."],
        ["One."],
    ),
    "deleted paragraph": (para(DEL.format(gone("One.")), properties=mark("del")) + para("Two."), ["Two."], ["One.", "Two."]),
    "moved paragraph": (
        para(f"<w:moveFrom {BY}>{run('Moved.')}</w:moveFrom>", properties=mark("moveFrom"))
        + para("Stays.")
        + para(f"<w:moveTo {BY}>{run('Moved.')}</w:moveTo>", properties=mark("moveTo"))
        + para("Last."),
        ["Stays.", "Moved.", "Last."],
        ["Moved.", "Stays.", "Last."],
    ),
    "last paragraph deleted": (para("One.") + para(DEL.format(gone("Two.")), properties=mark("del")), ["One."], ["One.", "Two."]),
}


@pytest.mark.parametrize(("body", "accepted", "rejected"), PAIRS.values(), ids=PAIRS)
def test_changes_are_read_as_if_accepted_or_as_if_rejected(body: str, accepted: list[str], rejected: list[str]) -> None:
    assert words(read(body)) == accepted
    assert words(read(body, tracked="rejected")) == rejected


def test_a_row_that_was_added_or_taken_out_stands_or_not() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>" + para("{}") + "</w:tc></w:tr>"
    made = row.format("<w:tblHeader/>", "Head") + row.format(f"<w:ins {BY}/>", "New") + row.format(f"<w:del {BY}/>", "Old")
    table = f'<w:tbl><w:tblPr><w:tblCaption w:val="T"/></w:tblPr><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{made}</w:tbl>'

    def rows(tracked: Tracked) -> list[str]:
        (found,) = read(table, tracked=tracked).document.sections[0].blocks
        assert isinstance(found, Table)
        return [plain(each.cells[0].inlines) for each in found.rows]

    assert rows("accepted") == ["Head", "New"]
    assert rows("rejected") == ["Head", "Old"]
    assert [(each.kind, each.text) for each in read(table).changes] == [("row inserted", "New"), ("row deleted", "Old")]


def test_a_table_whose_rows_are_all_taken_out_is_gone() -> None:
    row = f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{para('Old')}</w:tc></w:tr>"
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{row}</w:tbl>'
    assert words(read(table, para("After."))) == ["After."]


def test_a_look_that_was_changed_is_the_new_one_or_the_old_one() -> None:
    look = f"<w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    body = para(f"<w:r><w:rPr>{look}</w:rPr><w:t>Words</w:t></w:r>")

    def runs(tracked: Tracked) -> tuple[bool, bool]:
        (block,) = read(body, tracked=tracked).document.sections[0].blocks
        assert isinstance(block, Paragraph)
        (found,) = block.inlines
        return found.bold, found.italic  # type: ignore[union-attr]

    assert runs("accepted") == (True, False)
    assert runs("rejected") == (False, True)
    assert [(each.kind, each.text) for each in read(body).changes] == [("formatted", "Words")]


def test_a_style_that_was_changed_is_the_new_one_or_the_old_one() -> None:
    change = f'<w:pPrChange {BY}><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>'
    body = para("Words", properties=change)
    assert isinstance(read(body).document.sections[0].blocks[0], Paragraph)
    assert isinstance(read(body, tracked="rejected").document.sections[0].blocks[0], Heading)


def test_changes_are_listed_with_author_date_words_and_place() -> None:
    body = control("a/commentary", para(run("It rose") + INS.format(run(" by")) + INS.format(run(" 3%"))), alias="Commentary")
    (found,) = read(body).changes
    assert (found.kind, found.author, found.date, found.text, found.block, found.near) == (
        "inserted", "A. Officer", WHEN, "by 3%", "a/commentary", "It rose by 3%",
    )  # fmt: skip


def test_two_changes_with_words_between_them_are_two() -> None:
    body = para(INS.format(run("One ")) + run("and ") + INS.format(run("two")) + DEL.format(gone(" three")))
    assert [(each.kind, each.text) for each in read(body).changes] == [("inserted", "One"), ("inserted", "two"), ("deleted", "three")]


def test_a_paragraph_that_was_only_parted_is_a_change_without_words() -> None:
    assert [(each.kind, each.text) for each in read(para("One.", properties=mark("ins")), para("Two.")).changes] == [("inserted", "")]


def test_a_file_without_changes_lists_none() -> None:
    assert read(para("Words")).changes == ()


def test_an_officers_own_file_is_read_with_its_changes_accepted() -> None:
    (found,), problems = read_blocks(
        word_file(para(run("It ") + DEL.format(gone("hardly ")) + INS.format(run("surely ")) + run("rose."))), "c"
    )
    assert isinstance(found, Paragraph)
    assert plain(found.inlines) == "It surely rose."
    assert problems == ()


# --- comments -------------------------------------------------------------------------------------------------------

NOTE = f'<w:comment w:id="4" w:author="N. Jones" w:date="2014-02-20T09:30:00Z">{para("Is this right?")}</w:comment>'
AT = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'


def test_a_comment_is_listed_with_author_date_words_and_place_and_its_paragraph_is_kept() -> None:
    body = control("a/commentary", para(run("It rose ") + AT.format(run("by 3%")) + run(" since.")), alias="Commentary")
    found = read(body, comments=NOTE)
    (comment,) = found.comments
    assert (comment.author, comment.date, comment.text, comment.block, comment.words) == (
        "N. Jones", WHEN, "Is this right?", "a/commentary", "by 3%",
    )  # fmt: skip
    assert words(found)[-1] == "It rose by 3% since."
    assert [each.code for each in found.problems] == []


def test_a_comment_on_no_words_has_those_of_its_paragraph() -> None:
    (comment,) = read(para(run("It rose.") + '<w:r><w:commentReference w:id="4"/></w:r>'), comments=NOTE).comments
    assert comment.words == "It rose."


def test_a_comment_whose_place_is_gone_is_listed_all_the_same() -> None:
    (comment,) = read(para("Words"), comments=NOTE).comments
    assert (comment.text, comment.block) == ("Is this right?", "")


def test_an_answer_says_what_it_answers_and_whether_it_is_done_with() -> None:
    identity = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId='
    notes = NOTE.replace("<w:p>", f'<w:p {identity}"00000001">') + (
        f'<w:comment w:id="5" w:author="A. Officer"><w:p {identity}"00000002">{run("Yes.")}</w:p></w:comment>'
    )
    threads = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>'
        "</w15:commentsEx>"
    )
    parts: dict[str, bytes | str] = {
        "core.xml": CORE,
        "_rels/.rels": LINKS,
        "[Content_Types].xml": types(),
        "word/comments.xml": f'<w:comments xmlns:w="{WORD}">{notes}</w:comments>',
        "word/commentsExtended.xml": threads,
    }
    links = (("rIdC", "comments", "comments.xml"), ("rIdE", "commentsExtended", "commentsExtended.xml"))
    body = para(run("It rose.") + '<w:r><w:commentReference w:id="4"/><w:commentReference w:id="5"/></w:r>')
    first, second = read_word(word_file(body, parts=parts, links=links)).comments
    assert (first.resolved, first.answers) == (True, "")
    assert (second.answers, second.date) == ("Is this right?", None)


# --- who saved it ---------------------------------------------------------------------------------------------------


def test_who_saved_the_file_and_when_is_said() -> None:
    found = read(para("Words"))
    assert (found.modified_by, found.modified, found.program) == ("N. Jones", dt.datetime(2014, 2, 21, 10, tzinfo=dt.UTC), "")


def test_a_copied_block_is_named_with_the_id_of_its_copy() -> None:
    made = control("a/status", para("Words"))
    found = read(made, made)
    first, second = found.document.sections[0].blocks
    assert (first.id, found.copies) == ("a/status", {second.id: "a/status"})
    assert [each.code for each in found.problems] == ["word-copied"]


def test_headings_that_leave_out_a_level_since_one_was_deleted_are_raised() -> None:
    found = read(
        para("One", "Heading1"), control("x", para("Two", "Heading2")), para("Three", "Heading2"), control("y", para("Four", "Heading2"))
    )
    assert [each.level for each in walk(found.document) if isinstance(each, Heading)] == [1, 2, 2, 2]
    found = read(control("x", para("Two", "Heading2")), control("y", para("Four", "Heading2")))
    assert [each.level for each in walk(found.document) if isinstance(each, Heading)] == [1, 2]
    assert "word-heading-raised" in [each.code for each in found.problems]


def test_a_heading_typed_in_a_commentary_moves_no_heading_after_it() -> None:
    found = read(
        para("Performance", "Heading1"),
        para("Roads", "Heading2"),
        control("a/commentary", para("Typed", "Heading1"), para("Words."), alias="Commentary"),
        '<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr><w:r><w:t>Trend</w:t></w:r></w:p>',
    )
    assert [(plain(each.inlines), each.level) for each in walk(found.document) if isinstance(each, Heading)] == [
        ("Performance", 1),
        ("Roads", 2),
        ("Typed", 2),
        ("Trend", 3),
    ]
    assert [each.value for each in found.problems if each.code == "word-heading-raised"] == ["Typed"]
