"""Counts of ratings and directions. Every count in every paper comes from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from papers.published import PublishedReport
from papers.results import Assessment, Counts, Scheme

DIRECTIONS = ("improved", "worsened", "same")


def counts(assessments: Iterable[Assessment], scheme: Scheme) -> Counts:
    """How many of the assessments have each rating now and in the last report, and each direction; what has none is counted too.

    A rating that was given by another scheme before is none of this one's: changes are told of like for like alone.
    """
    found = tuple(assessments)
    words = [band.word for band in scheme.bands]
    now = [each.current.rating for each in found]
    known = [each for each in found if each.previous_known]
    before = [None if each.previous_other else each.previous_rating for each in known]
    went = [each.direction.went for each in found]
    return Counts(
        len(found),
        {word: now.count(word) for word in words},
        {word: before.count(word) for word in words},
        {word: sum(each == word for each in went) for word in DIRECTIONS},
        unrated=now.count(None),
        previous_unrated=before.count(None),
        no_direction=went.count(None),
        previous_unknown=len(found) - len(before),
        previous_other_scheme=sum(each.previous_other for each in known),
    )


def as_published(found: Counts, record: PublishedReport) -> Counts:
    """The counts of a whole report beside those that the last one printed; as they are where it counted by other words."""
    printed = {word: record.counts[word] for word in found.rating if word in record.counts}
    if found.previous_other_scheme or len(printed) < len(found.rating):
        return found
    return replace(found, previous=printed, previous_unrated=record.counts.get("unrated", 0))
