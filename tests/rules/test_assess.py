"""Rules applied to small reports."""

import datetime as dt
from decimal import Decimal

import pytest

from papers.assess import assess, counts, kpis, kpis_of, scheme_of
from papers.dataset import Directorate, FloorRule, PreviousRating, ReportSection, Risk, SeriesInfo
from papers.errors import PapersError
from tests.samples import DEC, MAR, SEP, indicator, info, observed, report

ALWAYS = (dt.date.min, dt.date.max)


def floor(distance, start=ALWAYS[0], end=ALWAYS[1], **fields):
    return FloorRule("AA01", start, end, Decimal(distance) if distance else None, **fields)


def found(*observations, of=None, **fields):
    return assess(report((of or indicator(),), observations, **fields)).by_indicator["AA01"]


def test_the_current_rating_is_of_the_latest_period_with_a_figure():
    current = found(
        observed(SEP, actual="80", target="75"), observed(DEC, actual="74", target="75", floor="70"), observed(MAR, target="75")
    ).current
    assert (current.period.end, current.rating, current.rule) == (DEC, "Amber", "floor-standard/1")


def test_the_order_of_rows_does_not_matter():
    rows = [observed(SEP, actual="80", target="75"), observed(DEC, actual="74", target="75", floor="70"), observed(MAR, target="75")]
    assert found(*rows) == found(*reversed(rows))


def test_every_period_is_in_the_history_and_current_is_one_of_them():
    assessment = found(observed(SEP, actual="80", target="75"), observed(DEC, target="75"), observed(MAR, target="75"))
    assert [(each.rating, each.unrated) for each in assessment.history] == [("Green", None), (None, "no data"), (None, "not due")]
    assert assessment.current is assessment.history[0]


def test_a_suppressed_figure_is_current_and_is_not_rated():
    current = found(observed(SEP, actual="80", target="75"), observed(DEC, actual="suppressed", target="75")).current
    assert (current.period.end, current.rating, current.unrated) == (DEC, None, "suppressed")


@pytest.mark.parametrize(
    ("text", "why"), [("c", "suppressed"), ("not due", "not due"), ("n/a", "no data"), ("New indicator", "no data"), ("", "no data")]
)
def test_words_for_a_figure_say_why_there_is_none(text, why):
    assert found(observed(DEC, actual=text, target="75")).current.unrated == why


def test_an_indicator_without_any_row_has_no_data():
    assessment = found()
    assert (assessment.current.unrated, assessment.current.period.end, assessment.history) == ("no data", DEC, ())


def test_an_indicator_without_any_figure_stands_at_its_latest_due_period():
    assert found(observed(DEC, target="75"), observed(MAR, target="75")).current.period.end == DEC


def test_a_declared_unrated_indicator_says_its_reason():
    current = found(
        observed(DEC, actual="80", target="75"), of=indicator(rated=False, unrated_reason="The target is under review.")
    ).current
    assert (current.rating, current.unrated, current.reason) == (
        None,
        "The target is under review",
        "Not rated: The target is under review.",
    )


@pytest.mark.parametrize(("polarity", "rating", "floor_is"), [("higher", "Red", "70"), ("lower", "Green", "80")])
def test_the_floor_lies_at_its_distance_from_the_target_of_the_period(polarity, rating, floor_is):
    current = found(observed(DEC, actual="69", target="75"), of=indicator(polarity=polarity), floors=(floor("5"),)).current
    assert (current.rating, current.floor) == (rating, Decimal(floor_is))


def test_a_floor_given_for_the_period_goes_first():
    current = found(observed(DEC, actual="69", target="75", floor="65"), floors=(floor("5"),)).current
    assert (current.rating, current.floor) == ("Amber", Decimal(65))


def test_floor_rules_hold_between_their_dates():
    rules = (floor("10", end=SEP), floor(None, start=SEP + dt.timedelta(days=1), amber=False))
    history = found(observed(SEP, actual="82", target="90"), observed(DEC, actual="82", target="90"), floors=rules).history
    assert [(each.rating, each.floor) for each in history] == [("Amber", Decimal(80)), ("Red", Decimal(90))]


