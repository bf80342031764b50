"""The summary's paragraphs, on small reports."""

from decimal import Decimal

from papers.assess import assess
from papers.dataset import PreviousRating, Risk, RiskAction, StatedTotal
from papers.document import plain
from papers.narrative import action_summary, direction_summary, directorate_summary, risk_summary, summary
from papers.narrative.phrases import phrases_with
from papers.risks import shipped_risk_scheme
from tests.samples import DEC, SEP, indicator, observed, report

PHRASES = phrases_with(())
GREEN, AMBER, RED = "80", "74", "60"


def dataset(*ratings, **fields):
    """A report with an indicator for each pair: the rating of the last report, and the figure now."""
    indicators = tuple(indicator(f"AA{n:02}", short_title=f"Measure {n}") for n in range(1, len(ratings) + 1))
    rows = [
        observed(end, of=each.id, actual=now if end == DEC else "70", target="75", floor="70")
        for each, (_, now) in zip(indicators, ratings, strict=True)
        for end in (SEP, DEC)
    ]
    previous = tuple(PreviousRating(each.id, before) for each, (before, _) in zip(indicators, ratings, strict=True))
    return report(indicators, tuple(rows), previous=previous, **fields)


def paragraph(*ratings):
    made = dataset(*ratings)
    return plain(directorate_summary(made, assess(made), made.directorates[0]))


def test_the_summary_counts_and_gives_the_share():
    words = plain(summary(PHRASES, assess(dataset(("Green", GREEN), ("Green", AMBER), ("Red", RED)))))
    assert words == (
        "One of the three indicators is Green, on or ahead of target: one fewer than in the last report. "
        "One is Amber, one more, and one is Red, as many as before."
    )


def test_the_summary_says_the_net_direction():
    words = plain(direction_summary(PHRASES, assess(dataset(("Green", GREEN), ("Green", AMBER), ("Red", RED)))))
    assert words == "Two indicators improved and one worsened. One more improved than worsened."


def test_the_summary_says_plainly_that_none_worsened_or_improved():
    unchanged = ("Red", "70")
    better = plain(direction_summary(PHRASES, assess(dataset(("Green", GREEN), unchanged))))
    assert better == "One indicator improved and one did not change. None worsened."
    worse = plain(direction_summary(PHRASES, assess(dataset(("Red", RED), unchanged))))
    assert worse == "One indicator worsened and one did not change. None improved."


def test_a_directorate_names_what_moved_and_what_stays_at_the_worst_rating():
    assert paragraph(("Red", AMBER), ("Green", RED), ("Red", RED), (None, RED)) == (
        "One of the four indicators is Amber and three are Red. One improved and three worsened. "
        "Measure 1 moved up from Red to Amber. Measure 2 moved down from Green to Red. "
        "Measure 4: Red, with no rating in the last report. Still rated Red: Measure 3."
    )


def test_a_directorate_says_that_nothing_moved():
    assert paragraph(("Green", GREEN), ("Green", GREEN)).endswith("Both improved. No rating has changed.")
    assert paragraph(("Green", GREEN)) == "The only indicator is Green. It improved. Its rating has not changed."


def test_a_directorate_without_a_last_report_says_nothing_of_it():
    assert paragraph((None, GREEN), (None, GREEN)) == "Both indicators are Green. Both improved."


def test_a_directorate_without_indicators_says_so():
    assert paragraph() == "Services has no key performance indicators in this report."


def risk(score, target, movement=""):
    return Risk(f"CRR{score}", "Risk", score, "", target, "", movement=movement)


def test_risks_are_counted_by_level_now_and_at_target():
    made = report((), (), risks=(risk(25, 16), risk(12, 4, "down"), risk(9, None, "new"), risk(20, 10, "new")))
    assert plain(risk_summary(made, shipped_risk_scheme())) == (
        "The register holds four risks: two are Red, two Amber and none Green. "
        "At their target scores, one would be Red, one Amber and one Green. One has no target score. "
        "Since the last report, two are new and one has gone down."
    )


def test_a_report_without_risks_says_nothing_of_them():
    assert risk_summary(report((), ()), shipped_risk_scheme()) == ()
    assert action_summary(report((), ())) == ()


def test_actions_are_counted_by_status_and_held_beside_the_published_total():
    actions = [RiskAction("CRR1", "Quarter 3", status, "") for status in ("Complete", "Complete", "Outstanding", "Regular review")]
    stated = (StatedTotal("risk_actions/Quarter 3", "total", Decimal(17), unlisted=True),)
    assert plain(action_summary(report((), (), actions=tuple(actions), stated=stated))) == (
        "Quarter 3: of the four actions listed, two are complete, one outstanding and one under regular review. "
        "The published total is 17; it covers 13 that are not listed."
    )
