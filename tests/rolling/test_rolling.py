"""The next report opened from this one: what lasts is carried on, periods are shifted, what is due is awaited."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner

from papers.assess import assess
from papers.cli import main
from papers.commands.check import check
from papers.commands.report import open_report
from papers.commands.roll import roll_report
from papers.dataset import DataCell, DataRow, DataTable, Value
from papers.errors import PapersError
from papers.intake import read_report
from papers.records import changes_of
from papers.rolling import Change
from papers.rolling.labels import after, label_after
from papers.rolling.tables import table_after
from papers.rolling.windows import Step, slid
from tests.conftest import FERNSHIRE, KENT
from tests.intake.books import as_workbook
from tests.records.reports import publish
from tests.samples import DEC, indicator, observed


@pytest.fixture(scope="module")
def kent(tmp_path_factory):
    """Kent's third quarter, published, and the fourth opened from it."""
    base = tmp_path_factory.mktemp("kent")
    shutil.copytree(KENT, base / "q3")
    publish(base / "q3")
    return roll_report(base / "q3", base / "q4")


@pytest.fixture(scope="module")
def fernshire(tmp_path_factory):
    """Fernshire's second quarter, published."""
    base = tmp_path_factory.mktemp("fernshire")
    for quarter in ("q1", "q2"):
        shutil.copytree(FERNSHIRE.parent / quarter, base / quarter)
    publish(base / "q2")
    return base / "q2"


def labels(dataset, indicator):
    return [each.period.label for each in dataset.of(indicator)]


def figures(dataset, indicator, series="actual"):
    return [value.typed if (value := each.values.get(series)) else "" for each in dataset.of(indicator)]


@pytest.mark.parametrize(
    ("label", "months", "next_label"),
    [
        ("Dec 13", 3, "Mar 14"), ("December 2013", 3, "March 2014"), ("Sept 13", 3, "Dec 13"), ("Jun13", 3, "Sep13"), ("Dec-13", 1, "Jan-14"),
        ("June 2013", 3, "September 2013"), ("Q3 2013/14", 3, "Q4 2013/14"), ("Quarter 4 2013/14", 3, "Quarter 1 2014/15"), ("Q4", 3, "Q1"),
        ("2012/13", 12, "2013/14"), ("2012-2013", 12, "2013-2014"), ("1999/2000", 12, "2000/2001"), ("2013", 12, "2014"), ("Oct \u2013 Dec", 3, "Jan \u2013 Mar"),
        ("Autumn 2024", 4, "Spring 2025"), ("the spring term 2025", 4, "the summer term 2025"), ("12 months to December 2013", 3, "12 months to March 2014"),
        ("third quarter of the year", 3, "fourth quarter of the year"), ("2013", 3, None), ("2012/13", 3, None), ("same time last year", 3, None), ("Dec 99", 1, "Jan 00"),
    ],
)  # fmt: skip
def test_a_label_is_followed_by_one_in_its_own_style(label, months, next_label):
    assert label_after(label, months) == next_label


def test_the_last_day_of_a_month_stays_one():
    assert after(dt.date(2013, 11, 30), 3) == dt.date(2014, 2, 28)
    assert after(dt.date(2014, 1, 15), 1) == dt.date(2014, 2, 15)


def test_kent_opens_its_next_quarter_without_an_error(kent):
    found = check(kent)
    assert found.counts["error"] == 0
    before = {each.code for each in check(KENT).problems}
    assert {each.code for each in found.problems} - before <= {"label-and-end-differ", "high-percentage", "total-rounded"}


def test_the_next_quarter_says_so_and_names_this_one(kent):
    info = read_report(kent).info
    assert (info.period, info.period_end, info.previous_period) == ("Quarter 4 2013/14", dt.date(2014, 3, 31), "Quarter 3 2013/14")
    assert (info.previous_report, info.version, "Quarter 4" in info.cover["subject"]) == ("../q3", "1", True)


def test_figures_slide_on_and_what_is_due_is_awaited(kent):
    dataset = read_report(kent)
    assert labels(dataset, "CS01") == ["Dec 12", "Mar 13", "Jun 13", "Sep 13", "Dec 13", "Mar 14", "Jun 14"]
    assert figures(dataset, "CS01") == ["77", "76", "83", "82", "84", "awaited", ""]
    assert figures(dataset, "CS01", "target") == ["75"] * 7


def test_what_is_reported_a_quarter_in_arrears_is_awaited_a_quarter_in_arrears(kent):
    assert figures(read_report(kent), "ENV01")[-3:] == ["awaited", "", ""]


def test_a_quarterly_figure_whose_label_names_a_year_goes_on_by_years(kent):
    assert labels(read_report(kent), "WMA03") == ["2012/13", "2013/14"]


def test_a_label_that_names_no_time_is_followed_by_the_month_in_which_the_period_ends():
    seen = observed(DEC, actual="80")
    wave = replace(seen, period=replace(seen.period, label="Wave 7", spoken="Wave 7"))
    found = slid(indicator(), (wave,), Step(DEC, dt.date(2014, 3, 31), 3))
    assert [(each.period.label, each.period.spoken) for each in found] == [("Wave 7", "Wave 7"), ("March 2014", "March 2014")]


