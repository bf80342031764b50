"""Sentences about rows of tables and a section's indicators: what stands, and what is called wrong."""

from __future__ import annotations

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

CALLS = "section/customer-services/commentary"
SUPPORT = "section/kent-support-and-assistance-service/commentary"
CARE = "section/adult-care/commentary"
LIBRARIES = "section/libraries/commentary"
MONEY = "section/resources/commentary"

PAIRS = (
    (
        KENT,
        CALLS,
        "The three busiest lines over the year were Adult Social Care, Highways Services and the Main Enquiry Line.",
        "The three busiest lines over the year were Adult Social Care, Highways Services and Libraries and Archives.",
    ),
    (
        KENT,
        CALLS,
        "Highways and Transportation had the highest number of complaints in the quarter, followed by Adult Social Care with 106.",
        "Highways and Transportation had the highest number of complaints in the quarter, followed by Children's Social Services with 86.",
    ),
    (
        KENT,
        CALLS,
        "Complaints about Adult Education and about Adult Social Care both rose in the quarter.",
        "Complaints about Adult Education and about Highways both rose in the quarter.",
    ),
    (
        KENT,
        SUPPORT,
        "Applications totalled 6,702 in the three quarters, of which 4,028 (60%) led to an award.",
        "Applications totalled 6,702 in the three quarters, of which 4,028 (66%) led to an award.",
    ),
    (
        KENT,
        SUPPORT,
        "In the quarter 1,623 awards were made, from 2,382 applications, a rate of 68%.",
        "In the quarter 1,623 awards were made, from 2,382 applications, a rate of 78%.",
    ),
    (
        KENT,
        CALLS,
        "Complaints relating to Adult Social Care rose in the quarter from 75 to 106, although on the rolling 12 month measure they were down by 79.",
        "Complaints relating to Adult Social Care rose in the quarter from 75 to 106, although on the rolling 12 month measure they were down by 31.",
    ),
    (
        KENT,
        "indicator/CSA02/commentary",
        "Complaints dropped by 46 in the quarter, to 533.",
        "Complaints dropped by 64 in the quarter, to 533.",
    ),
    (
        FERNSHIRE,
        LIBRARIES,
        "Online visits to Łódź Square fell to 30,000, but the total online was unchanged at 95,000.",
        "Online visits to Łódź Square fell to 30,000, but the total online was unchanged at 59,000.",
    ),
    (
        FERNSHIRE,
        MONEY,
        "Staffing at the end of September was 3,169.3 FTE, 12.4 fewer than in June and 30.7 under budget.",
        "Staffing at the end of September was 3,169.3 FTE, 14.4 fewer than in June and 30.7 under budget.",
    ),
    (
        FERNSHIRE,
        CARE,
        "Three of the four indicators are Green and one is Amber.",
        "Three of the four adult care indicators are Green and the other, days from contact to assessment, is Red.",
    ),
    (
        FERNSHIRE,
        "section/highways/commentary",
        "All three highways indicators are Green, compared to one at the last report.",
        "All three highways indicators are Green, compared to two at the last report.",
    ),
)


@pytest.fixture(scope="module")
def referees():
    return {each: Referee(report.dataset, report.assessed) for each in (KENT, FERNSHIRE) for report in [open_report(each)]}


@pytest.mark.parametrize(("report", "block", "right", "wrong"), PAIRS)
def test_what_is_told_of_rows_is_held(referees, report, block, right, wrong):
    assert referees[report].sentence(right, block).verdict in ("true", "rounded")
    assert referees[report].sentence(wrong, block).verdict == "false"


def test_a_first_few_of_rows_is_no_count_of_them(referees):
    assert referees[KENT].sentence("The three largest services by calls have new managers.", CALLS).verdict == "unknown"
