"""Sentences of summaries, sections and the register of risks: each class of statement with true ones and their wrong twins."""

import pytest

from papers.checks.checking import Referee
from papers.checks.language.ages import age_spans
from papers.checks.language.quantities import QUANTITY, read_quantity, told
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

SUMMARY, RISKS, ACTIONS = "summary/lead", "risks/summary", "risks/actions/summary"


def section(slug):
    return f"section/{slug}/commentary"


@pytest.fixture(scope="module")
def referees():
    return {
        name: Referee(report.dataset, report.assessed)
        for name, report in (("kent", open_report(KENT)), ("fernshire", open_report(FERNSHIRE)))
    }


def hold(referees, report, block, right, wrong):
    for sentence in right:
        assert referees[report].sentence(sentence, block).verdict in {"true", "rounded"}, sentence
    for sentence in wrong:
        assert referees[report].sentence(sentence, block).verdict == "false", sentence


COUNTS = (
    ("All but five of the indicators are Green or Amber.", "All but three of the indicators are Green or Amber."),
    ("More than half of our indicators, 19 of 35, met their targets.", "Fewer than half of our indicators are Green."),
    ("More indicators improved than worsened.", "More indicators worsened than improved."),
    ("Green indicators outnumber Amber and Red ones together.", "Reds outnumber Ambers."),
    ("Red ratings rose by one to five.", "Greens rose from 19 to 20."),
    ("Just over half of the indicators are Green and one in seven is Red.", "One in four indicators is Red."),
    (
        "Green accounts for 54% of the indicators, Amber for 31% and Red for 14%.",
        "Green accounts for 54% of the indicators and Amber for 41%.",
    ),
    ("Nineteen indicators are Green, down from 20 last quarter.", "Nineteen indicators are Green, down from 22 last quarter."),
    ("The last report had 20 Green indicators.", "In the last report 18 indicators were Green."),
    ("About four in every seven indicators are neither Amber nor Red.", "Eighteen indicators are either Amber or Red."),
    ("Thirty of the 35 indicators are Amber or better.", "Thirty-two of the 35 indicators are Amber or better."),
    ("Green is the most common rating, with 19 indicators.", "Amber is now the most common rating."),
    ("No indicator in Waste Management is Red.", "No indicator in Adult Social Care is Red."),
    ("The report has 35 indicators, of which 19 are Green, 11 Amber and five Red.", "This report covers 38 key performance indicators."),
)


@pytest.mark.parametrize(("right", "wrong"), COUNTS)
def test_a_count_of_indicators_is_held_in_every_way_of_saying_it(referees, right, wrong):
    hold(referees, "kent", SUMMARY, [right], [wrong])


@pytest.mark.parametrize(
    "sentence",
    [
        "Two indicators are expected to turn Green by March.",
        "Four of our service indicators were new in this report.",
        "Four of the indicators had their targets raised for this year.",
    ],
)
def test_a_count_that_the_data_does_not_hold_is_left_alone(referees, sentence):
    assert referees["kent"].sentence(sentence, SUMMARY).verdict == "unknown"


def test_counts_of_the_last_report_are_those_that_it_printed(referees):
    right = "With 12 Greens against nine in Quarter 1 the picture has brightened."
    hold(referees, "fernshire", SUMMARY, [right], [right.replace("nine", "11")])


RISK_COUNTS = (
    ("All but two of the risks are rated Amber.", "All but three of the risks are rated Amber."),
    ("One in five of the risks is Red.", "One in three of the risks is Red."),
    ("Two risks score 20 or more.", "Three risks score 20 or more."),
    ("No risk scores below 9.", "No risk scores above 20."),
    ("Only one of the risks is already at its target score.", "Three of the risks are already at their target score."),
    ("The register lists ten corporate risks.", "The register lists twelve corporate risks."),
)


@pytest.mark.parametrize(("right", "wrong"), RISK_COUNTS)
def test_a_count_of_risks_is_held(referees, right, wrong):
    hold(referees, "kent", RISKS, [right], [wrong])


