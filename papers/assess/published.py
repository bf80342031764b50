"""Every count that a report may have published, as computed: by subject and measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from papers.results import Counts
from papers.wording import percentage

SUBJECTS = ("rating", "previous_rating", "rating_change", "direction")
"""Subjects of published totals that only the rules can count; intake counts the others."""

NONE_WORDS = ("unrated", "not rated", "not available", "none")
"""Words for what has no rating or no direction, as reports print them."""

Count = tuple[tuple[str, str], Decimal]


def computed_counts(counts: Counts) -> Mapping[tuple[str, str], Decimal]:
    """The counts by subject and measure (in lower case): of ratings now and before, their change and shares, and directions."""
    return dict(
        [
            *_parts("rating", counts.rating, counts.unrated),
            *_parts("previous_rating", counts.previous, counts.previous_unrated),
            *_changes(counts),
            *_shares(counts),
            *_parts("direction", counts.direction, counts.no_direction),
        ]
    )


def _parts(subject: str, parts: Mapping[str, int], none: int) -> Iterator[Count]:
    yield from (((subject, word.lower()), Decimal(count)) for word, count in parts.items())
    yield from (((subject, word), Decimal(none)) for word in NONE_WORDS)
    yield (subject, "total"), Decimal(sum(parts.values()) + none)


def _changes(counts: Counts) -> Iterator[Count]:
    changes = {word: counts.rating[word] - counts.previous[word] for word in counts.rating}
    return _parts("rating_change", changes, counts.unrated - counts.previous_unrated)


def _shares(counts: Counts) -> Iterator[Count]:
    rated = counts.total - counts.unrated
    if rated:
        yield from ((("rating", f"percent {word.lower()}"), percentage(count, rated)) for word, count in counts.rating.items())
