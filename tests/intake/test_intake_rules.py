"""What a report says of its rules: overrides, schemes of its own, unrounded figures, targets between periods."""

import datetime as dt
from decimal import Decimal

from papers.dataset import Override
from papers.errors import Place
from papers.intake import read_report, tables_of
from tests.intake.books import as_workbook
from tests.intake.small_report import SMALL, TOML, problems_of, read, write

OVERRIDES = "indicator_id,period_end,rating,by,date,reason\n"
AMBER = "PE01,2013-09-30,Amber,the Director,2014-01-20,Late returns.\n"


def test_an_override_is_read_with_who_when_and_why(tmp_path):
    (found,) = read(tmp_path, {"overrides.csv": OVERRIDES + AMBER}).overrides
    place = Place("overrides.csv", None, 2)
    assert found == Override("PE01", dt.date(2013, 9, 30), "Amber", "the Director", dt.date(2014, 1, 20), "Late returns.", place)


def test_an_override_may_say_not_rated(tmp_path):
    dataset = read(tmp_path, {"overrides.csv": OVERRIDES + AMBER.replace("Amber", "Not rated")})
    assert dataset.overrides[0].rating is None
    assert read_report(tables_of(dataset)).overrides[0].rating is None


def test_an_override_needs_a_name_a_date_and_a_reason(tmp_path):
    found = problems_of(write(tmp_path, {"overrides.csv": OVERRIDES + "PE01,2013-09-30,Amber,,,\n"}))
    assert [(each.code, each.place.column) for each in found] == [
        ("missing-value", "by"),
        ("missing-value", "date"),
        ("missing-value", "reason"),
    ]


def test_schemes_of_the_report_are_read_in_the_order_of_their_names(tmp_path):
    folder = write(tmp_path)
    (folder / "schemes").mkdir()
    (folder / "schemes" / "ours.toml").write_text('extends = "brag"', "utf-8")
    (folder / "schemes" / "north.toml").write_text('extends = "ours"', "utf-8")
    found = read_report(folder).schemes
    assert [(each.name, each.text, each.place) for each in found] == [
        ("north", 'extends = "ours"', Place("schemes/north.toml")),
        ("ours", 'extends = "brag"', Place("schemes/ours.toml")),
    ]


def test_schemes_may_stand_beside_a_workbook(tmp_path):
    book = as_workbook(write(tmp_path / "folder"), tmp_path)
    (book.parent / "schemes").mkdir()
    (book.parent / "schemes" / "ours.toml").write_text('extends = "brag"', "utf-8")
    assert [each.name for each in read_report(book).schemes] == ["ours"]


def test_a_figure_may_have_an_unrounded_one_beside_it(tmp_path):
    rows = "indicator_id,period_label,actual,unrounded,target\nPE01,Dec 13,90,89.6,90\n"
    (found,) = read(
        tmp_path, {"observations.csv": rows, "report.toml": TOML.replace("[cover]", 'compare = "unrounded"\n[cover]')}
    ).observations
    assert (found.number("actual"), found.number("unrounded")) == (Decimal(90), Decimal("89.6"))


def test_an_indicator_says_what_stands_between_targets_and_whether_it_is_carried_forward(tmp_path):
    heads, first, *others = SMALL["indicators.csv"].splitlines()
    rows = [f"{heads},target_between,carry_forward", f"{first},interpolate,no", *(f"{line},," for line in others)]
    found = {each.id: each for each in read(tmp_path, {"indicators.csv": "\n".join(rows) + "\n"}).indicators}
    assert (found["PE01"].target_between, found["PE01"].carry_forward) == ("interpolate", False)
    assert (found["RO01"].target_between, found["RO01"].carry_forward) == ("", True)