def test_one_distance_serves_both_sides_of_a_band():
    rule = floor("3", green_below=Decimal(1), green_above=Decimal(0))
    ratings = [
        found(observed(DEC, actual=text, target="10"), of=indicator(polarity="closest"), floors=(rule,)).current.rating
        for text in ("9", "10.1", "7", "13", "13.1")
    ]
    assert ratings == ["Green", "Amber", "Amber", "Amber", "Red"]


def test_another_measure_can_be_rated_with_a_target_and_unit_of_its_own():
    series = (SeriesInfo("AA01", "participation", "extra", "Participation", "days"),)
    of = indicator(measure="participation", measure_target=Decimal(95))
    current = found(observed(DEC, actual="18", target="20", participation="95"), of=of, series=series).current
    assert (current.rating, current.measure, current.actual, current.target) == ("Green", "participation", Decimal(95), Decimal(95))
    assert current.reason.startswith("Rated on Participation. 95 days is at the target")


def test_a_declared_direction_stands_with_its_reason():
    of = indicator(direction="improved", direction_reason="The definition changed.")
    direction = found(observed(SEP, actual="80", target="75"), observed(DEC, actual="74 [b]", target="75"), of=of).direction
    assert (direction.went, direction.reason, direction.change) == ("improved", "Declared improved: The definition changed.", None)


def test_the_previous_rating_is_the_published_one_and_is_never_rated_again():
    previous = (PreviousRating("AA01", "Amber"),)
    assert (
        found(observed(SEP, actual="80", target="75"), observed(DEC, actual="80", target="75"), previous=previous).previous_rating
        == "Amber"
    )


def test_counts_leave_nothing_out():
    indicators = tuple(indicator(f"AA0{n}") for n in range(1, 5))
    rows = (
        observed(SEP, of="AA01", actual="80", target="75"),
        observed(DEC, of="AA01", actual="81", target="75"),
        observed(DEC, of="AA02", actual="60", target="75", floor="70"),
        observed(DEC, of="AA03", actual="60"),
    )
    total = assess(report(indicators, rows, previous=(PreviousRating("AA01", "Red"),))).counts
    assert (total.total, total.unrated, total.previous_unrated, total.previous_unknown, total.no_direction) == (4, 2, 0, 3, 3)
    assert total.rating == {"Green": 1, "Amber": 0, "Red": 1}
    assert total.previous == {"Green": 0, "Amber": 0, "Red": 1}
    assert total.direction == {"improved": 1, "worsened": 0, "same": 0}


def test_counts_of_nothing_are_zeros():
    scheme = scheme_of(report((), ()))
    assert counts((), scheme).rating == {"Green": 0, "Amber": 0, "Red": 0}


def test_only_key_performance_indicators_are_rated():
    dataset = report((indicator(), indicator("BB01", kind="activity")), (observed(DEC, of="BB01", actual="1"),))
    assert list(assess(dataset).by_indicator) == ["AA01"]


def test_indicators_stand_in_the_order_of_directorates_and_sections():
    directorates = (Directorate("b", "B", 1), Directorate("a", "A", 2))
    sections = (ReportSection("b2", "b", "B two", 2), ReportSection("b1", "b", "B one", 1))
    indicators = tuple(indicator(name, section=slug) for name, slug in (("I1", "a"), ("I2", "b2"), ("I3", "b1"), ("I4", "b2")))
    dataset = report(indicators, (), directorates=directorates, sections=sections)
    assert [each.id for each in kpis(dataset)] == ["I3", "I2", "I4", "I1"]
    assert [each.id for each in kpis_of(dataset, directorates[1])] == ["I1"]


def test_everything_that_stops_the_rules_is_told_at_once():
    risk = Risk("CRR1", "Data", 7, "", None, "")
    with pytest.raises(PapersError) as stopped:
        assess(report((), (), info=info(scheme="traffic-light", direction="tea-leaves"), risks=(risk,)))
    assert [each.code for each in stopped.value.problems] == ["impossible-score", "unknown-scheme", "unknown-direction"]


def test_the_scheme_must_be_one_there_is():
    with pytest.raises(PapersError, match="There is no rating scheme called traffic-light"):
        scheme_of(report((), (), info=info(scheme="traffic-light")))
