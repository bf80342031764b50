"""Plain rows are read at once; what they say, and what is said about the others, must not depend on it."""

import dataclasses

import pytest

from papers.errors import PapersError
from papers.intake import canonical, read_report
from papers.intake.quick import QuickRows
from tests.intake.small_report import write
from tests.intake.test_intake_same import BY_NAME, REPORTS, placeless

ROWS = "indicator_id,period_label,period_end,actual,target,comparator,published_rating,note,actual_note\n"


@pytest.fixture
def carefully(monkeypatch):
    """Read every row cell by cell."""
    return lambda: monkeypatch.setattr(QuickRows, "read", lambda *_, **__: None)


@pytest.mark.parametrize("folder", REPORTS, ids=BY_NAME)
def test_a_report_is_the_same_read_at_once_or_cell_by_cell(folder, carefully):
    quick = read_report(folder)
    carefully()
    careful = read_report(folder)
    assert placeless(careful) == placeless(quick)
    assert careful.problems == quick.problems


def test_a_plain_figure_knows_its_cell_by_its_row_and_series(tmp_path, carefully):
    folder = write(tmp_path, {"observations.csv": ROWS + "PE01,Sep 13,2013-09-30,82.0,80,68,Green,A note,\n"})
    (quick,) = read_report(folder).observations
    carefully()
    (careful,) = read_report(folder).observations
    assert [quick.place_of(name) for name in quick.values] == [careful.place_of(name) for name in careful.values]
    assert (quick.place, quick.published_rating, quick.note) == (careful.place, "Green", "A note")


@pytest.mark.parametrize(
    "row",
    [
        "PE01,Sep 13,2013-09-30,82.0 [p],80,68,,,",
        "PE01,Sep 13,2013-09-30,£82,80,68,,,",
        "PE01,Sep 13,30/09/2013,82,80,68,,,",
        "PE01,Sep-13,2013-10-31,82,80,68,,,",
        "PE01,12-Sep,2013-09-30,82,80,68,,,",
        "PE01,Sep 13,,82,80,68,,,",
        "PE01,Q2,,82,80,68,,,",
        "PE01,Sep 13,2013-09-31,82,80,68,,,",
        "PE01,Sep 13,2013-09-30,820,80,68,,,",
        "PE01,Sep 13,2013-09-30,82,80,68,,,A footnote",
        "PE01,Sep 13,2013-09-30,82,80,68",
        "PE01,Sep 13,2013-09-30,82,80,68,,,,too,many",
        "ZZ99,Sep 13,2013-09-30,82,80,68,,,",
        "RO01,Sep 13,2013-09-30,82,80,68,,,",
        ",Sep 13,2013-09-30,82,80,68,,,",
        "PE01,,2013-09-30,82,80,68,,,",
        "PE01,Sep 13,2013-09-30,#REF!,80,68,#REF!,,",
        "PE01,Dec 13,2013-12-31,82,80,68,,,",
    ],
)
def test_rows_that_are_not_plain_are_read_as_ever(tmp_path, carefully, row):
    def read():
        try:
            dataset = read_report(folder)
        except PapersError as stopped:
            return stopped.problems
        return canonical(dataset), dataset.problems, [each.place for each in dataset.observations]

    folder = write(tmp_path, {"observations.csv": f"{ROWS}PE01,Dec 13,2013-12-31,82.0,80,68,,,\n{row}\n"})
    quick = read()
    carefully()
    assert read() == quick


def test_a_dataset_that_is_not_sealed_lacks_nothing_but_its_checksum():
    sealed = read_report(REPORTS[0])
    assert dataclasses.replace(read_report(REPORTS[0], sealed=False), checksum=sealed.checksum) == sealed
