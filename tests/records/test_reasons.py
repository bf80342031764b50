"""What was changed without a reason is asked for once for each cell that was changed."""

from __future__ import annotations

from tests.intake.small_report import problems_of
from tests.records.reports import second

FLOORS = "indicator_id,start,end,distance\nRO01,2013-04-01,2014-03-31,{}\n"


def test_one_changed_distance_is_one_problem_for_all_its_periods(tmp_path):
    folder = second(tmp_path, {"floors.csv": FLOORS.format(10)}, {"floors.csv": FLOORS.format(12)})
    found = [each for each in problems_of(folder) if each.code == "restated-without-reason"]
    assert len(found) == 1
    assert found[0].message.startswith("The floor for ")
    assert " of RO01 was published as " in found[0].message
