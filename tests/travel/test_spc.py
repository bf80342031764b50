"""Control charts: rows of results, the limits, the signal that each point shows, and what is said of the latest.

Expected numbers come from published examples: NIST's e-Handbook of Statistical Methods (6.3.2.2), the vignette "Deviations from
Excel defaults" and the tests of the R package NHSRplotthedots (NHS-R Community).
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from papers.dataset import TravelOptions
from papers.travel import Series, control_chart
from papers.travel.signals import shifts, trends, two_of_three
from tests.travel.rows import series, went

LETTERS = {None: ".", "outside": "O", "trend": "T", "two of three": "2", "shift": "S"}


def chart(row: str, **rest):
    return control_chart(series(row, frequency="monthly", **rest))


def shown(row: str, **rest) -> str:
    """The signal of each point: a dot for none, else the first letter; small letters point down."""
    letters = ((LETTERS[each.signal], each.side) for each in chart(row, **rest).points)
    return "".join(letter if side >= 0 else letter.lower() for letter, side in letters)


NIST = "49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1"
VIGNETTE = "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1"
RANDOM = (
    "-0.56047565 -0.23017749 1.55870831 0.07050839 0.12928774 1.71506499 0.46091621 -1.26506123 -0.68685285 -0.44566197 "
    "1.22408180 0.35981383 0.40077145 0.11068272 -0.55584113 1.78691314 0.49785048 -1.96661716 0.70135590 -0.47279141"
)
"""The twenty standard normal numbers of R's seed 123, which the package's tests use; limits as its snapshots print them."""

LIMITS = [
    # where from, row, screening, the mean with lower and upper limit, to within
    ("NIST", NIST, False, (50.81, 45.8151, 55.8049), 0.0005),
    ("vignette, screened", VIGNETTE, True, (1.94, -0.72, 4.6), 0.005),
    ("vignette, as Excel", VIGNETTE, False, (1.94, -3.06, 6.95), 0.005),
    ("snapshot 1", RANDOM, True, (0.1416238, -3.01138, 3.294627), 0.00001),
    ("snapshot 2", RANDOM.replace("-0.55584113", "10"), True, (0.6694159, -2.383666, 3.722497), 0.00001),
    ("snapshot 3", RANDOM.replace("-0.55584113", "10"), False, (0.6694159, -4.596625, 5.935457), 0.00001),
]


@pytest.mark.parametrize(("row", "screening", "numbers", "within"), [case[1:] for case in LIMITS], ids=[case[0] for case in LIMITS])
def test_limits_are_those_of_published_examples(row, screening, numbers, within):
    (phase,) = chart(row, options=TravelOptions(screening=screening)).phases
    found = (phase.scale.mean, phase.scale.mean - phase.scale.reach, phase.scale.mean + phase.scale.reach)
    assert [float(number) for number in found] == pytest.approx(numbers, abs=within)


def signs(text: str) -> list[int]:
    return [{"+": 1, "-": -1}.get(letter, 0) for letter in text]


@pytest.mark.parametrize(
    # sides of the mean, least run, points of a shift; the first five rows are those of the R package's tests
    ("sides", "least", "expected"),
    [
        ("", 7, ""),
        ("++++++", 7, "000000"),
        ("++++++-", 7, "0000000"),
        ("++++++++-", 7, "++++++++0"),
        ("--------+", 7, "--------0"),
        ("+++0++++", 7, "00000000"),
        ("+++++++0+++++++", 7, "+++++++0+++++++"),
        ("+++++++", 8, "0000000"),
        ("-+++++++-", 7, "0+++++++0"),
    ],
)
def test_a_shift_is_a_run_on_one_side_of_the_mean(sides, least, expected):
    assert shifts(signs(sides), least) == signs(expected)


@pytest.mark.parametrize(
    # steps between points, least run, points of a trend; the R package's tests have 1 to 7, 7 to 1, and those with ends turned
    ("steps", "least", "expected"),
    [
        ("+++++", 7, "000000"),
        ("++0+++", 7, "0000000"),
        ("++++++", 7, "+++++++"),
        ("-++++++-", 7, "0+++++++0"),
        ("------", 7, "-------"),
        ("+------+", 7, "0-------0"),
        ("+++++", 6, "++++++"),
        ("++++++------", 7, "++++++-------"),
    ],
)
def test_a_trend_is_a_run_of_rises_or_falls(steps, least, expected):
    assert trends(signs(steps), least) == signs(expected)


@pytest.mark.parametrize(
    # which are near a limit, sides of the mean, points of the signal; all but the last are those of the R package's tests
    ("close", "sides", "expected"),
    [
        ("", "", ""),
        ("n.n", "+++", "+0+"),
        (".nn", "+++", "0++"),
        ("nn.", "+++", "++0"),
        ("..n.n..", "+++++++", "00+0+00"),
        ("..nn...", "+++++++", "00++000"),
        ("n.n", "+-+", "000"),
        (".nn", "+-+", "000"),
        ("..n.n..", "+-+-+-+", "0000000"),
        ("..nn...", "-+-+-+-", "0000000"),
        ("n..n", "++++", "0000"),
        ("n..nn", "+++++", "000++"),
        ("nn.", "--+", "000"),
    ],
)
def test_two_of_three_near_a_limit_lie_on_one_side(close, sides, expected):
    assert two_of_three(signs(sides), [letter == "n" for letter in close]) == signs(expected)


def test_two_neighbours_near_opposite_limits_are_chance():
    row = " ".join(["1 -1"] * 7 + ["5.5 -5.5"])
    assert shown(row, options=TravelOptions(screening=True))[-2:] == ".."


def test_a_point_on_a_limit_is_not_outside_and_one_on_the_mean_is_on_no_side():
    # mean 0, mean moving range 10: limits of 26.6 either way
    plotted = chart("0 10 0 -10 0 10 0 -10 0").points
    assert [each.signal for each in plotted] == [None] * 9


def test_a_break_and_a_rebasing_day_begin_a_new_phase():
    row = "50 51 50 51 70 71 [b] 70 71 90 91 90 91"
    assert [(each.first.spoken, each.points) for each in chart(row).phases] == [("March 2010", 5), ("August 2010", 7)]
    based = chart(row, rebase=(dt.date(2010, 7, 1), dt.date(2010, 11, 30)))
    assert [(each.first.spoken, each.points) for each in based.phases] == [
        ("March 2010", 4), ("July 2010", 1), ("August 2010", 3), ("November 2010", 4),
    ]  # fmt: skip
    assert [each.phase for each in based.points] == [0] * 4 + [1] + [2] * 3 + [3] * 4


@pytest.mark.parametrize("day", [dt.date(2010, 3, 31), dt.date(2009, 1, 1), dt.date(2030, 1, 1)])
def test_a_rebasing_day_before_the_first_or_after_the_last_result_changes_nothing(day):
    assert len(chart("50 51 50 51", rebase=(day,)).phases) == 1


def test_no_moving_range_is_taken_across_a_missing_period():
    whole, gapped = chart("50 52 50 52 60 62 60 62"), chart("50 52 50 52 - 60 62 60 62")
    assert gapped.phases[0].mean == whole.phases[0].mean
    assert gapped.phases[0].upper == Decimal("61.3")
    assert whole.phases[0].upper > gapped.phases[0].upper
    assert len(gapped.points) == 8


def test_figures_without_variation_have_limits_on_the_mean_and_no_signal():
    assert shown("50 50 50 50 50 50 50 50", options=TravelOptions(screening=True)) == "........"


def test_an_empty_series_has_an_empty_chart():
    assert chart("- -") == control_chart(Series((), "higher", "count"))


@pytest.mark.parametrize(
    # the target, polarity, assurance icon; the limits are 47.84 and 53.16
    ("target", "polarity", "icon"),
    [
        ("40", "higher", "consistently met"),
        ("60", "higher", "consistently missed"),
        ("50", "higher", "hit and miss"),
        ("40", "lower", "consistently missed"),
        ("60", "lower", "consistently met"),
        ("47.84", "higher", "hit and miss"),
        ("40", "none", None),
        ("40", "closest", None),
        ("-", "higher", None),
    ],
)
def test_the_target_against_the_limits_gives_the_assurance_icon(target, polarity, icon):
    row = "50 51 50 51 50 51 50 51 50 51 50 51"
    assert went("spc", row, polarity, frequency="monthly", target=target).assurance == icon


@pytest.mark.parametrize("polarity", ["higher", "lower"])
def test_a_target_that_every_result_is_on_is_met_and_not_by_chance(polarity):
    found = went("spc", "50 " * 24, polarity, frequency="monthly", target="50")
    assert found.assurance == "consistently met"
    assert "The target of 50% is what every result is, and is consistently met." in found.reason


def test_the_direction_says_since_when_the_signal_lasts():
    found = went("spc", "80 20 80 20 80 20 80 20 80 20 56 52 56 52 56 52 56", frequency="monthly")
    assert (found.went, found.compared.spoken) == ("improved", "January 2011")
    assert "is one of at least 7 results running above the mean; higher is better, so this is an improvement." in found.reason


def test_the_direction_has_its_statistics_and_settings():
    found = went("spc", "50 51 50 51 50 51 50 51 50 51 60", frequency="monthly")
    assert found.statistics == (("mean", Decimal("51.4")), ("lower limit", Decimal("46.6")), ("upper limit", Decimal("56.2")))
    assert dict(found.options)["shift"] == "7 results on one side of the mean"


def test_rebased_limits_are_said():
    found = went("spc", "50 51 50 51 70 71 70 71", frequency="monthly", rebase=(dt.date(2010, 7, 31),))
    assert "The limits were" not in found.reason
    assert "They were re-based from July 2010." in found.reason
    assert found.points == 4


def test_twelve_results_have_firm_limits():
    row = "50 51 50 51 50 51 50 51 50 51 50"
    assert "The limits are provisional" in went("spc", row, frequency="monthly").reason
    assert "The limits are provisional" not in went("spc", f"{row} 51", frequency="monthly").reason