def test_an_annual_figure_that_is_not_due_is_not_awaited(kent):
    dataset = read_report(kent)
    assert labels(dataset, "ELS01")[-3:] == ["2013", "2014", "2015"]
    assert figures(dataset, "ELS01")[-3:] == ["63", "", ""]


def test_labels_without_a_year_mean_a_later_time(kent):
    dataset = read_report(kent)
    assert [(each.period.label, each.period.end.year) for each in dataset.of("HTA01")] == [
        ("same time last year", 2013), ("fourth quarter of the year", 2014),
    ]  # fmt: skip
    assert labels(dataset, "CSA01") == ["Apr \u2013 Jun", "Jul - Sep", "Oct - Dec", "Jan - Mar"]
    assert figures(dataset, "CSA01")[:2] == ["212", "226"]


def test_what_was_published_is_the_previous_rating_of_what_has_a_new_figure(kent):
    before = assess(read_report(kent.parent / "q3")).by_indicator
    path = kent / "observations.csv"
    dataset = read_report(kent)
    assert dataset.restatements == ()
    now = assess(dataset).by_indicator
    assert {name for name, each in now.items() if each.current.rating != before[name].current.rating} == set()
    filled = kent.parent / "filled"
    shutil.copytree(kent, filled)
    (filled / "observations.csv").write_text(
        path.read_text("utf-8").replace("CS01,Mar 14,2014-03-31,awaited", "CS01,Mar 14,2014-03-31,60"), "utf-8"
    )
    found = assess(read_report(filled)).by_indicator["CS01"]
    assert (found.previous_rating, found.current.rating) == (before["CS01"].current.rating, "Red")


def test_nothing_of_this_quarter_is_carried_on_that_is_no_longer_so(kent):
    dataset = read_report(kent)
    assert (dataset.previous, dataset.overrides, dataset.stated) == ((), (), ())
    assert {each.status for each in dataset.actions} == {"Outstanding", "Regular review"}
    assert all(each.previous_score == each.current_score and not each.movement for each in dataset.risks)


def test_every_text_is_due_again_from_its_own_officer(kent):
    before, now = read_report(kent.parent / "q3"), read_report(kent)
    assert {part.key for part in now.narrative} == {part.key for part in before.narrative}
    assert all(part.awaited and not part.blocks for part in now.narrative)
    assert next(part.awaited.owner for part in now.narrative if part.key == "section/customer-services") == "Des Crilley"


def test_definitions_officers_and_floors_are_as_they_were(kent):
    before, now = read_report(kent.parent / "q3"), read_report(kent)
    plain = [(each.id, each.title, each.unit, each.polarity, each.section, each.frequency, each.note) for each in before.indicators]
    assert [(each.id, each.title, each.unit, each.polarity, each.section, each.frequency, each.note) for each in now.indicators] == plain
    assert [(each.slug, each.officers) for each in now.sections] == [(each.slug, each.officers) for each in before.sections]
    assert [(each.indicator, each.distance, each.amber) for each in now.floors] == [
        (each.indicator, each.distance, each.amber) for each in before.floors
    ]


def test_a_workbook_gives_a_workbook_or_a_folder_with_the_same_data(kent, tmp_path):
    book = as_workbook(KENT, tmp_path / "q3")
    shutil.copy(kent.parent / "q3" / "published.json", tmp_path / "q3" / "report.published.json")
    folder = roll_report(book, tmp_path / "folder")
    made = roll_report(book, tmp_path / "book" / "q4.xlsx")
    first, second = read_report(folder), read_report(made)
    assert first.info.previous_report == "../q3/report.xlsx"
    assert first.checksum == second.checksum
    assert {part.key for part in second.narrative} == {part.key for part in first.narrative}


def test_all_tables_of_kent_slide_or_are_awaited(kent):
    table = next(each for each in read_report(kent).tables if each.id == "calls_by_service")
    assert table.columns == ("Apr - Jun", "Jul - Sep", "Oct - Dec", "Jan - Mar", "Total")
    assert [cell.value.typed for cell in table.rows[0].cells][-2:] == ["awaited", "awaited"]


def test_spanners_that_are_periods_slide_with_their_columns():
    cells = tuple(DataCell(Value(None, str(n)), "count") for n in range(4))
    table = DataTable("t", "T", "s", ("Boys", "Girls") * 2, (DataRow("All", cells),), ("June 2025",) * 2 + ("September 2025",) * 2)
    moved = table_after(table, 3)
    assert moved.spanners == ("September 2025",) * 2 + ("December 2025",) * 2
    assert [cell.value.text for cell in moved.rows[0].cells] == ["2", "3", "awaited", "awaited"]


