"""How long a rating has stood, how near a figure is to another, and who joined and left: small histories, and what is said."""

import datetime as dt

import pytest

from papers.assess import assess
from papers.dataset import Override, PreviousRating
from papers.document import inlines, plain
from papers.narrative.counts import before
from papers.narrative.phrases import phrases_with
from papers.narrative.running import closest, longest, near, run_of
from papers.narrative.summary import closest_to_changing, directorate_summary, longest_running, members, not_due
from papers.published import Changes, Moved, PublishedIndicator, Renamed
from tests.samples import DEC, SEP, indicator, info, observed, report

JUN, LAST_MAR, MAR_2012 = dt.date(2013, 6, 30), dt.date(2013, 3, 31), dt.date(2012, 3, 31)
QUARTERS = (LAST_MAR, JUN, SEP, DEC)
PHRASES = phrases_with(())


def found(*histories, ends=QUARTERS, **fields):
    """Indicators with a target of 75 and a floor of 70, each with its figures in the quarters up to December 2013."""
    indicators = [indicator(f"AA{n:02}", short_title=f"Measure {n}") for n in range(1, len(histories) + 1)]
    rows = [
        observed(end, of=each.id, actual=figure, target="75", floor="70")
        for each, history in zip(indicators, histories, strict=True)
        for end, figure in zip(ends[-len(history) :], history, strict=True)
    ]
    assessed = assess(report(tuple(indicators), tuple(rows), **fields))
    return [(each, assessed.by_indicator[each.id]) for each in indicators]


def test_a_run_counts_the_quarters_up_to_the_latest():
    ((one, each),) = found(["80", "60", "61", "62"])
    run = run_of(one, each)
    assert (run.periods, run.even, run.first.spoken) == (3, True, "June 2013")


def test_a_run_that_skips_a_quarter_is_told_by_its_first_period():
    told = found(["60", "61", "62"], ends=(MAR_2012, LAST_MAR, DEC))
    assert [plain(each) for each in longest_running(PHRASES, told, assess_scheme(told))] == ["Measure 1, since March 2012."]


def assess_scheme(told):
    return assess(report(tuple(each for each, _ in told), (observed(DEC, actual="1", target="2"),))).scheme


def test_one_period_is_no_run():
    ((one, each),) = found(["80", "60"])
    assert run_of(one, each) is None


def test_the_longest_come_first_and_only_the_worst_rating_counts():
    told = found(["80", "80", "60", "60"], ["60", "60", "60", "60"], ["72", "72", "72", "72"])
    assert [each.id for each, _ in longest(told, "Red", 3)] == ["AA02", "AA01"]
    said = [plain(each) for each in longest_running(PHRASES, told, assess_scheme(told))]
    assert said == ["Measure 2, for four quarters running.", "Measure 1, for two quarters running."]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("75", "Measure 1: Green, exactly at the target."),
        ("75.4", "Measure 1: Green, 0.4 percentage points above the target."),
        ("74", "Measure 1: Amber, 1 percentage point below the target."),
        ("71", "Measure 1: Amber, 1 percentage point above the floor standard."),
        ("69", "Measure 1: Red, 1 percentage point below the floor standard."),
    ],
)
def test_the_nearest_boundary_is_named_with_its_side(figure, words):
    assert [plain(each) for each in closest_to_changing(PHRASES, found([figure]), {"AA01": "percent"})] == [words]


def test_the_closest_come_first_and_far_ones_not_at_all():
    told = found(["80"], ["75.5"], ["75.1"], ["69.9"], ["74.8"])
    assert [each.id for each, *_ in closest(told, 3)] == ["AA03", "AA04", "AA05"]


def test_a_rating_that_a_person_set_is_not_close_to_changing():
    own = Override("AA01", DEC, "Red", "The Director", DEC, "Because.")
    ((_, each),) = found(["75"], overrides=(own,))
    assert near(each.current) is None


def test_a_figure_known_only_as_less_is_not_close_to_changing():
    ((_, each),) = found(["<70"])
    assert near(each.current) is None


# --- a directorate whose indicators come and go


def paragraph(*ratings, not_due=(), joiners=()):
    indicators = tuple(indicator(f"AA{n:02}", short_title=f"Measure {n}") for n in range(1, len(ratings) + 1))
    rows = tuple(observed(DEC, of=each.id, actual=now, target="75", floor="70") for each, (_, now) in zip(indicators, ratings, strict=True))
    previous = tuple(PreviousRating(each.id, before) for each, (before, _) in zip(indicators, ratings, strict=True))
    made = report(indicators, rows, previous=previous)
    return plain(directorate_summary(made, assess(made), made.directorates[0], changes(not_due=not_due, joiners=joiners)))


