"""Counts of ratings and directions. Every count in every paper comes from here."""

from __future__ import annotations

from collections.abc import Iterable

from papers.results import Assessment, Counts, Scheme

DIRECTIONS = ("improved", "worsened", "same")


def counts(assessments: Iterable[Assessment], scheme: Scheme) -> Counts:
    """How many of the assessments have each rating now and in the last report, and each direction; what has none is counted too.

    A rating that the last report gave by another scheme's words is none of this one's: changes are told of like for like alone.
    """
    found = tuple(assessments)
    words = [band.word for band in scheme.bands]
    now = [each.current.rating for each in found]
    before = [each.previous_rating for each in found if each.previous_known]
    went = [each.direction.went for each in found]
    return Counts(
        len(found),
        {word: now.count(word) for word in words},
        {word: before.count(word) for word in words},
        {word: sum(each == word for each in went) for word in DIRECTIONS},
        unrated=now.count(None),
        previous_unrated=sum(word not in words for word in before),
        no_direction=went.count(None),
        previous_unknown=len(found) - len(before),
        previous_other_scheme=sum(word is not None and word not in words for word in before),
    )
