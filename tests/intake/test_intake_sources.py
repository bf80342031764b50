"""Where a report is read from: workbooks with their traps, files that are not there, files that another program holds."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from papers.errors import PapersError
from papers.intake import read_report, tables_of
from tests.intake.books import as_workbook
from tests.intake.small_report import OBSERVED_WIDE, SMALL, problems_of, read, write


def changed(tmp_path: Path, change) -> Path:
    """The small report as a workbook with a change."""
    return as_workbook(write(tmp_path / "csv"), tmp_path / "xlsx", change)


def found(source, code):
    (one,) = [one for one in problems_of(source) if one.code == code]
    return one


def test_merged_cells_are_reported_by_their_range(tmp_path):
    one = found(changed(tmp_path, lambda book: book["risks"].merge_cells("B2:C2")), "merged-cells")
    assert (one.place.file, one.place.sheet, one.place.row, one.value) == ("report.xlsx", "risks", 2, "B2:C2")


def test_a_hidden_sheet_with_data_is_an_error(tmp_path):
    def hide(book):
        book["risks"].sheet_state = "hidden"

    assert found(changed(tmp_path, hide), "hidden-sheet").place.sheet == "risks"


def test_a_hidden_sheet_of_lists_is_no_matter(tmp_path):
    def add(book):
        book.create_sheet("lists").sheet_state = "hidden"

    assert problems_of(changed(tmp_path, add)) == ()


def test_hidden_rows_are_read_and_said(tmp_path):
    def hide(book):
        book["risk_actions"].row_dimensions[3].hidden = True

    book = changed(tmp_path, hide)
    assert found(book, "hidden-rows").place.row == 3
    assert len(read_report(book).actions) == 2


def test_hidden_columns_are_read_and_said(tmp_path):
    def hide(book):
        book["risks"].column_dimensions["C"].hidden = True
        book["risks"].column_dimensions["D"].hidden = True

    book = changed(tmp_path, hide)
    assert [one.place.column for one in problems_of(book)] == ["current_score", "current_level"]
    assert read_report(book).risks[0].current_score == 12


def test_a_formula_that_was_never_calculated_is_an_error(tmp_path):
    def compute(book):
        book["observations"]["D2"] = "=80+2"

    one = found(changed(tmp_path, compute), "formula-without-value")
    assert (one.place.sheet, one.place.row, one.place.column, one.value) == ("observations", 2, "actual", "=80+2")


def test_an_error_of_excel_is_found_in_a_workbook(tmp_path):
    def break_it(book):
        book["observations"]["D2"] = "#REF!"

    one = found(changed(tmp_path, break_it), "excel-error")
    assert (one.place.sheet, one.place.row, one.place.column) == ("observations", 2, "actual")


def test_a_label_that_excel_turned_into_a_date_is_found_in_a_workbook(tmp_path):
    import datetime as dt

    def turn(book):
        cell = book["observations"]["B2"]
        cell.value, cell.number_format = dt.datetime(2025, 9, 13), "d-mmm"  # noqa: DTZ001

    book = changed(tmp_path, turn)
    assert found(book, "excel-date-label").data == "Sep 13"
    assert read_report(book).checksum == read(tmp_path / "again").checksum


def test_a_text_that_is_a_date_is_pointed_out(tmp_path):
    import datetime as dt

    def turn(book):
        book["risks"]["B2"].value = dt.datetime(2025, 9, 13)  # noqa: DTZ001

    assert found(changed(tmp_path, turn), "text-is-a-date").value == "2025-09-13"


def test_a_sheet_that_is_no_table_is_pointed_out(tmp_path):
    one = found(changed(tmp_path, lambda book: book.create_sheet("risk_actoins")), "unknown-sheet")
    assert "did you mean risk_actions?" in one.message


def test_an_empty_sheet_is_a_table_without_rows(tmp_path):
    def empty(book):
        book.remove(book["observations"])
        book.create_sheet("observations")

    assert found(changed(tmp_path, empty), "table-without-rows").place.sheet == "observations"


def test_settings_in_both_places_are_an_error(tmp_path):
    def settings(book):
        sheet = book.create_sheet("report")
        sheet.append(["part", "key", "value"])
        sheet.append(["report", "title", "Report"])

    assert found(changed(tmp_path, settings), "two-reports").level == "error"


def test_a_sheet_of_settings_needs_its_columns(tmp_path):
    def settings(book):
        book.create_sheet("report").append(["part", "key"])

    book = changed(tmp_path, settings)
    (book.parent / "report.toml").unlink()
    assert found(book, "missing-column").message == "There is no column value."


def test_several_workbooks_are_not_chosen_between(tmp_path):
    folder = changed(tmp_path, None).parent
    (folder / "second.xlsx").write_bytes((folder / "report.xlsx").read_bytes())
    assert "report.xlsx, second.xlsx" in found(folder, "several-workbooks").message


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty-file", "empty"),
        (b"<html><table></table></html>", "not-what-it-says", "a web page"),
        (b"id,title\n", "not-what-it-says", "a text file"),
        (b"\xd0\xcf\x11\xe0 and more", "not-what-it-says", "an old or protected Office file"),
        (b"PK\x03\x04 and no more", "unreadable-file", "zip"),
    ],
)
def test_a_workbook_that_is_none_is_said_to_be_what_it_is(tmp_path, content, code, words):
    (tmp_path / "report.xlsx").write_bytes(content)
    assert words in found(tmp_path / "report.xlsx", code).message


def archive(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return made.getvalue()


def test_a_word_file_is_no_workbook(tmp_path):
    (tmp_path / "report.xlsx").write_bytes(archive({"word/document.xml": b"<w/>"}))
    assert "another archive" in found(tmp_path / "report.xlsx", "not-what-it-says").message


def test_a_workbook_with_entities_is_refused_unread(tmp_path):
    (tmp_path / "report.xlsx").write_bytes(archive({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}))
    assert "entities" in found(tmp_path / "report.xlsx", "suspicious-workbook").message


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("papers.intake.workbooks.MOST_BYTES", 1000)
    (tmp_path / "report.xlsx").write_bytes(archive({"xl/workbook.xml": b"0" * 2000}))
    assert "unpacks" in found(tmp_path / "report.xlsx", "suspicious-workbook").message


def test_lock_files_are_passed_over(tmp_path):
    write(tmp_path, {"~$observations.csv": b"\x05Ann", "~$report.xlsx": b"\x05Ann", "narrative/~$reword.docx": b"\x05Ann"})
    assert problems_of(tmp_path) == ()


def test_a_file_that_another_program_holds_is_a_sentence(tmp_path, monkeypatch):
    write(tmp_path)
    whole = Path.read_bytes

    def held(path):
        if path.name == "risks.csv":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    problems = problems_of(tmp_path)
    assert [one.message for one in problems] == ["risks.csv can't be read: it is open in another program, or you have no right to it."]
    assert "Close it in Word or Excel" in problems[0].fix


def test_a_file_that_the_disk_refuses_is_a_sentence(tmp_path, monkeypatch):
    write(tmp_path)
    whole = Path.read_bytes

    def broken(path):
        if path.name == "risks.csv":
            raise OSError(5, "Input/output error")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", broken)
    assert [one.message for one in problems_of(tmp_path)] == ["risks.csv can't be read: input/output error."]


@pytest.mark.parametrize(
    ("name", "code"),
    [("gone", "no-such-file"), ("report.xlsx", "no-such-file"), ("notes.pdf", "not-a-source"), ("book.ods", "old-workbook")],
)
def test_what_holds_no_report_is_said_so(tmp_path, name, code):
    if code != "no-such-file":
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(PapersError) as stopped:
        read_report(tmp_path / name)
    assert [one.code for one in stopped.value.problems] == [code]


def test_a_report_may_be_named_by_its_settings_and_by_text(tmp_path):
    dataset = read(tmp_path)
    assert read_report(tmp_path / "report.toml") == dataset
    assert read_report(str(tmp_path)) == dataset


def test_no_place_names_a_folder_of_the_machine(tmp_path):
    dataset = read(tmp_path)
    assert str(tmp_path) not in repr(dataset)
    changes = {"risks.csv": "id,title\nR1,\n", "observations.csv": SMALL["observations.csv"].replace("84.5", "x")}
    assert all(str(tmp_path) not in repr(one) for one in problems_of(write(tmp_path, changes)))


def test_an_unknown_frame_is_pointed_out(tmp_path):
    frames = tables_of(read(tmp_path))
    frames["risk"] = frames["risks"]
    assert "did you mean risks?" in found(frames, "unknown-frame").message


def test_frames_without_settings_are_told_what_is_missing(tmp_path):
    frames = tables_of(read(tmp_path))
    del frames["report"]
    assert found(frames, "missing-report").place.sheet == "report"


def test_notes_and_empty_rows_are_not_read(tmp_path):
    noted = "# made by Ann\n" + SMALL["risks.csv"] + ",,,\n# R2,Fire,x\n"
    assert len(read(tmp_path, {"risks.csv": noted}).risks) == 1


def test_headers_may_be_written_as_words(tmp_path):
    worded = SMALL["risks.csv"].replace("current_score", "Current Score").replace("id,", "ID,")
    assert read(tmp_path / "a", {"risks.csv": worded}).risks[0].current_score == 12


def test_a_workbook_of_another_maker_is_read_without_styles(tmp_path):
    book = Workbook()
    book.active.title = "Notes"
    made = io.BytesIO()
    book.save(made)
    (tmp_path / "report.xlsx").write_bytes(made.getvalue())
    codes = {one.code for one in problems_of(tmp_path / "report.xlsx")}
    assert codes == {"missing-report", "missing-table"}


def test_a_far_off_cell_costs_nothing_and_is_named(tmp_path):
    def stray(book):
        book["risks"]["A1048576"] = "x"
        book["risks"]["XFD1"] = "y"

    book = changed(tmp_path, stray)
    begun = time.perf_counter()
    problems = problems_of(book)
    assert time.perf_counter() - begun < 5
    assert [(one.code, one.place.sheet, one.place.row, one.place.column) for one in problems] == [
        ("far-off-cell", "risks", 1, "XFD"),
        ("far-off-cell", "risks", 1048576, "A"),
    ]
    assert problems[0].message == "Far from the table stands \u201cy\u201d in XFD1."


def test_many_far_off_cells_are_counted(tmp_path):
    def stray(book):
        for row in range(500, 512):
            book["risks"].cell(row, 1, "x")

    found = problems_of(changed(tmp_path, stray))
    assert [one.code for one in found] == ["far-off-cell"] * 5
    assert found[-1].message.endswith("A504, and 7 more.")


def test_a_table_with_empty_rows_in_it_is_read_on(tmp_path):
    def part(book):
        book["risk_actions"].insert_rows(3, 40)

    assert len(read_report(changed(tmp_path, part)).actions) == 2


def test_a_merge_of_a_whole_sheet_is_refused_unread(tmp_path):
    book = changed(tmp_path, lambda book: book["risks"].merge_cells("Y50:Z51"))
    with zipfile.ZipFile(book) as source:
        parts = {name: source.read(name).replace(b"Y50:Z51", b"A1:XFD1048576") for name in source.namelist()}
    book.write_bytes(archive(parts))
    assert "merges or links" in found(book, "suspicious-workbook").message


def test_figures_count_as_their_cells_show_them(tmp_path):
    def computed(book):
        sheet = book["observations"]
        for cell, number_format in (("D2", "0"), ("D3", "General"), ("D4", "0.0")):
            sheet[cell].value, sheet[cell].number_format = 250 / 3, number_format

    book = changed(tmp_path, computed)
    figures = [one.number("actual") for one in read_report(book).observations if one.indicator != "WA01"]
    assert [str(figure) for figure in figures] == ["83", "83.33", "83.3"]
    assert found(book, "many-decimals").place.row == 3


def test_unrounded_figures_keep_what_their_cells_hold(tmp_path):
    def computed(book):
        sheet = book["observations"]
        sheet["K1"] = "unrounded"
        sheet["K2"].value, sheet["K2"].number_format = 250 / 3, "0"

    assert str(read_report(changed(tmp_path, computed)).observations[0].number("unrounded")) == "83.3333333333333"


def test_unrounded_figures_keep_what_their_cells_hold_in_wide_sheets_too(tmp_path):
    def computed(book):
        sheet = book["observations"]
        sheet.append(["PE01", "unrounded", 250 / 3])
        sheet.cell(sheet.max_row, 3).number_format = "0"

    folder = write(tmp_path / "csv", {"observations.csv": OBSERVED_WIDE})
    report = read_report(as_workbook(folder, tmp_path / "xlsx", computed))
    assert str(report.observations[0].number("unrounded")) == "83.3333333333333"


def test_a_header_that_is_a_date_is_named_as_excel_shows_it(tmp_path):
    import datetime as dt

    def turn(book):
        cell = book["observations"]["C1"]
        cell.value, cell.number_format = dt.datetime(2025, 9, 13), "d-mmm"  # noqa: DTZ001 - as openpyxl has dates
        book["observations"]["C2"] = "eighty"

    folder = write(tmp_path / "csv", {"observations.csv": OBSERVED_WIDE})
    book = as_workbook(folder, tmp_path / "xlsx", turn)
    assert found(book, "not-a-number").place.column == "13-Sep (2025-09-13)"


def test_a_misspelt_sheet_is_offered_for_the_missing_one(tmp_path):
    def misspell(book):
        book["observations"].title = "Observatons"

    missing = found(changed(tmp_path, misspell), "missing-table")
    assert missing.message == "There is no table observations: is it Observatons?"
    assert missing.fix.startswith("Add a sheet observations;")


def test_a_title_above_the_header_is_passed_over(tmp_path):
    def title(book):
        book["risks"].insert_rows(1, 2)
        book["risks"]["A1"] = "Corporate risks"
        book["risks"]["C4"] = "twelve"

    problems = [(one.code, one.place.row) for one in problems_of(changed(tmp_path, title))]
    assert problems == [("title-above-header", 1), ("not-a-number", 4)]


@pytest.mark.parametrize("source", [None, 7, {"observations": [1, 2]}, {1: None}])
def test_what_is_no_report_at_all_is_a_sentence(source):
    problems = problems_of(source)
    assert problems
    assert all(one.code in ("not-a-source", "not-a-frame", "unknown-frame", "missing-report", "missing-table") for one in problems)


def test_what_is_no_frame_is_said_by_its_name():
    one = found({"observations": [1, 2]}, "not-a-frame")
    assert one.message == "observations is a list, not a DataFrame."


def test_problems_of_frames_ask_for_frames(tmp_path):
    frames = tables_of(read(tmp_path))
    del frames["report"], frames["indicators"]
    assert found(frames, "missing-report").fix.startswith("Make one with the columns part, key and value")
    assert found(frames, "missing-table").fix.startswith("Add a frame indicators;")
