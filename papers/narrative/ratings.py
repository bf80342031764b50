"""What stands behind an indicator's rating, said in its status and data notes: carried forward, set by a person, targets filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from papers.dataset import Indicator, Observation
from papers.narrative.figures import Part
from papers.narrative.notes import closed
from papers.narrative.phrases import Counted, Phrases
from papers.phrases import OTHER
from papers.results import Assessment, Direction, Rated
from papers.rules import AWAITED
from papers.travel import previous_result, trend
from papers.wording import date_words, gap, with_unit

SAID_BY_ITSELF = frozenset({"", previous_result.NAME})
"""Methods whose reason the status sentence gives: the figure before it."""


def carried_words(phrases: Phrases, current: Rated) -> str:
    """That the rating is carried forward, to which period; empty where it is not."""
    return phrases.text("status.carried", period=current.carried.spoken) if current.carried else ""


def override_words(phrases: Phrases, current: Rated) -> str:
    """Who set the rating, when and why; empty where it is the rule's."""
    given = current.override
    if given is None:
        return ""
    case = "set" if given.rating else OTHER
    return phrases.text("status.override", case, by=given.by, date=date_words(given.date), reason=closed(given.reason))


def why_unrated(phrases: Phrases, current: Rated) -> str:
    """Why there is no rating, as a clause: "no target", "the figure is awaited"; empty where there is one."""
    if current.rating or not current.unrated:
        return ""
    return phrases.text("notes.figure_awaited") if current.unrated == AWAITED else current.unrated.rstrip(". ")


def unrated_words(phrases: Phrases, found: Iterable[tuple[Indicator, Rated]]) -> str:
    """The indicators without a rating by name, each with the reason: "Not rated: Days to permit (no target)."; empty where all have one."""
    told = [(indicator.name, why_unrated(phrases, current)) for indicator, current in found]
    names = [phrases.say("notes.unrated_name", name=name, reason=why) for name, why in told if why]
    return phrases.text("notes.unrated_names", names=phrases.listed(names, "lists.semicolon", "lists.semicolon")) if names else ""


def trend_words(phrases: Phrases, direction: Direction, unit: str) -> str:
    """What the trend is, over how many results and since when; empty where the direction is told by another method."""
    if direction.method != trend.NAME:
        return ""
    if direction.went is None or direction.compared is None:
        return direction.reason
    slope = dict(direction.statistics).get(trend.SLOPE)
    by = gap(slope, unit) if slope else ""
    return phrases.text("status.trend", direction.went, count=Counted(direction.points), period=direction.compared.spoken, distance=by)


def rating_notes(
    phrases: Phrases, indicator: Indicator, found: Assessment, observations: Sequence[Observation], unit: str
) -> Iterator[str]:
    """The sentences that the data notes give of the ratings: the rule's own where a person set one, targets and floors filled in."""
    yield from _overridden(phrases, found)
    yield from _filled(phrases, indicator, found, observations, unit)


def direction_notes(phrases: Phrases, indicator: Indicator, found: Assessment) -> Iterator[str]:
    """What the direction of travel was told from, with its statistic; nothing where the status sentence says it, or it is declared."""
    if found.direction.method not in SAID_BY_ITSELF and found.direction.went is not None and not indicator.direction:
        yield phrases.text("notes.direction", reason=found.direction.reason)


def _overridden(phrases: Phrases, found: Assessment) -> Iterator[str]:
    """What the rule gives of the current rating where a person set it, and every earlier one that a person set, with who and why."""
    none = phrases.text("notes.not_rated")
    for each in found.history:
        given, rule = each.override, each.computed or none
        if given and each is found.current:
            yield phrases.text("notes.by_rule", found=rule)
        elif given:
            said = {"period": each.period.spoken, "word": given.rating or none, "by": given.by, "date": date_words(given.date)}
            yield phrases.text("notes.was_set", **said, found=rule, reason=closed(given.reason))


def _filled(phrases: Phrases, indicator: Indicator, found: Assessment, observations: Sequence[Observation], unit: str) -> Iterator[str]:
    """The targets and floors that periods do not give and that are filled in, with the numbers that were used."""
    if not indicator.target_between:
        return
    seen = {each.period.end: each for each in observations}
    for name, phrase, declared in (("target", "notes.target_filled", indicator.measure_target), ("floor", "notes.floor_filled", None)):
        given = any(each.number(name) is not None for each in observations)
        used = [(each, each.target if name == "target" else each.floor) for each in found.history if each.actual is not None]
        missing = [(rated, number) for rated, number in used if number is not None and seen[rated.period.end].number(name) is None]
        if given and declared is None and missing:
            yield phrases.text(phrase, indicator.target_between, used=_used(phrases, missing, unit))


def _used(phrases: Phrases, missing: Sequence[tuple[Rated, Decimal]], unit: str) -> list[Part]:
    """Each number with its periods: "80% for May 2013 and June 2013"."""
    told = [(number, [[rated.period.spoken] for rated, _ in group]) for number, group in groupby(missing, key=itemgetter(1))]
    used = [phrases.say("notes.filled_with", figure=with_unit(number, unit), periods=phrases.listed(spoken)) for number, spoken in told]
    return phrases.listed(used, "lists.semicolon", "lists.semicolon")


def published_otherwise(phrases: Phrases, found: Assessment) -> Iterator[str]:
    """The ratings that were published otherwise, by what was published and what the rules of this report give."""
    periods: dict[tuple[str, str, str], list[str]] = {}
    for each in found.history:
        if each.published and each.published != each.rating:
            key = (each.published, "rated" if each.rating else OTHER, each.rating or each.unrated or "")
            periods.setdefault(key, []).append(each.period.spoken)
    for (published, case, by_rule), spoken in periods.items():
        listed = phrases.listed([[each] for each in spoken])
        yield phrases.text("notes.published", case, published=published, periods=listed, found=by_rule)
