"""The data held against itself: what can't all be right is told on its cell, and what is right is left alone."""

import datetime as dt
import shutil
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.assess import assess
from papers.checks.answers import Answer
from papers.checks.inside import inside
from papers.commands.check import check
from papers.commands.check_words import accept
from papers.dataset import (
    DataCell,
    DataRow,
    DataTable,
    Directorate,
    FigureLink,
    Observation,
    Risk,
    RiskAction,
    SeriesInfo,
    StatedTotal,
    Value,
)
from papers.errors import Place
from tests.conftest import FERNSHIRE, KENT
from tests.samples import DEC, MAR, SEP, indicator, info, observed, report

ENDS = [dt.date(2012, 3, 31), dt.date(2012, 6, 30), dt.date(2012, 9, 30), dt.date(2012, 12, 31)]
ENDS += [dt.date(2013, 3, 31), dt.date(2013, 6, 30), SEP, DEC]


def found(dataset):
    return inside(dataset, assess(dataset))


def codes(dataset):
    return [each.code for each in found(dataset)]


def series(*numbers, of="AA01", name="actual", ends=ENDS):
    return tuple(observed(end, of=of, **{name: number}) for end, number in zip(ends[-len(numbers) :], numbers, strict=True))


def one(**fields):
    """A report of one indicator with observations."""
    observations = fields.pop("observations")
    further = {name: fields.pop(name) for name in ("series", "links", "tables", "info", "risks", "actions", "stated") if name in fields}
    return report((indicator(**fields),), observations, **further)


COUNTED = (SeriesInfo("AA01", "answered", "extra", "Answered", "count"), SeriesInfo("AA01", "calls", "extra", "Calls", "count"))


@pytest.mark.parametrize(
    ("told", "answered", "calls", "wrong"),
    [("84", "420", "500", False), ("84", "417", "500", True), ("83.4", "417", "500", False), ("84", None, "500", False)],
)
def test_a_percentage_is_its_numerator_over_its_denominator(told, answered, calls, wrong):
    rows = (observed(DEC, actual=told, answered=answered, calls=calls),)
    problems = found(one(observations=rows, series=COUNTED, numerator="answered", denominator="calls"))
    assert [each.code for each in problems] == (["share-differs"] if wrong else [])
    if wrong:
        assert (problems[0].value, problems[0].data, problems[0].place.column) == ("84%", "83%", "actual")


def test_a_share_of_figures_that_are_rounded_themselves_is_held_loosely():
    thousands = tuple(SeriesInfo("AA01", each, "extra", each, "thousands") for each in ("answered", "calls"))
    rows = (observed(DEC, actual="83", answered="4", calls="5"),)
    assert codes(one(observations=rows, series=thousands, numerator="answered", denominator="calls")) == []


@pytest.mark.parametrize(
    ("label", "told", "wrong"), [("Growth", "16.9", False), ("Growth", "15.6", True), ("England growth", "15.6", False)]
)
def test_growth_told_in_a_series_is_that_of_the_figures(label, told, wrong):
    rows = (observed(SEP, actual="2070"), observed(DEC, actual="2420", growth=told))
    growth = (SeriesInfo("AA01", "growth", "extra", label, "percent"),)
    problems = found(one(observations=rows, series=growth, unit="count"))
    assert [(each.code, each.data) for each in problems] == ([("growth-differs", "16.9%")] if wrong else [])


def table(columns, *rows, **fields):
    cells = [tuple(DataCell(Value(Decimal(each), place=Place("table_cells.csv", row=9)), u) for each, u in row[2:]) for row in rows]
    made = tuple(DataRow(row[0], each, row[1]) for row, each in zip(rows, cells, strict=True))
    return DataTable("t", "Visits", "services", columns, made, **fields)


