"""What must hold of directions whatever the figures are."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from papers.dataset import TravelOptions
from papers.travel import METHODS, Point, Series, control_chart, spc
from papers.travel.judging import GOOD
from papers.travel.points import happened
from papers.travel.previous_result import direction
from tests.samples import DEC, SEP, period
from tests.travel.rows import month_end

STEADY = settings(deadline=None)
"""A slow machine is no failure."""

OPPOSITE = {"higher": "lower", "lower": "higher"}
TURNED = {"improved": "worsened", "worsened": "improved", "same": "same"}
RELIABLE = {
    "consistently met": "consistently missed",
    "consistently missed": "consistently met",
    "hit and miss": "hit and miss",
    None: None,
}
"""Icons of assurance, as they turn with polarity."""

figures = st.decimals(-10_000, 10_000, places=2)
sides = st.sampled_from(["higher", "lower"])


@STEADY
@given(figures, figures, sides)
def test_directions_mirror_with_polarity_and_time(latest, before, polarity):
    def went(now, then, way):
        return direction(Series([Point(period(SEP), then), Point(period(DEC), now)], way, "count")).went

    assert went(latest, before, polarity) == went(-latest, -before, OPPOSITE[polarity])
    assert went(before, latest, polarity) == TURNED[went(latest, before, polarity)]


@STEADY
@given(figures, figures)
def test_what_happened_is_told_apart_from_whether_it_is_good(latest, before):
    what = happened(Point(period(DEC), latest), Point(period(SEP), before))
    assert what == ("same" if latest == before else "rose" if latest > before else "fell")
    assert {GOOD["higher", "rose"], GOOD["lower", "rose"]} == {"improved", "worsened"}


rows = st.lists(st.integers(-300, 300).map(lambda tenths: Decimal(tenths) / 10), min_size=2, max_size=24)
"""Figures close enough together for ties, runs and points near limits to come up."""
scales = st.sampled_from([Decimal(text) for text in ("0.001", "0.5", "7", "1000")])
settings_of_charts = st.builds(TravelOptions, shift=st.integers(3, 8), run=st.integers(3, 8), screening=st.booleans())


def series(figures, polarity="higher", options=None, target=None):
    points = [Point(period(month_end(n)), figure, target) for n, figure in enumerate(figures)]
    return Series(points, polarity, "count", options=options or TravelOptions())


def signals(figures, options):
    return [(plotted.signal, plotted.side) for plotted in control_chart(series(figures, options=options)).points]


@STEADY
@given(rows, settings_of_charts, st.decimals(-10_000, 10_000, places=1), scales)
def test_signals_do_not_change_with_the_unit_or_with_what_is_added_to_all(figures, options, more, scale):
    assert signals([figure * scale + more for figure in figures], options) == signals(figures, options)


@STEADY
@given(rows, settings_of_charts)
def test_signals_mirror_with_the_sign(figures, options):
    mirrored = signals([-figure for figure in figures], options)
    assert [(signal, -side) for signal, side in mirrored] == signals(figures, options)


@STEADY
@given(rows, settings_of_charts)
def test_signals_but_trends_read_the_same_backwards(figures, options):
    def others(row):
        return [(signal, side) if signal != "trend" else None for signal, side in row]

    forwards, backwards = signals(figures, options), signals(figures[::-1], options)
    assert others(backwards[::-1]) == others(forwards)


@STEADY
@given(rows, settings_of_charts, st.decimals(-30, 30, places=1))
def test_control_charts_mirror_with_polarity(figures, options, target):
    def found(polarity):
        return spc.direction(series(figures, polarity, options, target))

    assert found("lower").went == TURNED.get(found("higher").went)
    mirrored = found("higher").assurance if {*figures} == {target} else RELIABLE[found("higher").assurance]
    assert found("lower").assurance == mirrored


@STEADY
@given(rows, settings_of_charts)
def test_a_point_outside_is_outside_whatever_the_runs(figures, options):
    chart = control_chart(series(figures, options=options))
    for plotted in chart.points:
        phase = chart.phase(plotted)
        digit = Decimal("0.01")
        if plotted.signal == "outside":
            assert not phase.lower + digit < plotted.point.figure < phase.upper - digit
        else:
            assert phase.lower - digit <= plotted.point.figure <= phase.upper + digit


@STEADY
@given(rows, st.sampled_from(sorted(METHODS)), st.sampled_from(["higher", "lower", "closest", "range", "none"]))
def test_every_method_is_deterministic_and_says_a_reason(figures, method, polarity):
    told = series(figures, polarity, target=Decimal(5))
    found = METHODS[method](told)
    assert found == METHODS[method](told)
    assert found.reason.endswith(".")
    assert found.went in {"improved", "worsened", "same", None}
