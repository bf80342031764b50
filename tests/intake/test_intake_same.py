"""The same report from a folder, a workbook, and DataFrames is the same dataset."""

from __future__ import annotations

import csv
import dataclasses
from pathlib import Path

import pytest

from papers.dataset import Dataset
from papers.document import Heading
from papers.errors import NOWHERE, PapersError
from papers.intake import canonical, read_report, tables_of
from tests.intake.books import as_workbook
from tests.intake.small_report import OBSERVED_WIDE, SMALL, read, write

DATA = Path(__file__).resolve().parents[2] / "data"
REPORTS = [DATA / "kent-2013-14-q3", DATA / "fernshire-2025-26" / "q1", DATA / "fernshire-2025-26" / "q2"]
BY_NAME = [path.name for path in REPORTS]


def placeless(thing: object) -> object:
    """The record with every place taken out, so that only where it was read from may differ."""
    if isinstance(thing, tuple):
        return tuple(placeless(item) for item in thing)
    if isinstance(thing, dict):
        return {name: placeless(item) for name, item in thing.items()}
    if not dataclasses.is_dataclass(thing) or isinstance(thing, Heading):
        return thing
    changed = {one.name: NOWHERE if one.name == "place" else placeless(getattr(thing, one.name)) for one in dataclasses.fields(thing)}
    return dataclasses.replace(thing, **changed)


def bare(dataset: Dataset) -> object:
    """The dataset without places and problems."""
    return placeless(dataclasses.replace(dataset, problems=()))


@pytest.mark.parametrize("folder", REPORTS, ids=BY_NAME)
def test_a_workbook_gives_the_dataset_of_its_folder(folder, tmp_path):
    from_folder, from_book = read_report(folder), read_report(as_workbook(folder, tmp_path))
    assert bare(from_book) == bare(from_folder)
    assert from_book.checksum == from_folder.checksum


@pytest.mark.parametrize("folder", REPORTS, ids=BY_NAME)
def test_a_workbook_has_the_problems_of_its_folder(folder, tmp_path):
    told = [(one.code, one.message, one.place.row, one.place.column) for one in read_report(folder).problems]
    assert [(one.code, one.message, one.place.row, one.place.column) for one in read_report(as_workbook(folder, tmp_path)).problems] == told


@pytest.mark.parametrize("folder", REPORTS, ids=BY_NAME)
def test_data_frames_give_the_dataset_that_gave_them(folder):
    dataset = read_report(folder)
    again = read_report(tables_of(dataset))
    assert bare(again) == bare(dataclasses.replace(dataset, narrative=()))
    assert again.checksum == dataset.checksum


def test_a_folder_that_holds_one_workbook_is_read_from_it(tmp_path):
    dataset = read(tmp_path / "csv")
    book = as_workbook(tmp_path / "csv", tmp_path / "xlsx")
    (book.parent / "~$report.xlsx").write_bytes(b"locked")
    assert read_report(book.parent).checksum == dataset.checksum


def test_wide_figures_give_the_dataset_of_long_ones(tmp_path):
    long = read(tmp_path / "long")
    wide = read(tmp_path / "wide", {"observations.csv": OBSERVED_WIDE})
    assert canonical(wide) == canonical(long)


def test_a_figure_laid_out_wide_knows_its_cell(tmp_path):
    dataset = read(tmp_path, {"observations.csv": OBSERVED_WIDE})
    value = dataset.of("PE01")[0].values["target"]
    assert (value.place.file, value.place.row, value.place.column) == ("observations.csv", 3, "Sep 13")


def test_the_order_of_rows_and_columns_of_figures_does_not_matter(tmp_path):
    header, *rows = csv.reader(SMALL["observations.csv"].splitlines())
    turned = "".join(",".join(reversed(row)) + "\n" for row in [header, *reversed(rows)])
    assert read(tmp_path / "turned", {"observations.csv": turned}).checksum == read(tmp_path / "straight").checksum