ONE_RISK = (
    ("Demand for care rose by four points.", "Demand for care rose by six points."),
    ("Flooding has come down from 15 to 10.", "Flooding has become a greater risk, its score going from 10 to 15."),
    ("The workforce risk, formerly called Recruitment, is unchanged at 12.", "The workforce risk has gone up to 12."),
    ("Savings in 2026/27 is a new risk.", "Flooding is a new risk."),
    ("The move of the county archive has been closed.", "The flooding risk has been closed."),
    ("Demand for care has a likelihood of 4 and an impact of 5.", "Demand for care has a likelihood of 5 and an impact of 4."),
    ("Demand for care belongs to the Corporate Director for People.", "Demand for care belongs to the Director, Place."),
    ("Flooding, which fell by five, is still Amber.", "Flooding, which fell by five, is now Green."),
    ("Demand for care was Red at the last report, too, with 16.", "Demand for care was Amber at the last report."),
    (
        "Workforce and data and systems are each to come down from 12 to 6.",
        "Workforce and data and systems are each to come down from 12 to 8.",
    ),
    ("Savings stand at their target of 12 and the risk is tolerated.", "Savings stand above their target."),
    ("The score of demand for care is eight points off its target.", "The score of demand for care is four points off its target."),
    ("Demand for care is now our most serious risk, at 20.", "Flooding is now our most serious risk, at 20."),
    ("The workforce risk, formerly called Recruitment, scores 12.", "The workforce risk, once headed Retention, keeps its score of 12."),
)


@pytest.mark.parametrize(("right", "wrong"), ONE_RISK)
def test_what_is_told_of_one_risk_is_held(referees, right, wrong):
    hold(referees, "fernshire", RISKS, [right], [wrong])


def test_a_score_is_that_of_the_risk_named_before_it(referees):
    hold(
        referees,
        "kent",
        RISKS,
        [
            "Two of the ten corporate risks are Red: management of social care demand, which scores 25, and the future operating environment, which scores 20.",
            "Procurement and data management both score 9.",
            "Safeguarding scores more than welfare reform.",
        ],
        ["Procurement and safeguarding both score 9.", "Welfare reform scores more than safeguarding.", "CRR14 scores 12."],
    )


ONE_ACTION = (
    ("The careers fair at M\u00e4rchenstadt is complete.", "The careers fair at M\u00e4rchenstadt is still outstanding."),
    (
        "The agreement with care homes on fees is outstanding and due by 31 December 2025.",
        "The agreement with care homes on fees is due by 30 November 2025.",
    ),
    ("The gullies on flood routes, due by the end of September, are overdue.", "The agreement with care homes on fees is overdue."),
    ("The test of recovery from backup is under regular review.", "The test of recovery from backup is complete."),
    ("Three of the six actions are complete.", "Four of the six actions are complete."),
    ("Two actions are due by 31 December 2025.", "Three actions are due on 31 December 2025."),
    ("Only one action has no due date.", "Every action has a due date."),
)


@pytest.mark.parametrize(("right", "wrong"), ONE_ACTION)
def test_status_and_due_date_of_actions_are_held(referees, right, wrong):
    hold(referees, "fernshire", ACTIONS, [right], [wrong])


def test_actions_are_counted_by_batch_and_risk(referees):
    hold(
        referees,
        "kent",
        ACTIONS,
        [
            "Three of the five actions for civil contingencies in Quarter 3 are complete.",
            "Nearly a third of the actions for Quarter 3 are outstanding.",
        ],
        [
            "Four of the five actions for civil contingencies in Quarter 3 are complete.",
            "Both of the Quarter 3 actions for procurement are complete.",
        ],
    )


