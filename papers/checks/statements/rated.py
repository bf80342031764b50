"""Which ratings the indicator has now, had at the last report, in the periods that are named, or ever."""

from __future__ import annotations

from papers.checks.reading import Reading


def went(reading: Reading, before: str, now: str) -> str:
    """Whether the second rating is the better or the worse one."""
    order = [each.lower() for each in reading.book.rating_words]
    if before not in order or now not in order:
        return ""
    change = order.index(before) - order.index(now)
    return "up" if change > 0 else "down" if change < 0 else "same"


def every_rating(reading: Reading) -> set[str]:
    """Every rating that the indicator has had."""
    found = reading.facts.assessment
    if found is None:
        return set()
    known = {each.rating for each in found.history} | {each.published for each in found.history} | {found.previous_rating}
    return {each.lower() for each in known if each}


def ratings_of_named(reading: Reading) -> set[str]:
    """The ratings of the earlier periods that the sentence names."""
    found = reading.facts.assessment
    named = [each for each in reading.coded.whens if each.kind not in ("current", "previous", "last", "next")]
    periods = [each.period for when in named for each in reading.observations(when, reading.facts.indicator.measure)]
    known = [each for each in found.history if each.period in periods] if found else []
    return {word.lower() for each in known for word in (each.rating, each.published) if word}


def known_ratings(reading: Reading, which: str) -> set[str]:
    """The ratings of the present or the last report: as computed and as published."""
    found = reading.facts.assessment
    if found is None:
        return set()
    if which == "current":
        return {each.lower() for each in (found.current.rating, found.current.published) if each}
    before = next((each for each in found.history if each.period == found.direction.since), None)
    told = [found.previous_rating, (before.published or before.rating) if before else None]
    return {each.lower() for each in told if each}