def test_rolling_twice_keeps_the_history(fernshire, tmp_path):
    base = tmp_path / "all"
    shutil.copytree(fernshire.parent, base)
    third = roll_report(base / "q2", base / "q3")
    assert check(third).counts["error"] == 0
    publish(third)
    fourth = roll_report(third, base / "q4")
    record = read_report(fourth).record
    assert record.period == "Quarter 3 2025/26"
    assert [each.id for each in record.ended] == ["AD03"]
    first = read_report(base / "q2").record
    for each in first.indicators:
        kept = {rated.end: rated.rating for rated in record.indicator(each.id).ratings}
        assert {rated.end: rated.rating for rated in each.ratings}.items() <= kept.items()


def test_indicators_end_take_new_ids_split_and_move_with_their_history(fernshire):
    changes = [
        Change("end", "RS03"),
        Change("rename", "CH01", ("CH11",)),
        Change("split", "HW01", ("HW11", "HW12")),
        Change("move", "AD02", ("resources",)),
    ]
    new = roll_report(fernshire, fernshire.parent / "changed", changes)
    assert check(new).counts["error"] == 0
    report = open_report(new)
    found = changes_of(report.dataset, report.assessed)
    assert set(found.joiners) == {"HW11", "HW12"}
    assert {each.id for each in found.leavers} == {"HW01", "RS03"}
    assert found.successors == {"HW01": ("HW11", "HW12")}
    assert [(each.former_id, each.indicator) for each in found.renamed] == [("CH01", "CH11")]
    assert [each.indicator for each in found.moved] == ["AD02"]
    assert [each.id for each in report.dataset.ended] == ["HW01", "RS03"]
    assert figures(report.dataset, "HW11") == ["awaited", ""][: len(report.dataset.of("HW11"))]
    assert any(part.key == "indicator/HW11/commentary" for part in report.dataset.narrative)
    assert report.dataset.restatements == ()
    untitled = [each for each in report.dataset.problems if each.code == "successor-untitled"]
    assert [each.value for each in untitled] == ["HW11", "HW12"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change("end", "XX1"), "roll-unknown"), (Change("rename", "CH01", ("CH02",)), "roll-taken"), (Change("move", "CH01", ("nowhere",)), "roll-unknown"),
    ],
)  # fmt: skip
def test_a_change_of_what_there_is_not_writes_nothing(fernshire, tmp_path, change, code):
    with pytest.raises(PapersError) as stopped:
        roll_report(fernshire, tmp_path / "new", [change])
    assert [each.code for each in stopped.value.problems] == [code]
    assert not (tmp_path / "new").exists()


def test_a_report_that_was_never_published_is_not_rolled(tmp_path):
    shutil.copytree(KENT, tmp_path / "q3")
    with pytest.raises(PapersError) as stopped:
        roll_report(tmp_path / "q3", tmp_path / "q4")
    assert [each.code for each in stopped.value.problems] == ["never-published"]


def test_an_existing_folder_is_left_alone(kent, tmp_path):
    (tmp_path / "mine.txt").write_text("words", "utf-8")
    with pytest.raises(PapersError) as stopped:
        roll_report(kent.parent / "q3", tmp_path)
    assert [each.code for each in stopped.value.problems] == ["already-there"]
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_rolling_gives_the_same_bytes_again(kent):
    again = roll_report(kent.parent / "q3", kent.parent / "again")
    files = {path.relative_to(kent): path.read_bytes() for path in kent.rglob("*") if path.is_file()}
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()} == files


def test_the_command_opens_the_next_report_and_says_what_is_next(kent):
    result = CliRunner().invoke(main, ["roll", str(kent.parent / "q3"), str(kent.parent / "by-command"), "--end", "CS02"])
    assert (result.exit_code, "papers check" in result.stdout) == (0, True)
    result = CliRunner().invoke(main, ["roll", str(kent.parent / "q3"), str(kent.parent / "bad"), "--rename", "CS01"])
    assert (result.exit_code, "--rename OLD=NEW" in result.stderr) == (1, True)


def test_a_draft_is_built_from_the_next_quarter(kent, tmp_path):
    result = CliRunner().invoke(main, ["build", str(kent), "--out", str(tmp_path), "--only", "cabinet-cover-report", "--as", "text"])
    assert result.exit_code == 0, result.stderr
    assert [path.name for path in tmp_path.glob("*.txt")] == ["cabinet-cover-report-DRAFT.txt"]


def test_a_period_that_says_nothing_of_the_next_needs_to_be_told(kent, tmp_path):
    shutil.copytree(kent.parent / "q3", tmp_path / "odd")
    toml = tmp_path / "odd" / "report.toml"
    toml.write_text(toml.read_text("utf-8").replace('period = "Quarter 3 2013/14"', 'period = "Winter review"', 1), "utf-8")
    with pytest.raises(PapersError) as stopped:
        roll_report(tmp_path / "odd", tmp_path / "new")
    assert [each.code for each in stopped.value.problems] == ["roll-no-period"]
    new = roll_report(tmp_path / "odd", tmp_path / "new", period="Spring review", period_end=dt.date(2014, 3, 31))
    assert read_report(new).info.period == "Spring review"
