import datetime as dt
from decimal import Decimal

import pytest

from papers import wording
from papers.dataset import Value

D = Decimal


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("84", "percent", "84%"),
        ("82.0", "percent", "82.0%"),
        ("-6.5", "percent", "\u22126.5%"),
        ("2560", "count", "2,560"),
        ("16", "days", "16"),
        ("2.1", "GBP millions", "£2.1m"),
        ("-2.1", "GBP millions", "\u2212£2.1m"),
        ("1234567.50", "GBP", "£1,234,567.50"),
        ("2100", "GBP thousands", "£2,100k"),
        ("39.4", "rate per 10,000", "39.4"),
        ("0", "count", "0"),
        ("1E+3", "count", "1,000"),
        ("7", "visits", "7"),
    ],
)
def test_a_number_is_shown_with_its_unit_and_its_digits_kept(number, unit, words):
    assert wording.shown(D(number), unit) == words


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("16", "days", "16 days"),
        ("1", "days", "1 day"),
        ("84", "percent", "84%"),
        ("2912", "thousand miles", "2,912 thousand miles"),
        ("2.19", "million hours", "2.19 million hours"),
        ("8171", "FTE", "8,171 FTE"),
        ("39.4", "rate per 10,000", "39.4 per 10,000"),
        ("7", "visits", "7 visits"),
    ],
)
def test_a_sentence_gives_a_number_with_its_unit_in_words(number, unit, words):
    assert wording.with_unit(D(number), unit) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Value(D("0.01"), qualifier="<", markers=("p",)), "<0.01% [p]"),
        (Value(D(84)), "84%"),
        (Value(None, "n/a"), "n/a"),
        (Value(None, "\u2013"), "nil"),
        (Value(None, "-", markers=("p",)), "nil [p]"),
        (Value(None, "", markers=("x",)), "[x]"),
        (Value(None), ""),
    ],
)
def test_a_value_carries_its_qualifier_and_markers(value, words):
    assert wording.shown_value(value, "percent") == words


def test_a_qualifier_is_words_in_a_sentence():
    assert wording.value_in_words(Value(D("0.01"), qualifier="<"), "percent") == "less than 0.01%"
    assert wording.value_in_words(Value(None, "n/a"), "percent") == "n/a"


def test_a_difference_of_percentages_is_counted_in_percentage_points():
    assert wording.gap(D(9), "percent") == "9 percentage points"
    assert wording.gap(D(-1), "percent") == "1 percentage point"
    assert wording.gap(D(1), "days") == "1 day"


def test_counts_are_words_to_nine_and_figures_from_ten():
    assert [wording.count_word(n) for n in (0, 1, 9, 10, 1234)] == ["zero", "one", "nine", "10", "1,234"]


def test_places_in_an_order_are_words_to_ninth():
    assert [wording.ordinal(n) for n in (1, 3, 9, 10, 11, 13, 21, 22, 112)] == [
        "first",
        "third",
        "ninth",
        "10th",
        "11th",
        "13th",
        "21st",
        "22nd",
        "112th",
    ]


def test_lists_read_as_a_sentence():
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.listed([]) == ""


def test_dates_have_no_leading_zero():
    assert wording.date_words(dt.date(2024, 4, 1)) == "1 April 2024"


def test_percentages_round_halves_up_and_refuse_nothing():
    assert wording.percentage(19, 35) == 54
    assert wording.percentage(1, 8) == 13
    with pytest.raises(ValueError, match="nothing"):
        wording.percentage(0, 0)


def test_signs_are_shown_on_changes_only():
    assert [wording.signed(D(n)) for n in (1, -1, 0)] == ["+1", "\u22121", "0"]


def test_spreadsheet_formats_show_what_the_table_shows():
    assert wording.number_format("percent", 0) == '0"%"'
    assert wording.number_format("percent", 1) == '0.0"%"'
    assert wording.number_format("count", 0) == "#,##0"
    assert wording.number_format("GBP millions", 1) == '"£"#,##0.0"m"'
    assert wording.number_format("count") == "General"


def test_one_noun_or_several():
    assert wording.plural(1, "is", "are") == "is"
    assert wording.plural(0, "is", "are") == "are"
    assert wording.capital("five of nine") == "Five of nine"


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ("December 2013", "in December 2013"),
        ("12 months to December 2013", "in the 12 months to December 2013"),
        ("the quarter to September 2013", "in the quarter to September 2013"),
        ("year to March 2014", "in the year to March 2014"),
        ("end of November 2013", "at the end of November 2013"),
        ("2013", "in 2013"),
    ],
)
def test_periods_have_their_preposition(spoken, words):
    assert wording.in_period(spoken) == words
