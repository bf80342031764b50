"""Charts: nothing overlaps, nothing is clipped, everything legible, whatever the data."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.document import MARKER_SHAPES, SERIES_KINDS, Chart, Series, Tick
from papers.layout.charts import Bar, ChartPlan, Drawn, Label, Marker, Stroke
from papers.layout.colours import contrast, readable
from papers.layout.labels import apart, wrapped
from papers.layout.marks import crosses
from papers.metrics import width
from tests.layout import stress

STYLE = stress.house().styles["Chart Label"]


def box(label: Label) -> tuple[float, float, float, float]:
    wide = width(label.text, STYLE.font, STYLE.size, bold=label.bold)
    left = label.x - {"start": 0, "middle": 0.5, "end": 1}[label.anchor] * wide
    return left, label.y - STYLE.size * 0.716, left + wide, label.y


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] - 0.01 and other[0] < one[2] - 0.01 and one[1] < other[3] - 0.01 and other[1] < one[3] - 0.01


def colliding(drawn: Drawn) -> list[tuple[str, str]]:
    boxes = [(label, box(label)) for label in drawn.labels]
    return [(a.text, b.text) for n, (a, one) in enumerate(boxes) for b, two in boxes[n + 1 :] if overlap(one, two)]


def clipped(drawn: Drawn, width: float, height: float) -> list[str]:
    boxes = [(label.text, box(label)) for label in drawn.labels]
    return [text for text, (left, top, right, bottom) in boxes if left < -0.1 or right > width + 0.1 or top < -0.1 or bottom > height + 0.1]


@pytest.mark.parametrize("size", [(471, 170), (471, 120), (320, 170), (216, 90)])
@pytest.mark.parametrize("make", [stress.bar_chart, stress.activity_chart, stress.comparator_chart])
def test_no_label_touches_another_or_the_edge(make, size):
    drawn = ChartPlan(make("x"), *size, STYLE).drawn()
    assert not colliding(drawn)
    assert not clipped(drawn, *size)


def bars(drawn: Drawn) -> list[Bar]:
    return [mark for mark in drawn.marks if isinstance(mark, Bar) and mark.colour != "#FFFFFF"]


def test_values_stand_white_and_bold_in_the_feet_of_bars():
    drawn = ChartPlan(stress.bar_chart("x"), 471, 170, STYLE).drawn()
    labels = [label for label in drawn.labels if label.text in ("49", "84")]
    assert all(label.bold and label.colour == "#FFFFFF" for label in labels)
    for label in labels:
        assert any(bar.x <= box(label)[0] and box(label)[2] <= bar.x + bar.width and bar.y < box(label)[1] for bar in bars(drawn))


def test_a_bar_too_low_for_its_value_has_it_above():
    drawn = ChartPlan(stress.bar_chart("x", (2, 80, 80)), 471, 170, STYLE).drawn()
    (label,) = [label for label in drawn.labels if label.text == "2"]
    low = min(bars(drawn), key=lambda bar: bar.height)
    assert label.y < low.y
    assert contrast(label.colour, "#FFFFFF") >= 4.5


def test_the_target_is_dashed_and_named_at_its_end_clear_of_the_bars():
    drawn = ChartPlan(stress.bar_chart("x"), 471, 170, STYLE).drawn()
    (target,) = [mark for mark in drawn.marks if isinstance(mark, Stroke) and mark.dash]
    (label,) = [label for label in drawn.labels if label.text == "Target 75%"]
    assert label.x > max(x for x, _ in target.points)
    assert contrast(label.colour, "#FFFFFF") >= 4.5
    assert not any(overlap(box(label), (bar.x, bar.y, bar.x + bar.width, bar.y + bar.height)) for bar in bars(drawn))


def test_a_target_goes_from_period_to_period_as_word_draws_it():
    chart = stress.comparator_chart("x")
    drawn = ChartPlan(chart, 471, 170, STYLE).drawn()
    (target,) = [mark for mark in drawn.marks if isinstance(mark, Stroke) and mark.dash]
    assert len({round(y, 3) for _, y in target.points}) == 2
    assert len(target.points) == len(chart.categories)


def test_a_target_of_a_single_period_is_a_short_level():
    chart = stress.bar_chart("x", (80, 90))
    lone = Series("Target", "target", (None, Decimal(75)), (None, "75%"), "#F46A25", "Target 75%")
    drawn = ChartPlan(Chart(chart.id, chart.alt, chart.categories, (chart.series[0], lone), chart.ticks), 471, 170, STYLE).drawn()
    (target,) = [mark for mark in drawn.marks if isinstance(mark, Stroke) and mark.dash]
    (start, end) = target.points
    assert (end[0] - start[0], end[1]) == (pytest.approx(14.0), start[1])


def phases() -> Chart:
    """A control chart of two phases, the latest point of which is a signal."""
    numbers = {
        "Upper to b": (60, 60, None, None),
        "Upper": (None, None, 90, 90),
        "Actual": (50, 51, 80, 95),
        "Special": (None, None, None, 95),
    }
    kinds = {"Actual": "line", "Special": "signal"}
    series = tuple(
        Series(
            name,
            kinds.get(name, "limit"),
            tuple(None if each is None else Decimal(each) for each in values),
            (None,) * 4,
            "#5B6470",
            "Upper 90" if name == "Upper" else None,
            marker="triangle" if name == "Special" else None,
        )
        for name, values in numbers.items()
    )
    return Chart("a/chart", "alt", tuple("abcd"), series, (Tick(Decimal(0), "0"), Tick(Decimal(100), "100")))


def test_limits_step_where_a_phase_begins_and_nothing_is_drawn_between():
    drawn = ChartPlan(phases(), 471, 170, STYLE).drawn()
    (before, after) = [mark for mark in drawn.marks if isinstance(mark, Stroke) and mark.dash]
    assert max(x for x, _ in before.points) < min(x for x, _ in after.points)
    assert {y for _, y in before.points} != {y for _, y in after.points}


def test_a_signal_is_a_larger_marker_of_its_own_shape_over_the_line():
    drawn = ChartPlan(phases(), 471, 170, STYLE).drawn()
    markers = [mark for mark in drawn.marks if isinstance(mark, Marker) and mark.y > 20]
    assert (markers[-1].shape, markers[-2].shape) == ("triangle", "circle")
    assert markers[-1].radius > markers[-2].radius
    assert (markers[-1].x, markers[-1].y) == (markers[-2].x, markers[-2].y)


def test_the_key_names_the_line_and_the_signal_but_no_phase():
    labels = {label.text for label in ChartPlan(phases(), 471, 170, STYLE).drawn().labels}
    assert {"Actual", "Special", "Upper 90"} <= labels
    assert "Upper to b" not in labels


def test_future_periods_are_left_empty_with_their_target_shown():
    drawn = ChartPlan(stress.bar_chart("x"), 471, 170, STYLE).drawn()
    (target,) = [mark for mark in drawn.marks if isinstance(mark, Stroke) and mark.dash]
    assert len(bars(drawn)) == 6
    assert max(x for x, _ in target.points) > max(bar.x + bar.width for bar in bars(drawn)) + 20


def test_a_gap_in_a_line_is_a_gap():
    drawn = ChartPlan(stress.comparator_chart("x"), 471, 170, STYLE).drawn()
    strokes = [mark for mark in drawn.marks if isinstance(mark, Stroke) and mark.colour == "#28A197"]
    assert [len(stroke.points) for stroke in strokes] == [2, 3]
    assert all(mark.hollow for mark in drawn.marks if isinstance(mark, Marker))


def test_negative_bars_hang_from_zero():
    drawn = ChartPlan(stress.comparator_chart("x"), 471, 170, STYLE).drawn()
    tops = [round(bar.y, 2) for bar in bars(drawn)]
    feet = [round(bar.y + bar.height, 2) for bar in bars(drawn)]
    assert feet[0] == feet[1] == tops[3] == tops[4]


def test_months_are_wrapped_and_the_last_is_always_named():
    drawn = ChartPlan(stress.activity_chart("x", 25), 471, 170, STYLE).drawn()
    shown = [label.text for label in drawn.labels]
    assert "Jan" in shown or "Jan 15" in shown
    assert not colliding(drawn)


def test_side_by_side_bars_have_a_key_and_lines_that_name_themselves_none():
    grouped = ChartPlan(stress.grouped_chart("x"), 471, 170, STYLE).drawn()
    assert {"2012/13", "2013/14"} <= {label.text for label in grouped.labels}
    assert "Actual" not in {label.text for label in ChartPlan(stress.bar_chart("x"), 471, 170, STYLE).drawn().labels}


names = st.sampled_from(["Target 75%", "England average 101.5", "Upper threshold", "South East", "T"])
values = st.one_of(st.none(), st.decimals(-50, 150, places=1))


@st.composite
def charts(draw):
    count = draw(st.integers(1, 14))
    kinds = draw(st.lists(st.sampled_from(SERIES_KINDS), min_size=1, max_size=4))
    series = []
    for n, kind in enumerate(kinds):
        shown = tuple(draw(st.lists(values, min_size=count, max_size=count)))
        labels = tuple(None if v is None or kind not in ("bar", "line") else f"{v}%" for v in shown)
        series.append(
            Series(
                f"Series {n}",
                kind,
                shown,
                labels,
                ("#12436D", "#F46A25", "#801650", "#28A197")[n],
                draw(names) if kind not in ("bar", "signal") else None,
                marker=draw(st.sampled_from(MARKER_SHAPES)) if kind == "signal" else None,
            )
        )
    categories = tuple(draw(st.sampled_from([stress.quarters(count), tuple(f"Category number {n}" for n in range(count))])))
    return Chart("a/chart", "alt", categories, tuple(series), tuple(Tick(Decimal(v), f"{v}%") for v in range(-50, 151, 50)))


@settings(max_examples=150, deadline=None)
@given(charts(), st.sampled_from([(471, 170), (320, 150), (220, 110)]))
def test_whatever_the_data_no_label_touches_another(chart, size):
    drawn = ChartPlan(chart, *size, STYLE).drawn()
    assert not colliding(drawn)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=4))
def test_labels_moved_apart_keep_their_order_and_do_not_touch(middles):
    placed = apart(middles, [12.0] * len(middles), -20, 120)
    order = sorted(range(len(middles)), key=lambda n: (middles[n], n))
    assert all(placed[b] - placed[a] >= 12 - 1e-6 for a, b in pairwise(order))


def test_a_single_label_is_wrapped_and_never_left_out():
    assert wrapped(("Target 75%",), 30, lambda text: 5 * len(text)) == [("Target", "75%")]


def test_a_colour_is_darkened_only_as_far_as_text_needs():
    assert readable("#12436D", "#FFFFFF") == "#12436D"
    assert 4.5 <= contrast(readable("#F46A25", "#FFFFFF"), "#FFFFFF") < 4.8


@pytest.mark.parametrize("make", [stress.bar_chart, stress.activity_chart, stress.comparator_chart])
def test_no_line_runs_through_a_value(make):
    drawn = ChartPlan(make("x"), 471, 170, STYLE).drawn()
    lines = [mark for mark in drawn.marks if isinstance(mark, Marker) or (isinstance(mark, Stroke) and mark.width > 1)]
    values = [label for label in drawn.labels if label.bold and label.anchor == "middle"]
    assert values
    assert not [(label.text, mark) for label in values for mark in lines if crosses(mark, box(label))]


def test_a_value_moves_up_its_bar_where_the_target_runs_through_its_foot():
    chart = stress.bar_chart("x", (80, 90))
    low = Series("Target", "target", (Decimal(8), Decimal(8)), (None, None), "#F46A25", "Target 8%")
    drawn = ChartPlan(Chart(chart.id, chart.alt, chart.categories, (chart.series[0], low), chart.ticks), 471, 170, STYLE).drawn()
    (label,) = [label for label in drawn.labels if label.text == "80"]
    (target,) = [mark for mark in drawn.marks if isinstance(mark, Stroke) and mark.dash]
    assert label.y < target.points[0][1] - 1
    assert label.colour == "#FFFFFF"