def test_a_column_of_changes_is_the_difference_of_the_two_before_it():
    count = "count"
    good = table(("2012", "2013", "Change"), ("A", "body", ("10", count), ("14", count), ("4", count)))
    bad = table(("2012", "2013", "% change"), ("A", "body", ("10", count), ("14", count), ("4", "percent")))
    assert codes(one(observations=series("84"), tables=(good,))) == []
    (problem,) = found(one(observations=series("84"), tables=(bad,)))
    assert (problem.code, problem.data, problem.place.file) == ("table-change-differs", "40%", "table_cells.csv")


def test_a_column_of_shares_is_told_of_the_total():
    rows = [("A", "body", ("38", "count"), ("46", "percent")), ("All", "total", ("70", "count"), ("100", "percent"))]
    (problem,) = found(one(observations=series("84"), tables=(table(("Number", "Share"), *rows),)))
    assert (problem.code, problem.value, problem.data) == ("table-share-differs", "46%", "54%")


def test_one_figure_in_two_places_is_the_same():
    link = FigureLink("AA01", "same", "BB01")
    two = (indicator("AA01", unit="count"), indicator("BB01", unit="count"))
    rows = (observed(DEC, of="AA01", actual="210"), observed(DEC, of="BB01", actual="219"))
    (problem,) = found(report(two, rows, links=(link,)))
    assert (problem.code, problem.value, problem.data) == ("linked-same-differs", "210", "219")
    assert codes(report(two, (rows[0], observed(DEC, of="BB01", actual="210")), links=(link,))) == []


def test_a_sum_of_figures_is_what_they_add_up_to():
    three = tuple(indicator(each, unit="count") for each in ("AA01", "BB01", "CC01"))
    links = (FigureLink("AA01", "sum", "BB01"), FigureLink("AA01", "sum", "CC01"))
    numbers = {"AA01": "38", "BB01": "21", "CC01": "14"}
    rows = tuple(observed(DEC, of=name, actual=number) for name, number in numbers.items())
    (problem,) = found(report(three, rows, links=links))
    assert (problem.code, problem.value, problem.data) == ("linked-sum-differs", "38", "35")


def monthly(*numbers):
    row = ("All calls", "total", *((number, "count") for number in numbers))
    return table(("Mar 13", "Jun 13", "Sep 13", "Dec 13"), row)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("227", "212", "226", "184"), []),
        (("227", "212", "226", "183"), [("figure-twice-differs", "184", "183")]),
        (("227", "212", "225", "183"), []),  # it is another thing
    ],
)
def test_a_figure_in_an_indicator_and_in_a_table_is_the_same(numbers, told):
    made = one(observations=series("227", "212", "226", "184"), unit="count", tables=(monthly(*numbers),))
    assert [(each.code, each.value, each.data) for each in found(made)] == told


def test_a_misplaced_point_leaps_out_of_its_history():
    (problem,) = found(one(observations=series("84", "83", "85", "8.4", "84", "86", "85")))
    assert (problem.code, problem.value, problem.place.column) == ("figure-jumps", "8.4%", "actual")


@pytest.mark.parametrize(
    "numbers",
    [
        ("84", "83", "85", "8.4", "84"),  # too few to tell from
        ("40", "55", "70", "85", "100", "115"),  # it only grows
        ("84", "84", "84", "84", "84", "85"),  # it hardly moves
        ("5", "9", "4", "11", "3", "12", "5"),  # it always leaps
        ("12", "80", "81", "83", "82", "84"),  # the first figure has none before it
    ],
)
def test_an_everyday_history_has_no_leap(numbers):
    assert codes(one(observations=series(*numbers))) == []


def test_a_leap_that_a_note_explains_is_not_told():
    rows = list(series("84", "83", "85", "8.4", "84", "86", "85"))
    rows[3] = observed(rows[3].period.end, actual="8.4", note="The system was down.")
    assert codes(one(observations=tuple(rows))) == []


def test_two_series_with_the_same_figures_are_told():
    two = (indicator("AA01"), indicator("BB01"))
    rows = (*series("81", "83", "82", "85"), *series("81", "83", "82", "85", of="BB01"))
    assert codes(report(two, rows)) == ["series-copied"]
    assert codes(report(two, (*series("81", "83", "82", "85"), *series("81", "83", "82", "86", of="BB01")))) == []