def test_a_digit_changes_the_checksum_and_prose_does_not(tmp_path):
    whole = read(tmp_path / "whole").checksum
    other_digits = SMALL["observations.csv"].replace("82.0", "82.00")
    assert read(tmp_path / "digits", {"observations.csv": other_digits}).checksum != whole
    assert read(tmp_path / "prose", {"narrative/foreword.md": "# Foreword\n\nA poor quarter.\n"}).checksum == whole


def test_settings_may_stand_in_the_workbook(tmp_path):
    import tomllib

    def with_settings(book):
        sheet = book.create_sheet("Report")
        sheet.append(["part", "key", "value"])
        for part, keys in tomllib.loads(SMALL["report.toml"]).items():
            for key, what in keys.items():
                sheet.append([part, key, " | ".join(what) if isinstance(what, list) else what])

    dataset = read(tmp_path / "csv")
    book = as_workbook(tmp_path / "csv", tmp_path / "xlsx", with_settings)
    (book.parent / "report.toml").unlink()
    assert read_report(book).checksum == dataset.checksum


def test_frames_hold_figures_as_typed_and_dates_as_dates(tmp_path):
    frames = tables_of(read(tmp_path))
    observed = frames["observations"]
    assert [str(what) for what in observed["actual"]] == ["82.0", "<84.5 [p]", "120", "1250"]
    assert observed["period_end"].dt.year.tolist() == [2013] * 4
    assert frames["floors"]["derived"].tolist() == [True, False]
    assert frames["risks"]["current_score"].sum() == 12


def test_frames_from_a_notebook_may_hold_plain_numbers_and_gaps(tmp_path):
    import pandas as pd

    dataset = read(tmp_path)
    frames = tables_of(dataset)
    frames["observations"] = pd.DataFrame(
        {"indicator_id": ["RO01", "RO01"], "period_label": ["Sep 13", "Dec 13"], "actual": [120, None], "target": [100.0, 99.5]}
    )
    found = read_report(frames).of("RO01")
    assert [str(one.number("actual")) for one in found] == ["120", "None"]
    assert [str(one.number("target")) for one in found] == ["100", "99.5"]


def test_a_mistake_in_a_frame_is_on_its_row_and_column(tmp_path):
    from tests.intake.small_report import problems_of

    frames = tables_of(read(tmp_path))
    frames["risks"].loc[0, "id"] = "R 1"
    (found,) = [one for one in problems_of(frames) if one.code == "not-a-name"]
    assert (found.place.file, found.place.sheet, found.place.row, found.place.column) == (None, "risks", 2, "id")


def test_writing_leaves_the_report_as_it_was(tmp_path):
    folder = write(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    read_report(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_schemes_of_the_report_are_read_from_frames_as_from_its_folder(tmp_path):
    ours = 'name = "ours"\nextends = "floor-standard"\n'
    risky = 'name = "our-risks"\nextends = "risk-5x5"\n'
    toml = SMALL["report.toml"].replace('"floor-standard"', '"ours"')
    dataset = read(tmp_path, {"report.toml": toml, "schemes/ours.toml": ours, "risk-schemes/our-risks.toml": risky})
    frames = tables_of(dataset)
    assert frames["schemes"].to_dict("records") == [{"name": "ours", "text": ours}]
    again = read_report(frames)
    assert (again.info.scheme, again.checksum) == ("ours", dataset.checksum)
    assert [(each.name, each.text) for each in again.risk_schemes] == [("our-risks", risky)]


def test_a_frame_of_schemes_needs_its_columns(tmp_path):
    frames = tables_of(read(tmp_path))
    frames["schemes"] = frames["report"][["part"]]
    with pytest.raises(PapersError) as stopped:
        read_report(frames)
    assert [(each.code, each.place.sheet) for each in stopped.value.problems] == [("missing-column", "schemes")] * 2
