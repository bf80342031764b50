"""Indicators that are new, split or renamed say what they were, and have titles that tell them apart."""

from __future__ import annotations

from tests.intake.small_report import SMALL, problems_of
from tests.records.reports import OBSERVED, second


def renamed(tmp_path, former=""):
    """The second report, in which RO01 has the id RO09 and says, or does not say, what it was called."""
    header, *rows = SMALL["indicators.csv"].replace("RO01,", "RO09,").splitlines()
    then = {
        "indicators.csv": "\n".join([f"{header},formerly", *(f"{row},{former if row.startswith('RO09') else ''}" for row in rows)]) + "\n",
        "observations.csv": OBSERVED.replace("RO01", "RO09"),
        "floors.csv": SMALL["floors.csv"].replace("RO01", "RO09"),
    }
    return [(each.code, each.value) for each in problems_of(second(tmp_path, then=then))]


def test_a_new_id_that_has_the_title_of_one_that_is_gone_is_asked_for_its_former_id(tmp_path):
    assert renamed(tmp_path) == [("former-missing", "RO09")]


def test_a_new_id_that_says_what_it_was_called_is_not_asked(tmp_path):
    assert renamed(tmp_path, "RO01") == []


def test_two_indicators_of_one_title_are_pointed_out(tmp_path):
    header, first, *rows = SMALL["indicators.csv"].splitlines()
    again = ",".join(["PE03", *first.split(",")[1:]])
    found = problems_of(second(tmp_path, then={"indicators.csv": "\n".join([header, first, again, *rows]) + "\n"}))
    assert [(each.code, each.value, each.place.column) for each in found if each.code == "title-twice"] == [
        ("title-twice", "PE03", "title")
    ]