def test_a_period_that_is_the_one_before_in_every_figure_is_told():
    names = ("AA01", "BB01", "CC01", "DD01")
    rows = [observed(end, of=name, actual=str(80 + n)) for n, name in enumerate(names) for end in (SEP, DEC)]
    assert codes(report(tuple(map(indicator, names)), tuple(rows))) == ["period-copied"]
    rows[-1] = observed(DEC, of="DD01", actual="90")
    assert codes(report(tuple(map(indicator, names)), tuple(rows))) == []


def test_a_column_of_a_table_that_is_another_one_is_told():
    rows = [(name, "body", (str(n), "count"), (str(n), "count")) for n, name in enumerate("ABCDE")]
    assert codes(one(observations=series("84"), tables=(table(("Sep", "Dec"), *rows),))) == ["column-copied"]


def test_a_period_that_is_left_out_is_told():
    ends = [dt.date(2013, 3, 31), dt.date(2013, 6, 30), DEC]
    (problem,) = found(one(observations=series("80", "81", "82", ends=ends)))
    assert (problem.code, "June 2013" in problem.message) == ("period-left-out", True)


def test_years_before_quarters_leave_nothing_out():
    ends = [dt.date(2011, 3, 31), dt.date(2012, 3, 31), dt.date(2013, 3, 31), dt.date(2013, 6, 30), SEP, dt.date(2013, 11, 30), MAR]
    assert codes(one(observations=tuple(observed(end, target="80") for end in ends))) == []


def test_a_row_out_of_order_is_told():
    rows = [observed(end, actual=str(80 + n)) for n, end in enumerate((SEP, dt.date(2013, 6, 30), DEC))]
    placed = [
        Observation(each.indicator, each.period, each.values, place=Place("observations.csv", row=n + 2)) for n, each in enumerate(rows)
    ]
    (problem,) = found(one(observations=tuple(placed)))
    assert (problem.code, problem.place.row) == ("periods-out-of-order", 3)


def test_a_figure_of_a_period_to_come_is_told():
    (problem,) = found(one(observations=(observed(DEC, actual="84"), observed(MAR, actual="85", target="80"))))
    assert (problem.code, problem.data) == ("figure-before-its-time", "2014-02-14")
    assert codes(one(observations=(observed(DEC, actual="84"), observed(MAR, target="80")))) == []
    assert codes(one(observations=(observed(DEC, actual="84"), observed(MAR, actual="85 [p]")))) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"period": "Quarter 3 2012/13"}, "report-period-differs"),
        ({"previous_period": "Quarter 4 2013/14"}, "previous-period-later"),
        ({"date": dt.date(2013, 3, 17)}, "published-before-data"),
        ({}, None),
    ],
)
def test_the_period_and_dates_of_the_report_go_together(changed, code):
    assert codes(one(observations=series("84"), info=info(**changed))) == ([code] if code else [])


def test_a_target_out_of_line_is_told():
    (problem,) = found(one(observations=series("75", "57", "75", name="target")))
    assert (problem.code, problem.value, problem.data) == ("target-out-of-line", "57%", "75%")


@pytest.mark.parametrize(
    ("then", "now", "polarity", "note", "told"),
    [
        ("75", "70", "higher", "", True),
        ("75", "80", "higher", "", False),
        ("75", "80", "lower", "", True),
        ("75", "70", "higher", "Amended.", False),
    ],
)
def test_a_target_that_became_easier_needs_a_reason(then, now, polarity, note, told):
    rows = (observed(SEP, actual="84", target=then), observed(DEC, actual="84", target=now, note=note))
    assert codes(one(observations=rows, polarity=polarity)) == (["target-eased"] if told else [])


def test_a_target_that_goes_with_the_season_needs_no_reason():
    numbers = ["75", "75", "75", "70", "75", "75", "75", "70"]
    rows = tuple(observed(end, actual="84", target=number) for end, number in zip(ENDS, numbers, strict=True))
    assert codes(one(observations=rows)) == []


