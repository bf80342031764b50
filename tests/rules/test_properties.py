"""What must hold of ratings whatever the figures are, in every scheme that comes with the program."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from papers.assess import assess
from papers.rules import SHIPPED, Bounds, rate, shipped_book
from papers.rules.intervals import ends_of
from tests.samples import DEC, MAR, SEP, indicator, info, observed, report

STEADY = settings(deadline=None)
"""A slow machine is no failure."""

FLOOR = "floor-standard"
OPPOSITE = {"higher": "lower", "lower": "higher"}

figures = st.decimals(-10_000, 10_000, places=2)
distances = st.decimals(0, 500, places=2)
scales = st.sampled_from([Decimal(text) for text in ("0.001", "0.01", "10", "1000", "7")])
sides = st.sampled_from(["higher", "lower"])
sided_schemes = st.sampled_from([name for name in SHIPPED if shipped_book(name).rule("higher", "count", DEC)])
scaled_schemes = st.sampled_from([name for name in SHIPPED if name != "share-and-count-gaps"])
"""A gap that is counted in the figure's own unit must be scaled with it; every other scheme must not notice."""


def ladder(bounds, polarity, scheme=FLOOR):
    book = shipped_book(scheme)
    rule = book.rule(polarity, "count", DEC)
    return rule.ladder(bounds, polarity, "count", book.droppable) if rule else None


def rating(figure, bounds, polarity, scheme=FLOOR):
    found = ladder(bounds, polarity, scheme)
    return rate(figure, found).rating if found else None


def rank(figure, bounds, polarity, scheme=FLOOR):
    words = [band.word for band in shipped_book(scheme).scheme.bands]
    return -words.index(rating(figure, bounds, polarity, scheme))


def bounds_for(target, distance, polarity, year_ago=None):
    return Bounds(target, target - distance if polarity == "higher" else target + distance, others={"year-ago": year_ago})


@STEADY
@given(one=figures, other=figures, target=figures, distance=distances, polarity=sides, scheme=sided_schemes, year_ago=st.none() | figures)
def test_a_better_figure_never_has_a_worse_rating(*, one, other, target, distance, polarity, scheme, year_ago):
    better, worse = (max(one, other), min(one, other)) if polarity == "higher" else (min(one, other), max(one, other))
    bounds = bounds_for(target, distance, polarity, year_ago)
    assert rank(better, bounds, polarity, scheme) >= rank(worse, bounds, polarity, scheme)


@STEADY
@given(figure=figures, target=figures, distance=distances, polarity=sides, scheme=sided_schemes, year_ago=figures)
def test_ratings_mirror_with_polarity(*, figure, target, distance, polarity, scheme, year_ago):
    here = rating(figure, bounds_for(target, distance, polarity, year_ago), polarity, scheme)
    mirrored = bounds_for(-target, distance, OPPOSITE[polarity], -year_ago)
    assert here == rating(-figure, mirrored, OPPOSITE[polarity], scheme)


@STEADY
@given(figure=figures, target=figures, distance=distances, polarity=sides, scale=scales, scheme=scaled_schemes)
def test_no_rating_changes_with_the_unit(*, figure, target, distance, polarity, scale, scheme):
    here = rating(figure, bounds_for(target, distance, polarity), polarity, scheme)
    assert here == rating(figure * scale, bounds_for(target * scale, distance * scale, polarity), polarity, scheme)


@STEADY
@given(
    figure=figures,
    one=figures,
    other=figures,
    distance=distances,
    scale=scales,
    scheme=st.sampled_from(["floor-standard", "deviation", "star-circle-triangle"]),
)
def test_no_rating_within_a_range_changes_with_the_unit(*, figure, one, other, distance, scale, scheme):
    def bounds(by):
        return Bounds(lower=min(one, other) * by, upper=max(one, other) * by, floor_below=distance * by, floor_above=distance * by)

    assert rating(figure, bounds(1), "range", scheme) == rating(figure * scale, bounds(scale), "range", scheme)


@STEADY
@given(figures, figures, distances)
def test_an_open_range_rates_as_higher_or_lower_does(figure, target, distance):
    higher = rating(figure, Bounds(target, target - distance), "higher")
    lower = rating(figure, Bounds(target, target + distance), "lower")
    assert rating(figure, Bounds(lower=target, floor_below=distance), "range") == higher
    assert rating(figure, Bounds(upper=target, floor_above=distance), "range") == lower


@STEADY
@given(figures, figures, distances)
def test_a_range_with_a_far_end_rates_as_higher_or_lower_does(figure, target, distance):
    far = Decimal(10**9)
    wide = {"floor_below": distance, "floor_above": distance}
    assert rating(figure, Bounds(lower=target, upper=far, **wide), "range") == rating(figure, Bounds(target, target - distance), "higher")
    assert rating(figure, Bounds(lower=-far, upper=target, **wide), "range") == rating(figure, Bounds(target, target + distance), "lower")


@STEADY
@given(figures, figures, st.tuples(distances, distances))
def test_closest_to_target_with_equal_tolerances_is_symmetric(figure, target, sizes):
    near, wide = min(sizes), max(sizes)
    bounds = Bounds(target, green_below=near, green_above=near, floor_below=wide, floor_above=wide)
    assert rating(figure, bounds, "closest") == rating(2 * target - figure, bounds, "closest")


@STEADY
@given(figure=figures, target=figures, distance=distances, polarity=sides, scheme=sided_schemes, year_ago=st.none() | figures)
def test_the_margin_leads_to_a_boundary_and_no_nearer_figure_is_rated_otherwise(*, figure, target, distance, polarity, scheme, year_ago):
    held = ladder(bounds_for(target, distance, polarity, year_ago), polarity, scheme)
    found = rate(figure, held)
    margin = found.margin
    ends = {end for end, _ in ends_of(held.steps)}
    assume(margin is not None)
    assert {figure - margin, figure + margin} & ends
    for part in (Decimal("0.25"), Decimal("0.75")):
        assert {rate(figure + sign * margin * part, held).rating for sign in (1, -1)} == {found.rating}


@STEADY
@given(st.permutations(range(6)), st.permutations(range(3)))
def test_no_rating_changes_when_rows_change_places(rows, indicators):
    names = ["AA01", "AA02", "AA03"]
    seen = [
        observed(end, of=name, actual=str(60 + n * 7), target="75", floor="65")
        for n, (name, end) in enumerate((name, end) for name in names for end in (SEP, DEC))
    ]

    def ratings(indicator_order, row_order):
        own = tuple(indicator(names[n]) for n in indicator_order)
        found = assess(report(own, tuple(seen[n] for n in row_order), info=info(period_end=MAR)))
        return {name: each.current.rating for name, each in found.by_indicator.items()}

    assert ratings(indicators, rows) == ratings(range(3), range(6))


@pytest.mark.parametrize("compare", ["published", "unrounded"])
@STEADY
@given(figures)
def test_a_figure_that_was_never_rounded_rates_alike_however_it_is_compared(compare, figure):
    row = observed(DEC, actual=f"{figure}", unrounded=f"{figure}", target="75", floor="70")
    found = assess(report((indicator(),), (row,), info=info(compare=compare))).by_indicator["AA01"].current
    assert found.rating == rating(figure, Bounds(Decimal(75), Decimal(70)), "higher")
