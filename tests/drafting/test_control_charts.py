"""Charts of limits and trends: the numbers are those of published examples, phases are gaps, signals have shapes and words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from papers.dataset import SeriesInfo, Value
from papers.document import Chart, Travel
from tests.drafting.made_reports import blocks, dataset, drafted, kpi, months, observation

NIST = "49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1"
"""NIST, e-Handbook of Statistical Methods, 6.3.2.2: mean 50.81, limits 45.8151 and 55.8049."""

CHANCE = "50 51 50 51 50 51 50 51 50 51 50 51"
SHIFT = "80 20 80 20 80 20 80 20 80 20 56 52 56 52 56 52 56"

HIDDEN = list(zip(months(5), (84, 86, 85, 84, Value(None, markers=("c",))), strict=True))


def paper(row: str, series: str = "actual", **fields):
    """The blocks of a report with one indicator that has these monthly figures; a dash is a month without one."""
    target = fields.pop("target", None)
    others = {"target": target} if target else {}
    numbers = [{} if each == "-" else {series: each} for each in row.split()]
    seen = [observation("calls", period, **told, **others) for period, told in zip(months(len(numbers)), numbers, strict=True)]
    infos = (SeriesInfo("calls", series, "extra", "Satisfied", "days"),) if series != "actual" else ()
    return blocks(drafted(dataset([kpi("calls", frequency="monthly", **{"method": "spc"} | fields)], seen, series=infos)))


def chart(row: str, **fields) -> Chart:
    return paper(row, **fields)["indicator/calls/chart"]


def of(found: Chart, kind: str) -> dict[str, tuple[Decimal | None, ...]]:
    """The values of the chart's series of that kind, by name."""
    return {each.name: each.values for each in found.series if each.kind == kind}


def told(values: tuple[Decimal | None, ...]) -> list[int]:
    """Where the series has values."""
    return [n for n, value in enumerate(values) if value is not None]


def test_limits_are_those_of_the_published_example():
    found = chart(NIST)
    assert {name: set(values) for name, values in (of(found, "limit") | of(found, "mean")).items()} == {
        "Provisional upper limit": {Decimal("55.80")},
        "Provisional lower limit": {Decimal("45.82")},
        "Mean": {Decimal("50.81")},
    }


def test_the_actual_is_a_line_and_never_bars():
    found = chart(NIST)
    assert of(found, "line") == {"Actual": tuple(Decimal(each) for each in NIST.split())}
    assert not of(found, "bar")


def test_limits_of_twelve_results_are_firm():
    assert set(of(chart(CHANCE), "limit")) == {"Upper limit", "Lower limit"}
    assert "provisional" not in chart(CHANCE).alt


def test_a_new_phase_begins_on_the_rebasing_day_with_its_own_limits_and_no_line_between():
    found = chart("50 51 50 51 70 71 70 71", rebase=(months(8)[4].end,))
    limits = of(found, "limit")
    assert [(name, told(values)) for name, values in limits.items()] == [
        ("Provisional upper limit to May 20", [0, 1, 2, 3]),
        ("Provisional lower limit to May 20", [0, 1, 2, 3]),
        ("Provisional upper limit", [4, 5, 6, 7]),
        ("Provisional lower limit", [4, 5, 6, 7]),
    ]
    assert [told(values) for values in of(found, "mean").values()] == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert "New limits hold from June 2020." in found.alt


def test_only_the_last_phase_is_named_at_its_end():
    found = chart("50 51 50 51 70 71 70 71", rebase=(months(8)[4].end,))
    ends = {each.name: each.end_label for each in found.series if each.kind in ("mean", "limit")}
    assert [name for name, end in ends.items() if end] == ["Provisional upper limit", "Provisional lower limit", "Mean"]
    assert ends["Mean"] == "Mean 70.5%"


@pytest.mark.parametrize(
    # polarity, the name and marker of the signals
    ("polarity", "name", "marker"),
    [
        ("higher", "Special cause: improvement", "triangle"),
        ("lower", "Special cause: concern", "diamond"),
        ("none", "Special cause", "square"),
    ],
)
def test_signals_have_a_shape_and_a_name_by_what_they_mean(polarity, name, marker):
    (signal,) = [each for each in chart(SHIFT, polarity=polarity).series if each.kind == "signal"]
    assert (signal.name, signal.marker, told(signal.values)) == (name, marker, list(range(10, 17)))
    assert signal.labels[9:11] == (None, "56%")


def test_results_within_the_limits_show_no_signal():
    assert not of(chart(CHANCE), "signal")


def test_the_text_alternative_says_that_the_latest_result_is_within_the_limits():
    assert "the latest result, 51% in September 2020, is within the limits of 47.8% and 53.2%; the mean is 50.5%." in chart(CHANCE).alt