def test_targets_of_risks_and_their_numbers_are_looked_at():
    risks = (Risk("R1", "Floods", 9, "Amber", 9, "Amber"), Risk("R3", "Money", 25, "Red", 20, "Red"))
    told = codes(one(observations=series("84"), risks=risks))
    assert sorted(told) == ["risk-at-target", "risk-numbers-left-out", "risk-target-gravest"]


def test_a_status_that_no_published_count_tells_of_is_named():
    stated = (StatedTotal("risk_actions/Q3", "total", Decimal(3)), StatedTotal("risk_actions/Q3", "Outstanding", Decimal(2)))
    actions = tuple(RiskAction("R1", "Q3", status, "Pumps") for status in ("Outstanding", "Outstanding", "Complete"))
    (problem,) = found(one(observations=series("84"), stated=stated, actions=actions))
    assert (problem.code, problem.value) == ("stated-status-untold", "complete (1)")


@pytest.mark.parametrize(
    ("title", "short", "told"),
    [
        ("Percentage of schools rated Good", "Primary schools rated Good", ["primary"]),
        ("Schools in category (with serious weakness)", "Schools in category (with notice to improve)", ["with notice to improve"]),
        ("Percentage of primary schools rated Good", "Primary schools rated Good", []),
    ],
)
def test_a_short_title_covers_what_the_title_does(title, short, told):
    assert [each.value for each in found(one(observations=series("84"), title=title, short_title=short))] == told


def test_a_portfolio_has_one_name():
    both = [
        Directorate(n, n, 1, (("Cabinet Member", "Ann Hall"), ("Portfolio", what)))
        for n, what in (("services", "Roads"), ("b", "Highways"))
    ]
    problems = found(report((indicator(),), series("84"), directorates=tuple(both)))
    assert [(each.code, each.value, each.data) for each in problems] == [("portfolio-differs", "Highways", "Roads")]


def test_nothing_is_told_of_figures_that_are_suppressed():
    rows = (observed(DEC, actual="84", answered="suppressed", calls="500"),)
    assert codes(one(observations=rows, series=COUNTED, numerator="answered", denominator="calls")) == []


README = {
    "38 directions for 35 indicators": ("stated-sum-differs", "38"),
    "the third direction is 6 by count, 9 as printed": ("published-count-differs", "9"),
    "17 actions due, 16 listed": ("stated-list-unlisted", "17"),
    "one under regular review is not listed": ("stated-list-unlisted", "1"),
    "19 updates stated, 10 listed": ("stated-list-unlisted", "19"),
    "one listed action is complete, which the statement does not allow for": (
        "stated-status-untold",
        "regular review (7) and complete (1)",
    ),
    "calls by service, January to March": ("total-rounded", "227"),
    "calls by service, October to December": ("total-rounded", "184"),
    "ELS04 is Amber in the summary and Green in its table": ("previous-rating-differs", "Amber"),
    "CRR1 has equal scores": ("risk-at-target", "9"),
    "the target of CRR10 is still Red": ("risk-target-gravest", "16"),
    "the numbers of risks have gaps": ("risk-numbers-left-out", "CRR3, CRR5, CRR6, CRR8, CRR11, CRR15, CRR16"),
    "Mar 13 after Dec 13": ("label-and-end-differ", "Mar 13"),
    "Sep 11 before Dec12": ("label-and-end-differ", "Sep 11"),
    "growth of 15.6% does not follow": ("growth-differs", "15.6%"),
    "growth of 15.7% does not follow": ("growth-differs", "15.7%"),
    "growth of -6.5% does not follow": ("growth-differs", "\u22126.5%"),
    "ELS05 covers primary schools in the summary": ("titles-differ", "primary"),
    "ELS06: notice to improve against serious weakness": ("titles-differ", "special measures or with notice to improve"),
    "the portfolio of one member is printed two ways": ("portfolio-differs", "Community Services"),
    "PH02 earlier ratings follow no floor": ("earlier-rating-differs", "Green"),
    "ELS06 in August 2010 is rated without a target": ("earlier-rating-untested", "Red"),
}
"""What the README of the shipped report lists as contradicting itself in its data, and the finding that tells it."""