ROWS = (
    (
        "customer-services",
        "Adult Social Care drew the most calls over the year, 124,000.",
        "Libraries and Archives drew the most calls over the year.",
    ),
    (
        "customer-services",
        "Complaints about Adult Education went up from 30 to 47.",
        "Complaints about Adult Education went down from 47 to 30.",
    ),
    (
        "customer-services",
        "Highways and Transportation made up 30% of all complaints in the quarter to December.",
        "Highways and Transportation made up half of all complaints in the quarter to December.",
    ),
    (
        "customer-services",
        "Speed awareness and Blue Badges together accounted for 72,000 calls in 2013.",
        "Speed awareness and Blue Badges together accounted for 82,000 calls in 2013.",
    ),
    (
        "customer-services",
        "More calls were about Highways Services than about Registration Services.",
        "More calls were about Registration Services than about Highways Services.",
    ),
    (
        "kent-support-and-assistance-service",
        "The service has made 4,028 awards in the year to date.",
        "The service has made 4,208 awards in the year to date.",
    ),
    (
        "kent-support-and-assistance-service",
        "There were 971 more calls in the third quarter than in the second.",
        "Calls received have doubled since the first quarter.",
    ),
    (
        "kent-support-and-assistance-service",
        "Just 43% of the applications in the first quarter led to an award.",
        "Just 34% of the applications in the first quarter led to an award.",
    ),
    (
        "adult-social-care",
        "Residential care for older people should end the year at 148,100 weeks.",
        "Weeks of nursing care for older people are forecast to increase by the end of March 2014.",
    ),
    (
        "adult-social-care",
        "Nursing and residential care for older people together came to 231,400 weeks.",
        "Nursing and residential care for older people together came to 241,400 weeks.",
    ),
    (
        "adult-social-care",
        "All five results of the user survey were better than in 2011/12.",
        "Only four of the five results of the user survey were better than in 2011/12.",
    ),
    (
        "education-learning-and-skills",
        "Reception took in 1,482 more pupils than Year 7.",
        "The January count found more pupils in Year 7 than in Reception.",
    ),
    ("organisational-development", "The workforce is 19% smaller than in March 2011.", "The workforce is 29% smaller than in March 2011."),
    (
        "organisational-development",
        "There are two active harassment cases, half as many as in September.",
        "Harassment cases are up from two to four.",
    ),
    (
        "organisational-development",
        "One major injury was recorded in the quarter.",
        "Two major injury incidents were recorded in the quarter.",
    ),
    (
        "highways-and-transportation",
        "Contacts jumped from 43,872 to 60,511 on the year.",
        "Work in progress fell over the year, from 7,109 to 7,771.",
    ),
)


@pytest.mark.parametrize(("slug", "right", "wrong"), ROWS)
def test_rows_and_activity_of_a_section_are_held(referees, slug, right, wrong):
    hold(referees, "kent", section(slug), [right], [wrong])


COLUMNS = (
    (
        "resources",
        "The forecast for income from fees is \u00a3165,000 above budget.",
        "Income from fees is forecast to fall short of budget by \u00a3165,000.",
    ),
    (
        "resources",
        "Spending on services is forecast at \u00a3409.3m, \u00a33.3m under budget.",
        "An overspend of \u00a33.3m is forecast on services.",
    ),
    ("resources", "Savings are forecast at 93% of plan.", "Savings are forecast to exceed the plan."),
    ("libraries", "Half of all visits in person were to Ch\u00e2teau Road.", "A third of all visits in person were to Ch\u00e2teau Road."),
    ("libraries", "Online visits to all libraries stayed at 95,000.", "Online visits at \u0141\u00f3d\u017a Square went up."),
    (
        "libraries",
        "\u0141\u00f3d\u017a Square lost 3,000 online visits compared with last year.",
        "\u0141\u00f3d\u017a Square gained 3,000 online visits compared with last year.",
    ),
    ("libraries", "All three libraries had more visits in person than last year.", "Online visits fell at all three libraries."),
    ("childrens-services", "Those aged ten and over number 462.", "Those aged ten and over number 426."),
    ("childrens-services", "The number aged five to nine fell by two to 122.", "The number aged five to nine rose by two to 122."),
)


