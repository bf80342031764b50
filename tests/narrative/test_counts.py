"""Sentences on counts: rows of counts, and the words that an officer would have written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.document import Run, inlines, plain
from papers.narrative import counts as say
from papers.narrative.figures import paragraph
from papers.narrative.phrases import phrases_with
from papers.results import Counts
from papers.rules import shipped_scheme
from papers.wording import percentage

PHRASES = phrases_with(())
SCHEME = shipped_scheme("floor-standard")


def counted(now, before=None, directions=(0, 0, 0), *, unrated=0, no_direction=0):
    total = sum(now) + unrated
    words = [band.word for band in SCHEME.bands]
    before = before or (0, 0, 0)
    missing = total - sum(before)
    went = dict(zip(("improved", "worsened", "same"), directions, strict=True))
    return Counts(total, dict(zip(words, now, strict=True)), dict(zip(words, before, strict=True)), went, unrated, missing, no_direction)


def words(*sentences):
    return plain(inlines(*paragraph(sentences)))


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (
            (19, 11, 5),
            (20, 11, 4),
            (
                "19 of the 35 indicators (54%) are Green, on or ahead of target: one fewer than in the last report. "
                "11 are Amber, as many as before, and five are Red, one more."
            ),
        ),
        (
            (1, 0, 2),
            (1, 0, 2),
            (
                "One of the three indicators is Green, on or ahead of target: as many as in the last report. "
                "None are Amber, as before, and two are Red, as many as before."
            ),
        ),
        (
            (3, 0, 0),
            (0, 1, 2),
            (
                "All three indicators are Green, on or ahead of target: three more than in the last report. "
                "None are Amber, one fewer, and none are Red, two fewer."
            ),
        ),
        ((2, 0, 0), None, "Both indicators are Green, on or ahead of target. None are Amber and none are Red."),
        ((1, 0, 0), None, "The only indicator is Green, on or ahead of target. None are Amber and none are Red."),
        ((0, 1, 1), None, "Neither of the two indicators is Green, on or ahead of target. One is Amber and one is Red."),
        (
            (0, 1, 2),
            None,
            "None of the three indicators is Green, on or ahead of target. One is Amber and two are Red.",
        ),
        ((0, 0, 0), None, "There are no key performance indicators in this report."),
    ],
)
def test_ratings_are_counted_against_the_last_report(now, before, sentence):
    found = counted(now, before)
    assert words(*say.ratings(PHRASES, found, SCHEME, "summary", then=say.before(found))) == sentence


def test_no_change_is_never_a_change_of_nothing():
    found = counted((2, 1, 0), (2, 1, 0))
    said = words(*say.ratings(PHRASES, found, SCHEME, "summary", then=say.before(found)))
    assert "zero" not in said
    assert "0" not in said


def test_a_share_says_its_base():
    assert "19 of the 35 indicators (54%) are Green" in words(*say.ratings(PHRASES, counted((19, 11, 5)), SCHEME, "s"))
    some = words(*say.ratings(PHRASES, counted((5, 5, 0), unrated=3), SCHEME, "s"))
    assert some.startswith("Five of the 10 rated indicators (50%) are Green")


def test_a_share_of_a_few_is_left_to_the_count():
    assert "%" not in words(*say.ratings(PHRASES, counted((5, 4, 0)), SCHEME, "s"))


def test_what_is_not_rated_is_said_to_be_left_out():
    assert words(say.unrated(PHRASES, counted((1, 1, 0), unrated=1), "s")) == "One indicator is not rated and is left out of percentages."
    assert (
        words(say.unrated(PHRASES, counted((1, 1, 0), unrated=12), "s")) == "12 indicators are not rated and are left out of percentages."
    )
    assert words(say.unrated(PHRASES, counted((1, 1, 0)), "s")) == ""


@pytest.mark.parametrize(
    ("directions", "sentence"),
    [
        ((21, 8, 6), "21 indicators improved, eight worsened and six did not change. 13 more improved than worsened."),
        ((1, 2, 0), "One indicator improved and two worsened. One more worsened than improved."),
        ((2, 2, 0), "Two indicators improved and two worsened."),
        ((0, 0, 3), "Three indicators did not change."),
        ((0, 0, 0), ""),
    ],
)
def test_directions_have_a_net(directions, sentence):
    found = counted((35, 0, 0), directions=directions)
    assert words(say.directions(PHRASES, found, "s", "indicator"), say.net(PHRASES, found, "s")) == sentence


def test_a_single_indicator_is_it():
    assert words(say.directions(PHRASES, counted((1, 0, 0), directions=(0, 0, 1)), "s")) == "It did not change."


def test_what_has_no_direction_is_counted():
    assert (
        words(say.untold(PHRASES, counted((5, 0, 0), no_direction=2), "s")) == "The direction of travel of two indicators cannot be told."
    )


@pytest.mark.parametrize(
    ("now", "unrated", "sentence"),
    [
        ((1, 2, 0), 0, "One of the three indicators is Green and two are Amber."),
        ((3, 0, 0), 0, "All three indicators are Green."),
        ((0, 0, 1), 0, "The only indicator is Red."),
        ((1, 0, 1), 1, "One of the three indicators is Green, one is Red and one is not rated."),
        ((0, 0, 0), 2, "None of the two indicators is rated."),
        ((0, 0, 0), 1, "The only indicator is not rated."),
    ],
)
def test_a_few_ratings_fit_one_sentence(now, unrated, sentence):
    assert words(say.short(PHRASES, counted(now, unrated=unrated), SCHEME, "s")) == sentence


def test_every_count_keeps_the_key_of_its_value():
    found = counted((19, 11, 5), (20, 11, 4))
    sentences = say.ratings(PHRASES, found, SCHEME, "summary", then=say.before(found))
    figures = {part.figure: part.text for part in inlines(*paragraph(sentences)) if isinstance(part, Run) and part.figure}
    assert figures == {
        "summary/rating/Green": "19",
        "summary/percent/Green": "54%",
        "summary/total": "35",
        "summary/change/Green": "one",
        "summary/rating/Amber": "11",
        "summary/rating/Red": "five",
        "summary/change/Red": "one",
    }


# --- properties: whatever the counts are, the sentences on them are English

few = st.integers(0, 12)


@st.composite
def any_counts(draw):
    now = tuple(draw(few) for _ in range(3))
    unrated, going = draw(few), draw(st.sampled_from(["all", "some", "none"]))
    total = sum(now) + unrated
    went = [draw(st.integers(0, total // 3)) for _ in range(2)] if going == "some" else [0, 0]
    directions = (*went, total - sum(went)) if going != "none" else (0, 0, 0)
    before = draw(st.permutations(now)) if draw(st.booleans()) else (0, 0, 0)
    return counted(now, tuple(before), directions, unrated=unrated, no_direction=total - sum(directions))


@given(any_counts())
def test_every_sentence_reads_as_english(counts):
    said = words(
        *say.ratings(PHRASES, counts, SCHEME, "s", then=say.before(counts)),
        *say.left_out(PHRASES, counts, "s"),
        say.directions(PHRASES, counts, "s", "indicator"),
        say.net(PHRASES, counts, "s"),
        say.untold(PHRASES, counts, "s"),
    )
    assert not re.search(r"\b(0|zero)\b(?!%)", said), said
    assert not re.search(r"\bone (\w+ )?(are|indicators|were)\b", said, re.IGNORECASE), said
    assert not re.search(
        r"\b(two|three|four|\d\d+) (\w+ )?(is|indicator)\b", re.sub(r"of the \w+ (rated )?indicators", "", said), re.IGNORECASE
    ), said
    assert not re.search(r"[{}\[\]]|  | [.,:]|\.\.|,,", said), said
    assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence in said.removesuffix(".").split(". ")), said


@given(any_counts())
def test_a_change_is_told_of_both_counts_or_of_none(counts):
    then = say.before(counts)
    said = words(*say.ratings(PHRASES, counts, SCHEME, "s", then=then))
    assert ("in the last report" in said) == (then is not None and say.rated(counts) > 0)


@given(any_counts())
def test_a_percentage_stands_behind_its_base(counts):
    said = words(*say.ratings(PHRASES, counts, SCHEME, "s"))
    base = say.rated(counts)
    for percent in re.findall(r"(\d+)%", said):
        assert re.search(rf"of the {base} (rated )?indicators \({percent}%\)", said), said


@given(any_counts())
def test_percentages_that_do_not_add_up_say_to_what_they_do(counts):
    base = say.rated(counts)
    total = sum(percentage(count, base) for count in counts.rating.values()) if base else 100
    assert words(say.rounded(PHRASES, counts)) == ("" if total == 100 else f"The percentages are rounded, so they add up to {total}%.")
