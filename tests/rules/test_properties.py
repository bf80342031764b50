"""What must hold of ratings whatever the figures are."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from papers.rules import Bounds, rate, shipped_scheme
from papers.travel import Point, Series
from papers.travel.points import happened
from papers.travel.previous_result import GOOD, direction
from tests.samples import DEC, SEP, period

STEADY = settings(deadline=None)
"""A slow machine is no failure."""

BANDS = [band.word for band in shipped_scheme("floor-standard").bands]
OPPOSITE = {"higher": "lower", "lower": "higher"}
RANK = {"Green": 2, "Amber": 1, "Red": 0}

figures = st.decimals(-10_000, 10_000, places=2)
distances = st.decimals(0, 500, places=2)
scales = st.sampled_from([Decimal(text) for text in ("0.001", "0.01", "10", "1000", "7")])
sides = st.sampled_from(["higher", "lower"])


def rating(figure, bounds, polarity):
    return rate(figure, bounds, polarity, bands=BANDS, unit="count").rating


def bounds_for(target, distance, polarity):
    return Bounds(target, target - distance if polarity == "higher" else target + distance)


@STEADY
@given(figures, figures, figures, distances, sides)
def test_a_better_figure_never_has_a_worse_rating(one, other, target, distance, polarity):
    better, worse = (max(one, other), min(one, other)) if polarity == "higher" else (min(one, other), max(one, other))
    bounds = bounds_for(target, distance, polarity)
    assert RANK[rating(better, bounds, polarity)] >= RANK[rating(worse, bounds, polarity)]


@STEADY
@given(figures, figures, distances, sides)
def test_ratings_mirror_with_polarity(figure, target, distance, polarity):
    here = rating(figure, bounds_for(target, distance, polarity), polarity)
    assert here == rating(-figure, bounds_for(-target, distance, OPPOSITE[polarity]), OPPOSITE[polarity])


@STEADY
@given(figures, figures, distances, sides, scales)
def test_no_rating_changes_with_the_unit(figure, target, distance, polarity, scale):
    here = rating(figure, bounds_for(target, distance, polarity), polarity)
    assert here == rating(figure * scale, bounds_for(target * scale, distance * scale, polarity), polarity)


@STEADY
@given(figures, figures, distances)
def test_an_open_range_rates_as_higher_or_lower_does(figure, target, distance):
    higher = rating(figure, Bounds(target, target - distance), "higher")
    lower = rating(figure, Bounds(target, target + distance), "lower")
    assert rating(figure, Bounds(lower=target, floor_below=distance), "range") == higher
    assert rating(figure, Bounds(upper=target, floor_above=distance), "range") == lower


@STEADY
@given(figures, figures, st.tuples(distances, distances))
def test_closest_to_target_with_equal_tolerances_is_symmetric(figure, target, sizes):
    near, wide = min(sizes), max(sizes)
    bounds = Bounds(target, green_below=near, green_above=near, floor_below=wide, floor_above=wide)
    assert rating(figure, bounds, "closest") == rating(2 * target - figure, bounds, "closest")


@STEADY
@given(figures, figures, distances, sides)
def test_the_margin_leads_to_a_boundary(figure, target, distance, polarity):
    bounds = bounds_for(target, distance, polarity)
    found = rate(figure, bounds, polarity, bands=BANDS, unit="count")
    assert {figure - found.margin, figure + found.margin} & {bounds.target, bounds.floor}


@STEADY
@given(figures, figures, sides)
def test_directions_mirror_with_polarity_and_time(latest, before, polarity):
    def went(now, then, way):
        return direction(Series([Point(period(SEP), then), Point(period(DEC), now)], way, "count")).went

    assert went(latest, before, polarity) == went(-latest, -before, OPPOSITE[polarity])
    turned = {"improved": "worsened", "worsened": "improved", "same": "same"}
    assert went(before, latest, polarity) == turned[went(latest, before, polarity)]


@STEADY
@given(figures, figures)
def test_what_happened_is_told_apart_from_whether_it_is_good(latest, before):
    what = happened(Point(period(DEC), latest), Point(period(SEP), before))
    assert what == ("same" if latest == before else "rose" if latest > before else "fell")
    assert {GOOD["higher", "rose"], GOOD["lower", "rose"]} == {"improved", "worsened"}