@pytest.fixture(scope="module")
def kent():
    return check(KENT, "data").problems


@pytest.mark.parametrize(("code", "said"), README.values(), ids=README)
def test_what_the_readme_of_the_shipped_report_lists_is_found(kent, code, said):
    assert (code, said) in {(each.code, each.value) for each in kent}


def test_nothing_new_is_told_of_the_shipped_reports():
    """Each of these was read by hand and is right, or worth a look. A new one is to be read before it is added."""
    told = {}
    for folder in (KENT, FERNSHIRE, FERNSHIRE.parent / "q1"):
        for each in check(folder, "data").problems:
            told[each.code] = told.get(each.code, 0) + 1
    expected = {
        "growth-differs": 3,
        "figure-jumps": 1,
        "target-eased": 1,
        "risk-at-target": 2,
        "risk-target-gravest": 1,
        "titles-differ": 2,
    }
    expected |= {"risk-numbers-left-out": 2, "stated-status-untold": 1, "portfolio-differs": 1, "total-rounded": 4, "high-percentage": 1}
    expected |= {"label-and-end-differ": 3, "previous-rating-differs": 1, "stated-sum-differs": 1, "published-count-differs": 1}
    assert told == expected | {"stated-list-unlisted": 3, "earlier-rating-differs": 4, "earlier-rating-untested": 3}


def test_a_finding_in_the_data_is_accepted_and_comes_back_when_the_figure_changes(tmp_path):
    folder = tmp_path / "report"
    shutil.copytree(KENT, folder)
    first = next(each for each in check(folder, "data").problems if each.code == "growth-differs")
    accept(folder, Answer(first.name, "Ann Hall", "as published", dt.date(2014, 2, 1)))
    assert first.name not in {each.name for each in check(folder, "data").problems}
    rows = folder / "observations.csv"
    rows.write_text(rows.read_text("utf-8").replace("15.6,12.5", "14.6,12.5"), encoding="utf-8")
    assert "14.6%" in {each.value for each in check(folder, "data").problems if each.code == "growth-differs"}


def test_a_kind_of_finding_is_switched_off_with_a_reason_and_a_misspelt_one_is_told(tmp_path):
    folder = tmp_path / "report"
    shutil.copytree(KENT, folder)
    off = "".join(f'[[off]]\nrule = "{name}"\nreason = "published so"\n' for name in ("growth-differs", "titel-differ", "statement-false"))
    (folder / "answers.toml").write_text(off, encoding="utf-8")
    told = check(folder, "data").problems
    assert "growth-differs" not in {each.code for each in told}
    assert [each.value for each in told if each.code == "answer-unknown-rule"] == ["titel-differ", "statement-false"]
    assert "titles-differ" in {each.code for each in told}


def test_problems_that_say_the_same_have_names_of_their_own(kent):
    names = [each.name for each in kent]
    assert len(names) == len(set(names))


