"""What must hold of directions whatever the figures are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from papers.travel import Point, Series
from papers.travel.judging import GOOD
from papers.travel.points import happened
from papers.travel.previous_result import direction
from tests.samples import DEC, SEP, period

STEADY = settings(deadline=None)
"""A slow machine is no failure."""

OPPOSITE = {"higher": "lower", "lower": "higher"}

figures = st.decimals(-10_000, 10_000, places=2)
sides = st.sampled_from(["higher", "lower"])


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
