"""The shipped template of the Cabinet cover report, filled with the shipped reports."""

from __future__ import annotations

import io
import subprocess
import zipfile
from dataclasses import replace

import pytest

from papers.assess import assess
from papers.document import Chip, Heading, Run, Table, Travel, plain, walk
from papers.drafting import cover_fields
from papers.house import read_house
from papers.intake import read_report
from papers.layout import lay_out
from papers.readers.word import read_word
from papers.templating import render
from tests.conftest import ROOT

NAME = "cabinet-cover-report.docx"
TEMPLATE = ROOT / "templates" / NAME
REPORTS = ["kent-2013-14-q3", "fernshire-2025-26/q1", "fernshire-2025-26/q2"]


def rendered(report: str, **changed: object) -> bytes:
    dataset = read_report(ROOT / "data" / report)
    return render(TEMPLATE.read_bytes(), NAME, {**cover_fields(dataset, assess(dataset)), **changed})


@pytest.mark.parametrize("report", REPORTS)
def test_the_rendered_cover_report_is_a_document_without_a_problem(report):
    data = rendered(report)
    read = read_word(data)
    assert read.problems == ()
    assert read.document.paper == "cabinet-cover-report"
    assert data == rendered(report)


def test_every_count_in_it_is_a_figure_with_its_key():
    document = read_word(rendered("kent-2013-14-q3")).document
    tables = [block for block in walk(document) if isinstance(block, Table)]
    ratings = next(table for table in tables if table.captioned and table.title.startswith("Ratings in"))
    assert [plain(row.cells[0].inlines) for row in ratings.body] == ["Green", "Amber", "Red", "Total"]
    assert [row.kind for row in ratings.rows] == ["header", "body", "body", "body", "total"]
    assert all(isinstance(row.cells[0].inlines[0], Chip) for row in ratings.body[:3])
    counts = [row.cells[1].inlines[0] for row in ratings.body]
    assert [count.text for count in counts] == ["19", "11", "5", "35"]
    assert all(isinstance(count, Run) and count.figure for count in counts)


def test_what_moved_shows_both_ratings_and_the_direction():
    document = read_word(rendered("kent-2013-14-q3")).document
    moved = next(block for block in walk(document) if isinstance(block, Table) and "changed" in block.title)
    assert all(isinstance(row.cells[3].inlines[0], Travel) for row in moved.body)


def test_its_headings_are_numbered_in_order():
    document = read_word(rendered("kent-2013-14-q3")).document
    found = [plain(block.inlines) for block in walk(document) if isinstance(block, Heading) and block.level == 2]
    assert [heading.split(".")[0] for heading in found if heading[0].isdigit()] == ["1", "2", "3", "4"]


def test_authored_paragraphs_stand_in_it_only_where_they_are_written():
    words = ({"words": (Run("No cost "), Run("arises", bold=True)), "bullet": False}, {"words": (Run("a point"),), "bullet": True})
    with_them = [plain(b.inlines) for b in walk(read_word(rendered(REPORTS[0], financial=words)).document) if isinstance(b, Heading)]
    without = [plain(b.inlines) for b in walk(read_word(rendered(REPORTS[0], financial=())).document) if isinstance(b, Heading)]
    assert "Financial implications" in with_them
    assert "Financial implications" not in without


@pytest.mark.parametrize("report", REPORTS)
def test_it_is_laid_out_on_two_pages(report):
    data = rendered(report)
    assert len(lay_out(read_word(data).document, read_house(data)).pages) <= 2


def test_a_draft_says_so_in_the_header():
    header = zipfile.ZipFile(io.BytesIO(rendered("fernshire-2025-26/q2"))).read("word/header1.xml").decode()
    assert ">DRAFT, version 2" in header
    assert "Draft" not in zipfile.ZipFile(io.BytesIO(rendered("kent-2013-14-q3"))).read("word/header1.xml").decode()


@pytest.mark.libreoffice
def test_it_is_two_pages_in_word(tmp_path):
    (tmp_path / NAME).write_bytes(rendered("fernshire-2025-26/q2"))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / NAME],
        check=True,
        capture_output=True,
        timeout=180,
    )
    said = subprocess.run(["pdfinfo", tmp_path / "cabinet-cover-report.pdf"], check=True, capture_output=True, text=True).stdout
    assert int(said.split("Pages:")[1].split()[0]) <= 2


def test_a_cover_report_says_so_where_nothing_is_rated():
    dataset = read_report(ROOT / "data" / "kent-2013-14-q3")
    unrated = tuple(replace(each, rated=False, unrated_reason="Under review") for each in dataset.indicators)
    nothing = replace(dataset, indicators=unrated, overrides=(), stated=(), observations=dataset.observations)
    fields = cover_fields(nothing, assess(nothing))
    document = read_word(render(TEMPLATE.read_bytes(), NAME, fields)).document
    said = " ".join(plain(each.inlines) for each in walk(document) if hasattr(each, "inlines"))
    assert "None of the 35 KPIs is rated." in said
    assert "Of the 0 KPIs" not in said
