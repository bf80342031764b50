"""Every name that a Word template can use is documented, with its value in the shipped report; the shipped templates render."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from papers.assess import assess
from papers.commands.fields import fields, preview
from papers.document import Bullets, Heading, Table, plain, walk
from papers.drafting import TEMPLATES, cover_fields, described, draft, example_agenda, example_supplement, front_fields, papers_of
from papers.drafting.agenda import AgendaItem, AgendaPaper, Meeting, agenda_fields, page_range
from papers.drafting.meanings import AGENDA, FRONT, REPORT, SUPPLEMENT
from papers.errors import PapersError
from papers.intake import read_report
from papers.readers.word import read_word
from papers.templating import render
from tests.conftest import FERNSHIRE, KENT, ROOT

REPORTS = [KENT, FERNSHIRE, ROOT / "data" / "fernshire-2025-26" / "q1"]


def read(report):
    dataset = read_report(report)
    return dataset, assess(dataset)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_field_of_every_template_is_documented(report, template):
    found = fields(report, template)
    assert found.fields
    assert all(each.meaning for each in found.fields)


def test_a_field_without_a_meaning_fails():
    with pytest.raises(KeyError):
        described({"new_field": "x"}, "cabinet-cover-report")


def test_no_meaning_is_left_of_a_field_that_is_gone():
    dataset, assessed = read(KENT)
    words = [band.word for band in assessed.scheme.bands]
    report = cover_fields(dataset, assessed)
    front = front_fields(draft(dataset, assessed, "quarterly-performance-report"), report)
    for values, template, meanings in (
        (report, "cabinet-cover-report", REPORT),
        (front, "report-front", FRONT),
        (example_agenda(dataset), "agenda-front-sheet", AGENDA),
        (example_supplement(dataset), "supplement-front-sheet", SUPPLEMENT),
    ):
        assert len(described(values, template, words)) == len(meanings) + 2 * (len(words) - 1) * any("RATING" in name for name in meanings)


def test_fields_show_the_values_that_the_papers_print():
    shown = {each.name: each.value for each in fields(KENT).fields}
    assert (shown["green"], shown["kpi_count"], shown["period"]) == ("19", "35", "Quarter 3 2013/14")
    assert shown["ratings[].word"] == "Green"
    assert shown["summary_pages"]


def test_a_template_that_has_no_fields_is_refused_with_the_nearest_name():
    with pytest.raises(PapersError, match="Did you mean agenda-front-sheet"):
        fields(KENT, "agenda-front-page")


# --- the report's front


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_the_shipped_front_makes_the_title_page_that_is_drafted_without_one(report):
    dataset, assessed = read(report)
    template = (ROOT / "templates" / "report-front.docx").read_bytes()
    for info in papers_of(dataset)[1:3]:
        document = draft(dataset, assessed, info.name)
        made = read_word(render(template, "report-front.docx", front_fields(document, cover_fields(dataset, assessed)))).document
        assert made.sections == document.sections[:1]


# --- the agenda


ITEMS = (
    AgendaItem("1", "Apologies"),
    AgendaItem("5", "Performance R&D <Q1>", "To note", (9, 98), (AgendaPaper("Performance report", "Appendix 1", (11, 98)),)),
    AgendaItem("6", "Late paper", "For decision", to_follow=True, urgent="The grant must be claimed by 19 September"),
    AgendaItem("E1", "Sale of land", "For decision", exempt="Paragraph 3 of schedule 12A"),
)


def sheet(*, items=ITEMS, **changed):
    given = {
        "organisation": "Fernshire County Council", "body": "Cabinet", "date": dt.date(2025, 9, 15), "time": "10.00 am",
        "room": "Committee Room 1, County Hall", "published": dt.date(2025, 9, 5), "officer": "A. Clerk", "officer_post": "Monitoring Officer",
        "contact": "B. Clerk", "telephone": "01234 567890", "email": "democracy@fernshire.example", "webcasting": "The meeting is filmed.",
        "membership": ("Cllr One (Chair)", "Cllr Two"), "background": "Background documents can be seen at County Hall.",
    }  # fmt: skip
    return agenda_fields(Meeting(**{**given, **changed}), items)


def agenda(**changed):
    template = (ROOT / "templates" / "agenda-front-sheet.docx").read_bytes()
    read = read_word(render(template, "agenda-front-sheet.docx", sheet(**changed)))
    assert read.problems == ()
    return read.document


def words(document):
    for each in walk(document):
        if isinstance(each, Table):
            yield from (plain(cell.inlines) for row in each.rows for cell in row.cells)
        elif isinstance(each, Bullets):
            yield from (plain(item.inlines) for item in each.items)
        else:
            yield plain(getattr(each, "inlines", ()))


def test_the_front_sheet_lists_items_with_their_pages_and_the_exempt_ones_apart():
    document = agenda()
    tables = {each.title: each for each in walk(document) if isinstance(each, Table)}
    assert set(tables) == {"The meeting", "Unrestricted items", "Exempt items"}
    rows = [[plain(cell.inlines).replace("\u00a0", " ") for cell in row.cells] for row in tables["Unrestricted items"].body]
    assert rows[1] == ["5", "Performance R&D <Q1> To note Appendix 1: Performance report (Pages 11 - 98)", "(Pages 9 - 98)"]
    assert rows[2] == ["6", "Late paper For decision Urgent: The grant must be claimed by 19 September", "To follow"]
    assert plain(tables["Exempt items"].body[0].cells[1].inlines) == "Sale of land For decision Reason: Paragraph 3 of schedule 12A"
    assert next(plain(each.inlines) for each in walk(document) if isinstance(each, Heading)) == "Cabinet: agenda"
    said = " ".join(words(document))
    for expected in ("Monday, 15 September 2025", "A. Clerk Monitoring Officer Published on 5 September 2025", "Background documents can"):
        assert expected in said


def test_without_exempt_items_the_front_sheet_says_that_there_are_none():
    document = agenda(items=(AgendaItem("1", "Apologies"),))
    assert any(each.startswith("There are no exempt items") for each in words(document))


def test_what_is_not_given_has_no_row_and_no_blank():
    document = agenda(contact="", telephone="", email="", membership=(), webcasting="", background="")
    meeting = next(each for each in walk(document) if isinstance(each, Table))
    assert [plain(row.cells[0].inlines) for row in meeting.rows] == ["Date", "Time", "Place"]


def test_why_an_agenda_is_late_stands_apart_from_the_notice_that_it_is_filmed():
    said = list(words(agenda(notice="The report waited for a survey.")))
    assert "This agenda is published late. The report waited for a survey." in said
    assert "The meeting is filmed." in said
    assert not any("late" in each for each in words(agenda(items=())))


def test_a_correction_says_below_its_name_what_it_stands_for():
    paper = AgendaPaper("Places", "Appendix 2", (3, 4), note="It replaces page 9 of the agenda pack: a row was missing.")
    assert any(paper.note in each for each in words(agenda(items=(AgendaItem("5", "Schools", "", (3, 4), (paper,)),))))


def test_a_page_range_is_one_page_or_two_ends():
    assert [page_range(each).replace("\u00a0", " ") for each in ((9, 98), (9, 9), None)] == ["(Pages 9 - 98)", "(Page 9)", ""]


# --- preview


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_preview_is_a_word_file_and_a_pdf_beside_it(template, tmp_path):
    made = preview(template, FERNSHIRE, tmp_path / "look.docx")
    assert [each.name for each in made.paths] == ["look.docx", "look.pdf"]
    assert made.paths[0].read_bytes()[:2] == b"PK"
    assert made.paths[1].read_bytes()[:5] == b"%PDF-"


def test_errors_of_a_preview_come_back_as_comments_in_a_copy(tmp_path):
    source = zipfile.ZipFile(ROOT / "templates" / "cabinet-cover-report.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name).replace(b"{{ headline }}", b"{{ headlin }}").replace(b"{{ kpi.name }}", b"{{ kpi.nam }}")
            target.writestr(name, data)
    (tmp_path / "mine.docx").write_bytes(out.getvalue())
    with pytest.raises(PapersError) as caught:
        preview(str(tmp_path / "mine.docx"), KENT, tmp_path / "out.docx", tmp_path / "errors.docx")
    assert [each.value for each in caught.value.problems] == ["{{ headlin }}", "{{ kpi.nam }}", "{{ kpi.nam }}"]
    comments = zipfile.ZipFile(tmp_path / "errors.docx").read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == 3
    assert "Did you mean headline?" in comments
    assert not (tmp_path / "out.docx").exists()
