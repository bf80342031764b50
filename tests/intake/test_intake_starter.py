"""New folders, new workbooks and the documentation say what the one table of columns says."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from papers.dataset import Awaited
from papers.errors import PapersError
from papers.intake import new_folder, new_workbook, read_report
from papers.intake.columns import SETTINGS, TABLES_OF_REPORT
from papers.intake.manual import fill
from papers.intake.values import read_cell
from tests.intake.small_report import SMALL, TOML, problems_of, write

FORMAT = Path(__file__).resolve().parents[2] / "docs" / "data-format.md"
EVERY_COLUMN = [(table.name, column) for table in TABLES_OF_REPORT for column in table.columns]
EVERY_NAME = [f"{table}.{column.name}" for table, column in EVERY_COLUMN]


def test_the_documentation_of_the_data_is_up_to_date():
    page = FORMAT.read_text("utf-8")
    assert fill(page) == page, "run: python docs/make.py"


@pytest.mark.parametrize("table", TABLES_OF_REPORT, ids=lambda table: table.name)
def test_every_table_and_column_is_documented(table):
    page = FORMAT.read_text("utf-8")
    assert f"\n## {table.name}\n" in page
    assert all(f"| `{column.name}` |" in page for column in table.columns)


@pytest.mark.parametrize("column", [column for _, column in EVERY_COLUMN], ids=EVERY_NAME)
def test_every_example_and_default_can_be_read(column):
    for text in (column.example, column.default):
        if text:
            assert read_cell(text, column).habits == ()


def test_a_new_folder_says_only_what_is_still_to_fill(tmp_path):
    new_folder(tmp_path / "new")
    problems = problems_of(tmp_path / "new")
    assert {one.code for one in problems} == {"missing-key", "table-without-rows"}
    assert [one.place.file for one in problems if one.code == "table-without-rows"] == [
        "directorates.csv",
        "indicators.csv",
        "observations.csv",
    ]
    assert all(one.place.row for one in problems if one.code == "missing-key")


def test_a_new_folder_has_a_note_on_every_column(tmp_path):
    new_folder(tmp_path)
    notes = (tmp_path / "README.md").read_text("utf-8")
    assert all(f"| `{column.name}` |" in notes for _, column in EVERY_COLUMN)
    assert all(setting.meaning in (tmp_path / "report.toml").read_text("utf-8") for setting in SETTINGS)


def test_a_new_folder_filled_in_is_a_report(tmp_path):
    new_folder(tmp_path)
    for name in ("directorates", "indicators", "observations"):
        started = (tmp_path / f"{name}.csv").read_text("utf-8").splitlines()
        filled = "\n".join([started[0], *(row.removeprefix("# ") for row in started[1:])])
        (tmp_path / f"{name}.csv").write_text(filled + "\n", "utf-8")
    lines = (tmp_path / "report.toml").read_text("utf-8").splitlines()
    keys = {setting.name: setting.example for setting in SETTINGS}
    filled = [line.replace('""', f'"{keys.get(line.partition(" =")[0])}"') for line in lines]
    (tmp_path / "report.toml").write_text("\n".join(filled), "utf-8")
    dataset = read_report(tmp_path)
    assert dataset.indicators[0].id == "CS01"
    assert {one.code for one in dataset.problems} == {"cover-without"}
    assert (dataset.narrative[0].awaited or Awaited("")).owner == "the Leader of the Council"


def test_a_new_workbook_says_only_what_is_still_to_fill(tmp_path):
    new_workbook(tmp_path / "new.xlsx")
    assert {one.code for one in problems_of(tmp_path / "new.xlsx")} == {"missing-key", "table-without-rows"}


def test_a_new_workbook_explains_every_header_and_offers_every_choice(tmp_path):
    new_workbook(tmp_path / "new.xlsx")
    book = load_workbook(tmp_path / "new.xlsx")
    for table in TABLES_OF_REPORT:
        sheet = book[table.name]
        offered = {str(offer.sqref).split(":")[0].strip("0123456789") for offer in sheet.data_validations.dataValidation}
        for cell, column in zip(sheet[1], table.columns, strict=True):
            assert column.meaning in cell.comment.text
            assert (cell.column_letter in offered) == bool(column.allowed or column.refers)
        assert str(sheet["A2"].value).startswith("# ")


def test_a_new_workbook_filled_in_is_a_report(tmp_path):
    new_workbook(tmp_path / "new.xlsx")
    book = load_workbook(tmp_path / "new.xlsx")
    for name in ("directorates", "indicators", "observations"):
        first = book[name]["A2"]
        first.value = str(first.value).removeprefix("# ")
    examples = {setting.name: setting.example for setting in SETTINGS}
    for part, key, value in book["report"].iter_rows(min_row=2):
        if not str(part.value).startswith("#"):
            value.value = examples[key.value]
    book.save(tmp_path / "filled.xlsx")
    assert read_report(tmp_path / "filled.xlsx").observations[0].period.spoken == "December 2013"


def test_new_workbooks_are_the_same_to_the_byte(tmp_path):
    new_workbook(tmp_path / "a.xlsx")
    time.sleep(1.1)
    new_workbook(tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_settings_of_the_cover_report_are_texts(tmp_path):
    changes = {"report.toml": TOML.replace("[cover]\n", "[cover]\ndecision_no = 5\nmeeting_date = 2014-03-10\n")}
    info = read_report(write(tmp_path, changes)).info
    assert list(info.cover.values())[:3] == ["5", "10 March 2014", "Performance"]
    assert info.outline == ("foreword", "key", "summary", "sections")


def test_a_directorate_without_sections_is_its_own(tmp_path):
    dataset = read_report(write(tmp_path))
    assert [(section.slug, section.directorate) for section in dataset.sections] == [
        ("people", "people"),
        ("roads", "place"),
        ("waste", "place"),
    ]
    assert [section.officers for section in dataset.sections] == [
        (("Director", "Bob Care"),),
        (("Director", "Ann Roads"),),
        (("Head of Service", "Cy Bin"),),
    ]


def test_indicators_and_figures_stand_in_report_order(tmp_path):
    turned = SMALL["directorates.csv"].replace("Place,2", "Place,0")
    dataset = read_report(write(tmp_path, {"directorates.csv": turned}))
    assert [one.id for one in dataset.indicators] == ["RO01", "WA01", "PE01"]
    assert [one.indicator for one in dataset.observations] == ["RO01", "WA01", "PE01", "PE01"]


def test_floors_without_dates_hold_always(tmp_path):
    import datetime as dt

    first = read_report(write(tmp_path)).floors[0]
    assert (first.start, first.end, first.derived) == (dt.date.min, dt.date.max, True)


def _offered(sheet, letter):
    return next(one for one in sheet.data_validations.dataValidation if str(one.sqref).startswith(f"{letter}3:"))


def test_a_new_workbook_offers_the_names_typed_on_its_other_sheets(tmp_path):
    new_workbook(tmp_path / "new.xlsx")
    book = load_workbook(tmp_path / "new.xlsx")
    assert _offered(book["observations"], "A").formula1 == "indicators!$A$3:$A$2000"
    assert _offered(book["sections"], "B").formula1 == "directorates!$A$3:$A$2000"
    assert _offered(book["indicators"], "B").formula1.startswith("IF(COUNTA(sections!$A$3:$A$2000)>0,")
    assert not _offered(book["observations"], "A").showErrorMessage


def test_a_new_workbook_explains_its_settings(tmp_path):
    new_workbook(tmp_path / "new.xlsx")
    sheet = load_workbook(tmp_path / "new.xlsx")["report"]
    assert all(cell.comment for cell in sheet[1])
    schemes = [one.formula1 for one in sheet.data_validations.dataValidation]
    assert any("floor-standard" in formula for formula in schemes)


@pytest.mark.parametrize("name", ["new.xls", "new", "new.csv"])
def test_a_new_workbook_needs_the_name_of_one(tmp_path, name):
    with pytest.raises(PapersError) as stopped:
        new_workbook(tmp_path / name)
    assert [one.code for one in stopped.value.problems] == ["workbook-name"]
    assert not (tmp_path / name).exists()
