"""Lists of numbers for listed ratings, counts set against others, wholes that can be rated, what is told of all that were named."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

TRUE = (
    ("kent", "summary/lead", "Green, Amber and Red ratings number 19, 11 and five respectively."),
    ("fernshire", "summary/lead", "The numbers of Green, Amber and Red are now 12, five and two, against nine, nine and one last time."),
    ("kent", "summary/directorate/adult-social-care", "Three, one and one of the five indicators are Green, Amber and Red respectively."),
    ("fernshire", "summary/lead", "Thirteen indicators improved, against three that worsened and two that stayed the same."),
    ("fernshire", "summary/lead", "Twelve indicators are Green against nine at the last report."),
    ("kent", "summary/lead", "Nineteen indicators are Green, against just five that are Red."),
    (
        "kent",
        "summary/directorate/highways-and-transportation",
        "Routine potholes, streetlights and emergency repairs are all Green, and all three met their targets.",
    ),
    (
        "kent",
        "directorate/customer-services/commentary",
        "Call answering is at 84%, above its target, while both measures of customer satisfaction stayed Amber.",
    ),
    (
        "fernshire",
        "summary/directorate/resources",
        "Complaints fell to Red and invoices to Amber, while the other two indicators are Green.",
    ),
    (
        "kent",
        "summary/directorate/adult-social-care",
        "Personal budgets are Red and satisfaction is Amber; the remaining three indicators met their targets.",
    ),
    ("fernshire", "foreword", "Nine ratings have moved since Quarter 1: five moved up and four moved down."),
    ("kent", "foreword", "One rating moved up and three moved down, so that 31 of the 35 are as they were."),
    ("fernshire", "summary/lead", "Five ratings went up from the first quarter."),
    ("fernshire", "summary/lead", "Of the 19 indicators that can be rated, 12 are Green."),
    ("fernshire", "summary/lead", "Twelve of the 19 rated indicators (63%) met their targets."),
    ("fernshire", "summary/lead", "One indicator cannot be rated because it has no target."),
    ("kent", "summary/directorate/specialist-childrens-services", "One of the six children’s indicators is Red and three are Green."),
    ("fernshire", "summary/directorate/people", "Three of the nine social care measures are Green."),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "The only Red, permanent social workers in post, has now been Red for three quarters running.",
    ),
    ("fernshire", "directorate/resources/commentary", "Complaints are Red, and I have asked the service for an improvement plan."),
    (
        "fernshire",
        "directorate/resources/commentary",
        "Two of our ratings have slipped since Quarter 1, complaints to Red and invoices to Amber.",
    ),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Four are Green, four Amber and two Red, with two Reds fewer than we had feared and one Green fewer than last time.",
    ),
)
FALSE = (
    ("kent", "summary/lead", "Green, Amber and Red ratings number 18, 12 and five respectively."),
    ("fernshire", "summary/lead", "The numbers of Green, Amber and Red are now 12, five and two, against nine, eight and two last time."),
    ("kent", "summary/directorate/adult-social-care", "Two, two and one of the five indicators are Green, Amber and Red respectively."),
    ("kent", "summary/lead", "Nineteen indicators are Green, against just four that are Red."),
    ("fernshire", "summary/directorate/resources", "Complaints and invoices both met their targets this quarter."),
    (
        "fernshire",
        "summary/directorate/resources",
        "Complaints fell to Red and invoices to Amber, while the other two indicators are Amber.",
    ),
    ("kent", "summary/directorate/adult-social-care", "Personal budgets are Red; the remaining four indicators met their targets."),
    ("fernshire", "foreword", "Nine ratings have moved since Quarter 1: six moved up and three moved down."),
    ("kent", "foreword", "Two ratings moved up and two moved down since September."),
    ("fernshire", "summary/lead", "Seven ratings went up from the first quarter."),
    ("fernshire", "summary/lead", "Of the 20 indicators that can be rated, 12 are Green."),
    ("fernshire", "summary/lead", "Eleven of the 19 rated indicators (58%) met their targets."),
    ("fernshire", "summary/lead", "Two indicators cannot be rated because they have no target."),
    ("kent", "summary/directorate/adult-social-care", "The only Red, personal budgets, has now been Red for two quarters running."),
    ("fernshire", "directorate/resources/commentary", "Complaints saw an improvement of 3 percentage points to 74%."),
    (
        "fernshire",
        "directorate/resources/commentary",
        "Two of our ratings have slipped since Quarter 1, complaints to Red and calls answered to Amber.",
    ),
    (
        "fernshire",
        "directorate/people/commentary",
        "Three of our indicators improved, reablement to Green, admissions to Green and child protection plans to Green.",
    ),
    ("kent", "summary/lead", "Nineteen are Green, with three fewer Greens than in September."),
)


@pytest.fixture(scope="module")
def referees():
    reports = {"kent": open_report(KENT), "fernshire": open_report(FERNSHIRE)}
    return {name: Referee(each.dataset, each.assessed) for name, each in reports.items()}


@pytest.mark.parametrize(("report", "block", "sentence"), TRUE)
def test_what_is_true_is_not_called_false(referees, report, block, sentence):
    found = referees[report].sentence(sentence, block)
    assert found.verdict in ("true", "rounded"), found.findings


@pytest.mark.parametrize(("report", "block", "sentence"), FALSE)
def test_what_is_wrong_is_called_false(referees, report, block, sentence):
    found = referees[report].sentence(sentence, block)
    assert found.verdict == "false", found.findings