@pytest.mark.parametrize(("slug", "right", "wrong"), COLUMNS)
def test_columns_that_are_no_periods_are_held(referees, slug, right, wrong):
    hold(referees, "fernshire", section(slug), [right], [wrong])


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("specialist-childrens-services", "The number of social workers in training rose to 64."),
        ("adult-social-care", "Prices for nursing care have gone up by 4% since April."),
        ("kent-support-and-assistance-service", "Most awards were for food or energy, and 212 families had help with furniture."),
        ("organisational-development", "Some 340 managers have been through the new training since September."),
        ("customer-services", "The average caller waited 42 seconds and 3% hung up."),
    ],
)
def test_what_no_row_holds_is_left_alone(referees, slug, sentence):
    assert referees["kent"].sentence(sentence, section(slug)).verdict == "unknown"


def test_a_sentence_s_own_numbers_are_added(referees):
    block = "consultations/commentary"
    hold(
        referees,
        "fernshire",
        block,
        [],
        [
            "Eighty four of the 96 schools that replied would like to plant trees, more than nine in ten.",
            "Of those who wrote, parents (35), teachers (5), governors (2) and others (5) make up 57.",
        ],
    )
    right = "Eighty eight of the 96 schools that replied would like to plant trees, more than nine in ten."
    assert referees["fernshire"].sentence(right, block).verdict != "false"


def test_a_reference_must_lead_somewhere(referees):
    block = section("customer-services")
    hold(
        referees,
        "kent",
        block,
        ["The report is attached as Appendix 1."],
        [
            "A full breakdown of web-site visits is given in Appendix 9 of this report.",
            "Each complaint is described in full on page 212.",
            "Terms are explained in the glossary at the end of this report.",
        ],
    )
    elsewhere = "The detail is in Appendix 3 to the budget report of October."
    assert referees["kent"].sentence(elsewhere, block).verdict == "unknown"


@pytest.mark.parametrize(
    ("words", "number", "total", "verdict"),
    [
        ("all but two", 8, 10, "true"),
        ("one in three", 11, 35, "rounded"),
        ("one in four", 11, 35, "false"),
        ("fewer than half", 4, 10, "true"),
        ("most", 5, 10, "false"),
        ("neither", 0, 2, "true"),
        ("19 of the 35", 19, 35, "true"),
        ("19 of the 38", 19, 35, "false"),
    ],
)
def test_how_many_is_read_in_words(words, number, total, verdict):
    assert told(read_quantity(QUANTITY.match(words)), number, total) == verdict


def test_ages_are_spans():
    assert [span for _, _, span in age_spans("those under five, aged 10 to 15, 16 or 17, 65 and over, and in Year 7")] == [
        "0-4",
        "10-15",
        "16-17",
        "65-",
        "year 7",
    ]


@pytest.mark.parametrize(
    ("report", "block", "sentence"),
    [
        ("kent", section("organisational-development"), "Incidents reported went up from 374 to 487, with 189 days lost."),
        (
            "kent",
            section("customer-services"),
            "Adult Social Care complaints rose by 31 to 106 in the quarter, although over twelve months they have fallen from 384 to 305.",
        ),
        (
            "kent",
            section("adult-social-care"),
            "Learning disability is the only one of the three with more weeks forecast than used: 41,300 against 40,600.",
        ),
        ("kent", SUMMARY, "Five indicators, or one in seven, are below their floor standard, and 11 lie between floor and target."),
        ("kent", RISKS, "A risk of 12 such as welfare reform is Amber; one of 20 such as the future operating environment is Red."),
        ("kent", ACTIONS, "Of the five actions on civil contingencies due in Quarter 3, three are complete and two are outstanding."),
        ("fernshire", RISKS, "Flooding has dropped from Amber at 15 to Amber at 10, so its level is unchanged."),
        (
            "fernshire",
            section("libraries"),
            "Ch\u00e2teau Road and \u0141\u00f3d\u017a Square both drew 3,000 or so more people than last year, 44,000 and 31,000.",
        ),
        (
            "fernshire",
            section("libraries"),
            "Visits in person were up by six thousand to 88 thousand, exactly half of them at Ch\u00e2teau Road.",
        ),
    ],
)
def test_a_long_true_sentence_is_not_called_false(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict != "false"