def test_the_text_alternative_says_since_when_a_shift_lasts_and_what_it_means():
    assert "a shift of seven results above the mean of 51.8% from March 2020, an improvement." in chart(SHIFT).alt
    assert "from March 2020, a concern." in chart(SHIFT, polarity="lower").alt


def test_the_text_alternative_says_that_a_result_is_outside_a_limit():
    assert "the latest result, 60% in September 2020, is above the upper limit of 56.2%, an improvement." in chart("50 51 " * 5 + "60").alt


def test_a_result_before_a_suppressed_one_is_not_called_the_latest():
    found = dataset([kpi("calls", frequency="monthly", method="spc")], [observation("calls", p, actual=n) for p, n in HIDDEN])
    alt = blocks(drafted(found))["indicator/calls/chart"].alt
    assert "Control chart: the latest result that is not suppressed, 84% in August 2020, is within" in alt
    assert "Control chart: the latest result, 84% in September 2020, is within" in chart("84 86 85 84").alt


def test_a_missing_period_is_a_gap_in_the_line_and_not_in_the_limits():
    found = chart("50 51 50 - 51 50 51")
    assert told(of(found, "line")["Actual"]) == [0, 1, 2, 4, 5, 6]
    assert told(of(found, "mean")["Mean"]) == list(range(7))


def test_the_reports_method_decides_and_the_indicators_column_goes_before_it():
    assert of(chart(CHANCE, method=""), "bar")
    assert of(chart(CHANCE, chart="plain"), "bar")
    assert of(chart(CHANCE, chart="trend"), "trend")
    assert of(chart(CHANCE, method="", chart="limits"), "limit")


@pytest.mark.parametrize("method", ["spc", "trend"])
def test_with_too_few_figures_the_chart_is_one_of_bars(method):
    assert of(chart("50 51", method=method), "bar")


def test_a_chart_of_another_measure_has_its_label_and_unit():
    found = chart(CHANCE, series="satisfied", measure="satisfied", measure_target=Decimal(48))
    assert list(of(found, "line")) == ["Satisfied"]
    assert {each.end_label for each in found.series if each.kind in ("mean", "target")} == {"Mean 50.5", "Target 48"}


def test_the_trend_line_goes_straight_as_time_passes():
    found = chart("50 52 54 56 58 60", method="trend")
    (values,) = of(found, "trend").values()
    ends = [each.end for each in months(6)]
    slopes = {round((b - a) / (end - start).days, 3) for a, b, start, end in zip(values, values[1:], ends, ends[1:], strict=False)}
    assert len(slopes) == 1
    assert "Trend line: it rises by" in found.alt
    assert found.alt.endswith("a clear trend (p under 0.001).")


def test_a_trend_that_is_not_clear_says_so_in_its_name():
    found = chart("50 58 49 57 50 58", method="trend")
    assert list(of(found, "trend")) == ["Trend (not clear)"]
    assert "no clear trend" in found.alt


def test_a_trend_begins_after_a_gap_at_its_own_first_figure():
    (values,) = of(chart("- 50 52 54 56 58", method="trend"), "trend").values()
    assert told(values) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    # target, row, polarity: variation and assurance in words, with the shape
    ("target", "row", "polarity", "icons"),
    [
        ("40", CHANCE, "higher", [("Common cause variation", "level"), ("Consistently meeting target", "up")]),
        ("60", CHANCE, "higher", [("Common cause variation", "level"), ("Consistently missing target", "down")]),
        ("50", CHANCE, "higher", [("Common cause variation", "level"), ("Hitting and missing target", "level")]),
        (None, SHIFT, "higher", [("Special cause: improving", "up")]),
        (None, SHIFT, "lower", [("Special cause: worsening", "down")]),
        (None, SHIFT, "none", [("Special cause: higher", "level")]),
    ],
)
def test_variation_and_assurance_stand_in_words_beside_the_rating(target, row, polarity, icons):
    status = paper(row, polarity=polarity, target=target)["indicator/calls/status"]
    assert [(each.word, each.shape) for each in status.inlines if isinstance(each, Travel)] == icons


def test_a_declared_direction_says_nothing_of_variation():
    status = paper(CHANCE, direction="improved", direction_reason="Counted anew")["indicator/calls/status"]
    (found,) = [each for each in status.inlines if isinstance(each, Travel)]
    assert (found.shape, found.figure) == ("up", "calls/direction")


def test_the_rebasing_day_may_lie_within_a_period():
    found = chart("50 51 50 51 70 71 70 71", rebase=(dt.date(2020, 6, 10),))
    assert [told(values) for values in of(found, "mean").values()] == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_an_activity_indicator_shows_limits_where_it_chooses_so():
    assert of(chart(CHANCE, kind="activity", method="", chart="limits"), "limit")
    assert not of(chart(CHANCE, kind="activity", method="spc"), "limit")