def test_a_rating_of_another_scheme_has_not_moved():
    said = paragraph(("Blue", "80"), ("Green", "80"))
    assert "Measure 1: Green now, Blue by the scheme of the last report." in said
    assert "moved" not in said


def rated_before(previous_scheme, *ratings):
    rows = tuple(observed(DEC, of=f"AA{n:02}", actual="80", target="75", floor="70") for n in range(1, len(ratings) + 1))
    indicators = tuple(indicator(f"AA{n:02}", short_title=f"Measure {n}") for n in range(1, len(ratings) + 1))
    previous = tuple(PreviousRating(f"AA{n:02}", before) for n, before in enumerate(ratings, 1))
    made = report(indicators, rows, previous=previous, info=info(previous_scheme=previous_scheme))
    found = assess(made)
    return plain(directorate_summary(made, found, made.directorates[0])), found.counts


def test_a_rating_of_another_scheme_with_the_same_words_has_not_moved():
    said, counts = rated_before("tolerance-5", "Red", "Green")
    assert "Measure 1: Green now, Red by the scheme of the last report." in said
    assert "moved" not in said
    assert "changed" not in said
    assert (counts.previous_other_scheme, set(counts.previous.values()), before(counts)) == (2, {0}, None)


def test_a_rating_of_the_same_scheme_has_moved_whether_that_is_named_or_not():
    for name in ("", "floor-standard"):
        said, counts = rated_before(name, "Red", "Green")
        assert "Measure 1 moved up from Red to Green." in said
        assert (counts.previous_other_scheme, counts.previous["Red"]) == (0, 1)


def test_a_rating_that_was_lost_says_so():
    assert "Measure 1: not rated now, Green in the last report." in paragraph(("Green", "n/a"), ("Green", "80"))


def test_an_indicator_without_a_new_result_has_neither_moved_nor_stayed():
    assert paragraph(("Red", "80"), not_due=("AA01",)).endswith("There is no new result since the last report.")
    assert "moved" not in paragraph(("Red", "80"), ("Green", "80"), not_due=("AA01",))


def test_an_indicator_that_is_new_says_so():
    said = paragraph((None, "80"), ("Green", "80"), joiners=("AA01",))
    assert (
        said == "Both indicators are Green. The direction of travel of two indicators cannot be told. Measure 1: Green, new in this report."
    )


# --- members


def published(name, title):
    return PublishedIndicator(name, title, "", "services", "Services", "kpi", "percent", "higher", "quarterly")


def changes(**fields):
    none = {"period": "Q2", "joiners": (), "leavers": (), "successors": {}, "renamed": (), "moved": (), "not_due": (), "kept": ()}
    counts = {"then": {}, "now": {}, "then_unrated": 0, "now_unrated": 0, "published": {}}
    return Changes(**{**none, **counts, **fields})


NAMES = {"A": "Calls", "B": "Visits", "C": "Letters"}


def told(**fields):
    return plain(inlines(*members(PHRASES, changes(**fields), NAMES)))


def test_joiners_and_leavers_are_named():
    assert told(joiners=("A", "B"), leavers=(published("X", "Faxes"),)) == "New in this report: Calls; Visits. No longer reported: Faxes."


def test_what_takes_the_place_of_another_is_named_with_it():
    split = told(joiners=("A", "B", "C"), leavers=(published("X", "Contacts"),), successors={"X": ("A", "B")})
    assert split == "New in this report: Letters. In place of Contacts: Calls; Visits."


def test_what_was_renamed_or_moved_is_named():
    words = told(renamed=(Renamed("A", "Calls", "A", "Telephone calls"),), moved=(Moved("B", "People", "Place"),))
    assert words == "Calls: called “Telephone calls” in the last report. Visits moved from People to Place."


def test_without_a_new_result_is_named():
    assert plain(inlines(*not_due(PHRASES, changes(not_due=("C",)), NAMES))) == "No new result since the last report: Letters."
    assert not_due(PHRASES, changes(), NAMES) == []


def test_many_indicators_without_a_new_result_are_counted_not_named():
    names = tuple(f"AA{n:02}" for n in range(1, 12))
    said = plain(inlines(*not_due(PHRASES, changes(not_due=names), {name: name for name in names})))
    assert said == "11 indicators have no new result since the last report."
    few = plain(inlines(*not_due(PHRASES, changes(not_due=names[:2]), {name: name for name in names})))
    assert few == "No new result since the last report: AA01; AA02."
