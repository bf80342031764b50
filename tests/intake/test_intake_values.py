"""What a cell says: figures, words, markers, dates, and labels of periods."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.dataset import Value
from papers.intake.columns import Column
from papers.intake.periods import end_of, label_of_date, month_and_year, spoken
from papers.intake.shown import cell_text, figure_text
from papers.intake.values import Refused, label, read_cell, read_value, value_text
from papers.intake.vocabulary import MARKERS, UNITS, WORDS

FIGURE = Column("actual", "value", "")


def read(text, kind="value", **rest):
    return read_cell(text, Column("cell", kind, "", **rest))


figures = st.builds(lambda units, places: Decimal(units).scaleb(-places), st.integers(1 - 10**10, 10**10 - 1), st.integers(0, 6))
values = st.builds(
    lambda number, word, qualifier, markers: Value(
        number, "" if number is not None else word, markers, qualifier if number is not None else ""
    ),
    st.none() | figures,
    st.sampled_from(["", *WORDS, "New indicator for 2013/14", "—"]),
    st.sampled_from(["", "<", ">"]),
    st.lists(st.sampled_from(list(MARKERS)), unique=True).map(tuple),
)


@given(values)
def test_a_value_typed_is_the_value_read(value):
    parsed = read_value(value_text(value), FIGURE)
    assert parsed.what == value
    assert str(parsed.what.number) == str(value.number) or f"{parsed.what.number:f}" == f"{value.number:f}"
    assert parsed.habits == ()


@given(st.text())
def test_any_text_is_a_value_or_refused_in_words(text):
    refusals = {"not-a-number", "unknown-marker", "excel-error", "number-with-exponent"}
    try:
        outcome = read_value(text, FIGURE).what
    except Refused as refused:
        outcome = refused.code
    assert isinstance(outcome, Value) or outcome in refusals


@given(figures)
def test_signs_and_commas_are_left_out_of_a_figure(number):
    typed = f"{number:,f}%"
    assert read(typed).what.number == number
    assert read(typed).habits == ("sign-left-out",)


@given(st.integers(-(10**9), 10**9), st.integers(0, 5))
def test_a_number_in_excel_keeps_the_digits_that_its_format_shows(units, places):
    number = Decimal(units).scaleb(-places)
    shape = "0." + "0" * places if places else "General"
    assert figure_text(float(number) if places else units, shape) == f"{number:.{places}f}"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.84, "0%", "84"),
        (0.8396, "0%", "84"),
        (0.84, "0.0%", "84.0"),
        (82, "0.0", "82.0"),
        (82.04, "0.0", "82.0"),
        (82.05, "0.0", "82.1"),
        (-0.125, "0%", "-13"),
        (250 / 3, "0", "83"),
        (250 / 3, "#,##0.##", "83.33"),
        (0.5, "# ?/?", "0.5"),
        (1500.0, "0.00E+00", "1500"),
        (2.5, "0.0_);(0.0)", "2.5"),
        (250 / 3, "General", "83.3333333333333"),
        (83.4, "@", "83.4"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.0, "#,##0", "1234567"),
        (1e21, "General", "1000000000000000000000"),
        (12.5, '0.0"%"', "12.5"),
        (-3, "0.00;[Red]-0.00", "-3.00"),
        (True, "General", "yes"),
        (None, "General", ""),
        (dt.datetime(2013, 12, 31), "dd/mm/yyyy", dt.date(2013, 12, 31)),  # noqa: DTZ001 - a workbook has no time zones
        ("82.0", "@", "82.0"),
    ],
)
def test_a_cell_of_a_workbook_reads_as_it_is_shown(value, number_format, text):
    assert cell_text(value, number_format) == text


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("84", Value(Decimal(84))),
        (" 82.0 ", Value(Decimal("82.0"))),
        ("-6.5", Value(Decimal("-6.5"))),
        ("\u22126.5", Value(Decimal("-6.5"))),
        ("+1", Value(Decimal(1))),
        ("<0.01%", Value(Decimal("0.01"), qualifier="<")),
        ("> 95", Value(Decimal(95), qualifier=">")),
        ("82.0 [p]", Value(Decimal("82.0"), markers=("p",))),
        ("82.0[P] [r]", Value(Decimal("82.0"), markers=("p", "r"))),
        ("[x]", Value(None, markers=("x",))),
        ("n/a", Value(None, "n/a")),
        ("N/A", Value(None, "N/A")),
        ("\u2013", Value(None, "\u2013")),
        ("New Indicator for 2013/14", Value(None, "New Indicator for 2013/14")),
        ("£1,200", Value(Decimal(1200))),
        ("-£5", Value(Decimal(-5))),
        ("1,004*", Value(Decimal(1004))),
        (".5", Value(Decimal("0.5"))),
        ("0", Value(Decimal(0))),
    ],
)
def test_a_figure_is_read_with_what_stands_about_it(typed, value):
    assert read(typed).what == value


@pytest.mark.parametrize(
    "typed", ["eighty", "8O", "84 (77)", "1,23", "12,3456", "1.2.3", "84 85", "(5)", "<", "%", "£", "5-", "--5", "£4m", "84%%"]
)
def test_text_that_is_no_figure_is_refused(typed):
    with pytest.raises(Refused) as refused:
        read(typed)
    assert refused.value.code == "not-a-number"


@pytest.mark.parametrize("typed", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "########"])
@pytest.mark.parametrize("kind", ["value", "text", "number", "name", "date"])
def test_an_error_of_excel_is_no_value_of_any_kind(typed, kind):
    with pytest.raises(Refused) as refused:
        read(typed, kind)
    assert refused.value.code == "excel-error"


@pytest.mark.parametrize(
    ("typed", "day", "habits"),
    [
        ("2013-12-31", dt.date(2013, 12, 31), ()),
        ("2013-12-31 00:00:00", dt.date(2013, 12, 31), ()),
        ("2013-12-31T00:00", dt.date(2013, 12, 31), ()),
        ("31/12/2013", dt.date(2013, 12, 31), ("day-first-date",)),
        ("03.04.13", dt.date(2013, 4, 3), ("day-first-date",)),
        ("31 December 2013", dt.date(2013, 12, 31), ()),
        ("1st Dec 2013", dt.date(2013, 12, 1), ()),
        ("31-Dec-13", dt.date(2013, 12, 31), ()),
        (dt.date(2013, 12, 31), dt.date(2013, 12, 31), ()),
    ],
)
def test_a_date_is_read_as_it_is_written_here(typed, day, habits):
    parsed = read(typed, "date")
    assert (parsed.what, parsed.habits) == (day, habits)


@pytest.mark.parametrize("typed", ["12/31/2013", "2013-13-01", "31 Foo 2013", "soon", "2013", "31/12", "0/0/0000"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(Refused) as refused:
        read(typed, "date")
    assert refused.value.code == "not-a-date"


@pytest.mark.parametrize(
    ("typed", "unit"), [("%", "percent"), ("Percent", "percent"), ("£m", "GBP millions"), ("fte", "FTE"), ("bins", "bins")]
)
def test_units_are_known_by_other_spellings_too(typed, unit):
    assert read(typed, "unit").what == unit


def test_the_papers_can_word_only_units_that_data_may_name():
    from papers.wording import UNITS as WORDED

    assert set(WORDED) <= set(UNITS)


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("Dec 13", 2013, 12),
        ("Dec12", 2012, 12),
        ("Sept 13", 2013, 9),
        ("Jun-14", 2014, 6),
        ("December 2013", 2013, 12),
        ("Mar \u201913", 2013, 3),
        ("May 99", 1999, 5),
    ],
)
def test_a_month_and_year_is_read_off_its_label(text, year, month):
    assert month_and_year(text) == (year, month)


@pytest.mark.parametrize("text", ["2013", "Q3", "12 mths to Dec 13", "Decline 13", "Ma 13", "Dec", "Spring 13", ""])
def test_other_labels_name_no_month(text):
    assert month_and_year(text) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Feb 12", dt.date(2012, 2, 29)),
        ("2013/14", dt.date(2014, 3, 31)),
        ("2013-2014", dt.date(2014, 3, 31)),
        ("1999/00", dt.date(2000, 3, 31)),
        ("Q1 2013/14", dt.date(2013, 6, 30)),
        ("Q3 2013/14", dt.date(2013, 12, 31)),
        ("Quarter 4, 2013/14", dt.date(2014, 3, 31)),
        ("2013/15", None),
        ("2013", None),
    ],
)
def test_the_last_day_is_read_off_a_label_that_says_it(text, end):
    assert end_of(text) == end


@pytest.mark.parametrize(
    ("text", "full"), [("Dec 13", "December 2013"), ("Sept 13", "September 2013"), ("2013", "2013"), ("Q3 2013/14", "Q3 2013/14")]
)
def test_a_label_is_spoken_in_full(text, full):
    assert spoken(text) == full


@pytest.mark.parametrize(
    ("typed", "end", "meant"),
    [
        ("12-Mar", None, "Mar 12"),
        (dt.date(2024, 3, 12), None, "Mar 12"),
        (dt.date(2024, 3, 12), dt.date(2012, 3, 31), "Mar 12"),
        (dt.date(2012, 3, 1), None, "Mar 12"),
        (dt.date(2012, 3, 1), dt.date(2012, 3, 31), "Mar 12"),
        (dt.date(2012, 3, 31), dt.date(2012, 3, 31), "Mar 12"),
        (dt.date(2013, 12, 31), None, "Dec 13"),
        ("12/03/2024", dt.date(2012, 3, 31), "Mar 12"),
    ],
)
def test_a_label_that_excel_turned_into_a_date_is_recognised(typed, end, meant):
    parsed = label(typed, end, Column("period_label", "period", ""))
    assert (parsed.what, parsed.habits) == (meant, ("excel-date-label",))


@given(st.dates(dt.date(2001, 1, 1), dt.date(2031, 12, 31)))
def test_a_label_from_a_date_of_the_period_itself_names_its_month(day):
    assert month_and_year(label_of_date(day, day)) == (day.year, day.month)