PLANTED = {
    "a misplaced point": ("observations.csv", "CS01,Mar 13,2013-03-31,76,", "CS01,Mar 13,2013-03-31,7.6,", "figure-jumps"),
    "turned digits in one of two places": (
        "observations.csv",
        "CSA01,Oct - Dec,2013-12-31,184",
        "CSA01,Oct - Dec,2013-12-31,148",
        "figure-twice-differs",
    ),
    "a wrong number in a table": ("table_cells.csv", "Blue Badges,,Apr - Jun,10,", "Blue Badges,,Apr - Jun,90,", "total-differs"),
    "a misprinted year": ("observations.csv", "CS01,Dec 13,2013-12-31,84,", "CS01,Dec 13,2023-12-31,84,", "figure-before-its-time"),
    "the same, by its label": ("observations.csv", "\nCS01,Jun 13,2013-06-30,", "\nCS01,Jun 13,2012-06-30,", "label-and-end-differ"),
    "the same, by its row": ("observations.csv", "\nCS01,Jun 13,2013-06-30,", "\nCS01,Jun 13,2012-06-30,", "periods-out-of-order"),
    "a period left out": ("observations.csv", "CS01,Mar 13,2013-03-31,76,75,,,,,,,,,,,,,Green,\n", "", "period-left-out"),
    "a target typed wrong": ("observations.csv", "CS01,Jun 13,2013-06-30,83,75,", "CS01,Jun 13,2013-06-30,83,57,", "target-out-of-line"),
    "a target that was eased": ("observations.csv", "CS01,Dec 13,2013-12-31,84,75,", "CS01,Dec 13,2013-12-31,84,70,", "target-eased"),
    "a rating that no rule gives": (
        "observations.csv",
        "\nCS01,Dec 13,2013-12-31,84,75,,,,,,,,,,,,,Green,",
        "\nCS01,Dec 13,2013-12-31,84,75,,,,,,,,,,,,,Amber,",
        "rating-differs",
    ),
    "a level that the score does not have": ("risks.csv", "Safeguarding,15,Amber", "Safeguarding,15,Green", "risk-level-differs"),
    "a count that is none": ("stated_totals.csv", "rating,Green,19,", "rating,Green,18,", "published-count-differs"),
    "a report's year": ("report.toml", 'period = "Quarter 3 2013/14"', 'period = "Quarter 3 2012/13"', "report-period-differs"),
}
"""Mistakes that analysts make, put into the shipped data, and the finding that tells each."""


@pytest.mark.parametrize("mistake", PLANTED.values(), ids=PLANTED)
def test_a_mistake_in_the_shipped_data_is_found(tmp_path, kent, mistake):
    file, right, wrong, code = mistake
    folder = tmp_path / "report"
    shutil.copytree(KENT, folder)
    text = (folder / file).read_text("utf-8")
    assert text.count(right) == 1
    (folder / file).write_text(text.replace(right, wrong), encoding="utf-8")
    before = {(each.code, each.message) for each in kent}
    new = {each.code for each in check(folder, "data").problems if (each.code, each.message) not in before}
    assert code in new


NUMBERS = st.one_of(
    st.none(),
    st.sampled_from(["0", "-3", "0.00", "<0.01", "1e3", "n/a", "999999999999", "12.5 [b]", "7 [p]", "[x]"]),
    st.integers(-99, 99).map(str),
)
ROWS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=8)


@given(ROWS, st.sampled_from(["percent", "count", "rate per 1,000", "days"]), st.sampled_from(["higher", "lower", "closest", "none"]))
@settings(max_examples=60, deadline=None)
def test_any_figures_end_in_findings_at_most(rows, unit, polarity):
    names = ("actual", "target", "answered", "calls", "growth")
    observations = tuple(observed(end, **dict(zip(names, row, strict=True))) for end, row in zip(ENDS, rows, strict=False))
    further = (*COUNTED, SeriesInfo("AA01", "growth", "extra", "Growth", "percent"))
    cells = [("A", "body", *((each[0] or "0", "count") for each in rows)), ("All", "total", *((each[0] or "0", "count") for each in rows))]
    plain = [row for row in cells if all(each[0].lstrip("-").replace(".", "").isdigit() for each in row[2:])]
    heads = ("Sep 13", "Dec 13", "Change", "Share", "Mar 13", "Total", "% change", "Jun 13")[: len(rows)]
    made = one(
        observations=observations,
        series=further,
        unit=unit,
        polarity=polarity,
        numerator="answered",
        denominator="calls",
        tables=(table(heads, *plain),) if plain else (),
        links=(FigureLink("AA01", "sum", "AA01 | answered"), FigureLink("AA01 | calls", "same", "AA01 | answered")),
    )
    for each in found(made):
        assert each.message
        assert each.fix
