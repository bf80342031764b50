"""What stands behind an indicator's rating, said in its status and data notes: carried forward, set by a person, targets filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from papers.dataset import Indicator, Observation
from papers.narrative.notes import closed
from papers.narrative.phrases import Counted, Phrases
from papers.phrases import OTHER
from papers.results import Assessment, Direction, Rated
from papers.rules import AWAITED
from papers.travel import previous_result, trend
from papers.wording import capital, date_words, gap, listed, with_unit

NOT_RATED = "not rated"
FIGURE_AWAITED = "the figure is awaited"

FILLED = {"step": "as it was before", "interpolate": "on the line between the figures on both sides"}
"""Where a target that a period does not give comes from, by how the indicator fills it in."""

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


def why_unrated(current: Rated) -> str:
    """Why there is no rating, as a clause: "no target", "the figure is awaited"; empty where there is one."""
    if current.rating or not current.unrated:
        return ""
    return FIGURE_AWAITED if current.unrated == AWAITED else current.unrated.rstrip(". ")


def unrated_words(found: Iterable[tuple[Indicator, Rated]]) -> str:
    """The indicators without a rating by name, each with the reason: "Not rated: Days to permit (no target)."; empty where all have one."""
    told = [(indicator.name, why_unrated(current)) for indicator, current in found]
    named = [f"{name} ({why})" for name, why in told if why]
    return f"Not rated: {'; '.join(named)}." if named else ""


def trend_words(phrases: Phrases, direction: Direction, unit: str) -> str:
    """What the trend is, over how many results and since when; empty where the direction is told by another method."""
    if direction.method != trend.NAME:
        return ""
    if direction.went is None or direction.compared is None:
        return direction.reason
    slope = dict(direction.statistics).get(trend.SLOPE)
    by = gap(slope, unit) if slope else ""
    return phrases.text("status.trend", direction.went, count=Counted(direction.points), period=direction.compared.spoken, distance=by)


def rating_notes(indicator: Indicator, found: Assessment, observations: Sequence[Observation], unit: str) -> Iterator[str]:
    """The sentences that the data notes give of the ratings: the rule's own where a person set one, targets filled in, the direction's reason."""
    yield from _overridden(found)
    yield from _filled(indicator, found, observations, unit)
    if found.direction.method not in SAID_BY_ITSELF and found.direction.went is not None and not indicator.direction:
        yield f"Direction of travel: {found.direction.reason}"


def _overridden(found: Assessment) -> Iterator[str]:
    """What the rule gives of the current rating where a person set it, and every earlier one that a person set, with who and why."""
    for each in found.history:
        given = each.override
        if given and each is found.current:
            yield f"By the rules of this report the rating would be {each.computed or NOT_RATED}."
        elif given:
            set_to = (
                f"{capital(each.period.spoken)}: the rating {given.rating or NOT_RATED} was set by {given.by} on {date_words(given.date)}"
            )
            yield f"{set_to}, where the rule gives {each.computed or NOT_RATED}. {closed(given.reason)}"


def _filled(indicator: Indicator, found: Assessment, observations: Sequence[Observation], unit: str) -> Iterator[str]:
    """The targets and floors that periods do not give and that are filled in, with the numbers that were used."""
    if not indicator.target_between:
        return
    seen = {each.period.end: each for each in observations}
    for name, declared in (("target", indicator.measure_target), ("floor", None)):
        given = any(each.number(name) is not None for each in observations)
        used = [(each, each.target if name == "target" else each.floor) for each in found.history if each.actual is not None]
        missing = [(rated, number) for rated, number in used if number is not None and seen[rated.period.end].number(name) is None]
        if given and declared is None and missing:
            yield _said(name, missing, indicator.target_between, unit)


def _said(name: str, missing: Sequence[tuple[Rated, Decimal]], way: str, unit: str) -> str:
    """Each number with its periods: "Where no target was given, it is taken as it was before: 80% for May 2013 and June 2013."."""
    told = [(number, [rated.period.spoken for rated, _ in group]) for number, group in groupby(missing, key=itemgetter(1))]
    used = [f"{with_unit(number, unit)} for {listed(spoken)}" for number, spoken in told]
    return f"Where no {name} was given, it is taken {FILLED[way]}: {'; '.join(used)}."
